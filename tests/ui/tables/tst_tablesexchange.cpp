// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/tables/showntable.h"
#include "ui/widgets/messagebar.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QToolButton>

using model::FileKind;

/// Rows that come from elsewhere and go there: the clipboard and CSV files.
class TestTablesExchange : public QObject
{
    Q_OBJECT

private slots:
    void rowsArePasted_data();
    void rowsArePasted();
    void badPasteSaysWhichLine();
    void rowsAreCopied();
    void passwordsAreNotCopiedUnseen();
    void csvGoesOutAndIn();
};

void TestTablesExchange::rowsArePasted_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("from a spreadsheet")
        << QStringLiteral("b.example\tREJECT\tgo, away\nc.example\tOK\n")
        << QByteArray("a.example OK\nb.example REJECT go, away\nc.example OK\nz.example OK\n");
    QTest::newRow("CSV with names") << QStringLiteral("on,value,key\r\nno,\"REJECT a, b\",b.example\r\n")
                                    << QByteArray("a.example OK\n#b.example REJECT a, b\nz.example OK\n");
}

void TestTablesExchange::rowsArePasted()
{
    QFETCH(QString, text);
    const QByteArray before = "a.example OK\nz.example OK\n";
    ShownTable shown("smtpd_sender_restrictions = check_sender_access hash:/etc/postfix/table",
                     FileKind::KeyValue, before);
    QGuiApplication::clipboard()->setText(text);
    shown.grid()->setFocus();
    shown.grid()->setCurrentCell(0, 1);
    QTest::keyClick(shown.grid(), Qt::Key_V, Qt::ControlModifier);
    QTEST(shown.rows(), "after");
    QCOMPARE(shown.desk.session.undoStack()->count(), 1);
    QCOMPARE(shown.grid()->currentRow(), 1);
    shown.desk.undoAll();
    QCOMPARE(shown.rows(), before);
}

void TestTablesExchange::badPasteSaysWhichLine()
{
    const QByteArray before = "a.example OK\n";
    ShownTable shown("smtpd_sender_restrictions = check_sender_access hash:/etc/postfix/table",
                     FileKind::KeyValue, before);
    QGuiApplication::clipboard()->setText(QStringLiteral("b.example\tOK\nc.example\n"));
    shown.grid()->setFocus();
    QTest::keyClick(shown.grid(), Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(shown.rows(), before);
    const auto *bar = shown.page->findChild<ui::MessageBar *>();
    QVERIFY(bar);
    QVERIFY2(bar->text().contains(QStringLiteral("Line 2")), qPrintable(bar->text()));
}

void TestTablesExchange::rowsAreCopied()
{
    ShownTable shown("smtpd_sender_restrictions = check_sender_access hash:/etc/postfix/table",
                     FileKind::KeyValue, "a.example OK\n# why\nz.example REJECT go, away\n");
    shown.grid()->setFocus();
    shown.grid()->setCurrentCell(0, 1);
    QTest::keyClick(shown.grid(), Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(shown.grid(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text().remove(u'\r'),
             QStringLiteral("a.example\tOK\t\t\nz.example\tREJECT\tgo, away\twhy\n"));
}

void TestTablesExchange::passwordsAreNotCopiedUnseen()
{
    ShownTable shown("smtp_sasl_password_maps = hash:/etc/postfix/table", FileKind::KeyValue,
                     "[a.example] me:secret\n");
    QGuiApplication::clipboard()->setText(QStringLiteral("before"));
    shown.grid()->setFocus();
    shown.grid()->setCurrentCell(0, 1);
    QTest::keyClick(shown.grid(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("before"));
    QTest::mouseClick(shown.named<QToolButton>(QStringLiteral("Show Passwords")), Qt::LeftButton);
    shown.grid()->setFocus();
    QTest::keyClick(shown.grid(), Qt::Key_C, Qt::ControlModifier);
    QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("secret")));
}

void TestTablesExchange::csvGoesOutAndIn()
{
    const QByteArray before = "# why\na.example OK\n\n#z.example REJECT \"go\", away\n";
    ShownTable shown("smtpd_sender_restrictions = check_sender_access hash:/etc/postfix/table",
                     FileKind::KeyValue, before);
    const QString path = shown.desk.scratch.filePath(QStringLiteral("rows.csv"));
    shown.editor()->exportTo(path);
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(path), 20000);
    shown.grid()->selectAll();
    shown.grid()->setFocus();
    QTest::keyClick(shown.grid(), Qt::Key_Delete);
    QCOMPARE(shown.model()->rowCount(), 0);
    shown.editor()->importFrom(path);
    QTRY_COMPARE_WITH_TIMEOUT(shown.model()->rowCount(), 2, 20000);
    QCOMPARE(shown.cell(1, 3), QStringLiteral("\"go\", away"));
    QCOMPARE(shown.model()->index(1, 0).data(Qt::CheckStateRole).toInt(), int(Qt::Unchecked));
    QCOMPARE(shown.cell(0, 4), QStringLiteral("why"));
}

QTEST_MAIN(TestTablesExchange)
#include "tst_tablesexchange.moc"
