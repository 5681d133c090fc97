// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/audit/audit.h"
#include "tests/cart/cart_deeds.h"

using namespace Qt::StringLiterals;

namespace kontor {

//! That the auditor believes the till's shifts, and names what does not follow from their facts.
class ShiftAuditTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // The statements below are SQLite's.
    void initTestCase() { qunsetenv("KONTOR_POSTGRES_URL"); }
    void init();
    void cleanup() { m_bench.reset(); }

    void soundShiftsAreBelieved();
    void whatWasChangedIsFound_data();
    void whatWasChangedIsFound();

private:
    void sell(TenderKind kind, qint64 givenMore = 0);
    void close(qint64 cash, qint64 card);
    QList<Finding> found() const;
    //! Without the triggers that keep the table; answers how many rows it changed.
    int change(const QString &table, const QString &statement) const;

    std::unique_ptr<CartBench> m_bench;
};

void ShiftAuditTest::sell(TenderKind kind, qint64 givenMore)
{
    const OrderId cart = m_bench->cartWith({lamp});
    const Tender tender = m_bench->tender(lampPrice, kind);
    CartBench::must(m_bench->service->addTender(m_bench->owner(), cart, tender,
                                                tender.amount + m_bench->euros(givenMore)));
    CartBench::must(m_bench->service->order(m_bench->owner(), cart));
}

void ShiftAuditTest::close(qint64 cash, qint64 card)
{
    ShiftCount count;
    count.amounts = {{TenderKind::Cash, m_bench->euros(cash)},
                     {TenderKind::Card, m_bench->euros(card)}};
    CartBench::must(m_bench->service->closeShift(m_bench->owner(), count));
}

