// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/desk.h"
#include "ui/grids/gridview.h"
#include "ui/grids/tablerowsmodel.h"
#include "ui/pages/tablespage.h"
#include "ui/pages/tableviews.h"
#include "ui/tables/findreplacebar.h"
#include "ui/tables/rowfilterline.h"
#include "ui/tables/tableeditor.h"
#include "ui/widgets/messagebar.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QListView>
#include <QPointer>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

using model::FileKind;

namespace {

const QByteArray masterCf =
    "smtp inet n - n - - smtpd\nsmtp unix - - n - - smtp\nrelay unix - - n - - smtp\n";

/// The page with one table open, whose file is `rows`.
struct Shown
{
    Shown(const QByteArray &mainCf, FileKind kind, const QByteArray &rows)
        : desk("config_directory = /etc/postfix\nalias_maps =\nalias_database =\n" + mainCf + '\n', masterCf)
    {
        desk.session.include(support::fileOf(QStringLiteral("table"), kind, rows));
        page = std::make_unique<ui::TablesPage>(desk.context, QStringLiteral("Tables"),
                                                QStringLiteral("Every lookup table."));
        page->resize(1100, 700);
        page->show();
        page->activateWindow();
        isActive = QTest::qWaitForWindowActive(page.get());
    }

    ui::TableEditor *editor() const { return page->findChild<ui::TableEditor *>(); }
    ui::GridView *grid() const { return editor()->grid(); }
    ui::TableRowsModel *model() const { return editor()->model(); }
    QByteArray rows() const { return desk.session.snapshot().files().last().text().bytes(); }
    QString cell(int row, int column) const { return model()->index(row, column).data().toString(); }
    QStringList titles() const
    {
        QStringList all;
        for (int i = 0; i < model()->columnCount(); ++i)
            all.append(model()->headerData(i, Qt::Horizontal, Qt::DisplayRole).toString());
        return all;
    }

    template<typename Widget>
    Widget *named(const QString &begin) const
    {
        for (Widget *widget : page->findChildren<Widget *>()) {
            if (widget->isVisible() && widget->accessibleName().startsWith(begin))
                return widget;
        }
        return nullptr;
    }

