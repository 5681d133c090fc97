// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sell/cart_panel.h"

#include "models/texts.h"
#include "models/typed_day.h"
#include "models/typed_number.h"
#include "ui/commands/key_cap.h"
#include "ui/sell/age_question.h"
#include "ui/sell/fulfilment_panel.h"
#include "ui/theme/line_icon.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/bare_key.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/lists.h"
#include "ui/widgets/named.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

QVBoxLayout *padded(QWidget *widget)
{
    auto *layout = new QVBoxLayout(widget);
    layout->setContentsMargins(metrics::group, metrics::cellPadding, metrics::group,
                               metrics::cellPadding);
    layout->setSpacing(metrics::inside);
    return layout;
}

} // namespace

CartPanel::CartPanel(CartSession &session, QWidget *parent)
    : QFrame(parent)
    , m_session(session)
    , m_customer(named(new QPushButton, u"customerButton"_s, tr("Customer")))
    , m_fulfilment(new FulfilmentPanel(session))
    , m_lines(goodsTable(session.lines(), u"cartLines"_s, tr("Cart"), metrics::group))
    , m_editor(nullptr)
    , m_quantity(named(new QLineEdit, u"lineQuantity"_s, tr("Quantity of the chosen line")))
    , m_message(new MessageLine(u"cartMessage"_s))
    , m_lastSale(new MessageLine(u"lastSale"_s))
    , m_note(named(plainLabel({}, "muted"), u"cartNote"_s, tr("Note on the order")))
    , m_taxNames(plainLabel({}, "muted"))
    , m_taxAmounts(inRole(named(plainLabel(), u"cartTax"_s, tr("Tax")), "muted"))
    , m_total(inRole(named(plainLabel(), u"cartTotal"_s, tr("Total")), "total"))
    , m_age(new AgeQuestion(session))
    , m_ask(new AskLine(u"cartQuestion"_s))
    , m_hold(inRole(named(new QPushButton(tr("Hold")), u"holdButton"_s, tr("Put the cart on hold")),
                    "besideMain"))
    , m_held(inRole(named(new QPushButton, u"heldButton"_s, tr("Carts on hold")), "flat"))
    , m_pay(inRole(named(new QPushButton, u"payButton"_s, tr("Pay")), "main"))
{
    build();
    connect(m_customer, &QPushButton::clicked, this, &CartPanel::customerWanted);
    connect(m_pay, &QPushButton::clicked, this, &CartPanel::payWanted);
    connect(m_hold, &QPushButton::clicked, this, &CartPanel::askHold);
    connect(m_held, &QPushButton::clicked, this, &CartPanel::recallWanted);
    connect(m_ask, &AskLine::refused, this, &CartPanel::showError);
    connect(m_ask, &AskLine::ended, this, [this] {
        m_question = Question::None;
        clearError();
        showEditor();
        Q_EMIT questionEnded();
    });
    connect(m_age, &AgeQuestion::answered, this, &CartPanel::questionEnded);
    connect(m_quantity, &QLineEdit::returnPressed, this, &CartPanel::enterQuantity);
    connect(m_fulfilment, &FulfilmentPanel::dayWanted, this, &CartPanel::askDay);
    connect(m_lines->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &CartPanel::showEditor);
    connect(&m_session, &CartSession::changed, this, &CartPanel::refresh);
    refresh();
}

void CartPanel::build()
{
    inRole(this, "side");
    m_lines->installEventFilter(this);
    new EmptyNote(m_lines, tr("The cart is empty. Scan a product, or search for it."));
    auto *head = new QWidget;
    auto *headLayout = padded(head);
    inRole(m_customer, "flat");
    m_customer->setIcon(lineIcon(LineIcon::Person));
    m_customer->setIconSize({metrics::iconSize, metrics::iconSize});
    placeKey(m_customer, new KeyCap(u"sell.customer"_s));
    headLayout->addWidget(m_customer);
    headLayout->addWidget(m_fulfilment);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(head);
    layout->addWidget(rule());
    layout->addWidget(m_lines, 1);
    m_editor = buildEditor();
    layout->addWidget(m_editor);
    layout->addWidget(m_ask);
    layout->addWidget(m_age);
    layout->addWidget(rule());
    layout->addWidget(buildTotals());
}

