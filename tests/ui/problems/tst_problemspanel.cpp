// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/problems/problemsmodel.h"
#include "ui/problems/problemspanel.h"
#include "ui/session/editsession.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QLabel>
#include <QMenu>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using model::FileId;
using ui::Finding;
using ui::ProblemsModel;

namespace {

const QByteArray mainCf = "a = 1\nb = 2\nc = 3\n";

Finding::Fix fixReplacing(const QString &title, const QByteArray &before, const QByteArray &after)
{
    return {title, [before, after](model::Draft &draft) -> edits::Outcome {
                const qsizetype at = draft.mainCf().text().indexOf(before);
                if (at < 0)
                    return edits::Refusal{edits::Refusal::Reason::NotThere, before};
                draft.replace(FileId::MainCf, {at, at + before.size()}, after);
                return {};
            }};
}

/// A hint, an error, a warning, an error without a place.
QList<Finding> someFindings()
{
    return {
        Finding{.severity = Finding::Severity::Info,
                .rule = QStringLiteral("hint"),
                .message = QStringLiteral("Could be nicer."),
                .place = model::Place{FileId::MainCf, {0, 5}}},
        Finding{.severity = Finding::Severity::Error,
                .rule = QStringLiteral("bad"),
                .message = QStringLiteral("Is wrong."),
                .place = model::Place{FileId::MainCf, {12, 17}},
                .fixes = {fixReplacing(QStringLiteral("Set to 4"), "c = 3", "c = 4")}},
        Finding{.severity = Finding::Severity::Warning,
                .rule = QStringLiteral("odd"),
                .message = QStringLiteral("Is odd."),
                .place = model::Place{FileId::MainCf, {6, 11}},
                .fixes = {fixReplacing(QStringLiteral("Set to 5"), "b = 2", "b = 5"),
                          fixReplacing(QStringLiteral("Set to 6"), "b = 2", "b = 6")}},
        Finding{.severity = Finding::Severity::Error,
                .message = QStringLiteral("A file is missing."),
                .file = QStringLiteral("aliases.db")},
    };
}

struct Shown
{
    Shown()
    {
        model::FileInfo info{.path = QStringLiteral("/etc/postfix/main.cf"),
                             .name = QStringLiteral("main.cf"),
                             .kind = model::FileKind::MainCf};
        QList<model::File> files = model::Snapshot().files();
        files[0] = model::File(info, syntax::Text(mainCf, model::File::layoutOf(info.kind)));
        session.open(model::Snapshot(files));
        panel.resize(800, 200);
        panel.show();
        panel.activateWindow();
        isActive = QTest::qWaitForWindowActive(&panel);
        table = panel.findChild<QTableView *>();
    }

    QToolButton *button(const QString &name) const
    {
        for (QToolButton *found : panel.findChildren<QToolButton *>()) {
            if (found->accessibleName() == name)
                return found;
        }
        return nullptr;
    }
    QByteArray text() const { return session.snapshot().mainCf().text(); }
    void choose(int row)
    {
        table->setFocus();
        table->setCurrentIndex(table->model()->index(row, 0));
    }

    ui::EditSession session;
    ui::Findings findings{session};
    ui::ProblemsPanel panel{session, findings};
    QTableView *table = nullptr;
    bool isActive = false;
};

} // namespace

class TestProblemsPanel : public QObject
{
    Q_OBJECT

private slots:
    void worstComesFirst();
    void kindsAreHiddenAndCounted();
    void clickAndEnterGoThere();
    void fixIsOneEdit();
    void severalFixesAreAMenu();
    void fixThatIsTooLateIsRefused();
    void choiceStaysWhileOthersComeAndGo();
    void emptyPanelSaysSo();
    void everythingHasAName();
};

void TestProblemsPanel::worstComesFirst()
{
    ui::EditSession session;
    ui::Findings findings(session);
    ProblemsModel model(session, findings);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    Shown shown;
    QVERIFY(shown.isActive);
    session.open(shown.session.snapshot());
    findings.set(Finding::Origin::Lint, someFindings());
    QCOMPARE(model.rowCount(), 4);
    QCOMPARE(model.index(0, ProblemsModel::MessageColumn).data().toString(), QStringLiteral("Is wrong."));
    QCOMPARE(model.index(0, ProblemsModel::PlaceColumn).data().toString(), QStringLiteral("main.cf:3"));
    QCOMPARE(model.index(1, ProblemsModel::PlaceColumn).data().toString(), QStringLiteral("aliases.db"));
    QCOMPARE(model.index(3, ProblemsModel::MessageColumn).data(Qt::AccessibleTextRole).toString(),
             QStringLiteral("Hint: Could be nicer."));
    session.edit(QStringLiteral("e"), [](model::Draft &draft) {
        draft.replace(FileId::MainCf, {0, 0}, "# new\n");
    });
    QCOMPARE(model.index(0, ProblemsModel::PlaceColumn).data().toString(), QStringLiteral("main.cf:4"));
}

