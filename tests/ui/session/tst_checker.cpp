// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tools/localrunner.h"
#include "tests/support/workbench.h"

using namespace ui;
using model::FileId;

namespace {

const Finding *findingAbout(const Findings &findings, Finding::Origin origin, const QString &word)
{
    for (const Finding &finding : findings.all()) {
        if (finding.origin == origin && finding.message.contains(word))
            return &finding;
    }
    return nullptr;
}

bool hasRule(const Findings &findings, const QString &rule)
{
    return std::any_of(findings.all().begin(), findings.all().end(),
                       [&](const Finding &finding) { return finding.rule == rule; });
}

Finding findingOf(const Findings &findings, const QString &rule)
{
    const auto found = std::find_if(findings.all().begin(), findings.all().end(),
                                    [&](const Finding &finding) { return finding.rule == rule; });
    return found == findings.all().end() ? Finding() : *found;
}

} // namespace

class tst_Checker : public QObject
{
    Q_OBJECT

private slots:
    void ownRulesNeedNoPostfix();
    void aMendedLineIsNoLongerFound();
    void rulesKnowTheTarget();
    void adviceIsGivenWhenItIsWanted();
    void findingSaysWhyItMatters();
    void whatIsIgnoredIsSetApart();
    void projectFileIsKeptBesideMainCf();
    void filesAreLookedAt();
    void withoutPostfixNothingElseIsAsked();
    void postfixIsAskedAtAPauseAndItsWordsHaveALine();
};

void tst_Checker::ownRulesNeedNoPostfix()
{
    Workbench bench;
    QVERIFY(bench.openSample());
    bench.append(FileId::MainCf, "no equals sign here\n");
    const syntax::Text text = bench.session.snapshot().file(FileId::MainCf).text();
    const qsizetype line = text.lineAt(text.size() - 2) + 1;
    const auto isSaid = [&] {
        const QList<Finding> &all = bench.findings.all();
        return std::any_of(all.begin(), all.end(), [&](const Finding &finding) {
            return finding.origin == Finding::Origin::Lint && finding.severity == Finding::Severity::Error
                && whereText(finding, bench.session.snapshot()) == QStringLiteral("main.cf:%1").arg(line);
        });
    };
    QTRY_VERIFY(isSaid());
}

void tst_Checker::aMendedLineIsNoLongerFound()
{
    Workbench bench;
    QVERIFY(bench.openSample());
    bench.append(FileId::MainCf, "no equals sign here\n");
    QTRY_VERIFY(hasRule(bench.findings, QStringLiteral("PF-SYN-001")));
    bench.session.undoStack()->undo();
    QTRY_VERIFY(!hasRule(bench.findings, QStringLiteral("PF-SYN-001")));
}

void tst_Checker::rulesKnowTheTarget()
{
    Workbench bench;
    QVERIFY(bench.openSample());
    bench.append(FileId::MainCf, "smtpd_forbid_bare_newline = yes\n");
    const auto isSaid = [&] { return hasRule(bench.findings, QStringLiteral("PF-NAME-003")); };
    QVERIFY(!isSaid());
    bench.knowledge.chooseTarget(catalog::Version{3, 4, 0});
    QTRY_VERIFY(isSaid());
    bench.knowledge.chooseTarget(std::nullopt);
    QTRY_VERIFY(!isSaid());
}

void tst_Checker::adviceIsGivenWhenItIsWanted()
{
    Workbench bench;
    QVERIFY(bench.openSample());
    const auto advice = [&] {
        const QList<Finding> &all = bench.findings.all();
        return std::count_if(all.begin(), all.end(), [](const Finding &finding) { return finding.isAdvice; });
    };
    QSignalSpy changed(&bench.checker, &Checker::adviceWantedChanged);
    bench.checker.setAdviceWanted(true);
    QTRY_VERIFY(advice() > 0);
    bench.checker.setAdviceWanted(false);
    QTRY_COMPARE(advice(), 0);
    QCOMPARE(changed.size(), 2);
}

void tst_Checker::findingSaysWhyItMatters()
{
    Workbench bench;
    QVERIFY(bench.openSample());
    bench.append(FileId::MainCf, "smtpd_use_tls = yes\n");
    QTRY_VERIFY(hasRule(bench.findings, QStringLiteral("PF-NAME-004")));
    const QList<Finding> &all = bench.findings.all();
    const auto found = std::find_if(all.begin(), all.end(), [](const Finding &finding) {
        return finding.rule == QLatin1String("PF-NAME-004");
    });
    QVERIFY(!found->title.isEmpty());
    QVERIFY(!found->explanation.isEmpty());
    QCOMPARE(found->manual, QStringLiteral("DEPRECATION_README"));
    QVERIFY(!found->isAdvice);
}

