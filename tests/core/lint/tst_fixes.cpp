// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lint/fixtitles.h"
#include "core/syntax/logicallines.h"
#include "tests/support/cleanserver.h"
#include "tests/support/lintcases.h"

#include <QTest>

namespace {

using lint::Finding;
using lint::Findings;
using model::Draft;
using model::FileId;

/// A configuration and for whom it is judged.
struct Desk
{
    model::Snapshot snapshot;
    lint::Target target;
    lint::Profile profile = lint::Profile::Advice;

    Findings findings(const model::Snapshot &of) const { return lint::findingsIn(of, target, profile); }
};

QHash<QByteArray, int> counted(const Findings &findings)
{
    QHash<QByteArray, int> counts;
    for (const Finding &finding : findings)
        ++counts[finding.rule->id];
    return counts;
}

/// The comments and blank lines, and the entries with all their lines.
struct Blocks
{
    QByteArrayList comments;
    QByteArrayList entries;
    QList<qsizetype> begins; ///< of the entries
};

Blocks blocksOf(const QByteArray &text)
{
    Blocks blocks;
    syntax::LineScanner scanner(text);
    syntax::PhysicalLine line;
    QByteArray pending; // belongs to the entry if it goes on below
    while (scanner.next(line)) {
        const QByteArray bytes = line.range.in(text).toByteArray();
        if (line.kind == syntax::LineKind::Start || line.kind == syntax::LineKind::Orphan) {
            blocks.comments.append(pending);
            blocks.entries.append(bytes);
            blocks.begins.append(line.range.begin);
            pending.clear();
        } else if (line.kind == syntax::LineKind::Continuation && !blocks.entries.isEmpty()) {
            blocks.entries.last() += pending + bytes;
            pending.clear();
        } else {
            pending += bytes;
        }
    }
    blocks.comments.append(pending);
    return blocks;
}

/// What an entry says, whatever its layout.
QByteArray meaningOf(const QByteArray &entry)
{
    return QByteArray(entry).replace(',', ' ').replace('=', " = ").simplified();
}

/// What is wrong with how a fix changed a file; empty if nothing is: comments stay, and every entry that says
/// what it said keeps its bytes, but the one that is mended.
QString damageIn(const QByteArray &before, const QByteArray &after, std::optional<qsizetype> mended)
{
    const Blocks was = blocksOf(before);
    const Blocks is = blocksOf(after);
    const QByteArray commentsBefore = was.comments.join();
    const QByteArray commentsAfter = is.comments.join();
    for (const QByteArray &line : commentsBefore.split('\n')) {
        if (!line.trimmed().isEmpty() && !commentsAfter.contains(line) && !after.contains(line))
            return QStringLiteral("lost the comment ") + QString::fromUtf8(line);
    }
    for (qsizetype i = 0; i < was.entries.size(); ++i) {
        const qsizetype begin = was.begins[i];
        if (is.entries.contains(was.entries[i])
            || (mended && begin <= *mended && *mended < begin + was.entries[i].size()))
            continue;
        for (const QByteArray &entry : is.entries) {
            if (meaningOf(entry) == meaningOf(was.entries[i]))
                return QStringLiteral("wrote anew ") + QString::fromUtf8(was.entries[i]);
        }
    }
    return {};
}

/// What is wrong with one fix of one finding; empty if nothing is.
QString faultsOf(const Desk &desk, const Findings &before, const Finding &finding, const lint::Fix &fix)
{
    Draft draft(desk.snapshot);
    fix.apply(draft);
    if (draft.changes().isEmpty())
        return QStringLiteral("it changes nothing");
    const Findings after = desk.findings(draft.snapshot());
    const auto countsBefore = counted(before);
    const auto countsAfter = counted(after);
    if (countsAfter.value(finding.rule->id) >= countsBefore.value(finding.rule->id))
        return QStringLiteral("the finding stays");
    for (const Finding &left : after) {
        if (left.rule->severity == lint::Severity::Error
            && countsAfter.value(left.rule->id) > countsBefore.value(left.rule->id))
            return QStringLiteral("a new error: %1 %2")
                .arg(QLatin1String(left.rule->id), lint::messageOf(left));
    }
    static const QByteArrayList aboutBytes{"PF-SYN-010", "PF-SYN-011", "PF-SYN-012", "PF-SYN-013"};
    for (const FileId id : desk.snapshot.ids()) {
        const QByteArray old = desk.snapshot.file(id).text().bytes();
        const QByteArray now = draft.snapshot().file(id).text().bytes();
        if (old == now || aboutBytes.contains(finding.rule->id))
            continue;
        const auto mended =
            finding.place.file == id ? std::optional(finding.place.range.begin) : std::nullopt;
        if (const QString damage = damageIn(old, now, mended); !damage.isEmpty())
            return damage;
    }
    Draft again(draft.snapshot());
    fix.apply(again);
    if (!again.changes().isEmpty())
        return QStringLiteral("it changes more when it is taken again");
    return {};
}

Desk deskOf(const QByteArray &mainCf, const QByteArray &masterCf, const catalog::Version &version)
{
    Draft draft{model::Snapshot()};
    draft.replace(FileId::MainCf, {0, 0}, mainCf);
    draft.replace(FileId::MasterCf, {0, 0}, masterCf);
    return {.snapshot = draft.snapshot(),
            .target = {.reference = &lintcases::reference(), .version = version},
            .profile = lint::Profile::Advice};
}

} // namespace