void TestProblemsPanel::kindsAreHiddenAndCounted()
{
    Shown shown;
    shown.findings.set(Finding::Origin::Lint, someFindings());
    QToolButton *errors = shown.button(QStringLiteral("Show 2 error(s)"));
    QVERIFY(errors);
    QCOMPARE(errors->text(), QStringLiteral("2"));
    errors->setFocus();
    QTest::keyClick(errors, Qt::Key_Space);
    QCOMPARE(shown.table->model()->rowCount(), 2);
    QTest::mouseClick(shown.button(QStringLiteral("Show 1 warning(s)")), Qt::LeftButton);
    QTest::mouseClick(shown.button(QStringLiteral("Show 1 hint(s)")), Qt::LeftButton);
    QVERIFY(!shown.table->isVisible());
    QTest::mouseClick(errors, Qt::LeftButton);
    QCOMPARE(shown.table->model()->rowCount(), 2);
}

void TestProblemsPanel::clickAndEnterGoThere()
{
    Shown shown;
    shown.findings.set(Finding::Origin::Lint, someFindings());
    QSignalSpy requested(&shown.session, &ui::EditSession::requested);
    QTest::mouseClick(shown.table->viewport(), Qt::LeftButton, {},
                      shown.table->visualRect(shown.table->model()->index(2, 0)).center());
    QCOMPARE(requested.size(), 1);
    QCOMPARE(requested.last().first().value<model::Place>(), (model::Place{FileId::MainCf, {6, 11}}));
    shown.choose(0);
    QTest::keyClick(shown.table, Qt::Key_Return);
    QCOMPARE(requested.size(), 2);
    QCOMPARE(requested.last().first().value<model::Place>(), (model::Place{FileId::MainCf, {12, 17}}));
    shown.choose(1); // has no place
    QTest::keyClick(shown.table, Qt::Key_Return);
    QCOMPARE(requested.size(), 2);
}

void TestProblemsPanel::fixIsOneEdit()
{
    Shown shown;
    shown.findings.set(Finding::Origin::Lint, someFindings());
    shown.choose(0);
    QTest::keyClick(shown.table, Qt::Key_Return, Qt::AltModifier);
    QCOMPARE(shown.text(), "a = 1\nb = 2\nc = 4\n");
    QCOMPARE(shown.session.undoStack()->count(), 1);
    QCOMPARE(shown.session.undoStack()->undoText(), QStringLiteral("Set to 4"));
    shown.session.undoStack()->undo();
    QCOMPARE(shown.text(), mainCf);
    QTest::mouseClick(shown.button(QStringLiteral("Fix")), Qt::LeftButton);
    QCOMPARE(shown.text(), "a = 1\nb = 2\nc = 4\n");
    shown.choose(1);
    QVERIFY(!shown.button(QStringLiteral("Fix"))->isEnabled());
}

void TestProblemsPanel::severalFixesAreAMenu()
{
    Shown shown;
    shown.findings.set(Finding::Origin::Lint, someFindings());
    shown.choose(2);
    const QMenu *menu = shown.button(QStringLiteral("Fix"))->menu();
    QVERIFY(menu);
    QCOMPARE(menu->actions().size(), 2);
    menu->actions().at(1)->trigger();
    QCOMPARE(shown.text(), "a = 1\nb = 6\nc = 3\n");
}

void TestProblemsPanel::fixThatIsTooLateIsRefused()
{
    Shown shown;
    shown.findings.set(Finding::Origin::Lint, someFindings());
    shown.session.edit(QStringLiteral("e"), [](model::Draft &draft) {
        draft.replace(FileId::MainCf, {12, 18}, {});
    });
    const QSignalSpy refused(&shown.session, &ui::EditSession::refused);
    shown.choose(0);
    QTest::keyClick(shown.table, Qt::Key_Return, Qt::AltModifier);
    QCOMPARE(refused.size(), 1);
}

void TestProblemsPanel::choiceStaysWhileOthersComeAndGo()
{
    Shown shown;
    QList<Finding> findings = someFindings();
    shown.findings.set(Finding::Origin::Lint, findings);
    shown.choose(2);
    findings.removeAt(1);
    shown.findings.set(Finding::Origin::Lint, findings);
    QCOMPARE(shown.table->currentIndex().row(), 1);
    QCOMPARE(shown.table->currentIndex().siblingAtColumn(0).data().toString(), QStringLiteral("Is odd."));
    findings.removeAt(1);
    shown.findings.set(Finding::Origin::Lint, findings);
    QVERIFY(shown.table->currentIndex().isValid());
    shown.findings.clear();
    QVERIFY(!shown.button(QStringLiteral("Fix"))->isEnabled());
}

void TestProblemsPanel::emptyPanelSaysSo()
{
    const Shown shown;
    QVERIFY(!shown.table->isVisible());
    bool isSaid = false;
    for (const QLabel *label : shown.panel.findChildren<QLabel *>())
        isSaid = isSaid || (label->isVisible() && label->text() == QLatin1String("No problems found."));
    QVERIFY(isSaid);
}

void TestProblemsPanel::everythingHasAName()
{
    const Shown shown;
    for (const QToolButton *button : shown.panel.findChildren<QToolButton *>()) {
        QVERIFY(!button->accessibleName().isEmpty());
        QVERIFY(!button->toolTip().isEmpty());
    }
    QVERIFY(!shown.table->accessibleName().isEmpty());
}

QTEST_MAIN(TestProblemsPanel)
#include "tst_problemspanel.moc"
