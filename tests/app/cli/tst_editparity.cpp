// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/postconf/editing.h"
#include "tests/support/corpus.h"

#include <QDateTime>
#include <QMap>
#include <QProcess>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using model::Draft;
using model::FileId;

namespace {

constexpr int editsPerPair = 20;
constexpr int maxPairs = 150; ///< the installed postconf is asked several times for each

const QByteArrayList names{
    "myhostname",         "mydestination",     "relayhost",    "smtpd_recipient_restrictions",
    "virtual_alias_maps", "mailbox_command",   "home_mailbox", "smtp_tls_security_level",
    "smtpd_sasl_path",    "masquerade_domains"};
const QByteArrayList values{
    "a.example.org", "a, b, c", "permit_mynetworks, reject", "",           "hash:/etc/postfix/x",
    "a  b c",        "encrypt", "/usr/bin/x -a \"y\"",       "{ a, b } c", "#no comment",
    "one\ntwo"};

QByteArray squeezed(const QByteArray &value)
{
    return value.simplified();
}

/// Settings by place, as the installed postconf prints them.
QMap<QByteArray, QByteArray> asked(const QString &folder, const QString &flag, bool &isFine)
{
    for (const QString &name : {QStringLiteral("main.cf"), QStringLiteral("master.cf")}) {
        QFile file(folder + u'/' + name);
        // postconf waits for files that are younger than two seconds.
        if (file.open(QIODevice::ReadWrite))
            file.setFileTime(QDateTime::currentDateTime().addSecs(-60), QFileDevice::FileModificationTime);
    }
    QProcess process;
    process.start(QStringLiteral("postconf"), {QStringLiteral("-c"), folder, flag});
    isFine = process.waitForFinished() && process.exitCode() == 0;
    QMap<QByteArray, QByteArray> result;
    for (const QByteArray &line : process.readAllStandardOutput().split('\n')) {
        if (const qsizetype end = line.indexOf(" ="); end > 0)
            result.insert(line.first(end), line.sliced(end + 2).trimmed());
    }
    return result;
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

QStringList filesIn(const QString &kind)
{
    QStringList found;
    for (const QString &path : corpus::files()) {
        if (path.contains(u'/' + kind + u'/'))
            found.append(path);
    }
    return found;
}

} // namespace

/// After random edits of ours, Postfix's own postconf reads exactly the values that were meant.
class TestEditParity : public QObject
{
    Q_OBJECT

private slots:
    void postconfReadsWhatWasMeant();
};

void TestEditParity::postconfReadsWhatWasMeant()
{
    if (QStandardPaths::findExecutable(QStringLiteral("postconf")).isEmpty())
        QSKIP("Postfix is not installed");
    const QStringList mains = filesIn(QStringLiteral("main_cf"));
    const QStringList masters = filesIn(QStringLiteral("master_cf"));
    if (mains.isEmpty() || masters.isEmpty())
        QSKIP("no further configurations at hand");
    const quint32 seed = qEnvironmentVariableIsSet("POSTWRIGHT_SEED")
        ? static_cast<quint32>(qEnvironmentVariableIntValue("POSTWRIGHT_SEED"))
        : 20260101;
    QRandomGenerator random(seed);
    const auto pick = [&](const auto &list) { return list[random.bounded(static_cast<int>(list.size()))]; };

    QTemporaryDir folder;
    int pairs = 0;
    int edits = 0;
    for (int i = 0; i < std::min<int>(maxPairs, static_cast<int>(mains.size())); ++i) {
        Draft draft{model::Snapshot()};
        draft.replace(FileId::MainCf, {0, 0}, corpus::read(mains[i]));
        draft.replace(FileId::MasterCf, {0, 0}, corpus::read(masters[i % masters.size()]));
        write(folder.filePath(QStringLiteral("main.cf")), draft.mainCf().text());
        write(folder.filePath(QStringLiteral("master.cf")), draft.masterCf().text());
        bool isFine = false;
        asked(folder.path(), QStringLiteral("-n"), isFine);
        if (!isFine)
            continue; // postconf refuses the files as they are
        const auto servicesBefore = asked(folder.path(), QStringLiteral("-F"), isFine);
        QByteArrayList services;
        for (auto it = servicesBefore.cbegin(); it != servicesBefore.cend(); ++it) {
            if (it.key().endsWith("/service") && it.key().count('/') == 2)
                services.append(it.key().chopped(8));
        }

        QMap<QByteArray, QByteArray> settings;
        QMap<QByteArray, QByteArray> overrides;
        QMap<QByteArray, QByteArray> fields;
        QByteArrayList removed;
        for (int k = 0; k < editsPerPair; ++k) {
            const QByteArray name = pick(names);
            const QByteArray value = pick(values);
            postconf::EditReport report;
            switch (services.isEmpty() ? random.bounded(2) : random.bounded(4)) {
            case 0:
                report = postconf::setSettings(draft, {name + '=' + value});
                settings[name] = squeezed(value);
                removed.removeAll(name);
                break;
            case 1:
                report = random.bounded(2) ? postconf::removeSettings(draft, {name})
                                           : postconf::commentOutSettings(draft, {name});
                settings.remove(name);
                removed.append(name);
                break;
            case 2: {
                const QByteArray oneLine = squeezed(value);
                const QByteArray place = pick(services) + '/' + name;
                report = postconf::setOverrides(draft, {place + '=' + oneLine});
                overrides[place] = oneLine;
                break;
            }
            default: {
                const bool isChroot = random.bounded(2) == 0;
                const QByteArray place = pick(services) + (isChroot ? "/chroot" : "/process_limit");
                const QByteArray wanted = isChroot ? (random.bounded(2) ? "y" : "n") : "7";
                report = postconf::setFields(draft, {place + '=' + wanted});
                fields[place] = wanted;
            }
            }
            QVERIFY2(report.fatal.isEmpty(), report.fatal.constData());
            ++edits;
        }
        write(folder.filePath(QStringLiteral("main.cf")), draft.mainCf().text());
        write(folder.filePath(QStringLiteral("master.cf")), draft.masterCf().text());
        const QByteArray where = mains[i].toUtf8() + " with " + masters[i % masters.size()].toUtf8() + ": ";
        const auto compare = [&](const QString &flag, const QMap<QByteArray, QByteArray> &meant) {
            const auto theirs = asked(folder.path(), flag, isFine);
            QVERIFY2(isFine, where.constData());
            for (auto it = meant.cbegin(); it != meant.cend(); ++it) {
                const QByteArray message = where + it.key() + " is \"" + theirs.value(it.key(), "not there")
                    + "\", not \"" + *it + '"';
                QVERIFY2(theirs.contains(it.key()) && theirs[it.key()] == *it, message.constData());
            }
            if (flag == QLatin1String("-n")) {
                for (const QByteArray &name : std::as_const(removed))
                    QVERIFY2(settings.contains(name) || !theirs.contains(name), (where + name).constData());
            }
        };
        compare(QStringLiteral("-n"), settings);
        compare(QStringLiteral("-P"), overrides);
        compare(QStringLiteral("-F"), fields);
        if (QTest::currentTestFailed())
            return;
        ++pairs;
    }
    qInfo("seed %u: %d edits in %d pairs of files, every value read back by postconf as it was meant", seed,
          edits, pairs);
    QVERIFY(pairs > 0);
}

QTEST_GUILESS_MAIN(TestEditParity)
#include "tst_editparity.moc"
