// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/paper_section.h"

#include "services/core/call.h"
#include "ui/language.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/named.h"
#include "ui/widgets/segments.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace kontor {

using namespace Qt::StringLiterals;

using Kind = PrinterPlace::Kind;

namespace {

//! In the order of their buttons.
constexpr std::array languages{QLocale::AnyLanguage, QLocale::English, QLocale::German};

} // namespace

PaperSection::PaperSection(const ShopAccess &access, QWidget *parent)
    : SettingsSection(u"paperSection"_s, tr("Printer and paper"), parent)
    , m_access(access)
    , m_kept(PaperSettings::in(access.folder))
    , m_kind(named(new QComboBox, u"printerKind"_s, tr("Printer")))
    , m_place(named(new QLineEdit, u"printerPlace"_s, tr("Where the printer is")))
    , m_width(new Segments(u"paperWidth"_s, tr("Width of the paper"),
                           {{u"paperWide"_s, tr("80 mm")},
                            {u"paperLarge"_s, tr("80 mm, large")},
                            {u"paperNarrow"_s, tr("58 mm")}}))
    , m_when(new Segments(u"receipts"_s, tr("Receipts"),
                          {{u"receiptsAlways"_s, tr("After each sale")},
                           {u"receiptsAsked"_s, tr("When asked for")}}))
    , m_language(new Segments(u"paperLanguage"_s, tr("Language of papers"),
                              {{u"paperLocal"_s, tr("The country’s")},
                               {u"paperEnglish"_s, nameOfLanguage(Language::English)},
                               {u"paperGerman"_s, nameOfLanguage(Language::German)}}))
    , m_testPrint(named(new QPushButton(tr("Test print")), u"testPrint"_s, tr("Test print")))
    , m_testDrawer(
          named(new QPushButton(tr("Open the drawer")), u"testDrawer"_s, tr("Open the drawer")))
    , m_outcome(new MessageLine(u"testOutcome"_s))
{
    build();
    const PrinterPlace place = PrinterPlace::of(m_kept.printer.address);
    m_places.insert(place.kind, place.place);
    m_kind->setCurrentIndex(m_kind->findData(int(place.kind)));
    takeKind();
    const auto &widths = PaperSettings::widths;
    m_width->choose(int(std::ranges::find(widths, m_kept.printer.columns) - widths.begin()) %
                    widths.size());
    m_when->choose(m_kept.afterSale ? 0 : 1);
    m_language->choose(int(std::ranges::find(languages, m_kept.language) - languages.begin()) %
                       languages.size());
    connect(m_language, &Segments::picked, this,
            [this](int chosen) { saveLanguage(languages[size_t(chosen)]); });
    connect(m_kind, &QComboBox::activated, this, [this] {
        takeKind();
        // Where it is has still to be said.
        if (kind() == Kind::None || !m_place->text().isEmpty())
            save();
    });
    connect(m_place, &QLineEdit::editingFinished, this, &PaperSection::save);
    connect(m_place, &QLineEdit::textEdited, this, [this] { m_outcome->say(QString()); });
    connect(m_width, &Segments::picked, this, &PaperSection::save);
    connect(m_when, &Segments::picked, this, &PaperSection::save);
    connect(m_testPrint, &QPushButton::clicked, this, [this] { tryOut(PrintJobKind::Receipt); });
    connect(m_testDrawer, &QPushButton::clicked, this, [this] { tryOut(PrintJobKind::Drawer); });
    connect(&access.devices, &DevicesService::triedOut, this, &PaperSection::tellTried);
}

void PaperSection::build()
{
    const std::pair<Kind, QString> kinds[] = {{Kind::None, tr("No printer")},
                                              {Kind::Network, tr("In the network")},
                                              {Kind::Device, tr("At a device file")},
                                              {Kind::Queue, tr("A print queue of this machine")},
                                              {Kind::Folder, tr("A folder, for a PDF each")}};
    for (const auto &[kind, name] : kinds)
        m_kind->addItem(name, int(kind));
    addSetting(tr("Printer"), tr("A receipt printer (ESC/POS), or a folder to begin with."),
               m_kind);
    m_placeRow = addSetting(tr("Where the printer is"), {}, m_place);
    addSetting(tr("Width of the paper"),
               tr("The width of the roll; “large” is for printers with 42 letters in a line."),
               m_width);
    addSetting(tr("Receipts"), tr("The last receipt can be printed at any time."), m_when);
    addSetting(tr("Language of papers"),
               tr("Of receipts, invoices, packing slips and shelf labels; dates and amounts are "
                  "written as in the shop’s country."),
               m_language);
    addBelow(rule());
    addBelow(buildTrial());
}

