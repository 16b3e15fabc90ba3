// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/ownthread.h"
#include "core/base/whendone.h"

#include <QSemaphore>
#include <QTest>
#include <QThread>

#include <memory>
#include <optional>

/// Answers that come later, and the threads that nobody waits for.
class TestWhenDone : public QObject
{
    Q_OBJECT

private slots:
    void answerComesInTheThreadOfTheReceiver();
    void nobodyIsCalledOnceTheReceiverIsGone();
    void cancelledResultIsAnError();
    void threadOutlivesWhoAsked();
};

void TestWhenDone::answerComesInTheThreadOfTheReceiver()
{
    QObject receiver;
    QThread *worked = nullptr;
    QThread *answered = nullptr;
    base::whenDone(base::inOwnThread([] { return QThread::currentThread(); }), &receiver,
                   [&](QThread *thread) {
                       worked = thread;
                       answered = QThread::currentThread();
                   });
    QTRY_VERIFY(answered);
    QCOMPARE(answered, QThread::currentThread());
    QVERIFY(worked != answered);
}

void TestWhenDone::nobodyIsCalledOnceTheReceiverIsGone()
{
    QPromise<int> promise;
    promise.start();
    auto receiver = std::make_unique<QObject>();
    bool isCalled = false;
    base::whenDone(promise.future(), receiver.get(), [&](int) { isCalled = true; });
    receiver.reset();
    promise.addResult(1);
    promise.finish();
    QCoreApplication::processEvents();
    QVERIFY(!isCalled);
}

void TestWhenDone::cancelledResultIsAnError()
{
    QObject receiver;
    std::optional<base::Error::Code> code;
    bool isNumberGiven = false;
    {
        QPromise<base::Result<int>> given;
        QPromise<int> number;
        given.start();
        number.start();
        base::whenDone(given.future(), &receiver,
                       [&](const base::Result<int> &result) { code = result.error().code; });
        base::whenDone(number.future(), &receiver, [&](int) { isNumberGiven = true; });
    } // a promise that is broken cancels its future
    QTRY_VERIFY(code);
    QCOMPARE(int(*code), int(base::Error::Code::Cancelled));
    QCoreApplication::processEvents();
    QVERIFY(!isNumberGiven);
}

void TestWhenDone::threadOutlivesWhoAsked()
{
    const auto go = std::make_shared<QSemaphore>();
    auto owned = std::make_shared<int>(7);
    const std::weak_ptr<int> isHeld = owned;
    auto receiver = std::make_unique<QObject>();
    bool isCalled = false;
    QFuture<int> future = base::inOwnThread([go, owned = std::move(owned)] {
        go->acquire();
        return *owned;
    });
    base::whenDone(future, receiver.get(), [&](int) { isCalled = true; });
    receiver.reset();
    QVERIFY(!future.isFinished());
    QVERIFY(!isHeld.expired());
    go->release();
    QTRY_VERIFY(future.isFinished());
    QCOMPARE(future.result(), 7);
    QTRY_VERIFY(isHeld.expired());
    QVERIFY(!isCalled);
}

QTEST_GUILESS_MAIN(TestWhenDone)
#include "tst_whendone.moc"
