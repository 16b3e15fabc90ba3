// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/tables/showntable.h"
#include "ui/tables/rowfilterline.h"

#include <QLabel>
#include <QPushButton>

using model::FileKind;

/// Finding, replacing and sorting rows, and what hides behind others.
class TestTablesSearching : public QObject
{
    Q_OBJECT

private slots:
    void filterShowsSomeRows();
    void textIsReplaced();
    void rowsAreSortedWhenAsked();
    void shadowedRowIsMarked_data();
    void shadowedRowIsMarked();
};

void TestTablesSearching::filterShowsSomeRows()
{
    QByteArray rows;
    for (int i = 0; i < 5000; ++i)
        rows += "user" + QByteArray::number(i) + "@a.example somebody\n";
    ShownTable shown("virtual_alias_maps = hash:/etc/postfix/table", FileKind::KeyValue, rows);
    auto *filter = shown.page->findChild<ui::RowFilterLine *>();
    filter->setFocus();
    QTest::keyClicks(filter, QStringLiteral("USER499"));
    QTRY_COMPARE_WITH_TIMEOUT(shown.model()->rowCount(), 11, 20000); // 499 and 4990 to 4999
    QCOMPARE(shown.cell(0, 1), QStringLiteral("user499@a.example"));
    shown.write(1, 2, QStringLiteral("other"));
    QCOMPARE(shown.model()->rowCount(), 11);
    QVERIFY(shown.rows().contains("user4990@a.example other\n"));
    shown.grid()->setFocus();
    QTest::keyClick(shown.grid(), Qt::Key_Delete);
    QCOMPARE(shown.model()->rowCount(), 10);
    QVERIFY(!shown.rows().contains("user4990@"));
    QCOMPARE(shown.cell(1, 1), QStringLiteral("user4991@a.example"));
    filter->setFocus();
    QTest::keyClick(filter, Qt::Key_Escape);
    QCOMPARE(shown.model()->rowCount(), 4999);
}

void TestTablesSearching::textIsReplaced()
{
    ShownTable shown("virtual_alias_maps = hash:/etc/postfix/table", FileKind::KeyValue,
                     "a@old.example b@old.example\nc@old.example d\ne@new.example f@old.example\n");
    shown.grid()->setFocus();
    QTest::keyClick(shown.grid(), Qt::Key_F, Qt::ControlModifier);
    auto *find = shown.named<QLineEdit>(QStringLiteral("Find"));
    QVERIFY(find && find->hasFocus());
    QTest::keyClicks(find, QStringLiteral("old.example"));
    QTest::keyClick(find, Qt::Key_Return);
    QCOMPARE(shown.grid()->currentRow(), 0);
    QTest::keyClick(find, Qt::Key_Return);
    QCOMPARE(shown.grid()->currentRow(), 1);
    auto *by = shown.named<QLineEdit>(QStringLiteral("Replace by"));
    QTest::keyClicks(by, QStringLiteral("new.example"));
    QTest::keyClick(by, Qt::Key_Return);
    QVERIFY(shown.rows().contains("c@new.example d\n"));
    QCOMPARE(shown.grid()->currentRow(), 2);
    for (QPushButton *button : shown.page->findChildren<QPushButton *>()) {
        if (button->text() == QLatin1String("Replace All"))
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QTRY_COMPARE_WITH_TIMEOUT(
        shown.rows(),
        QByteArray("a@new.example b@new.example\nc@new.example d\ne@new.example f@new.example\n"), 20000);
    QCOMPARE(shown.desk.session.undoStack()->count(), 2);
}

void TestTablesSearching::rowsAreSortedWhenAsked()
{
    ShownTable shown("virtual_alias_maps = hash:/etc/postfix/table", FileKind::KeyValue,
                     "c@a.example x\n# about b\nb@a.example z\na@a.example y\n");
    const auto sort = [&](const char *text) {
        for (QAction *action : shown.grid()->actions()) {
            if (action->text() == QLatin1String(text))
                action->trigger();
        }
    };
    shown.grid()->setCurrentCell(0, 1);
    sort("Sort by This Column");
    QTRY_COMPARE_WITH_TIMEOUT(shown.rows(),
                              QByteArray("a@a.example y\n# about b\nb@a.example z\nc@a.example x\n"), 20000);
    shown.grid()->setCurrentCell(0, 2);
    sort("Sort Backwards by This Column");
    QTRY_COMPARE_WITH_TIMEOUT(shown.cell(0, 1), QStringLiteral("b@a.example"), 20000);
    QCOMPARE(shown.cell(2, 1), QStringLiteral("c@a.example"));
    QCOMPARE(shown.desk.session.undoStack()->count(), 2);
}

void TestTablesSearching::shadowedRowIsMarked_data()
{
    QTest::addColumn<QByteArray>("setting");
    QTest::addColumn<FileKind>("kind");
    QTest::addColumn<QByteArray>("rows");
    QTest::newRow("a network in another")
        << QByteArray("mynetworks = cidr:/etc/postfix/table") << FileKind::Cidr
        << QByteArray("10.0.0.0/8 OK\n10.1.0.0/16 OK\n192.0.2.1 OK\n");
    QTest::newRow("a key twice") << QByteArray("relocated_maps = texthash:/etc/postfix/table")
                                 << FileKind::KeyValue << QByteArray("a@b.example c\nA@b.example d\n");
    QTest::newRow("an alias twice") << QByteArray("alias_maps = texthash:/etc/postfix/table")
                                    << FileKind::Aliases << QByteArray("a: b\na: c\n");
    QTest::newRow("a pattern twice") << QByteArray("header_checks = pcre:/etc/postfix/table")
                                     << FileKind::Pattern
                                     << QByteArray("/^x/ DUNNO\n/^x/ REJECT\n/^y/ DUNNO\n");
}

void TestTablesSearching::shadowedRowIsMarked()
{
    QFETCH(QByteArray, setting);
    QFETCH(FileKind, kind);
    QFETCH(QByteArray, rows);
    const ShownTable shown(setting, kind, rows);
    const auto hasIcon = [&](int row) {
        return !shown.model()->index(row, 0).data(Qt::DecorationRole).value<QIcon>().isNull();
    };
    QTRY_VERIFY_WITH_TIMEOUT(hasIcon(1), 20000);
    QVERIFY(!hasIcon(0));
    shown.grid()->setCurrentCell(1, 1);
    const auto saysWhy = [&] {
        const auto labels = shown.page->findChildren<QLabel *>();
        return std::ranges::any_of(labels, [](const QLabel *label) {
            return label->isVisible() && label->text().contains(QStringLiteral("line 1"));
        });
    };
    QTRY_VERIFY_WITH_TIMEOUT(saysWhy(), 20000); // the rules or the grid, whoever is first
}

QTEST_MAIN(TestTablesSearching)
#include "tst_tablessearching.moc"
