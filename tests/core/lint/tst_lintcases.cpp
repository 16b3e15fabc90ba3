// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lint/registry.h"

#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <set>
#include <tuple>

using model::FileId;
using model::FileKind;

namespace {

using Spot = std::tuple<QString, QString, int>; // rule, file, line

const catalog::Reference &theReference()
{
    static const catalog::Catalog catalog = *catalog::Catalog::load();
    static const base::Result<catalog::Reference> loaded = catalog::Reference::load(catalog);
    return *loaded;
}

QString casesFolder()
{
    const QString given = qEnvironmentVariable("POSTWRIGHT_LINT_CASES");
    return given.isEmpty() ? QStringLiteral(SOURCE_DIR "/../shared/lint-cases") : given;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QJsonObject jsonIn(const QString &path)
{
    return QJsonDocument::fromJson(contentOf(path)).object();
}

QSet<QByteArray> words(const QJsonValue &value)
{
    QSet<QByteArray> all;
    for (const QJsonValue &word : value.toArray())
        all.insert(word.toString().toUtf8());
    return all;
}

/// What the parameters that name it say it is; by the type in front of its name.
FileKind kindOf(const QString &name, const QByteArray &configuration)
{
    const QByteArray path = '/' + name.toUtf8();
    FileKind kind = FileKind::Other;
    for (qsizetype at = configuration.indexOf(path); at >= 0; at = configuration.indexOf(path, at + 1)) {
        const qsizetype end = at + path.size();
        if (end < configuration.size() && !QByteArrayView(" \t\r\n,})").contains(configuration[end]))
            continue;
        qsizetype begin = at;
        while (begin > 0 && !QByteArrayView(" \t\r\n,={").contains(configuration[begin - 1]))
            --begin;
        const QByteArray reference = configuration.sliced(begin, at - begin);
        if (reference.contains("regexp:") || reference.contains("pcre:"))
            kind = FileKind::Pattern;
        else if (reference.contains("cidr:"))
            kind = FileKind::Cidr;
        else if (reference.contains("ldap:") || reference.contains("sql:") || !reference.contains(':'))
            continue;
        else
            kind = name.contains(QLatin1String("aliases")) ? FileKind::Aliases : FileKind::KeyValue;
    }
    return kind;
}

model::Snapshot snapshotOf(const QString &folder)
{
    const auto file = [&](const QString &name, FileKind kind) {
        model::FileInfo info{.path = QStringLiteral("/etc/postfix/") + name, .name = name, .kind = kind};
        const QString path = folder + u'/' + name;
        if (!QFile::exists(path))
            info.problem = base::Error{base::Error::Code::NotFound, info.path};
        return model::File(info, syntax::Text(contentOf(path), model::File::layoutOf(kind)));
    };
    QList<model::File> files{file(QStringLiteral("main.cf"), FileKind::MainCf),
                             file(QStringLiteral("master.cf"), FileKind::MasterCf)};
    const QByteArray configuration = files[0].text().bytes() + files[1].text().bytes();
    const QStringList names = QDir(folder).entryList(QDir::Files, QDir::Name);
    for (const QString &name : names) {
        if (!name.endsWith(QLatin1String(".json")) && name != QLatin1String("main.cf")
            && name != QLatin1String("master.cf"))
            files.append(file(name, kindOf(name, configuration)));
    }
    return model::Snapshot(files);
}

lint::Target targetOf(const QJsonObject &json)
{
    lint::Target target{.reference = &theReference()};
    target.version = *catalog::Version::parse(json[QStringLiteral("target")].toString().toLatin1());
    if (json.contains(QStringLiteral("map_types")))
        target.tableTypes = words(json[QStringLiteral("map_types")]);
    if (json.contains(QStringLiteral("sasl_server_types")))
        target.saslServerTypes = words(json[QStringLiteral("sasl_server_types")]);
    if (json.contains(QStringLiteral("sasl_client_types")))
        target.saslClientTypes = words(json[QStringLiteral("sasl_client_types")]);
    if (json.contains(QStringLiteral("platform")))
        target.platform = json[QStringLiteral("platform")].toString().toUtf8();
    if (json.contains(QStringLiteral("default_database_type")))
        target.defaultTableType = json[QStringLiteral("default_database_type")].toString().toUtf8();
    if (json.contains(QStringLiteral("config_directory")))
        target.folder = json[QStringLiteral("config_directory")].toString().toUtf8();
    for (const QByteArray &service : words(json[QStringLiteral("services")]))
        target.ports.insert(service, 1);
    const QString listing = json[QStringLiteral("listing")].toString();
    target.listing = listing == QLatin1String("all") ? lint::Listing::All
        : listing == QLatin1String("config")         ? lint::Listing::Folder
                                                     : lint::Listing::Partial;
    const QJsonObject facts = json[QStringLiteral("facts")].toObject();
    for (auto it = facts.begin(); it != facts.end(); ++it) {
        const QJsonObject one = it.value().toObject();
        lint::FileFact fact;
        fact.exists = one[QStringLiteral("exists")].toBool(true);
        const auto number = [&](const char *key) {
            const QJsonValue value = one[QLatin1String(key)];
            return value.isDouble() ? std::optional(value.toInteger()) : std::nullopt;
        };
        if (one.contains(QStringLiteral("mode")))
            fact.mode = one[QStringLiteral("mode")].toString().toInt(nullptr, 8);
        if (const auto uid = number("uid"))
            fact.uid = static_cast<int>(*uid);
        if (const auto gid = number("gid"))
            fact.gid = static_cast<int>(*gid);
        fact.group = one[QStringLiteral("group")].toString().toUtf8();
        fact.modified = number("mtime");
        fact.type = one[QStringLiteral("type")].toString().toUtf8();
        const QByteArray path = it.key().toUtf8();
        target.files.insert(path.startsWith('/') ? path : target.folder + '/' + path, fact);
    }
    return target;
}

std::set<Spot> foundIn(const QString &folder, const QJsonObject &json)
{
    const model::Snapshot snapshot = snapshotOf(folder);
    const bool isAdviceWanted = json[QStringLiteral("profile")] == QLatin1String("advice");
    std::set<Spot> spots;
    const lint::Target target = targetOf(json);
    for (const lint::Finding &finding :
         lint::findingsIn(snapshot, target, isAdviceWanted ? lint::Profile::Advice : lint::Profile::Normal)) {
        const model::File &file = snapshot.file(finding.place.file);
        spots.insert({QString::fromLatin1(finding.rule->id), file.info().name,
                      static_cast<int>(file.text().lineAt(finding.place.range.begin)) + 1});
    }
    return spots;
}

std::set<Spot> without(std::set<Spot> spots, const std::set<Spot> &others)
{
    for (const Spot &spot : others)
        spots.erase(spot);
    return spots;
}

QStringList lines(const std::set<Spot> &spots)
{
    QStringList lines;
    for (const auto &[rule, file, line] : spots)
        lines.append(QStringLiteral("%1 %2:%3").arg(rule, file).arg(line));
    lines.sort();
    return lines;
}

} // namespace

class TestLintCases : public QObject
{
    Q_OBJECT

private slots:
    void casesHaveExactlyTheExpectedFindings();
};

void TestLintCases::casesHaveExactlyTheExpectedFindings()
{
    const QDir top(casesFolder());
    if (!top.exists())
        QSKIP(qPrintable(QStringLiteral("There are no cases in %1.").arg(top.path())));
    int run = 0;
    int exact = 0;
    int waiting = 0;
    const QStringList names = top.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    for (const QString &name : names) {
        const QString folder = top.filePath(name);
        const QJsonObject expected = jsonIn(folder + QStringLiteral("/expected.json"));
        if (!expected.contains(QStringLiteral("findings")))
            continue;
        std::set<Spot> wanted;
        int unknown = 0;
        for (const QJsonValue &finding : expected[QStringLiteral("findings")].toArray()) {
            const QString rule = finding[QStringLiteral("rule")].toString();
            if (lint::ruleCalled(rule.toLatin1()))
                wanted.insert({rule, finding[QStringLiteral("file")].toString(),
                               finding[QStringLiteral("line")].toInt()});
            else
                ++unknown;
        }
        waiting += unknown > 0 ? 1 : 0;
        const std::set<Spot> found = foundIn(folder, jsonIn(folder + QStringLiteral("/case.json")));
        ++run;
        if (found == wanted) {
            ++exact;
            continue;
        }
        qWarning("%s: missing %s; too many %s", qPrintable(name),
                 qPrintable(lines(without(wanted, found)).join(QStringLiteral(", "))),
                 qPrintable(lines(without(found, wanted)).join(QStringLiteral(", "))));
    }
    qInfo("%d cases, %d exact; %d of them expect findings of rules that are not there yet; %d rules", run,
          exact, waiting, static_cast<int>(lint::rules().size()));
    QVERIFY(run > 0);
    QCOMPARE(exact, run);
}

QTEST_GUILESS_MAIN(TestLintCases)
#include "tst_lintcases.moc"
