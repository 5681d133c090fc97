// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/system_section.h"

#include "ui/error_text.h"
#include "ui/settings/connection_test.h"
#include "ui/settings/system_text.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/named.h"
#include "ui/widgets/segments.h"

#include <QComboBox>
#include <QLineEdit>

namespace kontor {

using namespace Qt::StringLiterals;

SystemSection::SystemSection(const ShopAccess &access, SystemSettings::Kind kind,
                             const Texts &texts, QWidget *parent)
    : SettingsSection(texts.prefix + u"Section"_s, texts.title, parent)
    , m_desk(access, kind)
    , m_kept(SystemSettings::in(access.folder, kind))
    , m_mode(new Segments(texts.prefix + u"Mode"_s, texts.name,
                          {{texts.prefix + u"Sandbox"_s, tr("Sandbox")},
                           {texts.prefix + u"Test"_s, tr("Test mode")},
                           {texts.prefix + u"Live"_s, tr("Live")}}))
    , m_url(named(new QLineEdit, texts.prefix + u"Url"_s, tr("Address")))
    , m_key(named(new QLineEdit, texts.prefix + u"Key"_s, tr("Key")))
    , m_test(new ConnectionTest(texts.prefix))
{
    build(texts);
    connect(m_mode, &Segments::picked, this, &SystemSection::takeMode);
    connect(m_test, &ConnectionTest::wanted, this, &SystemSection::check);
    connect(&m_desk, &SystemDesk::kept, this, &SystemSection::tellKept);
    connect(&m_desk, &SystemDesk::checked, this, &SystemSection::tellChecked);
    connect(&m_desk, &SystemDesk::notChecked, this, [this](const Error &error) {
        m_checking = false;
        m_test->outcome().say(error);
    });
    connect(&m_desk, &SystemDesk::secretKept, this, [this](const Result<> &kept) {
        if (!kept)
            m_test->outcome().say(kept.error());
    });
}

void SystemSection::build(const Texts &texts)
{
    m_key->setEchoMode(QLineEdit::Password);
    addSetting(texts.name, texts.modeHint, m_mode);
    addOwn(tr("Address"),
           tr("Of the provider's system. Only encrypted, and only with a "
              "certificate that this machine trusts."),
           m_url);
    addOwn(tr("Secret key"),
           texts.keyHint + u' ' + tr("It is kept in the keychain and nowhere else."), m_key);
}

void SystemSection::addOwn(const QString &name, const QString &hint, QLineEdit *field)
{
    m_providerRows.append(addSetting(name, hint, field));
    connect(field, &QLineEdit::editingFinished, this, &SystemSection::save);
    connect(field, &QLineEdit::textEdited, this, [this] { m_test->outcome().say(QString()); });
}

void SystemSection::addOwn(const QString &name, const QString &hint, QComboBox *box)
{
    m_providerRows.append(addSetting(name, hint, box));
    connect(box, &QComboBox::activated, this, &SystemSection::save);
}

bool SystemSection::refuseForNow(const QString &text)
{
    m_test->outcome().notice(text);
    return false;
}

void SystemSection::begin()
{
    addBelow(m_test);
    fill();
    showRows();
}

void SystemSection::fill()
{
    m_mode->choose(int(m_kept.mode));
    m_url->setText(m_kept.url.toString());
    m_url->setPlaceholderText(SystemSettings::usualUrl(m_kept.kind).toString());
    m_key->clear();
    m_key->setPlaceholderText(m_kept.mode == SystemMode::Sandbox ? QString() : tr("As before"));
    fillOwn(m_kept);
}

void SystemSection::showRows()
{
    for (QWidget *row : std::as_const(m_providerRows))
        row->setVisible(SystemMode(m_mode->chosen()) != SystemMode::Sandbox);
    m_test->outcome().say(QString());
}

void SystemSection::takeMode()
{
    showRows();
    m_key->setPlaceholderText(SystemMode(m_mode->chosen()) == m_kept.mode ? tr("As before")
                                                                          : QString());
    save();
}

std::optional<QByteArray> SystemSection::typedKey() const
{
    const QString typed = m_key->text().trimmed();
    if (typed.isEmpty())
        return {};
    return typed.toUtf8();
}

std::optional<SystemSettings> SystemSection::said()
{
    clearRefusals();
    SystemSettings system = m_kept;
    system.mode = SystemMode(m_mode->chosen());
    if (system.mode == SystemMode::Sandbox)
        return system;
    bool makesSense = true;
    const QString typed = m_url->text().trimmed();
    const auto url =
        typed.isEmpty() ? SystemSettings::usualUrl(system.kind) : SystemSettings::typedUrl(typed);
    if (url) {
        system.url = *url;
    } else {
        makesSense = false;
        refuse(m_url, tr("This cannot be its address. Type it such as %1; without https only a "
                         "system on this machine is spoken to.")
                          .arg(SystemSettings::usualUrl(system.kind).toString()));
    }
    if (const auto key = typedKey()) {
        if (const auto fits = system.fits(*key); !fits) {
            makesSense = false;
            refuse(m_key, errorText(fits.error()));
        }
    }
    return takeOwn(system) && makesSense ? std::optional(system) : std::nullopt;
}

void SystemSection::save()
{
    const auto system = said();
    const auto key = typedKey();
    if (!system || (!key && (*system == m_kept || m_asked == system)))
        return;
    m_asked = system;
    m_desk.keep(*system, key);
}

void SystemSection::tellKept(const SystemSettings &settings, const Result<> &done)
{
    m_asked.reset();
    if (!done && done.error().is(SystemError::KeyUnknown)) {
        if (typedKey())
            return;
        m_test->outcome().notice(tr("Not in use yet: its key is needed."));
        m_key->setFocus();
        return;
    }
    if (!done && done.error().is(SystemError::OpenElsewhere)) {
        fill();
        showRows();
        return refuse(m_mode, errorText(done.error()));
    }
    if (!done && done.error().isIn<SystemError>())
        return refuse(m_key, errorText(done.error()));
    if (!done)
        return tellNotSaved();
    m_kept = settings;
    fill();
    m_test->outcome().withdrawNotice();
    tellSaved();
}

void SystemSection::check()
{
    const auto system = said();
    if (!system || m_checking)
        return;
    m_checking = true;
    m_checked = *system;
    m_test->outcome().notice(tr("Trying …"));
    m_desk.check(*system, typedKey());
}

void SystemSection::tellChecked(const SystemCheck &check)
{
    if (!std::exchange(m_checking, false))
        return;
    const QString text = checkText(check, m_checked);
    if (check.kind == SystemCheck::Kind::Works)
        m_test->outcome().notice(text);
    else
        m_test->outcome().say(text);
}

} // namespace kontor
