// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/desk.h"
#include "tests/support/workbench.h"
#include "ui/aliases/expansionmodel.h"
#include "ui/grids/gridview.h"
#include "ui/grids/tablerowsmodel.h"
#include "ui/pages/aliasespage.h"
#include "ui/pages/aliastable.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

namespace {

constexpr auto mainCf = "compatibility_level = 3.6\n"
                        "myhostname = mail.example.org\n"
                        "mydestination = $myhostname, example.org\n"
                        "recipient_delimiter = +\n"
                        "alias_maps = hash:/etc/postfix/aliases\n"
                        "virtual_alias_domains = v.example\n"
                        "virtual_alias_maps = hash:/etc/postfix/virtual\n";
constexpr auto masterCf =
    "cleanup unix n - n - 0 cleanup\nrewrite unix - - n - - trivial-rewrite\n"
    "local unix - n n - - local\nsmtp unix - - n - - smtp\nerror unix - - n - - error\n";
constexpr auto aliases = "# people\n"
                         "root: anna\n"
                         "office: anna, |\"/usr/bin/notify x\", dangling\n"
                         "loop: pool\n"
                         "pool: loop\n";
constexpr auto addresses = "info@v.example office\n"
                           "@v.example anna@example.org\n";

/// The page on a configuration in a folder of its own, with the users that its server has.
struct Shown
{
    explicit Shown(const QByteArray &added = {})
    {
        isReady = QDir().mkpath(path({})) && write(path(QStringLiteral("main.cf")), mainCf + added)
            && write(path(QStringLiteral("master.cf")), masterCf)
            && write(path(QStringLiteral("aliases")), aliases)
            && write(path(QStringLiteral("virtual")), addresses)
            && write(path(QStringLiteral("../passwd")), "anna:x:1:1::/home/anna:/bin/sh\n");
        QSignalSpy opened(&bench.folder, &ui::FolderSession::opened);
        bench.folder.open(path({}));
        isReady = isReady && opened.wait(10000);
        page = std::make_unique<ui::AliasesPage>(bench.context);
        page->resize(1100, 800);
        page->show();
        page->activateWindow();
        isReady = isReady && QTest::qWaitForWindowActive(page.get());
    }

    /// Of a server whose whole tree is below a folder.
    QString path(const QString &name) const
    {
        return bench.root.filePath(QStringLiteral("server/etc/postfix/") + name);
    }
    static bool write(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    }

    template<typename Widget>
    Widget *named(const QString &name) const
    {
        for (Widget *widget : page->findChildren<Widget *>()) {
            if (widget->isVisible() && widget->accessibleName() == name)
                return widget;
        }
        return nullptr;
    }
    QLineEdit *address() const { return named<QLineEdit>(QStringLiteral("Address or name to follow")); }
    QTreeView *tree() const { return named<QTreeView>(QStringLiteral("Who gets the mail")); }
    ui::GridView *local() const { return named<ui::AliasTable>(QStringLiteral("Local aliases"))->grid(); }
    ui::GridView *virtuals() const
    {
        return named<ui::AliasTable>(QStringLiteral("Virtual aliases"))->grid();
    }

    /// All texts of the tree, a line for each node.
    QString shownTree() const
    {
        QStringList lines;
        const QAbstractItemModel *model = tree()->model();
        const std::function<void(const QModelIndex &, int)> visit = [&](const QModelIndex &parent,
                                                                        int depth) {
            for (int row = 0; row < model->rowCount(parent); ++row) {
                const QModelIndex index = model->index(row, 0, parent);
                lines.append(QString(depth, u' ') + index.data().toString() + QStringLiteral(" | ")
                             + index.siblingAtColumn(ui::ExpansionModel::WordsColumn).data().toString()
                             + QStringLiteral(" | ")
                             + index.siblingAtColumn(ui::ExpansionModel::PlaceColumn).data().toString());
                visit(index, depth + 1);
            }
        };
        visit({}, 0);
        return lines.join(u'\n');
    }
    bool says(const QString &text) const
    {
        const auto labels = page->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [&](const QLabel *label) { return label->isVisible() && label->text() == text; });
    }
    QByteArray bytes(const char *name) const
    {
        for (const model::File &file : bench.session.snapshot().files()) {
            if (file.info().name == QLatin1String(name))
                return file.text().bytes();
        }
        return {};
    }

    Workbench bench;
    std::unique_ptr<ui::AliasesPage> page;
    bool isReady = false;
};

void write(QLineEdit *line, const QString &text)
{
    line->setFocus();
    line->selectAll();
    QTest::keyClick(line, Qt::Key_Delete);
    QTest::keyClicks(line, text);
}

} // namespace

