// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/desk.h"
#include "tests/support/workbench.h"
#include "ui/grids/gridview.h"
#include "ui/grids/tablerows.h"
#include "ui/grids/tablerowsmodel.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

namespace {

constexpr ui::TableColumn columns[] = {
    {"Server", "[mail.example.org]:587"}, {"User", "user"}, {"Password", "password", true}};
constexpr ui::TableShape passwords{.parameter = "smtp_sasl_password_maps",
                                   .title = "Passwords by server",
                                   .empty = "No passwords yet.",
                                   .fileName = "sasl_passwd",
                                   .columns = columns,
                                   .value = {.separator = ':'}};

const QByteArray masterCf = "smtp inet n - y - - smtpd\n";
const QByteArray named = "smtp_sasl_password_maps = hash:/etc/postfix/sasl_passwd\n";
const QByteArray table =
    "# our relay\n[a.example]:587  me:secret\n\n#old.example   you:pa:ss\nb.example\t\tus:x\n";

struct Shown
{
    explicit Shown(const QByteArray &mainCf, const QByteArray &rows = {}) : desk(mainCf, masterCf)
    {
        if (!rows.isEmpty())
            desk.session.include(
                support::fileOf(QStringLiteral("sasl_passwd"), model::FileKind::KeyValue, rows));
        widget = std::make_unique<ui::TableRows>(desk.session, desk.knowledge, passwords);
        widget->resize(700, 400);
        widget->show();
        widget->activateWindow();
        isActive = QTest::qWaitForWindowActive(widget.get());
    }

    QByteArray rows() const
    {
        const auto &files = desk.session.snapshot().files();
        return files.size() > 2 ? files[2].text().bytes() : QByteArray("(no file)");
    }
    ui::GridView *grid() const { return widget->findChild<ui::GridView *>(); }
    QString cell(int row, int column) const { return widget->model()->index(row, column).data().toString(); }
    QToolButton *button(const char *name) const
    {
        for (QToolButton *one : widget->findChildren<QToolButton *>()) {
            if (one->accessibleName().startsWith(QLatin1String(name)))
                return one;
        }
        return nullptr;
    }
    bool says(const char *words) const
    {
        const QList<QLabel *> labels = widget->findChildren<QLabel *>();
        return std::ranges::any_of(
            labels, [&](const QLabel *label) { return label->text().contains(QLatin1String(words)); });
    }
    void type(int column, const char *text) const
    {
        widget->input(column)->setFocus(Qt::TabFocusReason);
        QTest::keyClicks(widget->input(column), QLatin1String(text));
    }

    support::Desk desk;
    std::unique_ptr<ui::TableRows> widget;
    bool isActive = false;
};

} // namespace

/// The rows of a table that a parameter names, with real keys and clicks.
class TestTableRows : public QObject
{
    Q_OBJECT

private slots:
    void firstRowMakesTheTableInOneStep();
    void newFileIsForItsOwnerOnly();
    void tableOnDiskIsReadWhenItIsNamed();
    void secretsAreDots();
    void cellIsEditedInPlace();
    void rowsAreMovedSwitchedAndRemoved();
    void whatHasNoRowsSaysSo();
    void lookingChangesNothing();
    void everyWidgetHasAName();
};

void TestTableRows::firstRowMakesTheTableInOneStep()
{
    const QByteArray before = "myhostname = a.example\n";
    Shown shown(before);
    QVERIFY(shown.isActive);
    const QAbstractItemModelTester tester(shown.widget->model());
    QVERIFY(shown.says("The first row makes the table"));
    QVERIFY(!shown.grid()->isVisible());
    shown.type(0, "[a.example]:587");
    shown.type(1, "me");
    shown.type(2, "se:cret");
    QTest::keyClick(shown.widget->input(2), Qt::Key_Return);
    QCOMPARE(shown.rows().simplified(), QByteArray("[a.example]:587 me:se:cret"));
    QVERIFY(shown.desk.mainCf().contains("smtp_sasl_password_maps = "));
    QVERIFY(shown.desk.mainCf().contains(":/etc/postfix/sasl_passwd\n"));
    QVERIFY(shown.grid()->isVisible());
    QCOMPARE(shown.widget->model()->rowCount(), 1);
    QVERIFY(shown.widget->input(0)->text().isEmpty() && shown.widget->input(2)->text().isEmpty());
    QCOMPARE(shown.desk.session.undoStack()->count(), 1);
    QVERIFY(!shown.desk.session.undoStack()->undoText().contains(QLatin1String("cret")));

    shown.desk.session.undoStack()->undo();
    QCOMPARE(shown.desk.mainCf(), before);
    QVERIFY(shown.rows().isEmpty());
    QVERIFY(shown.desk.session.changedFiles().isEmpty());
    QCOMPARE(shown.widget->model()->rowCount(), 0);
    shown.desk.session.undoStack()->redo();
    QCOMPARE(shown.widget->model()->rowCount(), 1);
}

