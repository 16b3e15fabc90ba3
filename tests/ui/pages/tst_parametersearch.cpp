// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/edits/parameteredits.h"
#include "core/edits/serviceedits.h"
#include "tests/ui/pages/shownparameters.h"
#include "ui/grids/settingsmodel.h"

#include <QAbstractItemModelTester>
#include <QCompleter>
#include <QMenu>
#include <QToolButton>

using ui::ParametersModel;

/// What the list of parameters shows, and what is searched for in it.
class TestParameterSearch : public QObject
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
    void changedRowsAreMarked();
    void topicsStayAsTheyWereLeft();
    void narrowTreeShowsValuesFirst();
};

void TestParameterSearch::everyParameterHasARow()
{
    const ShownParameters shown;
    QVERIFY(shown.isActive);
    const QByteArrayList names = shown.names();
    QVERIFY2(names.size() > 850, qPrintable(QString::number(names.size())));
    const QSet<QByteArray> all(names.begin(), names.end());
    QCOMPARE(all.size(), names.size());
    for (const QByteArray &name : shown.desk.knowledge.values()->names())
        QVERIFY2(all.contains(name), name.constData());
    QVERIFY(all.contains("my_used") && all.contains("smtpd_banner"));
}

void TestParameterSearch::modelKeepsItsPromises()
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

void TestParameterSearch::searchLooksAtNamesValuesAndHelp()
{
    const ShownParameters shown;
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

void TestParameterSearch::filters_data()
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

void TestParameterSearch::filters()
{
    QFETCH(const QString, query);
    QFETCH(const QByteArrayList, names);
    ShownParameters shown;
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

void TestParameterSearch::whatCannotBeAnsweredIsSaid()
{
    const ShownParameters shown;
    shown.type("@chnaged ");
    QVERIFY(shown.said().contains(QStringLiteral("There is no filter “@chnaged”.")));
    shown.type("@service:nobody ");
    QVERIFY(shown.said().contains(QStringLiteral("There is no service “nobody”.")));
    shown.type("@topic:nothing ");
    QVERIFY(shown.said().contains(QStringLiteral("There is no topic “nothing”.")));
    shown.type("@set ");
    QVERIFY(!shown.said().contains(QStringLiteral("There is no")));
}

void TestParameterSearch::filtersAreCompleted()
{
    const ShownParameters shown;
    shown.type("tls @eq");
    const QCompleter *completer = shown.search->completer();
    QCOMPARE(completer->completionCount(), 1);
    QCOMPARE(completer->currentCompletion(), QStringLiteral("tls @equal-to-default "));
    shown.type("@service:subm");
    QCOMPARE(completer->currentCompletion(), QStringLiteral("@service:submission "));
    shown.type("tls");
    QCOMPARE(completer->completionCount(), 0);
}

void TestParameterSearch::filterMenuWritesIntoTheSearch()
{
    const ShownParameters shown;
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

void TestParameterSearch::changedRowsAreMarked()
{
    ShownParameters shown;
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

void TestParameterSearch::topicsStayAsTheyWereLeft()
{
    const ShownParameters shown;
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

void TestParameterSearch::narrowTreeShowsValuesFirst()
{
    ShownParameters shown;
    shown.page.resize(1600, 800);
    QVERIFY(!shown.tree->isColumnHidden(ParametersModel::OriginColumn));
    shown.page.resize(360, 800);
    QVERIFY(shown.tree->isColumnHidden(ParametersModel::UsersColumn));
    QVERIFY(shown.tree->isColumnHidden(ParametersModel::DefaultColumn));
    QVERIFY(!shown.tree->isColumnHidden(ParametersModel::ValueColumn));
}

QTEST_MAIN(TestParameterSearch)
#include "tst_parametersearch.moc"
