// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/check/hiding.h"

#include <QTest>

/// What Postfix itself says may quote a password; see tst_secretsnowhere for all that the program says.
class TestHiding : public QObject
{
    Q_OBJECT

private slots:
    void unusedSettingIsToldWithoutItsSecret_data();
    void unusedSettingIsToldWithoutItsSecret();
};

void TestHiding::unusedSettingIsToldWithoutItsSecret_data()
{
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("shown");
    const auto row = [](const char *title, const char *message, const char *shown) {
        QTest::newRow(title) << QString::fromUtf8(message) << QString::fromUtf8(shown);
    };
    row("of a database client", "ldap:/etc/postfix/people.cf: unused parameter: bindpasswd=tiger",
        "ldap:/etc/postfix/people.cf: unused parameter: bindpasswd=…");
    row("whatever its name is", "mysql:/etc/postfix/sql.cf: unused parameter: word=tiger",
        "mysql:/etc/postfix/sql.cf: unused parameter: word=…");
    row("a password in main.cf", "unused parameter: sql_password=tiger", "unused parameter: sql_password=…");
    row("something else in main.cf", "unused parameter: mynetwork=127.0.0.0/8",
        "unused parameter: mynetwork=127.0.0.0/8");
    row("another sentence", "bad numeric configuration: x = y", "bad numeric configuration: x = y");
}

void TestHiding::unusedSettingIsToldWithoutItsSecret()
{
    QFETCH(const QString, message);
    QString shown = check::Hiding::withoutUnusedSecret(message, {});
    shown.replace(QString(8, QChar(0x2022)), QStringLiteral("…"));
    QTEST(shown, "shown");
}

QTEST_GUILESS_MAIN(TestHiding)
#include "tst_hiding.moc"
