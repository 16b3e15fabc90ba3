// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/edits/parameteredits.h"
#include "core/edits/serviceedits.h"
#include "core/edits/tableedits.h"
#include "core/lint/linter.h"
#include "core/lint/registry.h"
#include "tests/support/lintcases.h"
#include "tests/support/share.h"

#include <QRandomGenerator>
#include <QTest>

using model::FileId;
using model::FileKind;

namespace {

model::File fileOf(const char *name, FileKind kind, const QByteArray &bytes)
{
    const model::FileInfo info{.path = QStringLiteral("/etc/postfix/") + QString::fromLatin1(name),
                               .name = QString::fromLatin1(name),
                               .kind = kind};
    return model::File(info, syntax::Text(bytes, model::File::layoutOf(kind)));
}

/// Something of everything that rules look at.
model::Snapshot server()
{
    return model::Snapshot(
        {fileOf("main.cf", FileKind::MainCf,
                "compatibility_level = 3.6\nmyhostname = mail.example.org\nown = check_sender_access\n"
                "smtpd_restriction_classes = strict\nstrict = $own hash:/etc/postfix/senders, permit\n"
                "smtpd_recipient_restrictions = permit_mynetworks,\n  strict, reject_unauth_destination\n"
                "virtual_alias_maps = hash:/etc/postfix/virtual\nheader_checks = pcre:/etc/postfix/headers\n"
                "alias_maps = hash:/etc/postfix/aliases\nrelayhost = [smtp.example.net]:587\n"
                "smtp_sasl_password_maps = hash:/etc/postfix/virtual\nmynetworks = cidr:/etc/postfix/nets\n"
                "misspelt_nmae = $undefined_name\nsmtpd_tls_security_level = may\n"),
         fileOf("master.cf", FileKind::MasterCf,
                "smtp inet n - y - - smtpd\n  -o smtpd_client_restrictions=permit_mynetworks,reject\n"
                "submission inet n - y - - smtpd\n  -o smtpd_sasl_auth_enable=yes -o own=x\n"
                "slow unix - - y - - smtp\n"),
         fileOf("senders", FileKind::KeyValue, "a@example.com strict\nb@example.com DENY\n*@c.example OK\n"),
         fileOf("virtual", FileKind::KeyValue, "info@example.com anna # x\ninfo@example.com $mydomain\n"),
         fileOf("headers", FileKind::Pattern, "/^Received:/ IGNORE\n/./ OK\n/(x/ REJECT\n"),
         fileOf("aliases", FileKind::Aliases, "a: b\nb: a\nroot anna\n"),
         fileOf("nets", FileKind::Cidr, "10.0.0.0/8 OK\n10.1.0.0/16 OK\n10.1.1.1/8 OK\n")});
}

/// What a finding shows and does.
QStringList textOf(const lint::Findings &findings, const model::Snapshot &snapshot)
{
    QStringList lines;
    for (const lint::Finding &finding : findings) {
        QString line = QStringLiteral("%1 %2:%3-%4 %5")
                           .arg(QLatin1String(finding.rule->id), lint::fileNameOf(finding, snapshot))
                           .arg(finding.place.range.begin)
                           .arg(finding.place.range.end)
                           .arg(lint::messageOf(finding));
        for (const model::Place &place : finding.related)
            line += QStringLiteral(" (%1:%2)").arg(static_cast<int>(place.file)).arg(place.range.begin);
        for (const lint::Fix &fix : finding.fixes) {
            model::Draft draft(snapshot);
            fix.apply(draft);
            line += QLatin1String(" | ") + QLatin1String(fix.title);
            for (const model::Change &change : draft.changes())
                line += QStringLiteral(" %1:%2-%3 %4")
                            .arg(static_cast<int>(change.file))
                            .arg(change.range.begin)
                            .arg(change.range.end)
                            .arg(QString::fromLatin1(change.bytes));
        }
        lines.append(line);
    }
    return lines;
}

/// One of many: an index into `size` things; 0 when there are none.
qsizetype anyOf(qsizetype size, QRandomGenerator &random)
{
    return size > 0 ? random.bounded(size) : 0;
}

/// A row of a table, a setting, a service or an override changed, switched, moved, added or removed.
void editOne(model::Draft &draft, QRandomGenerator &random)
{
    static const QByteArrayList names{"mydomain",
                                      "own",
                                      "strict",
                                      "smtpd_tls_security_level",
                                      "smtpd_client_restrictions",
                                      "smtpd_restriction_classes",
                                      "relayhost",
                                      "slow_time_limit",
                                      "transport_maps",
                                      "proxy_read_maps",
                                      "undefined_name",
                                      "myhostname"};
    static const QByteArrayList values{"",
                                       "yes",
                                       "none",
                                       "$own, permit",
                                       "strict, reject",
                                       "hash:/etc/postfix/virtual",
                                       "$undefined_name",
                                       "${own?x:$mydomain}",
                                       "proxy:ldap:own",
                                       "slow:[mail.example.org]"};
    const QByteArray &name = names[random.bounded(names.size())];
    const QByteArray &value = values[random.bounded(values.size())];
    const qsizetype services = draft.masterCf().services().size();
    const qsizetype service = anyOf(services, random);
    const bool isOn = random.bounded(2) == 0;
    const auto table =
        static_cast<FileId>(random.bounded(2, static_cast<int>(draft.snapshot().files().size())));
    switch (services > 0 ? random.bounded(14) : random.bounded(5)) {
    case 0:
        edits::setParameter(draft, name, value);
        return;
    case 1:
        edits::resetParameter(draft, name);
        return;
    case 2:
        edits::commentOutParameter(draft, name);
        return;
    case 3: {
        const QList<qsizetype> off = draft.mainCf().switchedOff(name);
        if (!off.isEmpty())
            edits::switchOnParameter(draft, off.first());
        return;
    }
    case 4:
        if (const syntax::Table *rows = draft.snapshot().file(table).table(); rows && rows->rowCount() > 0) {
            const qsizetype row = anyOf(rows->rowCount(), random);
            if (isOn)
                edits::setRowEnabled(draft, table, row, !rows->row(row).enabled);
            else
                edits::moveRow(draft, table, row, anyOf(rows->rowCount(), random));
        }
        return;
    case 5:
        edits::addService(draft, service,
                          {.name = isOn ? "slow" : "new", .type = "unix", .chroot = "y", .command = "smtp"});
        return;
    case 6:
        edits::removeService(draft, service);
        return;
    case 7:
        edits::moveService(draft, service, anyOf(services, random));
        return;
    case 8:
        edits::setServiceEnabled(draft, service, isOn);
        return;
    case 9:
        edits::setServiceField(draft, service, syntax::ServiceField::Chroot, isOn ? "n" : "-");
        return;
    case 10:
        edits::removeOverride(draft, service, name);
        return;
    case 11:
        if (const auto &all = draft.masterCf().services()[service].overrides; !all.isEmpty())
            edits::setOverrideEnabled(draft, service, anyOf(all.size(), random), isOn);
        return;
    default:
        edits::setOverride(draft, service, name, value);
    }
}

/// A line copied, removed, indented, switched or shortened, or bytes that mean something put in.
model::Snapshot edited(const model::Snapshot &snapshot, QRandomGenerator &random)
{
    static const QByteArrayList pieces{"\n",
                                       " ",
                                       "#",
                                       "$mydomain",
                                       "hash:/etc/postfix/senders",
                                       ":",
                                       ", ",
                                       "\nx = y",
                                       "reject",
                                       "\n  -o own=y",
                                       "permit, ",
                                       "{",
                                       "/",
                                       "*",
                                       "\nrelayhost = mail",
                                       "=",
                                       "\nslow2 unix - - n - - lmtp",
                                       "@",
                                       "yes",
                                       "1.2.3.0/24 "};
    model::Draft draft(snapshot);
    if (random.bounded(2) == 0) {
        editOne(draft, random);
        return draft.snapshot();
    }
    const auto file = static_cast<FileId>(random.bounded(static_cast<int>(snapshot.files().size())));
    const syntax::Text &text = snapshot.file(file).text();
    const qsizetype at = text.size() > 0 ? random.bounded(text.size()) : 0;
    const syntax::ByteRange line = text.lineAround(at);
    switch (random.bounded(5)) {
    case 4:
        if (text.bytes(line).startsWith('#'))
            draft.replace(file, {line.begin, line.begin + 1}, {});
        else
            draft.replace(file, {line.begin, line.begin}, "#");
        break;
    case 0:
        draft.replace(file, {line.begin, line.begin}, text.bytes(line));
        break;
    case 1:
        draft.replace(file, line, {});
        break;
    case 2:
        draft.replace(file, {at, std::min(text.size(), at + 1)}, {});
        break;
    default:
        draft.replace(file, {at, at}, pieces[random.bounded(pieces.size())]);
    }
    return draft.snapshot();
}

} // namespace

