// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tools/localrunner.h"
#include "core/tools/postfixinstallation.h"
#include "tests/support/fakerunner.h"

#include <QTest>

#include <unistd.h>

using support::FakeRunner;
using tools::PostfixInstallation;

class TestPostfixInstallation : public QObject
{
    Q_OBJECT

private slots:
    void machineWithoutPostfix();
    void valuesAreTakenInOrder();
    void brokenConfigurationInUse();
    void elsewhereThanInPath();
    void cancelling();
    void theInstalledOne();

private:
    static PostfixInstallation detect(tools::Runner &runner)
    {
        const auto future = tools::detectPostfix(runner);
        [&] { QTRY_VERIFY_WITH_TIMEOUT(future.isFinished(), 30000); }();
        return future.resultCount() > 0 ? future.result() : PostfixInstallation{};
    }
    /// What postconf answers: one value per line, in the order of the question.
    static QByteArray values()
    {
        return "3.7.11\n/etc/postfix\nhash\n/usr/sbin\n/usr/lib/postfix/sbin\n/etc/postfix\n/usr/lib/"
               "postfix\n"
               "/usr/sbin/sendmail\n/usr/bin/mailq\n/usr/bin/newaliases\n/usr/share/man\n/etc/postfix\nno\n"
               "/usr/share/doc/postfix/html\n";
    }
};

void TestPostfixInstallation::machineWithoutPostfix()
{
    FakeRunner runner;
    const auto found = detect(runner);
    QVERIFY(!found.isInstalled);
    QVERIFY(found.postconf.isEmpty());
    QVERIFY(runner.commandsOf(QStringLiteral("postconf")).size() > 1);
}

void TestPostfixInstallation::valuesAreTakenInOrder()
{
    FakeRunner runner;
    runner.answer(QStringLiteral("postconf"), {QStringLiteral("-xh")}, values());
    runner.answer(QStringLiteral("id"), {}, "0\n");
    const auto found = detect(runner);
    QVERIFY(found.isInstalled);
    QVERIFY(found.isSuperuser);
    QCOMPARE(found.postconf, QStringLiteral("postconf"));
    QCOMPARE(found.mailVersion, QStringLiteral("3.7.11"));
    QCOMPARE(found.configDirectory, QStringLiteral("/etc/postfix"));
    QCOMPARE(found.daemonDirectory, QStringLiteral("/usr/lib/postfix/sbin"));
    QCOMPARE(found.defaultDatabaseType, QStringLiteral("hash"));
    QCOMPARE(found.program(QStringLiteral("postmap")), QStringLiteral("/usr/sbin/postmap"));
    QCOMPARE(found.parameters.value("html_directory"), QByteArray("/usr/share/doc/postfix/html"));
    QCOMPARE(runner.commandsOf(QStringLiteral("postconf")).size(), 1);
}

void TestPostfixInstallation::brokenConfigurationInUse()
{
    FakeRunner runner;
    runner.answer(QStringLiteral("postconf"), {QStringLiteral("-xh")}, {},
                  "postconf: fatal: open /etc/postfix/main.cf: No such file or directory\n", 1);
    runner.answer(QStringLiteral("postconf"), {QStringLiteral("-dxh")}, values());
    runner.answer(QStringLiteral("id"), {}, "1000\n");
    const auto found = detect(runner);
    QVERIFY(found.isInstalled);
    QVERIFY(!found.isSuperuser);
}

void TestPostfixInstallation::elsewhereThanInPath()
{
    class OnlyInSbin final : public tools::Runner
    {
    public:
        FakeRunner script;
        QFuture<base::Result<tools::Output>> run(const tools::Command &command) override
        {
            if (command.program == u"postconf") {
                FakeRunner nothing;
                return nothing.run(command);
            }
            return script.run(command);
        }
    };
    OnlyInSbin runner;
    runner.script.answer(QStringLiteral("postconf"), {}, values());
    const auto found = detect(runner);
    QVERIFY(found.isInstalled);
    QCOMPARE(found.postconf, QStringLiteral("/usr/sbin/postconf"));
}

void TestPostfixInstallation::cancelling()
{
    FakeRunner runner;
    runner.answer(QStringLiteral("postconf"), {}, values());
    runner.hold();
    auto future = tools::detectPostfix(runner);
    QCOMPARE(runner.running(), 1);
    future.cancel();
    QTRY_COMPARE(runner.running(), 0);
    runner.release();
    QTRY_VERIFY(future.isFinished());
    QCOMPARE(future.resultCount(), 0);
}

void TestPostfixInstallation::theInstalledOne()
{
    tools::LocalRunner runner;
    const auto found = detect(runner);
    if (!found.isInstalled)
        QSKIP("Postfix is not installed on this machine");
    QVERIFY(QFile::exists(found.program(QStringLiteral("postfix"))));
    QVERIFY(QFile::exists(found.daemonDirectory + QStringLiteral("/postfix-script")));
    QVERIFY(found.mailVersion.at(0).isDigit());
    QVERIFY(!found.defaultDatabaseType.isEmpty());
    QCOMPARE(found.isSuperuser, ::getuid() == 0);
    for (const QByteArray &name : tools::installationParameters())
        QVERIFY2(found.parameters.value(name) == "no" || found.parameters.value(name).startsWith('/'),
                 name.constData());
}

QTEST_GUILESS_MAIN(TestPostfixInstallation)
#include "tst_postfixinstallation.moc"
