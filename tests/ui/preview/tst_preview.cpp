// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/preview/changespanel.h"
#include "ui/preview/diffrows.h"
#include "ui/preview/diffview.h"
#include "ui/preview/effectivemodel.h"
#include "ui/preview/effectivepanel.h"
#include "ui/preview/livepreview.h"
#include "ui/preview/sourcepanel.h"
#include "ui/preview/worddiff.h"
#include "ui/session/editsession.h"
#include "ui/session/knowledge.h"
#include "ui/text/textview.h"

#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using model::FileId;

namespace {

const QByteArray mainCf("myhostname = mail.example.org\nrelayhost =\nmynetworks = 127.0.0.0/8, 10.0.0.0/8\n");
const QByteArray masterCf("submission inet n - y - - smtpd\n  -o smtpd_tls_security_level=encrypt\n");

/// A configuration as it is on disk.
void open(ui::EditSession &session)
{
    model::Draft draft{model::Snapshot()};
    draft.replace(FileId::MainCf, {0, 0}, mainCf);
    draft.replace(FileId::MasterCf, {0, 0}, masterCf);
    session.open(draft.snapshot());
}

void replace(ui::EditSession &session, FileId file, const QByteArray &what, const QByteArray &with)
{
    session.edit(QStringLiteral("edit"), [&](model::Draft &draft) {
        const qsizetype at = draft.snapshot().file(file).text().bytes().indexOf(what);
        draft.replace(file, {at, at + what.size()}, with);
    });
}

QByteArray marked(const QByteArray &line, const QList<syntax::ByteRange> &ranges)
{
    QByteArray result = line;
    for (auto it = ranges.rbegin(); it != ranges.rend(); ++it)
        result.insert(it->end, ']').insert(it->begin, '[');
    return result;
}

} // namespace

class TestPreview : public QObject
{
    Q_OBJECT

private slots:
    void wordsThatDifferAreMarked_data();
    void wordsThatDifferAreMarked();
    void changesFollowEveryEdit();
    void clickOnAChangeGoesThere();
    void removedLineGoesWhereItWas();
    void hiddenPanelDoesNothing();
    void manyRowsScroll();
    void effectiveListsWhatIsInForce();
    void effectiveFilters();
    void effectiveClickGoesThere();
    void sourceFollowsTheFocus();
    void tabsSayHowMuchChanged();
};

void TestPreview::wordsThatDifferAreMarked_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QByteArray>("removed");
    QTest::addColumn<QByteArray>("added");
    QTest::newRow("one word") << QByteArray("level = none") << QByteArray("level = may")
                              << QByteArray("level = [none]") << QByteArray("level = [may]");
    QTest::newRow("whole words, not letters")
        << QByteArray("some value = 10s") << QByteArray("some value = 100s")
        << QByteArray("some value = [10s]") << QByteArray("some value = [100s]");
    QTest::newRow("two places") << QByteArray("list = aa, bb, cc, dd") << QByteArray("list = xx, bb, cc, yy")
                                << QByteArray("list = [aa], bb, cc, [dd]")
                                << QByteArray("list = [xx], bb, cc, [yy]");
    QTest::newRow("only added") << QByteArray("nets = a") << QByteArray("nets = a, b")
                                << QByteArray("nets = a") << QByteArray("nets = a[, b]");
    QTest::newRow("nothing in common")
        << QByteArray("abc") << QByteArray("xyz") << QByteArray("abc") << QByteArray("xyz");
    QTest::newRow("equal") << QByteArray("a = b") << QByteArray("a = b") << QByteArray("a = b")
                           << QByteArray("a = b");
}

void TestPreview::wordsThatDifferAreMarked()
{
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, after);
    const ui::WordDiff diff = ui::wordDiff(before, after);
    QTEST(marked(before, diff.removed), "removed");
    QTEST(marked(after, diff.added), "added");
}

void TestPreview::changesFollowEveryEdit()
{
    ui::EditSession session;
    open(session);
    ui::ChangesPanel panel(session);
    panel.show();
    QVERIFY(panel.view()->rows().isEmpty());
    replace(session, FileId::MainCf, "relayhost =", "relayhost = [mx]");
    QCOMPARE(panel.view()->plainText(),
             QStringLiteral("main.cf\n myhostname = mail.example.org\n-relayhost =\n+relayhost = [mx]\n"
                            " mynetworks = 127.0.0.0/8, 10.0.0.0/8\n"));
    replace(session, FileId::MasterCf, "encrypt", "may");
    QCOMPARE(panel.view()->rows().size(), 5 + 4);
    QCOMPARE(panel.view()->rows().first().added, 1);
    QCOMPARE(panel.view()->rows().first().removed, 1);
    session.undoStack()->undo();
    QCOMPARE(panel.view()->rows().size(), 5);
    session.setBaseline(session.snapshot());
    QVERIFY(panel.view()->rows().isEmpty());
}

