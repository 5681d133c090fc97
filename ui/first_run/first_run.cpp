// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/first_run/first_run.h"

#include "models/texts.h"
#include "models/typed_number.h"
#include "ui/first_run/country_box.h"
#include "ui/first_run/import_page.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/named.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace kontor {

using namespace Qt::StringLiterals;

FirstRun::FirstRun(QWidget *parent)
    : QWidget(parent)
    , m_pages(new QStackedWidget)
    , m_name(new QLineEdit)
    , m_country(countryBox(u"shopCountry"_s))
    , m_currency(new QComboBox)
    , m_standard(new QLineEdit)
    , m_reduced(new QLineEdit)
    , m_progress(new QProgressBar)
    , m_message(new MessageLine(u"firstRunMessage"_s))
    , m_import(new ImportPage)
{
    setObjectName(u"firstRun"_s);
    setWindowTitle(tr("Kontor"));
    resize(metrics::sheetWidth, metrics::paletteWidth);
    addNamePage();
    addTaxPage();
    addGoodsPage();
    m_pages->addWidget(m_import);
    addProgressPage();
    connectImport();
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(metrics::page, metrics::page, metrics::page, metrics::page);
    auto *middle = new QVBoxLayout;
    middle->addStretch();
    middle->addWidget(m_pages);
    middle->addWidget(m_message);
    middle->addStretch();
    m_pages->setFixedWidth(metrics::paletteWidth);
    layout->addStretch();
    layout->addLayout(middle);
    layout->addStretch();
    takeCountry();
    m_name->setFocus();
}

QVBoxLayout *FirstRun::addPage(const QString &title, const QString &hint)
{
    auto *page = inRole(new QFrame, "card");
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(metrics::page, metrics::page, metrics::page, metrics::page);
    layout->setSpacing(metrics::group);
    layout->addWidget(plainLabel(title, "title"));
    layout->addWidget(plainLabel(hint, "small"));
    m_pages->addWidget(page);
    return layout;
}

void FirstRun::addRow(QVBoxLayout *layout, const QString &name, QWidget *control)
{
    control->setFixedWidth(metrics::settingWidth);
    auto *row = new QHBoxLayout;
    auto *label = plainLabel(name);
    label->setBuddy(control);
    row->addWidget(label, 1);
    row->addWidget(control);
    layout->addLayout(row);
}

QPushButton *FirstRun::addButtons(QVBoxLayout *layout, const QString &objectName,
                                  const QString &next, const QList<QPushButton *> &beside)
{
    auto *row = new QHBoxLayout;
    if (m_pages->count() > 1) {
        auto *back = named(new QPushButton(tr("Back")), objectName + u"Back"_s, tr("Back"));
        connect(back, &QPushButton::clicked, this, [this] { go(m_pages->currentIndex() - 1); });
        row->addWidget(back);
    }
    row->addStretch();
    for (QPushButton *other : beside)
        row->addWidget(other);
    auto *button = named(inRole(new QPushButton(next), "main"), objectName + u"Next"_s, next);
    button->setAutoDefault(true);
    row->addWidget(button);
    layout->addStretch();
    layout->addLayout(row);
    return button;
}

void FirstRun::addNamePage()
{
    auto *layout = addPage(
        tr("A new shop"), tr("Three short pages, or none at all if you only want to look around."));
    named(m_name, u"shopName"_s, tr("Name of the shop"))->setMaxLength(ShopProfile::maxNameLength);
    m_name->setPlaceholderText(tr("My shop"));
    named(m_currency, u"shopCurrency"_s, tr("Currency"));
    for (const CountryTaxes &taxes : CountryTaxes::all()) {
        if (m_currency->findText(taxes.currency.code()) < 0)
            m_currency->addItem(taxes.currency.code());
    }
    const QString here = QLocale::territoryToCode(QLocale::system().territory());
    m_country->setCurrentIndex(std::max(0, m_country->findData(here)));
    connect(m_country, &QComboBox::currentIndexChanged, this, &FirstRun::takeCountry);
    addRow(layout, tr("Name of the shop"), m_name);
    addRow(layout, tr("Country"), m_country);
    addRow(layout, tr("Currency"), m_currency);
    auto *look = named(new QPushButton(tr("Just show me")), u"justShowMe"_s,
                       tr("Open a shop to look at, in training"));
    connect(look, &QPushButton::clicked, this, [this] { finish(ShopProfile::Filling::Demo); });
    auto *next = addButtons(layout, u"name"_s, tr("Next"), {look});
    connect(next, &QPushButton::clicked, this, [this] { go(Taxes); });
    connect(m_name, &QLineEdit::returnPressed, next, &QPushButton::click);
}

