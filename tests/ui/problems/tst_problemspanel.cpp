// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/problems/panelbench.h"
#include "ui/problems/problemdetail.h"
#include "ui/problems/problemsmodel.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QToolButton>

using model::FileId;
using ui::Finding;
using ui::ProblemsModel;

class TestProblemsPanel : public QObject
{
    Q_OBJECT

private slots:
    void worstComesFirst();
    void modelKeepsItsPromises();
    void kindsAreHiddenAndCounted();
    void wordsAndSourcesFilter();
    void problemsStandInGroups();
    void columnsSort();
    void doubleClickAndEnterGoThere();
    void pageIsAskedForByKey();
    void selectedOneIsExplained();
    void messageIsCopied();
    void adviceIsAskedFor();
    void choiceStaysWhileOthersComeAndGo();
    void sameFindingsLeaveTheListAlone();
    void ignoringWritesAComment();
    void ignoredOnesAreShownWhenAskedFor();
    void emptyPanelSaysSo();
    void everythingHasAName();
};

void TestProblemsPanel::worstComesFirst()
{
    PanelBench bench;
    QVERIFY(bench.isActive);
    bench.find(PanelBench::someFindings());
    const QAbstractItemModel *model = bench.tree->model();
    QCOMPARE(model->rowCount(), 4);
    QCOMPARE(model->index(0, ProblemsModel::MessageColumn).data().toString(), QStringLiteral("Is wrong."));
    QCOMPARE(model->index(0, ProblemsModel::PlaceColumn).data().toString(), QStringLiteral("main.cf:3"));
    QCOMPARE(model->index(0, ProblemsModel::FoundByColumn).data().toString(), QStringLiteral("bad"));
    QCOMPARE(model->index(1, ProblemsModel::PlaceColumn).data().toString(), QStringLiteral("aliases.db"));
    QCOMPARE(model->index(3, ProblemsModel::MessageColumn).data(Qt::AccessibleTextRole).toString(),
             QStringLiteral("Hint: Could be nicer."));
    bench.session.edit(QStringLiteral("e"), [](model::Draft &draft) {
        draft.replace(FileId::MainCf, {0, 0}, "# new\n");
    });
    QCOMPARE(model->index(0, ProblemsModel::PlaceColumn).data().toString(), QStringLiteral("main.cf:4"));
}

void TestProblemsPanel::modelKeepsItsPromises()
{
    PanelBench bench;
    ProblemsModel model(bench.session, bench.findings);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    bench.find(PanelBench::someFindings());
    for (const auto grouping : {ui::ProblemGrouping::File, ui::ProblemGrouping::Kind,
                                ui::ProblemGrouping::Severity, ui::ProblemGrouping::None}) {
        model.setGrouping(grouping);
        QCOMPARE(model.findingCount(), 4);
        for (int position = 0; position < 4; ++position)
            QCOMPARE(model.positionOf(model.indexAt(position)), position);
        QVERIFY(!model.indexAt(4).isValid());
        model.setFilter({.text = QStringLiteral("odd")});
        QCOMPARE(model.findingCount(), 1);
        model.setFilter({});
    }
    bench.findings.clear();
    QCOMPARE(model.findingCount(), 0);
}

void TestProblemsPanel::kindsAreHiddenAndCounted()
{
    PanelBench bench;
    bench.find(PanelBench::someFindings());
    QAbstractButton *errors = bench.button(QStringLiteral("Show 2 error(s)"));
    QVERIFY(errors);
    QCOMPARE(errors->text(), QStringLiteral("2"));
    errors->setFocus();
    QTest::keyClick(errors, Qt::Key_Space);
    QCOMPARE(bench.tree->model()->rowCount(), 2);
    QTest::mouseClick(bench.button(QStringLiteral("Show 1 warning(s)")), Qt::LeftButton);
    QTest::mouseClick(bench.button(QStringLiteral("Show 1 hint(s)")), Qt::LeftButton);
    QVERIFY(!bench.tree->isVisible());
    QTest::mouseClick(errors, Qt::LeftButton);
    QCOMPARE(bench.tree->model()->rowCount(), 2);
}

void TestProblemsPanel::wordsAndSourcesFilter()
{
    PanelBench bench;
    bench.find(PanelBench::someFindings());
    auto *search = bench.named<QLineEdit>(QStringLiteral("Filter the problems"));
    QVERIFY(search);
    search->setFocus();
    QTest::keyClicks(search, QStringLiteral("IS main.cf"));
    QCOMPARE(bench.messages(), QStringList({QStringLiteral("Is wrong."), QStringLiteral("Is odd.")}));
    search->clear();
    auto *origin = bench.named<QComboBox>(QStringLiteral("Found by"));
    QVERIFY(origin);
    origin->setFocus();
    QTest::keyClick(origin, Qt::Key_End);
    QCOMPARE(bench.messages(), QStringList({QStringLiteral("A file is missing.")}));
    QTest::keyClick(origin, Qt::Key_Home);
    QCOMPARE(bench.messages().size(), 4);
}

