// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/tables/showntable.h"

#include <QAbstractItemModelTester>
#include <QListView>

using model::FileKind;

/// The Tables page: which tables there are, and how each is shown.
class TestTablesPage : public QObject
{
    Q_OBJECT

private slots:
    void tablesAreListed();
    void anotherFolderIsShown();
    void columnsFitTheMeaning_data();
    void columnsFitTheMeaning();
    void membersAreOpened();
    void everythingHasAName();
    void lookingChangesNothing();
};

void TestTablesPage::tablesAreListed()
{
    const ShownTable shown(
        "virtual_alias_maps = hash:/etc/postfix/table\nmynetworks = cidr:/gone 127.0.0.0/8\n"
        "transport_maps = static:smtp:",
        FileKind::KeyValue, "a@a.example b\nc@a.example d\n");
    const auto *list = shown.named<QListView>(QStringLiteral("Tables"));
    QVERIFY(list);
    QStringList texts;
    for (int i = 0; i < list->model()->rowCount(); ++i)
        texts.append(list->model()->index(i, 0).data().toString() + u' '
                     + list->model()->index(i, 0).data(Qt::UserRole).toString());
    QCOMPARE(texts,
             (QStringList{QStringLiteral("Networks cidr:/gone"),
                          QStringLiteral("Routes by recipient static:smtp:"),
                          QStringLiteral("Virtual aliases hash:/etc/postfix/table")}));
    auto *search = shown.named<QLineEdit>(QStringLiteral("Filter tables"));
    QTest::keyClicks(search, QStringLiteral("alias"));
    QCOMPARE(list->model()->rowCount(), 1);
}

void TestTablesPage::anotherFolderIsShown()
{
    ShownTable shown("virtual_alias_maps = hash:/etc/postfix/table", FileKind::KeyValue, "a@a.example b\n");
    QList<model::File> files = shown.desk.session.snapshot().files();
    files.last() =
        support::fileOf(QStringLiteral("table"), FileKind::KeyValue, "c@a.example d\ne@a.example f\n");
    shown.desk.session.open(model::Snapshot(files));
    QVERIFY(shown.editor());
    QCOMPARE(shown.model()->rowCount(), 2);
    QCOMPARE(shown.cell(0, 1), QStringLiteral("c@a.example"));
}

void TestTablesPage::columnsFitTheMeaning_data()
{
    QTest::addColumn<QByteArray>("mainCf");
    QTest::addColumn<FileKind>("kind");
    QTest::addColumn<QByteArray>("rows");
    QTest::addColumn<QStringList>("titles");
    QTest::addColumn<QStringList>("cells");
    const auto list = [](const char *text) { return QString::fromLatin1(text).split(u'|'); };
    QTest::newRow("access") << QByteArray(
        "smtpd_client_restrictions = check_client_access hash:/etc/postfix/table")
                            << FileKind::KeyValue << QByteArray("# spam\na.example  REJECT go away\n")
                            << list("On|Client, address or name|Action|Text, address or destination|Comment")
                            << list("|a.example|REJECT|go away|spam");
    QTest::newRow("transport") << QByteArray("transport_maps = lmdb:/etc/postfix/table") << FileKind::KeyValue
                               << QByteArray("a.example relay:[b.example]:25\n")
                               << list("On|Recipient or domain|Transport|Host|Comment")
                               << list("|a.example|relay|[b.example]:25|");
    QTest::newRow("aliases") << QByteArray("alias_maps = hash:/etc/postfix/table") << FileKind::Aliases
                             << QByteArray("root: ann, bob\n") << list("On|Name|Targets|Comment")
                             << list("|root|ann, bob|");
    QTest::newRow("patterns") << QByteArray("header_checks = pcre:/etc/postfix/table") << FileKind::Pattern
                              << QByteArray("if !/^To:/\n!/^Subject: x/i  REJECT no\nendif\n")
                              << list("On|Pattern|Flags|Action|Text, address or destination|Comment")
                              << list("|if !/^To:/||||");
    QTest::newRow("networks") << QByteArray("mynetworks = cidr:/etc/postfix/table") << FileKind::Cidr
                              << QByteArray("192.0.2.0/24 OK\n") << list("On|Network|Any word|Comment")
                              << list("|192.0.2.0/24|OK|");
    QTest::newRow("passwords") << QByteArray("smtp_sasl_password_maps = hash:/etc/postfix/table")
                               << FileKind::KeyValue << QByteArray("[a.example] me:secret\n")
                               << list("On|Server or sender|User|Password|Comment")
                               << QStringList{QString(), QStringLiteral("[a.example]"), QStringLiteral("me"),
                                              QString(8, QChar(0x2022)), QString()};
}

void TestTablesPage::columnsFitTheMeaning()
{
    QFETCH(QByteArray, mainCf);
    QFETCH(FileKind, kind);
    QFETCH(QByteArray, rows);
    QFETCH(QStringList, cells);
    const ShownTable shown(mainCf, kind, rows);
    QVERIFY(shown.editor());
    const QAbstractItemModelTester tester(shown.model());
    QTEST(shown.titles(), "titles");
    for (int i = 0; i < cells.size(); ++i)
        QCOMPARE(shown.cell(0, i), cells[i]);
}

void TestTablesPage::membersAreOpened()
{
    ShownTable shown("virtual_alias_maps = unionmap:{static:x, hash:/etc/postfix/table}", FileKind::KeyValue,
                     "a@a.example b\n");
    shown.page->showTable("unionmap:{static:x, hash:/etc/postfix/table}");
    QVERIFY(!shown.editor());
    auto *list = shown.named<QListView>(QStringLiteral("Tables in it"));
    QVERIFY(list);
    QCOMPARE(list->model()->rowCount(), 2);
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_Return);
    QTRY_VERIFY(shown.editor());
    QCOMPARE(shown.cell(0, 1), QStringLiteral("a@a.example"));
}

void TestTablesPage::everythingHasAName()
{
    const ShownTable shown("smtp_sasl_password_maps = hash:/etc/postfix/table", FileKind::KeyValue,
                           "[a.example] me:secret\n");
    QVERIFY(shown.editor());
    QCOMPARE(support::namelessWidgets(shown.page.get()), QStringList());
}

void TestTablesPage::lookingChangesNothing()
{
    ShownTable shown("virtual_alias_maps = hash:/etc/postfix/table inline:{ a=b }, static:x",
                     FileKind::KeyValue, "a@a.example b\n");
    const auto *list = shown.named<QListView>(QStringLiteral("Tables"));
    for (int i = 0; i < list->model()->rowCount(); ++i) {
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                          list->visualRect(list->model()->index(i, 0)).center());
        QVERIFY(shown.page->view());
    }
    QCOMPARE(shown.desk.session.undoStack()->count(), 0);
}

QTEST_MAIN(TestTablesPage)
#include "tst_tablespage.moc"