class TestFixes : public QObject
{
    Q_OBJECT

private slots:
    void everyFixOfTheCasesMends();
    void fixDoesWhatItSays_data();
    void fixDoesWhatItSays();
    void aliasWithADomainMovesToTheVirtualAliases();
    void noShellForWhatStrangersWrite();
    void fixForAFileThatIsNotThereAnyMoreDoesNothing();
};

void TestFixes::everyFixOfTheCasesMends()
{
    if (!lintcases::folder().exists())
        QSKIP(qPrintable(QStringLiteral("There are no cases in %1.").arg(lintcases::folder().path())));
    int cases = 0;
    int fixes = 0;
    int bad = 0;
    std::set<QByteArray> mended;
    std::set<QByteArray> found;
    for (const QString &name : lintcases::names()) {
        const std::optional<lintcases::Case> one = lintcases::opened(name);
        QVERIFY2(one, qPrintable(name));
        ++cases;
        const Desk desk{one->snapshot, one->server.target, one->server.profile};
        const Findings before = desk.findings(desk.snapshot);
        for (const Finding &finding : before) {
            found.insert(finding.rule->id);
            for (const lint::Fix &fix : finding.fixes) {
                ++fixes;
                mended.insert(finding.rule->id);
                const QList<const char *> told = lint::fixTitlesOf(finding.rule->id);
                const bool isTold = std::any_of(told.begin(), told.end(), [&](const char *title) {
                    return QByteArrayView(title) == QByteArrayView(fix.title);
                });
                const QString faults = isTold ? faultsOf(desk, before, finding, fix)
                                              : QStringLiteral("fixTitlesOf() does not know it");
                if (faults.isEmpty())
                    continue;
                ++bad;
                qWarning("%s: %s “%s”: %s", qPrintable(name), finding.rule->id, fix.title,
                         qPrintable(faults));
            }
        }
    }
    qInfo("%d cases, %d fixes of %d rules, of %d rules that found something; %d fall short", cases, fixes,
          static_cast<int>(mended.size()), static_cast<int>(found.size()), bad);
    QVERIFY(fixes > 0);
    QCOMPARE(bad, 0);
}

