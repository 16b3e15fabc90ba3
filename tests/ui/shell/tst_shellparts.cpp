// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/session/mounts.h"
#include "ui/shell/findentries.h"
#include "ui/shell/match.h"
#include "ui/shell/visits.h"

#include <QTest>

using namespace ui;

class tst_ShellParts : public QObject
{
    Q_OBJECT

private slots:
    void betterMatchesComeFirst_data();
    void betterMatchesComeFirst();
    void whatDoesNotMatchIsLeftOut();
    void mountOfAFolder_data();
    void mountOfAFolder();
    void goingSomewhereForgetsWhatWasAhead();
};

void tst_ShellParts::betterMatchesComeFirst_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("first");
    QTest::newRow("the whole name") << QStringLiteral("virtual") << QStringLiteral("virtual");
    QTest::newRow("the start of the name") << QStringLiteral("smtpd") << QStringLiteral("smtpd_banner");
    QTest::newRow("the start of a word") << QStringLiteral("cert") << QStringLiteral("smtpd_tls_cert_file");
    QTest::newRow("several words in any order")
        << QStringLiteral("tls smtp ") << QStringLiteral("smtp_tls_level");
    QTest::newRow("letters in order") << QStringLiteral("mhn") << QStringLiteral("myhostname");
    QTest::newRow("whatever the case") << QStringLiteral("MYHOST") << QStringLiteral("myhostname");
}

void tst_ShellParts::betterMatchesComeFirst()
{
    QFETCH(QString, typed);
    QList<FindEntry> entries;
    for (const char *title : {"smtpd_tls_cert_file", "smtp_tls_level", "uncertain", "smtpd_banner",
                              "use_smtpd", "virtual_alias_maps", "virtual", "myhostname"})
        entries.append(FindEntry{.title = QString::fromLatin1(title)});
    const QList<FindEntry> found = ranked(entries, typed);
    QVERIFY(!found.isEmpty());
    QTEST(found.first().title, "first");
}

void tst_ShellParts::whatDoesNotMatchIsLeftOut()
{
    QCOMPARE(matchScore(QStringLiteral("zz"), QStringLiteral("myhostname")), 0);
    QCOMPARE(matchScore(QStringLiteral("my zz"), QStringLiteral("myhostname")), 0);
    QVERIFY(matchScore(QStringLiteral("my host"), QStringLiteral("myhostname")) > 0);
}

void tst_ShellParts::mountOfAFolder_data()
{
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("host");
    QTest::addColumn<QString>("remotePath");
    QTest::addColumn<bool>("isReadOnly");
    const auto text = [](const char *latin) { return QString::fromLatin1(latin); };

    QTest::newRow("on the disk") << text("/etc/postfix") << text("ext4") << QString() << QString() << false;
    QTest::newRow("sshfs of the whole server") << text("/mnt/my server/etc/postfix") << text("fuse.sshfs")
                                               << text("mail.example.org") << text("/etc/postfix") << false;
    QTest::newRow("sshfs of a folder over IPv6, read-only")
        << text("/mnt/six/x") << text("fuse.sshfs") << text("[2001:db8::1]") << text("/etc/postfix/x")
        << true;
    QTest::newRow("NFS") << text("/net/postfix") << text("nfs4") << text("files") << text("/export/postfix")
                         << false;
    QTest::newRow("a folder whose name starts alike")
        << text("/network") << text("ext4") << QString() << QString() << false;
    QTest::newRow("the later mount hides the earlier")
        << text("/over") << text("tmpfs") << QString() << QString() << false;
}

void tst_ShellParts::mountOfAFolder()
{
    QFETCH(QString, folder);
    const QByteArray mountInfo(
        "22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw\n"
        "40 22 0:50 / /mnt/my\\040server rw,nosuid - fuse.sshfs root@mail.example.org:/ rw\n"
        "41 22 0:51 / /mnt/six ro - fuse.sshfs [2001:db8::1]:/etc/postfix rw\n"
        "42 22 0:52 / /net rw shared:9 - nfs4 files:/export rw,vers=4.2\n"
        "43 22 0:53 / /over rw - ext4 /dev/sdb1 rw\n"
        "44 43 0:54 / /over rw - tmpfs tmpfs rw\n");
    const Mount mount = mountOf(folder, mountInfo);
    QTEST(mount.type, "type");
    QTEST(mount.host, "host");
    QTEST(mount.remotePath, "remotePath");
    QTEST(mount.isReadOnly, "isReadOnly");
}

void tst_ShellParts::goingSomewhereForgetsWhatWasAhead()
{
    Visits visits;
    QVERIFY(!visits.canGoBack());
    visits.add({.page = QStringLiteral("a")});
    visits.add({.page = QStringLiteral("a")}); // the same again is no visit
    visits.add({.page = QStringLiteral("b")});
    visits.add({.page = QStringLiteral("c")});
    QCOMPARE(visits.back().page, QStringLiteral("b"));
    QCOMPARE(visits.back().page, QStringLiteral("a"));
    QVERIFY(!visits.canGoBack());
    QCOMPARE(visits.forward().page, QStringLiteral("b"));
    visits.add({.page = QStringLiteral("d")});
    QVERIFY(!visits.canGoForward());
    QCOMPARE(visits.back().page, QStringLiteral("b"));
}

QTEST_GUILESS_MAIN(tst_ShellParts)
#include "tst_shellparts.moc"