class TestLinter : public QObject
{
    Q_OBJECT

private slots:
    void findsAfterEditsWhatARunFromNothingFinds();
    void findsTheSameAfterEditsOfTheCases();
    void runsNothingAgainWithoutAnEdit();
    void asksAgainOnlyWhereASettingCounts();
    void leavesRulesOfSettingsAloneWhenATableChanges();
    void cancelledRunStopsInATable_data();
    void cancelledRunStopsInATable();
    void cancelledRunFindsNothingAndTheNextOneAll();
};

void TestLinter::findsAfterEditsWhatARunFromNothingFinds()
{
    QRandomGenerator random(4);
    lint::Target target{.reference = &lintcases::reference()};
    target.listing = lint::Listing::Folder;
    lint::Linter linter(target, lint::Profile::Advice);
    model::Snapshot snapshot = server();
    QVERIFY(linter.findingsIn(snapshot).size() > 15);
    for (int i = 0; i < support::share(250); ++i) {
        snapshot = i % 50 == 49 ? server() : edited(snapshot, random);
        const QStringList found = textOf(linter.findingsIn(snapshot), snapshot);
        QCOMPARE(found, textOf(lint::findingsIn(snapshot, target, lint::Profile::Advice), snapshot));
    }
}

void TestLinter::findsTheSameAfterEditsOfTheCases()
{
    if (!lintcases::folder().exists())
        QSKIP("There are no cases beside the project.");
    QRandomGenerator random(7);
    int run = 0;
    for (const QString &name : lintcases::folder().entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
        const auto one = lintcases::opened(name);
        if (!one)
            continue;
        ++run;
        const lint::Target &target = one->server.target;
        lint::Linter linter(target, lint::Profile::Advice);
        model::Snapshot snapshot = one->snapshot;
        linter.findingsIn(snapshot);
        for (int i = 0; i < 2; ++i) {
            snapshot = edited(snapshot, random);
            const QStringList found = textOf(linter.findingsIn(snapshot), snapshot);
            QCOMPARE(found, textOf(lint::findingsIn(snapshot, target, lint::Profile::Advice), snapshot));
        }
    }
    qInfo("%d cases, two edits of each", run);
    QVERIFY(run > 0);
}