void TestTableRows::newFileIsForItsOwnerOnly()
{
    Workbench bench;
    QVERIFY(bench.writeSample());
    QVERIFY(!QFile::exists(bench.file(QStringLiteral("sasl_passwd")))
            || QFile::remove(bench.file(QStringLiteral("sasl_passwd"))));
    QVERIFY(bench.write(QStringLiteral("main.cf"), "myhostname = a.example\n"));
    QSignalSpy opened(&bench.folder, &ui::FolderSession::opened);
    bench.folder.open(bench.path());
    QVERIFY(opened.wait(10000));
    ui::TableRows widget(bench.session, bench.knowledge, passwords);
    widget.input(0)->setText(QStringLiteral("relay"));
    widget.input(1)->setText(QStringLiteral("me"));
    widget.input(2)->setText(QStringLiteral("secret"));
    emit widget.input(2)->returnPressed();
    QSignalSpy saved(&bench.folder, &ui::FolderSession::saved);
    bench.folder.save(bench.session.changedFiles());
    QVERIFY(saved.wait(10000));
    QCOMPARE(bench.onDisk(QStringLiteral("sasl_passwd")).simplified(), QByteArray("relay me:secret"));
    constexpr auto others = QFileDevice::ReadGroup | QFileDevice::ReadOther;
    QVERIFY(!(QFile::permissions(bench.file(QStringLiteral("sasl_passwd"))) & others));
    QVERIFY(bench.session.changedFiles().isEmpty());
    QVERIFY(!bench.session.snapshot().files().last().info().problem);
}

void TestTableRows::tableOnDiskIsReadWhenItIsNamed()
{
    Workbench bench;
    QVERIFY(bench.openSample());
    const QString path = bench.path() + QStringLiteral("/tables/sasl");
    QVERIFY(QDir().mkpath(bench.path() + QStringLiteral("/tables")));
    QVERIFY(bench.write(QStringLiteral("tables/sasl"), table));
    ui::TableRows widget(bench.session, bench.knowledge, passwords);
    widget.show();
    bench.append(model::FileId::MainCf, "smtp_sasl_password_maps = hash:" + path.toUtf8() + '\n');
    QTRY_COMPARE_WITH_TIMEOUT(widget.model()->rowCount(), 3, 20000);
    QCOMPARE(bench.session.changedFiles(), QList{model::FileId::MainCf});
    widget.model()->setData(widget.model()->index(2, 2), QStringLiteral("them"));
    QSignalSpy saved(&bench.folder, &ui::FolderSession::saved);
    bench.folder.save(bench.session.changedFiles());
    QVERIFY(saved.wait(10000));
    QByteArray expected = table;
    QCOMPARE(bench.onDisk(QStringLiteral("tables/sasl")), expected.replace("us:x", "them:x"));
}