    /// Into a cell, with keys.
    void write(int row, int column, const QString &text) const
    {
        grid()->setFocus();
        grid()->setCurrentCell(row, column);
        QTest::keyClick(grid(), Qt::Key_F2);
        const QPointer<QLineEdit> line = grid()->viewport()->findChild<QLineEdit *>();
        QVERIFY(line);
        QTest::keyClick(line, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(line, Qt::Key_Delete);
        QTest::keyClicks(line, text);
        QTest::keyClick(line, Qt::Key_Return);
        QTRY_VERIFY(!line); // it is taken over and closed a moment later
    }

    /// A new row, in the lines below the grid.
    void add(const QStringList &cells) const
    {
        for (int i = 0; i < cells.size(); ++i) {
            QLineEdit *line = nullptr;
            const QString title = titles()[ui::TableRowsModel::KeyColumn + i];
            for (QLineEdit *one : page->findChildren<QLineEdit *>()) {
                if (one->accessibleName().startsWith(title + QStringLiteral(" (new row")))
                    line = one;
            }
            QVERIFY2(line, qPrintable(title));
            line->setFocus();
            QTest::keyClicks(line, cells[i]);
            if (i == cells.size() - 1)
                QTest::keyClick(line, Qt::Key_Return);
        }
    }

    support::Desk desk;
    std::unique_ptr<ui::TablesPage> page;
    bool isActive = false;
};

} // namespace

/// The Tables page and its grid, with real keys.
class TestTablesPage : public QObject
{
    Q_OBJECT

private slots:
    void tablesAreListed();
    void anotherFolderIsShown();
    void columnsFitTheMeaning_data();
    void columnsFitTheMeaning();
    void eachKindIsEdited_data();
    void eachKindIsEdited();
    void tableOfAnOverrideIsEdited();
    void firstRowMakesTheFile();
    void rowIsSwitchedOffAndOn();
    void severalRowsAreSwitchedAndRemoved();
    void rowIsInsertedAbove();
    void rowsAreMoved();
    void remarkIsWritten();
    void rowsArePasted_data();
    void rowsArePasted();
    void badPasteSaysWhichLine();
    void rowsAreCopied();
    void passwordsAreNotCopiedUnseen();
    void csvGoesOutAndIn();
    void filterShowsSomeRows();
    void textIsReplaced();
    void membersAreOpened();
    void inlineRowsAreEdited();
    void inlinePasswordsAreDots();
    void inlinePatternsAreEdited();
    void rowsAreSortedWhenAsked();
    void shadowedRowIsMarked();
    void everythingHasAName();
    void lookingChangesNothing();
};

void TestTablesPage::tablesAreListed()
{
    const Shown shown("virtual_alias_maps = hash:/etc/postfix/table\nmynetworks = cidr:/gone 127.0.0.0/8\n"
                      "transport_maps = static:smtp:",
                      FileKind::KeyValue, "a@a.example b\nc@a.example d\n");
    const auto *list = shown.named<QListView>(QStringLiteral("Tables"));
    QVERIFY(list);
    QStringList texts;
    for (int i = 0; i < list->model()->rowCount(); ++i)
        texts.append(list->model()->index(i, 0).data().toString() + u' '
                     + list->model()->index(i, 0).data(Qt::UserRole).toString());
    QCOMPARE(texts,
             (QStringList{QStringLiteral("Networks cidr:/gone"),
                          QStringLiteral("Routes by recipient static:smtp:"),
                          QStringLiteral("Virtual aliases hash:/etc/postfix/table")}));
    auto *search = shown.named<QLineEdit>(QStringLiteral("Filter tables"));
    QTest::keyClicks(search, QStringLiteral("alias"));
    QCOMPARE(list->model()->rowCount(), 1);
}

void TestTablesPage::anotherFolderIsShown()
{
    Shown shown("virtual_alias_maps = hash:/etc/postfix/table", FileKind::KeyValue, "a@a.example b\n");
    QList<model::File> files = shown.desk.session.snapshot().files();
    files.last() =
        support::fileOf(QStringLiteral("table"), FileKind::KeyValue, "c@a.example d\ne@a.example f\n");
    shown.desk.session.open(model::Snapshot(files));
    QVERIFY(shown.editor());
    QCOMPARE(shown.model()->rowCount(), 2);
    QCOMPARE(shown.cell(0, 1), QStringLiteral("c@a.example"));
}

void TestTablesPage::columnsFitTheMeaning_data()
{
    QTest::addColumn<QByteArray>("mainCf");
    QTest::addColumn<FileKind>("kind");
    QTest::addColumn<QByteArray>("rows");
    QTest::addColumn<QStringList>("titles");
    QTest::addColumn<QStringList>("cells");
    const auto list = [](const char *text) { return QString::fromLatin1(text).split(u'|'); };
    QTest::newRow("access") << QByteArray(
        "smtpd_client_restrictions = check_client_access hash:/etc/postfix/table")
                            << FileKind::KeyValue << QByteArray("# spam\na.example  REJECT go away\n")
                            << list("On|Client, address or name|Action|Text, address or destination|Comment")
                            << list("|a.example|REJECT|go away|spam");
    QTest::newRow("transport") << QByteArray("transport_maps = lmdb:/etc/postfix/table") << FileKind::KeyValue
                               << QByteArray("a.example relay:[b.example]:25\n")
                               << list("On|Recipient or domain|Transport|Host|Comment")
                               << list("|a.example|relay|[b.example]:25|");
    QTest::newRow("aliases") << QByteArray("alias_maps = hash:/etc/postfix/table") << FileKind::Aliases
                             << QByteArray("root: ann, bob\n") << list("On|Name|Targets|Comment")
                             << list("|root|ann, bob|");
    QTest::newRow("patterns") << QByteArray("header_checks = pcre:/etc/postfix/table") << FileKind::Pattern
                              << QByteArray("if !/^To:/\n!/^Subject: x/i  REJECT no\nendif\n")
                              << list("On|Pattern|Flags|Action|Text, address or destination|Comment")
                              << list("|if !/^To:/||||");
    QTest::newRow("networks") << QByteArray("mynetworks = cidr:/etc/postfix/table") << FileKind::Cidr
                              << QByteArray("192.0.2.0/24 OK\n") << list("On|Network|Any word|Comment")
                              << list("|192.0.2.0/24|OK|");
    QTest::newRow("passwords") << QByteArray("smtp_sasl_password_maps = hash:/etc/postfix/table")
                               << FileKind::KeyValue << QByteArray("[a.example] me:secret\n")
                               << list("On|Server or sender|User|Password|Comment")
                               << QStringList{QString(), QStringLiteral("[a.example]"), QStringLiteral("me"),
                                              QString(8, QChar(0x2022)), QString()};
}

void TestTablesPage::columnsFitTheMeaning()
{
    QFETCH(QByteArray, mainCf);
    QFETCH(FileKind, kind);
    QFETCH(QByteArray, rows);
    QFETCH(QStringList, cells);
    const Shown shown(mainCf, kind, rows);
    QVERIFY(shown.editor());
    const QAbstractItemModelTester tester(shown.model());
    QTEST(shown.titles(), "titles");
    for (int i = 0; i < cells.size(); ++i)
        QCOMPARE(shown.cell(0, i), cells[i]);
}

void TestTablesPage::eachKindIsEdited_data()
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

void TestTablesPage::eachKindIsEdited()
{
    QFETCH(QByteArray, mainCf);
    QFETCH(FileKind, kind);
    QFETCH(QByteArray, rows);
    QFETCH(int, column);
    QFETCH(QString, text);
    QFETCH(QStringList, added);
    Shown shown(mainCf, kind, rows);
    QVERIFY(shown.isActive && shown.editor());
    shown.write(0, column, text);
    QCOMPARE(shown.desk.session.undoStack()->count(), 1);
    shown.add(added);
    QTEST(shown.rows(), "after");
    QCOMPARE(shown.desk.session.undoStack()->count(), 2);
    shown.desk.undoAll();
    QCOMPARE(shown.rows(), rows);
}

void TestTablesPage::tableOfAnOverrideIsEdited()
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

void TestTablesPage::firstRowMakesTheFile()
{
    Shown shown("virtual_alias_maps = hash:/etc/postfix/fresh", FileKind::KeyValue, "unused@a.example b\n");
    QVERIFY(shown.editor());
    const QByteArray mainCf = shown.desk.mainCf();
    shown.add({QStringLiteral("a@a.example"), QStringLiteral("b")});
    QCOMPARE(shown.rows(), QByteArray("a@a.example    b\n"));
    QCOMPARE(shown.desk.session.snapshot().files().last().info().name, QStringLiteral("fresh"));
    QCOMPARE(shown.desk.mainCf(), mainCf);
    QTRY_COMPARE(shown.model()->rowCount(), 1);
}

void TestTablesPage::rowIsSwitchedOffAndOn()
{
    const QByteArray before = "a@a.example b\nc@a.example d\n";
    Shown shown("virtual_alias_maps = hash:/etc/postfix/table", FileKind::KeyValue, before);
    shown.grid()->setFocus();
    shown.grid()->setCurrentCell(1, 1);
    QTest::keyClick(shown.grid(), Qt::Key_Space);
    QCOMPARE(shown.rows(), QByteArray("a@a.example b\n#c@a.example d\n"));
    QTest::keyClick(shown.grid(), Qt::Key_Space);
    QCOMPARE(shown.rows(), before);
}

void TestTablesPage::severalRowsAreSwitchedAndRemoved()
{
    const QByteArray before = "a@a.example b\nc@a.example d\ne@a.example f\n";
    Shown shown("virtual_alias_maps = hash:/etc/postfix/table", FileKind::KeyValue, before);
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

void TestTablesPage::rowIsInsertedAbove()
{
    const QByteArray before = "/x/ OK\n# about b\n/b/ OK\n/c/ OK\n";
    Shown shown("header_checks = pcre:/etc/postfix/table", FileKind::Pattern, before);
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

void TestTablesPage::rowsAreMoved()
{
    const QByteArray before = "/x/ OK\n/a/ OK\n# about b\n/b/ OK\n/c/ OK\n";
    Shown shown("header_checks = pcre:/etc/postfix/table", FileKind::Pattern, before);
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

void TestTablesPage::remarkIsWritten()
{
    Shown shown("virtual_alias_maps = hash:/etc/postfix/table", FileKind::KeyValue,
                "a@a.example b\nc@a.example d\n");
    shown.write(1, 3, QStringLiteral("Left in May"));
    QCOMPARE(shown.rows(), QByteArray("a@a.example b\n# Left in May\nc@a.example d\n"));
    QCOMPARE(shown.cell(1, 3), QStringLiteral("Left in May"));
}

void TestTablesPage::rowsArePasted_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("from a spreadsheet")
        << QStringLiteral("b.example\tREJECT\tgo, away\nc.example\tOK\n")
        << QByteArray("a.example OK\nb.example REJECT go, away\nc.example OK\nz.example OK\n");
    QTest::newRow("CSV with names") << QStringLiteral("on,value,key\r\nno,\"REJECT a, b\",b.example\r\n")
                                    << QByteArray("a.example OK\n#b.example REJECT a, b\nz.example OK\n");
}

void TestTablesPage::rowsArePasted()
{
    QFETCH(QString, text);
    const QByteArray before = "a.example OK\nz.example OK\n";
    Shown shown("smtpd_sender_restrictions = check_sender_access hash:/etc/postfix/table", FileKind::KeyValue,
                before);
    QGuiApplication::clipboard()->setText(text);
    shown.grid()->setFocus();
    shown.grid()->setCurrentCell(0, 1);
    QTest::keyClick(shown.grid(), Qt::Key_V, Qt::ControlModifier);
    QTEST(shown.rows(), "after");
    QCOMPARE(shown.desk.session.undoStack()->count(), 1);
    QCOMPARE(shown.grid()->currentRow(), 1);
    shown.desk.undoAll();
    QCOMPARE(shown.rows(), before);
}

void TestTablesPage::badPasteSaysWhichLine()
{
    const QByteArray before = "a.example OK\n";
    Shown shown("smtpd_sender_restrictions = check_sender_access hash:/etc/postfix/table", FileKind::KeyValue,
                before);
    QGuiApplication::clipboard()->setText(QStringLiteral("b.example\tOK\nc.example\n"));
    shown.grid()->setFocus();
    QTest::keyClick(shown.grid(), Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(shown.rows(), before);
    const auto *bar = shown.page->findChild<ui::MessageBar *>();
    QVERIFY(bar);
    QVERIFY2(bar->text().contains(QStringLiteral("Line 2")), qPrintable(bar->text()));
}

void TestTablesPage::rowsAreCopied()
{
    Shown shown("smtpd_sender_restrictions = check_sender_access hash:/etc/postfix/table", FileKind::KeyValue,
                "a.example OK\n# why\nz.example REJECT go, away\n");
    shown.grid()->setFocus();
    shown.grid()->setCurrentCell(0, 1);
    QTest::keyClick(shown.grid(), Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(shown.grid(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text().remove(u'\r'),
             QStringLiteral("a.example\tOK\t\t\nz.example\tREJECT\tgo, away\twhy\n"));
}

void TestTablesPage::passwordsAreNotCopiedUnseen()
{
    Shown shown("smtp_sasl_password_maps = hash:/etc/postfix/table", FileKind::KeyValue,
                "[a.example] me:secret\n");
    QGuiApplication::clipboard()->setText(QStringLiteral("before"));
    shown.grid()->setFocus();
    shown.grid()->setCurrentCell(0, 1);
    QTest::keyClick(shown.grid(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("before"));
    QTest::mouseClick(shown.named<QToolButton>(QStringLiteral("Show Passwords")), Qt::LeftButton);
    shown.grid()->setFocus();
    QTest::keyClick(shown.grid(), Qt::Key_C, Qt::ControlModifier);
    QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("secret")));
}

void TestTablesPage::csvGoesOutAndIn()
{
    const QByteArray before = "# why\na.example OK\n\n#z.example REJECT \"go\", away\n";
    Shown shown("smtpd_sender_restrictions = check_sender_access hash:/etc/postfix/table", FileKind::KeyValue,
                before);
    const QString path = shown.desk.scratch.filePath(QStringLiteral("rows.csv"));
    shown.editor()->exportTo(path);
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(path), 20000);
    shown.grid()->selectAll();
    shown.grid()->setFocus();
    QTest::keyClick(shown.grid(), Qt::Key_Delete);
    QCOMPARE(shown.model()->rowCount(), 0);
    shown.editor()->importFrom(path);
    QTRY_COMPARE_WITH_TIMEOUT(shown.model()->rowCount(), 2, 20000);
    QCOMPARE(shown.cell(1, 3), QStringLiteral("\"go\", away"));
    QCOMPARE(shown.model()->index(1, 0).data(Qt::CheckStateRole).toInt(), int(Qt::Unchecked));
    QCOMPARE(shown.cell(0, 4), QStringLiteral("why"));
}

void TestTablesPage::filterShowsSomeRows()
{
    QByteArray rows;
    for (int i = 0; i < 5000; ++i)
        rows += "user" + QByteArray::number(i) + "@a.example somebody\n";
    Shown shown("virtual_alias_maps = hash:/etc/postfix/table", FileKind::KeyValue, rows);
    auto *filter = shown.page->findChild<ui::RowFilterLine *>();
    filter->setFocus();
    QTest::keyClicks(filter, QStringLiteral("USER499"));
    QTRY_COMPARE_WITH_TIMEOUT(shown.model()->rowCount(), 11, 20000); // 499 and 4990 to 4999
    QCOMPARE(shown.cell(0, 1), QStringLiteral("user499@a.example"));
    shown.write(1, 2, QStringLiteral("other"));
    QCOMPARE(shown.model()->rowCount(), 11);
    QVERIFY(shown.rows().contains("user4990@a.example other\n"));
    shown.grid()->setFocus();
    QTest::keyClick(shown.grid(), Qt::Key_Delete);
    QCOMPARE(shown.model()->rowCount(), 10);
    QVERIFY(!shown.rows().contains("user4990@"));
    QCOMPARE(shown.cell(1, 1), QStringLiteral("user4991@a.example"));
    filter->setFocus();
    QTest::keyClick(filter, Qt::Key_Escape);
    QCOMPARE(shown.model()->rowCount(), 4999);
}

void TestTablesPage::textIsReplaced()
{
    Shown shown("virtual_alias_maps = hash:/etc/postfix/table", FileKind::KeyValue,
                "a@old.example b@old.example\nc@old.example d\ne@new.example f@old.example\n");
    shown.grid()->setFocus();
    QTest::keyClick(shown.grid(), Qt::Key_F, Qt::ControlModifier);
    auto *find = shown.named<QLineEdit>(QStringLiteral("Find"));
    QVERIFY(find && find->hasFocus());
    QTest::keyClicks(find, QStringLiteral("old.example"));
    QTest::keyClick(find, Qt::Key_Return);
    QCOMPARE(shown.grid()->currentRow(), 0);
    QTest::keyClick(find, Qt::Key_Return);
    QCOMPARE(shown.grid()->currentRow(), 1);
    auto *by = shown.named<QLineEdit>(QStringLiteral("Replace by"));
    QTest::keyClicks(by, QStringLiteral("new.example"));
    QTest::keyClick(by, Qt::Key_Return);
    QVERIFY(shown.rows().contains("c@new.example d\n"));
    QCOMPARE(shown.grid()->currentRow(), 2);
    for (QPushButton *button : shown.page->findChildren<QPushButton *>()) {
        if (button->text() == QLatin1String("Replace All"))
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QTRY_COMPARE_WITH_TIMEOUT(
        shown.rows(),
        QByteArray("a@new.example b@new.example\nc@new.example d\ne@new.example f@new.example\n"), 20000);
    QCOMPARE(shown.desk.session.undoStack()->count(), 2);
}

void TestTablesPage::membersAreOpened()
{
    Shown shown("virtual_alias_maps = unionmap:{static:x, hash:/etc/postfix/table}", FileKind::KeyValue,
                "a@a.example b\n");
    shown.page->showTable("unionmap:{static:x, hash:/etc/postfix/table}");
    QVERIFY(!shown.editor());
    auto *list = shown.named<QListView>(QStringLiteral("Tables in it"));
    QVERIFY(list);
    QCOMPARE(list->model()->rowCount(), 2);
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_Return);
    QTRY_VERIFY(shown.editor());
    QCOMPARE(shown.cell(0, 1), QStringLiteral("a@a.example"));
}

void TestTablesPage::inlineRowsAreEdited()
{
    Shown shown("transport_maps = inline:{ a.example=smtp:[b.example] }", FileKind::KeyValue, "unused\n");
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

void TestTablesPage::inlinePasswordsAreDots()
{
    Shown shown("smtp_sasl_password_maps = inline:{ {[a.example]:587 = me:secret} }", FileKind::KeyValue,
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

void TestTablesPage::inlinePatternsAreEdited()
{
    Shown shown("header_checks = pcre:{ {if /^S/}, {/a$$/i REJECT go away}, {endif} }", FileKind::KeyValue,
                "unused\n");
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

void TestTablesPage::rowsAreSortedWhenAsked()
{
    Shown shown("virtual_alias_maps = hash:/etc/postfix/table", FileKind::KeyValue,
                "c@a.example x\n# about b\nb@a.example z\na@a.example y\n");
    const auto sort = [&](const char *text) {
        for (QAction *action : shown.grid()->actions()) {
            if (action->text() == QLatin1String(text))
                action->trigger();
        }
    };
    shown.grid()->setCurrentCell(0, 1);
    sort("Sort by This Column");
    QTRY_COMPARE_WITH_TIMEOUT(shown.rows(),
                              QByteArray("a@a.example y\n# about b\nb@a.example z\nc@a.example x\n"), 20000);
    shown.grid()->setCurrentCell(0, 2);
    sort("Sort Backwards by This Column");
    QTRY_COMPARE_WITH_TIMEOUT(shown.cell(0, 1), QStringLiteral("b@a.example"), 20000);
    QCOMPARE(shown.cell(2, 1), QStringLiteral("c@a.example"));
    QCOMPARE(shown.desk.session.undoStack()->count(), 2);
}

void TestTablesPage::shadowedRowIsMarked()
{
    const Shown shown("mynetworks = cidr:/etc/postfix/table", FileKind::Cidr,
                      "10.0.0.0/8 OK\n10.1.0.0/16 OK\n192.0.2.1 OK\n");
    const auto hasIcon = [&](int row) {
        return !shown.model()->index(row, 0).data(Qt::DecorationRole).value<QIcon>().isNull();
    };
    QTRY_VERIFY_WITH_TIMEOUT(hasIcon(1), 20000);
    QVERIFY(!hasIcon(0));
    shown.grid()->setCurrentCell(1, 1);
    const auto saysWhy = [&] {
        const auto labels = shown.page->findChildren<QLabel *>();
        return std::ranges::any_of(labels, [](const QLabel *label) {
            return label->isVisible() && label->text().contains(QStringLiteral("line 1"));
        });
    };
    QTRY_VERIFY_WITH_TIMEOUT(saysWhy(), 20000); // the rules or the grid, whoever is first
}

void TestTablesPage::everythingHasAName()
{
    const Shown shown("smtp_sasl_password_maps = hash:/etc/postfix/table", FileKind::KeyValue,
                      "[a.example] me:secret\n");
    QVERIFY(shown.editor());
    QCOMPARE(support::namelessWidgets(shown.page.get()), QStringList());
}

void TestTablesPage::lookingChangesNothing()
{
    Shown shown("virtual_alias_maps = hash:/etc/postfix/table inline:{ a=b }, static:x", FileKind::KeyValue,
                "a@a.example b\n");
    const auto *list = shown.named<QListView>(QStringLiteral("Tables"));
    for (int i = 0; i < list->model()->rowCount(); ++i) {
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                          list->visualRect(list->model()->index(i, 0)).center());
        QVERIFY(shown.page->view());
    }
    QCOMPARE(shown.desk.session.undoStack()->count(), 0);
}

QTEST_MAIN(TestTablesPage)
#include "tst_tablespage.moc"
