// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/tables/showntable.h"

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

using model::FileKind;

/// Rows of every kind of table, edited with real keys.
class TestTablesEditing : public QObject
{
    Q_OBJECT

private slots:
    void eachKindIsEdited_data();
    void eachKindIsEdited();
    void tableOfAnOverrideIsEdited();
    void firstRowMakesTheFile();
    void rowIsSwitchedOffAndOn();
    void severalRowsAreSwitchedAndRemoved();
    void rowIsInsertedAbove();
    void rowsAreMoved();
    void remarkIsWritten();
    void inlineRowsAreEdited();
    void inlinePasswordsAreDots();
    void inlinePatternsAreEdited();
};

void TestTablesEditing::eachKindIsEdited_data()
{
    QTest::addColumn<QByteArray>("mainCf");
    QTest::addColumn<FileKind>("kind");
    QTest::addColumn<QByteArray>("rows");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("added");
    QTest::addColumn<QByteArray>("after");
    const auto list = [](const char *text) { return QString::fromLatin1(text).split(u'|'); };
    QTest::newRow("hash") << QByteArray("virtual_alias_maps = hash:/etc/postfix/table") << FileKind::KeyValue
                          << QByteArray("# ours\na@a.example  b\n") << 2 << QStringLiteral("c, d")
                          << list("e@a.example|f")
                          << QByteArray("# ours\na@a.example  c, d\ne@a.example  f\n");
    QTest::newRow("lmdb") << QByteArray("transport_maps = lmdb:/etc/postfix/table") << FileKind::KeyValue
                          << QByteArray("a.example relay:[b.example]:25\n") << 3
                          << QStringLiteral("[c.example]") << list("d.example|smtp|[e.example]")
                          << QByteArray("a.example relay:[c.example]\nd.example smtp:[e.example]\n");
    QTest::newRow("texthash") << QByteArray("relocated_maps = texthash:/etc/postfix/table")
                              << FileKind::KeyValue << QByteArray("a@a.example b@b.example\n") << 1
                              << QStringLiteral("z@a.example") << list("c@a.example|d")
                              << QByteArray("z@a.example b@b.example\nc@a.example d\n");
    QTest::newRow("aliases") << QByteArray("alias_maps = hash:/etc/postfix/table") << FileKind::Aliases
                             << QByteArray("root: ann\n") << 2 << QStringLiteral("ann, bob")
                             << list("the office|root")
                             << QByteArray("root: ann, bob\n\"the office\": root\n");
    QTest::newRow("access") << QByteArray(
        "smtpd_sender_restrictions = check_sender_access hash:/etc/postfix/table")
                            << FileKind::KeyValue << QByteArray("a.example\tREJECT go away\n") << 3
                            << QStringLiteral("No") << list("b.example|OK")
                            << QByteArray("a.example\tREJECT No\nb.example\tOK\n");
    QTest::newRow("cidr") << QByteArray(
        "smtpd_client_restrictions = check_client_access cidr:/etc/postfix/table")
                          << FileKind::Cidr << QByteArray("192.0.2.0/24 REJECT\n") << 1
                          << QStringLiteral("!192.0.2.0/25") << list("10.0.0.0/8|OK")
                          << QByteArray("!192.0.2.0/25 REJECT\n10.0.0.0/8 OK\n");
    QTest::newRow("regexp") << QByteArray("header_checks = regexp:/etc/postfix/table") << FileKind::Pattern
                            << QByteArray("/^Subject: a/ REJECT\n") << 2 << QStringLiteral("i")
                            << list("/^X: b/|m|WARN") << QByteArray("/^Subject: a/i REJECT\n/^X: b/m WARN\n");
    QTest::newRow("pcre") << QByteArray("header_checks = pcre:/etc/postfix/table") << FileKind::Pattern
                          << QByteArray("/^Subject: a/i REJECT\n") << 1 << QStringLiteral("/^Subject: b/")
                          << list("if /^To:/") << QByteArray("/^Subject: b/i REJECT\nif /^To:/\n");
}

void TestTablesEditing::eachKindIsEdited()
{
    QFETCH(QByteArray, mainCf);
    QFETCH(FileKind, kind);
    QFETCH(QByteArray, rows);
    QFETCH(int, column);
    QFETCH(QString, text);
    QFETCH(QStringList, added);
    ShownTable shown(mainCf, kind, rows);
    QVERIFY(shown.isActive && shown.editor());
    shown.write(0, column, text);
    QCOMPARE(shown.desk.session.undoStack()->count(), 1);
    shown.add(added);
    QTEST(shown.rows(), "after");
    QCOMPARE(shown.desk.session.undoStack()->count(), 2);
    shown.desk.undoAll();
    QCOMPARE(shown.rows(), rows);
}

