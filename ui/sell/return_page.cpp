// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sell/return_page.h"

#include "models/texts.h"
#include "models/typed_number.h"
#include "services/core/quote.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/bare_key.h"
#include "ui/widgets/focus.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/lists.h"
#include "ui/widgets/named.h"
#include "ui/widgets/row_delegate.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>

namespace kontor {

using namespace Qt::StringLiterals;

ReturnPage::ReturnPage(const ShopAccess &access, CartSession &session, QWidget *parent)
    : QWidget(parent)
    , m_desk(access, session)
    , m_receipt(named(new QLineEdit, u"returnReceipt"_s, tr("Receipt number")))
    , m_facts(inRole(named(plainLabel(), u"returnFacts"_s, tr("About the receipt")), "muted"))
    , m_lines(rowTable(u"returnLines"_s, tr("Lines of the receipt")))
    , m_reasons(new QButtonGroup(this))
    , m_words(named(new QLineEdit, u"returnReason"_s, tr("Reason in other words")))
    , m_dispositions(new QButtonGroup(this))
    , m_all(named(new QPushButton(tr("All")), u"returnAll"_s, tr("All of it comes back")))
    , m_take(inRole(
          named(new QPushButton(tr("Take back")), u"returnTake"_s, tr("Take the goods back")),
          "main"))
    , m_message(new MessageLine(u"returnMessage"_s))
{
    build();
    connectDesk();
}

void ReturnPage::connectDesk()
{
    connect(&m_desk, &ReturnDesk::looked, this, &ReturnPage::showLines);
    connect(&m_desk, &ReturnDesk::notFound, this, [this](const QString &receipt) {
        m_message->say(tr("There is no receipt %1. Check the number, or take the goods back "
                          "without receipt.")
                           .arg(readable(receipt)));
        m_receipt->selectAll();
    });
    connect(&m_desk, &ReturnDesk::refused, this,
            [this](const Error &error) { m_message->say(error); });
    connect(&m_desk, &ReturnDesk::taken, this, &ReturnPage::taken);
    connect(m_receipt, &QLineEdit::returnPressed, this, &ReturnPage::look);
    connect(m_words, &QLineEdit::returnPressed, this, &ReturnPage::take);
    connect(m_take, &QPushButton::clicked, this, &ReturnPage::take);
    connect(m_all, &QPushButton::clicked, this, [this] {
        m_desk.lines().takeAll();
        focusInSight(m_lines);
    });
    connect(m_lines->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this] { m_typed.clear(); });
}

void ReturnPage::build()
{
    auto *back = named(new QPushButton(tr("Back")), u"returnBack"_s, tr("Back to selling"));
    connect(back, &QPushButton::clicked, this, &ReturnPage::left);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::page, metrics::page, metrics::page, metrics::page);
    layout->setSpacing(metrics::group);
    layout->addLayout(panelHead(tr("Return or exchange"), back));
    layout->addWidget(buildFinder());
    layout->addWidget(m_facts);
    layout->addWidget(buildTable(), 1);
    layout->addWidget(buildTerms());
    layout->addWidget(m_message);
    layout->addWidget(m_take);
}

QWidget *ReturnPage::buildFinder()
{
    auto *finder = new QWidget;
    m_receipt->setPlaceholderText(tr("Number of the receipt, or scan it"));
    auto *without = named(new QPushButton(tr("Without receipt")), u"returnWithoutReceipt"_s,
                          tr("Take goods back without receipt"));
    showKey(without, tr("F8"));
    without->setFixedWidth(2 * metrics::amountWidth);
    connect(without, &QPushButton::clicked, this, &ReturnPage::withoutReceiptWanted);
    auto *layout = new QHBoxLayout(finder);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::inside);
    layout->addWidget(m_receipt, 1);
    layout->addWidget(without);
    return finder;
}

QWidget *ReturnPage::buildTable()
{
    m_lines->setModel(&m_desk.lines());
    m_lines->installEventFilter(this);
    auto *delegate = new RowDelegate(metrics::tallRowHeight, m_lines);
    delegate->setTallHeight(metrics::tallRowHeight);
    delegate->setDetail(ReturnLinesModel::NameColumn, ReturnLinesModel::DetailRole);
    delegate->setBold(ReturnLinesModel::TakenColumn);
    m_lines->setItemDelegate(delegate);
    m_lines->verticalHeader()->setDefaultSectionSize(metrics::tallRowHeight);
    QHeaderView *header = m_lines->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(ReturnLinesModel::NameColumn, QHeaderView::Stretch);
    new EmptyNote(m_lines, tr("The lines of the receipt appear here. Then type how many of each "
                              "come back."));
    return m_lines;
}

QPushButton *ReturnPage::addSegment(QButtonGroup *group, QHBoxLayout *row, const QString &name,
                                    const QString &text)
{
    auto *segment = inRole(named(new QPushButton(text), name, text), "segment");
    segment->setCheckable(true);
    group->addButton(segment, int(group->buttons().size()));
    row->addWidget(segment, 1);
    return segment;
}