void TestLinter::runsNothingAgainWithoutAnEdit()
{
    lint::Linter linter({.reference = &lintcases::reference()});
    const qsizetype found = linter.findingsIn(server()).size();
    QVERIFY(linter.rulesRun() > 0);
    QCOMPARE(linter.findingsIn(server()).size(), found);
    QCOMPARE(linter.rulesRun(), 0);
}

void TestLinter::leavesRulesOfSettingsAloneWhenATableChanges()
{
    lint::Linter linter({.reference = &lintcases::reference()});
    linter.findingsIn(server());
    const int all = linter.rulesRun();
    model::Draft draft(server());
    draft.replace(FileId::FirstOther, {0, 0}, "d@example.com REJECT\n");
    linter.findingsIn(draft.snapshot());
    QVERIFY(linter.rulesRun() > 0);
    QVERIFY(linter.rulesRun() < all);
}

void TestLinter::asksAgainOnlyWhereASettingCounts()
{
    lint::Linter linter({.reference = &lintcases::reference()});
    linter.findingsIn(server());
    const int all = linter.rulesRun();
    model::Draft draft(server());
    edits::setParameter(draft, "smtp_tls_security_level", "may");
    linter.findingsIn(draft.snapshot());
    QVERIFY(linter.rulesRun() > 0);
    QVERIFY2(linter.rulesRun() < all / 3, qPrintable(QString::number(linter.rulesRun())));
}

void TestLinter::cancelledRunStopsInATable_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<FileKind>("kind");
    QTest::addColumn<QByteArray>("row");
    QTest::newRow("keys and values") << QByteArray("hash") << FileKind::KeyValue
                                     << QByteArray("a@b.example OK\n");
    QTest::newRow("networks") << QByteArray("cidr") << FileKind::Cidr << QByteArray("192.0.2.0/24 OK\n");
    QTest::newRow("patterns") << QByteArray("regexp") << FileKind::Pattern << QByteArray("/a@b/ OK\n");
}

void TestLinter::cancelledRunStopsInATable()
{
    QFETCH(QByteArray, type);
    QFETCH(FileKind, kind);
    QFETCH(QByteArray, row);
    constexpr int rows = 100'000;
    const model::Snapshot snapshot({fileOf("main.cf", FileKind::MainCf,
                                           "compatibility_level = 3.6\nsmtpd_sender_restrictions = "
                                           "check_sender_access "
                                               + type + ":/etc/postfix/table\n"),
                                    fileOf("master.cf", FileKind::MasterCf, "smtp inet n - y - - smtpd\n"),
                                    fileOf("table", kind, row.repeated(rows))});
    lint::Linter linter({.reference = &lintcases::reference()});
    int asked = 0;
    linter.findingsIn(snapshot, [&] {
        ++asked;
        return false;
    });
    QVERIFY(asked > rows / 2000);
    // The rules themselves are fewer than the rows' questions, of which the first one after them stops it.
    lint::Linter other({.reference = &lintcases::reference()});
    const int stop = static_cast<int>(lint::rules().size()) / 2;
    asked = 0;
    QVERIFY(other.findingsIn(snapshot, [&] { return ++asked > stop; }).isEmpty());
    QVERIFY2(asked <= stop + 3, qPrintable(QString::number(asked)));
    QCOMPARE(textOf(other.findingsIn(snapshot), snapshot), textOf(linter.findingsIn(snapshot), snapshot));
}

void TestLinter::cancelledRunFindsNothingAndTheNextOneAll()
{
    lint::Linter linter({.reference = &lintcases::reference()});
    int asked = 0;
    QVERIFY(linter.findingsIn(server(), [&] { return ++asked > 20; }).isEmpty());
    QVERIFY(linter.rulesRun() < lint::rules().size());
    lint::Linter other({.reference = &lintcases::reference()});
    QCOMPARE(textOf(linter.findingsIn(server()), server()), textOf(other.findingsIn(server()), server()));
}

QTEST_GUILESS_MAIN(TestLinter)
#include "tst_linter.moc"
