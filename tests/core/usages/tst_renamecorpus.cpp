// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/syntax/expansion.h"
#include "core/usages/rename.h"
#include "tests/support/corpus.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using model::FileId;
using usages::Symbol;
using usages::Usage;

namespace {

const catalog::Catalog &known()
{
    static const auto catalog = catalog::Catalog::load();
    return *catalog;
}

model::File fileOf(const char *name, model::FileKind kind, const QByteArray &text)
{
    const model::FileInfo info{.path = QStringLiteral("/etc/postfix/") + QLatin1String(name),
                               .name = QLatin1String(name),
                               .kind = kind};
    return {info, syntax::Text(text, model::File::layoutOf(kind))};
}

QByteArray bytesOf(const model::Snapshot &snapshot)
{
    QByteArray all;
    for (const FileId id : snapshot.ids())
        all += snapshot.file(id).text().bytes() + "\n--\n";
    return all;
}

/// Every setting in force and every override, expanded, under the name it has before the renaming.
QMap<QByteArray, QByteArray> meaningOf(const model::Snapshot &snapshot, const QByteArray &from,
                                       const QByteArray &to)
{
    const syntax::MainCf &mainCf = snapshot.mainCf();
    const auto lookup = [&](QByteArrayView name) -> std::optional<QByteArray> {
        if (const syntax::Setting *setting = mainCf.find(name))
            return mainCf.valueOf(*setting);
        if (const catalog::Parameter *parameter = known().find(name))
            return parameter->defaultFor(catalog::Catalog::newest).toByteArray();
        return std::nullopt;
    };
    const auto old = [&](const QByteArray &name) { return name == to ? from : name; };
    const auto come = [&](const QByteArray &value) { // a class is named in values as it is
        return syntax::expanded(value, lookup).value_or("(can't be read)").replace(to, from);
    };
    QMap<QByteArray, QByteArray> meaning;
    for (const syntax::Setting &setting : mainCf.settings()) {
        if (setting.enabled)
            meaning[old(mainCf.nameOf(setting).toByteArray())] = come(mainCf.valueOf(setting));
    }
    const syntax::MasterCf &masterCf = snapshot.masterCf();
    for (qsizetype i = 0; i < masterCf.services().size(); ++i) {
        for (const syntax::Override &option : masterCf.services()[i].overrides)
            meaning[QByteArray::number(i) + ' ' + old(masterCf.nameOf(option).toByteArray())
                    + (option.enabled ? "" : " off")] = come(masterCf.valueOf(option));
    }
    return meaning;
}

/// A name that fits into the room of the other.
QByteArray nameLike(const QByteArray &name)
{
    QByteArray other = name;
    for (char &c : other) {
        if (c >= 'a' && c <= 'z')
            c = static_cast<char>('a' + (c - 'a' + 13) % 26);
    }
    return other == name ? other + 'x' : other;
}

struct Postconf
{
    QString program = QStandardPaths::findExecutable(
        QStringLiteral("postconf"), {QStringLiteral("/usr/sbin"), QStringLiteral("/usr/local/sbin")});
    QTemporaryDir folder;

    /// What it makes of every parameter that is set, sorted; nothing when it gives up.
    std::optional<QByteArrayList> answer(const model::Snapshot &snapshot, const QByteArray &from,
                                         const QByteArray &to) const
    {
        for (const FileId id : {FileId::MainCf, FileId::MasterCf}) {
            // Each run of postconf has a number of its own; the name of the program never differs.
            const QByteArray bytes = snapshot.file(id).text().bytes().replace("process_id", "process_name");
            QFile file(folder.filePath(snapshot.file(id).info().name));
            if (!file.open(QIODevice::WriteOnly) || file.write(bytes) < 0)
                return {};
            file.flush();
            // A young file makes Postfix wait until it is two seconds old.
            file.setFileTime(QDateTime::currentDateTime().addSecs(-3600), QFileDevice::FileModificationTime);
        }
        QProcess process;
        process.start(program,
                      {QStringLiteral("-c"), folder.path(), QStringLiteral("-x"), QStringLiteral("-n")});
        if (!process.waitForFinished() || process.exitCode() != 0)
            return {};
        QByteArrayList lines = process.readAllStandardOutput().split('\n');
        for (QByteArray &line : lines) {
            line.replace(to, from);
        }
        std::sort(lines.begin(), lines.end());
        return lines;
    }
};

} // namespace

/// Renames what is in real configurations: everything then means what it meant, also to Postfix's own
/// postconf, and renaming back gives the bytes there were.
class TestRenameCorpus : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void parametersOfRealFiles();
    void servicesOfRealFiles();