void TestPreview::clickOnAChangeGoesThere()
{
    ui::EditSession session;
    open(session);
    ui::ChangesPanel panel(session);
    panel.resize(500, 300);
    panel.show();
    replace(session, FileId::MainCf, "relayhost =", "relayhost = [mx]");
    QSignalSpy requested(&session, &ui::EditSession::requested);
    const int rowHeight = ui::TextLooks(panel.palette()).lineHeight();
    QTest::mouseClick(panel.view()->viewport(), Qt::LeftButton, {}, QPoint(80, rowHeight * 3 + 2));
    QCOMPARE(requested.size(), 1);
    const auto place = requested.first().first().value<model::Place>();
    QCOMPARE(place, (model::Place{FileId::MainCf, {30, 46}}));
    QTest::keyClick(panel.view(), Qt::Key_Down);
    QTest::keyClick(panel.view(), Qt::Key_Return);
    QCOMPARE(requested.last().first().value<model::Place>().range.begin, 47);
}

void TestPreview::removedLineGoesWhereItWas()
{
    ui::EditSession session;
    open(session);
    replace(session, FileId::MainCf, "relayhost =\n", {});
    ui::DiffRows rows;
    QVERIFY(rows.update(session.baseline(), session.snapshot()));
    QVERIFY(!rows.update(session.baseline(), session.snapshot()));
    QCOMPARE(rows.rows().size(), 4);
    const model::Place expected{FileId::MainCf, {30, 30}};
    QCOMPARE(ui::placeOfRow(rows.rows(), 2, session.snapshot()), expected);
    // At the end of the file there is no line after it.
    replace(session, FileId::MainCf, "mynetworks = 127.0.0.0/8, 10.0.0.0/8\n", {});
    rows.update(session.baseline(), session.snapshot());
    QCOMPARE(ui::placeOfRow(rows.rows(), 3, session.snapshot()), expected);
}

void TestPreview::hiddenPanelDoesNothing()
{
    ui::EditSession session;
    open(session);
    ui::ChangesPanel panel(session);
    replace(session, FileId::MainCf, "relayhost =", "relayhost = [mx]");
    QVERIFY(panel.view()->rows().isEmpty());
    panel.show();
    QCOMPARE(panel.view()->rows().size(), 5);
}

