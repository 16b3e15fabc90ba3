// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/draft.h"
#include "core/review/aftersaving.h"
#include "core/review/changecounts.h"

#include <QTest>

using model::FileId;
using review::AfterSaving;

namespace {

const QByteArray mainCf("myhostname = a\n# prose\nalias_database = hash:/etc/postfix/aliases\n"
                        "virtual_alias_maps = hash:/etc/postfix/virtual\n"
                        "header_checks = pcre:/etc/postfix/checks\n");
const QByteArray masterCf("smtp inet n - y - - smtpd\n#submission inet n - y - - smtpd\n");

model::File tableFile(const QString &name, model::FileKind kind)
{
    const model::FileInfo info{.path = QStringLiteral("/etc/postfix/") + name, .name = name, .kind = kind};
    return {info, syntax::Text("a: b\n", syntax::Text::Layout::Chunked)};
}

model::Snapshot onDisk()
{
    const model::Snapshot empty;
    QList<model::File> files{
        empty.files()[0].withText(syntax::Text(mainCf, syntax::Text::Layout::Whole)),
        empty.files()[1].withText(syntax::Text(masterCf, syntax::Text::Layout::Whole)),
        tableFile(QStringLiteral("aliases"), model::FileKind::Aliases),
        tableFile(QStringLiteral("virtual"), model::FileKind::KeyValue),
        tableFile(QStringLiteral("checks"), model::FileKind::Pattern),
        tableFile(QStringLiteral("unused"), model::FileKind::KeyValue),
    };
    return model::Snapshot(files);
}

QByteArray told(const AfterSaving &after)
{
    QByteArrayList words;
    for (const AfterSaving::Rebuild &rebuild : after.rebuilds)
        words.append(rebuild.program + ' ' + rebuild.table);
    if (after.postfix == AfterSaving::Postfix::Reload)
        words.append("reload");
    if (after.postfix == AfterSaving::Postfix::Restart)
        words.append("restart for " + after.restartFor.join(' '));
    return words.join(", ");
}

} // namespace

class TestReview : public QObject
{
    Q_OBJECT

private slots:
    void savingAsksForWhatItNeeds_data();
    void savingAsksForWhatItNeeds();
    void onlyWhatIsSavedCounts();
    void changesAreCounted_data();
    void changesAreCounted();
};

void TestReview::savingAsksForWhatItNeeds_data()
{
    QTest::addColumn<int>("file");
    QTest::addColumn<QByteArray>("what");
    QTest::addColumn<QByteArray>("with");
    QTest::addColumn<QByteArray>("expected");
    const auto add = [](const char *name, int file, const char *what, const char *with,
                        const char *expected) {
        QTest::newRow(name) << file << QByteArray(what) << QByteArray(with) << QByteArray(expected);
    };
    add("a setting", 0, "= a\n", "= b\n", "reload");
    add("a comment asks for nothing", 0, "prose", "verse", "");
    add("spacing asks for nothing", 0, "myhostname = a", "myhostname=a", "");
    add("what the master process reads once", 0, "# prose\n", "inet_interfaces = all\n",
        "restart for inet_interfaces");
    add("a service switched on", 1, "#submission", "submission", "reload");
    add("an alias", 2, "b", "c", "postalias hash:/etc/postfix/aliases");
    add("a row", 3, "b", "c", "postmap hash:/etc/postfix/virtual");
    add("a pattern", 4, "b", "c", "reload");
    add("a table that nobody names", 5, "b", "c", "");
    add("a table named for the first time", 0, "# prose\n", "transport_maps = lmdb:/etc/postfix/unused\n",
        "postmap lmdb:/etc/postfix/unused, reload");
}

void TestReview::savingAsksForWhatItNeeds()
{
    QFETCH(const int, file);
    QFETCH(const QByteArray, what);
    QFETCH(const QByteArray, with);
    const auto id = static_cast<FileId>(file);
    model::Draft draft(onDisk());
    const qsizetype at = draft.snapshot().file(id).text().bytes().indexOf(what);
    QVERIFY(at >= 0);
    draft.replace(id, {at, at + what.size()}, with);
    const AfterSaving after =
        review::afterSaving(onDisk(), draft.snapshot(), {id}, QStringLiteral("/etc/postfix"), "/etc/postfix");
    QTEST(told(after), "expected");
}

void TestReview::onlyWhatIsSavedCounts()
{
    model::Draft draft(onDisk());
    draft.replace(FileId::MainCf, {0, 0}, "inet_protocols = all\n");
    draft.replace(static_cast<FileId>(3), {0, 0}, "x y\n");
    const AfterSaving after = review::afterSaving(onDisk(), draft.snapshot(), {static_cast<FileId>(3)},
                                                  QStringLiteral("/etc/postfix"), "/etc/postfix");
    QCOMPARE(told(after), "postmap hash:/etc/postfix/virtual");
}

void TestReview::changesAreCounted_data()
{
    QTest::addColumn<int>("file");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QList<qsizetype>>("counts"); // settings, services added, removed, changed, lines + and -
    QTest::newRow("two settings") << 0 << QByteArray(mainCf).replace("= a\n", "= b\nrelayhost = c\n")
                                  << QList<qsizetype>{2, 0, 0, 0, 2, 1};
    QTest::newRow("comment") << 0 << QByteArray(mainCf).replace("prose", "verse")
                             << QList<qsizetype>{0, 0, 0, 0, 1, 1};
    QTest::newRow("service on") << 1 << QByteArray(masterCf).replace("#", "")
                                << QList<qsizetype>{0, 1, 0, 0, 1, 1};
    QTest::newRow("service gone") << 1 << QByteArray("") << QList<qsizetype>{0, 0, 1, 0, 0, 2};
    QTest::newRow("override added") << 1 << QByteArray(masterCf).replace("smtpd\n#", "smtpd\n  -o a=b\n#")
                                    << QList<qsizetype>{0, 0, 0, 1, 1, 0};
    QTest::newRow("row") << 3 << QByteArray("a: b\nc: d\n") << QList<qsizetype>{0, 0, 0, 0, 1, 0};
}

void TestReview::changesAreCounted()
{
    QFETCH(const int, file);
    QFETCH(const QByteArray, text);
    const model::Snapshot before = onDisk();
    const model::File &old = before.files()[file];
    const review::ChangeCounts found =
        review::changeCounts(old, old.withText(syntax::Text(text, old.text().layout())));
    const QList<qsizetype> counts{found.settings,        found.servicesAdded, found.servicesRemoved,
                                  found.servicesChanged, found.linesAdded,    found.linesRemoved};
    QTEST(counts, "counts");
}

QTEST_GUILESS_MAIN(TestReview)
#include "tst_review.moc"
