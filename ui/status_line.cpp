// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/status_line.h"

#include "models/stored_text.h"
#include "models/story_text.h"
#include "models/texts.h"
#include "models/till_shift.h"
#include "services/core/call.h"
#include "ui/error_text.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/named.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace kontor {

using namespace Qt::StringLiterals;

StatusLine::StatusLine(const ShopAccess &access, ShopState &state, QWidget *parent)
    : QFrame(parent)
    , m_access(access)
    , m_state(state)
    , m_mode(named(plainLabel(tr("TRAINING"), "badge"), u"statusMode"_s, tr("Training")))
    , m_health(named(plainLabel({}, "fine"), u"statusHealth"_s, tr("State of the services")))
    , m_shift(named(plainLabel({}, "small"), u"statusShift"_s, tr("Shift")))
    , m_waiting(named(plainLabel({}, "small"), u"statusWaiting"_s, tr("What waits")))
    , m_printer(inRole(named(new QPushButton, u"statusPrinter"_s, tr("Printer: show what waits")),
                       "status"))
    , m_notice(named(plainLabel({}, "trouble"), u"statusNotice"_s, tr("Notices")))
    , m_attention(inRole(named(new QPushButton, u"statusAttention"_s, tr("What needs attention")),
                         "attention"))
{
    inRole(this, "status");
    build(access.till, access.actor);
    connect(&m_state, &ShopState::changed, this, &StatusLine::refresh);
    connect(m_printer, &QPushButton::clicked, this, &StatusLine::printerClicked);
    connect(&access.devices, &DevicesService::changed, this, &StatusLine::lookAtPrinter);
    connect(&access.devices, &DevicesService::changed, this, &StatusLine::showMode);
    connect(m_attention, &QPushButton::clicked, this, &StatusLine::attentionWanted);
    showMode();
    lookAtPrinter();
    refresh();
}

void StatusLine::build(const QString &till, const QString &actor)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(metrics::group, metrics::inside / 2, metrics::group,
                               metrics::inside / 2);
    layout->setSpacing(metrics::group);
    layout->addWidget(m_mode);
    layout->addWidget(plainLabel(tr("Till %1").arg(till), "small"));
    layout->addWidget(plainLabel(actor, "small"));
    layout->addWidget(m_shift);
    layout->addWidget(m_health);
    layout->addWidget(m_waiting);
    layout->addWidget(m_printer);
    m_printer->hide();
    layout->addWidget(m_notice);
    m_notice->hide();
    layout->addStretch();
    layout->addWidget(m_attention);
}

void StatusLine::showShift(const TillShift &shift)
{
    const auto &open = shift.xReport();
    m_shift->setText(open ? tr("shift since %1").arg(timeText(open->shift.openedAt))
                          : tr("no shift"));
}

void StatusLine::showTrouble(const QString &service, const QString &detail)
{
    m_troubles.insert(service, detail);
    refresh();
}

void StatusLine::showRecovered(const QString &service)
{
    m_troubles.remove(service);
    refresh();
}

void StatusLine::showNotice(const QString &text, const QString &detail)
{
    m_notices.append(text);
    m_noticeDetails.append(detail);
    m_notice->setText(m_notices.join(u"  ·  "_s));
    // Tool tips guess rich text; a detail is none.
    m_notice->setToolTip(m_noticeDetails.join(u'\n').toHtmlEscaped());
    m_notice->show();
}

void StatusLine::refresh()
{
    QStringList names;
    for (const QString &service : m_troubles.keys())
        names.append(serviceText(service));
    setRole(m_health, names.isEmpty() ? "fine" : "trouble");
    m_health->setText(u"● "_s +
                      (names.isEmpty()
                           ? tr("All is well")
                           : tr("%1: in trouble, tries again by itself").arg(names.join(u", "_s))));
    showHealth();
    QStringList details;
    for (const QString &detail : std::as_const(m_troubles))
        details.append(storedText(detail));
    m_health->setToolTip(details.join(u'\n').toHtmlEscaped());
    showCounts();
}

void StatusLine::showMode() { m_mode->setVisible(m_access.devices.isTraining()); }

void StatusLine::lookAtPrinter()
{
    call(m_access.devices, &DevicesService::state)
        .then(this, [this](const Result<PrinterState> &printer) {
            if (printer)
                showPrinter(*printer);
        });
}

void StatusLine::showPrinter(const PrinterState &printer)
{
    m_printer->setVisible(printer.trouble.has_value());
    showHealth();
    if (!printer.trouble)
        return;
    const QString what = printer.trouble->is(DevicesError::NoPaper)
                             ? tr("The printer has no paper")
                             : tr("The printer does not answer");
    m_printer->setText(printer.waiting > 0
                           ? tr("%1 (receipts waiting: %L2)").arg(what).arg(printer.waiting)
                           : what);
    m_printer->setToolTip(errorText(*printer.trouble).toHtmlEscaped());
}

void StatusLine::showCounts()
{
    const auto waiting = m_state.waiting();
    m_waiting->setText(waiting ? tr("Waiting: %L1").arg(*waiting)
                               : tr("It is not known what waits"));
    const auto attention = m_state.attention().concerns().size();
    const bool known = m_state.attention().isKnown();
    m_attention->setVisible(attention > 0 || !known);
    m_attention->setText(known           ? tr("Needs attention: %L1").arg(attention)
                         : attention > 0 ? tr("Needs attention: %L1 or more").arg(attention)
                                         : tr("It is not known what needs attention"));
    showHealth();
}

//! All is well only where nothing beside it says otherwise.
void StatusLine::showHealth()
{
    m_health->setVisible(!m_troubles.isEmpty() ||
                         (m_printer->isHidden() && m_attention->isHidden()));
}

} // namespace kontor