void TestTablesEditing::tableOfAnOverrideIsEdited()
{
    support::Desk desk(
        "alias_maps =\nalias_database =\n",
        "submission inet n - n - - smtpd\n  -o smtpd_sender_login_maps=hash:/etc/postfix/table\n");
    desk.session.include(support::fileOf(QStringLiteral("table"), FileKind::KeyValue, "a@a.example ann\n"));
    ui::TablesPage page(desk.context, QStringLiteral("Tables"), QStringLiteral("Every table."));
    page.show();
    auto *editor = page.findChild<ui::TableEditor *>();
    QVERIFY(editor);
    QVERIFY(editor->model()->setData(editor->model()->index(0, 2), QStringLiteral("ann, bob")));
    QCOMPARE(desk.session.snapshot().files().last().text().bytes(), QByteArray("a@a.example ann, bob\n"));
    QCOMPARE(desk.mainCf(), QByteArray("alias_maps =\nalias_database =\n"));
}

void TestTablesEditing::firstRowMakesTheFile()
{
    ShownTable shown("virtual_alias_maps = hash:/etc/postfix/fresh", FileKind::KeyValue,
                     "unused@a.example b\n");
    QVERIFY(shown.editor());
    const QByteArray mainCf = shown.desk.mainCf();
    shown.add({QStringLiteral("a@a.example"), QStringLiteral("b")});
    QCOMPARE(shown.rows(), QByteArray("a@a.example    b\n"));
    QCOMPARE(shown.desk.session.snapshot().files().last().info().name, QStringLiteral("fresh"));
    QCOMPARE(shown.desk.mainCf(), mainCf);
    QTRY_COMPARE(shown.model()->rowCount(), 1);
}

void TestTablesEditing::rowIsSwitchedOffAndOn()
{
    const QByteArray before = "a@a.example b\nc@a.example d\n";
    ShownTable shown("virtual_alias_maps = hash:/etc/postfix/table", FileKind::KeyValue, before);
    shown.grid()->setFocus();
    shown.grid()->setCurrentCell(1, 1);
    QTest::keyClick(shown.grid(), Qt::Key_Space);
    QCOMPARE(shown.rows(), QByteArray("a@a.example b\n#c@a.example d\n"));
    QTest::keyClick(shown.grid(), Qt::Key_Space);
    QCOMPARE(shown.rows(), before);
}