class TestAliasesPage : public QObject
{
    Q_OBJECT

private slots:
    void bothTablesAreShown();
    void typedAddressIsFollowed_data();
    void typedAddressIsFollowed();
    void chosenRowIsFollowed();
    void returnGoesToTheRow();
    void aliasIsEditedByKeys();
    void aliasIsAddedByKeys();
    void missingPostmasterIsOneClick();
    void firstAliasMakesItsTable();
    void placeIsShown();
    void everythingHasAName();
    void lookingChangesNothing();
};

void TestAliasesPage::bothTablesAreShown()
{
    Shown shown;
    QVERIFY(shown.isReady);
    QVERIFY(shown.local() && shown.virtuals());
    QCOMPARE(shown.local()->model()->rowCount(), 4);
    QCOMPARE(shown.virtuals()->model()->rowCount(), 2);
    QAbstractItemModelTester tester(shown.tree()->model());
    QTRY_VERIFY(shown.says(QStringLiteral("Mail for root goes to anna.")));
}

void TestAliasesPage::typedAddressIsFollowed_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("line");
    const auto row = [](const char *title, const char *address, const char *line) {
        QTest::newRow(title) << QString::fromLatin1(address) << QString::fromUtf8(line);
    };
    row("a mailbox", "info@v.example", "  anna | mailbox /var/mail/anna, unless the user’s .forward file");
    row("a command", "info@v.example", "  |\"/usr/bin/notify x\" | command: /usr/bin/notify x");
    row("a dangling target", "office", "  dangling | goes back: there is no alias and no user “dangling”");
    row("a row of the tree", "info@v.example", "info@v.example | virtual alias | /etc/postfix/virtual:1");
    row("a loop", "loop", "   loop | goes back: the alias “loop” leads to itself");
    row("a domain", "who@v.example", "who@v.example | virtual alias | /etc/postfix/virtual:2");
    row("somewhere else", "a@far.example", "a@far.example | goes to smtp:far.example | default_transport");
}

void TestAliasesPage::typedAddressIsFollowed()
{
    QFETCH(const QString, address);
    QFETCH(const QString, line);
    Shown shown;
    QVERIFY(shown.isReady);
    write(shown.address(), address);
    const auto isThere = [&] { return (u'\n' + shown.shownTree()).contains(u'\n' + line); };
    if (!QTest::qWaitFor(isThere, 10000))
        qWarning().noquote() << shown.shownTree();
    QVERIFY(isThere());
}

void TestAliasesPage::chosenRowIsFollowed()
{
    Shown shown;
    QVERIFY(shown.isReady);
    shown.virtuals()->setFocus();
    shown.virtuals()->setCurrentCell(0, ui::TableRowsModel::KeyColumn);
    QTRY_VERIFY(shown.shownTree().startsWith(QLatin1String("info@v.example | virtual alias")));
    QTest::keyClick(shown.virtuals(), Qt::Key_Down);
    QCOMPARE(shown.address()->text(), QStringLiteral("anyone@v.example"));
    QTRY_VERIFY(shown.shownTree().startsWith(QLatin1String("anyone@v.example | virtual alias")));
    shown.local()->setFocus();
    shown.local()->setCurrentCell(1, ui::TableRowsModel::KeyColumn);
    QTRY_VERIFY(shown.shownTree().startsWith(QLatin1String("office | is completed")));
}

void TestAliasesPage::returnGoesToTheRow()
{
    Shown shown;
    QVERIFY(shown.isReady);
    write(shown.address(), QStringLiteral("info@v.example"));
    QTRY_VERIFY(shown.shownTree().startsWith(QLatin1String("info@v.example | virtual alias")));
    QSignalSpy requested(&shown.bench.session, &ui::EditSession::requested);
    QTest::keyClick(shown.address(), Qt::Key_Down);
    QVERIFY(shown.tree()->hasFocus());
    QTest::keyClick(shown.tree(), Qt::Key_Return);
    QCOMPARE(requested.count(), 1);
    const auto place = requested.first().first().value<model::Place>();
    QCOMPARE(shown.bench.session.snapshot().file(place.file).text().bytes(place.range).trimmed(),
             "info@v.example office");
}

