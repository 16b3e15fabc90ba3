// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/desk.h"
#include "ui/pages/tablespage.h"
#include "ui/pages/tableviews.h"
#include "ui/tabletools/clientform.h"
#include "ui/tabletools/endpointform.h"
#include "ui/tabletools/indexbar.h"

#include <QCheckBox>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

using model::FileId;
using model::FileKind;

namespace {

const QByteArray mainCf = "virtual_alias_maps = mysql:/etc/postfix/sql.cf\n"
                          "transport_maps = proxy:tcp:localhost:2527\n"
                          "relay_domains = socketmap:unix:/run/map.sock:domains\n"
                          "canonical_maps = hash:/etc/postfix/canonical\n";
const QByteArray sqlCf = "# the database\n"
                         "user     = mail\n"
                         "password = tiger\n"
                         "hosts    = localhost\n"
                         "passwort = lion\n";

struct Shown
{
    Shown() : desk(mainCf, {})
    {
        QList<model::File> files = desk.session.snapshot().files();
        files.append(support::fileOf(QStringLiteral("sql.cf"), FileKind::Other, sqlCf));
        files.append(support::fileOf(QStringLiteral("canonical"), FileKind::KeyValue, "a b\n"));
        desk.session.open(model::Snapshot(files));
        page = std::make_unique<ui::TablesPage>(desk.context, QStringLiteral("Tables"),
                                                QStringLiteral("Every table."));
        page->resize(1000, 700);
        page->show();
        page->activateWindow();
        isActive = QTest::qWaitForWindowActive(page.get());
    }

    template<typename Widget>
    Widget *named(const QString &name) const
    {
        QCoreApplication::processEvents(); // what is new in a layout is shown then
        for (Widget *widget : page->view()->findChildren<Widget *>()) {
            if (widget->isVisible() && widget->accessibleName() == name)
                return widget;
        }
        return nullptr;
    }
    void write(QLineEdit *line, const QString &text) const
    {
        line->setFocus();
        line->selectAll();
        QTest::keyClick(line, Qt::Key_Delete);
        QTest::keyClicks(line, text);
        QTest::keyClick(line, Qt::Key_Return);
    }
    QByteArray sql() const { return desk.session.snapshot().file(FileId::FirstOther).text().bytes(); }

    support::Desk desk;
    std::unique_ptr<ui::TablesPage> page;
    bool isActive = false;
};

} // namespace

class TestClientForms : public QObject
{
    Q_OBJECT

private slots:
    void settingIsChangedByKeyboard();
    void settingIsAddedAndTakenOut();
    void passwordsAreDots();
    void unknownSettingStays();
    void endpointIsWrittenWhereItIsNamed();
    void socketIsWritten();
    void indexAndNameAreOfferedForRows();
    void everythingHasAName();
};

void TestClientForms::settingIsChangedByKeyboard()
{
    Shown shown;
    QVERIFY(shown.isActive);
    shown.page->showTable("mysql:/etc/postfix/sql.cf");
    auto *user = shown.named<QLineEdit>(QStringLiteral("User (user)"));
    QVERIFY(user);
    QCOMPARE(user->text(), QStringLiteral("mail"));
    shown.write(user, QStringLiteral("postfix"));
    QTRY_VERIFY(shown.sql().contains("user     = postfix\n"));
    QCOMPARE(shown.desk.session.undoStack()->count(), 1);
    shown.desk.undoAll();
    QCOMPARE(shown.sql(), sqlCf);
    QCOMPARE(shown.named<QLineEdit>(QStringLiteral("User (user)"))->text(), QStringLiteral("mail"));
}

void TestClientForms::settingIsAddedAndTakenOut()
{
    Shown shown;
    QVERIFY(shown.isActive);
    shown.page->showTable("mysql:/etc/postfix/sql.cf");
    auto *query = shown.named<QLineEdit>(QStringLiteral("Query, %s stands for the key (query)"));
    QVERIFY(query);
    shown.write(query, QStringLiteral("SELECT goto FROM alias WHERE address='%s'"));
    QTRY_VERIFY(shown.sql().contains("query = SELECT goto FROM alias WHERE address='%s'")
                || shown.sql().contains("query    = SELECT goto FROM alias WHERE address='%s'"));
    auto *hosts = shown.named<QLineEdit>(QStringLiteral("Servers (hosts)"));
    shown.write(hosts, QString());
    QTRY_VERIFY(!shown.sql().contains("hosts"));
    QVERIFY(!shown.named<QLineEdit>(QStringLiteral("Character set (charset)")));
    auto *all = shown.page->view()->findChild<QCheckBox *>();
    all->setFocus();
    QTest::keyClick(all, Qt::Key_Space);
    QVERIFY(shown.named<QLineEdit>(QStringLiteral("Character set (charset)")));
}

