// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/architecture/events_page.h"

#include "tests/architecture/include_arrows.h"

#include <QMap>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kontor {

namespace {

constexpr auto wholeLines = QRegularExpression::MultilineOption;

struct DescribedType
{
    QString path;
    int line = 0;
    QString section;               //!< the folder of the topic; empty: a value of several events
    QMap<QString, QString> fields; //!< name to type, as the page writes it
};
using DescribedTypes = QMap<QString, DescribedType>;

struct EventsPage
{
    DescribedTypes types;
    QMap<QString, QStringList> readers; //!< of each section
};

QString topicFolder(const QString &path)
{
    static const QRegularExpression topic(u"^services/(\\w+)/\\1_topic\\.h$"_s);
    return topic.match(path).captured(1);
}

QMap<QString, QString> fieldsOf(const QString &body)
{
    static const QRegularExpression field(u"\\ba\\(\"(\\w+)\""_s);
    QMap<QString, QString> fields;
    auto found = field.globalMatch(body);
    while (found.hasNext()) {
        const QString name = found.next().captured(1);
        const QRegularExpression member(u"^ +([\\w<>]+) %1(?: =|;)"_s.arg(name), wholeLines);
        QString type = member.match(body).captured(1);
        if (type.startsWith(u"QList<"))
            type = u"QList of "_s + type.mid(6).chopped(1);
        fields.insert(name, type);
    }
    return fields;
}

//! The structs of a header that know how they are written.
DescribedTypes typesOf(const SourceFile &header)
{
    static const QRegularExpression structure(u"^struct (\\w+)\\s*\\{(.*?)^\\};"_s,
                                              wholeLines |
                                                  QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression eventType(u"\\btype = \"(\\w+)\""_s);
    DescribedTypes types;
    auto found = structure.globalMatch(header.text);
    while (found.hasNext()) {
        const auto match = found.next();
        const auto fields = fieldsOf(match.captured(2));
        if (fields.isEmpty())
            continue;
        const auto event = eventType.match(match.captured(2));
        types.insert(event.hasMatch() ? event.captured(1) : match.captured(1),
                     {header.path, header.lineAt(match.capturedStart()),
                      event.hasMatch() ? topicFolder(header.path) : QString(), fields});
    }
    return types;
}

EventsPage readPage(const SourceFile &page)
{
    static const QRegularExpression source(u"^Read by ([\\w, ]+)\\. Source: `([^`]+)`"_s);
    static const QRegularExpression row(u"^\\| `(\\w+)` \\| ([^|]*?) +\\|"_s);
    EventsPage read;
    QString section;
    QString type;
    int line = 0;
    for (const QString &text : page.text.split(u'\n')) {
        ++line;
        if (text.startsWith(u"## ")) {
            section.clear();
            type.clear();
        } else if (const auto from = source.match(text); from.hasMatch()) {
            section = topicFolder(from.captured(2));
            read.readers.insert(section, from.captured(1).toLower().split(u", "_s));
        } else if (text.startsWith(u"### ")) {
            type = text.mid(4).trimmed();
            read.types.insert(type, {page.path, line, section, {}});
        } else if (const auto field = row.match(text); field.hasMatch() && !type.isEmpty()) {
            read.types[type].fields.insert(field.captured(1), field.captured(2));
        }
    }
    return read;
}

void compareFields(const QString &name, const DescribedType &written, const DescribedType &real,
                   QList<Finding> &all)
{
    for (auto field = real.fields.begin(); field != real.fields.end(); ++field) {
        if (!written.fields.contains(field.key()))
            all.append(
                {written.path, written.line, u"%1 lacks its field %2"_s.arg(name, field.key())});
        else if (written.fields[field.key()] != field.value())
            all.append(
                {written.path, written.line,
                 u"the field %1 of %2 is of type %3"_s.arg(field.key(), name, field.value())});
    }
    for (auto field = written.fields.begin(); field != written.fields.end(); ++field) {
        if (!real.fields.contains(field.key()))
            all.append(
                {written.path, written.line, u"%1 has no field %2"_s.arg(name, field.key())});
    }
}

void compareReaders(const SourceFile &page, const EventsPage &read, QList<Finding> &all)
{
    for (const TopicArrows &topic : topicArrows()) {
        QStringList written = read.readers.value(topic.service);
        QStringList real = topic.readers;
        written.sort();
        real.sort();
        if (written != real)
            all.append({page.path, 0,
                        u"the topic of %1 is read by %2"_s.arg(topic.service,
                                                               topic.readers.join(u", "_s))});
    }
}

} // namespace

bool describesEvents(const QString &path)
{
    return !topicFolder(path).isEmpty() || path == u"services/core/trade.h" ||
           path == u"services/cart/shift_totals.h";
}

QList<Finding> eventsPageFindings(const SourceFile &page, const QList<SourceFile> &headers)
{
    DescribedTypes real;
    for (const SourceFile &header : headers)
        real.insert(typesOf(header));
    const EventsPage read = readPage(page);

    QList<Finding> all;
    for (auto type = real.begin(); type != real.end(); ++type) {
        const auto written = read.types.find(type.key());
        if (written == read.types.end()) {
            all.append({type->path, type->line, u"%1 is not on the page"_s.arg(type.key())});
            continue;
        }
        if (written->section != type->section)
            all.append(
                {page.path, written->line, u"%1 stands under the wrong topic"_s.arg(type.key())});
        compareFields(type.key(), *written, *type, all);
    }
    for (auto type = read.types.begin(); type != read.types.end(); ++type) {
        if (!real.contains(type.key()))
            all.append({page.path, type->line, u"there is no %1"_s.arg(type.key())});
    }
    compareReaders(page, read, all);
    return all;
}

} // namespace kontor
