// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/corpus.h"
#include "tests/support/masterfile.h"
#include "tests/support/randommaster.h"
#include "tests/support/randomserviceedit.h"
#include "tests/support/share.h"

#include <QDateTime>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using model::Draft;
using syntax::MasterCf;
using syntax::Service;

namespace {

constexpr int editsPerFile = support::share(20);

QByteArrayList masterFiles()
{
    QByteArrayList texts;
    for (const QString &path : corpus::files()) {
        if (path.contains(QStringLiteral("/master_cf/")) || path.endsWith(QStringLiteral("master.cf")))
            texts.append(corpus::read(path));
    }
    return texts;
}

/// The line that postconf -M prints.
QByteArray listed(const MasterCf &file, const Service &service)
{
    static constexpr int columns[] = {0, 11, 17, 25, 33, 41, 49, 57};
    QByteArray line;
    for (size_t i = 0; i < service.fields.size(); ++i) {
        if (i > 0)
            line += QByteArray(std::max<qsizetype>(1, columns[i] - line.size()), ' ');
        line += support::fieldText(service.fields[i].in(file.text()));
    }
    const QByteArrayList words = file.normalizedArguments(service);
    const auto inBraces = [](const QByteArray &word) {
        const bool needed = word.contains(' ') || word.contains('\t') || word.contains('\r');
        return needed ? '{' + word + '}' : word;
    };
    bool inOptions = true;
    for (qsizetype i = 0; i < words.size(); ++i) {
        if (!inOptions) {
            line += ' ' + inBraces(words[i]);
            continue;
        }
        // The first word that is no option is printed as it is, blanks or not.
        inOptions = words[i].startsWith('-') && words[i] != "--";
        line += ' ' + words[i];
        const bool takesValue = words[i] == "-" || words[i].startsWith("-o");
        if (inOptions && takesValue && i + 1 < words.size())
            line += ' ' + inBraces(words[++i]);
    }
    return line + '\n';
}

QByteArray listed(const MasterCf &file)
{
    QByteArray lines;
    for (const Service &service : file.services()) {
        if (service.enabled)
            lines += listed(file, service);
    }
    return lines;
}

/// What the installed postconf makes of a master.cf; nothing when it refuses it.
class Postconf
{
public:
    static bool isInstalled() { return !program().isEmpty(); }

    std::optional<QByteArray> services(const QByteArray &text) const
    {
        write(QStringLiteral("main.cf"), "");
        write(QStringLiteral("master.cf"), text);
        QProcess process;
        process.start(program(), {QStringLiteral("-c"), m_folder.path(), QStringLiteral("-M")});
        process.waitForFinished();
        if (process.exitCode() != 0)
            return {};
        return process.readAllStandardOutput();
    }

private:
    static QString program()
    {
        const QString found = QStandardPaths::findExecutable(QStringLiteral("postconf"));
        return found.isEmpty()
            ? QStandardPaths::findExecutable(QStringLiteral("postconf"), {QStringLiteral("/usr/sbin")})
            : found;
    }

