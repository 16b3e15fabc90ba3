// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/check/fixing.h"
#include "tests/support/cleanserver.h"

#include <QTest>

using model::Draft;
using model::FileId;

namespace {

const catalog::Reference &reference()
{
    static const catalog::Catalog catalog = *catalog::Catalog::load();
    static const base::Result<catalog::Reference> loaded = catalog::Reference::load(catalog);
    return *loaded;
}

model::Snapshot cleanWith(const QByteArray &more)
{
    Draft draft{model::Snapshot()};
    draft.replace(FileId::MainCf, {0, 0}, cleanserver::mainCf() + more);
    draft.replace(FileId::MasterCf, {0, 0}, cleanserver::masterCf());
    return draft.snapshot();
}

/// What is appended to the clean main.cf after all fixes.
QByteArray mended(const QByteArray &more, const check::FixRequest &request)
{
    const check::FixReport report = check::fixAll(cleanWith(more), request);
    const QByteArray text = report.draft.mainCf().text();
    return text.startsWith(cleanserver::mainCf()) ? text.sliced(cleanserver::mainCf().size()) : text;
}

} // namespace

class TestFixing : public QObject
{
    Q_OBJECT

private slots:
    void cleanIsLeftAlone();
    void everythingThatHasAFixIsMended();
    void onlyTheRulesThatWereAskedFor();
    void ignoredIsLeftAlone();
    void reportSaysWhatWasDone();

private:
    check::FixRequest m_request{.target = {.reference = &reference()}};
};

void TestFixing::cleanIsLeftAlone()
{
    const check::FixReport report = check::fixAll(cleanWith({}), m_request);
    QVERIFY(report.draft.changes().isEmpty());
    QVERIFY(report.fixed.isEmpty());
}

void TestFixing::everythingThatHasAFixIsMended()
{
    QCOMPARE(mended("smtpd_helo_required = true\nsmtp_helo_timeout = 30 sec\nhello world\n# end", m_request),
             QByteArray("smtpd_helo_required = yes\nsmtp_helo_timeout = 30s\n#hello world\n# end\n"));
}

void TestFixing::onlyTheRulesThatWereAskedFor()
{
    check::FixRequest request = m_request;
    const QByteArray text = "smtpd_helo_required = true\nhello world\n";
    request.rules = {"PF-SYN-*"};
    QCOMPARE(mended(text, request), QByteArray("smtpd_helo_required = true\n#hello world\n"));
    request.rules = {"PF-VAL-001"};
    QCOMPARE(mended(text, request), QByteArray("smtpd_helo_required = yes\nhello world\n"));
}

void TestFixing::ignoredIsLeftAlone()
{
    const QByteArray text = "# postwright: ignore PF-VAL-001\nsmtpd_helo_required = true\n";
    QCOMPARE(mended(text, m_request), text);
    check::FixRequest request = m_request;
    request.project.suppressions = {check::Suppression{.rule = "PF-VAL-*"}};
    const QByteArray other = "smtpd_helo_required = true\n";
    QCOMPARE(mended(other, request), other);
}

void TestFixing::reportSaysWhatWasDone()
{
    const check::FixReport report = check::fixAll(cleanWith("smtpd_helo_required = true\n"), m_request);
    QCOMPARE(report.fixed.size(), 1);
    QCOMPARE(report.fixed.first().problem.rule, QStringLiteral("PF-VAL-001"));
    QCOMPARE(report.fixed.first().line, cleanserver::mainCf().count('\n') + 1);
    QVERIFY(!report.fixed.first().title.isEmpty());
}

QTEST_GUILESS_MAIN(TestFixing)
#include "tst_fixing.moc"