QWidget *CartPanel::buildEditor()
{
    auto *editor = new QWidget;
    auto *less = named(new QPushButton(u"−"_s), u"lineLess"_s, tr("One less"));
    auto *more = named(new QPushButton(u"+"_s), u"lineMore"_s, tr("One more"));
    auto *remove = named(new QPushButton(tr("Remove")), u"lineRemove"_s, tr("Remove the line"));
    inRole(less, "step");
    inRole(more, "step");
    m_quantity->setAlignment(Qt::AlignCenter);
    connect(less, &QPushButton::clicked, this,
            [this] { setQuantity(std::max(Quantity{}, currentQuantity() - Quantity::pieces(1))); });
    connect(more, &QPushButton::clicked, this,
            [this] { setQuantity(currentQuantity() + Quantity::pieces(1)); });
    connect(remove, &QPushButton::clicked, this, [this] { setQuantity({}); });
    auto *layout = new QHBoxLayout(editor);
    layout->setContentsMargins(metrics::group, metrics::inside, metrics::group, metrics::inside);
    layout->setSpacing(metrics::inside);
    layout->addWidget(less);
    layout->addWidget(m_quantity, 1);
    layout->addWidget(more);
    layout->addWidget(remove);
    return editor;
}

QWidget *CartPanel::buildTotals()
{
    auto *totals = new QWidget;
    auto *layout = padded(totals);
    m_taxAmounts->setAlignment(onScreen(Qt::AlignRight));
    auto *taxes = new QHBoxLayout;
    taxes->addWidget(m_taxNames);
    taxes->addStretch();
    taxes->addWidget(m_taxAmounts);
    auto *sum = new QHBoxLayout;
    sum->addWidget(plainLabel(tr("Total"), "total"));
    sum->addStretch();
    sum->addWidget(m_total);
    placeKey(m_pay, new KeyCap(u"sell.pay"_s));
    placeKey(m_hold, new KeyCap(u"sell.hold"_s));
    placeKey(m_held, new KeyCap(u"sell.recall"_s));
    m_hold->setFixedWidth(metrics::holdWidth);
    auto *actions = new QHBoxLayout;
    actions->setSpacing(metrics::inside);
    actions->addWidget(m_hold);
    actions->addWidget(m_pay, 1);
    m_note->setWordWrap(true);
    layout->addWidget(m_held);
    layout->addWidget(m_note);
    layout->addLayout(taxes);
    layout->addLayout(sum);
    layout->addWidget(m_lastSale);
    layout->addWidget(m_message);
    layout->addLayout(actions);
    m_held->hide();
    return totals;
}

bool CartPanel::isOpen() const { return !m_paying && !m_session.isFrozen(); }

bool CartPanel::mayChange() const { return isOpen() && !m_session.isEmpty(); }

int CartPanel::nextLine(Question question)
{
    const bool again = m_question == question && m_questionLine == 0;
    m_question = question;
    m_questionLine = again ? currentLine() : 0;
    return m_questionLine;
}

void CartPanel::ask(const QString &question, const QString &offered, AskLine::Take take)
{
    m_editor->hide();
    m_ask->ask(question, offered, std::move(take));
}

void CartPanel::askHold()
{
    if (!mayChange())
        return;
    m_question = Question::Other;
    ask(tr("Put on hold for"), m_session.usualHoldName(), [this](const QString &name) -> Result<> {
        if (name.isEmpty() || name.size() > CartService::maxNameLength)
            return Error(CartError::BadText);
        m_session.hold(name);
        return {};
    });
}

void CartPanel::askDiscount()
{
    if (!mayChange())
        return;
    const int line = nextLine(Question::Discount);
    const QString question = line == 0
                                 ? tr("Off the order: 10 % or an amount (same key: on the line)")
                                 : tr("Off the line: 10 % or an amount (same key: on the order)");
    const Currency currency = m_session.cart().currency;
    ask(question, editableText(m_session.discount(line), currency),
        [this, line, currency](const QString &text) -> Result<> {
            const auto discount = typedDiscount(text, currency);
            if (!discount)
                return discount.error();
            if (discount->amountMinor > m_session.fullPrice(line).minor)
                return Error(CartError::BadDiscount);
            m_session.setDiscount(line, *discount);
            return {};
        });
}

void CartPanel::askNote()
{
    if (!mayChange())
        return;
    const int line = nextLine(Question::Note);
    const QString question = line == 0 ? tr("Note on the order (same key: on the line)")
                                       : tr("Note on the line (same key: on the order)");
    ask(question, m_session.note(line), [this, line](const QString &text) -> Result<> {
        m_session.setNote(line, text);
        return {};
    });
}