void TestTableRows::secretsAreDots()
{
    Shown shown(named, table);
    QVERIFY(shown.isActive);
    QCOMPARE(shown.cell(0, 1), QStringLiteral("[a.example]:587"));
    QCOMPARE(shown.cell(0, 2), QStringLiteral("me"));
    QVERIFY(!shown.cell(0, 3).contains(QLatin1String("secret")));
    QCOMPARE(shown.cell(0, 3).size(), shown.cell(2, 3).size());
    const QModelIndex password = shown.widget->model()->index(0, 3);
    for (const int role : {Qt::ToolTipRole, Qt::AccessibleTextRole})
        QVERIFY(!password.data(role).toString().contains(QLatin1String("secret")));
    QCOMPARE(shown.widget->input(2)->echoMode(), QLineEdit::Password);
    shown.grid()->setFocus();
    shown.grid()->setCurrentCell(0, 3);
    QTest::keyClick(shown.grid(), Qt::Key_F2);
    auto *editor = shown.grid()->viewport()->findChild<QLineEdit *>();
    QVERIFY(editor);
    QCOMPARE(editor->echoMode(), QLineEdit::Password);
    QTest::keyClick(editor, Qt::Key_Escape);

    QTest::mouseClick(shown.button("Show Passwords"), Qt::LeftButton);
    QCOMPARE(shown.cell(0, 3), QStringLiteral("secret"));
    QCOMPARE(shown.cell(1, 3), QStringLiteral("pa:ss"));
    QTest::mouseClick(shown.button("Hide Passwords"), Qt::LeftButton);
    QVERIFY(!shown.cell(0, 3).contains(QLatin1String("secret")));
    QVERIFY(!shown.desk.session.undoStack()->canUndo());
}

void TestTableRows::cellIsEditedInPlace()
{
    Shown shown(named, table);
    QVERIFY(shown.isActive);
    shown.grid()->setFocus();
    shown.grid()->setCurrentCell(0, 3);
    QTest::keyClick(shown.grid(), Qt::Key_F2);
    auto *editor = shown.grid()->viewport()->findChild<QLineEdit *>();
    QVERIFY(editor);
    editor->selectAll();
    QTest::keyClicks(editor, QStringLiteral("new"));
    QTest::keyClick(editor, Qt::Key_Return);
    QByteArray expected = table;
    expected.replace("me:secret", "me:new");
    QTRY_COMPARE(shown.rows(), expected);
    QCOMPARE(shown.desk.mainCf(), named);
    shown.desk.undoAll();
    QCOMPARE(shown.rows(), table);
}

void TestTableRows::rowsAreMovedSwitchedAndRemoved()
{
    Shown shown(named, table);
    QVERIFY(shown.isActive);
    const QAbstractItemModelTester tester(shown.widget->model());
    shown.grid()->setFocus();
    shown.grid()->setCurrentCell(1, 1);
    QTest::keyClick(shown.grid(), Qt::Key_Space);
    QByteArray expected = table;
    QCOMPARE(shown.rows(), expected.replace("#old.example", "old.example"));
    shown.desk.undoAll();
    shown.grid()->setCurrentCell(2, 1);
    QTest::keyClick(shown.grid(), Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(shown.cell(1, 1), QStringLiteral("b.example"));
    QCOMPARE(shown.grid()->currentRow(), 1);
    shown.desk.undoAll();
    shown.grid()->setCurrentCell(0, 1);
    QTest::keyClick(shown.grid(), Qt::Key_Delete);
    QCOMPARE(shown.widget->model()->rowCount(), 2);
    QVERIFY(!shown.rows().contains("our relay"));
    shown.desk.undoAll();
    QCOMPARE(shown.rows(), table);
}

void TestTableRows::whatHasNoRowsSaysSo()
{
    Shown shown("smtp_sasl_password_maps = static:me:secret\n");
    QVERIFY(shown.says("has no rows that could be shown here"));
    QVERIFY(!shown.widget->input(0)->isEnabled());
    Shown database("smtp_sasl_password_maps = mysql:/etc/postfix/sql.cf\n");
    QVERIFY(database.says("has no rows that could be shown here"));
}

void TestTableRows::lookingChangesNothing()
{
    Shown shown(named, table);
    for (QWidget *one : shown.widget->findChildren<QWidget *>()) {
        if (one->focusPolicy() & Qt::TabFocus && one->isVisible() && one->isEnabled())
            one->setFocus(Qt::TabFocusReason);
    }
    shown.widget->hide();
    QCOMPARE(shown.rows(), table);
    QVERIFY(!shown.desk.session.undoStack()->canUndo());
}

void TestTableRows::everyWidgetHasAName()
{
    Shown shown(named, table);
    QCOMPARE(support::namelessWidgets(shown.widget.get()), QStringList());
}

QTEST_MAIN(TestTableRows)
#include "tst_tablerows.moc"