void TestProblemsPanel::problemsStandInGroups()
{
    PanelBench bench;
    QList<Finding> findings = PanelBench::someFindings();
    findings[2].rule = QStringLiteral("bad");
    findings[2].title = findings[1].title;
    bench.find(findings);
    auto *groups = bench.named<QComboBox>(QStringLiteral("Group the problems"));
    QVERIFY(groups);
    groups->setFocus();
    QTest::keyClick(groups, Qt::Key_Down);
    QCOMPARE(bench.messages(),
             QStringList({QStringLiteral("main.cf (3)"), QStringLiteral("aliases.db (1)")}));
    QTest::keyClick(groups, Qt::Key_Down);
    QCOMPARE(bench.messages(),
             QStringList({QStringLiteral("Wrong value (2)"), QStringLiteral("Files (1)"),
                          QStringLiteral("Not nice (1)")}));
    const QAbstractItemModel *model = bench.tree->model();
    QVERIFY(bench.tree->isExpanded(model->index(0, 0)));
    bench.choose(0);
    QTest::keyClick(bench.tree, Qt::Key_Left);
    QVERIFY(!bench.tree->isExpanded(model->index(0, 0)));
    findings.removeAt(0);
    bench.find(findings);
    QVERIFY(!bench.tree->isExpanded(model->index(0, 0))); // stays closed
    QTest::keyClick(groups, Qt::Key_Down);
    QCOMPARE(bench.messages(), QStringList({QStringLiteral("Errors (2)"), QStringLiteral("Warnings (1)")}));
    QCOMPARE(bench.settings.get(ui::settings::problemGrouping),
             static_cast<int>(ui::ProblemGrouping::Severity));
}

void TestProblemsPanel::columnsSort()
{
    PanelBench bench;
    bench.find(PanelBench::someFindings());
    const QHeaderView *header = bench.tree->header();
    const auto click = [&](int column) {
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {},
                          QPoint(header->sectionViewportPosition(column) + 20, header->height() / 2));
    };
    click(ProblemsModel::PlaceColumn);
    QCOMPARE(bench.messages().first(), QStringLiteral("Could be nicer."));
    click(ProblemsModel::PlaceColumn);
    QCOMPARE(bench.messages().first(), QStringLiteral("A file is missing."));
    click(ProblemsModel::PlaceColumn);
    QCOMPARE(bench.messages().first(), QStringLiteral("Is wrong.")); // as found
    click(ProblemsModel::FoundByColumn);
    QCOMPARE(bench.messages().last(), QStringLiteral("Is odd."));
}

void TestProblemsPanel::doubleClickAndEnterGoThere()
{
    PanelBench bench;
    bench.find(PanelBench::someFindings());
    QSignalSpy requested(&bench.session, &ui::EditSession::requested);
    const QPoint at = bench.tree->visualRect(bench.tree->model()->index(2, 0)).center();
    QTest::mouseClick(bench.tree->viewport(), Qt::LeftButton, {}, at);
    QCOMPARE(requested.size(), 0); // that only selects
    QTest::mouseDClick(bench.tree->viewport(), Qt::LeftButton, {}, at);
    QCOMPARE(requested.size(), 1);
    QCOMPARE(requested.last().first().value<model::Place>(), (model::Place{FileId::MainCf, {6, 11}}));
    bench.choose(0);
    QTest::keyClick(bench.tree, Qt::Key_Return);
    QCOMPARE(requested.size(), 2);
    QCOMPARE(requested.last().first().value<model::Place>(), (model::Place{FileId::MainCf, {12, 17}}));
    bench.choose(1); // has no place
    QTest::keyClick(bench.tree, Qt::Key_Return);
    QCOMPARE(requested.size(), 2);
}

void TestProblemsPanel::pageIsAskedForByKey()
{
    PanelBench bench;
    bench.find(PanelBench::someFindings());
    QSignalSpy requested(&bench.session, &ui::EditSession::requestedOnPage);
    bench.choose(0);
    QTest::keyClick(bench.tree, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(requested.size(), 1);
    QCOMPARE(requested.last().first().value<model::Place>(), (model::Place{FileId::MainCf, {12, 17}}));
}

void TestProblemsPanel::selectedOneIsExplained()
{
    PanelBench bench;
    bench.find(PanelBench::someFindings());
    auto *detail = bench.panel.findChild<ui::ProblemDetail *>();
    QVERIFY(detail && detail->isVisible());
    bench.choose(0);
    const QString text = detail->toPlainText();
    for (const char *part : {"Wrong value", "Is wrong.", "Mail would be lost.", "main.cf:3, main.cf:1",
                             "Fix: Set to 4", "See postconf(5).", "Found by bad."})
        QVERIFY2(text.contains(QLatin1String(part)), part);
    // Space goes there, Tab from link to link.
    QSignalSpy requested(&bench.session, &ui::EditSession::requested);
    QTest::keyClick(bench.tree, Qt::Key_Space);
    QTRY_VERIFY(detail->hasFocus());
    QTest::keyClick(detail, Qt::Key_Tab);
    QTest::keyClick(detail, Qt::Key_Tab);
    QTest::keyClick(detail, Qt::Key_Return);
    QCOMPARE(requested.size(), 1);
    QCOMPARE(requested.last().first().value<model::Place>(), (model::Place{FileId::MainCf, {0, 1}}));
}

void TestProblemsPanel::messageIsCopied()
{
    PanelBench bench;
    bench.find(PanelBench::someFindings());
    bench.choose(0);
    QTest::keySequence(bench.tree, QKeySequence::Copy);
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("main.cf:3: Is wrong. [bad]"));
}