QWidget *PaperSection::buildTrial()
{
    auto *trial = new QWidget;
    auto *layout = new QVBoxLayout(trial);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::inside);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::inside);
    buttons->addWidget(m_testPrint);
    buttons->addWidget(m_testDrawer);
    buttons->addStretch();
    layout->addLayout(buttons);
    layout->addWidget(m_outcome);
    return trial;
}

Kind PaperSection::kind() const { return Kind(m_kind->currentData().toInt()); }

void PaperSection::takeKind()
{
    m_places.insert(m_shownKind, m_shownKind == Kind::None ? QString() : m_place->text());
    m_shownKind = kind();
    const QHash<Kind, QString> examples{{Kind::Network, tr("Such as 192.168.1.50")},
                                        {Kind::Device, tr("Such as /dev/usb/lp0")},
                                        {Kind::Queue, tr("The name of the queue")},
                                        {Kind::Folder, tr("The path of the folder")}};
    m_place->setText(m_places.value(m_shownKind));
    m_place->setPlaceholderText(examples.value(m_shownKind));
    m_placeRow->setVisible(m_shownKind != Kind::None);
    m_testPrint->setEnabled(m_shownKind != Kind::None);
    m_testDrawer->setEnabled(m_shownKind != Kind::None && m_shownKind != Kind::Folder);
    m_outcome->say(QString());
    clearRefusals();
    if (m_shownKind != Kind::None && isVisible())
        m_place->setFocus();
}

std::optional<PaperSettings> PaperSection::said()
{
    clearRefusals();
    PaperSettings paper = PaperSettings::in(m_access.folder);
    const auto address = PrinterPlace{kind(), m_place->text()}.address();
    if (!address) {
        const QHash<Kind, QString> wanted{
            {Kind::Network, tr("Type the printer's name or number in the network, such as "
                               "192.168.1.50; if it has another port than 9100, with a colon and "
                               "the port behind.")},
            {Kind::Device, tr("Type the whole path of the device file, beginning with “/”.")},
            {Kind::Queue, tr("Type the name of the queue, without spaces; lpstat -p lists them.")},
            {Kind::Folder, tr("Type the whole path of the folder, beginning with “/”.")}};
        refuse(m_place, wanted.value(kind()));
        return {};
    }
    paper.printer.address = *address;
    paper.printer.columns = PaperSettings::widths[size_t(m_width->chosen())];
    paper.afterSale = m_when->chosen() == 0;
    return paper;
}

void PaperSection::save()
{
    const auto paper = said();
    const auto differs = [&](const PaperSettings &other) {
        return paper->printer.address != other.printer.address ||
               paper->printer.columns != other.printer.columns ||
               paper->afterSale != other.afterSale;
    };
    if (!paper || !differs(m_kept))
        return;
    if (!paper->save(m_access.folder))
        return tellNotSaved();
    m_kept = *paper;
    call(m_access.devices, &DevicesService::usePrinter, paper->printer, paper->afterSale)
        .then(this, [this](const Result<> &used) {
            if (used)
                tellSaved();
            else
                m_outcome->say(used.error());
        });
}

void PaperSection::saveLanguage(QLocale::Language language)
{
    PaperSettings paper = PaperSettings::in(m_access.folder);
    paper.language = language;
    if (!paper.save(m_access.folder))
        return tellNotSaved();
    call(m_access.devices, &DevicesService::useHeading, paper.shop, paper.style())
        .then(this, [this](const Result<> &used) { used ? tellSaved() : tellNotSaved(); });
}

void PaperSection::tryOut(PrintJobKind what)
{
    save();
    const auto paper = said();
    if (!paper || m_trying)
        return;
    m_trying = true;
    m_tried = what;
    m_outcome->notice(tr("Trying …"));
    call(m_access.devices, &DevicesService::tryOut, paper->printer, what)
        .then(this, [this](const Result<> &begun) {
            if (!begun)
                tellTried({begun.error()});
        });
}

void PaperSection::tellTried(const PrintOutcome &outcome)
{
    if (!std::exchange(m_trying, false))
        return;
    if (outcome.trouble)
        return m_outcome->say(*outcome.trouble);
    if (m_tried == PrintJobKind::Drawer)
        m_outcome->notice(tr("The printer was told to open the drawer. If it stays shut, look at "
                             "the cable from the drawer to the printer."));
    else if (kind() == Kind::Folder)
        m_outcome->notice(tr("The test page lies in the folder."));
    else
        m_outcome->notice(tr("The printer took the test page. If nothing comes out, look at its "
                             "paper and its cover."));
}

} // namespace kontor