private:
    QList<model::Snapshot> m_configurations;
};

void TestRenameCorpus::initTestCase()
{
    QByteArrayList mains;
    QByteArrayList masters;
    const QStringList files = corpus::files();
    for (const QString &path : files) {
        if (path.contains(QStringLiteral("/main_cf/")))
            mains.append(corpus::read(path));
        else if (path.contains(QStringLiteral("/master_cf/")))
            masters.append(corpus::read(path));
    }
    if (mains.isEmpty() || masters.isEmpty())
        QSKIP("There is no folder shared/corpus with main_cf and master_cf beside the project.");
    for (qsizetype i = 0; i < mains.size(); ++i) {
        m_configurations.append(
            model::Snapshot({fileOf("main.cf", model::FileKind::MainCf, mains[i]),
                             fileOf("master.cf", model::FileKind::MasterCf, masters[i % masters.size()])}));
    }
}

void TestRenameCorpus::parametersOfRealFiles()
{
    const Postconf postconf;
    constexpr int mostOfOne = 4;
    int renamed = 0;
    int asked = 0;
    for (const model::Snapshot &snapshot : std::as_const(m_configurations)) {
        const syntax::MainCf &mainCf = snapshot.mainCf();
        int here = 0;
        for (const syntax::Setting &setting : mainCf.settings()) {
            const QByteArray from = mainCf.nameOf(setting).toByteArray();
            if (known().find(from) || !setting.enabled || here == mostOfOne)
                continue;
            const QByteArray to = nameLike(from);
            model::Draft draft(snapshot);
            if (bytesOf(snapshot).contains(to) || usages::renameParameter(draft, known(), from, to))
                continue; // one of a service or a database client
            ++here;
            ++renamed;
            QVERIFY2(meaningOf(snapshot, from, from) == meaningOf(draft.snapshot(), from, to),
                     from.constData());
            if (!postconf.program.isEmpty()) {
                const auto before = postconf.answer(snapshot, from, from);
                if (before) {
                    const auto after = postconf.answer(draft.snapshot(), from, to);
                    QVERIFY(after);
                    for (qsizetype i = 0; i < before->size(); ++i)
                        QVERIFY2(before->at(i) == after->value(i),
                                 (before->at(i) + " / " + after->value(i)).constData());
                    ++asked;
                }
            }
            QVERIFY2(!usages::renameParameter(draft, known(), to, from), from.constData());
            QVERIFY2(bytesOf(draft.snapshot()) == bytesOf(snapshot), from.constData());
        }
    }
    QVERIFY(renamed > 0);
    qInfo("%d parameters renamed; postconf asked about %d", renamed, asked);
}

void TestRenameCorpus::servicesOfRealFiles()
{
    int renamed = 0;
    int usagesSeen = 0;
    for (const model::Snapshot &snapshot : std::as_const(m_configurations)) {
        const syntax::MasterCf &masterCf = snapshot.masterCf();
        for (qsizetype i = 0; i < masterCf.services().size(); i += 4) {
            const QByteArray from =
                masterCf.fieldOf(masterCf.services()[i], syntax::ServiceField::Name).toByteArray();
            const bool isNetwork =
                masterCf.fieldOf(masterCf.services()[i], syntax::ServiceField::Type) == "inet";
            const QByteArray to = nameLike(from);
            model::Draft draft(snapshot);
            if (usages::renameService(draft, known(), catalog::Catalog::newest, i, to))
                continue;
            ++renamed;
            const usages::Index before(snapshot, known());
            const usages::Index after(draft.snapshot(), known());
            const usages::Usages old = before.of(Symbol{Symbol::Kind::Service, from, isNetwork});
            const usages::Usages fresh = after.of(Symbol{Symbol::Kind::Service, to, isNetwork});
            QVERIFY(fresh.size() >= old.size());
            usagesSeen += static_cast<int>(old.size());
            const bool isDefault = fresh.size() != old.size()
                || draft.mainCf().settings().size() != snapshot.mainCf().settings().size();
            if (isDefault || to.size() != from.size())
                continue; // a setting has taken the place of a default, or a column had to give way
            QVERIFY2(!usages::renameService(draft, known(), catalog::Catalog::newest, i, from),
                     from.constData());
            QVERIFY2(bytesOf(draft.snapshot()) == bytesOf(snapshot), from.constData());
        }
    }
    QVERIFY(renamed > 0);
    qInfo("%d services renamed, with %d places that name them", renamed, usagesSeen);
}

QTEST_GUILESS_MAIN(TestRenameCorpus)
#include "tst_renamecorpus.moc"