void TestPreview::manyRowsScroll()
{
    QByteArray lines;
    for (int i = 0; i < 100'000; ++i)
        lines += "user" + QByteArray::number(i) + "@example.org someone\n";
    ui::EditSession session;
    open(session);
    ui::ChangesPanel panel(session);
    panel.resize(500, 600);
    panel.show();
    session.edit(QStringLiteral("x"), [&](model::Draft &draft) {
        draft.replace(FileId::MainCf, {0, 0}, lines);
    });
    // As many as somebody reads, at once; the others where they are asked for.
    QVERIFY(panel.view()->rows().size() < 10'000);
    QVERIFY(panel.view()->rows().first().isCut);
    ui::DiffRows all;
    all.update(session.baseline(), session.snapshot());
    QVERIFY(!all.rows().first().isCut);
    panel.view()->setRows(all.rows(), [](model::FileId) { return QString(); });
    QVERIFY(panel.view()->rows().size() > 100'000);
    QTest::keyClick(panel.view(), Qt::Key_End);
    const QImage image = panel.view()->grab().toImage();
    QVERIFY(image.pixelColor(image.width() - 40, 40)
            != image.pixelColor(image.width() - 40, image.height() - 30));
}

void TestPreview::effectiveListsWhatIsInForce()
{
    ui::EditSession session;
    open(session);
    session.edit(QStringLiteral("x"), [](model::Draft &draft) {
        const qsizetype end = draft.snapshot().file(FileId::MainCf).text().size();
        draft.replace(FileId::MainCf, {end, end}, "#inet_protocols = ipv4\nrelayhost = late\n");
    });
    ui::Knowledge knowledge(session);
    ui::EffectiveModel rows(session, knowledge);
    const QAbstractItemModelTester tester(&rows, QAbstractItemModelTester::FailureReportingMode::QtTest);
    rows.refresh();
    QStringList shown;
    for (int i = 0; i < rows.rowCount(); ++i) {
        shown.append(rows.index(i, 0).data().toString() + u'=' + rows.index(i, 1).data().toString() + u' '
                     + rows.index(i, 2).data().toString());
    }
    QCOMPARE(shown,
             QStringList({QStringLiteral("myhostname=mail.example.org main.cf:1"),
                          QStringLiteral("mynetworks=127.0.0.0/8, 10.0.0.0/8 main.cf:3"),
                          QStringLiteral("relayhost=late main.cf:5"),
                          QStringLiteral("submission/inet/smtpd_tls_security_level=encrypt master.cf:2")}));
    QVERIFY(
        rows.index(3, 1).data(Qt::ToolTipRole).toString().contains(QStringLiteral("master.cf:2: encrypt")));
    QSignalSpy reset(&rows, &QAbstractItemModel::modelReset);
    replace(session, FileId::MainCf, "late", "later");
    rows.refresh();
    QCOMPARE(rows.index(2, 1).data().toString(), QStringLiteral("later"));
    replace(session, FileId::MainCf, "later", "relay.$mydomain");
    rows.refresh();
    QCOMPARE(rows.index(2, 1).data().toString(), QStringLiteral("relay.example.org"));
    QCOMPARE(reset.size(), 0); // the same rows: selection and scrolling stay
}

void TestPreview::effectiveFilters()
{
    ui::EditSession session;
    open(session);
    ui::Knowledge knowledge(session);
    ui::EffectivePanel panel(session, knowledge);
    panel.show();
    auto *filter = panel.findChild<QLineEdit *>();
    auto *table = panel.findChild<QTableView *>();
    QTest::keyClicks(filter, QStringLiteral("MyNet"));
    QCOMPARE(table->model()->rowCount(), 1);
    filter->clear();
    QTest::keyClicks(filter, QStringLiteral("encrypt"));
    QCOMPARE(table->model()->rowCount(), 1);
    QTest::keyClicks(filter, QStringLiteral("zzz"));
    QCOMPARE(table->model()->rowCount(), 0);
    QVERIFY(!table->isVisible());
}

void TestPreview::effectiveClickGoesThere()
{
    ui::EditSession session;
    open(session);
    ui::Knowledge knowledge(session);
    ui::EffectivePanel panel(session, knowledge);
    panel.resize(500, 300);
    panel.show();
    auto *table = panel.findChild<QTableView *>();
    QSignalSpy requested(&session, &ui::EditSession::requested);
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {},
                      table->visualRect(table->model()->index(1, 0)).center());
    QCOMPARE(requested.size(), 1);
    QCOMPARE(requested.first().first().value<model::Place>(), (model::Place{FileId::MainCf, {42, 78}}));
}

void TestPreview::sourceFollowsTheFocus()
{
    ui::EditSession session;
    open(session);
    ui::SourcePanel panel(session);
    panel.resize(500, 300);
    panel.show();
    QCOMPARE(panel.view()->lineBytes(0), "myhostname = mail.example.org");
    session.setFocus({FileId::MasterCf, {0, 10}});
    QCOMPARE(panel.view()->lineBytes(0), "submission inet n - y - - smtpd");
    replace(session, FileId::MasterCf, "submission", "smtps");
    QCOMPARE(panel.view()->lineBytes(0), "smtps inet n - y - - smtpd");
    // The lit line is another colour than the one below it.
    const QImage image = panel.view()->grab().toImage();
    const int height = ui::TextLooks(panel.palette()).lineHeight();
    const int x = image.width() - 40;
    QVERIFY(image.pixelColor(x, height / 2) != image.pixelColor(x, height + height / 2));
}

void TestPreview::tabsSayHowMuchChanged()
{
    ui::EditSession session;
    open(session);
    ui::Knowledge knowledge(session);
    const ui::LivePreview preview(session, knowledge);
    QCOMPARE(preview.tabText(0), QStringLiteral("&Changes"));
    replace(session, FileId::MainCf, "relayhost =", "relayhost = [mx]");
    QCOMPARE(preview.tabText(0), QStringLiteral("&Changes 1"));
    session.undoStack()->undo();
    QCOMPARE(preview.tabText(0), QStringLiteral("&Changes"));
}

QTEST_MAIN(TestPreview)
#include "tst_preview.moc"
