// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/workbench.h"
#include "ui/preview/diffview.h"
#include "ui/shell/mainwindow.h"
#include "ui/tabletools/movedialog.h"

#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

namespace {

struct Shown
{
    bool open()
    {
        if (!bench.openSample())
            return false;
        window = std::make_unique<ui::MainWindow>(bench.context);
        window->show();
        window->activateWindow();
        if (!QTest::qWaitForWindowActive(window.get()))
            return false;
        bench.language.moveTable("hash:/etc/postfix/virtual");
        dialog = window->findChild<ui::MoveDialog *>();
        return dialog != nullptr;
    }
    QByteArray mainCf() const { return bench.session.snapshot().mainCf().text(); }
    QByteArray stateText() const
    {
        QString all;
        for (const QLabel *label : dialog->findChildren<QLabel *>())
            all += label->text() + u'\n';
        return all.toUtf8();
    }
    template<typename Widget>
    Widget *named(const QString &begin) const
    {
        for (Widget *widget : dialog->findChildren<Widget *>()) {
            if (widget->accessibleName().startsWith(begin))
                return widget;
        }
        return nullptr;
    }
    QPushButton *change() const
    {
        for (QPushButton *button : dialog->findChildren<QPushButton *>()) {
            if (button->isDefault())
                return button;
        }
        return nullptr;
    }

    Workbench bench;
    std::unique_ptr<ui::MainWindow> window;
    ui::MoveDialog *dialog = nullptr;
};

} // namespace

class TestMoveDialog : public QObject
{
    Q_OBJECT

private slots:
    void typeIsChangedByKeyboard();
    void keysBecomePatternsInANewFile();
    void badPathIsRefused();
    void nameAtTheCaretIsMoved();
};

void TestMoveDialog::typeIsChangedByKeyboard()
{
    Shown shown;
    QVERIFY(shown.open());
    const QByteArray before = shown.mainCf();
    QVERIFY(before.contains("virtual_alias_maps = hash:$config_directory/virtual"));
    auto *type = shown.dialog->findChild<QComboBox *>();
    QTRY_VERIFY(type->hasFocus());
    QVERIFY(!shown.change()->isEnabled());
    QVERIFY(!shown.named<QLineEdit>(QStringLiteral("Command"))->isVisible());
    QTest::keyClick(type, Qt::Key_L); // lmdb
    QCOMPARE(type->currentData().toByteArray(), QByteArray("lmdb"));
    QVERIFY(shown.change()->isEnabled());
    QCOMPARE(shown.named<QLineEdit>(QStringLiteral("Command"))->text(),
             QStringLiteral("rm -f /etc/postfix/virtual.db"));
    QTest::keyClick(shown.dialog, Qt::Key_Return);
    QVERIFY(shown.mainCf().contains("virtual_alias_maps = lmdb:$config_directory/virtual"));
    QCOMPARE(shown.bench.session.undoStack()->count(), 1);
    shown.bench.session.undoStack()->undo();
    QCOMPARE(shown.mainCf(), before);
}

void TestMoveDialog::keysBecomePatternsInANewFile()
{
    Shown shown;
    QVERIFY(shown.open());
    auto *type = shown.dialog->findChild<QComboBox *>();
    type->setFocus();
    QTest::keyClick(type, Qt::Key_P); // pcre
    auto *path = shown.named<QLineEdit>(QStringLiteral("File"));
    QCOMPARE(path->text(), QStringLiteral("/etc/postfix/virtual.pcre"));
    const auto *command = shown.named<QLineEdit>(QStringLiteral("Command that removes"));
    QVERIFY(command && command->isVisible());
    QCOMPARE(command->text(), QStringLiteral("rm -f /etc/postfix/virtual /etc/postfix/virtual.db"));
    auto *copy = shown.named<QToolButton>(QStringLiteral("Copy the command"));
    copy->setFocus();
    QTest::keyClick(copy, Qt::Key_Space);
    QCOMPARE(QGuiApplication::clipboard()->text(), command->text());
    QVERIFY2(shown.stateText().contains("written as a new file"), shown.stateText().constData());
    QTest::mouseClick(shown.change(), Qt::LeftButton);
    QVERIFY(shown.mainCf().contains("virtual_alias_maps = pcre:$config_directory/virtual.pcre"));
    const model::Snapshot &after = shown.bench.session.snapshot();
    const model::File &file = after.files().last();
    QCOMPARE(file.info().name, QStringLiteral("virtual.pcre"));
    QVERIFY2(file.text().bytes().contains("/^info"), file.text().bytes().constData());
    QSignalSpy saved(&shown.bench.folder, &ui::FolderSession::saved);
    shown.bench.folder.save(shown.bench.session.changedFiles());
    QVERIFY(saved.wait(10000));
    QVERIFY(QFile::exists(shown.bench.file(QStringLiteral("virtual.pcre"))));
    QVERIFY(QFile::exists(shown.bench.file(QStringLiteral("virtual"))));
}

void TestMoveDialog::badPathIsRefused()
{
    Shown shown;
    QVERIFY(shown.open());
    auto *path = shown.named<QLineEdit>(QStringLiteral("File"));
    path->setFocus();
    path->selectAll();
    QTest::keyClicks(path, QStringLiteral("virtual table"));
    QVERIFY(!shown.change()->isEnabled());
    QVERIFY2(shown.stateText().contains("Write the whole path"), shown.stateText().constData());
}

void TestMoveDialog::nameAtTheCaretIsMoved()
{
    Shown shown;
    QVERIFY(shown.open());
    shown.dialog->reject();
    QSignalSpy asked(&shown.bench.language, &ui::Language::tableMoveAsked);
    const qsizetype at = shown.mainCf().indexOf("$config_directory/virtual") + 20;
    shown.bench.language.setPlace(model::Place{model::FileId::MainCf, {at, at}});
    shown.bench.language.renameSymbol({usages::Symbol::Kind::Table, "/etc/postfix/virtual"});
    QCOMPARE(asked.size(), 1);
}

QTEST_MAIN(TestMoveDialog)
#include "tst_movedialog.moc"
