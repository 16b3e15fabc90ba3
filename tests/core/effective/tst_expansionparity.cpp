// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/postconf/textlines.h"
#include "tests/core/effective/expansionbatch.h"
#include "tests/support/corpus.h"
#include "tests/support/installedpostfix.h"
#include "tests/support/randomexpression.h"
#include "tests/support/share.h"

#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using effective::noService;
using effective::Values;
using expansion::Batch;
using expansion::services;
using expansion::Setting;
using expansion::snapshotOf;
using expansion::unexpanded;
using support::InstalledPostfix;

namespace {

constexpr int wantedComparisons = support::share(52'000);
constexpr int perBatch = 5'000;
constexpr int overridesPerService = 60;
constexpr int recent = 400; ///< an override has as name one of the last, on which not much depends

/// What a -o value in braces can hold.
bool isBalanced(QByteArrayView text)
{
    int level = 0;
    for (const char c : text) {
        level += c == '{' ? 1 : c == '}' ? -1 : 0;
        if (level < 0)
            return false;
    }
    return level == 0;
}

/// What two long texts say where they part.
QByteArray contrast(const QByteArray &theirs, const QByteArray &ours)
{
    constexpr qsizetype around = 60;
    qsizetype at = 0;
    while (at < theirs.size() && at < ours.size() && theirs[at] == ours[at])
        ++at;
    const qsizetype begin = std::max<qsizetype>(0, at - around);
    return "\n  postconf: " + theirs.mid(begin, 3 * around) + "\n  here:     " + ours.mid(begin, 3 * around);
}

/// What Postfix logs: printable() in src/util/printable.c.
QByteArray printed(QByteArray text)
{
    for (char &c : text)
        c = c == '\t' ? '?' : c;
    return text;
}

/// As postconf prints it.
QByteArray squeezed(const QByteArray &value)
{
    QByteArray line;
    postconf::appendLine(line, value, false);
    line.chop(1);
    return line;
}

} // namespace

/// Random values and real configurations, expanded here and by the installed postconf.
class TestExpansionParity : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void randomValues();
    void valuesThatCanNotBeExpanded();
    void realConfigurations();

private:
    QByteArrayList compare(const Batch &batch, const effective::Target &target, int &compared);

    InstalledPostfix m_postfix;
    std::optional<catalog::Catalog> m_catalog;
    quint32 m_seed = 0;
    QByteArrayList m_broken; ///< values that were taken out of the batches
};

void TestExpansionParity::initTestCase()
{
    if (!m_postfix.isInstalled())
        QSKIP("postconf is not installed: there is nothing to compare with");
    const auto loaded = catalog::Catalog::load();
    QVERIFY(loaded);
    m_catalog = *loaded;
    m_seed = qEnvironmentVariableIsSet("POSTWRIGHT_SEED") ? qEnvironmentVariable("POSTWRIGHT_SEED").toUInt()
                                                          : QRandomGenerator::global()->generate();
    qInfo("POSTWRIGHT_SEED=%u", m_seed);
}

QByteArrayList TestExpansionParity::compare(const Batch &batch, const effective::Target &target,
                                            int &compared)
{
    const QTemporaryDir folder;
    const QByteArray mainCf = batch.mainCf();
    const QByteArray masterCf = batch.masterCf();
    InstalledPostfix::write(folder.path(), QStringLiteral("main.cf"), mainCf);
    InstalledPostfix::write(folder.path(), QStringLiteral("master.cf"), masterCf);
    const auto mainRun = m_postfix.start(folder.path(), {QStringLiteral("-n"), QStringLiteral("-x")});
    const auto masterRun = m_postfix.start(folder.path(), {QStringLiteral("-P"), QStringLiteral("-x")});
    const Values values(snapshotOf(mainCf, masterCf), target);
    QByteArrayList differences;
    const auto differ = [&](const QByteArray &where, const QByteArray &text, const QByteArray &theirs,
                            const QByteArray &ours) {
        ++compared;
        if (theirs != ours)
            differences.append(where + " = " + text + contrast(theirs, ours));
    };
    const InstalledPostfix::Answer main = InstalledPostfix::answerOf(*mainRun);
    const InstalledPostfix::Answer master = InstalledPostfix::answerOf(*masterRun);
    if (main.isFatal || master.isFatal)
        return {
            "postconf gave up: "
            + (main.warnings.mid(main.warnings.size() - 3) + master.warnings.mid(master.warnings.size() - 3))
                  .join('\n')};
    const QHash<QByteArray, QByteArray> mainOut = InstalledPostfix::settingsIn(main.out);
    const QHash<QByteArray, QByteArray> masterOut = InstalledPostfix::settingsIn(master.out);
    for (const Setting &setting : batch.settings)
        differ(setting.name, setting.text, mainOut.value(setting.name, "<not listed>"),
               squeezed(values.value(setting.name)->expanded));
    for (qsizetype i = 0; i < batch.overrides.size(); ++i) {
        for (const Setting &setting : batch.overrides[i]) {
            const QByteArray where = services[i].name + '/' + services[i].type + '/' + setting.name;
            const effective::Value value = *values.value(setting.name, i);
            // With -P, postconf expands what the programs take as it is: pcf_print_master_param().
            const QByteArray expanded = value.isRaw
                ? syntax::expand(value.unexpanded,
                                 [&](QByteArrayView name) { return unexpanded(values, name, i); })
                      .text
                : value.expanded;
            differ(where, setting.text, masterOut.value(where, "<not listed>"), squeezed(expanded));
        }
    }
    return differences;
}

