// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/payment_matrix.h"

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

constexpr PaymentStep allSteps[] = {PaymentStep::Authorise, PaymentStep::Capture,
                                    PaymentStep::Refund, PaymentStep::Void, PaymentStep::Status};

QString endText(StepEnd end)
{
    const auto name = nameOf(end);
    return QString::fromLatin1(name.data(), qsizetype(name.size()));
}

} // namespace

bool isHonest(const CallReply &reply, PaymentStep step, const OutsideFault &fault)
{
    using Kind = CallReply::Kind;
    const QByteArrayView plan(fault.plan);
    if (fault.harmless)
        return reply.kind == Kind::NotSent || reply.kind == Kind::Wait;
    // Of what a question is answered instead of an answer nothing follows.
    if (fault.effect == Effect::Refused)
        return reply.kind == (step == PaymentStep::Status ? Kind::Unknown : Kind::Definite);
    // Qt asks a question again by itself where the connection is closed.
    if (plan.startsWith("drop") && step == PaymentStep::Status)
        return reply.kind == Kind::Unknown || reply.kind == Kind::Definite;
    // No amount is a part of a void.
    if (plan == "wrongAmount" && step == PaymentStep::Void)
        return reply.kind == Kind::Definite;
    if (plan.startsWith("wrong"))
        return reply.kind == Kind::Unknown && reply.note.startsWith(u"ALARM");
    return reply.kind == Kind::Unknown;
}

StepEnd expectedEnd(PaymentStep step, const OutsideFault &fault, Continuation continuation)
{
    // A question is asked again, and a refused void tried again.
    if (step == PaymentStep::Status || step == PaymentStep::Void)
        return StepEnd::Done;
    const bool refused = fault.effect == Effect::Refused || fault.effect == Effect::RefusedLater;
    if (continuation != Continuation::Lapsed)
        return refused ? StepEnd::Refused : StepEnd::Done;
    // It was answered before the key lapsed, or surely not done.
    if (fault.effect == Effect::Refused)
        return StepEnd::Refused;
    if (fault.harmless)
        return StepEnd::Done;
    // A second capture is refused by itself, so it is repeated without a key as well.
    if (step == PaymentStep::Capture)
        return StepEnd::Done;
    switch (fault.effect) {
    case Effect::Now:
    case Effect::Later:
        return StepEnd::Done;
    case Effect::RefusedLater:
        // A card that was declined is on the payment system's list, a refund that was not.
        return step == PaymentStep::Authorise ? StepEnd::Refused : StepEnd::Task;
    case Effect::None:
    case Effect::Refused:
        break;
    }
    return StepEnd::Task;
}

void PaymentMatrix::addRows()
{
    QTest::addColumn<PaymentStep>("step");
    QTest::addColumn<QString>("fault");
    for (const PaymentStep step : allSteps) {
        for (const OutsideFault &fault : outsideFaults())
            QTest::addRow("%s: %s", nameOf(step).data(), fault.name)
                << step << QString::fromLatin1(fault.name);
    }
}

QString PaymentMatrix::run(PaymentStep step, const OutsideFault &fault)
{
    const Fulfilment fulfilment = step == PaymentStep::Authorise || step == PaymentStep::Capture
                                      ? Fulfilment::Counter
                                      : Fulfilment::Pickup;
    if (const QString wrong = m_shop.orderReady(step, fulfilment); !wrong.isEmpty())
        return wrong;
    if (const QString wrong = m_shop.take(step, {&fault}, m_continuation); !wrong.isEmpty())
        return wrong;
    const auto &reply = m_shop.firstStruck();
    if (reply && !isHonest(*reply, step, fault))
        return u"the call was taken for what it was not: %1 %2"_s.arg(int(reply->kind))
            .arg(reply->note);
    const StepEnd expected = expectedEnd(step, fault, m_continuation);
    if (m_shop.end() != expected)
        return u"it ended as %1 instead of %2"_s.arg(endText(m_shop.end()), endText(expected));
    if (m_shop.bytesRevealed() != 0)
        return u"%1 bytes went to a server that is not the right one"_s.arg(m_shop.bytesRevealed());
    return goOn(step);
}

//! What is to be done by people is done, and the sale comes to its end.
QString PaymentMatrix::goOn(PaymentStep step)
{
    if (m_shop.end() == StepEnd::Task) {
        if (const QString wrong = m_shop.resolveTask(step); !wrong.isEmpty())
            return wrong;
        return m_shop.end() == StepEnd::Refused ? QString() : u"what a person said is not so"_s;
    }
    if (step != PaymentStep::Authorise || m_shop.end() != StepEnd::Done)
        return {};
    const QString wrong = m_shop.take(PaymentStep::Capture, {}, Continuation::RunOn);
    return wrong.isEmpty() && m_shop.end() != StepEnd::Done ? u"the sale was not paid"_s : wrong;
}

} // namespace kontor