void TestClientForms::passwordsAreDots()
{
    Shown shown;
    QVERIFY(shown.isActive);
    shown.page->showTable("mysql:/etc/postfix/sql.cf");
    auto *password = shown.named<QLineEdit>(QStringLiteral("Password (password)"));
    auto *wrong = shown.named<QLineEdit>(QStringLiteral("passwort"));
    QVERIFY(password && wrong);
    QVERIFY(!password->displayText().contains(QStringLiteral("tiger")));
    QVERIFY(!wrong->displayText().contains(QStringLiteral("lion")));
    auto *reveal = shown.named<QToolButton>(QStringLiteral("Show passwords"));
    reveal->setFocus();
    QTest::keyClick(reveal, Qt::Key_Space);
    QCOMPARE(password->displayText(), QStringLiteral("tiger"));
    QTest::keyClick(reveal, Qt::Key_Space);
    shown.write(password, QStringLiteral("panther"));
    QTRY_VERIFY(shown.sql().contains("password = panther\n"));
    QVERIFY(!shown.desk.session.undoStack()->undoText().contains(QStringLiteral("panther")));
    QVERIFY(!password->displayText().contains(QStringLiteral("panther")));
}

void TestClientForms::unknownSettingStays()
{
    Shown shown;
    QVERIFY(shown.isActive);
    shown.page->showTable("mysql:/etc/postfix/sql.cf");
    shown.write(shown.named<QLineEdit>(QStringLiteral("Database (dbname)")), QStringLiteral("mail"));
    QTRY_VERIFY(shown.sql().contains("dbname"));
    QVERIFY(shown.sql().contains("passwort = lion\n"));
    QVERIFY(shown.sql().startsWith("# the database\nuser     = mail\n"));
}

void TestClientForms::endpointIsWrittenWhereItIsNamed()
{
    Shown shown;
    QVERIFY(shown.isActive);
    shown.page->showTable("tcp:localhost:2527");
    auto *port = shown.named<QLineEdit>(QStringLiteral("Port"));
    QVERIFY(port);
    QCOMPARE(port->text(), QStringLiteral("2527"));
    shown.write(port, QStringLiteral("2600"));
    QTRY_VERIFY(shown.desk.mainCf().contains("transport_maps = proxy:tcp:localhost:2600\n"));
    shown.desk.undoAll();
    QCOMPARE(shown.desk.mainCf(), mainCf);
}

void TestClientForms::socketIsWritten()
{
    Shown shown;
    QVERIFY(shown.isActive);
    shown.page->showTable("socketmap:unix:/run/map.sock:domains");
    auto *path = shown.named<QLineEdit>(QStringLiteral("Path of the socket"));
    QVERIFY(path && !shown.named<QLineEdit>(QStringLiteral("Port")));
    shown.write(path, QStringLiteral("/run/postfix/map"));
    QTRY_VERIFY(shown.desk.mainCf().contains("relay_domains = socketmap:unix:/run/postfix/map:domains\n"));
    auto *map = shown.named<QLineEdit>(QStringLiteral("Name of the map"));
    QVERIFY(map);
    shown.write(map, QStringLiteral("relays"));
    QTRY_VERIFY(shown.desk.mainCf().contains("relay_domains = socketmap:unix:/run/postfix/map:relays\n"));
}

void TestClientForms::indexAndNameAreOfferedForRows()
{
    Shown shown;
    QVERIFY(shown.isActive);
    shown.page->showTable("hash:/etc/postfix/canonical");
    const auto *bar = shown.page->findChild<ui::IndexBar *>();
    QVERIFY(bar->isVisible());
    QCOMPARE(bar->index()->commandLine(), QByteArray("postmap hash:/etc/postfix/canonical"));
    QPushButton *change = nullptr;
    for (auto *button : shown.page->findChildren<QPushButton *>()) {
        if (button->isVisible() && button->accessibleName() == QStringLiteral("Name and Type…"))
            change = button;
    }
    QVERIFY(change);
    QByteArray asked;
    connect(&shown.desk.language, &ui::Language::tableMoveAsked, this,
            [&](const QByteArray &table) { asked = table; });
    change->setFocus();
    QTest::keyClick(change, Qt::Key_Space);
    QCOMPARE(asked, QByteArray("hash:/etc/postfix/canonical"));
    shown.page->showTable("mysql:/etc/postfix/sql.cf");
    QVERIFY(!bar->isVisible() && !change->isVisible());
}

void TestClientForms::everythingHasAName()
{
    const Shown shown;
    for (const char *table : {"mysql:/etc/postfix/sql.cf", "tcp:localhost:2527",
                              "socketmap:unix:/run/map.sock:domains", "hash:/etc/postfix/canonical"}) {
        shown.page->showTable(table);
        QCOMPARE(support::namelessWidgets(shown.page.get()), QStringList());
    }
}

QTEST_MAIN(TestClientForms)
#include "tst_clientforms.moc"
