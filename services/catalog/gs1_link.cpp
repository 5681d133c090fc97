// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/catalog/gs1_link.h"

#include "services/core/quote.h"

#include <QStringList>

#include <algorithm>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

// "dlpkey" in GS1's Barcode Syntax Dictionary.
constexpr Gs1LinkKey linkKeys[] = {
    {"00", ""},       {"01", "22,10,21|235"}, {"253", ""},      {"255", ""},     {"401", ""},
    {"402", ""},      {"414", "254|7040"},    {"415", "8020"},  {"417", "7040"}, {"8003", ""},
    {"8004", "7040"}, {"8006", "22,10,21"},   {"8010", "8011"}, {"8013", ""},    {"8017", "8019"},
    {"8018", "8019"},
};

const Gs1LinkKey *linkKey(QStringView identifier)
{
    const auto found = std::ranges::find_if(linkKeys, [identifier](const Gs1LinkKey &key) {
        return identifier == QLatin1StringView(key.identifier);
    });
    return found == std::end(linkKeys) ? nullptr : found;
}

QString decoded(QStringView part)
{
    return QString::fromUtf8(QByteArray::fromPercentEncoding(part.toUtf8()));
}

//! Links of earlier years have a GTIN as it is printed, without the zeros in front.
QString keyValue(const Gs1LinkKey &key, const QString &value)
{
    constexpr int gtinDigits = 14;
    const bool isGtin = QLatin1StringView(key.identifier) == "01"_L1;
    const bool isShort = value.size() == 8 || value.size() == 12 || value.size() == 13;
    return isGtin && isShort ? value.rightJustified(gtinDigits, u'0') : value;
}

//! Some of those that belong to the key, in their order.
bool mayFollow(const QStringList &qualifiers, const Gs1LinkKey &key)
{
    const QStringList alternatives = QString::fromLatin1(key.qualifiers).split(u'|');
    return std::ranges::any_of(alternatives, [&qualifiers](const QString &alternative) {
        qsizetype from = 0;
        const QStringList all = alternative.split(u',');
        return std::ranges::all_of(qualifiers, [&](const QString &qualifier) {
            from = all.indexOf(qualifier, from) + 1;
            return from > 0;
        });
    });
}

Result<> add(QList<Gs1Element> &elements, const QString &identifier, const QString &value)
{
    auto one = gs1Element(identifier, value);
    if (!one)
        return one.error();
    const auto twice = std::ranges::find(elements, identifier, &Gs1Element::identifier);
    if (twice != elements.end() && *twice != *one)
        return Error(ScanError::BadElement,
                     u"the application identifier %1 stands there twice"_s.arg(identifier));
    if (twice == elements.end())
        elements.append(std::move(*one));
    return {};
}

//! The rightmost key, and all that follows it.
Result<QList<Gs1Element>> pathElements(QStringView path)
{
    QList<QStringView> parts = path.split(u'/');
    if (!parts.isEmpty() && parts.last().isEmpty())
        parts.removeLast();
    qsizetype at = parts.size() - 2;
    while (at > 0 && !linkKey(parts[at]))
        at -= 2;
    // The very first part is the domain.
    const Gs1LinkKey *key = at > 0 ? linkKey(parts[at]) : nullptr;
    if (!key)
        return Error(ScanError::OtherLink, quotedForMessage(path));
    QList<Gs1Element> elements;
    QStringList qualifiers;
    for (; at + 1 < parts.size(); at += 2) {
        const bool isKey = elements.isEmpty();
        const QString identifier = parts[at].toString();
        const QString value = decoded(parts[at + 1]);
        if (const auto added = add(elements, identifier, isKey ? keyValue(*key, value) : value);
            !added)
            return added.error();
        if (!isKey)
            qualifiers.append(identifier);
    }
    if (!mayFollow(qualifiers, *key))
        return Error(ScanError::BadElement,
                     u"%1 do not follow %2 so"_s.arg(qualifiers.join(u", "_s),
                                                     QLatin1StringView(key->identifier)));
    return elements;
}

bool isNumber(QStringView name)
{
    return !name.isEmpty() &&
           std::ranges::all_of(name, [](QChar c) { return c >= u'0' && c <= u'9'; });
}

} // namespace

std::span<const Gs1LinkKey> gs1LinkKeys() { return linkKeys; }

bool isWebAddress(QStringView text)
{
    return text.startsWith("https://"_L1, Qt::CaseInsensitive) ||
           text.startsWith("http://"_L1, Qt::CaseInsensitive);
}

Result<QList<Gs1Element>> parseGs1Link(QStringView address)
{
    constexpr QLatin1StringView afterScheme = "://"_L1;
    QStringView rest = address.sliced(address.indexOf(afterScheme) + afterScheme.size());
    if (const qsizetype fragment = rest.indexOf(u'#'); fragment >= 0)
        rest.truncate(fragment);
    const qsizetype asks = rest.indexOf(u'?');
    auto elements = pathElements(asks < 0 ? rest : rest.first(asks));
    if (!elements || asks < 0)
        return elements;
    QString query = rest.sliced(asks + 1).toString();
    for (const QString &each : query.replace(u';', u'&').split(u'&')) {
        const QString name = decoded(each.section(u'=', 0, 0));
        if (!isNumber(name))
            continue;
        if (const auto added = add(*elements, name, decoded(each.section(u'=', 1))); !added)
            return added.error();
    }
    return elements;
}

} // namespace kontor