void TestExpansionParity::randomValues()
{
    QRandomGenerator random(m_seed);
    const QTemporaryDir empty;
    InstalledPostfix::write(empty.path(), QStringLiteral("main.cf"), {});
    InstalledPostfix::write(empty.path(), QStringLiteral("master.cf"), {});
    const effective::Target target =
        InstalledPostfix::target(*m_catalog, m_postfix.ask(empty.path(), {QStringLiteral("-d")}).out);
    const QByteArrayList levels{"0", "1", "2", "3.6", "3.6.1", "9999"};
    const QByteArrayList builtIn{"myhostname",
                                 "mydomain",
                                 "mydestination",
                                 "message_size_limit",
                                 "append_dot_mydomain",
                                 "relayhost",
                                 "smtp_connect_timeout",
                                 "relay_destination_recipient_limit",
                                 "maildrop_time_limit",
                                 "service_name",
                                 "process_name",
                                 "default_rbl_reply",
                                 "forward_path",
                                 "compatibility_level",
                                 "mail_version",
                                 "smtpd_relay_restrictions",
                                 "address_verify_poll_count",
                                 "daemon_directory",
                                 "recipient_delimiter"};
    const QByteArrayList set{"alias_maps",
                             "smtpd_banner",
                             "relay_transport",
                             "mynetworks",
                             "smtpd_expansion_filter",
                             "luser_relay",
                             "import_environment",
                             "relay_destination_concurrency_limit",
                             "policy_time_limit",
                             "default_rbl_reply"};
    int compared = 0;
    QByteArrayList differences;
    while (compared < wantedComparisons && differences.isEmpty()) {
        Batch batch;
        batch.fixed = "compatibility_level = " + levels[random.bounded(int(levels.size()))]
            + "\nmyhostname = mail.example.org\nnone =\none = 1\nten = 10\nword = abc\nrelayhost = $none\n"
              "outer = <$word>\nhigh = 3.10\n";
        support::RandomExpression make(
            random, builtIn + QByteArrayList{"none", "one", "ten", "word", "outer", "high", "nosuch"});
        for (const QByteArray &name : set)
            batch.settings.append({name, make.next()});
        for (int i = 0; i < perBatch; ++i) {
            const QByteArray name = 'x' + QByteArray::number(i);
            batch.settings.append({name, make.next()});
            make.addName(name);
        }
        for (qsizetype i = 0; i < services.size(); ++i) {
            QList<Setting> overrides;
            for (int j = 0; j < overridesPerService; ++j) {
                const QByteArray name =
                    j < set.size() ? set[j] : 'x' + QByteArray::number(perBatch - 1 - random.bounded(recent));
                const bool isDouble = std::any_of(overrides.begin(), overrides.end(),
                                                  [&](const Setting &one) { return one.name == name; });
                if (const QByteArray text = make.next(); isBalanced(text) && !isDouble)
                    overrides.append({name, text});
            }
            batch.overrides.append(overrides);
        }
        m_broken += batch.removeBroken(target);
        differences = compare(batch, target, compared);
    }
    qInfo("%d values compared, %lld left out as they can't be expanded", compared,
          static_cast<long long>(m_broken.size()));
    QVERIFY2(differences.isEmpty(), differences.mid(0, 10).join('\n').constData());
    QVERIFY(compared >= wantedComparisons);
}

