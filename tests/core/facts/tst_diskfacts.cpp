// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/facts/facts.h"
#include "core/model/draft.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using facts::Known;
using lint::FileFact;
using lint::Listing;

namespace {

const catalog::Reference &theReference()
{
    static const catalog::Catalog catalog = *catalog::Catalog::load();
    static const base::Result<catalog::Reference> loaded = catalog::Reference::load(catalog);
    return *loaded;
}

model::Snapshot snapshotOf(const QByteArray &mainCf)
{
    model::Draft draft{model::Snapshot()};
    draft.replace(model::FileId::MainCf, {0, 0}, mainCf);
    return draft.snapshot();
}

/// The root of a server below a temporary folder.
class Server
{
public:
    Server()
    {
        write("etc/passwd", "root:x:0:0::/:/bin/sh\n");
        write("etc/group", "root:x:0:\nssl-cert:x:" + QByteArray::number(::getgid()) + ":\n");
        QDir(m_folder.path()).mkpath(QStringLiteral("usr"));
        write("etc/postfix/main.cf", {});
    }

    void write(const char *path, const QByteArray &bytes, mode_t mode = 0644) const
    {
        const QString full = root() + u'/' + QLatin1String(path);
        QDir().mkpath(QFileInfo(full).path());
        QFile file(full);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
        file.close();
        QCOMPARE(::chmod(QFile::encodeName(full).constData(), mode), 0);
    }

    void link(const char *path, const char *target) const
    {
        const QByteArray full = QFile::encodeName(root() + u'/' + QLatin1String(path));
        QCOMPARE(::symlink(target, full.constData()), 0);
    }

    QString root() const { return m_folder.path(); }
    QString folder() const { return root() + QStringLiteral("/etc/postfix"); }

    Known known(const QByteArray &mainCf, const QString &folder = {}) const
    {
        const lint::Target target{.reference = &theReference()};
        const auto found =
            facts::factsOf(snapshotOf(mainCf), target, folder.isEmpty() ? this->folder() : folder);
        return found ? *found : Known{};
    }

private:
    QTemporaryDir m_folder;
};

} // namespace

class TestDiskFacts : public QObject
{
    Q_OBJECT

private slots:
    void mountedServerIsSeenBelowItsRoot();
    void linkOfTheServerStaysOnTheServer();
    void tablesAndTheirIndexesAreLookedAt();
    void everythingInTheFolderIsListed();
    void kindsOfPemBlocksAreRead();
    void copySaysOnlyWhatIsThere();
    void checkoutIsNoServer();
    void unreachablePlacesAreNotKnown();
    void fifoIsNotOpened();
    void cancelledWorkSaysSo();
};

void TestDiskFacts::mountedServerIsSeenBelowItsRoot()
{
    const Server server;
    server.write("etc/ssl/mail.pem", "x", 0640);
    const Known known = server.known("smtpd_tls_cert_file = /etc/ssl/mail.pem\n"
                                     "smtpd_tls_key_file = /etc/ssl/mail.key\n");
    const FileFact &there = known.files["/etc/ssl/mail.pem"];
    QVERIFY(there.exists);
    QCOMPARE(there.mode, 0640);
    QCOMPARE(there.uid, static_cast<int>(::getuid()));
    QCOMPARE(there.group, QByteArray("ssl-cert"));
    QCOMPARE(there.size, 1);
    QVERIFY(there.modified);
    QVERIFY(known.files.contains("/etc/ssl/mail.key"));
    QVERIFY(!known.files["/etc/ssl/mail.key"].exists);
}

void TestDiskFacts::linkOfTheServerStaysOnTheServer()
{
    const Server server;
    server.write("etc/letsencrypt/archive/key1.pem", "abc", 0600);
    server.link("etc/key.pem", "/etc/letsencrypt/archive/key1.pem");
    server.link("etc/near.pem", "letsencrypt/../letsencrypt/archive/key1.pem");
    server.link("etc/circle.pem", "circle.pem");
    server.link("etc/passwd.pem", "/bin/sh"); // this machine has one
    const Known known =
        server.known("smtpd_tls_key_file = /etc/key.pem\nsmtpd_tls_cert_file = /etc/near.pem\n"
                     "smtp_tls_key_file = /etc/circle.pem\n"
                     "smtp_tls_cert_file = /etc/passwd.pem\n");
    QCOMPARE(known.files["/etc/key.pem"].mode, 0600);
    QCOMPARE(known.files["/etc/near.pem"].size, 3);
    QVERIFY(!known.files["/etc/circle.pem"].exists);
    QVERIFY(!known.files["/etc/passwd.pem"].exists);
}

void TestDiskFacts::tablesAndTheirIndexesAreLookedAt()
{
    const Server server;
    server.write("etc/postfix/virtual", "a b\n");
    server.write("etc/aliases.db", "x");
    server.write("var/spool/postfix/private/auth", "");
    const Known known = server.known("virtual_alias_maps = proxy:hash:$config_directory//sasl/../virtual\n"
                                     "alias_maps = hash:/etc/aliases\n"
                                     "smtpd_sasl_path = private/auth\n"
                                     "smtpd_milters = unix:/run/milter.sock, inet:localhost:8891\n");
    QVERIFY(known.files.contains("/etc/postfix/virtual"));
    QVERIFY(!known.files["/etc/postfix/virtual.db"].exists);
    QVERIFY(known.files["/etc/aliases.db"].exists);
    QVERIFY(!known.files["/etc/aliases"].exists);
    QVERIFY(known.files["/var/spool/postfix/private/auth"].exists);
    QVERIFY(known.files.contains("/run/milter.sock"));
    QVERIFY(known.files.contains("/var/spool/postfix/run/milter.sock"));
}

