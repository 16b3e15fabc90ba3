// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/pages/shownparameters.h"
#include "ui/forms/fieldframe.h"
#include "ui/grids/settingsmodel.h"

#include <QMenu>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QToolButton>

using ui::ParametersModel;
using ui::SettingsModel;

/// Parameters that are set, removed, added and renamed on their page, with real keys.
class TestParametersPage : public QObject
{
    Q_OBJECT

private slots:
    void valueIsTypedIntoItsCell();
    void overrideStandsBelowItsParameter();
    void resetRowStaysInView();
    void settingsAreSwitchedOneByOne();
    void lineIsRemoved();
    void parameterIsSetForAService();
    void ownParameterIsRenamed();
    void parameterIsAdded();
    void textIsAppliedWhenTheRowIsLeft();
    void detailTellsTheFacts();
    void usagesLeadToTheirPlace();
    void bytesThatAreNoTextAreKept();
    void focusAndSource();
    void everythingHasAName();
};

void TestParametersPage::valueIsTypedIntoItsCell()
{
    ShownParameters shown;
    shown.page.showParameter("myhostname");
    QCOMPARE(shown.cell(ParametersModel::OriginColumn), QStringLiteral("main.cf:2"));
    shown.write(shown.tree, QStringLiteral("mx.example.org"));
    QVERIFY(shown.desk.mainCf().contains("\nmyhostname = mx.example.org\n"));
    QCOMPARE(shown.desk.session.undoStack()->count(), 1);
    QCOMPARE(shown.cell(ParametersModel::ValueColumn), QStringLiteral("mx.example.org"));
    shown.page.showParameter("smtpd_helo_required"); // not set: below its relatives
    shown.write(shown.tree, QStringLiteral("yes"));
    QVERIFY(shown.desk.mainCf().contains("smtpd_helo_required = yes\n"));
    shown.desk.undoAll();
    QCOMPARE(shown.desk.mainCf(), mainCf);
}

void TestParametersPage::overrideStandsBelowItsParameter()
{
    ShownParameters shown;
    shown.type("smtpd_tls_auth_only");
    const auto *model = static_cast<ParametersModel *>(shown.tree->model());
    shown.tree->setCurrentRow(model->indexOf({"smtpd_tls_auth_only", "submission/inet"}));
    QCOMPARE(shown.cell(ParametersModel::NameColumn), QStringLiteral("submission/inet"));
    QCOMPARE(shown.cell(ParametersModel::ValueColumn), QStringLiteral("yes"));
    shown.write(shown.tree, QStringLiteral("no"));
    QVERIFY(shown.desk.masterCf().contains("  -o smtpd_tls_auth_only=no\n"));
    shown.tree->setFocus();
    QTest::keyClick(shown.tree, Qt::Key_Backspace, Qt::ControlModifier);
    QVERIFY(!shown.desk.masterCf().contains("smtpd_tls_auth_only"));
    QCOMPARE(model->nodeAt(shown.tree->currentIndex()), (ParametersModel::Node{"smtpd_tls_auth_only", {}}));
    shown.desk.undoAll();
    QCOMPARE(shown.desk.masterCf(), masterCf);
}

void TestParametersPage::resetRowStaysInView()
{
    ShownParameters shown;
    shown.type("@set relayhost");
    QCOMPARE(shown.names(), QByteArrayList{"relayhost"});
    shown.page.showParameter("relayhost");
    const auto *reset = shown.widget<QToolButton>("Reset");
    QVERIFY2(reset->toolTip().contains(QStringLiteral("3")) && reset->toolTip().contains(QStringLiteral("9")),
             qPrintable(reset->toolTip()));
    QVERIFY(reset->toolTip().contains(QStringLiteral("The default is empty.")));
    shown.tree->setFocus();
    QTest::keyClick(shown.tree, Qt::Key_Backspace, Qt::ControlModifier);
    QVERIFY(!shown.desk.mainCf().contains("relayhost"));
    QCOMPARE(shown.names(), QByteArrayList{"relayhost"});
    QCOMPARE(shown.cell(ParametersModel::OriginColumn), QStringLiteral("Default"));
    shown.type("@set relayhost "); // asked anew
    QVERIFY(shown.names().isEmpty());

    shown.type("@topic:own my_unused");
    shown.page.showParameter("my_unused");
    shown.tree->setFocus();
    QTest::keyClick(shown.tree, Qt::Key_Backspace, Qt::ControlModifier);
    QCOMPARE(shown.names(), QByteArrayList{"my_unused"});
    QCOMPARE(shown.cell(ParametersModel::OriginColumn), QStringLiteral("Not set"));
    shown.desk.undoAll();
    QCOMPARE(shown.desk.mainCf(), mainCf);
}

