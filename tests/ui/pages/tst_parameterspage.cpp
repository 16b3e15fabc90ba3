// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/edits/parameteredits.h"
#include "core/edits/serviceedits.h"
#include "tests/support/desk.h"
#include "ui/forms/fieldframe.h"
#include "ui/grids/gridview.h"
#include "ui/grids/parametersmodel.h"
#include "ui/grids/settingsmodel.h"
#include "ui/grids/treegrid.h"
#include "ui/pages/parameterdetail.h"
#include "ui/pages/parameterspage.h"

#include <QAbstractItemModelTester>
#include <QCompleter>
#include <QLabel>
#include <QMenu>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using ui::ParametersModel;
using ui::SettingsModel;

namespace {

const QByteArray mainCf = "# names\n"
                          "myhostname = mail.example.org\n"
                          "relayhost = old\n"
                          "mynetworks =\n"
                          "    127.0.0.0/8\n"
                          "    # the office\n"
                          "    192.0.2.0/24\n"
                          "#inet_protocols = ipv4\n"
                          "relayhost = new\n"
                          "message_size_limit = 10240000\n"
                          "smtp_use_tls = yes\n"
                          "my_used = $myhostname\n"
                          "myorigin = $my_used\n"
                          "my_unused = x\n";
const QByteArray masterCf = "smtp inet n - n - - smtpd\n"
                            "submission inet n - n - - smtpd\n"
                            "  -o smtpd_tls_auth_only=yes\n"
                            "# -o syslog_name=x\n"
                            "qmgr unix n - n 300 1 qmgr\n";

struct Shown
{
    explicit Shown(const QByteArray &main = mainCf) : desk(main, masterCf), page(desk.context)
    {
        page.resize(1200, 800);
        page.show();
        page.activateWindow();
        isActive = QTest::qWaitForWindowActive(&page);
        tree = page.findChild<ui::TreeGrid *>();
        detail = page.findChild<ui::ParameterDetail *>();
        search = widget<QLineEdit>("Search parameters");
        settings = widget<ui::GridView>("Lines that set the parameter");
        tree->setFocus();
    }

    template<typename Widget>
    Widget *widget(const char *name) const
    {
        for (Widget *found : page.findChildren<Widget *>()) {
            if (found->accessibleName() == QLatin1String(name))
                return found;
        }
        return nullptr;
    }

    void type(const char *query) const
    {
        search->setFocus();
        search->clear();
        QTest::keyClicks(search, QString::fromUtf8(query));
    }

    /// The names in sight, in order.
    QByteArrayList names() const
    {
        QByteArrayList found;
        const auto *model = static_cast<ParametersModel *>(tree->model());
        for (int i = 0; i < model->rowCount(); ++i) {
            const QModelIndex topic = model->index(i, 0);
            for (int j = 0; j < model->rowCount(topic); ++j)
                found.append(model->nodeAt(model->index(j, 0, topic)).name);
        }
        return found;
    }

    QString cell(int column) const { return tree->currentIndex().siblingAtColumn(column).data().toString(); }

    QString said() const
    {
        QStringList texts;
        for (const QLabel *label : page.findChildren<QLabel *>()) {
            if (label->isVisible())
                texts.append(label->text());
        }
        return texts.join(u'\n');
    }

    /// Types into the value of the current row as a person would.
    void write(QAbstractItemView *view, const QString &words)
    {
        QTest::keyClick(view, Qt::Key_F2);
        auto *line = view->viewport()->findChild<QLineEdit *>();
        QVERIFY(line);
        line->selectAll();
        QTest::keyClicks(line, words);
        QTest::keyClick(line, Qt::Key_Return);
        QCoreApplication::processEvents(); // editors commit after their key
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        page.activateWindow(); // which the offscreen platform forgets
        QVERIFY(QTest::qWaitForWindowActive(&page));
        view->setFocus();
    }

    support::Desk desk;
    ui::ParametersPage page;
    ui::TreeGrid *tree = nullptr;
    ui::ParameterDetail *detail = nullptr;
    QLineEdit *search = nullptr;
    ui::GridView *settings = nullptr;
    bool isActive = false;
};

} // namespace

class TestParametersPage : public QObject
{
    Q_OBJECT

private slots:
    void everyParameterHasARow();
    void modelKeepsItsPromises();
    void searchLooksAtNamesValuesAndHelp();
    void filters_data();
    void filters();
    void whatCannotBeAnsweredIsSaid();
    void filtersAreCompleted();
    void filterMenuWritesIntoTheSearch();
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
    void changedRowsAreMarked();
    void topicsStayAsTheyWereLeft();
    void narrowTreeShowsValuesFirst();
    void focusAndSource();
    void everythingHasAName();
};

