// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/call.h"
#include "services/core/result.h"

#include <QElapsedTimer>
#include <QThread>
#include <QtTest>

#include <atomic>
#include <memory>
#include <random>

using namespace Qt::StringLiterals;
using namespace kontor;

namespace {

//! Adds numbers, in a thread of its own.
class Adder : public QObject
{
public:
    int add(int a, int b)
    {
        m_thread = QThread::currentThread();
        ++m_calls;
        return a + b;
    }
    Result<QString> greet(const QString &name) const
    {
        if (name.isEmpty())
            return Error(MoneyLikeError::Nobody, u"nobody to greet"_s);
        return u"hello "_s + name;
    }
    Result<> doNothing() { return {}; }

    enum class MoneyLikeError
    {
        Nobody
    };

    QThread *lastThread() const { return m_thread; }
    int calls() const { return m_calls; }

private:
    std::atomic<QThread *> m_thread = nullptr;
    std::atomic<int> m_calls = 0;
};

} // namespace

template <>
struct kontor::ErrorDomain<Adder::MoneyLikeError>
{
    static constexpr const char *name = "MoneyLikeError";
};

class CallTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void theWorkIsDoneInTheServicesThreadAndAnsweredInTheReceivers();
    void resultsAndErrorsComeBack();
    void argumentsAreKeptForTheCall();
    void aCallWithinOneThreadIsAnsweredLater();
    void aReceiverThatIsGoneGetsNoAnswer();
    void whatTheAnswerHoldsIsLetGo();
    void tenThousandCallsAreAnsweredInOrder();
    void receiversMayDieUnderLoad();
    void receiversInManyThreadsMayDieUnderLoad();

private:
    std::unique_ptr<QThread> m_thread;
    std::unique_ptr<Adder> m_adder;
};

void CallTest::init()
{
    m_thread = std::make_unique<QThread>();
    m_adder = std::make_unique<Adder>();
    m_adder->moveToThread(m_thread.get());
    m_thread->start();
}

void CallTest::cleanup()
{
    m_thread->quit();
    m_thread->wait();
    m_adder.reset();
}

void CallTest::theWorkIsDoneInTheServicesThreadAndAnsweredInTheReceivers()
{
    QObject receiver;
    int sum = 0;
    QThread *answeredIn = nullptr;
    call(*m_adder, &Adder::add, 2, 3).then(&receiver, [&](int answer) {
        sum = answer;
        answeredIn = QThread::currentThread();
    });
    QCOMPARE(sum, 0);
    QTRY_COMPARE(sum, 5);
    QCOMPARE(answeredIn, QThread::currentThread());
    QCOMPARE(m_adder->lastThread(), m_thread.get());
}

void CallTest::resultsAndErrorsComeBack()
{
    QObject receiver;
    QStringList said;
    const auto note = [&](const Result<QString> &answer) {
        said.append(answer ? *answer : answer.error().detail());
    };
    call(*m_adder, &Adder::greet, u"ann"_s).then(&receiver, note);
    call(*m_adder, &Adder::greet, QString()).then(&receiver, note);
    call(*m_adder, &Adder::doNothing).then(&receiver, [&](const Result<> &done) {
        said.append(done ? u"done"_s : u"failed"_s);
    });
    QTRY_COMPARE(said, (QStringList{u"hello ann"_s, u"nobody to greet"_s, u"done"_s}));
}

void CallTest::argumentsAreKeptForTheCall()
{
    QObject receiver;
    QString greeting;
    {
        QString name = u"bob"_s;
        call(*m_adder, &Adder::greet, name).then(&receiver, [&](const Result<QString> &answer) {
            greeting = *answer;
        });
        name = u"gone"_s;
    }
    QTRY_COMPARE(greeting, u"hello bob"_s);
}

void CallTest::aCallWithinOneThreadIsAnsweredLater()
{
    Adder here;
    QObject receiver;
    int sum = 0;
    call(here, &Adder::add, 1, 1).then(&receiver, [&](int answer) { sum = answer; });
    QCOMPARE(sum, 0);
    QTRY_COMPARE(sum, 2);
}

