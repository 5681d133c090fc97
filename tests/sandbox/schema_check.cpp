// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/schema_check.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <zlib.h>

namespace kontor::sandbox {

using namespace Qt::StringLiterals;

namespace {

QByteArray unzipped(const QString &path)
{
    QByteArray content;
    auto *file = gzopen(QFile::encodeName(path).constData(), "rb");
    if (!file)
        return content;
    char buffer[65536];
    for (int count = gzread(file, buffer, sizeof buffer); count > 0;
         count = gzread(file, buffer, sizeof buffer))
        content.append(buffer, count);
    gzclose(file);
    return content;
}

bool isOfType(const QString &type, const QJsonValue &value)
{
    if (type == u"object")
        return value.isObject();
    if (type == u"array")
        return value.isArray();
    if (type == u"string")
        return value.isString();
    if (type == u"boolean")
        return value.isBool();
    if (type == u"integer" || type == u"number")
        return value.isDouble();
    return true;
}

} // namespace

ApiSchemas ApiSchemas::load(const QString &fileName)
{
    const auto folder =
        qEnvironmentVariable("KONTOR_SHARED_DATA", QStringLiteral(KONTOR_DEFAULT_SHARED_DATA));
    ApiSchemas schemas;
    schemas.m_document =
        QJsonDocument::fromJson(unzipped(folder + u"/api-specs/"_s + fileName)).object();
    return schemas;
}

QString ApiSchemas::violations(const QString &schemaName, const QJsonValue &value) const
{
    QStringList found;
    const QJsonObject reference{{u"$ref"_s, u"#/components/schemas/"_s + schemaName}};
    check(reference, value, schemaName, found);
    return found.join(u"; ");
}

QString ApiSchemas::answerViolations(const QString &path, const QString &method,
                                     const QJsonValue &value) const
{
    const auto responses = m_document[u"paths"_s][path][method][u"responses"_s];
    const auto schema = responses[u"200"_s][u"content"_s][u"application/json"_s][u"schema"_s];
    QStringList found;
    if (!schema.isObject())
        return u"no such operation"_s;
    check(schema.toObject(), value, path, found);
    return found.join(u"; ");
}

QJsonObject ApiSchemas::resolved(QJsonObject schema) const
{
    while (schema.contains(u"$ref"_s)) {
        const auto name = schema[u"$ref"_s].toString().section(u'/', -1);
        schema = m_document[u"components"_s][u"schemas"_s][name].toObject();
    }
    return schema;
}

void ApiSchemas::check(const QJsonObject &given, const QJsonValue &value, const QString &place,
                       QStringList &found) const
{
    const auto schema = resolved(given);
    const auto parts = schema[u"allOf"_s].toArray();
    for (const auto &part : parts)
        check(part.toObject(), value, place, found);
    auto choices = schema[u"anyOf"_s].toArray();
    if (choices.isEmpty())
        choices = schema[u"oneOf"_s].toArray();
    bool chosen = choices.isEmpty();
    for (const auto &choice : std::as_const(choices)) {
        QStringList wrong;
        check(choice.toObject(), value, place, wrong);
        chosen = chosen || wrong.isEmpty();
    }
    if (!chosen)
        found.append(place + u": fits no alternative"_s);
    const auto type = schema[u"type"_s];
    if (type.isString() && !isOfType(type.toString(), value)) {
        found.append(u"%1: is no %2"_s.arg(place, type.toString()));
        return;
    }
    if (schema.contains(u"enum"_s) && !schema[u"enum"_s].toArray().contains(value))
        found.append(u"%1: unknown choice %2"_s.arg(place, value.toVariant().toString()));
    const auto items = value.toArray();
    for (const auto &item : items)
        check(schema[u"items"_s].toObject(), item, place + u"[]"_s, found);
    if (value.isObject())
        checkMembers(schema, value.toObject(), place, found);
}

void ApiSchemas::checkMembers(const QJsonObject &schema, const QJsonObject &value,
                              const QString &place, QStringList &found) const
{
    const auto required = schema[u"required"_s].toArray();
    for (const auto &name : required) {
        if (!value.contains(name.toString()))
            found.append(u"%1: %2 is missing"_s.arg(place, name.toString()));
    }
    const auto properties = schema[u"properties"_s].toObject();
    for (auto it = properties.begin(); it != properties.end(); ++it) {
        const auto member = value[it.key()];
        if (!member.isUndefined() && !member.isNull())
            check(it.value().toObject(), member, place + u'.' + it.key(), found);
    }
}

} // namespace kontor::sandbox
