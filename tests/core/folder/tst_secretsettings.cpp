// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/folder/secrets.h"
#include "core/folder/secretsettings.h"

#include <QTest>

using model::FileKind;

namespace {

model::File fileOf(const QString &name, FileKind kind, const QByteArray &text)
{
    return {model::FileInfo{.path = QStringLiteral("/etc/postfix/") + name, .name = name, .kind = kind},
            syntax::Text(text, model::File::layoutOf(kind))};
}

model::Snapshot snapshotOf(const QByteArray &mainCf, const QByteArray &masterCf = {})
{
    return model::Snapshot({fileOf(QStringLiteral("main.cf"), FileKind::MainCf, mainCf),
                            fileOf(QStringLiteral("master.cf"), FileKind::MasterCf, masterCf)});
}

QString readable(const QByteArray &shown)
{
    return QString::fromUtf8(shown).replace(QString(8, QChar(0x2022)), QStringLiteral("…"));
}

} // namespace

/// Passwords that stand in main.cf and master.cf themselves.
class TestSecretSettings : public QObject
{
    Q_OBJECT

private slots:
    void fileIsMasked_data();
    void fileIsMasked();
    void masterCfIsMasked_data();
    void masterCfIsMasked();
    void valueIsMasked_data();
    void valueIsMasked();
    void passwordIsFoundInOtherTexts();
    void mainCfStaysReadableForAll();
};

void TestSecretSettings::fileIsMasked_data()
{
    QTest::addColumn<QByteArray>("mainCf");
    QTest::addColumn<QString>("shown");
    const auto row = [](const char *name, const char *mainCf, const char *shown) {
        QTest::newRow(name) << QByteArray(mainCf) << QString::fromUtf8(shown);
    };
    row("inline row", "smtp_sasl_password_maps = inline:{ {[r]:587 = me:secret} }\n",
        "smtp_sasl_password_maps = inline:{ {[r]:587 = me:…} }\n");
    row("short row", "lmtp_sasl_password_maps = hash:/a, inline:{[r]:587=me:secret, b=x}\n",
        "lmtp_sasl_password_maps = hash:/a, inline:{[r]:587=me:…, b=…}\n");
    row("several lines",
        "smtp_sasl_password_maps = inline:{\n  { [r]:587 = me:secret }\n# { off = me:old }\n  { b = it:x }\n "
        " }\na = b\n",
        "smtp_sasl_password_maps = inline:{\n  { [r]:587 = me:… }\n# { off = me:… }\n  { b = it:… }\n  }\na "
        "= b\n");
    row("static", "smtp_sasl_password_maps = static:me:secret hash:/b\n",
        "smtp_sasl_password_maps = static:me:… hash:/b\n");
    row("static with blanks", "smtp_sasl_password_maps = static:{me:se cret}\n",
        "smtp_sasl_password_maps = static:{me:…}\n");
    row("in a union", "smtp_sasl_password_maps = unionmap:{hash:/a,static:me:secret,inline:{a=b:c}}\n",
        "smtp_sasl_password_maps = unionmap:{hash:/a,static:me:…,inline:{a=b:…}}\n");
    row("by chance", "smtp_sasl_password_maps = randmap:{me:one, me:two}\n",
        "smtp_sasl_password_maps = randmap:{me:…, me:…}\n");
    row("behind proxy", "smtp_sasl_password_maps = proxy:inline:{a=b:c}\n",
        "smtp_sasl_password_maps = proxy:inline:{a=b:…}\n");
    row("patterns", "smtp_sasl_password_maps = pcre:{ {/a b{2}/i me:se:cret}, {!x! u:v} }\n",
        "smtp_sasl_password_maps = pcre:{ {/a b{2}/i me:…}, {!x! u:…} }\n");
    row("commented out", "#smtp_sasl_password_maps = inline:{ {[r]:587 = me:secret} }\n",
        "#smtp_sasl_password_maps = inline:{ {[r]:587 = me:…} }\n");
    row("overridden", "smtp_sasl_password_maps = static:me:one\nsmtp_sasl_password_maps = hash:/a\n",
        "smtp_sasl_password_maps = static:me:…\nsmtp_sasl_password_maps = hash:/a\n");
    row("still being typed", "smtp_sasl_password_maps = inline:{ {[r]:587 = me:secret\n",
        "smtp_sasl_password_maps = inline:{ {[r]:587 = me:…\n");
    row("by way of another parameter", "mine = inline:{ a=b:secret }\nsmtp_sasl_password_maps = $mine\n",
        "mine = inline:{ a=b:… }\nsmtp_sasl_password_maps = $mine\n");
    row("password of its own", "pw = secret\nsmtp_sasl_password_maps = inline:{ a=me:$pw }\n",
        "pw = …\nsmtp_sasl_password_maps = inline:{ a=me:… }\n");
    row("rows of their own", "rows = {a = me:secret}\nsmtp_sasl_password_maps = inline:{ $rows }\n",
        "rows = {a = me:…}\nsmtp_sasl_password_maps = inline:{ … }\n");
    row("database client", "virtual_alias_maps = ldap:people\npeople_bind_pw = secret\npeople_bind = yes\n",
        "virtual_alias_maps = ldap:people\npeople_bind_pw = …\npeople_bind = yes\n");
    row("nothing secret", "transport_maps = inline:{ a=smtp:b }\nsmtp_sasl_password_maps = hash:/a\n",
        "transport_maps = inline:{ a=smtp:b }\nsmtp_sasl_password_maps = hash:/a\n");
}