QWidget *ReturnPage::buildTerms()
{
    auto *reasons = inRole(new QFrame, "segments");
    auto *reasonRow = new QHBoxLayout(reasons);
    auto *dispositions = inRole(new QFrame, "segments");
    auto *dispositionRow = new QHBoxLayout(dispositions);
    for (QHBoxLayout *row : {reasonRow, dispositionRow}) {
        row->setContentsMargins(metrics::gap, metrics::gap, metrics::gap, metrics::gap);
        row->setSpacing(0);
    }
    addSegment(m_reasons, reasonRow, u"reasonNotWanted"_s, tr("Not wanted"));
    auto *faulty = addSegment(m_reasons, reasonRow, u"reasonFaulty"_s, tr("Faulty"));
    addSegment(m_reasons, reasonRow, u"reasonWrong"_s, tr("Wrong item"));
    addSegment(m_dispositions, dispositionRow, u"returnRestock"_s, tr("Back to the shelf"));
    auto *writeOff =
        addSegment(m_dispositions, dispositionRow, u"returnWriteOff"_s, tr("Write off"));
    connect(faulty, &QPushButton::clicked, writeOff, [writeOff] { writeOff->setChecked(true); });
    m_words->setPlaceholderText(tr("Reason in other words"));
    m_words->setMaxLength(int(CartService::maxNoteLength));
    showKey(m_all, tr("Ctrl+A"));
    showKey(m_take, tr("Enter"));
    m_all->setFixedWidth(2 * metrics::amountWidth);
    m_take->setAutoDefault(true);
    auto *terms = new QWidget;
    auto *first = new QHBoxLayout;
    first->setSpacing(metrics::inside);
    first->addWidget(reasons, 1);
    first->addWidget(m_words, 1);
    auto *second = new QHBoxLayout;
    second->setSpacing(metrics::inside);
    second->addWidget(dispositions, 1);
    second->addStretch(1);
    second->addWidget(m_all);
    auto *layout = new QVBoxLayout(terms);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::inside);
    layout->addLayout(first);
    layout->addLayout(second);
    return terms;
}

void ReturnPage::start(const QString &receipt)
{
    m_desk.clear();
    m_message->say(QString());
    m_facts->clear();
    m_words->clear();
    m_typed.clear();
    m_reasons->button(0)->setChecked(true);
    m_dispositions->button(0)->setChecked(true);
    m_take->setEnabled(false);
    m_all->setEnabled(false);
    m_receipt->setText(receipt);
    m_receipt->setFocus();
    if (!receipt.isEmpty())
        look();
}

QString ReturnPage::reason() const
{
    const QString words = m_words->text().simplified();
    return words.isEmpty() ? m_reasons->checkedButton()->text() : words;
}

Disposition ReturnPage::disposition() const
{
    return m_dispositions->checkedId() == 0 ? Disposition::Restock : Disposition::WriteOff;
}

void ReturnPage::look()
{
    m_message->say(QString());
    if (m_receipt->text().trimmed().isEmpty())
        return m_message->say(tr("Type the number that stands on the receipt, or scan it."));
    m_desk.look(m_receipt->text());
}

void ReturnPage::showLines()
{
    const Order &order = *m_desk.order();
    m_facts->setText(tr("%1 · %2 · %3 · %4")
                         .arg(order.receipt, momentText(order.placedAt), nameText(order.fulfilment),
                              amountText(order.total)));
    m_receipt->setText(order.receipt);
    m_take->setEnabled(true);
    m_all->setEnabled(true);
    m_lines->setCurrentIndex(m_desk.lines().index(0, 0));
    focusInSight(m_lines);
    if (m_desk.lines().rowCount() == 0)
        m_message->say(tr("Nothing was sold by this receipt that could come back."));
}

void ReturnPage::take()
{
    m_message->say(QString());
    if (!m_desk.lines().takesAny())
        return m_message->say(tr("Type how many come back, on each line."));
    m_desk.take(reason(), disposition());
}

void ReturnPage::takeQuantity(Quantity quantity)
{
    const int row = m_lines->currentIndex().row();
    if (row < 0)
        return;
    m_message->say(QString());
    if (m_desk.lines().take(row, quantity))
        return;
    m_typed.clear();
    const ReturnableLine &line = m_desk.lines().line(row);
    m_message->say(line.left().isZero()
                       ? tr("%1: all that was sold is back already.").arg(line.line.name)
                       : tr("%1: no more than %2 can come back; %3 were sold.")
                             .arg(line.line.name, quantityText(line.left()),
                                  quantityText(line.line.quantity)));
}

void ReturnPage::takeTyped()
{
    constexpr int decimals = 3;
    const auto typed = m_typed.isEmpty() ? Result<qint64>(0) : typedNumber(m_typed, decimals);
    if (typed)
        takeQuantity({*typed});
}

bool ReturnPage::lineKey(int key, const QString &text)
{
    const int row = m_lines->currentIndex().row();
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        take();
        return true;
    }
    if (row < 0)
        return false;
    const Quantity taken = m_desk.lines().taken(row);
    if (key == Qt::Key_Backspace) {
        m_typed.chop(1);
        takeTyped();
    } else if (key == Qt::Key_Delete) {
        m_typed.clear();
        takeQuantity({});
    } else if (text == u"+") {
        takeQuantity(taken + Quantity::pieces(1));
    } else if (text == u"-") {
        takeQuantity(std::max(Quantity{}, taken - Quantity::pieces(1)));
    } else if (text.size() == 1 && (text.front().isDigit() || text == u"," || text == u".")) {
        m_typed += text;
        takeTyped();
    } else {
        return false;
    }
    return true;
}

bool ReturnPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_lines || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    auto *key = static_cast<QKeyEvent *>(event);
    if (key->matches(QKeySequence::SelectAll) && m_all->isEnabled()) {
        m_all->click();
        return true;
    }
    if (!isBare(*key))
        return QWidget::eventFilter(watched, event);
    return lineKey(key->key(), key->text()) || QWidget::eventFilter(watched, event);
}

} // namespace kontor
