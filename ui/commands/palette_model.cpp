// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/palette_model.h"

#include "models/matched_parts.h"
#include "models/texts.h"
#include "services/core/call.h"
#include "ui/commands/commands.h"

#include <QAction>

#include <algorithm>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

//! Whether each of the words begins a word of the text.
bool isMeant(const QString &text, const QString &words)
{
    const QStringList wanted = words.split(u' ', Qt::SkipEmptyParts);
    return std::ranges::all_of(
        wanted, [&](const QString &word) { return !matchedParts(text, word).isEmpty(); });
}

} // namespace

PaletteModel::PaletteModel(const ShopAccess &access, const ReaderThread<CatalogLookup> &lookup,
                           const Commands &commands, QObject *parent)
    : QAbstractTableModel(parent)
    , m_access(access)
    , m_lookup(lookup)
    , m_commands(commands)
{
}

QString PaletteModel::pageName(const QString &page)
{
    if (page == u"sell"_s)
        return tr("Sell");
    if (page == u"orders"_s)
        return tr("Orders");
    if (page == u"shift"_s)
        return tr("Shift");
    return tr("Everywhere");
}

void PaletteModel::search(const QString &text)
{
    m_text = text.simplified();
    m_orderRows.clear();
    m_productRows.clear();
    m_customerRows.clear();
    findCommands();
    combine();
    if (!m_text.isEmpty())
        askShop();
}

void PaletteModel::findCommands()
{
    m_commandRows.clear();
    for (QAction *command : m_commands.all()) {
        const QString words = command->text() + u' ' + pageName(Commands::pageOf(command));
        if (isMeant(words, m_text))
            m_commandRows.append(command);
    }
}

template <class Value>
void PaletteModel::take(QList<Entry> &kind, const QList<Value> &values)
{
    kind.clear();
    for (const Value &value : values.first(std::min<qsizetype>(values.size(), ofEachKind)))
        kind.append(value);
    combine();
}

void PaletteModel::askShop()
{
    call(*m_lookup, &CatalogLookup::find, ProductWish{m_text, {}}, ProductPage::beforeFirstRank,
         ofEachKind)
        .then(this, [this, asked = m_text](const Result<ProductPage> &page) {
            if (page && asked == m_text)
                take(m_productRows, page->products);
        });
    call(m_access.account, &AccountService::find, m_text)
        .then(this, [this, asked = m_text](const Result<FoundAccounts> &found) {
            if (found && asked == m_text)
                take(m_customerRows, found->accounts);
        });
    call(m_access.order, &OrderService::orderByReceipt, m_text.toUpper())
        .then(this, [this, asked = m_text](const Result<std::optional<Order>> &order) {
            if (order && order->has_value() && asked == m_text)
                take(m_orderRows, QList<Order>{**order});
        });
}

void PaletteModel::combine()
{
    beginResetModel();
    m_rows = m_orderRows + m_commandRows + m_productRows + m_customerRows;
    endResetModel();
    Q_EMIT found();
}

int PaletteModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int PaletteModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant PaletteModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == TypedRole)
        return m_text;
    if (role == Qt::TextAlignmentRole)
        return index.column() == KindColumn ? int(Qt::AlignRight | Qt::AlignVCenter)
                                            : int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != DetailRole)
        return {};
    struct Texts
    {
        QString text, detail, kind;
    };
    struct Telling
    {
        Texts operator()(QAction *command) const
        {
            return {command->text(), pageName(Commands::pageOf(command)),
                    Commands::keysText(command)};
        }
        Texts operator()(const Product &product) const
        {
            return {product.name,
                    categoryName(product.category) +
                        (product.category.isEmpty() ? u""_s : u" · "_s) + product.sku,
                    unitPriceText(product.price)};
        }
        Texts operator()(const Account &account) const
        {
            QStringList parts{account.details.email, account.details.phone};
            parts.removeAll(QString());
            return {account.details.name, parts.join(u" · "_s), tr("Customer")};
        }
        Texts operator()(const Order &order) const
        {
            return {order.receipt, nameText(order.state), amountText(order.total)};
        }
    };
    const Texts texts = std::visit(Telling(), m_rows[index.row()]);
    if (index.column() == KindColumn)
        return role == Qt::DisplayRole ? QVariant(texts.kind) : QVariant();
    return role == Qt::DisplayRole ? texts.text : texts.detail;
}

} // namespace kontor
