// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/payment_error.h"

namespace kontor::sandbox {

using namespace Qt::StringLiterals;

PaymentError invalidRequest(const QString &code, const QString &message, const QString &param)
{
    return {400, u"invalid_request_error"_s, code, message, param, {}};
}

PaymentError notFound(const QString &what, const QString &id, const QString &param)
{
    return {404,
            u"invalid_request_error"_s,
            u"resource_missing"_s,
            u"No such %1: '%2'"_s.arg(what, id),
            param,
            {}};
}

HttpResponse errorResponse(const PaymentError &error)
{
    auto content = error.more;
    content[u"type"_s] = error.type;
    content[u"message"_s] = error.message;
    if (!error.code.isEmpty())
        content[u"code"_s] = error.code;
    if (!error.param.isEmpty())
        content[u"param"_s] = error.param;
    return jsonResponse(error.status, {{u"error"_s, content}});
}

Answer refusal(const PaymentError &error) { return {errorResponse(error), {}, false}; }

Answer bindingRefusal(const PaymentError &error) { return {errorResponse(error), {}, true}; }

} // namespace kontor::sandbox
