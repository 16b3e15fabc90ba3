// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/postconf/listingcases.h"

#include <QTest>

using listing::Case;
using support::PostconfAnswer;
using support::PostconfCall;

namespace {

const QByteArray folder = "/folder";
const catalog::Version debian12{3, 7, 11};
const catalog::Version newest{3, 12, 0};

/// Without the line about the folder.
PostconfAnswer withoutFolder(PostconfAnswer answer, const QByteArray &path)
{
    for (const QByteArray &line :
         {"config_directory = " + path + '\n', path + '\n', QByteArray("config_directory\n")}) {
        if (answer.out.startsWith(line))
            answer.out.remove(0, line.size());
        else
            answer.out.replace('\n' + line, "\n");
    }
    return answer;
}

} // namespace

class TestListing : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void answersAreThese_data();
    void answersAreThese();
    void installedPostconfAgrees();

private:
    std::optional<catalog::Catalog> m_catalog;
};

void TestListing::initTestCase()
{
    const auto loaded = catalog::Catalog::load();
    QVERIFY(loaded);
    m_catalog = *loaded;
}

void TestListing::answersAreThese_data()
{
    QTest::addColumn<PostconfCall>("call");
    QTest::addColumn<catalog::Version>("target");
    QTest::addColumn<PostconfAnswer>("answer");
    const auto add = [](const QList<Case> &cases, const catalog::Version &target) {
        for (const Case &one : cases) {
            // The folder counts as a setting, which is nothing that a case is about.
            QTest::addRow("%s: %s", qPrintable(target.toString()), one.name)
                << PostconfCall{one.files, one.arguments} << target
                << PostconfAnswer{one.status, one.out, {one.said.cbegin(), one.said.cend()}, one.files};
        }
    };
    add(listing::settingsCases(), debian12);
    add(listing::servicesCases(), debian12);
    add(listing::refusals(), debian12);
    add(listing::newestCases(), newest);
}

void TestListing::answersAreThese()
{
    QFETCH(const PostconfCall, call);
    QFETCH(const catalog::Version, target);
    QFETCH(const PostconfAnswer, answer);
    const PostconfAnswer ours = withoutFolder(support::ourAnswer(call, folder, *m_catalog, target), folder);
    QVERIFY2(ours == answer, support::differenceOf(answer, ours).constData());
}

void TestListing::installedPostconfAgrees()
{
    const support::InstalledPostconf installed;
    if (!installed.version())
        QSKIP("Postfix is not installed");
    QList<PostconfCall> calls;
    for (const Case &one : listing::settingsCases() + listing::servicesCases() + listing::refusals())
        calls.append({one.files, one.arguments, one.name});
    const QList<PostconfAnswer> theirs = installed.answersTo(calls);
    QByteArray differences;
    for (qsizetype i = 0; i < calls.size(); ++i) {
        const PostconfAnswer ours = support::ourAnswer(calls[i], installed.folderOf(i), *m_catalog,
                                                       *installed.version(), installed.host());
        if (!support::isSame(theirs[i], ours))
            differences += calls[i].label + ":\n" + support::differenceOf(theirs[i], ours);
    }
    qInfo("%lld calls answered as postconf %s answers them", static_cast<long long>(calls.size()),
          qPrintable(installed.version()->toString()));
    support::report(differences);
    QVERIFY(differences.isEmpty());
}

QTEST_GUILESS_MAIN(TestListing)
#include "tst_listing.moc"