void CallTest::aReceiverThatIsGoneGetsNoAnswer()
{
    bool answered = false;
    auto receiver = std::make_unique<QObject>();
    call(*m_adder, &Adder::add, 1, 1).then(receiver.get(), [&](int) { answered = true; });
    receiver.reset();
    // An answer that waits in the queue already is dropped too.
    receiver = std::make_unique<QObject>();
    call(*m_adder, &Adder::add, 1, 1).then(receiver.get(), [&](int) { answered = true; });
    while (m_adder->calls() < 2)
        QThread::yieldCurrentThread();
    receiver.reset();

    QObject last;
    bool over = false;
    call(*m_adder, &Adder::add, 1, 1).then(&last, [&](int) { over = true; });
    QTRY_VERIFY(over);
    QVERIFY(!answered);
}

void CallTest::whatTheAnswerHoldsIsLetGo()
{
    const auto held = std::make_shared<int>(1);
    {
        QObject receiver;
        bool answered = false;
        call(*m_adder, &Adder::add, 1, 1).then(&receiver, [&answered, held](int) {
            answered = true;
        });
        QTRY_VERIFY(answered);
        auto gone = std::make_unique<QObject>();
        call(*m_adder, &Adder::add, 1, 1).then(gone.get(), [held](int) {});
    }
    m_thread->quit();
    m_thread->wait();
    m_adder.reset();
    QTRY_COMPARE(held.use_count(), 1);
}

void CallTest::tenThousandCallsAreAnsweredInOrder()
{
    constexpr int many = 10'000;
    QObject receiver;
    QList<int> answers;
    for (int i = 0; i < many; ++i)
        call(*m_adder, &Adder::add, i, 0).then(&receiver, [&](int answer) {
            answers.append(answer);
        });
    QTRY_COMPARE(answers.size(), many);
    for (int i = 0; i < many; ++i)
        QCOMPARE(answers[i], i);
    QCOMPARE(m_adder->calls(), many);
}

void CallTest::receiversMayDieUnderLoad()
{
    constexpr int many = 10'000;
    std::mt19937 random(5);
    std::vector<std::unique_ptr<QObject>> receivers;
    int wrong = 0;
    int answered = 0;
    for (int i = 0; i < many; ++i) {
        receivers.push_back(std::make_unique<QObject>());
        QObject *receiver = receivers.back().get();
        call(*m_adder, &Adder::add, i, 1).then(receiver, [&, i](int answer) {
            ++answered;
            wrong += answer == i + 1 ? 0 : 1;
        });
        if (random() % 3 == 0)
            receivers[random() % receivers.size()].reset();
        if (random() % 100 == 0)
            QCoreApplication::sendPostedEvents();
    }
    const int alive = int(std::ranges::count_if(receivers, [](const auto &r) { return bool(r); }));
    QTRY_COMPARE(m_adder->calls(), many);
    QTRY_VERIFY(answered >= alive);
    QCOMPARE(wrong, 0);
    QVERIFY(answered <= many);
}

void CallTest::receiversInManyThreadsMayDieUnderLoad()
{
    constexpr int threads = 4;
    constexpr int each = 2'000;
    std::atomic<int> wrongThread = 0;
    std::vector<std::unique_ptr<QThread>> callers;
    for (int t = 0; t < threads; ++t) {
        callers.emplace_back(QThread::create([&] {
            for (int i = 0; i < each; ++i) {
                auto receiver = std::make_unique<QObject>();
                const QThread *own = QThread::currentThread();
                call(*m_adder, &Adder::add, i, i).then(receiver.get(), [&, own](int) {
                    wrongThread += QThread::currentThread() == own ? 0 : 1;
                });
                if (i % 7 == 0)
                    QCoreApplication::sendPostedEvents(receiver.get());
            }
        }));
        callers.back()->start();
    }
    for (const auto &caller : callers)
        QVERIFY(caller->wait());
    QTRY_COMPARE(m_adder->calls(), threads * each);
    QCOMPARE(wrongThread, 0);
}

QTEST_GUILESS_MAIN(CallTest)
#include "call_test.moc"