void TestParametersPage::everyParameterHasARow()
{
    const Shown shown;
    QVERIFY(shown.isActive);
    const QByteArrayList names = shown.names();
    QVERIFY2(names.size() > 850, qPrintable(QString::number(names.size())));
    const QSet<QByteArray> all(names.begin(), names.end());
    QCOMPARE(all.size(), names.size());
    for (const QByteArray &name : shown.desk.knowledge.values()->names())
        QVERIFY2(all.contains(name), name.constData());
    QVERIFY(all.contains("my_used") && all.contains("smtpd_banner"));
}

void TestParametersPage::modelKeepsItsPromises()
{
    support::Desk desk(mainCf, masterCf);
    ParametersModel model(desk.session, desk.knowledge);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setQuery(QStringLiteral("@set"));
    QCOMPARE(model.shownCount(), 9);
    desk.session.edit(QStringLiteral("e"), [](model::Draft &draft) {
        draft.replace(model::FileId::MainCf, {0, 8}, "a = b\nc = d\n");
        draft.replace(model::FileId::MasterCf, {0, 0}, "x unix - - n - - smtp -o y=z -o a=f\n");
    });
    QCOMPARE(model.shownCount(), 12);
    QVERIFY(model.indexOf({"a", "x/unix"}).isValid());
    desk.session.undoStack()->undo();
    QVERIFY(!model.indexOf({"a", "x/unix"}).isValid());
    desk.session.open(model::Snapshot());
    model.setQuery({});
    QVERIFY(model.shownCount() > 850);
}

void TestParametersPage::searchLooksAtNamesValuesAndHelp()
{
    const Shown shown;
    QTest::keyClick(shown.tree, Qt::Key_F, Qt::ControlModifier);
    QVERIFY(shown.search->hasFocus());
    shown.type("RELAYHO");
    QVERIFY(shown.names().contains("relayhost"));
    shown.type("192.0.2");
    QCOMPARE(shown.names(), QByteArrayList{"mynetworks"});
    shown.type("envelope included");
    QVERIFY(shown.names().contains("message_size_limit"));
    shown.type("\"envelope included\" size");
    QVERIFY(shown.names().contains("message_size_limit"));
    shown.type("nothing is like that");
    QVERIFY(!shown.tree->isVisible());
    QTest::keyClick(shown.search, Qt::Key_Escape);
    QVERIFY(shown.tree->isVisible());
    QVERIFY(shown.names().size() > 850);
}

void TestParametersPage::filters_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QByteArrayList>("names");
    const auto row = [](const char *query, const QByteArrayList &names) {
        QTest::newRow(query) << QString::fromLatin1(query) << names;
    };
    row("@set ",
        {"message_size_limit", "my_unused", "my_used", "myhostname", "mynetworks", "myorigin", "relayhost",
         "smtp_use_tls", "smtpd_tls_auth_only"});
    row("@changed ", {"relayhost", "smtpd_tls_auth_only"});
    row("@deprecated @set ", {"smtp_use_tls"});
    row("@unused ", {"my_unused"});
    row("@equal-to-default ", {"message_size_limit"});
    row("@service:submission @set tls", {"smtpd_tls_auth_only"});
    row("@service:subm @changed ", {"relayhost", "smtpd_tls_auth_only"});
    row("@service:qmgr @set ", {"message_size_limit", "myhostname", "mynetworks", "myorigin", "relayhost"});
    row("@topic:tls @set ", {"smtp_use_tls", "smtpd_tls_auth_only"});
    row("@topic:own ", {"my_unused", "my_used"});
}

void TestParametersPage::filters()
{
    QFETCH(const QString, query);
    QFETCH(const QByteArrayList, names);
    Shown shown;
    shown.desk.session.edit(QStringLiteral("e"), [](model::Draft &draft) {
        edits::setParameter(draft, "relayhost", "newer");
        return edits::setOverride(draft, 1, "smtpd_tls_auth_only", "no");
    });
    shown.type(qPrintable(query));
    QByteArrayList found = shown.names();
    if (query.startsWith(QLatin1String("@service:"))) {
        // Which parameters every program reads is for the catalog to say.
        found.removeIf([&](const QByteArray &name) { return !names.contains(name); });
    }
    std::sort(found.begin(), found.end());
    QCOMPARE(found, names);
}

void TestParametersPage::whatCannotBeAnsweredIsSaid()
{
    const Shown shown;
    shown.type("@chnaged ");
    QVERIFY(shown.said().contains(QStringLiteral("There is no filter “@chnaged”.")));
    shown.type("@service:nobody ");
    QVERIFY(shown.said().contains(QStringLiteral("There is no service “nobody”.")));
    shown.type("@topic:nothing ");
    QVERIFY(shown.said().contains(QStringLiteral("There is no topic “nothing”.")));
    shown.type("@set ");
    QVERIFY(!shown.said().contains(QStringLiteral("There is no")));
}

