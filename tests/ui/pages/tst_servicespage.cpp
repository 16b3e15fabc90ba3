// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/pages/shownservices.h"
#include "ui/pages/columnmenu.h"
#include "ui/pages/templatemenu.h"
#include "ui/widgets/messagebar.h"

#include <QAction>
#include <QMenu>
#include <QSignalSpy>
#include <QToolButton>

using ui::ServicesModel;

/// The services of master.cf in their grid, with real keys.
class TestServicesPage : public QObject
{
    Q_OBJECT

private slots:
    void chosenServiceIsRenamedAndFoundEverywhere();
    void textIsTypedIntoCells();
    void listOffersWhatAColumnAccepts();
    void spaceAndMouseSwitchTheStanza();
    void servicesAreMovedCopiedAndRemoved();
    void templateIsAddedBelow();
    void columnIsSetForAllThatAreSelected();
    void whatCanBeChrootedIsSelected();
    void severalAreSwitchedAndRemovedTogether();
    void servicesAtOnePortNameEachOther();
    void choiceSurvivesEditsElsewhere();
    void focusLightsTheCell();
    void strayLinesAreNamed();
    void everythingHasAName();
    void emptyFileOffersTheFirstStep();
};

void TestServicesPage::textIsTypedIntoCells()
{
    ShownServices shown;
    QVERIFY(shown.isActive);
    shown.goTo(3, ServicesModel::WakeupColumn);
    shown.write(shown.grid, QStringLiteral("60"));
    QVERIFY(
        shown.desk.masterCf().contains("qmgr       unix  n       -       n       60      1       qmgr\n"));
    // Typing starts at once, Escape gives up.
    QTest::keyClicks(shown.grid, QStringLiteral("7"));
    auto *line = shown.grid->viewport()->findChild<QLineEdit *>();
    QVERIFY(line);
    QTest::keyClick(line, Qt::Key_Escape);
    QCOMPARE(shown.desk.session.undoStack()->count(), 1);
    shown.desk.undoAll();
    QCOMPARE(shown.desk.masterCf(), masterCf);
}

void TestServicesPage::listOffersWhatAColumnAccepts()
{
    ShownServices shown;
    shown.goTo(3, ServicesModel::ChrootColumn);
    QTest::keyClick(shown.grid, Qt::Key_F2);
    auto *box = shown.grid->viewport()->findChild<QComboBox *>();
    QVERIFY(box);
    QCOMPARE(box->count(), 3);
    QVERIFY(box->itemText(0).contains(QStringLiteral("no"))); // what '-' means here
    QCOMPARE(box->currentData().toString(), QStringLiteral("n"));
    QTest::keyClick(box, Qt::Key_Up);
    QTest::keyClick(box, Qt::Key_Return);
    QCoreApplication::processEvents();
    QVERIFY(
        shown.desk.masterCf().contains("qmgr       unix  n       -       y       300     1       qmgr\n"));
}

void TestServicesPage::spaceAndMouseSwitchTheStanza()
{
    ShownServices shown;
    shown.goTo(1, ServicesModel::NameColumn);
    QTest::keyClick(shown.grid, Qt::Key_Space);
    QVERIFY(shown.desk.masterCf().contains("\n#submission inet"));
    QVERIFY(!shown.desk.session.snapshot().masterCf().services()[1].enabled);
    QTest::keyClick(shown.grid, Qt::Key_Space);
    QCOMPARE(shown.desk.masterCf(), masterCf);
    const QRect box = shown.grid->visualRect(shown.grid->model()->index(2, ServicesModel::OnColumn));
    QTest::mouseClick(shown.grid->viewport(), Qt::LeftButton, {}, QPoint(box.left() + 10, box.center().y()));
    QVERIFY(shown.desk.session.snapshot().masterCf().services()[2].enabled);
    shown.desk.undoAll();
    QCOMPARE(shown.desk.masterCf(), masterCf);
}