void CartPanel::askPrice()
{
    const int line = currentLine();
    if (!mayChange() || line == 0)
        return;
    if (m_session.isCharge(line))
        return askCharge();
    m_question = Question::Other;
    const UnitPrice now = m_session.lines().line(m_lines->currentIndex().row()).unitPrice;
    ask(tr("Price of one, now %1").arg(unitPriceText(now)), {},
        [this, line, currency = now.currency](const QString &text) -> Result<> {
            const auto price = typedPrice(text, currency);
            if (!price)
                return price.error();
            m_session.setPrice(line, *price);
            return {};
        });
}

void CartPanel::askCharge()
{
    const Cart &cart = m_session.cart();
    if (!mayChange() || cart.fulfilment != Fulfilment::Delivery)
        return;
    m_question = Question::Other;
    const QString question = cart.charge ? tr("Delivery, now %1 (nothing: as the table says)")
                                               .arg(amountText(cart.charge->amount))
                                         : tr("What does the delivery cost?");
    ask(question, {}, [this, currency = cart.currency](const QString &text) -> Result<> {
        if (text.isEmpty()) {
            m_session.setDeliveryCharge(std::nullopt);
            return {};
        }
        const auto minor = typedNumber(text, currency.exponent());
        if (!minor)
            return minor.error();
        if (*minor < 0 || *minor > Money::maxMinor)
            return Error(CartError::BadAmount);
        m_session.setDeliveryCharge(Money{*minor, currency});
        return {};
    });
}

void CartPanel::askDay()
{
    const Cart &cart = m_session.cart();
    if (!isOpen() || cart.fulfilment == Fulfilment::Counter)
        return;
    m_question = Question::Other;
    const QDate today = m_session.today();
    const QString now = cart.wishedFor.isValid() ? dayText(cart.wishedFor) : QString();
    ask(tr("Wished for which day? %1, for one, or +3; nothing: as soon as possible")
            .arg(dayText(today.addDays(3))),
        now, [this, today](const QString &text) -> Result<> {
            const auto day = typedDay(text, today);
            if (!day)
                return day.error();
            if (day->isValid() && *day < today)
                return Error(CartError::PastDate);
            m_session.setWishedFor(*day);
            return {};
        });
}

void CartPanel::askOpenItem()
{
    if (!isOpen())
        return;
    m_question = Question::Other;
    ask(tr("Not in the catalog: what is it?"), {}, [this](const QString &name) -> Result<> {
        if (name.isEmpty() || name.size() > Product::maxNameLength)
            return Error(CartError::BadText);
        // The next question takes the place of this one.
        QMetaObject::invokeMethod(
            this, [this, name] { askOpenPrice(name); }, Qt::QueuedConnection);
        return {};
    });
}

void CartPanel::askOpenPrice(const QString &name)
{
    m_question = Question::Other;
    const Currency currency = m_session.cart().currency;
    const TaxRate tax = m_session.usualTaxRate();
    ask(tr("Price of %1, with %2 % tax").arg(name, taxRateText(tax)), {},
        [this, name, currency, tax](const QString &text) -> Result<> {
            const auto price = typedPrice(text, currency);
            if (!price)
                return price.error();
            m_session.addOpenItem({name, Quantity::pieces(1), *price, tax});
            return {};
        });
}

bool CartPanel::withdrawQuestion() { return m_ask->withdraw(); }

void CartPanel::showHeld(int carts)
{
    m_held->setText(tr("On hold: %1").arg(carts));
    m_held->setVisible(carts > 0);
}

void CartPanel::setPaying(bool paying)
{
    m_paying = paying;
    refresh();
}

void CartPanel::showError(const Error &error) { m_message->say(error); }

void CartPanel::insistOnAge()
{
    withdrawQuestion();
    m_message->notice(tr("Answer first whether the customer is old enough."));
    m_age->takeFocus();
}

void CartPanel::tellLastSale(const Cart &sold)
{
    if (!m_session.isEmpty())
        return;
    Money change{0, sold.currency};
    Money back = change;
    bool isCash = false;
    for (const CartTender &tender : sold.tenders) {
        if (tender.tender.kind != TenderKind::Cash)
            continue;
        isCash = true;
        change += tender.change();
        if (tender.tender.amount.isNegative())
            back += -tender.tender.amount;
    }
    QString text = tr("Kontor was cut off. The last receipt is %1.").arg(sold.receipt);
    if (!back.isZero())
        text += u' ' + tr("In cash %1 were to be given back.").arg(amountText(back));
    else if (isCash)
        text += u' ' + tr("The change was %1.").arg(amountText(change));
    m_lastSale->notice(text);
}