void TestSecretSettings::fileIsMasked()
{
    QFETCH(const QByteArray, mainCf);
    QFETCH(const QString, shown);
    const model::Snapshot snapshot = snapshotOf(mainCf);
    const QByteArray masked = folder::maskedFile(snapshot, model::FileId::MainCf).text().bytes();
    QCOMPARE(readable(masked), shown);
    QCOMPARE(masked.count('\n'), mainCf.count('\n'));
    QCOMPARE(folder::isSecret(snapshot, model::FileId::MainCf), masked != mainCf);
}

void TestSecretSettings::masterCfIsMasked_data()
{
    QTest::addColumn<QByteArray>("masterCf");
    QTest::addColumn<QString>("shown");
    const QByteArray service = "relay unix - - n - - smtp\n";
    QTest::newRow("short") << service + "  -o smtp_sasl_password_maps=static:me:secret\n"
                           << QStringLiteral("relay unix - - n - - smtp\n"
                                             "  -o smtp_sasl_password_maps=static:me:…\n");
    QTest::newRow("braced") << service + "  -o { smtp_sasl_password_maps = inline:{ {a = me:secret} } }\n"
                            << QStringLiteral("relay unix - - n - - smtp\n"
                                              "  -o { smtp_sasl_password_maps = inline:{ {a = me:…} } }\n");
    QTest::newRow("switched off") << service + "#  -o smtp_sasl_password_maps=static:me:secret\n"
                                  << QStringLiteral("relay unix - - n - - smtp\n"
                                                    "#  -o smtp_sasl_password_maps=static:me:…\n");
}

void TestSecretSettings::masterCfIsMasked()
{
    QFETCH(const QByteArray, masterCf);
    const model::Snapshot snapshot = snapshotOf({}, masterCf);
    const QByteArray masked = folder::maskedFile(snapshot, model::FileId::MasterCf).text().bytes();
    QTEST(readable(masked), "shown");
}

void TestSecretSettings::valueIsMasked_data()
{
    QTest::addColumn<QByteArray>("parameter");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("shown");
    QTest::newRow("expanded") << QByteArray("smtp_sasl_password_maps") << QByteArray("inline:{ a=me:new }")
                              << QStringLiteral("inline:{ a=me:… }");
    QTest::newRow("where another refers to it")
        << QByteArray("proxy_read_maps") << QByteArray("hash:/a inline:{ a=me:secret } hash:/b")
        << QStringLiteral("hash:/a inline:{ a=me:… } hash:/b");
    QTest::newRow("another") << QByteArray("transport_maps") << QByteArray("inline:{ a=smtp:b }")
                             << QStringLiteral("inline:{ a=smtp:b }");
}

void TestSecretSettings::valueIsMasked()
{
    QFETCH(const QByteArray, parameter);
    QFETCH(const QByteArray, value);
    const folder::SecretSettings secrets(snapshotOf("smtp_sasl_password_maps = inline:{ a=me:secret }\n"));
    QTEST(readable(secrets.masked(parameter, value)), "shown");
}

void TestSecretSettings::passwordIsFoundInOtherTexts()
{
    const folder::SecretSettings secrets(
        snapshotOf("smtp_sasl_password_maps = inline:{ a=me:secret, b=x }\n"));
    QCOMPARE(readable(secrets.masked("inline:{ a=me:secret, b=x }")),
             QStringLiteral("inline:{ a=me:…, b=… }"));
    QCOMPARE(readable(secrets.maskedSentence("bad row \"secret\" of me")),
             QStringLiteral("bad row \"…\" of me"));
    // A password alone may be a word of other values.
    QCOMPARE(secrets.masked("a secret place"), QByteArray("a secret place"));
}

void TestSecretSettings::mainCfStaysReadableForAll()
{
    const model::Snapshot snapshot = snapshotOf("smtp_sasl_password_maps = static:me:secret\n");
    QVERIFY(folder::isSecret(snapshot, model::FileId::MainCf));
    QVERIFY(!folder::isPrivate(snapshot, model::FileId::MainCf));
}

QTEST_GUILESS_MAIN(TestSecretSettings)
#include "tst_secretsettings.moc"