void TestParametersPage::filtersAreCompleted()
{
    const Shown shown;
    shown.type("tls @eq");
    const QCompleter *completer = shown.search->completer();
    QCOMPARE(completer->completionCount(), 1);
    QCOMPARE(completer->currentCompletion(), QStringLiteral("tls @equal-to-default "));
    shown.type("@service:subm");
    QCOMPARE(completer->currentCompletion(), QStringLiteral("@service:submission "));
    shown.type("tls");
    QCOMPARE(completer->completionCount(), 0);
}

void TestParametersPage::filterMenuWritesIntoTheSearch()
{
    const Shown shown;
    QMenu *menu = nullptr;
    for (const QToolButton *button : shown.page.findChildren<QToolButton *>()) {
        if (button->text() == QLatin1String("Filter"))
            menu = button->menu();
    }
    QVERIFY(menu);
    emit menu->aboutToShow();
    menu->actions().first()->trigger();
    QCOMPARE(shown.search->text(), QStringLiteral("@changed "));
    QVERIFY(shown.names().isEmpty());
    emit menu->aboutToShow();
    QVERIFY(menu->actions().first()->isChecked());
    menu->actions().first()->trigger();
    QCOMPARE(shown.search->text(), QString());
}

void TestParametersPage::valueIsTypedIntoItsCell()
{
    Shown shown;
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
    Shown shown;
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
    Shown shown;
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
    const Shown shown;
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
    Shown shown;
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
    Shown shown;
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
    Shown shown;
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
    Shown shown;
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
    Shown shown;
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
    Shown shown;
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
    Shown shown;
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
    Shown shown("relayhost = caf\xe9\nmydomain = c\n");
    shown.page.showParameter("relayhost");
    QTest::keyClick(shown.tree, Qt::Key_F2);
    QVERIFY(!shown.tree->viewport()->findChild<QLineEdit *>());
    const auto *text = shown.detail->field()->findChild<QPlainTextEdit *>();
    QTRY_VERIFY(text->isVisible());
    QVERIFY(text->isReadOnly());
    shown.page.showParameter("mydomain");
    QCOMPARE(shown.desk.mainCf(), "relayhost = caf\xe9\nmydomain = c\n");
}

void TestParametersPage::changedRowsAreMarked()
{
    Shown shown;
    const auto isMarked = [&shown](const QByteArray &name) {
        const auto *model = static_cast<ParametersModel *>(shown.tree->model());
        return model->indexOf({name, {}}).data(ui::KeyedModel::ChangedRole).toBool();
    };
    QVERIFY(!isMarked("myhostname"));
    shown.page.showParameter("myhostname");
    shown.write(shown.tree, QStringLiteral("other"));
    QVERIFY(isMarked("myhostname"));
    QVERIFY(!isMarked("relayhost"));
    shown.desk.session.setBaseline(shown.desk.session.snapshot()); // saved
    QVERIFY(!isMarked("myhostname"));
    shown.desk.undoAll();
    QVERIFY(isMarked("myhostname"));
}

void TestParametersPage::topicsStayAsTheyWereLeft()
{
    const Shown shown;
    const QModelIndex topic = shown.tree->model()->index(5, 0);
    const QString title = topic.data().toString();
    QVERIFY(!shown.tree->isExpanded(topic));
    shown.tree->setExpanded(topic, true);
    shown.type("relayhost");
    QVERIFY(shown.tree->isExpanded(shown.tree->model()->index(0, 0)));
    shown.search->clear();
    const QModelIndex again = shown.tree->model()->index(5, 0);
    QCOMPARE(again.data().toString(), title);
    QVERIFY(shown.tree->isExpanded(again));
    QVERIFY(!shown.tree->isExpanded(shown.tree->model()->index(6, 0)));
}

void TestParametersPage::narrowTreeShowsValuesFirst()
{
    Shown shown;
    shown.page.resize(1600, 800);
    QVERIFY(!shown.tree->isColumnHidden(ParametersModel::OriginColumn));
    shown.page.resize(360, 800);
    QVERIFY(shown.tree->isColumnHidden(ParametersModel::UsersColumn));
    QVERIFY(shown.tree->isColumnHidden(ParametersModel::DefaultColumn));
    QVERIFY(!shown.tree->isColumnHidden(ParametersModel::ValueColumn));
}

void TestParametersPage::focusAndSource()
{
    Shown shown;
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
    Shown shown;
    shown.page.showParameter("mynetworks");
    QCOMPARE(support::namelessWidgets(&shown.page), QStringList());
    for (const QToolButton *button : shown.page.findChildren<QToolButton *>()) {
        if (!button->parentWidget()->inherits("QLineEdit"))
            QVERIFY2(!button->toolTip().isEmpty(), qPrintable(button->accessibleName()));
    }
}

QTEST_MAIN(TestParametersPage)
#include "tst_parameterspage.moc"
