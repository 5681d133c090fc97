// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

class QNetworkAccessManager;
class QNetworkReply;
class QNetworkRequest;

namespace kontor {

//! Posts the body once and never again: QNetworkAccessManager by itself sends a POST a second time
//! when the server closes without an answer, but it cannot do so with a body that it can read only
//! once. Such a call ends with QNetworkReply::ContentReSendError: whether the server acted on it is
//! unknown.
QNetworkReply *postOnce(QNetworkAccessManager &network, QNetworkRequest request,
                        const QByteArray &body);

//! Whether any of the body has been given to the network: if not, surely nothing was done with it.
//! (A refused connection alone proves nothing: it may be the second one.)
bool bodyWasTaken(const QNetworkReply *reply);

//! What all calls to external systems share: a transfer time-out, no redirects, no HTTP/2.
void restrain(QNetworkRequest &request, int timeoutMs);

//! Aborts the reply as soon as it grows beyond the limit, so that no answer fills the memory.
void limitAnswer(QNetworkReply *reply, qint64 maxBytes);

//! No answer of an external system that we ask is longer.
inline constexpr qint64 maxAnswerBytes = 256 * 1024;

} // namespace kontor
