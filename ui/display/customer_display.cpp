// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/display/customer_display.h"

#include "models/texts.h"
#include "ui/display/shop_front.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/lists.h"
#include "ui/widgets/named.h"
#include "ui/widgets/row_delegate.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QStackedWidget>

#include <algorithm>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

// The sizes below are those of this screen; on a larger one all grows with it.
constexpr QSize smallScreen(800, 480);
constexpr int lineText = 19;
constexpr int titleText = 20;
constexpr int sumText = 46;
constexpr int thanksText = 50;
constexpr int detailText = 19;

QLabel *wrapped(const QString &name, const QString &accessibleName, const char *role = nullptr)
{
    auto *label = named(plainLabel({}, role), name, accessibleName);
    label->setWordWrap(true);
    return label;
}

} // namespace

CustomerDisplay::CustomerDisplay(ShownSale &sale, const QString &shopName, QWidget *parent)
    : QWidget(parent, Qt::Window | Qt::WindowDoesNotAcceptFocus)
    , m_sale(sale)
    , m_pages(new QStackedWidget)
    , m_front(new ShopFront(shopName))
    , m_lines(goodsTable(sale.lines(), u"displayLines"_s, tr("What is bought"), metrics::page))
    , m_sumTitle(wrapped(u"displaySumTitle"_s, tr("What the sum is"), "muted"))
    , m_sum(named(plainLabel(), u"displaySum"_s, tr("Sum")))
    , m_detail(wrapped(u"displayDetail"_s, tr("Total and what was paid"), "muted"))
    , m_hint(wrapped(u"displayHint"_s, tr("What to do now"), "accent"))
    , m_thanks(wrapped(u"displayThanks"_s, tr("Thanks")))
    , m_paid(wrapped(u"displayPaid"_s, tr("Total and what was paid"), "muted"))
    , m_changeTitle(plainLabel({}, "muted"))
    , m_change(named(plainLabel({}, "gain"), u"displayChange"_s, tr("Change")))
{
    setObjectName(u"customerDisplay"_s);
    setWindowTitle(tr("Customer display"));
    setAttribute(Qt::WA_ShowWithoutActivating);
    // The till is what keeps the program running.
    setAttribute(Qt::WA_QuitOnClose, false);
    setMinimumSize(smallScreen / 2);
    resize(smallScreen);
    m_salePage = buildSale();
    m_thanksPage = buildThanks();
    m_pages->addWidget(m_front);
    m_pages->addWidget(m_salePage);
    m_pages->addWidget(m_thanksPage);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_pages);
    connect(&m_sale, &ShownSale::changed, this, &CustomerDisplay::showSale);
    connect(&m_sale.lines(), &QAbstractItemModel::rowsInserted, m_lines,
            &QTableView::scrollToBottom, Qt::QueuedConnection);
    fitText();
    showSale();
}

void CustomerDisplay::setPicture(const QString &file) { m_front->setPicture(file); }

QWidget *CustomerDisplay::buildSale()
{
    m_lines->setFocusPolicy(Qt::NoFocus);
    m_lines->setSelectionMode(QAbstractItemView::NoSelection);
    m_lines->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *sums = inRole(new QFrame, "side");
    auto *layout = new QVBoxLayout(sums);
    layout->setContentsMargins(metrics::page, metrics::page, metrics::page, metrics::page);
    layout->setSpacing(metrics::inside);
    layout->addWidget(m_detail);
    layout->addStretch();
    layout->addWidget(m_hint);
    layout->addWidget(m_sumTitle);
    layout->addWidget(m_sum);
    auto *page = new QWidget;
    auto *columns = new QHBoxLayout(page);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(0);
    columns->addWidget(m_lines, 5);
    columns->addWidget(sums, 4);
    return page;
}

QWidget *CustomerDisplay::buildThanks()
{
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(metrics::page, metrics::page, metrics::page, metrics::page);
    layout->setSpacing(metrics::group);
    layout->addStretch();
    for (QLabel *label : {m_thanks, m_paid, m_changeTitle, m_change}) {
        label->setAlignment(Qt::AlignCenter);
        layout->addWidget(label);
    }
    layout->addStretch();
    return page;
}