void CartPanel::clearError() { m_message->say(QString()); }

void CartPanel::choosePosition(int lineNumber)
{
    const int row = m_session.lines().rowOf(lineNumber);
    if (row >= 0)
        m_lines->selectRow(row);
}

void CartPanel::refresh()
{
    const Cart &cart = m_session.cart();
    const QString customer =
        cart.customer.isNull() ? tr("Walk-in customer") : m_session.customerName();
    m_customer->setText(customer);
    m_customer->setAccessibleName(tr("Customer: %1").arg(customer));
    const bool open = isOpen();
    m_customer->setEnabled(open);
    m_fulfilment->setOpen(open);
    const QString total = amountText(m_session.totals().total);
    m_total->setText(total);
    m_pay->setText(m_session.isEmpty() ? tr("Pay")
                   : m_session.totals().total.isNegative()
                       ? tr("Refund %1").arg(amountText(-m_session.totals().total))
                       : tr("Pay %1").arg(total));
    m_pay->setEnabled(!m_paying && !m_session.isEmpty());
    m_hold->setEnabled(open && !m_session.isEmpty());
    m_held->setEnabled(open);
    if (!m_session.isEmpty())
        m_lastSale->withdrawNotice();
    if (m_session.isFrozen() && !m_paying)
        m_message->notice(tr("Money was taken for this cart. Go on with Pay to finish."));
    else
        m_message->withdrawNotice();
    m_note->setText(cart.note);
    m_note->setVisible(!cart.note.isEmpty());
    showTaxes();
    showEditor();
}

void CartPanel::showTaxes()
{
    QStringList names;
    QStringList amounts;
    if (const Money off = m_session.discounted(); !off.isZero()) {
        names.append({tr("Subtotal"), tr("Discount")});
        amounts.append({amountText(m_session.totals().total + off), amountText(-off)});
    }
    for (const TaxTotal &tax : m_session.totals().taxes) {
        const QString rate = taxRateText(tax.rate);
        names.append(m_session.cart().taxIncluded ? tr("%1 % tax included").arg(rate)
                                                  : tr("%1 % tax").arg(rate));
        amounts.append(amountText(tax.tax));
    }
    m_taxNames->setText(names.join(u'\n'));
    m_taxAmounts->setText(amounts.join(u'\n'));
}

int CartPanel::currentLine() const
{
    const QModelIndex current = m_lines->currentIndex();
    return current.isValid() ? m_session.lines().line(current.row()).line : 0;
}

Quantity CartPanel::currentQuantity() const
{
    const QModelIndex current = m_lines->currentIndex();
    return current.isValid() ? m_session.lines().line(current.row()).quantity : Quantity{};
}

void CartPanel::showEditor()
{
    const bool shown = currentLine() > 0 && isOpen() && !m_ask->isAsking() && !m_age->isAsking();
    m_editor->setVisible(shown);
    if (shown && !m_quantity->hasFocus())
        m_quantity->setText(editableText(currentQuantity()));
}

void CartPanel::setQuantity(Quantity quantity)
{
    if (currentLine() > 0)
        m_session.setQuantity(currentLine(), quantity);
    clearError();
}

void CartPanel::enterQuantity()
{
    const auto thousandths = typedNumber(m_quantity->text(), 3);
    if (!thousandths)
        return m_message->say(thousandths.error());
    if (*thousandths < 0)
        return m_message->say(Error(CartError::BadQuantity));
    setQuantity(Quantity{*thousandths});
    m_lines->setFocus();
}

bool CartPanel::lineKey(int key, const QString &text)
{
    if (key == Qt::Key_Delete || key == Qt::Key_Minus) {
        setQuantity({});
        return true;
    }
    if (text.isEmpty() || !text.front().isPrint())
        return false;
    if (text.front().isDigit() && m_editor->isVisible()) {
        m_quantity->setFocus();
        m_quantity->setText(text);
    } else {
        Q_EMIT typed(text);
    }
    return true;
}

bool CartPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_lines && event->type() == QEvent::KeyPress && !m_paying) {
        const auto *press = static_cast<QKeyEvent *>(event);
        if (isBare(*press) && lineKey(press->key(), press->text()))
            return true;
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace kontor