void tst_Checker::whatIsIgnoredIsSetApart()
{
    Workbench bench;
    QVERIFY(bench.openSample());
    bench.append(FileId::MainCf, "smtpd_use_tls = yes\n");
    QTRY_VERIFY(hasRule(bench.findings, QStringLiteral("PF-NAME-004")));
    const Finding found = findingOf(bench.findings, QStringLiteral("PF-NAME-004"));
    QVERIFY(bench.ignoring.canComment(found));
    bench.ignoring.ignoreByComment(found, check::Reach::Finding);
    QVERIFY(bench.session.snapshot().mainCf().text().endsWith(
        "# postwright: ignore PF-NAME-004\nsmtpd_use_tls = yes\n"));
    QTRY_VERIFY(!hasRule(bench.findings, QStringLiteral("PF-NAME-004")));
    QCOMPARE(bench.findings.ignored().size(), 1);
    QVERIFY(bench.findings.ignored().first().ignored->comment);
    bench.ignoring.stop(bench.findings.ignored().first());
    QVERIFY(!bench.session.snapshot().mainCf().text().contains("postwright: ignore"));
    QTRY_VERIFY(hasRule(bench.findings, QStringLiteral("PF-NAME-004")));
}

void tst_Checker::projectFileIsKeptBesideMainCf()
{
    Workbench bench;
    QObject::connect(&bench.ignoring, &Ignoring::changed, &bench.checker,
                     [&] { bench.checker.setProject(bench.ignoring.project()); });
    QVERIFY(bench.openSample());
    bench.append(FileId::MainCf, "smtpd_use_tls = yes\n");
    QTRY_VERIFY(hasRule(bench.findings, QStringLiteral("PF-NAME-004")));
    bench.ignoring.ignoreInProject(findingOf(bench.findings, QStringLiteral("PF-NAME-004")),
                                   check::Reach::Folder);
    QTRY_VERIFY(!hasRule(bench.findings, QStringLiteral("PF-NAME-004")));
    const QString path = bench.file(QString::fromLatin1(check::projectFileName));
    const auto written = [&] {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    QTRY_VERIFY(written().contains("PF-NAME-004"));
    QCOMPARE(bench.findings.ignored().size(), 1);
    bench.ignoring.stop(bench.findings.ignored().first());
    QTRY_VERIFY(hasRule(bench.findings, QStringLiteral("PF-NAME-004")));
    QTRY_VERIFY(!written().contains("PF-NAME-004"));
}

void tst_Checker::filesAreLookedAt()
{
    Workbench bench;
    QVERIFY(bench.openSample());
    QFile key(bench.file(QStringLiteral("key.pem")));
    QVERIFY(key.open(QIODevice::WriteOnly));
    key.write("-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n");
    key.close();
    bench.append(FileId::MainCf,
                 "smtp_tls_cert_file = /etc/postfix/key.pem\n"
                 "smtp_tls_key_file = /etc/postfix/key.pem\n");
    QVERIFY(!hasRule(bench.findings, QStringLiteral("PF-FILE-012")));
    bench.checker.setFolder(bench.path());
    QTRY_VERIFY(hasRule(bench.findings, QStringLiteral("PF-FILE-012")));
    QTRY_VERIFY(hasRule(bench.findings, QStringLiteral("certificate-malformed")));
    bench.session.undoStack()->undo();
    QTRY_VERIFY(!hasRule(bench.findings, QStringLiteral("PF-FILE-012")));
}

void tst_Checker::withoutPostfixNothingElseIsAsked()
{
    Workbench bench;
    QSignalSpy known(&bench.checker, &Checker::postfixKnown);
    bench.checker.findPostfix();
    QTRY_COMPARE(known.size(), 1);
    QVERIFY(!bench.checker.postfix()->isInstalled);
    QVERIFY(bench.openSample());
    const auto asked = bench.runner.commands().size();
    bench.checker.checkNow();
    QVERIFY(!bench.findings.isChecking());
    QCOMPARE(bench.runner.commands().size(), asked);
}

void tst_Checker::postfixIsAskedAtAPauseAndItsWordsHaveALine()
{
    Workbench bench;
    tools::LocalRunner runner;
    Findings findings(bench.session);
    Checker checker(bench.session, findings, bench.knowledge, runner);
    QSignalSpy known(&checker, &Checker::postfixKnown);
    checker.findPostfix();
    QVERIFY(known.wait(20000));
    if (!checker.postfix()->isInstalled)
        QSKIP("There is no Postfix on this machine to be asked.");
    QVERIFY(bench.openSample());
    // What the rules say themselves is not said twice: something that only the installed one does not know.
    bench.knowledge.chooseTarget(catalog::Catalog::newest);
    bench.append(FileId::MainCf, "smtp_tlsrpt_enable = yes\n");
    QTRY_VERIFY_WITH_TIMEOUT(
        findingAbout(findings, Finding::Origin::Postconf, QStringLiteral("smtp_tlsrpt_enable")), 30000);
    const Finding *finding =
        findingAbout(findings, Finding::Origin::Postconf, QStringLiteral("smtp_tlsrpt_enable"));
    QVERIFY(finding->place);
    const syntax::Text &text = bench.session.snapshot().file(FileId::MainCf).text();
    QVERIFY(text.bytes(finding->place->range).startsWith("smtp_tlsrpt_enable"));
    QTRY_VERIFY_WITH_TIMEOUT(findings.checkedAt().isValid() && !findings.isChecking(), 30000);
    bench.session.undoStack()->undo();
    QTRY_VERIFY_WITH_TIMEOUT(
        !findingAbout(findings, Finding::Origin::Postconf, QStringLiteral("smtp_tlsrpt_enable")), 30000);
}

QTEST_MAIN(tst_Checker)
#include "tst_checker.moc"
