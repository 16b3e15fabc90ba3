// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/environment.h"
#include "tests/support/corpus.h"
#include "tests/support/postconfruns.h"
#include "tests/support/randompostconf.h"
#include "tests/support/share.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using support::PostconfAnswer;
using support::PostconfCall;
using support::PostconfFiles;

namespace {

/// A main.cf and a master.cf that go together, and what Postfix's postconf said about them.
struct Recorded
{
    QString folder;
    QByteArray name;
    PostconfFiles files;
    QJsonObject statuses;
};

QList<Recorded> recordedConfigurations()
{
    QList<Recorded> all;
    const QString root = corpus::folder();
    QStringList records;
    QDirIterator iterator(root + QStringLiteral("/oracle"), {QStringLiteral("info.json")}, QDir::Files,
                          QDirIterator::Subdirectories);
    while (!root.isEmpty() && iterator.hasNext())
        records.append(iterator.next());
    records.sort();
    for (const QString &record : std::as_const(records)) {
        const QJsonObject info = QJsonDocument::fromJson(corpus::read(record)).object();
        const QString own = root + u'/' + info[QStringLiteral("file")].toString();
        const QString partner = root + u'/' + info[QStringLiteral("paired_with")].toString();
        const bool isMain = info[QStringLiteral("role")].toString() == QLatin1String("main.cf");
        if (!QFile::exists(isMain ? partner : own))
            continue;
        all.append({.folder = record.chopped(10),
                    .name = info[QStringLiteral("file")].toString().toUtf8(),
                    .files = {.main = corpus::read(isMain ? own : partner),
                              .master = corpus::read(isMain ? partner : own)},
                    .statuses = info[QStringLiteral("rc")].toObject()});
    }
    return all;
}

/// What was recorded has a word in place of the folder, which was a path.
QByteArray withFolder(QByteArray text)
{
    return text.replace("CONFIG_DIR", "/CONFIG_DIR");
}

QList<QByteArrayList> callsOf(const char *text)
{
    QList<QByteArrayList> calls;
    for (const QByteArray &line : QByteArray(text).split('\n'))
        calls.append(line.split(' '));
    return calls;
}

/// What every configuration is listed with.
QList<QByteArrayList> listingCalls()
{
    return callsOf("-n\n-M\n-P\n-F\n-nf\n-Mf\n-Ff\n-Pf\n-nh\n-nH\n-Fh\n-FH\n-Ph\n-PH\n-C user\n-C service\n"
                   "-nC builtin\n-nC all\n-nC user,service\n-n -o mydomain=a.example\n"
                   "-Mf smtp */inet nosuch\n-P */*/syslog_name smtpd\n-Fh */*/command x/y\n"
                   "mydestination relayhost nosuch virtual_maps\n-d\n-df\n-dC service\n-x\n-nx\n-nxf\n"
                   "-nx -o myhostname=mx.a.example\n-Mx\n-Fx\n-Px\n-dx");
}

} // namespace

/// What we list is what Postfix's own postconf lists, on standard error as well.
class TestParity : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void recordedListingsAreOurs();
    void corpusIsListedAlike();
    void randomConfigurationsAreListedAlike();

private:
    void compareWithInstalled(const QList<PostconfCall> &calls, const char *what);

    std::optional<catalog::Catalog> m_catalog;
    support::InstalledPostconf m_installed;
};

void TestParity::initTestCase()
{
    const auto loaded = catalog::Catalog::load();
    QVERIFY(loaded);
    m_catalog = *loaded;
}

void TestParity::recordedListingsAreOurs()
{
    const QList<Recorded> all = recordedConfigurations();
    if (all.isEmpty())
        QSKIP("no recorded configurations at hand");
    int compared = 0;
    QByteArray differences;
    for (const Recorded &record : all) {
        for (const char *letter : {"n", "M", "P"}) {
            const QString path = record.folder + u'/' + QLatin1String(letter);
            PostconfAnswer theirs{.status = record.statuses[QLatin1String(letter)].toInt(),
                                  .out = withFolder(corpus::read(path + QStringLiteral(".out"))),
                                  .files = record.files};
            const QByteArray said = withFolder(corpus::read(path + QStringLiteral(".err")));
            for (const QByteArray &line : said.split('\n')) {
                if (line.startsWith("postconf: "))
                    theirs.said.insert(line.sliced(10));
            }
            const PostconfAnswer ours =
                support::ourAnswer({record.files, {QByteArray("-") + letter}}, "/CONFIG_DIR", *m_catalog,
                                   catalog::Version{3, 7, 11});
            ++compared;
            if (!support::isSame(theirs, ours))
                differences += path.toUtf8() + ":\n" + support::differenceOf(theirs, ours);
        }
    }
    qInfo("%d recorded listings of %lld configurations compared", compared,
          static_cast<long long>(all.size()));
    support::report(differences);
    QVERIFY(differences.isEmpty());
}

void TestParity::compareWithInstalled(const QList<PostconfCall> &calls, const char *what)
{
    const QList<PostconfAnswer> theirs = m_installed.answersTo(calls);
    catalog::Host host = m_installed.host();
    host.addresses = cli::localHost().addresses; // no output tells them
    QByteArray differences;
    int differing = 0;
    int refused = 0;
    for (qsizetype i = 0; i < calls.size(); ++i) {
        host.processId = theirs[i].processId;
        const PostconfAnswer ours =
            support::ourAnswer(calls[i], m_installed.folderOf(i), *m_catalog, *m_installed.version(), host);
        refused += theirs[i].status == 0 ? 0 : 1;
        if (theirs[i].hasCrashed || support::isSame(theirs[i], ours))
            continue;
        if (++differing <= 20)
            differences += calls[i].label + ", " + calls[i].arguments.join(' ') + ":\n"
                + support::differenceOf(theirs[i], ours);
    }
    qInfo("%lld calls on %s, %d of them refused by postconf %s; %d answered otherwise",
          static_cast<long long>(calls.size()), what, refused, qPrintable(m_installed.version()->toString()),
          differing);
    support::report(differences);
    QVERIFY(differences.isEmpty());
}

void TestParity::corpusIsListedAlike()
{
    if (!m_installed.version())
        QSKIP("Postfix is not installed");
    const QList<Recorded> all = recordedConfigurations();
    if (all.isEmpty())
        QSKIP("no recorded configurations at hand");
    QList<PostconfCall> calls;
    QList<PostconfFiles> seen;
    for (const Recorded &record : all) {
        if (seen.contains(record.files))
            continue;
        seen.append(record.files);
        const bool isRefused = record.statuses[QLatin1String("n")].toInt() != 0;
        for (const QByteArrayList &arguments : listingCalls().first(isRefused ? 4 : listingCalls().size()))
            calls.append({record.files, arguments, record.name});
    }
    compareWithInstalled(calls, "real configurations");
}

void TestParity::randomConfigurationsAreListedAlike()
{
    if (!m_installed.version())
        QSKIP("Postfix is not installed");
    support::RandomPostconf random;
    QList<PostconfCall> calls;
    for (int i = 0; i < support::share(500); ++i) {
        const PostconfFiles files = random.files();
        for (int k = 0; k < 3; ++k) {
            QByteArrayList arguments = random.pick(listingCalls());
            if (random.chance(4))
                arguments.prepend("-x");
            calls.append({files, arguments,
                          "seed " + QByteArray::number(random.seed()) + ", configuration "
                              + QByteArray::number(i) + "\n" + *files.main + "---\n" + *files.master});
        }
    }
    compareWithInstalled(calls, "random configurations");
}

QTEST_GUILESS_MAIN(TestParity)
#include "tst_parity.moc"
