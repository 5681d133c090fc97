// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/arrangement.h"

#include "ui/theme/tokens.h"
#include "ui/widgets/segments.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QSplitter>
#include <QTableView>

#include <algorithm>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

constexpr const char *isKept = "arrangementIsKept";
constexpr const char *isFitted = "columnsAreFitted";

//! The columns from left to right, each with its width: "0:240 2:110 1:150".
QString columnsOf(const QHeaderView &header)
{
    QStringList columns;
    for (int place = 0; place < header.count(); ++place) {
        const int column = header.logicalIndex(place);
        columns.append(u"%1:%2"_s.arg(column).arg(header.sectionSize(column)));
    }
    if (header.isSortIndicatorShown())
        columns.append(
            u"sorted:%1:%2"_s.arg(header.sortIndicatorSection()).arg(header.sortIndicatorOrder()));
    return columns.join(u' ');
}

void putColumns(QTableView *table, const QString &said)
{
    QHeaderView *header = table->horizontalHeader();
    QStringList columns = said.split(u' ', Qt::SkipEmptyParts);
    if (!columns.isEmpty() && columns.last().startsWith("sorted:"_L1)) {
        const QStringList sorted = columns.takeLast().split(u':');
        const int column = sorted.value(1).toInt();
        if (table->isSortingEnabled() && column >= 0 && column < header->count())
            table->sortByColumn(column, sorted.value(2).toInt() == Qt::DescendingOrder
                                            ? Qt::DescendingOrder
                                            : Qt::AscendingOrder);
    }
    QList<std::pair<int, int>> wanted; // column and width
    for (const QString &column : std::as_const(columns))
        wanted.append({column.section(u':', 0, 0).toInt(), column.section(u':', 1).toInt()});
    const auto isThere = [&](int column) {
        return std::ranges::count(wanted, column, &std::pair<int, int>::first) == 1;
    };
    // A list that has got other columns since begins anew.
    bool fits = wanted.size() == header->count();
    for (int column = 0; column < header->count(); ++column)
        fits = fits && isThere(column);
    if (!fits)
        return;
    table->setProperty(isFitted, true);
    for (int place = 0; place < wanted.size(); ++place) {
        const auto [column, width] = wanted[place];
        header->moveSection(header->visualIndex(column), place);
        if (header->sectionResizeMode(column) == QHeaderView::Interactive && width > 0)
            header->resizeSection(column, width);
    }
}

QString stateOf(const QWidget &part)
{
    if (const auto *table = qobject_cast<const QTableView *>(&part))
        return columnsOf(*table->horizontalHeader());
    if (const auto *splitter = qobject_cast<const QSplitter *>(&part))
        return QString::fromLatin1(splitter->saveState().toBase64());
    if (const auto *segments = qobject_cast<const Segments *>(&part))
        return QString::number(segments->chosen());
    if (const auto *box = qobject_cast<const QComboBox *>(&part))
        return QString::number(box->currentIndex());
    if (const auto *button = qobject_cast<const QAbstractButton *>(&part))
        return QVariant(button->isChecked()).toString();
    if (const auto *field = qobject_cast<const QLineEdit *>(&part))
        return field->text();
    return part.property("kept").toString();
}

void put(QWidget *part, const QString &state)
{
    if (auto *table = qobject_cast<QTableView *>(part))
        return putColumns(table, state);
    if (auto *splitter = qobject_cast<QSplitter *>(part)) {
        splitter->restoreState(QByteArray::fromBase64(state.toLatin1()));
        return;
    }
    if (auto *segments = qobject_cast<Segments *>(part)) {
        const int id = state.toInt();
        if (id >= 0 && id < segments->count() && id != segments->chosen()) {
            segments->choose(id);
            Q_EMIT segments->picked(id);
        }
        return;
    }
    if (auto *box = qobject_cast<QComboBox *>(part)) {
        const int index = state.toInt();
        if (index >= 0 && index < box->count() && index != box->currentIndex()) {
            box->setCurrentIndex(index);
            Q_EMIT box->activated(index);
        }
        return;
    }
    if (auto *button = qobject_cast<QAbstractButton *>(part))
        return button->setChecked(state == "true"_L1);
    if (auto *field = qobject_cast<QLineEdit *>(part))
        return field->setText(state);
    part->setProperty("kept", state);
}

//! Once, when the first rows are there, unless somebody arranged the columns before.
void fit(QTableView *table)
{
    if (table->property(isFitted).toBool() || table->model()->rowCount() == 0)
        return;
    table->setProperty(isFitted, true);
    for (int column = 0; column < table->horizontalHeader()->count(); ++column) {
        if (table->horizontalHeader()->sectionResizeMode(column) == QHeaderView::Interactive)
            table->resizeColumnToContents(column);
    }
}

} // namespace

void keepArrangement(QWidget *part) { part->setProperty(isKept, true); }

void letArrangeColumns(QTableView *table)
{
    keepArrangement(table);
    QHeaderView *header = table->horizontalHeader();
    header->setSectionsMovable(true);
    header->setMaximumSectionSize(metrics::detailsWidth);
    header->setMinimumSectionSize(metrics::quantityWidth);
    bool fits = false;
    for (int column = 0; column < header->count(); ++column) {
        const auto mode = header->sectionResizeMode(column);
        fits = fits || mode == QHeaderView::ResizeToContents;
        if (mode != QHeaderView::Stretch)
            header->setSectionResizeMode(column, QHeaderView::Interactive);
    }
    if (!fits)
        return;
    const auto rowsCame = [table] {
        // The model tells its views in an order of its own.
        QMetaObject::invokeMethod(
            table, [table] { fit(table); }, Qt::QueuedConnection);
    };
    QObject::connect(table->model(), &QAbstractItemModel::modelReset, table, rowsCame);
    QObject::connect(table->model(), &QAbstractItemModel::rowsInserted, table, rowsCame);
}

Arrangement arrangementOf(const QWidget &window)
{
    Arrangement arrangement;
    for (const QWidget *part : window.findChildren<QWidget *>()) {
        if (part->property(isKept).toBool())
            arrangement.insert(part->objectName(), stateOf(*part));
    }
    return arrangement;
}

void arrange(const QWidget &window, const Arrangement &arrangement)
{
    for (QWidget *part : window.findChildren<QWidget *>()) {
        const auto said = arrangement.constFind(part->objectName());
        if (said != arrangement.cend() && part->property(isKept).toBool())
            put(part, *said);
    }
}

} // namespace kontor