void TestProblemsPanel::adviceIsAskedFor()
{
    PanelBench bench;
    QAbstractButton *advice = bench.button(QStringLiteral("Show advice"));
    QVERIFY(advice && !advice->isChecked());
    QTest::mouseClick(advice, Qt::LeftButton);
    QVERIFY(bench.checker.isAdviceWanted());
    bench.checker.setAdviceWanted(false);
    QVERIFY(!advice->isChecked());
}

void TestProblemsPanel::choiceStaysWhileOthersComeAndGo()
{
    PanelBench bench;
    QList<Finding> findings = PanelBench::someFindings();
    bench.find(findings);
    bench.choose(2);
    findings.removeAt(1);
    bench.find(findings);
    QCOMPARE(bench.tree->currentIndex().row(), 1);
    QCOMPARE(bench.tree->currentIndex().siblingAtColumn(0).data().toString(), QStringLiteral("Is odd."));
    findings.removeAt(1);
    bench.find(findings);
    QVERIFY(bench.tree->currentIndex().isValid());
    bench.findings.clear();
    QVERIFY(!bench.button(QStringLiteral("Fix"))->isEnabled());
}

void TestProblemsPanel::sameFindingsLeaveTheListAlone()
{
    PanelBench bench;
    bench.find(PanelBench::someFindings());
    QSignalSpy reset(bench.tree->model(), &QAbstractItemModel::modelReset);
    bench.find(PanelBench::someFindings());
    QCOMPARE(reset.size(), 0);
}

void TestProblemsPanel::ignoringWritesAComment()
{
    PanelBench bench;
    bench.find(PanelBench::someFindings());
    bench.choose(0);
    const auto menus = bench.panel.findChildren<QMenu *>();
    QCOMPARE(menus.size(), 1);
    const QMenu *ignore = menus.first();
    QVERIFY(ignore->menuAction()->isEnabled());
    for (QAction *action : ignore->actions()) {
        if (action->text() == QLatin1String("&This One") && !action->isSeparator()) {
            action->trigger();
            break;
        }
    }
    QCOMPARE(bench.text(), "a = 1\nb = 2\n# postwright: ignore bad\nc = 3\n");
    QCOMPARE(bench.session.undoStack()->undoText(), QStringLiteral("Ignore bad"));
    bench.choose(1); // a file that is missing is nobody's rule
    QVERIFY(!ignore->menuAction()->isEnabled());
}

void TestProblemsPanel::ignoredOnesAreShownWhenAskedFor()
{
    PanelBench bench;
    QList<Finding> findings = PanelBench::someFindings();
    findings[2].ignored = check::Ignored{.reason = QStringLiteral("As it was agreed.")};
    bench.find(findings);
    QCOMPARE(bench.messages().size(), 3);
    QAbstractButton *ignored = bench.button(QStringLiteral("Show 1 ignored problem(s)"));
    QVERIFY(ignored && ignored->isVisible());
    QTest::mouseClick(ignored, Qt::LeftButton);
    QCOMPARE(bench.messages().last(), QStringLiteral("Is odd."));
    bench.choose(3);
    QVERIFY(bench.panel.findChild<ui::ProblemDetail *>()->toPlainText().contains(
        QLatin1String("It is ignored: As it was agreed.")));
}

void TestProblemsPanel::emptyPanelSaysSo()
{
    const PanelBench bench;
    QVERIFY(!bench.tree->isVisible());
    bool isSaid = false;
    for (const QLabel *label : bench.panel.findChildren<QLabel *>())
        isSaid = isSaid || (label->isVisible() && label->text() == QLatin1String("No problems found."));
    QVERIFY(isSaid);
}

void TestProblemsPanel::everythingHasAName()
{
    const PanelBench bench;
    for (const QToolButton *button : bench.panel.findChildren<QToolButton *>()) {
        if (button->parentWidget()->inherits("QLineEdit"))
            continue; // what clears it
        QVERIFY(!button->accessibleName().isEmpty());
        QVERIFY(!button->toolTip().isEmpty());
    }
    QVERIFY(!bench.tree->accessibleName().isEmpty());
}

QTEST_MAIN(TestProblemsPanel)
#include "tst_problemspanel.moc"
