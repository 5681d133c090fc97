// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/arrangement.h"
#include "ui/widgets/segments.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSplitter>
#include <QStandardItemModel>
#include <QTableView>
#include <QTest>
#include <QVBoxLayout>

namespace kontor {

using namespace Qt::StringLiterals;

//! A window with one part of each kind.
struct Parts
{
    Parts()
    {
        goods.setHorizontalHeaderLabels({u"Name"_s, u"Price"_s, u"Stock"_s});
        goods.appendRow({new QStandardItem(u"Candle"_s), new QStandardItem(u"1.20"_s),
                         new QStandardItem(u"24"_s)});
        table->setModel(&goods);
        table->setSortingEnabled(true);
        table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
        letArrangeColumns(table);
        splitter->addWidget(new QWidget);
        splitter->addWidget(new QWidget);
        box->addItems({u"All"_s, u"Open"_s, u"Done"_s});
        button->setCheckable(true);
        auto *layout = new QVBoxLayout(&window);
        const std::pair<const char *, QWidget *> parts[] = {
            {"table", table},   {"splitter", splitter}, {"segments", segments}, {"box", box},
            {"button", button}, {"field", field},       {"passed", passed},
        };
        for (const auto &[name, part] : parts) {
            part->setObjectName(QString::fromLatin1(name));
            layout->addWidget(part);
            if (part != passed)
                keepArrangement(part);
        }
        window.resize(800, 600);
        window.show();
    }

    QStandardItemModel goods;
    QWidget window;
    QTableView *table = new QTableView;
    QSplitter *splitter = new QSplitter;
    Segments *segments =
        new Segments(u"segments"_s, u"Kind"_s, {{u"a"_s, u"A"_s}, {u"b"_s, u"B"_s}});
    QComboBox *box = new QComboBox;
    QPushButton *button = new QPushButton;
    QLineEdit *field = new QLineEdit;
    QLineEdit *passed = new QLineEdit;
};

class ArrangementTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void partsAreAsTheyWereLeft();
    void aChoiceThatIsPutBackIsTold();
    void columnsFitWhenTheFirstRowsCome();
    void nonsenseIsPassedOver_data();
    void nonsenseIsPassedOver();
};

void ArrangementTest::partsAreAsTheyWereLeft()
{
    Parts left;
    left.table->horizontalHeader()->moveSection(2, 0);
    left.table->horizontalHeader()->resizeSection(1, 222);
    left.table->sortByColumn(1, Qt::DescendingOrder);
    left.splitter->setSizes({600, 180});
    left.segments->choose(1);
    left.box->setCurrentIndex(2);
    left.button->setChecked(true);
    left.field->setText(u"T1-7"_s);
    left.passed->setText(u"nobody's business"_s);

    Parts again;
    arrange(again.window, arrangementOf(left.window));
    const QHeaderView *header = again.table->horizontalHeader();
    QCOMPARE(header->visualIndex(2), 0);
    QCOMPARE(header->sectionSize(1), 222);
    QCOMPARE(header->sectionResizeMode(0), QHeaderView::Stretch);
    QCOMPARE(header->sortIndicatorSection(), 1);
    QCOMPARE(header->sortIndicatorOrder(), Qt::DescendingOrder);
    QCOMPARE(again.splitter->sizes(), left.splitter->sizes());
    QCOMPARE(again.segments->chosen(), 1);
    QCOMPARE(again.box->currentIndex(), 2);
    QVERIFY(again.button->isChecked());
    QCOMPARE(again.field->text(), u"T1-7"_s);
    QVERIFY(again.passed->text().isEmpty());
}

void ArrangementTest::aChoiceThatIsPutBackIsTold()
{
    Parts parts;
    parts.segments->choose(0);
    QSignalSpy picked(parts.segments, &Segments::picked);
    QSignalSpy activated(parts.box, &QComboBox::activated);
    arrange(parts.window, {{u"segments"_s, u"1"_s}, {u"box"_s, u"1"_s}});
    QCOMPARE(picked.size(), 1);
    QCOMPARE(activated.size(), 1);
}

void ArrangementTest::columnsFitWhenTheFirstRowsCome()
{
    QStandardItemModel goods(0, 2);
    QTableView table;
    table.setModel(&goods);
    table.horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    letArrangeColumns(&table);
    table.show();
    goods.appendRow(new QStandardItem(QString(30, u'm')));
    QTRY_VERIFY(table.columnWidth(0) > 200);
    table.setColumnWidth(0, 150);
    goods.appendRow(new QStandardItem(QString(40, u'm')));
    QCoreApplication::sendPostedEvents(&table, QEvent::MetaCall);
    QCOMPARE(table.columnWidth(0), 150);
}

void ArrangementTest::nonsenseIsPassedOver_data()
{
    QTest::addColumn<QString>("columns");
    QTest::newRow("none") << QString();
    QTest::newRow("words") << u"wide narrow middling"_s;
    QTest::newRow("one of them twice") << u"0:100 0:100 1:100"_s;
    QTest::newRow("too few") << u"1:100 0:100"_s;
    QTest::newRow("one that there is not") << u"0:100 1:100 9:100"_s;
    QTest::newRow("sorted by nothing") << u"sorted:77:1"_s;
}

void ArrangementTest::nonsenseIsPassedOver()
{
    QFETCH(QString, columns);
    Parts parts;
    const Arrangement before = arrangementOf(parts.window);
    arrange(parts.window, {{u"table"_s, columns},
                           {u"splitter"_s, u"?"_s},
                           {u"segments"_s, u"7"_s},
                           {u"box"_s, u"-4"_s},
                           {u"nobody"_s, u"1"_s}});
    QCOMPARE(arrangementOf(parts.window), before);
}

} // namespace kontor

QTEST_MAIN(kontor::ArrangementTest)

#include "arrangement_test.moc"
