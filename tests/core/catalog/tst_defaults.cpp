// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/catalog/host.h"
#include "core/catalog/reference.h"
#include "core/tools/localhost.h"

#include <QDateTime>
#include <QProcess>
#include <QSet>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using catalog::Catalog;
using catalog::DefaultKind;
using catalog::Host;
using catalog::Parameter;
using catalog::Version;

/// Our defaults against those of the installed postconf. What may differ is computed from the facts: a
/// default that is decided by the build, the host, the version or the running program.
class TestDefaults : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void defaultsAreThoseOfPostconf();
    void thisHostHasItsOwn();
    void foldedDefaultsHaveTheSameWords();
    void servicesMakeTheNamesThatPostconfLists();
    void everyTargetHasItsDefaults();

private:
    QByteArray output(const QStringList &arguments) const
    {
        QProcess process;
        process.start(m_postconf, QStringList{QStringLiteral("-c"), m_folder.path()} + arguments);
        return process.waitForFinished() ? process.readAllStandardOutput() : QByteArray();
    }
    void write(const char *name, const QByteArray &text) const
    {
        QFile file(m_folder.filePath(QLatin1String(name)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
        file.flush();
        // postconf waits for files that are younger.
        QVERIFY(
            file.setFileTime(QDateTime::currentDateTime().addSecs(-60), QFileDevice::FileModificationTime));
    }
    static QMap<QByteArray, QByteArray> settingsIn(const QByteArray &text)
    {
        QMap<QByteArray, QByteArray> settings;
        for (const QByteArray &line : text.split('\n')) {
            if (const qsizetype equals = line.indexOf(" ="); equals > 0)
                settings.insert(line.first(equals), line.mid(equals + 3));
        }
        return settings;
    }
    QByteArray ours(const QByteArray &name, const Host &host) const
    {
        return catalog::defaultFor(*m_catalog, *m_catalog->find(name), m_version, host);
    }

    std::optional<Catalog> m_catalog;
    QTemporaryDir m_folder;
    QString m_postconf;
    Version m_version;
    QByteArray m_output;
    QMap<QByteArray, QByteArray> m_theirs;
};

void TestDefaults::initTestCase()
{
    const auto catalog = Catalog::load();
    QVERIFY(catalog);
    m_catalog = *catalog;
    m_postconf = QStandardPaths::findExecutable(QStringLiteral("postconf"),
                                                {QStringLiteral("/usr/sbin"), QStringLiteral("/usr/bin")});
    if (m_postconf.isEmpty())
        return;
    write("main.cf", QByteArray());
    write("master.cf", QByteArray());
    m_output = output({QStringLiteral("-d")});
    m_theirs = settingsIn(m_output);
    QVERIFY(m_theirs.size() > 500);
    const std::optional<Version> version = Version::parse(m_theirs.value("mail_version"));
    QVERIFY(version);
    m_version = *version;
}

void TestDefaults::defaultsAreThoseOfPostconf()
{
    if (m_postconf.isEmpty())
        QSKIP("Postfix is not installed");
    int equal = 0;
    int decidedElsewhere = 0;
    for (auto it = m_theirs.cbegin(); it != m_theirs.cend(); ++it) {
        const Parameter *parameter = m_catalog->find(it.key());
        QVERIFY2(parameter, it.key().constData());
        if (parameter->defaultFor(m_version) == *it) {
            ++equal;
            continue;
        }
        QVERIFY2(parameter->decidedBy, (it.key() + ": " + *it).constData());
        ++decidedElsewhere;
        // Once it is known what that build and that host say, nothing differs.
        if (parameter->decidedBy != DefaultKind::Runtime)
            QCOMPARE(ours(it.key(), catalog::hostFromDefaults(*m_catalog, m_output)), *it);
    }
    qInfo("%d defaults are equal, %d are decided by the build, the host, the version or the program", equal,
          decidedElsewhere);
}

void TestDefaults::thisHostHasItsOwn()
{
    if (m_postconf.isEmpty())
        QSKIP("Postfix is not installed");
    Host host{.version = m_version};
    const tools::LocalHost local = tools::localHost();
    host.name = local.name;
    host.addresses.clear();
    for (const tools::LocalHost::Address &address : local.addresses)
        host.addresses.append({address.bytes, address.prefixLength, address.isLocalhost});
    for (const char *name : {"myhostname", "mydomain", "mynetworks", "process_name"})
        QCOMPARE(ours(name, host), m_theirs.value(name));
    catalog::takeBuildRecord(host, tools::localBuildRecord());
    for (auto it = host.build.cbegin(); it != host.build.cend(); ++it)
        QCOMPARE(*it, m_theirs.value(it.key()));
}

void TestDefaults::foldedDefaultsHaveTheSameWords()
{
    if (m_postconf.isEmpty())
        QSKIP("Postfix is not installed");
    const Host host = catalog::hostFromDefaults(*m_catalog, m_output);
    const auto folded = settingsIn(output({QStringLiteral("-df")}).replace("\n    ", " "));
    QCOMPARE(folded.keys(), m_theirs.keys());
    for (auto it = folded.cbegin(); it != folded.cend(); ++it) {
        // Folding keeps the words and replaces what is between them.
        if (m_catalog->find(it.key())->decidedBy != DefaultKind::Runtime)
            QCOMPARE(it->simplified(), ours(it.key(), host).simplified());
    }
}

void TestDefaults::servicesMakeTheNamesThatPostconfLists()
{
    if (m_postconf.isEmpty())
        QSKIP("Postfix is not installed");
    const auto reference = catalog::Reference::load(*m_catalog);
    QVERIFY(reference);
    QByteArray masterCf;
    QSet<QByteArray> expected;
    for (const catalog::MasterRow &row : reference->masterRows()) {
        const catalog::Program *program = reference->program(row.command);
        if (!row.isEnabled || row.since > m_version || !program || program->since > m_version)
            continue;
        masterCf += row.name.toByteArray() + ' ' + row.type.toByteArray() + " - - - - - "
            + row.command.toByteArray() + '\n';
        for (const catalog::ServiceParameter &parameter : m_catalog->serviceParameters()) {
            if (parameter.since <= m_version && parameter.programs.contains(row.command))
                expected.insert(row.name.toByteArray() + parameter.suffix.toByteArray());
        }
    }
    QVERIFY(expected.size() > 50);
    write("master.cf", masterCf);
    const auto listed = settingsIn(output({QStringLiteral("-d")}));
    write("master.cf", QByteArray());
    for (const QByteArray &name : std::as_const(expected)) {
        QVERIFY2(listed.contains(name), name.constData());
        const Parameter *parameter = m_catalog->find(name); // some have a default of their own
        const catalog::PerService *facts = reference->perServiceOf(name);
        QVERIFY2(facts, name.constData());
        QCOMPARE(listed.value(name),
                 (parameter ? parameter->defaultFor(m_version) : facts->defaultValue).toByteArray());
    }
    for (auto it = listed.cbegin(); it != listed.cend(); ++it)
        QVERIFY2(m_theirs.contains(it.key()) || expected.contains(it.key()), it.key().constData());
}

void TestDefaults::everyTargetHasItsDefaults()
{
    for (const catalog::Release &release : m_catalog->releases()) {
        for (const Parameter &parameter : m_catalog->parameters()) {
            if (!parameter.isKnownTo(release.newest()))
                continue;
            // What the code of that version says is never older than the parameter.
            const QByteArray value =
                catalog::defaultFor(*m_catalog, parameter, release.newest(), Host{.processId = 1});
            QVERIFY2(!value.contains('\n'), parameter.name.constData());
            if (parameter.decidedBy == DefaultKind::Host)
                QVERIFY(!value.isEmpty());
        }
    }
}

QTEST_GUILESS_MAIN(TestDefaults)
#include "tst_defaults.moc"
