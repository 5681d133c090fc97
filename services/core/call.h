// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/handover.h"

#include <QMutex>
#include <QObject>

#include <functional>
#include <memory>
#include <tuple>
#include <type_traits>
#include <utility>

namespace kontor {

//! A request to a service that runs in another thread, made by call(); it begins with then().
template <class Answer>
class [[nodiscard]] Call
{
public:
    //! Runs the work in its thread and hands its answer to the service.
    using Start = std::function<void(std::function<void(Answer)>)>;

    explicit Call(Start start) : m_start(std::move(start)) {}

    //! Calls done(answer) in the receiver's thread, which must be the current one; if the receiver
    //! is gone by then, the answer is dropped.
    template <class Done>
    void then(QObject *receiver, Done done)
    {
        struct Target
        {
            QMutex mutex;
            QObject *object;
        };
        const auto target = std::make_shared<Target>();
        target->object = receiver;
        // Held while an answer is posted, the mutex keeps the receiver from dying in that moment.
        const auto gone = QObject::connect(receiver, &QObject::destroyed, [target] {
            const QMutexLocker lock(&target->mutex);
            target->object = nullptr;
        });
        m_start([target, gone, done = std::move(done)](Answer answer) {
            const QMutexLocker lock(&target->mutex);
            if (!target->object)
                return;
            const Posting posting;
            QMetaObject::invokeMethod(
                target->object,
                [gone, done, answer = std::move(answer)] {
                    delivered();
                    QObject::disconnect(gone);
                    done(answer);
                },
                Qt::QueuedConnection);
        });
    }

private:
    Start m_start;
};

//! Asks a service for something in the service's own thread: the only bridge to it.
template <class Service, class Function, class... Arguments>
auto call(Service &service, Function function, Arguments &&...arguments)
{
    using Answer = std::invoke_result_t<Function, Service &, std::decay_t<Arguments> &...>;
    auto bound = std::make_tuple(std::decay_t<Arguments>(std::forward<Arguments>(arguments))...);
    return Call<Answer>([&service, function,
                         bound = std::move(bound)](std::function<void(Answer)> answered) mutable {
        const Posting posting;
        QMetaObject::invokeMethod(
            &service,
            [&service, function, bound = std::move(bound),
             answered = std::move(answered)]() mutable {
                delivered();
                answered(std::apply(
                    [&](auto &...values) { return std::invoke(function, service, values...); },
                    bound));
            },
            Qt::QueuedConnection);
    });
}

} // namespace kontor
