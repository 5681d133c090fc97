// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shift/count_form.h"

#include "models/denominations.h"
#include "models/texts.h"
#include "models/typed_number.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/focus.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/named.h"

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

constexpr int columnsOfCoins = 2;
constexpr int cellsOfCoin = 3; //!< value, how many, sum

//! Nothing typed is none.
Result<qint64> typedCount(const QLineEdit *field)
{
    return field->text().trimmed().isEmpty() ? Result<qint64>(0) : typedNumber(field->text(), 0);
}

} // namespace

CountForm::CountForm(QWidget *parent)
    : QWidget(parent)
    , m_counted(named(plainLabel({}, "strong"), u"countedCash"_s, tr("Cash, counted")))
    , m_expected(named(plainLabel(), u"expectedCash"_s, tr("Cash, expected")))
    , m_difference(named(plainLabel({}, "strong"), u"cashDifference"_s, tr("Difference")))
    , m_reason(named(new QLineEdit, u"differenceReason"_s, tr("Reason for a difference")))
{
    setObjectName(u"countForm"_s);
    build();
}

void CountForm::build()
{
    m_reason->setPlaceholderText(tr("Reason, if something differs"));
    connect(m_reason, &QLineEdit::returnPressed, this, &CountForm::finished);
    auto *sums = new QHBoxLayout;
    sums->setSpacing(metrics::page);
    for (QLabel *label : {m_counted, m_expected, m_difference})
        sums->addWidget(label);
    sums->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::group);
    layout->addWidget(rule());
    layout->addLayout(sums);
    layout->addWidget(m_reason);
    layout->addStretch();
}

QLineEdit *CountForm::field(const QString &objectName, const QString &name)
{
    auto *field = named(new QLineEdit, objectName, name);
    field->setAlignment(Qt::AlignRight);
    connect(field, &QLineEdit::textChanged, this, &CountForm::showSums);
    connect(field, &QLineEdit::returnPressed, this, [this, field] { goOnFrom(field); });
    m_order.append(field);
    return field;
}

void CountForm::addCoins(Currency currency)
{
    const auto values = denominations(currency);
    const int rows = (int(values.size()) + columnsOfCoins - 1) / columnsOfCoins;
    for (int i = 0; i < values.size(); ++i) {
        const Money value = values[i];
        const QString name = amountText(value);
        Coin coin{value, field(u"coin%1"_s.arg(value.minor), tr("How many of %1").arg(name)),
                  plainLabel({}, "muted")};
        const int row = i % rows;
        const int column = i / rows * cellsOfCoin;
        auto *label = plainLabel(name);
        label->setAlignment(onScreen(Qt::AlignRight | Qt::AlignVCenter));
        coin.sum->setAlignment(onScreen(Qt::AlignRight | Qt::AlignVCenter));
        coin.count->setFixedWidth(metrics::quantityWidth);
        coin.sum->setMinimumWidth(metrics::quantityWidth);
        m_grid->addWidget(label, row, column);
        m_grid->addWidget(coin.count, row, column + 1);
        m_grid->addWidget(coin.sum, row, column + 2);
        m_coins.append(coin);
    }
}

void CountForm::addAmounts(const ShiftReport &report)
{
    int row = m_grid->rowCount();
    const auto add = [&](const QString &objectName, const QString &name) {
        QLineEdit *amount = field(objectName, name);
        auto *label = plainLabel(name);
        label->setAlignment(onScreen(Qt::AlignRight | Qt::AlignVCenter));
        m_grid->addWidget(label, row, 0);
        amount->setFixedWidth(metrics::amountWidth);
        m_grid->addWidget(amount, row++, 1, 1, 2, Qt::AlignLeft);
        return amount;
    };
    m_otherCash = add(u"otherCash"_s, m_coins.isEmpty() ? tr("Cash") : tr("Other cash"));
    for (const TenderCount &count : report.counts) {
        if (count.kind == TenderKind::Cash) {
            m_cash = count;
            continue;
        }
        m_amounts.append({count, add(u"counted"_s + nameText(count.kind), nameText(count.kind))});
        if (!m_blind)
            m_grid->addWidget(
                plainLabel(tr("expected %1").arg(amountText(count.expected)), "muted"), row - 1, 3,
                1, cellsOfCoin);
    }
}

