// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lint/linter.h"
#include "core/lint/registry.h"
#include "tests/support/lintcases.h"

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

/// A line copied, removed, indented or shortened, or bytes that mean something put in.
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
    const auto file = static_cast<FileId>(random.bounded(static_cast<int>(snapshot.files().size())));
    const syntax::Text &text = snapshot.file(file).text();
    const qsizetype at = text.size() > 0 ? random.bounded(text.size()) : 0;
    const syntax::ByteRange line = text.lineAround(at);
    switch (random.bounded(4)) {
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
    void leavesRulesOfSettingsAloneWhenATableChanges();
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
    for (int i = 0; i < 200; ++i) {
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
