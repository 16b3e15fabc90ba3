// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/completion/description.h"
#include "tests/support/markedconfig.h"

#include <QTest>

using completion::Description;
using Kind = completion::Description::Kind;
using support::MarkedConfig;

class TestDescription : public QObject
{
    Q_OBJECT

private slots:
    void wordIsDescribed_data();
    void wordIsDescribed();
    void parameterTellsItsDefault();
    void oldNameTellsTheNewOne();

private:
    static std::optional<Description> described(const QByteArray &marked,
                                                const catalog::Version &target = catalog::Catalog::newest)
    {
        static const auto catalog = catalog::Catalog::load();
        static const auto reference = catalog::Reference::load(*catalog);
        const MarkedConfig config(marked);
        return completion::descriptionAt(config.snapshot(), {*reference, target}, config.caret.file,
                                         config.caret.range.begin);
    }
};

void TestDescription::wordIsDescribed_data()
{
    QTest::addColumn<QByteArray>("marked");
    QTest::addColumn<int>("kind"); ///< -1: nothing to say
    QTest::addColumn<QByteArray>("name");
    const auto row = [](const char *title, const QByteArray &marked, Kind kind, const QByteArray &name) {
        QTest::newRow(title) << marked << static_cast<int>(kind) << name;
    };
    row("parameter", "myhost¦name = x\n", Kind::Parameter, "myhostname");
    row("reference", "a = $my¦hostname\n", Kind::Parameter, "myhostname");
    row("own parameter", "mine = 1\na = $mi¦ne\n", Kind::OwnParameter, "mine");
    row("parameter of a service", "slow_time_l¦imit = 1\n--- master.cf\nslow unix - n n - - pipe\n",
        Kind::Parameter, "slow_time_limit");
    row("override", "--- master.cf\na inet n - - - - smtpd -o smtpd_¦banner=x\n", Kind::Parameter,
        "smtpd_banner");
    row("restriction", "smtpd_relay_restrictions = permit_my¦networks, reject\n", Kind::Restriction,
        "permit_mynetworks");
    row("table type", "alias_maps = ha¦sh:/etc/aliases\n", Kind::TableType, "hash");
    row("table", "alias_maps = hash:/etc/al¦iases\n", Kind::Table, "/etc/aliases");
    row("value", "smtpd_tls_security_level = ma¦y\n", Kind::Value, "may");
    row("transport", "default_transport = sl¦ow\n--- master.cf\nslow unix - - - - - smtp\n", Kind::Service,
        "slow");
    row("program", "--- master.cf\nslow unix - - - - - sm¦tp\n", Kind::Program, "smtp");
    row("type", "--- master.cf\nslow un¦ix - - - - - smtp\n", Kind::Field, "unix");
    row("column", "--- master.cf\nslow unix - - y¦ - - smtp\n", Kind::Field, "chroot");
    QTest::newRow("plain text") << QByteArray("smtpd_banner = he¦llo\n") << -1 << QByteArray();
    QTest::newRow("comment") << QByteArray("# myhost¦name\n") << -1 << QByteArray();
    QTest::newRow("nothing") << QByteArray("¦") << -1 << QByteArray();
}

void TestDescription::wordIsDescribed()
{
    QFETCH(const QByteArray, marked);
    QFETCH(const int, kind);
    const auto description = described(marked);
    QCOMPARE(description ? static_cast<int>(description->kind) : -1, kind);
    QTEST(description ? description->name : QByteArray(), "name");
    const bool isOurs =
        description && (description->kind == Kind::OwnParameter || description->kind == Kind::Table);
    QVERIFY(!description || isOurs || !description->help.isEmpty());
}

void TestDescription::parameterTellsItsDefault()
{
    QCOMPARE(described("smtpd_relay_before_recipient_restrictions¦ = x\n")->defaultValue->isEmpty(), false);
    QCOMPARE(described("relay_tran¦sport = x\n")->defaultValue, QByteArray("relay"));
    QCOMPARE(described("mine¦ = $mine $mine\n")->places, 3);
}

void TestDescription::oldNameTellsTheNewOne()
{
    const auto description = described("postscreen_whitelist_interf¦aces = x\n");
    QVERIFY(description->standing != catalog::Standing::Current);
    QCOMPARE(description->replacedBy, QList<QByteArray>{"postscreen_allowlist_interfaces"});
}

QTEST_GUILESS_MAIN(TestDescription)
#include "tst_description.moc"
