// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/problems/panelbench.h"
#include "ui/preview/diffview.h"
#include "ui/problems/fixdialog.h"
#include "ui/problems/fixing.h"

#include <QLabel>
#include <QPushButton>
#include <QRadioButton>

using model::FileId;
using ui::Finding;

namespace {

/// Changes the value at the finding's own place, wherever earlier fixes have moved it.
Finding numbered(qsizetype begin, const QByteArray &before, const QByteArray &after)
{
    return Finding{.rule = QStringLiteral("number"),
                   .message = QStringLiteral("A number."),
                   .place = model::Place{FileId::MainCf, {begin, begin + before.size()}},
                   .fixes = {{QStringLiteral("Write it out"),
                              [=](model::Draft &draft) -> edits::Outcome {
                                  const syntax::ByteRange range{begin, begin + before.size()};
                                  if (range.in(draft.mainCf().text()) == before)
                                      draft.replace(FileId::MainCf, range, after);
                                  return {};
                              }}},
                   .title = QStringLiteral("Number")};
}

} // namespace

class TestFixDialog : public QObject
{
    Q_OBJECT

private slots:
    void fixIsShownBeforeItIsMade();
    void oneOfSeveralWaysIsChosen();
    void fixThatIsTooLateIsRefused();
    void allOfAKindAreOneStep();
    void laterFixesDoNotMoveEarlierOnes();
};

void TestFixDialog::fixIsShownBeforeItIsMade()
{
    PanelBench bench;
    QVERIFY(bench.isActive);
    bench.find(PanelBench::someFindings());
    bench.choose(0);
    QTest::keyClick(bench.tree, Qt::Key_Return, Qt::AltModifier);
    auto *dialog = bench.panel.findChild<ui::FixDialog *>();
    QVERIFY(dialog);
    dialog->activateWindow();
    QTRY_VERIFY(dialog->focusWidget()->hasFocus());
    const QString shown = dialog->findChild<ui::DiffView *>()->plainText();
    QVERIFY2(shown.contains(QLatin1String("-c = 3\n+c = 4")), qPrintable(shown));
    QCOMPARE(bench.text(), PanelBench::mainCf);
    QTest::keyClick(dialog->focusWidget(), Qt::Key_Return);
    QCOMPARE(bench.text(), "a = 1\nb = 2\nc = 4\n");
    QCOMPARE(bench.session.undoStack()->count(), 1);
    QCOMPARE(bench.session.undoStack()->undoText(), QStringLiteral("Set to 4"));
    bench.session.undoStack()->undo();
    QCOMPARE(bench.text(), PanelBench::mainCf);
    bench.choose(1);
    QVERIFY(!bench.button(QStringLiteral("Fix"))->isEnabled());
}

void TestFixDialog::oneOfSeveralWaysIsChosen()
{
    PanelBench bench;
    bench.find(PanelBench::someFindings());
    bench.choose(2);
    QTest::mouseClick(bench.button(QStringLiteral("Fix")), Qt::LeftButton);
    auto *dialog = bench.panel.findChild<ui::FixDialog *>();
    QVERIFY(dialog);
    const QList<QRadioButton *> ways = dialog->findChildren<QRadioButton *>();
    QCOMPARE(ways.size(), 2);
    QVERIFY(ways.first()->isChecked());
    dialog->activateWindow();
    ways.first()->setFocus();
    QTRY_VERIFY(ways.first()->hasFocus());
    QTest::keyClick(ways.first(), Qt::Key_Down);
    QVERIFY(ways.last()->isChecked());
    QVERIFY(dialog->findChild<ui::DiffView *>()->plainText().contains(QLatin1String("+b = 6")));
    QTest::keyClick(ways.last(), Qt::Key_Return);
    QCOMPARE(bench.text(), "a = 1\nb = 6\nc = 3\n");
}

void TestFixDialog::fixThatIsTooLateIsRefused()
{
    PanelBench bench;
    bench.find(PanelBench::someFindings());
    bench.choose(0);
    QTest::keyClick(bench.tree, Qt::Key_Return, Qt::AltModifier);
    auto *dialog = bench.panel.findChild<ui::FixDialog *>();
    QVERIFY(dialog);
    bench.session.edit(QStringLiteral("e"), [](model::Draft &draft) {
        draft.replace(FileId::MainCf, {12, 18}, {});
    });
    bool canFix = false;
    for (const QPushButton *button : dialog->findChildren<QPushButton *>())
        canFix = canFix || (button->isDefault() && button->isEnabled());
    QVERIFY(!canFix);
    dialog->accept();
    QCOMPARE(bench.session.undoStack()->count(), 1);
}

void TestFixDialog::allOfAKindAreOneStep()
{
    PanelBench bench;
    bench.find({numbered(4, "1", "one"), numbered(10, "2", "two"), numbered(16, "3", "three"),
                Finding{.rule = QStringLiteral("number"), .message = QStringLiteral("No way.")}});
    bench.choose(0);
    QAbstractButton *all = bench.button(QStringLiteral("Fix All of This Kind"));
    QVERIFY(all && all->isEnabled());
    QTest::keyClick(bench.tree, Qt::Key_Return, Qt::AltModifier | Qt::ShiftModifier);
    auto *dialog = bench.panel.findChild<ui::FixDialog *>();
    QVERIFY(dialog);
    const QString shown = dialog->findChild<ui::DiffView *>()->plainText();
    QVERIFY(shown.contains(QLatin1String("+a = one")) && shown.contains(QLatin1String("+c = three")));
    bool isSaid = false;
    for (const QLabel *label : dialog->findChildren<QLabel *>())
        isSaid = isSaid || label->text().contains(QStringLiteral("can’t be done for 1 of them"));
    QVERIFY(isSaid);
    dialog->accept();
    QCOMPARE(bench.text(), "a = one\nb = two\nc = three\n");
    QCOMPARE(bench.session.undoStack()->count(), 1);
    bench.session.undoStack()->undo();
    QCOMPARE(bench.text(), PanelBench::mainCf);
}

void TestFixDialog::laterFixesDoNotMoveEarlierOnes()
{
    PanelBench bench;
    model::Draft draft(bench.session.snapshot());
    const QList<Finding> findings{numbered(4, "1", "one"), numbered(10, "2", "two"),
                                  numbered(16, "3", "three")};
    QVERIFY(!ui::applyFixes(draft, findings, QStringLiteral("Write it out")));
    QCOMPARE(draft.mainCf().text(), "a = one\nb = two\nc = three\n");
}

QTEST_MAIN(TestFixDialog)
#include "tst_fixdialog.moc"