void TestParametersPage::settingsAreSwitchedOneByOne()
{
    const ShownParameters shown;
    const_cast<ui::ParametersPage &>(shown.page).showParameter("relayhost");
    QCOMPARE(shown.settings->model()->rowCount(), 2);
    QCOMPARE(shown.settings->model()->index(0, SettingsModel::StateColumn).data().toString(),
             QStringLiteral("Not used"));
    shown.settings->setFocus();
    shown.settings->setCurrentCell(1, SettingsModel::ValueColumn);
    QTest::keyClick(shown.settings, Qt::Key_Space);
    QVERIFY(shown.desk.mainCf().contains("\nrelayhost = old\n"));
    QVERIFY(shown.desk.mainCf().contains("\n#relayhost = new\n"));
    QCOMPARE(shown.cell(ParametersModel::ValueColumn), QStringLiteral("old"));
    QTest::keyClick(shown.settings, Qt::Key_Space); // then the other one must not count
    QVERIFY(shown.desk.mainCf().contains("\n#relayhost = old\n"));
    QVERIFY(shown.desk.mainCf().contains("\nrelayhost = new\n"));
    const_cast<ui::ParametersPage &>(shown.page).showParameter("inet_protocols");
    QCOMPARE(shown.settings->model()->rowCount(), 1);
    shown.settings->setFocus();
    shown.settings->setCurrentCell(0, SettingsModel::ValueColumn);
    QTest::keyClick(shown.settings, Qt::Key_Space);
    QVERIFY(shown.desk.mainCf().contains("\ninet_protocols = ipv4\n"));
    const_cast<ui::ParametersPage &>(shown.page).showParameter("syslog_name");
    shown.settings->setFocus();
    shown.settings->setCurrentCell(0, SettingsModel::ValueColumn);
    QTest::keyClick(shown.settings, Qt::Key_Space);
    QVERIFY(shown.desk.masterCf().contains("\n  -o syslog_name=x\n"));
}

void TestParametersPage::lineIsRemoved()
{
    ShownParameters shown;
    shown.page.showParameter("relayhost");
    shown.settings->setFocus();
    shown.settings->setCurrentCell(0, SettingsModel::ValueColumn);
    shown.write(shown.settings, QStringLiteral("older"));
    QVERIFY(shown.desk.mainCf().contains("relayhost = older\n"));
    QVERIFY(shown.desk.mainCf().contains("relayhost = new\n"));
    shown.settings->setFocus();
    QTest::keyClick(shown.settings, Qt::Key_Delete);
    QVERIFY(!shown.desk.mainCf().contains("relayhost = older"));
    QVERIFY(shown.desk.mainCf().contains("relayhost = new\n"));
}

void TestParametersPage::parameterIsSetForAService()
{
    ShownParameters shown;
    shown.page.showParameter("smtpd_tls_auth_only");
    QMenu *menu = nullptr;
    for (const QToolButton *button : shown.detail->findChildren<QToolButton *>()) {
        if (button->menu())
            menu = button->menu();
    }
    QVERIFY(menu);
    emit menu->aboutToShow();
    QStringList services;
    for (const QAction *action : menu->actions())
        services.append(action->text());
    QCOMPARE(services, QStringList{QStringLiteral("smtp/inet")}); // submission has one, qmgr does not read it
    menu->actions().first()->trigger();
    QVERIFY2(shown.desk.masterCf().contains("smtpd_tls_auth_only=no"), shown.desk.masterCf().constData());
}

void TestParametersPage::ownParameterIsRenamed()
{
    ShownParameters shown;
    shown.page.showParameter("my_used");
    QTest::keyClick(shown.tree, Qt::Key_F2, Qt::ShiftModifier);
    auto *line = shown.tree->viewport()->findChild<QLineEdit *>();
    QVERIFY(line);
    line->selectAll();
    QTest::keyClicks(line, QStringLiteral("my_other"));
    QTest::keyClick(line, Qt::Key_Return);
    QCoreApplication::processEvents();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY(shown.desk.mainCf().contains("my_other = $myhostname\nmyorigin = $my_other\n"));
    QCOMPARE(shown.cell(ParametersModel::NameColumn), QStringLiteral("my_other"));
    shown.desk.undoAll();
    QCOMPARE(shown.desk.mainCf(), mainCf);
    shown.page.showParameter("myorigin"); // Postfix's own
    QTest::keyClick(shown.tree, Qt::Key_F2, Qt::ShiftModifier);
    QVERIFY(!shown.tree->viewport()->findChild<QLineEdit *>());
}

void TestParametersPage::parameterIsAdded()
{
    ShownParameters shown;
    auto *name = shown.widget<QLineEdit>("Parameter");
    QVERIFY(!name->isVisible()); // not before somebody asks for it
    QTest::keyClick(shown.tree, Qt::Key_N, Qt::ControlModifier);
    auto *value = shown.widget<QLineEdit>("Value in main.cf");
    QVERIFY(name->hasFocus());
    QTest::keyClicks(name, QStringLiteral("my_fresh"));
    QTest::keyClicks(value, QStringLiteral("example.org"));
    QTest::keyClick(value, Qt::Key_Return);
    QVERIFY(shown.desk.mainCf().contains("my_fresh = example.org\n"));
    QCOMPARE(shown.cell(ParametersModel::NameColumn), QStringLiteral("my_fresh"));
    QVERIFY(!name->isVisible());
    shown.desk.undoAll();
    QCOMPARE(shown.desk.mainCf(), mainCf);

    QTest::keyClick(shown.tree, Qt::Key_N, Qt::ControlModifier);
    const QSignalSpy refused(&shown.desk.session, &ui::EditSession::refused);
    QTest::keyClicks(name, QStringLiteral("two words"));
    QTest::keyClick(name, Qt::Key_Return);
    QCOMPARE(refused.size(), 1);
    QCOMPARE(name->text(), QStringLiteral("two words")); // still there to be mended
    QTest::keyClick(name, Qt::Key_Escape);
    QVERIFY(!name->isVisible() && shown.tree->hasFocus());
}

