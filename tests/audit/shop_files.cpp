// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/audit/shop_files.h"

#include "services/audit/checks.h"

#include <QCryptographicHash>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTest>

namespace kontor::test {

using namespace Qt::StringLiterals;

namespace {

QString connectionOf(const QString &store) { return u"test/"_s + store; }

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace

QUuid numbered(int number)
{
    return QUuid::fromString(u"00000000-0000-7000-8000-%1"_s.arg(number, 12, 10, QChar(u'0')));
}

QString textOf(const QUuid &id) { return id.toString(QUuid::WithoutBraces); }

QString blobOf(const QUuid &id)
{
    return u"x'%1'"_s.arg(QString::fromLatin1(id.toRfc4122().toHex()));
}

QUuid jobFor(const QByteArray &cause)
{
    QByteArray bytes = QCryptographicHash::hash(cause, QCryptographicHash::Sha256).first(16);
    bytes.replace(0, 6, QByteArray(6, '\1'));
    bytes[6] = char(0x70 | (bytes[6] & 0x0f));
    bytes[8] = char(0x80 | (bytes[8] & 0x3f));
    return QUuid::fromRfc4122(bytes);
}

QJsonArray euro(qint64 number) { return {number, u"EUR"_s}; }

QStringList ShopFiles::stores()
{
    return {u"account"_s,      u"catalog"_s, u"cart:T1"_s, u"devices"_s, u"inventory"_s,
            u"notification"_s, u"order"_s,   u"payment"_s, u"shipping"_s};
}

ShopFiles::ShopFiles()
{
    for (const QString &store : stores())
        create(store);
}

ShopFiles::~ShopFiles()
{
    for (const QString &store : stores()) {
        QSqlDatabase::database(connectionOf(store), false).close();
        QSqlDatabase::removeDatabase(connectionOf(store));
    }
}

QString ShopFiles::path(const QString &store) const
{
    return m_folder.filePath(QString(store).replace(u':', u'_') + u".sqlite"_s);
}

AuditInput ShopFiles::input() const
{
    AuditInput input;
    for (const QString &store : stores())
        input.stores.insert(store, u"sqlite:"_s + path(store));
    input.ledger = m_folder.filePath(u"ledger.jsonl"_s);
    input.nowMs = 2'000'000;
    return input;
}

void ShopFiles::create(const QString &store)
{
    auto database = QSqlDatabase::addDatabase(u"QSQLITE"_s, connectionOf(store));
    database.setDatabaseName(path(store));
    if (!database.open())
        qFatal("%s", qPrintable(database.lastError().text()));
    run(store, u"PRAGMA journal_mode=WAL"_s);
    run(store, u"PRAGMA synchronous=OFF"_s);
    run(store, u"PRAGMA application_id=%1"_s.arg(0x4b4e5452));
    // Violations are planted that the schema refuses.
    run(store, u"PRAGMA ignore_check_constraints=ON"_s);
    migrate(store, u"core"_s);
    migrate(store, store.section(u':', 0, 0));
    run(store, u"INSERT INTO topic_head (one, seq, hash) VALUES (1, 0, zeroblob(32))"_s);
}

void ShopFiles::migrate(const QString &store, const QString &component)
{
    const QDir folder(
        u"%1/services/%2/migrations"_s.arg(qEnvironmentVariable("KONTOR_SOURCE_DIR"), component));
    const auto files = folder.entryList({u"*.sql"_s}, QDir::Files, QDir::Name);
    static const QRegularExpression comment(u"^--[^\n]*$"_s, QRegularExpression::MultilineOption);
    for (const QString &name : files) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("%s", qPrintable(file.fileName()));
        const auto text = QString::fromUtf8(file.readAll()).remove(comment);
        const auto statements = text.split(u";\n"_s, Qt::SkipEmptyParts);
        for (const QString &statement : statements) {
            if (!statement.trimmed().isEmpty())
                run(store, statement);
        }
    }
    run(store, u"INSERT INTO schema_version (component, version) VALUES (?, ?)"_s,
        {component, files.size()});
}

void ShopFiles::run(const QString &store, const QString &sql, const QVariantList &values)
{
    QSqlQuery query(QSqlDatabase::database(connectionOf(store)));
    bool done = query.prepare(sql);
    for (const QVariant &value : values)
        query.addBindValue(value);
    done = done && query.exec();
    if (!done)
        qFatal("%s: %s: %s", qPrintable(store), qPrintable(sql),
               qPrintable(query.lastError().text()));
}

void ShopFiles::event(const QString &store, const QString &type, const QUuid &subject,
                      const QJsonObject &data, const QString &cause)
{
    QStringList &types = m_types[store];
    types.append(type);
    const auto command = numbered(int(9000 + m_commands.size()));
    if (cause.isEmpty()) {
        m_commands.append(textOf(command));
        run(store,
            u"INSERT INTO command (id, name, actor, till, at, answer) "
            "VALUES (?, 'CartOrder', 'ada', 'T1', 1000, x'')"_s,
            {command.toRfc4122()});
    }
    const QJsonObject envelope{{u"actor"_s, u"ada"_s},
                               {u"at"_s, 1000 + types.size()},
                               {u"cause"_s, cause},
                               {u"command"_s, textOf(cause.isEmpty() ? command : QUuid())},
                               {u"data"_s, data},
                               {u"seq"_s, types.size()},
                               {u"subject"_s, textOf(subject)},
                               {u"type"_s, type},
                               {u"version"_s, 1}};
    run(store,
        u"INSERT INTO event (seq, type, subject, bytes, hash) VALUES (?, ?, ?, ?, zeroblob(32))"_s,
        {types.size(), type, subject.toRfc4122(), compact(envelope)});
}

void ShopFiles::amend(const QString &store, int seq,
                      const std::function<void(QJsonObject &)> &change)
{
    QSqlQuery query(QSqlDatabase::database(connectionOf(store)));
    query.exec(u"SELECT bytes FROM event WHERE seq = %1"_s.arg(seq));
    QVERIFY(query.next());
    auto envelope = QJsonDocument::fromJson(query.value(0).toByteArray()).object();
    query.finish();
    change(envelope);
    run(store, u"UPDATE event SET bytes = ?, type = ?, subject = ? WHERE seq = ?"_s,
        {compact(envelope), envelope[u"type"_s].toString(),
         QUuid::fromString(envelope[u"subject"_s].toString()).toRfc4122(), seq});
    seal(store);
}

void ShopFiles::amendData(const QString &store, int seq,
                          const std::function<void(QJsonObject &)> &change)
{
    amend(store, seq, [&](QJsonObject &envelope) {
        auto data = envelope[u"data"_s].toObject();
        change(data);
        envelope[u"data"_s] = data;
    });
}

void ShopFiles::seal(const QString &store)
{
    QList<std::pair<qint64, QByteArray>> events;
    QSqlQuery query(QSqlDatabase::database(connectionOf(store)));
    query.exec(u"SELECT seq, bytes FROM event ORDER BY seq"_s);
    while (query.next())
        events.append({query.value(0).toLongLong(), query.value(1).toByteArray()});
    query.finish();
    QByteArray hash(32, '\0');
    for (const auto &[seq, bytes] : std::as_const(events)) {
        hash = QCryptographicHash::hash(hash + bytes, QCryptographicHash::Sha256);
        run(store, u"UPDATE event SET hash = ? WHERE seq = ?"_s, {hash, seq});
    }
    run(store, u"UPDATE topic_head SET seq = ?, hash = ?"_s,
        {events.isEmpty() ? 0 : events.last().first, hash});
}

void ShopFiles::readAll()
{
    for (const QString &consumer : stores()) {
        for (const QString &source : stores()) {
            const auto *handled = auditing::handledEvents(consumer, source.section(u':', 0, 0));
            if (!handled)
                continue;
            const auto types = m_types.value(source);
            run(consumer, u"INSERT INTO topic_cursor (source, seq) VALUES (?, ?)"_s,
                {source, types.size()});
            for (qsizetype i = 0; i < types.size(); ++i) {
                if (handled->contains(types[i]))
                    run(consumer, u"INSERT INTO inbox (source, seq) VALUES (?, ?)"_s,
                        {source, i + 1});
            }
        }
    }
}

void ShopFiles::ledger(const QString &kind, const QString &id, QJsonObject details)
{
    details[u"n"_s] = ++m_lines;
    details[u"kind"_s] = kind;
    details[u"id"_s] = id;
    QFile file(m_folder.filePath(u"ledger.jsonl"_s));
    if (!file.open(QIODevice::Append) || file.write(compact(details) + '\n') < 0)
        qFatal("the ledger cannot be written");
}

} // namespace kontor::test