void TestDiskFacts::everythingInTheFolderIsListed()
{
    const Server server;
    server.write("etc/postfix/sasl/smtpd.conf", "x", 0664);
    server.write("etc/postfix/sasl_passwd~", "x");
    const Known known = server.known({});
    QCOMPARE(known.listing, Listing::Folder);
    QCOMPARE(known.files["/etc/postfix/sasl/smtpd.conf"].mode, 0664);
    QCOMPARE(known.files["/etc/postfix/sasl"].type, QByteArray("directory"));
    QVERIFY(known.files["/etc/postfix/sasl_passwd~"].exists);
    QVERIFY(known.files["/etc/postfix"].exists);
}

void TestDiskFacts::kindsOfPemBlocksAreRead()
{
    const Server server;
    server.write(
        "etc/ssl/both.pem",
        "text -----BEGIN NOTHING-----\n-----BEGIN EC PRIVATE KEY-----\nAAAA\n-----END EC PRIVATE KEY-----\n"
        "-----BEGIN CERTIFICATE-----\nBBBB\n-----END CERTIFICATE-----\n");
    const Known known = server.known("smtpd_tls_chain_files = /etc/ssl/both.pem\n");
    const QByteArrayList expected{"EC PRIVATE KEY", "CERTIFICATE"};
    QVERIFY(known.files["/etc/ssl/both.pem"].pemBlocks);
    QCOMPARE(*known.files["/etc/ssl/both.pem"].pemBlocks, expected);
}

void TestDiskFacts::copySaysOnlyWhatIsThere()
{
    const Server server;
    server.write("home/copy/virtual", "a b\n", 0666);
    const Known known = server.known("virtual_alias_maps = hash:/etc/postfix/virtual\n"
                                     "transport_maps = hash:/etc/postfix/transport\n"
                                     "alias_maps = hash:/etc/passwd\n",
                                     server.root() + QStringLiteral("/home/copy"));
    QCOMPARE(known.listing, Listing::Partial);
    QVERIFY(known.files["/etc/postfix/virtual"].exists);
    QVERIFY(!known.files["/etc/postfix/virtual"].mode);
    QVERIFY(!known.files["/etc/postfix/virtual"].uid);
    QVERIFY(!known.files.contains("/etc/postfix/virtual.db"));
    QVERIFY(!known.files.contains("/etc/postfix/transport"));
    QVERIFY(!known.files.contains("/etc/passwd"));
}

void TestDiskFacts::checkoutIsNoServer()
{
    const QTemporaryDir checkout;
    QVERIFY(QDir(checkout.path()).mkpath(QStringLiteral("etc/postfix")));
    const facts::View view = facts::viewOf(checkout.path() + QStringLiteral("/etc/postfix"));
    QVERIFY(!view.root);
    QCOMPARE(view.configDirectory, QByteArray("/etc/postfix"));
    QCOMPARE(view.localPath("/etc/postfix/a"), checkout.path() + QStringLiteral("/etc/postfix/a"));
    QVERIFY(view.localPath("/etc/aliases").isEmpty());
    QVERIFY(facts::viewOf(QStringLiteral("/etc/postfix")).root == QString());
}

void TestDiskFacts::unreachablePlacesAreNotKnown()
{
    const Server server;
    const Known known = server.known("smtpd_tls_cert_file = /etc/passwd/mail.pem\n"
                                     "smtpd_tls_key_file = /"
                                     + QByteArray(5000, 'x') + "\n");
    QVERIFY(!known.files["/etc/passwd/mail.pem"].exists); // below a file there is nothing
    QVERIFY(!known.files.contains('/' + QByteArray(5000, 'x'))); // the system would not say
}

void TestDiskFacts::fifoIsNotOpened()
{
    const Server server;
    const QByteArray path = QFile::encodeName(server.root() + QStringLiteral("/etc/fifo.pem"));
    QCOMPARE(::mkfifo(path.constData(), 0600), 0);
    const Known known = server.known("smtpd_tls_cert_file = /etc/fifo.pem\n");
    QCOMPARE(known.files["/etc/fifo.pem"].type, QByteArray("fifo"));
    QVERIFY(!known.files["/etc/fifo.pem"].pemBlocks);
}

void TestDiskFacts::cancelledWorkSaysSo()
{
    const Server server;
    const lint::Target target{.reference = &theReference()};
    const files::Progress progress;
    progress.cancel();
    const auto found = facts::factsOf(snapshotOf({}), target, server.folder(), {.progress = progress});
    QVERIFY(!found);
    QCOMPARE(found.error().code, base::Error::Code::Cancelled);
}

QTEST_GUILESS_MAIN(TestDiskFacts)
#include "tst_diskfacts.moc"
