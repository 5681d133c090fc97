// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/architecture/include_arrows.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kontor {

namespace {

struct Question
{
    QString asker;
    QString asked;
};

const QList<Question> &systemQuestions()
{
    static const QList<Question> all{
        {u"cart"_s, u"catalog"_s},        // product data
        {u"devices"_s, u"cart"_s},        // what a receipt tells of its cart
        {u"catalog"_s, u"inventory"_s},   // availability
        {u"payment"_s, u"account"_s},     // payment data
        {u"shipping"_s, u"account"_s},    // address
        {u"notification"_s, u"account"_s} // e-mail address
    };
    return all;
}

bool readsTopic(const QString &reader, const QString &service)
{
    return std::any_of(topicArrows().begin(), topicArrows().end(), [&](const TopicArrows &topic) {
        return topic.service == service && topic.readers.contains(reader);
    });
}

bool asksQuestion(const QString &asker, const QString &asked)
{
    return std::any_of(systemQuestions().begin(), systemQuestions().end(),
                       [&](const Question &question) {
                           return question.asker == asker && question.asked == asked;
                       });
}

//! Where a path lies: its layer, and within the services and the application its folder.
struct Room
{
    explicit Room(const QString &path)
        : layer(path.section(u'/', 0, 0))
        , folder(path.count(u'/') > 1 ? path.section(u'/', 1, 1) : QString())
        , file(path.section(u'/', -1))
    {
        if (layer == u"app" && folder == u"sandbox")
            layer = u"app/sandbox"_s;
    }

    //! From the top of the house to its ground; -1: outside of it.
    int height() const
    {
        static const QStringList fromTheGround{u"services"_s, u"models"_s, u"ui"_s, u"app"_s};
        return static_cast<int>(fromTheGround.indexOf(layer));
    }

    QString layer;
    QString folder;
    QString file;
};

QString whyNotBetweenServices(const Room &from, const Room &to, const QString &header)
{
    if (to.folder == from.folder)
        return {};
    if (from.folder == u"audit") {
        return header == u"services/core/result.h"
                   ? QString()
                   : u"the audit checks the shop's files without the shop's code"_s;
    }
    if (to.folder == u"core")
        return {};
    if (from.folder == u"core")
        return u"the core knows no service"_s;
    if (to.file == to.folder + u"_topic.h"_s) {
        return readsTopic(from.folder, to.folder)
                   ? QString()
                   : u"%1 does not read the topic of %2"_s.arg(from.folder, to.folder);
    }
    if (!asksQuestion(from.folder, to.folder))
        return u"%1 asks nothing of %2"_s.arg(from.folder, to.folder);
    return {};
}

} // namespace

const QList<TopicArrows> &topicArrows()
{
    static const QList<TopicArrows> all{
        {u"account"_s, {u"payment"_s, u"notification"_s}},
        {u"cart"_s, {u"order"_s, u"payment"_s, u"devices"_s}},
        {u"order"_s, {u"inventory"_s, u"notification"_s}},
        {u"inventory"_s, {u"payment"_s, u"notification"_s}},
        {u"payment"_s, {u"order"_s, u"shipping"_s, u"notification"_s}},
        {u"shipping"_s, {u"order"_s, u"payment"_s, u"notification"_s}},
    };
    return all;
}

const QStringList &systemServices()
{
    static const QStringList all{u"account"_s,   u"catalog"_s, u"cart"_s,     u"order"_s,
                                 u"inventory"_s, u"payment"_s, u"shipping"_s, u"notification"_s};
    return all;
}

QString whyNotIncluded(const QString &path, const QString &header)
{
    const Room from(path);
    const Room to(header);
    if (from.layer == u"tests" && (to.layer == u"tests" || to.layer == u"app/sandbox"))
        return {};
    if (from.layer == u"app/sandbox" || to.layer == u"app/sandbox") {
        return from.layer == to.layer ? QString()
                                      : u"the sandbox is a program of its own: it shares no code"_s;
    }
    if (to.height() < 0)
        return u"includes are written from the root of the tree, and lead to app, ui, models or "
               "services"_s;
    if (from.layer == u"tests")
        return {};
    if (from.height() < to.height())
        return u"%1 knows nothing of %2"_s.arg(from.layer, to.layer);
    if (to.layer == u"services" && to.folder != u"core" && from.folder != to.folder &&
        to.file.endsWith(u"_store.h"))
        return u"a store is seen by its own service only"_s;
    if (from.layer == u"services")
        return whyNotBetweenServices(from, to, header);
    return {};
}

QList<Finding> includeFindings(const SourceFile &file)
{
    static const QRegularExpression include(u"^\\s*#\\s*include\\s*\"([^\"]+)\""_s,
                                            QRegularExpression::MultilineOption);
    QList<Finding> all;
    if (file.code.isEmpty())
        return all;
    auto found = include.globalMatch(file.text);
    while (found.hasNext()) {
        const auto match = found.next();
        const QString header = match.captured(1);
        if (header.endsWith(u".moc"))
            continue;
        if (const QString why = whyNotIncluded(file.path, header); !why.isEmpty())
            all.append({file.path, file.lineAt(match.capturedStart(1)),
                        u"includes %1: %2"_s.arg(header, why)});
    }
    return all;
}

} // namespace kontor