void FirstRun::addTaxPage()
{
    auto *layout = addPage(tr("Taxes"), tr("In percent, as they are included in the prices. "
                                           "Products that are read in later bring their own."));
    addRow(layout, tr("Standard rate"), named(m_standard, u"standardRate"_s, tr("Standard rate")));
    addRow(layout, tr("Reduced rate"), named(m_reduced, u"reducedRate"_s, tr("Reduced rate")));
    auto *next = addButtons(layout, u"tax"_s, tr("Next"));
    connect(next, &QPushButton::clicked, this, [this] {
        if (!typedTaxRate(m_standard->text()) || !typedTaxRate(m_reduced->text()))
            return m_message->say(tr("A tax rate is a number from 0 to 100, such as 20."));
        go(Goods);
    });
    for (QLineEdit *rate : {m_standard, m_reduced})
        connect(rate, &QLineEdit::returnPressed, next, &QPushButton::click);
}

void FirstRun::connectImport()
{
    connect(m_import, &ImportPage::left, this, [this] { go(Goods); });
    connect(m_import, &ImportPage::tableChosen, this, [this](const QString &file) {
        const auto rate = typedTaxRate(m_standard->text());
        Q_EMIT tableChosen(file, *Currency::fromCode(m_currency->currentText()),
                           rate ? *rate : TaxRate());
    });
    connect(m_import, &ImportPage::confirmed, this,
            [this](const QString &file) { finish(ShopProfile::Filling::Import, file); });
}

void FirstRun::addGoodsPage()
{
    auto *layout =
        addPage(tr("What it sells"), tr("With the demo shop there is something to try things on: "
                                        "products, customers and a month of orders."));
    auto *empty =
        named(new QPushButton(tr("Begin with nothing")), u"beginEmpty"_s, tr("Begin with nothing"));
    empty->setAutoDefault(true);
    connect(empty, &QPushButton::clicked, this, [this] { finish(ShopProfile::Filling::Empty); });
    auto *import = named(new QPushButton(tr("Read in a table …")), u"beginImport"_s,
                         tr("Begin with the products of a table"));
    import->setAutoDefault(true);
    connect(import, &QPushButton::clicked, this, [this] { go(Import); });
    auto *demo = addButtons(layout, u"goods"_s, tr("Make the demo shop"), {empty, import});
    connect(demo, &QPushButton::clicked, this, [this] { finish(ShopProfile::Filling::Demo); });
}

void FirstRun::addProgressPage()
{
    auto *layout = addPage(tr("One moment"), {});
    m_fillingText = plainLabel({}, "small");
    layout->insertWidget(1, m_fillingText);
    layout->addWidget(named(m_progress, u"firstRunProgress"_s, tr("How far it is")));
    layout->addStretch();
}

void FirstRun::takeCountry()
{
    const CountryTaxes &taxes = CountryTaxes::all()[m_country->currentIndex()];
    m_currency->setCurrentText(taxes.currency.code());
    m_standard->setText(taxRateText(taxes.standard));
    m_reduced->setText(taxRateText(taxes.reduced));
}

void FirstRun::go(int page)
{
    m_message->say(QString());
    m_pages->setCurrentIndex(page);
    if (page == Import)
        return m_import->start();
    const QList<QWidget *> first{m_name, m_standard, findChild<QWidget *>(u"goodsNext"_s)};
    first[page]->setFocus();
}

void FirstRun::setFilling(bool imports)
{
    m_fillingText->setText(imports ? tr("The products are being read in.")
                                   : tr("The demo shop is being made."));
}

void FirstRun::showTable(const QString &file, const Result<ImportReport> &report)
{
    m_import->showReport(file, report);
}

void FirstRun::showProgress(qint64 done, qint64 total)
{
    m_pages->setCurrentIndex(m_pages->count() - 1);
    // What is counted may be bytes.
    constexpr int steps = 1000;
    m_progress->setRange(0, total > 0 ? steps : 0);
    m_progress->setValue(total > 0 ? int(done * steps / total) : 0);
}

void FirstRun::finish(ShopProfile::Filling filling, const QString &importFile)
{
    const QString name = m_name->text().trimmed();
    const auto standard = typedTaxRate(m_standard->text());
    const auto reduced = typedTaxRate(m_reduced->text());
    Q_EMIT answered({name.isEmpty() ? tr("My shop") : name, m_country->currentData().toString(),
                     *Currency::fromCode(m_currency->currentText()),
                     standard ? *standard : TaxRate(), reduced ? *reduced : TaxRate(), filling,
                     importFile});
}

} // namespace kontor
