// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/world.h"

#include <QJsonArray>
#include <QRandomGenerator>

namespace kontor::sandbox {

using namespace Qt::StringLiterals;

namespace {

QString idOf(const QJsonObject &content)
{
    const auto id = content[u"id"_s].toString();
    return id.isEmpty() ? content[u"object_id"_s].toString() : id;
}

QJsonObject toJson(const IdempotentAnswer &answer)
{
    return {{u"key"_s, answer.key},
            {u"endpoint"_s, answer.endpoint},
            {u"hash"_s, answer.requestHash},
            {u"status"_s, answer.status},
            {u"body"_s, QString::fromUtf8(answer.body)}};
}

IdempotentAnswer answerFromJson(const QJsonObject &json)
{
    return {json[u"key"_s].toString(), json[u"endpoint"_s].toString(), json[u"hash"_s].toString(),
            json[u"status"_s].toInt(), json[u"body"_s].toString().toUtf8()};
}

} // namespace

World::World(Ledger &ledger) : m_ledger(ledger)
{
    for (const auto &line : m_ledger.takeLines())
        apply(line);
}

const QJsonObject *World::find(const QString &kind, const QString &id) const
{
    const auto objects = m_objects.constFind(kind);
    if (objects == m_objects.constEnd())
        return nullptr;
    const auto found = objects->constFind(id);
    return found == objects->constEnd() ? nullptr : &*found;
}

std::optional<IdempotentAnswer> World::answerTo(const QString &key) const
{
    const auto found = m_answers.constFind(key);
    if (found == m_answers.constEnd())
        return std::nullopt;
    return *found;
}

bool World::commit(const Change &change, const std::optional<IdempotentAnswer> &answer)
{
    QList<QJsonObject> lines;
    for (const auto &effect : change.effects) {
        auto line = effect.details;
        line[u"kind"_s] = effect.kind;
        line[u"id"_s] = effect.id;
        if (effect.kind.startsWith(u"payment."))
            line[u"idempotency_key"_s] = answer ? answer->key : QString();
        lines.append(line);
    }
    if (lines.isEmpty() && answer)
        lines.append({{u"kind"_s, u"idempotent"_s}, {u"id"_s, answer->key}});
    if (lines.isEmpty())
        return true;

    QJsonArray objects;
    for (const auto &object : change.objects)
        objects.append(QJsonObject{{u"kind"_s, object.kind}, {u"content"_s, object.content}});
    if (!objects.isEmpty())
        lines.last()[u"objects"_s] = objects;
    if (answer)
        lines.last()[u"idempotent"_s] = toJson(*answer);
    if (!m_ledger.append(lines))
        return false;
    apply(lines.last());
    return true;
}

bool World::forgetKeys()
{
    const QJsonObject line{{u"kind"_s, u"idempotent.forgotten"_s}, {u"id"_s, QString()}};
    if (!m_ledger.append({line}))
        return false;
    apply(line);
    return true;
}

void World::apply(const QJsonObject &line)
{
    if (line[u"kind"_s] == u"idempotent.forgotten"_s)
        m_answers.clear();
    const auto objects = line[u"objects"_s].toArray();
    for (const auto &object : objects)
        put(object[u"kind"_s].toString(), object[u"content"_s].toObject());
    if (line.contains(u"idempotent"_s)) {
        const auto answer = answerFromJson(line[u"idempotent"_s].toObject());
        m_answers.insert(answer.key, answer);
    }
}

void World::put(const QString &kind, const QJsonObject &content)
{
    const auto id = idOf(content);
    auto &objects = m_objects[kind];
    if (!objects.contains(id))
        m_ids[kind].append(id);
    objects.insert(id, content);
}

QJsonObject publicForm(QJsonObject stored)
{
    stored.remove(u"_sandbox"_s);
    return stored;
}

QString newId(const QString &prefix)
{
    static constexpr char letters[] =
        "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    auto id = prefix;
    for (int i = 0; i < 24; ++i)
        id += QLatin1Char(letters[QRandomGenerator::system()->bounded(62)]);
    return id;
}

} // namespace kontor::sandbox