void TestParametersPage::textIsAppliedWhenTheRowIsLeft()
{
    ShownParameters shown;
    shown.page.showParameter("my_unused");
    auto *line = shown.detail->field()->findChild<QLineEdit *>();
    line->setFocus();
    line->selectAll();
    QTest::keyClicks(line, QStringLiteral("newest"));
    QVERIFY(!shown.desk.mainCf().contains("newest"));
    shown.page.showParameter("myhostname");
    QVERIFY(shown.desk.mainCf().contains("my_unused = newest\n"));
    QCOMPARE(shown.cell(ParametersModel::NameColumn), QStringLiteral("myhostname"));
}

void TestParametersPage::detailTellsTheFacts()
{
    ShownParameters shown;
    shown.page.showParameter("smtp_use_tls");
    QVERIFY(shown.said().contains(QStringLiteral("deprecated since version 3.9")));
    QVERIFY(shown.said().contains(QStringLiteral("Use smtp_tls_security_level instead.")));
    QVERIFY(shown.said().contains(QStringLiteral("yes or no")));
    shown.page.showParameter("queue_run_delay");
    QVERIFY(shown.said().contains(QStringLiteral("or more")));
    QVERIFY(shown.said().contains(QStringLiteral("qmgr")));
    shown.page.showParameter("my_used");
    QVERIFY(shown.said().contains(QStringLiteral("$my_used")));
}

void TestParametersPage::usagesLeadToTheirPlace()
{
    ShownParameters shown;
    shown.page.showParameter("my_used");
    auto *usages = shown.widget<ui::GridView>("Places that refer to the parameter");
    QTRY_COMPARE(usages->model()->rowCount(), 1);
    QCOMPARE(usages->model()->index(0, 1).data().toString(), QStringLiteral("myorigin = $my_used"));
    const QSignalSpy requested(&shown.desk.session, &ui::EditSession::requested);
    usages->setCurrentCell(0, 0);
    usages->setFocus();
    QTest::keyClick(usages, Qt::Key_Return);
    QCOMPARE(requested.size(), 1);
    shown.page.showParameter("mydomain");
    QTRY_VERIFY(shown.said().contains(QStringLiteral("refers to it.")));
}

void TestParametersPage::bytesThatAreNoTextAreKept()
{
    ShownParameters shown("relayhost = caf\xe9\nmydomain = c\n");
    shown.page.showParameter("relayhost");
    QTest::keyClick(shown.tree, Qt::Key_F2);
    QVERIFY(!shown.tree->viewport()->findChild<QLineEdit *>());
    const auto *text = shown.detail->field()->findChild<QPlainTextEdit *>();
    QTRY_VERIFY(text->isVisible());
    QVERIFY(text->isReadOnly());
    shown.page.showParameter("mydomain");
    QCOMPARE(shown.desk.mainCf(), "relayhost = caf\xe9\nmydomain = c\n");
}

void TestParametersPage::focusAndSource()
{
    ShownParameters shown;
    shown.page.showParameter("mynetworks");
    const syntax::ByteRange lit = shown.desk.session.focus().range;
    QVERIFY(mainCf.sliced(lit.begin, lit.size()).startsWith("mynetworks ="));
    const QSignalSpy requested(&shown.desk.session, &ui::EditSession::requested);
    QTest::keyClick(shown.tree, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(requested.size(), 1);
    const QRect name = shown.tree->visualRect(shown.tree->currentRow());
    QTest::mouseClick(shown.tree->viewport(), Qt::LeftButton, {}, name.center());
    QTest::mouseDClick(shown.tree->viewport(), Qt::LeftButton, {}, name.center());
    QCOMPARE(requested.size(), 2);
    QCOMPARE(requested.last().first().value<model::Place>(), shown.desk.session.focus());
}

void TestParametersPage::everythingHasAName()
{
    ShownParameters shown;
    shown.page.showParameter("mynetworks");
    QCOMPARE(support::namelessWidgets(&shown.page), QStringList());
    for (const QToolButton *button : shown.page.findChildren<QToolButton *>()) {
        if (!button->parentWidget()->inherits("QLineEdit"))
            QVERIFY2(!button->toolTip().isEmpty(), qPrintable(button->accessibleName()));
    }
}

QTEST_MAIN(TestParametersPage)
#include "tst_parameterspage.moc"