void TestFixes::fixDoesWhatItSays_data()
{
    QTest::addColumn<QByteArray>("rule");
    QTest::addColumn<bool>("isMain");
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    const auto main = [](const char *name, const char *rule, const char *before, const char *after) {
        QTest::newRow(name) << QByteArray(rule) << true << QByteArray(before) << QByteArray(after);
    };
    const auto master = [](const char *name, const char *rule, const char *before, const char *after) {
        QTest::newRow(name) << QByteArray(rule) << false << QByteArray(before) << QByteArray(after);
    };
    main("equals sign behind a parameter", "PF-SYN-001", "mydomain example.com\n",
         "mydomain = example.com\n");
    main("other words become comments", "PF-SYN-001", "hello\n  world\n", "#hello\n#  world\n");
    main("shell style", "PF-SYN-007", "mynetworks = 127.0.0.0/8, \\\n10.0.0.0/8\n",
         "mynetworks = 127.0.0.0/8,\n    10.0.0.0/8\n");
    main("tail of a commented-out head", "PF-SYN-005",
         "mynetworks = 127.0.0.0/8\n#mydestination =\n  a\n  b\n",
         "mynetworks = 127.0.0.0/8\n#mydestination =\n#  a\n#  b\n");
    main("self reference to the default", "PF-REF-003", "smtpd_banner = $smtpd_banner hello\n",
         "smtpd_banner = $myhostname ESMTP $mail_name hello\n");
    main("missing bracket", "PF-REF-004", "smtpd_banner = ${myhostname ESMTP\n",
         "smtpd_banner = ${myhostname} ESMTP\n");
    main("every lone dollar", "PF-REF-005", "mail_name = $ and $ 5\n", "mail_name = $$ and $$ 5\n");
    main("one word of a list over lines", "PF-RELAY-002",
         "compatibility_level = 3.6\nmynetworks =\n  127.0.0.0/8\n  0.0.0.0/0\n# us\n  10.0.0.0/8\n",
         "compatibility_level = 3.6\nmynetworks =\n  127.0.0.0/8\n# us\n  10.0.0.0/8\n");
    main("a check goes with its argument", "PF-RESTR-007",
         "smtpd_client_restrictions = permit_mynetworks,\n  warn_if_reject reject_rbl_client "
         "dnsbl.sorbs.net,\n"
         "  reject_unknown_client_hostname\n",
         "smtpd_client_restrictions = permit_mynetworks,\n  reject_unknown_client_hostname\n");
    main("a check moves behind the stop", "PF-RELAY-006",
         "smtpd_relay_restrictions = check_policy_service unix:private/p permit_mynetworks "
         "reject_unauth_destination\n",
         "smtpd_relay_restrictions = permit_mynetworks reject_unauth_destination check_policy_service "
         "unix:private/p\n");
    main(
        "the stop is put behind those who may", "PF-RELAY-001",
        "smtpd_relay_restrictions = permit_mynetworks, permit_sasl_authenticated, check_helo_access "
        "pcre:/x\n",
        "smtpd_relay_restrictions = permit_mynetworks, permit_sasl_authenticated, reject_unauth_destination, "
        "check_helo_access pcre:/x\n");
    main("a larger message needs larger mailboxes", "PF-VAL-002", "message_size_limit = 60M\n",
         "message_size_limit = 62914560\nmailbox_size_limit = 0\n");
    main("comment behind a value", "PF-SYN-006", "smtpd_timeout = 30s  # quick\n",
         "# quick\nsmtpd_timeout = 30s\n");
    main("version in the banner", "PF-DELIV-008", "smtpd_banner = $myhostname ESMTP ($mail_version)\n",
         "smtpd_banner = $myhostname ESMTP\n");
    master("words of an option", "PF-MASTER-006",
           "1025 inet n - n - - smtpd\n  -o smtpd_client_restrictions=permit_mynetworks, reject\n",
           "1025 inet n - n - - smtpd\n  -o smtpd_client_restrictions=permit_mynetworks,reject\n");
    master("blanks around the equals sign of an option", "PF-MASTER-007",
           "1025 inet n - n - - smtpd\n  -o smtpd_helo_required = yes\n",
           "1025 inet n - n - - smtpd\n  -o smtpd_helo_required=yes\n");
    master("options that are not indented", "PF-MASTER-001",
           "1025 inet n - n - - smtpd\n-o smtpd_helo_required=yes\n-o syslog_name=x\n",
           "1025 inet n - n - - smtpd\n  -o smtpd_helo_required=yes\n  -o syslog_name=x\n");
    master("an option on a line of its own", "PF-MASTER-020",
           "1025 inet n - n - - smtpd\n  -v\n  -o syslog_name=x\n",
           "1025 inet n - n - - smtpd\n  -o syslog_name=x\n");
    master("a command that only a shell understands", "PF-MASTER-024",
           "count unix - n n - - pipe\n  flags=R user=vmail argv=/bin/cat | /usr/bin/wc -l\n",
           "count unix - n n - - pipe\n  flags=R user=vmail argv=/bin/sh -c {/bin/cat | /usr/bin/wc -l}\n");
    master("shell style in a service", "PF-SYN-007",
           "1025 inet n - n - - smtpd \\\n-o smtpd_client_restrictions=permit_mynetworks, \\\n   reject\n",
           "1025 inet n - n - - smtpd\n    -o smtpd_client_restrictions=permit_mynetworks,reject\n");
}