// Each ends postconf, which sleeps for a second before: so there are fewer of them, side by side.
void TestExpansionParity::valuesThatCanNotBeExpanded()
{
    constexpr int randomOnes = 90;
    constexpr int atATime = 30;
    QByteArrayList texts{"$",
                         "${",
                         "${}",
                         "${ }${",
                         "$(",
                         "x $",
                         "${one",
                         "$(one",
                         "${one!}",
                         "${one x}",
                         "${one?{a}",
                         "${one?{a}b}",
                         "${one?{a}:{b}c}",
                         "${none:{a}b}",
                         "${{a}}",
                         "${{a} ~ {b}}",
                         "${{a} =={b}x}",
                         "${{a} == b}",
                         "${{a} ==level {b}}",
                         "${{1} <size {2}}",
                         "${{1} <=level {2.}}",
                         "${{1} >level {1.2.3.4}}",
                         "${{1}<level{1.1024}}",
                         "${{a",
                         "${{99999999999999999999} > {1}?x}",
                         "${one?${{$}=={}}}",
                         "$one$x",
                         "a $y b",
                         "${{$(} == {${}}"};
    QRandomGenerator random(m_seed);
    for (int i = 0; i < randomOnes && !m_broken.isEmpty(); ++i) {
        const QByteArray text = m_broken[random.bounded(int(m_broken.size()))];
        if (!text.contains('x')) // names of the batch are not defined here
            texts.append(text);
    }
    const QByteArray fixed =
        "compatibility_level = 3.6\nmyhostname = mail.example.org\nnone =\none = 1\nten = 10\n"
        "word = abc\nouter = <$word>\nhigh = 3.10\ny = $z\nz = end $y of it\n"
        "mail_name = ${x?}${none?}${one?}${ten?}${word?}${outer?}${high?}${y?}${z?}\n";
    const QByteArray withoutCircle = QByteArray(fixed).replace("y = $z\n", "y = 1\n");
    QTemporaryDir folder;
    for (qsizetype begin = 0; begin < texts.size(); begin += atATime) {
        struct Run
        {
            QByteArray text;
            QByteArray mainCf;
            QString folder;
            std::unique_ptr<QProcess> process;
        };
        std::vector<Run> runs;
        for (const QByteArray &text : texts.mid(begin, atATime)) {
            Run run{text, (text.contains("$y") ? fixed : withoutCircle) + "x = " + text + '\n',
                    folder.filePath(QString::number(runs.size())), nullptr};
            QDir().mkpath(run.folder);
            InstalledPostfix::write(run.folder, QStringLiteral("main.cf"), run.mainCf);
            InstalledPostfix::write(run.folder, QStringLiteral("master.cf"), {});
            run.process = m_postfix.start(run.folder, {QStringLiteral("-n"), QStringLiteral("-x")});
            runs.push_back(std::move(run));
        }
        for (const Run &run : runs) {
            const InstalledPostfix::Answer answer = InstalledPostfix::answerOf(*run.process);
            const Values values(snapshotOf(run.mainCf, {}), {.catalog = *m_catalog, .version = {3, 7, 11}});
            if (!values.value("x")->isBroken) {
                // Names of the batch that it came from are missing: it may be fine without.
                QVERIFY2(!answer.isFatal, run.text.constData());
                continue;
            }
            QVERIFY2(answer.isFatal, run.text.constData());
            if (run.text.contains("$y"))
                continue; // which of the values in the circle is read first is up to a hash table
            QSet<QByteArray> expected;
            for (const auto &error : syntax::scanNames(run.text, [](QByteArrayView) {}))
                expected.insert(printed(error.warning));
            const syntax::Expansion expansion = syntax::expand(
                run.text, [&](QByteArrayView name) { return unexpanded(values, name, noService); });
            for (const auto &error : expansion.errors) {
                expected.insert(printed(error.warning));
                if (error.kind == syntax::ExpansionError::Kind::BadNumber)
                    break;
            }
            QSet<QByteArray> said;
            for (const QByteArray &warning : answer.warnings) {
                if (!warning.contains("undefined parameter") && !warning.contains("unused parameter")
                    && warning != "macro processing error")
                    said.insert(warning);
            }
            QVERIFY2(said == expected,
                     (run.text + "\n  postconf: " + said.values().join(" | ")
                      + "\n  here: " + expected.values().join(" | "))
                         .constData());
        }
    }
}