//! Two closed shifts and an open one, with something of each kind in them.
void ShiftAuditTest::init()
{
    m_bench = std::make_unique<CartBench>();
    m_bench->product(u"lamp"_s, lampPrice);
    CartService &till = *m_bench->service;
    const auto owner = [this] { return m_bench->owner(); };
    sell(TenderKind::Cash, 1);
    close(lampPrice, 0);
    CartBench::must(till.openShift(owner(), m_bench->euros(10'000)));
    sell(TenderKind::Cash);
    sell(TenderKind::Card);
    CartBench::must(till.payIn(owner(), m_bench->euros(500), {}));
    CartBench::must(till.payOut(owner(), m_bench->euros(300), u"stamps"_s));
    CartBench::must(till.drop(owner(), m_bench->euros(1000), {}));
    CartBench::must(till.openDrawer(owner(), u"to look"_s));
    const auto order = OrderId::named({1}, "sale");
    CartBench::must(till.payInDue(owner(), order, m_bench->euros(70)));
    CartBench::must(till.payOutRefund(
        owner(), {order, TenderId::named({1}, "t"), m_bench->euros(20), m_bench->euros(0)}));
    const OrderId back = m_bench->opened();
    CartBench::must(till.addReturnWithoutReceipt(owner(), back, lamp, Quantity::pieces(1),
                                                 Disposition::Restock));
    const Tender paidBack = m_bench->tender(-lampPrice);
    CartBench::must(till.addTender(owner(), back, paidBack, m_bench->euros(0)));
    CartBench::must(till.order(owner(), back));
    close(10'000 + 500 - 300 - 1000 + 70 - 20, lampPrice);
    CartBench::must(till.openShift(owner(), m_bench->euros(100)));
    sell(TenderKind::Cash, 5);
}

QList<Finding> ShiftAuditTest::found() const
{
    AuditInput input;
    input.stores.insert(u"cart:T1"_s, u"sqlite:"_s + m_bench->store().url().path);
    const auto report = audit(input);
    CartBench::must(report);
    QList<Finding> found;
    for (const Finding &finding : report->findings) {
        if (finding.invariant == u"A13")
            found.append(finding);
    }
    return found;
}

int ShiftAuditTest::change(const QString &table, const QString &statement) const
{
    int changed = 0;
    {
        auto file = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"planting"_s);
        file.setDatabaseName(m_bench->store().url().path);
        QSqlQuery query(file.open() ? file : QSqlDatabase());
        for (const auto *kind : {u"UPDATE", u"DELETE"})
            query.exec(u"DROP TRIGGER IF EXISTS %1_no_%2"_s.arg(table, QString::fromUtf16(kind)));
        if (!query.exec(statement))
            qWarning("%s", qPrintable(query.lastError().text()));
        changed = query.numRowsAffected();
    }
    QSqlDatabase::removeDatabase(u"planting"_s);
    return changed;
}

void ShiftAuditTest::soundShiftsAreBelieved()
{
    const auto findings = found();
    for (const Finding &finding : findings)
        qWarning("%s: %s instead of %s", qPrintable(finding.row), qPrintable(finding.found),
                 qPrintable(finding.expected));
    QVERIFY(findings.isEmpty());
}

void ShiftAuditTest::whatWasChangedIsFound_data()
{
    QTest::addColumn<QString>("table");
    QTest::addColumn<QString>("statement");
    QTest::addColumn<QString>("row");
    const auto inReport = [](const char *from, const char *to) {
        return u"UPDATE z_report SET report = CAST(replace(CAST(report AS TEXT), '%1', '%2') "
               "AS BLOB) WHERE number = 2"_s.arg(QLatin1StringView(from), QLatin1StringView(to));
    };
    QTest::newRow("a Z report sold less")
        << u"z_report"_s << inReport("\"salesGross\":[3998", "\"salesGross\":[2998")
        << u"z_report 2, totals"_s;
    QTest::newRow("a Z report counted more")
        << u"z_report"_s << inReport("\"counted\":[9250", "\"counted\":[9240")
        << u"z_report 2, counts"_s;
    QTest::newRow("a Z report has another number")
        << u"z_report"_s << u"UPDATE z_report SET number = 3 WHERE number = 2"_s << QString();
    QTest::newRow("a Z report is gone")
        << u"z_report"_s << u"DELETE FROM z_report WHERE number = 1"_s << u"z_report 1"_s;
    QTest::newRow("change that nobody got")
        << QString() << u"UPDATE cart_tender SET given = given + 7 WHERE kind = 'Cash'"_s
        << u"Cash/change"_s;
    QTest::newRow("a move that no event tells of")
        << u"shift_move"_s << u"UPDATE shift_move SET amount = 400 WHERE kind = 'PaidOut'"_s
        << u"shift_move, paidOut"_s;
    QTest::newRow("the drawer was opened, says nobody")
        << u"shift_move"_s << u"DELETE FROM shift_move WHERE kind = 'Opened'"_s
        << u"shift_move, drawerOpenings"_s;
    QTest::newRow("an open shift's sums")
        << QString()
        << u"UPDATE open_shift SET totals = CAST(replace(CAST(totals AS TEXT), "
           "'\"receipts\":1', '\"receipts\":2') AS BLOB)"_s
        << u"open_shift, till T1, receipts"_s;
    QTest::newRow("an open shift is gone")
        << QString() << u"DELETE FROM open_shift"_s << u"open_shift"_s;
    QTest::newRow("an event's sums")
        << u"event"_s
        << u"UPDATE event SET bytes = CAST(replace(CAST(bytes AS TEXT), '\"paidIn\":[500', "
           "'\"paidIn\":[600') AS BLOB) WHERE type = 'ShiftClosed'"_s
        << u"2, "_s;
    QTest::newRow("an event's expectation")
        << u"event"_s
        << u"UPDATE event SET bytes = CAST(replace(CAST(bytes AS TEXT), '\"expected\":[9250', "
           "'\"expected\":[9240') AS BLOB) WHERE type = 'ShiftClosed'"_s
        << u"Z report 2, Cash expected"_s;
    QTest::newRow("an event's perpetual total")
        << u"event"_s
        << u"UPDATE event SET bytes = CAST(replace(CAST(bytes AS TEXT), "
           "'\"perpetualSales\":[5997', '\"perpetualSales\":[5897') AS BLOB) "
           "WHERE type = 'ShiftClosed'"_s
        << u"Z report 2, perpetualSales"_s;
    QTest::newRow("a sale after its shift")
        << u"event"_s
        << u"UPDATE event SET type = type, bytes = (SELECT bytes FROM event AS first "
           "WHERE first.type = 'ShoppingCartOrdered' ORDER BY seq LIMIT 1) "
           "WHERE seq = (SELECT max(seq) FROM event)"_s
        << u"its shift"_s;
}

void ShiftAuditTest::whatWasChangedIsFound()
{
    QFETCH(const QString, table);
    QFETCH(const QString, statement);
    QFETCH(const QString, row);
    QVERIFY(change(table, statement) > 0);
    const auto findings = found();
    QCOMPARE(findings.size(), 1);
    QVERIFY2(findings.first().row.contains(row), qPrintable(findings.first().row));
}

} // namespace kontor

QTEST_GUILESS_MAIN(kontor::ShiftAuditTest)
#include "shift_audit_test.moc"