void TestFixes::fixDoesWhatItSays()
{
    QFETCH(const QByteArray, rule);
    QFETCH(const bool, isMain);
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, after);
    const auto withText = [&](const QByteArray &text) {
        return isMain ? std::pair(text, cleanserver::masterCf())
                      : std::pair(cleanserver::mainCf(), cleanserver::masterCf() + text);
    };
    const auto [mainCf, masterCf] = withText(before);
    const Desk desk = deskOf(mainCf, masterCf, catalog::Catalog::newest);
    const Findings findings = desk.findings(desk.snapshot);
    const auto found = std::find_if(findings.begin(), findings.end(),
                                    [&](const Finding &one) { return rule == one.rule->id; });
    QVERIFY(found != findings.end());
    QVERIFY(!found->fixes.isEmpty());
    Draft draft(desk.snapshot);
    found->fixes.first().apply(draft);
    const auto [wantedMain, wantedMaster] = withText(after);
    QCOMPARE(draft.mainCf().text(), wantedMain);
    QCOMPARE(draft.masterCf().text(), wantedMaster);
}

void TestFixes::aliasWithADomainMovesToTheVirtualAliases()
{
    Desk desk = deskOf(cleanserver::mainCf()
                           + "alias_maps = hash:/etc/postfix/aliases\n"
                             "virtual_alias_maps = hash:/etc/postfix/virtual\n",
                       cleanserver::masterCf(), catalog::Catalog::newest);
    QList<model::File> files = desk.snapshot.files();
    const auto add = [&](const char *name, model::FileKind kind, const QByteArray &text) {
        const model::FileInfo info{.path = QStringLiteral("/etc/postfix/") + QLatin1String(name),
                                   .name = QLatin1String(name),
                                   .kind = kind};
        files.append(model::File(info, syntax::Text(text, model::File::layoutOf(kind))));
        return static_cast<model::FileId>(files.size() - 1);
    };
    const auto aliases =
        add("aliases", model::FileKind::Aliases, "postmaster: root\na@example.com: anna, ben\n");
    const auto goal = add("virtual", model::FileKind::KeyValue, "b@example.com ben\n");
    desk.snapshot = model::Snapshot(files);
    const Findings findings = desk.findings(desk.snapshot);
    const auto found = std::find_if(findings.begin(), findings.end(), [](const Finding &one) {
        return QByteArray("PF-MAP-034") == one.rule->id;
    });
    QVERIFY(found != findings.end());
    QVERIFY(!found->fixes.isEmpty());
    Draft draft(desk.snapshot);
    found->fixes.first().apply(draft);
    QCOMPARE(draft.snapshot().file(aliases).text().bytes(), QByteArray("postmaster: root\n"));
    QCOMPARE(draft.snapshot().file(goal).text().bytes().simplified(),
             QByteArray("b@example.com ben a@example.com anna, ben"));
}

void TestFixes::noShellForWhatStrangersWrite()
{
    const Desk desk =
        deskOf(cleanserver::mainCf(),
               cleanserver::masterCf()
                   + "count unix - n n - - pipe\n  flags=R user=vmail argv=/bin/echo $sender | wc\n",
               catalog::Catalog::newest);
    const Findings findings = desk.findings(desk.snapshot);
    const auto found = std::find_if(findings.begin(), findings.end(), [](const Finding &one) {
        return QByteArray("PF-MASTER-024") == one.rule->id;
    });
    QVERIFY(found != findings.end());
    QVERIFY(found->fixes.isEmpty());
}

void TestFixes::fixForAFileThatIsNotThereAnyMoreDoesNothing()
{
    const Desk desk =
        deskOf("hello\nmynetworks = 0.0.0.0/0 \\\n", cleanserver::masterCf(), catalog::Catalog::newest);
    int fixes = 0;
    for (const Finding &finding : desk.findings(desk.snapshot)) {
        for (const lint::Fix &fix : finding.fixes) {
            if (!QByteArrayList{"PF-SYN-001", "PF-SYN-007"}.contains(finding.rule->id))
                continue;
            ++fixes;
            Draft draft{model::Snapshot()};
            fix.apply(draft);
            QVERIFY2(draft.changes().isEmpty(), fix.title);
        }
    }
    QVERIFY(fixes > 1);
}

QTEST_GUILESS_MAIN(TestFixes)
#include "tst_fixes.moc"