void CountForm::start(const ShiftReport &report, bool blind)
{
    m_blind = blind;
    m_order.clear();
    m_coins.clear();
    m_amounts.clear();
    delete m_fields;
    m_fields = new QWidget;
    m_grid = new QGridLayout(m_fields);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(metrics::inside);
    m_grid->setVerticalSpacing(metrics::inside);
    addCoins(report.totals.currency());
    addAmounts(report);
    m_grid->setColumnStretch(columnsOfCoins * cellsOfCoin, 1);
    static_cast<QVBoxLayout *>(layout())->insertWidget(0, m_fields);
    m_fields->show();
    m_reason->clear();
    m_expected->setVisible(!blind);
    m_difference->setVisible(!blind);
    showSums();
    for (qsizetype i = 1; i < m_order.size(); ++i)
        setTabOrder(m_order[i - 1], m_order[i]);
    setTabOrder(m_order.last(), m_reason);
    focusInSight(m_order.first());
}

void CountForm::goOnFrom(QLineEdit *field)
{
    const qsizetype next = m_order.indexOf(field) + 1;
    (next < m_order.size() ? m_order[next] : m_reason)->setFocus();
}

Result<Money> CountForm::countedCash() const
{
    Money sum{0, m_cash.expected.currency};
    for (const Coin &coin : m_coins) {
        const auto count = typedCount(coin.count);
        const auto value =
            count ? checkedMultiply(coin.value, *count) : Result<Money>(count.error());
        const auto added = value ? checkedAdd(sum, *value) : value;
        if (!added)
            return added;
        sum = *added;
    }
    if (m_otherCash->text().trimmed().isEmpty())
        return sum;
    const auto other = typedNumber(m_otherCash->text(), sum.currency.exponent());
    if (!other)
        return other.error();
    return checkedAdd(sum, {*other, sum.currency});
}

void CountForm::showSums()
{
    for (const Coin &coin : m_coins) {
        const auto count = typedCount(coin.count);
        const auto value =
            count ? checkedMultiply(coin.value, *count) : Result<Money>(count.error());
        coin.sum->setText(value && !value->isZero() ? amountText(*value) : QString());
    }
    const auto counted = countedCash();
    m_counted->setText(counted ? tr("Cash counted: %1").arg(amountText(*counted))
                               : tr("Cash counted: this is no number"));
    m_expected->setText(tr("expected: %1").arg(amountText(m_cash.expected)));
    const auto difference = counted ? checkedAdd(*counted, -m_cash.expected) : counted;
    m_difference->setText(difference ? tr("difference: %1").arg(amountText(*difference))
                                     : QString());
    setRole(m_difference, difference && difference->isZero() ? "strong" : "message");
}

Result<ShiftCount> CountForm::count() const
{
    ShiftCount count;
    const Currency currency = m_cash.expected.currency;
    for (const Coin &coin : m_coins) {
        const auto typed = typedCount(coin.count);
        if (!typed)
            return typed.error();
        count.coins.append({*typed, coin.value});
    }
    const auto add = [&](TenderKind kind, const QLineEdit *field) -> Result<> {
        if (field->text().trimmed().isEmpty())
            return {};
        const auto typed = typedNumber(field->text(), currency.exponent());
        if (!typed)
            return typed.error();
        count.amounts.append({kind, {*typed, currency}});
        return {};
    };
    if (const auto added = add(TenderKind::Cash, m_otherCash); !added)
        return added.error();
    for (const Amount &amount : m_amounts) {
        if (const auto added = add(amount.expected.kind, amount.counted); !added)
            return added.error();
    }
    count.reason = m_reason->text();
    return count;
}

QString CountForm::goToUncounted()
{
    const auto isEmpty = [](const QLineEdit *field) { return field->text().trimmed().isEmpty(); };
    QLineEdit *uncounted = m_coins.isEmpty() && isEmpty(m_otherCash) ? m_otherCash : nullptr;
    for (const Amount &amount : std::as_const(m_amounts)) {
        if (!uncounted && isEmpty(amount.counted))
            uncounted = amount.counted;
    }
    if (!uncounted)
        return {};
    focusInSight(uncounted);
    return uncounted->accessibleName();
}

void CountForm::askForReason() { m_reason->setFocus(); }

} // namespace kontor