void TestAliasesPage::aliasIsEditedByKeys()
{
    Shown shown;
    QVERIFY(shown.isReady);
    ui::GridView *grid = shown.local();
    grid->setFocus();
    grid->setCurrentCell(0, ui::TableRowsModel::KeyColumn + 1);
    QTest::keyClick(grid, Qt::Key_F2);
    auto *editor = grid->findChild<QLineEdit *>();
    QVERIFY(editor);
    QCOMPARE(editor->text(), QStringLiteral("anna"));
    QTest::keyClick(editor, Qt::Key_End);
    QTest::keyClicks(editor, QStringLiteral(", ben@far.example"));
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(shown.bytes("aliases").split('\n')[1], "root: anna, ben@far.example");
    QTRY_VERIFY(shown.says(QStringLiteral("Mail for root goes to anna, ben@far.example.")));
    shown.bench.session.undoStack()->undo();
    QCOMPARE(shown.bytes("aliases"), aliases);
    QTRY_VERIFY(shown.says(QStringLiteral("Mail for root goes to anna.")));
}

void TestAliasesPage::aliasIsAddedByKeys()
{
    Shown shown;
    QVERIFY(shown.isReady);
    write(shown.named<QLineEdit>(QStringLiteral("Address (new row of hash:/etc/postfix/virtual)")),
          QStringLiteral("new@v.example"));
    auto *targets =
        shown.named<QLineEdit>(QStringLiteral("Stands for (new row of hash:/etc/postfix/virtual)"));
    write(targets, QStringLiteral("anna@example.org, info@v.example"));
    QTest::keyClick(targets, Qt::Key_Return);
    QVERIFY(shown.bytes("virtual").endsWith("new@v.example anna@example.org, info@v.example\n"));
    QCOMPARE(shown.bench.session.undoStack()->count(), 1);
}

void TestAliasesPage::missingPostmasterIsOneClick()
{
    Shown shown;
    QVERIFY(shown.isReady);
    const QString button = QStringLiteral("Send mail for postmaster to root");
    QTRY_VERIFY(shown.named<QPushButton>(button));
    QVERIFY(shown.says(QStringLiteral(
        "Nobody gets mail for postmaster. It is thrown away: there is no alias “postmaster”.")));
    auto *help = shown.named<QPushButton>(button);
    help->setFocus();
    QTest::keyClick(help, Qt::Key_Space);
    QVERIFY(shown.bytes("aliases").contains("postmaster: root\n"));
    QTRY_VERIFY(shown.says(QStringLiteral("Mail for postmaster goes to anna.")));
    QVERIFY(!shown.named<QPushButton>(button));
    QVERIFY(shown.named<QToolButton>(QStringLiteral("Show the way of mail for postmaster"))->hasFocus());
    shown.bench.session.undoStack()->undo();
    QCOMPARE(shown.bytes("aliases"), aliases);
}

void TestAliasesPage::firstAliasMakesItsTable()
{
    Shown shown("virtual_alias_maps =\n");
    QVERIFY(shown.isReady);
    write(shown.named<QLineEdit>(QStringLiteral("Address (new row of Virtual aliases)")),
          QStringLiteral("info@v.example"));
    auto *targets = shown.named<QLineEdit>(QStringLiteral("Stands for (new row of Virtual aliases)"));
    write(targets, QStringLiteral("office"));
    QTest::keyClick(targets, Qt::Key_Return);
    QCOMPARE(shown.bench.session.undoStack()->count(), 1);
    QTRY_COMPARE(shown.virtuals()->model()->rowCount(), 3);
    QVERIFY(shown.bytes("main.cf").contains("virtual_alias_maps = hash:/etc/postfix/virtual\n"));
}

void TestAliasesPage::placeIsShown()
{
    Shown shown;
    QVERIFY(shown.isReady);
    const QList<model::FileId> files = ui::AliasesPage::files(shown.bench.context);
    QCOMPARE(files.size(), 2);
    const model::Place place{files.last(), {QByteArray(addresses).indexOf("@v.example anna"), 0}};
    QVERIFY(ui::AliasesPage::has(shown.bench.context, place));
    QVERIFY(!ui::AliasesPage::has(shown.bench.context, {model::FileId::MainCf, {0, 0}}));
    shown.page->showPlace(place);
    QCOMPARE(shown.virtuals()->currentRow(), 1);
    QVERIFY(shown.virtuals()->hasFocus());
}

void TestAliasesPage::everythingHasAName()
{
    Shown shown;
    QVERIFY(shown.isReady);
    const QStringList nameless = support::namelessWidgets(shown.page.get());
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u'\n')));
}

void TestAliasesPage::lookingChangesNothing()
{
    Shown shown;
    QVERIFY(shown.isReady);
    shown.address()->setFocus();
    for (int i = 0; i < 40 && QApplication::focusWidget(); ++i)
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QTRY_VERIFY(shown.says(QStringLiteral("Mail for root goes to anna.")));
    QVERIFY(shown.bench.session.changedFiles().isEmpty());
    QCOMPARE(shown.bench.session.undoStack()->count(), 0);
}

QTEST_MAIN(TestAliasesPage)
#include "tst_aliasespage.moc"
