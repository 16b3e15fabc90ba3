// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/desk.h"
#include "ui/grids/gridview.h"
#include "ui/grids/servicesmodel.h"
#include "ui/pages/columnmenu.h"
#include "ui/pages/effectivematrix.h"
#include "ui/pages/servicespage.h"
#include "ui/pages/templatemenu.h"
#include "ui/widgets/messagebar.h"

#include <QAction>
#include <QCheckBox>
#include <QMenu>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>
#include <QToolButton>

using ui::ServicesModel;

namespace {

const QByteArray masterCf = "# port 25\n"
                            "smtp       inet  n       -       n       -       -       smtpd\n"
                            "submission inet  n       -       n       -       -       smtpd\n"
                            "  -o syslog_name=postfix/submission\n"
                            "# -o smtpd_tls_auth_only=yes\n"
                            "#retry     unix  -       -       n       -       -       error\n"
                            "qmgr       unix  n       -       n       300     1       qmgr\n";

/// A page in a window of its own, with the grid in hand.
struct Shown
{
    explicit Shown(const QByteArray &text = masterCf)
        : desk("compatibility_level = 3.6\n", text), page(desk.context)
    {
        page.resize(1000, 600);
        page.show();
        page.activateWindow();
        isActive = QTest::qWaitForWindowActive(&page);
        for (ui::GridView *view : page.findChildren<ui::GridView *>())
            (view->accessibleName() == QLatin1String("Services") ? grid : overrides) = view;
        grid->setFocus();
    }

    void goTo(int row, int column)
    {
        QTest::mouseClick(grid->viewport(), Qt::LeftButton, {},
                          grid->visualRect(grid->model()->index(row, column)).center());
    }

    /// Types into the cell as a person would.
    void write(ui::GridView *view, const QString &text)
    {
        QTest::keyClick(view, Qt::Key_Return);
        auto *line = view->viewport()->findChild<QLineEdit *>();
        QVERIFY(line);
        line->selectAll();
        QTest::keyClicks(line, text);
        QTest::keyClick(line, Qt::Key_Return);
        QCoreApplication::processEvents(); // editors commit after their key
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }

    QString currentName() const
    {
        return grid->currentIndex().siblingAtColumn(ServicesModel::NameColumn).data().toString();
    }

    support::Desk desk;
    ui::ServicesPage page;
    ui::GridView *grid = nullptr;
    ui::GridView *overrides = nullptr;
    bool isActive = false;
};

} // namespace

class TestServicesPage : public QObject
{
    Q_OBJECT

private slots:
    void chosenServiceIsRenamedAndFoundEverywhere();
    void matrixShowsWhatServicesHaveOtherwise();
    void matrixLeadsToTheLine();
    void textIsTypedIntoCells();
    void listOffersWhatAColumnAccepts();
    void spaceAndMouseSwitchTheStanza();
    void overridesAreSwitchedAddedAndRemoved();
    void argumentsAreEdited();
    void servicesAreMovedCopiedAndRemoved();
    void templateIsAddedBelow();
    void columnIsSetForAllThatAreSelected();
    void whatCanBeChrootedIsSelected();
    void severalAreSwitchedAndRemovedTogether();
    void servicesAtOnePortNameEachOther();
    void programIsSetUpInItsFields();
    void valueWithBlanksAndNoneAtAllAreWritten();
    void switchedOnLineDefinesWhatItNames();
    void choiceSurvivesEditsElsewhere();
    void focusLightsTheCell();
    void strayLinesAreNamed();
    void everythingHasAName();
    void emptyFileOffersTheFirstStep();
};