void CustomerDisplay::showSale()
{
    switch (m_sale.phase()) {
    case ShownSale::Phase::Idle:
        m_pages->setCurrentWidget(m_front);
        break;
    case ShownSale::Phase::Selling:
    case ShownSale::Phase::Paying:
        showSums();
        m_pages->setCurrentWidget(m_salePage);
        break;
    case ShownSale::Phase::Thanks:
        showThanks();
        m_pages->setCurrentWidget(m_thanksPage);
        break;
    }
}

void CustomerDisplay::showSums()
{
    const bool paying = m_sale.phase() == ShownSale::Phase::Paying;
    const Money total = m_sale.total();
    const Money given = m_sale.given();
    const bool begun = paying && !given.isZero();
    const Money sum = paying ? m_sale.due() : total;
    m_sumTitle->setText(total.isNegative() ? tr("You get back")
                        : begun            ? tr("Left to pay")
                        : paying           ? tr("To pay")
                                           : tr("Total"));
    m_sum->setText(amountText(sum.isNegative() ? -sum : sum));
    m_detail->setText(begun ? tr("Total %1").arg(amountText(total)) + u'\n' +
                                  tr("Paid %1").arg(amountText(given))
                            : QString());
    m_hint->setText(paying && m_sale.asksCard() ? tr("Please follow the card reader.") : QString());
    m_hint->setVisible(!m_hint->text().isEmpty());
}

void CustomerDisplay::showThanks()
{
    const Money total = m_sale.total();
    const Money given = m_sale.given();
    const Money change = m_sale.change();
    m_thanks->setText(tr("Thank you!"));
    const QString sums = total.isNegative() ? tr("You get back %1").arg(amountText(-total))
                                            : tr("Total %1").arg(amountText(total));
    m_paid->setText(change.isZero() ? sums
                                    : sums + u" · "_s + tr("Paid %1").arg(amountText(given)));
    m_changeTitle->setText(tr("Your change"));
    m_change->setText(amountText(change));
    m_changeTitle->setVisible(!change.isZero());
    m_change->setVisible(!change.isZero());
}

void CustomerDisplay::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitText();
}

void CustomerDisplay::fitText()
{
    const qreal scale = std::max(0.5, std::min(qreal(width()) / smallScreen.width(),
                                               qreal(height()) / smallScreen.height()));
    const auto fit = [&](QWidget *widget, int pixels, QFont::Weight weight = QFont::Normal) {
        QFont font = widget->font();
        font.setPointSizeF(pixels * scale * 72 / logicalDpiY());
        font.setWeight(weight);
        widget->setFont(font);
    };
    fit(m_lines, lineText);
    fit(m_sumTitle, titleText);
    fit(m_sum, sumText, QFont::Bold);
    fit(m_detail, detailText);
    fit(m_hint, titleText, QFont::DemiBold);
    fit(m_thanks, thanksText, QFont::Bold);
    fit(m_paid, detailText);
    fit(m_changeTitle, titleText);
    fit(m_change, sumText, QFont::Bold);
    const auto scaled = [&](int pixels) { return int(pixels * scale); };
    auto *delegate = static_cast<RowDelegate *>(m_lines->itemDelegate());
    delegate->setRowHeight(scaled(metrics::rowHeight));
    delegate->setTallHeight(scaled(metrics::tallRowHeight));
    m_lines->horizontalHeader()->resizeSection(GoodsLinesModel::QuantityColumn,
                                               scaled(metrics::quantityWidth));
    auto *header = m_lines->horizontalHeader();
    header->setSectionResizeMode(GoodsLinesModel::AmountColumn, QHeaderView::Fixed);
    header->resizeSection(GoodsLinesModel::AmountColumn, scaled(metrics::amountWidth * 3 / 2));
    m_lines->resizeRowsToContents();
}

} // namespace kontor
