// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/workbench.h"
#include "ui/editor/sourceeditor.h"
#include "ui/preview/diffview.h"
#include "ui/preview/renamedialog.h"
#include "ui/session/language.h"
#include "ui/shell/findbox.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/messagearea.h"
#include "ui/usages/usagesmodel.h"
#include "ui/usages/usagespanel.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>

using namespace ui;
using model::FileId;

namespace {

/// A window with the sample server open, in its source.
struct Stage
{
    Stage()
    {
        isOpen = bench.openSample();
        bench.settings.set(settings::page, QStringLiteral("files"));
        window.resize(1280, 800);
        window.show();
        window.activateWindow();
        isOpen = isOpen && QTest::qWaitForWindowActive(&window);
    }

    QByteArray text(FileId file) const { return bench.session.snapshot().file(file).text().bytes(); }
    /// The caret in front of the first place that reads so.
    void goTo(FileId file, const QByteArray &bytes)
    {
        const qsizetype at = text(file).indexOf(bytes);
        window.goTo({file, {at, at}});
        QCoreApplication::processEvents();
    }
    /// The one in sight.
    SourceEditor *editor() const
    {
        for (auto *source : window.findChildren<SourceEditor *>()) {
            if (source->isVisible())
                return source;
        }
        return nullptr;
    }
    QTableView *usages() const
    {
        const auto *panel = window.findChild<UsagesPanel *>();
        return panel ? panel->findChild<QTableView *>() : nullptr;
    }
    RenameDialog *dialog() const { return window.findChild<RenameDialog *>(); }
    QString said() const
    {
        QStringList texts;
        for (const MessageBar *bar : window.messages().findChildren<MessageBar *>())
            texts.append(bar->text());
        return texts.join(u' ');
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
        QCoreApplication::processEvents();
    }

    Workbench bench;
    MainWindow window{bench.context};
    bool isOpen = false;
};

} // namespace

/// What one does with names, from the keyboard, in the window.
class tst_Names : public QObject
{
    Q_OBJECT

private slots:
    void definitionIsGoneToAndBack();
    void whatHasNoDefinitionIsSaid();
    void usagesAreListedAndGoneTo();
    void usagesFollowEdits();
    void parameterIsRenamedWithAPreview();
    void serviceIsRenamedWithItsParameters();
    void badNamesAreRefusedInTheDialog();
    void postfixOwnNamesAreNotRenamed();
    void gridsKeepTheirKeys();
    void paletteFindsThem();
};

void tst_Names::definitionIsGoneToAndBack()
{
    Stage stage;
    QVERIFY(stage.isOpen);
    stage.goTo(FileId::MasterCf, "mua_client_restrictions");
    stage.press(Qt::Key_F12);
    QVERIFY(stage.editor());
    QCOMPARE(stage.editor()->file(), FileId::MainCf);
    QCOMPARE(stage.editor()->selectedRange().in(stage.editor()->bytes()).toByteArray(),
             "mua_client_restrictions");
    stage.press(Qt::Key_Left, Qt::AltModifier);
    QTRY_COMPARE(stage.editor()->file(), FileId::MasterCf);
}

void tst_Names::whatHasNoDefinitionIsSaid()
{
    Stage stage;
    QVERIFY(stage.isOpen);
    stage.bench.append(FileId::MainCf, "aaa_mine = $smtpd_timeout\n");
    stage.goTo(FileId::MainCf, "smtpd_timeout");
    stage.press(Qt::Key_F12);
    QVERIFY2(stage.said().contains(QStringLiteral("smtpd_timeout")), qPrintable(stage.said()));
}

void tst_Names::usagesAreListedAndGoneTo()
{
    Stage stage;
    QVERIFY(stage.isOpen);
    stage.goTo(FileId::MainCf, "mua_client_restrictions");
    stage.press(Qt::Key_F12, Qt::ShiftModifier);
    QTRY_VERIFY(stage.usages() && stage.usages()->isVisible());
    const QAbstractItemModel *model = stage.usages()->model();
    const QAbstractItemModelTester tester(const_cast<QAbstractItemModel *>(model));
    QCOMPARE(model->rowCount(), 4); // its setting, two overrides, one that is switched off
    const QModelIndex last = model->index(3, UsagesModel::TextColumn);
    stage.usages()->scrollTo(last);
    QTest::mouseClick(stage.usages()->viewport(), Qt::LeftButton, {},
                      stage.usages()->visualRect(last).center());
    QTRY_COMPARE(stage.editor()->file(), FileId::MasterCf);
    QCOMPARE(stage.editor()->selectedRange().in(stage.editor()->bytes()).toByteArray(),
             "mua_client_restrictions");
}

void tst_Names::usagesFollowEdits()
{
    Stage stage;
    QVERIFY(stage.isOpen);
    stage.goTo(FileId::MainCf, "mua_client_restrictions");
    stage.press(Qt::Key_F12, Qt::ShiftModifier);
    QTRY_VERIFY(stage.usages());
    stage.bench.append(FileId::MainCf, "zzz_mine = $mua_client_restrictions\n");
    QTRY_COMPARE(stage.usages()->model()->rowCount(), 5);
    stage.bench.session.undoStack()->undo();
    QTRY_COMPARE(stage.usages()->model()->rowCount(), 4);
}

