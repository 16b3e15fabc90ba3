// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/workbench.h"
#include "ui/preview/savedialog.h"
#include "ui/shell/bundleexport.h"
#include "ui/shell/foldercommands.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/messagearea.h"
#include "ui/shell/welcomepage.h"

#include <QMessageBox>
#include <QPushButton>
#include <QTest>

using namespace ui;
using model::FileId;

namespace {

/// The bars that stand above the page, as text.
QStringList barsOf(const MainWindow &window)
{
    QStringList texts;
    for (const MessageBar *bar : window.messages().findChildren<MessageBar *>()) {
        if (!bar->isHidden())
            texts.append(bar->text());
    }
    return texts;
}

QMessageBox *questionOf(const MainWindow &window)
{
    return window.findChild<QMessageBox *>(QStringLiteral("unsavedQuestion"));
}

} // namespace

/// What the window says in its bars, and asks before it closes.
class tst_WindowMessages : public QObject
{
    Q_OBJECT

private slots:
    void aMissingFolderIsSaidOnTheWelcomePage();
    void unsavedChangesAreAskedAboutBeforeClosing();
    void discardingClosesWithoutSaving();
    void savingInTheQuestionClosesAfterwards();
    void aRefusalIsSaidUntilTheNextEdit();
    void aChangeOutsideIsOffered();
    void aBundleHoldsTheEditsAndNoSecrets();
};

void tst_WindowMessages::aMissingFolderIsSaidOnTheWelcomePage()
{
    Workbench bench;
    MainWindow window(bench.context);
    window.show();
    window.commands().open(QStringLiteral("/no/such/folder"));
    QTRY_COMPARE(barsOf(window).size(), 1);
    QVERIFY(barsOf(window).first().contains(QStringLiteral("/no/such/folder")));
    QVERIFY(window.findChild<WelcomePage *>()->isVisible());
}

void tst_WindowMessages::unsavedChangesAreAskedAboutBeforeClosing()
{
    Workbench bench;
    QVERIFY(bench.openSample());
    MainWindow window(bench.context);
    window.show();
    bench.append(FileId::MainCf, "# mine\n");
    window.close();
    QVERIFY(window.isVisible());
    QMessageBox *question = questionOf(window);
    QVERIFY(question && question->isVisible());
    QVERIFY(question->text().contains(QStringLiteral("main.cf")));
    QCOMPARE(question->defaultButton(), question->button(QMessageBox::Save));
    QTest::keyClick(question, Qt::Key_Escape);
    QCoreApplication::processEvents();
    QVERIFY(window.isVisible());
    QCOMPARE(bench.session.changedFiles().size(), 1);
}

void tst_WindowMessages::discardingClosesWithoutSaving()
{
    Workbench bench;
    QVERIFY(bench.openSample());
    const QByteArray before = bench.onDisk(QStringLiteral("main.cf"));
    MainWindow window(bench.context);
    window.show();
    bench.append(FileId::MainCf, "# mine\n");
    window.close();
    QTest::mouseClick(questionOf(window)->button(QMessageBox::Discard), Qt::LeftButton);
    QTRY_VERIFY(window.isHidden());
    QCOMPARE(bench.onDisk(QStringLiteral("main.cf")), before);
}

void tst_WindowMessages::savingInTheQuestionClosesAfterwards()
{
    Workbench bench;
    QVERIFY(bench.openSample());
    const QByteArray before = bench.onDisk(QStringLiteral("main.cf"));
    MainWindow window(bench.context);
    window.show();
    bench.append(FileId::MainCf, "# mine\n");
    window.close();
    QTest::mouseClick(questionOf(window)->button(QMessageBox::Save), Qt::LeftButton);
    QTRY_VERIFY(window.findChild<SaveDialog *>());
    QCOMPARE(window.findChild<SaveDialog *>()->files(), QList<FileId>{FileId::MainCf});
    window.findChild<SaveDialog *>()->accept();
    QTRY_VERIFY(window.isHidden());
    QCOMPARE(bench.onDisk(QStringLiteral("main.cf")), before + "# mine\n");
}

void tst_WindowMessages::aRefusalIsSaidUntilTheNextEdit()
{
    Workbench bench;
    QVERIFY(bench.openSample());
    MainWindow window(bench.context);
    window.show();
    bench.session.edit(QStringLiteral("Refused"), [](model::Draft &) -> edits::Outcome {
        return edits::Refusal{.reason = edits::Refusal::Reason::NulByte, .subject = "relayhost"};
    });
    QCOMPARE(barsOf(window).size(), 1);
    QVERIFY(barsOf(window).first().contains(QStringLiteral("relayhost")));
    bench.append(FileId::MainCf, "# mine\n");
    QVERIFY(barsOf(window).isEmpty());
}

void tst_WindowMessages::aChangeOutsideIsOffered()
{
    Workbench bench;
    QVERIFY(bench.openSample());
    MainWindow window(bench.context);
    window.show();
    const QByteArray theirs = "# theirs\n" + bench.onDisk(QStringLiteral("main.cf"));
    QVERIFY(bench.write(QStringLiteral("main.cf"), theirs));
    bench.folder.lookOutside();
    QTRY_COMPARE(barsOf(window).size(), 1);
    const QList<QPushButton *> buttons = window.messages().findChildren<QPushButton *>();
    QCOMPARE(buttons.size(), 2); // to take it over, and to look first
    QTest::mouseClick(buttons.first(), Qt::LeftButton);
    QCOMPARE(bench.session.snapshot().file(FileId::MainCf).text().bytes(), theirs);
    QVERIFY(bench.session.changedFiles().isEmpty());
    QVERIFY(barsOf(window).isEmpty());
}

void tst_WindowMessages::aBundleHoldsTheEditsAndNoSecrets()
{
    Workbench bench;
    QVERIFY(bench.openSample());
    MainWindow window(bench.context);
    window.show();
    bench.append(FileId::MainCf, "# not saved yet\n");
    const QString path = bench.root.filePath(QStringLiteral("out.tar.gz"));
    window.bundleExport().writeTo(path, false);
    QTRY_COMPARE_WITH_TIMEOUT(barsOf(window).size(), 1, 20000);
    QVERIFY2(barsOf(window).first().contains(path), qPrintable(barsOf(window).first()));
    QVERIFY(barsOf(window).first().contains(QStringLiteral("sasl_passwd")));

    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto entries = bundle::entriesOf(file.readAll());
    QVERIFY(entries.has_value());
    int found = 0;
    for (const bundle::Entry &entry : *entries) {
        QVERIFY(!entry.path.endsWith("sasl_passwd"));
        if (entry.path.endsWith("main.cf")) {
            QVERIFY(entry.bytes.endsWith("# not saved yet\n"));
            ++found;
        }
    }
    QCOMPARE(found, 1);
}

QTEST_MAIN(tst_WindowMessages)
#include "tst_windowmessages.moc"