void TestServicesPage::textIsTypedIntoCells()
{
    Shown shown;
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
    Shown shown;
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
    Shown shown;
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

void TestServicesPage::overridesAreSwitchedAddedAndRemoved()
{
    Shown shown;
    shown.goTo(1, ServicesModel::NameColumn);
    QCOMPARE(shown.overrides->model()->rowCount(), 2);
    shown.overrides->setFocus();
    shown.overrides->setCurrentCell(1, 2);
    QTest::keyClick(shown.overrides, Qt::Key_Space);
    QVERIFY(shown.desk.masterCf().contains("\n  -o smtpd_tls_auth_only=yes\n"));
    shown.write(shown.overrides, QStringLiteral("no"));
    QVERIFY(shown.desk.masterCf().contains("\n  -o smtpd_tls_auth_only=no\n"));

    QLineEdit *name = nullptr;
    QLineEdit *value = nullptr;
    for (QLineEdit *line : shown.page.findChildren<QLineEdit *>()) {
        if (line->accessibleName() == QLatin1String("Setting"))
            name = line;
        else if (line->accessibleName() == QLatin1String("Value for this service"))
            value = line;
    }
    QVERIFY(name && value);
    QTest::keyClicks(name, QStringLiteral("smtpd_sasl_auth_enable"));
    QTest::keyClicks(value, QStringLiteral("yes"));
    QTest::keyClick(value, Qt::Key_Return);
    QVERIFY(shown.desk.masterCf().contains("-o smtpd_sasl_auth_enable=yes\n"));
    QCOMPARE(shown.overrides->model()->rowCount(), 3);
    QVERIFY(name->text().isEmpty());

    shown.overrides->setFocus();
    shown.overrides->setCurrentCell(0, 1);
    QTest::keyClick(shown.overrides, Qt::Key_Delete);
    QVERIFY(!shown.desk.masterCf().contains("syslog_name"));
    QCOMPARE(shown.overrides->model()->rowCount(), 2);
    shown.desk.undoAll();
    QCOMPARE(shown.desk.masterCf(), masterCf);
}

void TestServicesPage::argumentsAreEdited()
{
    Shown shown;
    shown.goTo(1, ServicesModel::NameColumn);
    QLineEdit *arguments = nullptr;
    for (QLineEdit *line : shown.page.findChildren<QLineEdit *>()) {
        if (line->accessibleName() == QLatin1String("Arguments"))
            arguments = line;
    }
    QVERIFY(arguments);
    QTest::keyClicks(arguments, QStringLiteral("-v"));
    QTest::keyClick(arguments, Qt::Key_Return);
    QVERIFY(shown.desk.masterCf().contains("smtpd -v\n"));
    shown.desk.undoAll();
    QCOMPARE(shown.desk.masterCf(), masterCf);
    QVERIFY(arguments->text().isEmpty());
}

void TestServicesPage::servicesAreMovedCopiedAndRemoved()
{
    Shown shown;
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
    Shown shown;
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
    Shown shown;
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
    Shown shown(text);
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
    Shown shown;
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
    Shown shown("smtps inet n - n - - smtpd\n465 inet n - n - - smtpd\n");
    const QModelIndex first = shown.grid->model()->index(0, ServicesModel::NameColumn);
    QVERIFY(first.data(Qt::ToolTipRole).toString().contains(QStringLiteral("465 inet (line 2)")));
    QVERIFY(!first.data(Qt::DecorationRole).isNull());
    shown.goTo(1, ServicesModel::NameColumn);
    QTest::keyClick(shown.grid, Qt::Key_Space);
    QVERIFY(!first.data(Qt::ToolTipRole).toString().contains(QStringLiteral("line 2")));
}

void TestServicesPage::programIsSetUpInItsFields()
{
    const QByteArray text = "qmgr unix n - n 300 1 qmgr\n"
                            "dovecot   unix  -       n       n       -       -       pipe\n"
                            "  flags=DR user=vmail\n"
                            "# how it is called\n"
                            "  argv=/usr/bin/x -d ${recipient}\n";
    Shown shown(text);
    const auto line = [&](const char *name) -> QLineEdit * {
        for (QLineEdit *one : shown.page.findChildren<QLineEdit *>()) {
            if (one->accessibleName() == QLatin1String(name))
                return one;
        }
        return nullptr;
    };
    QLineEdit *flags = line("Flags (flags=)");
    QLineEdit *user = line("Runs as (user=)");
    QLineEdit *command = line("Command (argv=)");
    QVERIFY(flags && user && command);
    QVERIFY(!flags->isVisible());
    shown.goTo(1, ServicesModel::NameColumn);
    QVERIFY(flags->isVisible());
    QCOMPARE(flags->text(), QStringLiteral("DR"));
    QCOMPARE(command->text(), QStringLiteral("/usr/bin/x -d ${recipient}"));
    flags->setFocus();
    QTest::keyClick(flags, Qt::Key_End);
    QTest::keyClicks(flags, QStringLiteral("hu"));
    QTest::keyClick(flags, Qt::Key_Return);
    user->setFocus();
    QTest::keyClick(user, Qt::Key_End);
    QTest::keyClicks(user, QStringLiteral(":mail"));
    QTest::keyClick(user, Qt::Key_Return);
    QByteArray expected = text;
    QCOMPARE(shown.desk.masterCf(), expected.replace("flags=DR user=vmail", "flags=DRhu user=vmail:mail"));
    const QSignalSpy refused(&shown.desk.session, &ui::EditSession::refused);
    command->setFocus();
    command->selectAll();
    QTest::keyClick(command, Qt::Key_Delete);
    QTest::keyClick(command, Qt::Key_Return);
    QCOMPARE(refused.size(), 1);
    QCOMPARE(command->text(), QStringLiteral("/usr/bin/x -d ${recipient}"));
    shown.desk.undoAll();
    QCOMPARE(shown.desk.masterCf(), text);
}

void TestServicesPage::valueWithBlanksAndNoneAtAllAreWritten()
{
    Shown shown;
    shown.goTo(1, ServicesModel::NameColumn);
    shown.overrides->setFocus();
    shown.overrides->setCurrentCell(0, 2);
    shown.write(shown.overrides, QStringLiteral("two words"));
    QVERIFY(shown.desk.masterCf().contains("-o { syslog_name = two words }"));
    QLineEdit *name = nullptr;
    for (QLineEdit *line : shown.page.findChildren<QLineEdit *>()) {
        if (line->accessibleName() == QLatin1String("Setting"))
            name = line;
    }
    QVERIFY(name);
    QTest::keyClicks(name, QStringLiteral("smtpd_helo_restrictions"));
    QTest::keyClick(name, Qt::Key_Return);
    QVERIFY(shown.desk.masterCf().contains("-o smtpd_helo_restrictions=\n"));
    QCOMPARE(shown.overrides->currentIndex().siblingAtColumn(1).data().toString(),
             QStringLiteral("smtpd_helo_restrictions"));
    QCOMPARE(shown.overrides->currentIndex().siblingAtColumn(2).data().toString(), QStringLiteral("(empty)"));
    shown.desk.undoAll();
    QCOMPARE(shown.desk.masterCf(), masterCf);
}

void TestServicesPage::switchedOnLineDefinesWhatItNames()
{
    const QByteArray text = "submission inet n - y - - smtpd\n"
                            "  -o smtpd_sasl_auth_enable=yes\n"
                            "#  -o smtpd_client_restrictions=$mua_client_restrictions\n"
                            "  -o smtpd_tls_security_level=encrypt\n";
    Shown shown(text);
    shown.goTo(0, ServicesModel::NameColumn);
    shown.overrides->setFocus();
    shown.overrides->setCurrentCell(1, 1);
    QTest::keyClick(shown.overrides, Qt::Key_Space);
    QVERIFY(shown.desk.masterCf().contains("\n  -o smtpd_client_restrictions=$mua_client_restrictions\n"));
    QVERIFY(shown.desk.mainCf().contains("mua_client_restrictions =\n"));
    QCOMPARE(shown.desk.session.undoStack()->count(), 1);
    shown.desk.undoAll();
    QCOMPARE(shown.desk.masterCf(), text);
    QCOMPARE(shown.desk.mainCf(), "compatibility_level = 3.6\n");
}

void TestServicesPage::choiceSurvivesEditsElsewhere()
{
    Shown shown;
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
    Shown shown;
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
    Shown shown(masterCf + "broken unix n\n");
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
    const Shown shown;
    QCOMPARE(support::namelessWidgets(&shown.page), QStringList());
    for (const QToolButton *button : shown.page.findChildren<QToolButton *>())
        QVERIFY2(!button->toolTip().isEmpty(), qPrintable(button->accessibleName()));
}

void TestServicesPage::emptyFileOffersTheFirstStep()
{
    Shown shown("# nothing yet\n");
    QVERIFY(!shown.grid->isVisible());
    shown.page.findChild<ui::TemplateMenu *>()->actions().first()->trigger();
    QVERIFY(shown.grid->isVisible());
    QCOMPARE(shown.currentName(), QStringLiteral("smtp"));
}

void TestServicesPage::chosenServiceIsRenamedAndFoundEverywhere()
{
    Shown shown;
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

void TestServicesPage::matrixShowsWhatServicesHaveOtherwise()
{
    Shown shown("smtp inet n - y - - smtpd\n"
                "submission inet n - y - - smtpd\n"
                "  -o mydomain=example.net\n  -o smtpd_banner=$mydomain\n"
                "relay unix - - y - - smtp\n");
    auto *tabs = shown.page.findChild<QTabBar *>();
    tabs->setFocus();
    QTest::keyClick(tabs, Qt::Key_Right);
    auto *matrix = shown.page.findChild<ui::EffectiveMatrix *>();
    QVERIFY(matrix && matrix->isVisible());
    const QAbstractItemModel *model = matrix->grid()->model();
    const auto column = [&](int at) { return model->headerData(at, Qt::Horizontal).toString(); };
    QCOMPARE(model->columnCount(), 3); // the setting, what all have, and the one service that differs
    QCOMPARE(column(2), QStringLiteral("submission/inet"));
    QStringList names;
    for (int row = 0; row < model->rowCount(); ++row)
        names.append(model->index(row, 0).data().toString());
    QVERIFY2(names.contains(QStringLiteral("smtpd_banner")) && names.contains(QStringLiteral("mydomain")),
             qPrintable(names.join(u' ')));
    QVERIFY(!names.contains(QStringLiteral("queue_directory")));
    const QModelIndex banner = model->index(int(names.indexOf(QStringLiteral("smtpd_banner"))), 2);
    QCOMPARE(banner.data().toString(), QStringLiteral("example.net"));
    QVERIFY(banner.data(Qt::ToolTipRole).toString().contains(QStringLiteral("master.cf:4: $mydomain")));
    QVERIFY(banner.data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("override")));

    auto *filter = matrix->findChild<QLineEdit *>();
    filter->setFocus();
    QTest::keyClicks(filter, QStringLiteral("banner"));
    for (int row = 0; row < model->rowCount(); ++row)
        QVERIFY(model->index(row, 0).data().toString().contains(QStringLiteral("banner")));
    QTest::keyClick(filter, Qt::Key_Tab);
    QTest::keyClick(matrix->findChild<QCheckBox *>(), Qt::Key_Space);
    QCOMPARE(model->columnCount(), 5);
    filter->clear();
    QVERIFY(model->rowCount() > 500);
    shown.desk.session.edit(QStringLiteral("x"), [](model::Draft &draft) {
        const qsizetype at = draft.masterCf().text().indexOf("example.net");
        draft.replace(model::FileId::MasterCf, {at, at + 11}, "example.com");
    });
    QTest::keyClick(matrix->findChild<QCheckBox *>(), Qt::Key_Space);
    QTest::keyClicks(filter, QStringLiteral("example.com"));
    QVERIFY(model->rowCount() >= 2);
    QTest::keyClicks(filter, QStringLiteral("nothing like it"));
    QVERIFY(!matrix->grid()->isVisible());
}

void TestServicesPage::matrixLeadsToTheLine()
{
    Shown shown("submission inet n - y - - smtpd\n  -o smtpd_banner=here\n");
    auto *tabs = shown.page.findChild<QTabBar *>();
    tabs->setFocus();
    QTest::keyClick(tabs, Qt::Key_Right);
    ui::GridView *grid = shown.page.findChild<ui::EffectiveMatrix *>()->grid();
    QSignalSpy requested(&shown.desk.session, &ui::EditSession::requested);
    for (int row = 0; row < grid->model()->rowCount(); ++row) {
        if (grid->model()->index(row, 0).data().toString() == QLatin1String("smtpd_banner"))
            grid->setCurrentCell(row, 0);
    }
    grid->setFocus();
    QTest::keyClick(grid, Qt::Key_Right);
    QTest::keyClick(grid, Qt::Key_Right);
    QTest::keyClick(grid, Qt::Key_Return);
    QCOMPARE(requested.size(), 1);
    const auto place = requested.first().first().value<model::Place>();
    QCOMPARE(place.range.in(shown.desk.masterCf()), "-o smtpd_banner=here");
}

QTEST_MAIN(TestServicesPage)
#include "tst_servicespage.moc"