void TestTablesEditing::severalRowsAreSwitchedAndRemoved()
{
    const QByteArray before = "a@a.example b\nc@a.example d\ne@a.example f\n";
    ShownTable shown("virtual_alias_maps = hash:/etc/postfix/table", FileKind::KeyValue, before);
    shown.grid()->setFocus();
    shown.grid()->setCurrentCell(0, 1);
    QTest::keyClick(shown.grid(), Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(shown.grid(), Qt::Key_Space);
    QCOMPARE(shown.rows(), QByteArray("#a@a.example b\n#c@a.example d\ne@a.example f\n"));
    QCOMPARE(shown.desk.session.undoStack()->count(), 1);
    QTest::keyClick(shown.grid(), Qt::Key_Delete);
    QCOMPARE(shown.rows(), QByteArray("e@a.example f\n"));
    QCOMPARE(shown.desk.session.undoStack()->count(), 2);
    shown.desk.undoAll();
    QCOMPARE(shown.rows(), before);
}

void TestTablesEditing::rowIsInsertedAbove()
{
    const QByteArray before = "/x/ OK\n# about b\n/b/ OK\n/c/ OK\n";
    ShownTable shown("header_checks = pcre:/etc/postfix/table", FileKind::Pattern, before);
    shown.grid()->setFocus();
    shown.grid()->setCurrentCell(1, 1);
    QTest::keyClick(shown.grid(), Qt::Key_Insert);
    auto *pattern = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    QVERIFY(pattern && pattern->accessibleName().contains(QStringLiteral("new row")));
    QVERIFY(shown.named<QPushButton>(QStringLiteral("Add Above")));
    shown.add({QStringLiteral("/a/"), QString(), QStringLiteral("REJECT")});
    QCOMPARE(shown.rows(), QByteArray("/x/ OK\n/a/ REJECT\n# about b\n/b/ OK\n/c/ OK\n"));
    QCOMPARE(shown.desk.session.undoStack()->count(), 1);
    QCOMPARE(shown.grid()->currentRow(), 1);
    QVERIFY(shown.grid()->hasFocus());
    // The next one goes to the end again.
    QVERIFY(shown.named<QPushButton>(QStringLiteral("Add Row")));
    shown.add({QStringLiteral("/z/"), QString(), QStringLiteral("OK")});
    QVERIFY(shown.rows().endsWith("/c/ OK\n/z/ OK\n"));
    // Escape leaves the place as well.
    shown.grid()->setFocus();
    shown.grid()->setCurrentCell(0, 1);
    QTest::keyClick(shown.grid(), Qt::Key_Insert);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(shown.grid()->hasFocus());
    QVERIFY(!shown.named<QPushButton>(QStringLiteral("Add Above")));
    shown.desk.undoAll();
    QCOMPARE(shown.rows(), before);
}

void TestTablesEditing::rowsAreMoved()
{
    const QByteArray before = "/x/ OK\n/a/ OK\n# about b\n/b/ OK\n/c/ OK\n";
    ShownTable shown("header_checks = pcre:/etc/postfix/table", FileKind::Pattern, before);
    shown.grid()->setFocus();
    shown.grid()->setCurrentCell(2, 1);
    QTest::keyClick(shown.grid(), Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(shown.rows(), QByteArray("/x/ OK\n# about b\n/b/ OK\n/a/ OK\n/c/ OK\n"));
    QCOMPARE(shown.grid()->currentRow(), 1);
    QTest::keyClick(shown.grid(), Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(shown.grid(), Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(shown.rows(), QByteArray("/x/ OK\n/c/ OK\n# about b\n/b/ OK\n/a/ OK\n"));
    QCOMPARE(shown.grid()->selectedRows(), (QList<qsizetype>{2, 3}));
    QCOMPARE(shown.desk.session.undoStack()->count(), 2);
    shown.desk.undoAll();
    QCOMPARE(shown.rows(), before);
}

void TestTablesEditing::remarkIsWritten()
{
    ShownTable shown("virtual_alias_maps = hash:/etc/postfix/table", FileKind::KeyValue,
                     "a@a.example b\nc@a.example d\n");
    shown.write(1, 3, QStringLiteral("Left in May"));
    QCOMPARE(shown.rows(), QByteArray("a@a.example b\n# Left in May\nc@a.example d\n"));
    QCOMPARE(shown.cell(1, 3), QStringLiteral("Left in May"));
}

void TestTablesEditing::inlineRowsAreEdited()
{
    ShownTable shown("transport_maps = inline:{ a.example=smtp:[b.example] }", FileKind::KeyValue,
                     "unused\n");
    const QByteArray before = shown.desk.mainCf();
    auto *grid = shown.named<ui::GridView>(QStringLiteral("Rows in the setting"));
    QVERIFY(grid);
    grid->setFocus();
    grid->setCurrentCell(0, 2);
    QTest::keyClick(grid, Qt::Key_F2);
    const QPointer<QLineEdit> line = grid->viewport()->findChild<QLineEdit *>();
    QVERIFY(line);
    line->selectAll();
    QTest::keyClicks(line, QStringLiteral("[c.example]"));
    QTest::keyClick(line, Qt::Key_Return);
    QTRY_VERIFY(shown.desk.mainCf().contains("inline:{ a.example=smtp:[c.example] }"));
    QTRY_VERIFY(!line);
    QCOMPARE(shown.named<ui::GridView>(QStringLiteral("Rows in the setting")), grid); // still the same
    auto *key = shown.named<QLineEdit>(QStringLiteral("Recipient or domain (new row"));
    QVERIFY(key);
    QTest::keyClicks(key, QStringLiteral("d.example"));
    auto *transport = shown.named<QLineEdit>(QStringLiteral("Transport (new row"));
    QTest::keyClicks(transport, QStringLiteral("error"));
    auto *host = shown.named<QLineEdit>(QStringLiteral("Host (new row"));
    QTest::keyClicks(host, QStringLiteral("go away"));
    QTest::keyClick(host, Qt::Key_Return);
    QVERIFY2(
        shown.desk.mainCf().contains("inline:{ a.example=smtp:[c.example], { d.example = error:go away } }"),
        shown.desk.mainCf().constData());
    grid->setFocus();
    grid->setCurrentCell(0, 0);
    QTest::keyClick(grid, Qt::Key_Delete);
    QVERIFY(shown.desk.mainCf().contains("inline:{ { d.example = error:go away } }"));
    QCOMPARE(shown.desk.session.undoStack()->count(), 3);
    shown.desk.undoAll();
    QCOMPARE(shown.desk.mainCf(), before);
}

void TestTablesEditing::inlinePasswordsAreDots()
{
    ShownTable shown("smtp_sasl_password_maps = inline:{ {[a.example]:587 = me:secret} }", FileKind::KeyValue,
                     "unused\n");
    const QString dots(8, QChar(0x2022));
    auto *grid = shown.named<ui::GridView>(QStringLiteral("Rows in the setting"));
    QVERIFY(grid);
    const auto cell = [&](int column) { return grid->model()->index(0, column).data().toString(); };
    QCOMPARE(cell(1), QStringLiteral("me"));
    QCOMPARE(cell(2), dots);
    for (const QLabel *label : shown.page->findChildren<QLabel *>())
        QVERIFY2(!label->text().contains(QStringLiteral("secret")), qPrintable(label->text()));
    // Typed unseen, and written as it was typed.
    grid->setFocus();
    grid->setCurrentCell(0, 2);
    QTest::keyClick(grid, Qt::Key_F2);
    const QPointer<QLineEdit> line = grid->viewport()->findChild<QLineEdit *>();
    QVERIFY(line && line->echoMode() == QLineEdit::Password);
    line->selectAll();
    QTest::keyClicks(line, QStringLiteral("n:ew"));
    QTest::keyClick(line, Qt::Key_Return);
    QTRY_VERIFY(shown.desk.mainCf().contains("inline:{ [a.example]:587=me:n:ew }"));
    QTRY_VERIFY(!line);
    QCOMPARE(cell(2), dots);
    QVERIFY(!shown.desk.session.undoStack()->undoText().contains(QStringLiteral("ew")));
    auto *reveal = shown.named<QToolButton>(QStringLiteral("Show Passwords"));
    QVERIFY(reveal);
    reveal->setFocus();
    QTest::keyClick(reveal, Qt::Key_Space);
    QCOMPARE(cell(2), QStringLiteral("n:ew"));
}

void TestTablesEditing::inlinePatternsAreEdited()
{
    ShownTable shown("header_checks = pcre:{ {if /^S/}, {/a$$/i REJECT go away}, {endif} }",
                     FileKind::KeyValue, "unused\n");
    const QByteArray before = shown.desk.mainCf();
    auto *grid = shown.named<ui::GridView>(QStringLiteral("Rows in the setting"));
    QVERIFY(grid);
    const auto cell = [&](int row, int column) {
        return grid->model()->index(row, column).data().toString();
    };
    QCOMPARE(cell(0, 0), QStringLiteral("if /^S/"));
    QCOMPARE(cell(1, 0), QStringLiteral("/a$/"));
    QCOMPARE(cell(1, 1), QStringLiteral("i"));
    QCOMPARE(cell(1, 2), QStringLiteral("REJECT"));
    QCOMPARE(cell(1, 3), QStringLiteral("go away"));
    QCOMPARE(cell(2, 0), QStringLiteral("endif"));
    QVERIFY(!(grid->model()->flags(grid->model()->index(2, 0)) & Qt::ItemIsEditable));
    grid->setFocus();
    grid->setCurrentCell(1, 0);
    QTest::keyClick(grid, Qt::Key_F2);
    const QPointer<QLineEdit> line = grid->viewport()->findChild<QLineEdit *>();
    QVERIFY(line);
    line->selectAll();
    QTest::keyClicks(line, QStringLiteral("/b, c$/"));
    QTest::keyClick(line, Qt::Key_Return);
    QTRY_VERIFY(shown.desk.mainCf().contains("pcre:{ {if /^S/}, {/b, c$$/i REJECT go away}, {endif} }"));
    QTRY_VERIFY(!line);
    QCOMPARE(shown.named<ui::GridView>(QStringLiteral("Rows in the setting")), grid); // still the same
    // A new one above it, which is then moved down.
    grid->setFocus();
    grid->setCurrentCell(1, 0);
    QTest::keyClick(grid, Qt::Key_Insert);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("/x/"));
    QTest::keyClicks(shown.named<QLineEdit>(QStringLiteral("Action (new row")), QStringLiteral("HOLD"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QVERIFY2(shown.desk.mainCf().contains("{if /^S/}, {/x/ HOLD}, {/b, c$$/i"),
             shown.desk.mainCf().constData());
    QVERIFY(grid->hasFocus());
    QCOMPARE(grid->currentRow(), 1);
    QTest::keyClick(grid, Qt::Key_Down, Qt::AltModifier);
    QVERIFY(shown.desk.mainCf().contains("{/b, c$$/i REJECT go away}, {/x/ HOLD}, {endif}"));
    QCOMPARE(grid->currentRow(), 2);
    QTest::keyClick(grid, Qt::Key_Delete);
    QVERIFY(shown.desk.mainCf().contains("{/b, c$$/i REJECT go away}, {endif} }"));
    QCOMPARE(shown.desk.session.undoStack()->count(), 4);
    shown.desk.undoAll();
    QCOMPARE(shown.desk.mainCf(), before);
}

QTEST_MAIN(TestTablesEditing)
#include "tst_tablesediting.moc"