void tst_Names::parameterIsRenamedWithAPreview()
{
    Stage stage;
    QVERIFY(stage.isOpen);
    const QByteArray mainCf = stage.text(FileId::MainCf);
    const QByteArray masterCf = stage.text(FileId::MasterCf);
    stage.goTo(FileId::MainCf, "mua_client_restrictions");
    stage.press(Qt::Key_F2);
    QTRY_VERIFY(stage.dialog() && stage.dialog()->isVisible());
    auto *name = stage.dialog()->findChild<QLineEdit *>();
    QCOMPARE(name->selectedText(), QStringLiteral("mua_client_restrictions"));
    QTest::keyClicks(name, QStringLiteral("login_clients"));
    const auto *diff = stage.dialog()->findChild<DiffView *>();
    const QString shown = diff->plainText();
    QCOMPARE(shown.count(QStringLiteral("login_clients")), 4);
    QCOMPARE(stage.text(FileId::MainCf), mainCf); // not before it is asked for
    QTest::keyClick(name, Qt::Key_Return);
    QTRY_VERIFY(!stage.dialog());
    QCOMPARE(stage.text(FileId::MainCf),
             QByteArray(mainCf).replace("mua_client_restrictions", "login_clients"));
    QCOMPARE(stage.text(FileId::MasterCf),
             QByteArray(masterCf).replace("mua_client_restrictions", "login_clients"));
    QCOMPARE(stage.bench.session.undoStack()->count(), 1);
    stage.bench.session.undoStack()->undo();
    QCOMPARE(stage.text(FileId::MainCf), mainCf);
    QCOMPARE(stage.text(FileId::MasterCf), masterCf);
}

void tst_Names::serviceIsRenamedWithItsParameters()
{
    Stage stage;
    QVERIFY(stage.isOpen);
    stage.goTo(FileId::MasterCf, "slow         unix");
    stage.press(Qt::Key_F2);
    QTRY_VERIFY(stage.dialog());
    auto *name = stage.dialog()->findChild<QLineEdit *>();
    QTest::keyClicks(name, QStringLiteral("gentle"));
    QTest::keyClick(name, Qt::Key_Return);
    QTRY_VERIFY(!stage.dialog());
    QVERIFY(stage.text(FileId::MasterCf).contains("\ngentle       unix"));
    QVERIFY(stage.text(FileId::MainCf).contains("gentle_destination_"));
    QVERIFY(!stage.text(FileId::MainCf).contains("\nslow_destination_"));
    bool isInTable = false;
    for (const FileId id : stage.bench.session.snapshot().ids())
        isInTable = isInTable || stage.text(id).contains("newsletter.example.com      gentle:");
    QVERIFY(isInTable);
    QCOMPARE(stage.bench.session.undoStack()->count(), 1);
}

void tst_Names::badNamesAreRefusedInTheDialog()
{
    Stage stage;
    QVERIFY(stage.isOpen);
    stage.goTo(FileId::MainCf, "mua_client_restrictions");
    stage.press(Qt::Key_F2);
    QTRY_VERIFY(stage.dialog());
    auto *name = stage.dialog()->findChild<QLineEdit *>();
    for (const char *bad : {"relayhost", "mua_sender_restrictions", "with blank", ""}) {
        name->selectAll();
        QTest::keyClick(name, Qt::Key_Delete);
        QTest::keyClicks(name, QLatin1String(bad));
        const QList<QLabel *> labels = stage.dialog()->findChildren<QLabel *>();
        const bool isSaid = std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) {
            return label->text().contains(*bad ? QLatin1String(bad) : QLatin1String("name is needed"));
        });
        QVERIFY2(isSaid, bad);
        QTest::keyClick(name, Qt::Key_Return);
        QVERIFY(stage.dialog());
    }
    QTest::keyClick(name, Qt::Key_Escape);
    QTRY_VERIFY(!stage.dialog());
    QCOMPARE(stage.bench.session.undoStack()->count(), 0);
}

void tst_Names::postfixOwnNamesAreNotRenamed()
{
    Stage stage;
    QVERIFY(stage.isOpen);
    stage.goTo(FileId::MainCf, "myhostname");
    stage.press(Qt::Key_F2);
    QVERIFY(!stage.dialog());
    QVERIFY2(stage.said().contains(QStringLiteral("myhostname")), qPrintable(stage.said()));
}

void tst_Names::gridsKeepTheirKeys()
{
    Stage stage;
    QVERIFY(stage.isOpen);
    stage.goTo(FileId::MainCf, "mua_client_restrictions");
    QVERIFY(stage.bench.language.hasPlace());
    stage.press(Qt::Key_F12, Qt::ShiftModifier);
    QTRY_VERIFY(stage.usages());
    stage.window.activateWindow();
    stage.usages()->setFocus();
    QTRY_VERIFY(!stage.bench.language.hasPlace());
    stage.press(Qt::Key_F2);
    QVERIFY(!stage.dialog());
}

void tst_Names::paletteFindsThem()
{
    Stage stage;
    QVERIFY(stage.isOpen);
    stage.goTo(FileId::MainCf, "mua_client_restrictions");
    stage.press(Qt::Key_K, Qt::ControlModifier);
    QTRY_VERIFY(stage.window.findBox().isListOpen());
    QTest::keyClicks(&stage.window.findBox(), QStringLiteral("usages"));
    QTest::keyClick(&stage.window.findBox(), Qt::Key_Return);
    QTRY_VERIFY(stage.usages() && stage.usages()->model()->rowCount() == 4);
}

QTEST_MAIN(tst_Names)
#include "tst_names.moc"
