// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QStringList>

namespace kontor::sandbox {

//! An official API description, which lies outside the repository.
class ApiSchemas
{
public:
    //! Empty where the shared data is absent.
    static ApiSchemas load(const QString &fileName);

    bool isEmpty() const { return m_document.isEmpty(); }

    //! What in the value is not as the named schema has it: required members, types and fixed
    //! choices; empty where all is. A null stands for an absent member.
    QString violations(const QString &schemaName, const QJsonValue &value) const;

    //! The schema of an operation's 200 answer.
    QString answerViolations(const QString &path, const QString &method,
                             const QJsonValue &value) const;

private:
    QJsonObject resolved(QJsonObject schema) const;
    void check(const QJsonObject &schema, const QJsonValue &value, const QString &place,
               QStringList &found) const;
    void checkMembers(const QJsonObject &schema, const QJsonObject &value, const QString &place,
                      QStringList &found) const;

    QJsonObject m_document;
};

} // namespace kontor::sandbox