void TestExpansionParity::realConfigurations()
{
    const QString root = corpus::folder();
    if (root.isEmpty())
        QSKIP("no real configurations at hand");
    const QDir mains(root + QStringLiteral("/main_cf"));
    const QDir masters(root + QStringLiteral("/master_cf"));
    const QFileInfoList masterFiles = masters.entryInfoList(QDir::Files, QDir::Name);
    QVERIFY(!masterFiles.isEmpty());
    struct Run
    {
        QString title;
        QString folder;
        QByteArray mainCf;
        QByteArray masterCf;
        std::vector<std::unique_ptr<QProcess>> processes;
    };
    std::vector<Run> runs;
    QTemporaryDir folder;
    qsizetype next = 0;
    for (const QFileInfo &info : mains.entryInfoList(QDir::Files, QDir::Name)) {
        const QFileInfo &master = masterFiles[next++ % masterFiles.size()];
        Run run{info.fileName() + QStringLiteral(" + ") + master.fileName(),
                folder.filePath(QString::number(next)),
                corpus::read(info.filePath()),
                corpus::read(master.filePath()),
                {}};
        QDir().mkpath(run.folder);
        InstalledPostfix::write(run.folder, QStringLiteral("main.cf"), run.mainCf);
        InstalledPostfix::write(run.folder, QStringLiteral("master.cf"), run.masterCf);
        runs.push_back(std::move(run));
    }
    int compared = 0;
    int fatal = 0;
    QByteArrayList differences;
    constexpr size_t atATime = 20;
    for (size_t begin = 0; begin < runs.size(); begin += atATime) {
        const size_t end = std::min(begin + atATime, runs.size());
        for (size_t i = begin; i < end; ++i) {
            for (const QStringList &arguments : {QStringList{QStringLiteral("-nx")},
                                                 {QStringLiteral("-dx")},
                                                 {QStringLiteral("-Px")},
                                                 {QStringLiteral("-d")}})
                runs[i].processes.push_back(m_postfix.start(runs[i].folder, arguments));
        }
        for (size_t i = begin; i < end; ++i) {
            Run &run = runs[i];
            QList<InstalledPostfix::Answer> answers;
            for (const auto &process : run.processes)
                answers.append(InstalledPostfix::answerOf(*process));
            run.processes.clear();
            const bool isFatal = answers[0].isFatal;
            fatal += isFatal ? 1 : 0;
            if (isFatal)
                continue;
            effective::Target target = InstalledPostfix::target(*m_catalog, answers[3].out);
            const Values defaults(snapshotOf({}, run.masterCf), target);
            target.host.build.insert("config_directory", run.folder.toUtf8()); // what -c does
            const model::Snapshot snapshot = snapshotOf(run.mainCf, run.masterCf);
            const Values values(snapshot, target);
            const auto differ = [&](const QByteArray &where, const QByteArray &theirs,
                                    const QByteArray &ours) {
                ++compared;
                // Each run of postconf has a $process_id of its own.
                if (theirs != ours && !where.endsWith("debugger_command"))
                    differences.append(run.title.toUtf8() + ": " + where + contrast(theirs, ours));
            };
            const auto read = [](const Values &from, QByteArrayView name, qsizetype service) {
                const auto value = from.value(name, service);
                return value ? squeezed(value->expanded) : QByteArray("<not defined>");
            };
            const auto settings = InstalledPostfix::settingsIn(answers[0].out);
            for (auto it = settings.cbegin(); it != settings.cend(); ++it) {
                if (it.key() != "config_directory") // -c sets it
                    differ(it.key(), *it, read(values, it.key(), noService));
            }
            const auto defaultSettings = InstalledPostfix::settingsIn(answers[1].out);
            for (auto it = defaultSettings.cbegin(); it != defaultSettings.cend(); ++it) {
                if (it.key() != "process_id")
                    differ("default of " + it.key(), *it, read(defaults, it.key(), noService));
            }
            const auto overrides = InstalledPostfix::settingsIn(answers[2].out);
            for (qsizetype service = 0; service < values.services().size(); ++service) {
                const effective::Service &one = values.services()[service];
                const QByteArray prefix = one.name + '/' + one.type + '/';
                for (auto it = overrides.cbegin(); it != overrides.cend(); ++it) {
                    if (it.key().startsWith(prefix))
                        differ(it.key(), *it, read(values, it.key().sliced(prefix.size()), service));
                }
            }
        }
    }
    qInfo("%d values of %zu configurations compared, %d configurations end postconf", compared, runs.size(),
          fatal);
    QVERIFY2(differences.isEmpty(),
             (QByteArray::number(differences.size()) + '\n' + differences.mid(0, 30).join('\n')).constData());
    QVERIFY(compared > 0);
}

QTEST_GUILESS_MAIN(TestExpansionParity)
#include "tst_expansionparity.moc"