void TestServicesPage::servicesAreMovedCopiedAndRemoved()
{
    ShownServices shown;
    shown.goTo(1, ServicesModel::NameColumn);
    QTest::keyClick(shown.grid, Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(shown.currentName(), QStringLiteral("submission"));
    QCOMPARE(shown.grid->currentRow(), 0);
    QTest::keyClick(shown.grid, Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(shown.desk.masterCf(), masterCf);
    QCOMPARE(shown.grid->currentRow(), 1);

    QTest::keyClick(shown.grid, Qt::Key_D, Qt::ControlModifier);
    auto *line = shown.grid->viewport()->findChild<QLineEdit *>();
    QVERIFY(line);
    line->selectAll();
    QTest::keyClicks(line, QStringLiteral("2525"));
    QTest::keyClick(line, Qt::Key_Return);
    QCoreApplication::processEvents(); // editors commit after their key
    QCOMPARE(shown.grid->model()->rowCount(), 5);
    QCOMPARE(shown.currentName(), QStringLiteral("2525"));
    QCOMPARE(shown.desk.session.snapshot().masterCf().services()[2].overrides.size(), 2);

    QTest::keyClick(shown.grid, Qt::Key_Delete);
    QCOMPARE(shown.desk.masterCf(), masterCf);
    shown.desk.undoAll();
    QCOMPARE(shown.desk.masterCf(), masterCf);
}

void TestServicesPage::templateIsAddedBelow()
{
    ShownServices shown;
    shown.goTo(0, ServicesModel::NameColumn);
    auto *menu = shown.page.findChild<ui::TemplateMenu *>();
    QVERIFY(menu);
    QVERIFY(menu->actions().size() >= 7);
    menu->actions().at(2)->trigger(); // port 465
    QCOMPARE(shown.grid->currentRow(), 1);
    QCOMPARE(shown.currentName(), QStringLiteral("submissions"));
    QVERIFY(shown.desk.masterCf().contains("  -o smtpd_tls_wrappermode=yes\n"));

    const QSignalSpy refused(&shown.desk.session, &ui::EditSession::refused);
    menu->actions().at(2)->trigger(); // once more: it is in force already
    QCOMPARE(refused.size(), 1);
    shown.desk.undoAll();
    QCOMPARE(shown.desk.masterCf(), masterCf);
}

void TestServicesPage::columnIsSetForAllThatAreSelected()
{
    ShownServices shown;
    shown.goTo(1, ServicesModel::LimitColumn);
    QTest::keyClick(shown.grid, Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(shown.grid, Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(shown.grid->selectedRows(), (QList<qsizetype>{1, 2, 3}));
    shown.write(shown.grid, QStringLiteral("7"));
    QCOMPARE(shown.desk.session.undoStack()->count(), 1);
    QVERIFY(
        shown.desk.masterCf().contains("submission inet  n       -       n       -       7       smtpd\n"));
    QVERIFY(
        shown.desk.masterCf().contains("#retry     unix  -       -       n       -       7       error\n"));
    QVERIFY(
        shown.desk.masterCf().contains("qmgr       unix  n       -       n       300     7       qmgr\n"));
    QVERIFY(
        shown.desk.masterCf().startsWith("# port 25\nsmtp       inet  n       -       n       -       -  "));
    shown.desk.session.undoStack()->undo();
    QCOMPARE(shown.desk.masterCf(), masterCf);

    // A name is of one service only.
    shown.goTo(2, ServicesModel::NameColumn);
    QTest::keyClick(shown.grid, Qt::Key_Down, Qt::ShiftModifier);
    shown.write(shown.grid, QStringLiteral("queue"));
    QVERIFY(shown.desk.masterCf().contains("\n#retry "));
    QVERIFY(shown.desk.masterCf().contains("\nqueue "));
    shown.desk.undoAll();

    // The same by menu.
    shown.goTo(0, ServicesModel::NameColumn);
    QTest::keyClick(shown.grid, Qt::Key_Down, Qt::ShiftModifier);
    auto *menu = shown.page.findChild<ui::ColumnMenu *>();
    QVERIFY(menu);
    QMenu *chroot = menu->actions().at(2)->menu();
    QVERIFY(chroot && chroot->actions().at(1)->text().startsWith(QLatin1String("y")));
    chroot->actions().at(1)->trigger();
    QVERIFY(
        shown.desk.masterCf().contains("smtp       inet  n       -       y       -       -       smtpd\n"));
    QVERIFY(
        shown.desk.masterCf().contains("submission inet  n       -       y       -       -       smtpd\n"));
    QCOMPARE(shown.desk.session.undoStack()->count(), 1);
    shown.desk.undoAll();
    QCOMPARE(shown.desk.masterCf(), masterCf);
}

void TestServicesPage::whatCanBeChrootedIsSelected()
{
    const QByteArray text = "smtp inet n - n - - smtpd\n"
                            "qmgr unix n - n 300 1 qmgr\n"
                            "proxymap unix - - n - - proxymap\n"
                            "local unix - n n - - local\n"
                            "virtual unix - n n - - virtual\n"
                            "dovecot unix - n n - - pipe\n  user=a argv=b\n"
                            "relay unix - - n - - smtp\n";
    ShownServices shown(text);
    QAction *select = nullptr;
    for (QAction *action : shown.grid->actions()) {
        if (action->text().contains(QStringLiteral("Chrooted")))
            select = action;
    }
    QVERIFY(select);
    select->trigger();
    QCOMPARE(shown.grid->selectedRows(), (QList<qsizetype>{0, 6}));
    QTest::keyClick(shown.grid, Qt::Key_F2);
    auto *box = shown.grid->viewport()->findChild<QComboBox *>();
    QVERIFY(box);
    QTest::keyClick(box, Qt::Key_Up); // from n to y
    QTest::keyClick(box, Qt::Key_Return);
    QCoreApplication::processEvents();
    QByteArray expected = text;
    expected.replace("smtp inet n - n", "smtp inet n - y").replace("relay unix - - n", "relay unix - - y");
    QCOMPARE(shown.desk.masterCf(), expected);
    QCOMPARE(shown.desk.session.undoStack()->count(), 1);
}

void TestServicesPage::severalAreSwitchedAndRemovedTogether()
{
    ShownServices shown;
    shown.goTo(0, ServicesModel::NameColumn);
    QTest::keyClick(shown.grid, Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(shown.grid, Qt::Key_Space);
    QVERIFY(shown.desk.masterCf().contains("\n#smtp ") && shown.desk.masterCf().contains("\n#submission "));
    QCOMPARE(shown.desk.session.undoStack()->count(), 1);
    QTest::keyClick(shown.grid, Qt::Key_Space);
    QCOMPARE(shown.desk.masterCf(), masterCf);
    QTest::keyClick(shown.grid, Qt::Key_Delete);
    QVERIFY(!shown.desk.masterCf().contains("smtpd"));
    QCOMPARE(shown.grid->model()->rowCount(), 2);
    shown.desk.session.undoStack()->undo();
    QCOMPARE(shown.desk.masterCf(), masterCf);
}

void TestServicesPage::servicesAtOnePortNameEachOther()
{
    ShownServices shown("smtps inet n - n - - smtpd\n465 inet n - n - - smtpd\n");
    const QModelIndex first = shown.grid->model()->index(0, ServicesModel::NameColumn);
    QVERIFY(first.data(Qt::ToolTipRole).toString().contains(QStringLiteral("465 inet (line 2)")));
    QVERIFY(!first.data(Qt::DecorationRole).isNull());
    shown.goTo(1, ServicesModel::NameColumn);
    QTest::keyClick(shown.grid, Qt::Key_Space);
    QVERIFY(!first.data(Qt::ToolTipRole).toString().contains(QStringLiteral("line 2")));
}

void TestServicesPage::choiceSurvivesEditsElsewhere()
{
    ShownServices shown;
    shown.goTo(3, ServicesModel::LimitColumn);
    shown.desk.session.edit(QStringLiteral("elsewhere"), [](model::Draft &draft) {
        draft.replace(model::FileId::MasterCf, {0, 0}, "new unix - - n - - smtp\n");
    });
    QCOMPARE(shown.currentName(), QStringLiteral("qmgr"));
    QCOMPARE(shown.grid->currentIndex().column(), int(ServicesModel::LimitColumn));
    shown.desk.session.undoStack()->undo();
    QCOMPARE(shown.currentName(), QStringLiteral("qmgr"));
}

void TestServicesPage::focusLightsTheCell()
{
    ShownServices shown;
    shown.goTo(3, ServicesModel::WakeupColumn);
    const auto lit = [&shown] {
        const syntax::ByteRange range = shown.desk.session.focus().range;
        return shown.desk.masterCf().sliced(range.begin, range.size());
    };
    QCOMPARE(shown.desk.session.focus().file, model::FileId::MasterCf);
    QCOMPARE(lit(), "300");
    shown.write(shown.grid, QStringLiteral("5"));
    QCOMPARE(lit(), "5");
    const QSignalSpy requested(&shown.desk.session, &ui::EditSession::requested);
    QTest::keyClick(shown.grid, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(requested.size(), 1);
}

void TestServicesPage::strayLinesAreNamed()
{
    ShownServices shown(masterCf + "broken unix n\n");
    auto *bar = shown.page.findChild<ui::MessageBar *>();
    QVERIFY(bar);
    QVERIFY(bar->text().contains(QStringLiteral("8")));
    const QSignalSpy requested(&shown.desk.session, &ui::EditSession::requested);
    for (QAbstractButton *button : bar->findChildren<QAbstractButton *>()) {
        if (button->text().contains(QStringLiteral("Show")))
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QCOMPARE(requested.size(), 1);
    QCOMPARE(requested.first().first().value<model::Place>().file, model::FileId::MasterCf);
}

void TestServicesPage::everythingHasAName()
{
    const ShownServices shown;
    QCOMPARE(support::namelessWidgets(&shown.page), QStringList());
    for (const QToolButton *button : shown.page.findChildren<QToolButton *>())
        QVERIFY2(!button->toolTip().isEmpty(), qPrintable(button->accessibleName()));
}

void TestServicesPage::emptyFileOffersTheFirstStep()
{
    ShownServices shown("# nothing yet\n");
    QVERIFY(!shown.grid->isVisible());
    shown.page.findChild<ui::TemplateMenu *>()->actions().first()->trigger();
    QVERIFY(shown.grid->isVisible());
    QCOMPARE(shown.currentName(), QStringLiteral("smtp"));
}

void TestServicesPage::chosenServiceIsRenamedAndFoundEverywhere()
{
    ShownServices shown;
    QSignalSpy renaming(&shown.desk.language, &ui::Language::renameAsked);
    QSignalSpy finding(&shown.desk.language, &ui::Language::usagesAsked);
    shown.goTo(1, ServicesModel::NameColumn);
    QTest::keyClick(shown.grid, Qt::Key_F2, Qt::ShiftModifier);
    QTest::keyClick(shown.grid, Qt::Key_F12, Qt::ShiftModifier);
    QCOMPARE(renaming.count(), 1);
    QCOMPARE(finding.count(), 1);
    const usages::Symbol expected{usages::Symbol::Kind::Service, "submission", true};
    QCOMPARE(renaming.first().first().value<usages::Symbol>(), expected);
    QCOMPARE(finding.first().first().value<usages::Symbol>(), expected);
}

QTEST_MAIN(TestServicesPage)
#include "tst_servicespage.moc"