    void write(const QString &name, const QByteArray &text) const
    {
        QFile file(m_folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
        file.flush();
        // Postfix waits until a file is two seconds old.
        file.setFileTime(QDateTime::currentDateTime().addSecs(-60), QFileDevice::FileModificationTime);
    }

    QTemporaryDir m_folder;
};

} // namespace

class TestServiceCorpus : public QObject
{
    Q_OBJECT

private slots:
    void everyFileIsKept();
    void postconfReadsWhatWasMeant();
    void postconfAgreesOnRandomFiles();
};

void TestServiceCorpus::everyFileIsKept()
{
    const QByteArrayList texts = masterFiles();
    if (texts.isEmpty()) {
        QVERIFY2(!corpus::isNamed() || !corpus::files().isEmpty(), "the folder that was named is empty");
        QSKIP("no real master.cf files at hand");
    }
    qsizetype services = 0;
    qsizetype off = 0;
    for (const QByteArray &text : texts) {
        const MasterCf file(text);
        QCOMPARE(file.text(), text);
        const QByteArray wrong = support::wrongReading(text);
        QVERIFY2(wrong.isEmpty(), wrong.constData());
        services += file.services().size();
        off += std::count_if(file.services().begin(), file.services().end(),
                             [](const Service &service) { return !service.enabled; });
        // Each service switched off and on, or on and off again, is what it was.
        for (qsizetype i = 0; i < file.services().size(); ++i) {
            Draft draft(support::withMasterCf(text));
            const bool enabled = file.services()[i].enabled;
            if (edits::setServiceEnabled(draft, i, !enabled))
                continue; // another of that name is in force
            const edits::Outcome refused = edits::setServiceEnabled(draft, i, enabled);
            if (refused) {
                // The file has two of that name in force.
                QCOMPARE(refused->reason, edits::Refusal::Reason::AlreadyThere);
                continue;
            }
            if (enabled && draft.masterCf().text() != text)
                qInfo().noquote() << file.services()[i].whole.in(text) << "became\n"
                                  << draft.masterCf().services()[i].whole.in(draft.masterCf().text());
            if (enabled)
                QCOMPARE(draft.masterCf().text(), text);
        }
    }
    qInfo("%lld files, %lld services, %lld of them switched off", static_cast<long long>(texts.size()),
          static_cast<long long>(services), static_cast<long long>(off));
}

void TestServiceCorpus::postconfReadsWhatWasMeant()
{
    const QByteArrayList texts = masterFiles();
    if (texts.isEmpty() || !Postconf::isInstalled())
        QSKIP("no real master.cf files, or no postconf, at hand");
    support::RandomSource random("edits of real files");
    const Postconf postconf;
    int compared = 0;
    int refusedByPostconf = 0;
    int made = 0;
    for (const QByteArray &text : texts) {
        const auto before = postconf.services(text);
        if (!before) {
            ++refusedByPostconf;
            continue;
        }
        QCOMPARE(listed(MasterCf(text)), *before);
        Draft draft(support::withMasterCf(text));
        for (int i = 0; i < editsPerFile; ++i) {
            bool done = false;
            const QByteArray wrong = support::wrongEdit(draft, random, done);
            QVERIFY2(wrong.isEmpty(), wrong.constData());
            made += done ? 1 : 0;
        }
        const auto after = postconf.services(draft.masterCf().text());
        if (!after)
            qInfo().noquote() << draft.masterCf().text();
        QVERIFY2(after, "postconf refuses what we wrote");
        QCOMPARE(listed(draft.masterCf()), *after);
        QCOMPARE(model::applied(draft.snapshot(), draft.inverse()).masterCf().text(), text);
        ++compared;
    }
    qInfo("%d files compared with postconf before and after %d edits; %d more postconf refuses to read",
          compared, made, refusedByPostconf);
    QVERIFY(compared > 0);
}

void TestServiceCorpus::postconfAgreesOnRandomFiles()
{
    if (!Postconf::isInstalled())
        QSKIP("postconf is not installed");
    support::RandomSource random("random files for postconf");
    const Postconf postconf;
    int compared = 0;
    constexpr int files = support::share(400);
    for (int i = 0; i < files; ++i) {
        const QByteArray text = support::randomMasterCf(random);
        const auto theirs = postconf.services(text);
        if (!theirs)
            continue;
        const QByteArray ours = listed(MasterCf(text));
        if (ours != *theirs)
            qInfo().noquote() << text;
        QCOMPARE(ours, *theirs);
        ++compared;
    }
    qInfo("%d of %d random files compared, the others postconf refuses", compared, files);
    QVERIFY(compared > files / 10);
}

QTEST_GUILESS_MAIN(TestServiceCorpus)
#include "tst_servicecorpus.moc"
