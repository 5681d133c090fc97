// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/audit/topic_scan.h"

#include "services/audit/fields.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QSet>

namespace kontor::auditing {

using namespace Qt::StringLiterals;

namespace {

constexpr auto chainInvariant = "A8";

class TopicCheck
{
public:
    TopicCheck(const QString &source, const QList<Anchor> &anchors, Findings &findings)
        : m_findings(findings)
        , m_anchors(anchors)
    {
        m_scan.source = source;
        m_scan.hash = QByteArray(32, '\0');
    }

    LoggedEvent take(const Row &row);
    void compareHead(bool exists, qint64 seq, const QByteArray &hash);
    TopicScan finished();

private:
    QString place(qint64 seq) const { return u"event %1"_s.arg(seq); }
    void wrong(qint64 seq, const QString &expected, const QString &found)
    {
        m_findings.add(chainInvariant, m_scan.source, place(seq), expected, found);
    }
    void checkLink(qint64 seq, const QByteArray &bytes, const QByteArray &hash);
    LoggedEvent read(qint64 seq, const QByteArray &bytes);
    void keep(qint64 seq, const LoggedEvent &event);

    Findings &m_findings;
    const QList<Anchor> &m_anchors;
    TopicScan m_scan;
    QSet<QString> m_types;
    QSet<qint64> m_reached; //!< the anchors' numbers
};

void TopicCheck::checkLink(qint64 seq, const QByteArray &bytes, const QByteArray &hash)
{
    if (seq != m_scan.seq + 1)
        wrong(seq, u"number %1"_s.arg(m_scan.seq + 1), u"number %1"_s.arg(seq));
    QCryptographicHash sum(QCryptographicHash::Sha256);
    sum.addData(m_scan.hash);
    sum.addData(bytes);
    if (sum.result() != hash)
        wrong(seq, QString::fromLatin1(sum.result().toHex()), QString::fromLatin1(hash.toHex()));
    for (const Anchor &anchor : m_anchors) {
        if (anchor.source != m_scan.source || anchor.seq != seq)
            continue;
        m_reached.insert(seq);
        if (anchor.hash.toLower() != hash.toHex())
            wrong(seq, u"%1 as noted outside"_s.arg(QString::fromLatin1(anchor.hash)),
                  QString::fromLatin1(hash.toHex()));
    }
    m_scan.seq = seq;
    m_scan.hash = hash;
}

LoggedEvent TopicCheck::read(qint64 seq, const QByteArray &bytes)
{
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(bytes, &error);
    if (!document.isObject())
        wrong(seq, u"one JSON object"_s, error.errorString());
    else if (document.toJson(QJsonDocument::Compact) != bytes)
        wrong(seq, u"canonical bytes"_s, u"other bytes of the same meaning"_s);
    const auto envelope = document.object();
    return {numberIn(envelope, "seq"_L1), textIn(envelope, "type"_L1),
            idIn(envelope, "subject"_L1), idIn(envelope, "command"_L1),
            textIn(envelope, "cause"_L1), envelope.value("data"_L1).toObject()};
}

LoggedEvent TopicCheck::take(const Row &row)
{
    const qint64 seq = row.number(0);
    const auto type = row.text(1);
    const auto subject = row.id(2);
    const auto bytes = row.bytes(3);
    checkLink(seq, bytes, row.bytes(4));
    auto event = read(seq, bytes);
    if (event.seq != seq)
        wrong(seq, u"number %1 as in the bytes"_s.arg(event.seq), u"number %1"_s.arg(seq));
    if (event.type != type)
        wrong(seq, u"type %1 as in the bytes"_s.arg(event.type), u"type %1"_s.arg(type));
    if (event.subject != subject)
        wrong(seq, u"subject %1 as in the bytes"_s.arg(idText(event.subject)),
              u"subject %1"_s.arg(idText(subject)));
    keep(seq, event);
    return event;
}

void TopicCheck::keep(qint64 seq, const LoggedEvent &event)
{
    // Missing events leave empty places; a number from nowhere does not take all memory for them.
    const qint64 missing = seq - 1 - qint64(m_scan.marks.size());
    if (missing > 0 && missing < 1'000'000)
        m_scan.marks.resize(size_t(seq - 1));
    // One copy of each type's name serves all its events.
    m_scan.marks.push_back({*m_types.insert(event.type), event.subject});
}

void TopicCheck::compareHead(bool exists, qint64 seq, const QByteArray &hash)
{
    if (!exists && m_scan.seq == 0)
        return;
    if (!exists || seq != m_scan.seq)
        m_findings.add(chainInvariant, m_scan.source, u"the head"_s, u"number %1"_s.arg(m_scan.seq),
                       u"number %1"_s.arg(seq));
    else if (hash != m_scan.hash)
        m_findings.add(chainInvariant, m_scan.source, u"the head"_s,
                       QString::fromLatin1(m_scan.hash.toHex()), QString::fromLatin1(hash.toHex()));
}

TopicScan TopicCheck::finished()
{
    for (const Anchor &anchor : m_anchors) {
        const bool isStart = anchor.seq == 0 && anchor.hash == QByteArray(64, '0');
        if (anchor.source == m_scan.source && !isStart && !m_reached.contains(anchor.seq))
            wrong(anchor.seq, u"%1 as noted outside"_s.arg(QString::fromLatin1(anchor.hash)),
                  u"the topic ends at %1"_s.arg(m_scan.seq));
    }
    return std::move(m_scan);
}

} // namespace

Result<TopicScan> scanTopic(StoreReader &store, const QList<Anchor> &anchors, Findings &findings,
                            const std::function<void(const LoggedEvent &)> &take)
{
    TopicCheck check(store.name(), anchors, findings);
    if (const auto read =
            store.each(u"SELECT seq, type, subject, bytes, hash FROM event ORDER BY seq"_s,
                       [&](const Row &row) { take(check.take(row)); });
        !read)
        return read.error();
    bool hasHead = false;
    qint64 headSeq = 0;
    QByteArray headHash;
    if (const auto read = store.each(u"SELECT seq, hash FROM topic_head"_s,
                                     [&](const Row &row) {
                                         hasHead = true;
                                         headSeq = row.number(0);
                                         headHash = row.bytes(1);
                                     });
        !read)
        return read.error();
    check.compareHead(hasHead, headSeq, headHash);
    return check.finished();
}

} // namespace kontor::auditing
