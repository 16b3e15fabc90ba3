// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/pages/shownservices.h"
#include "ui/pages/effectivematrix.h"

#include <QCheckBox>
#include <QSignalSpy>
#include <QTabBar>

using ui::ServicesModel;

/// What services have otherwise than main.cf says, and their arguments.
class TestServiceOverrides : public QObject
{
    Q_OBJECT

private slots:
    void matrixShowsWhatServicesHaveOtherwise();
    void matrixLeadsToTheLine();
    void overridesAreSwitchedAddedAndRemoved();
    void argumentsAreEdited();
    void programIsSetUpInItsFields();
    void valueWithBlanksAndNoneAtAllAreWritten();
    void switchedOnLineDefinesWhatItNames();
};

void TestServiceOverrides::overridesAreSwitchedAddedAndRemoved()
{
    ShownServices shown;
    shown.goTo(1, ServicesModel::NameColumn);
    QCOMPARE(shown.overrides->model()->rowCount(), 2);
    shown.overrides->setFocus();
    shown.overrides->setCurrentCell(1, 2);
    QTest::keyClick(shown.overrides, Qt::Key_Space);
    QVERIFY(shown.desk.masterCf().contains("\n  -o smtpd_tls_auth_only=yes\n"));
    shown.write(shown.overrides, QStringLiteral("no"));
    QVERIFY(shown.desk.masterCf().contains("\n  -o smtpd_tls_auth_only=no\n"));

    QLineEdit *name = nullptr;
    QLineEdit *value = nullptr;
    for (QLineEdit *line : shown.page.findChildren<QLineEdit *>()) {
        if (line->accessibleName() == QLatin1String("Setting"))
            name = line;
        else if (line->accessibleName() == QLatin1String("Value for this service"))
            value = line;
    }
    QVERIFY(name && value);
    QTest::keyClicks(name, QStringLiteral("smtpd_sasl_auth_enable"));
    QTest::keyClicks(value, QStringLiteral("yes"));
    QTest::keyClick(value, Qt::Key_Return);
    QVERIFY(shown.desk.masterCf().contains("-o smtpd_sasl_auth_enable=yes\n"));
    QCOMPARE(shown.overrides->model()->rowCount(), 3);
    QVERIFY(name->text().isEmpty());

    shown.overrides->setFocus();
    shown.overrides->setCurrentCell(0, 1);
    QTest::keyClick(shown.overrides, Qt::Key_Delete);
    QVERIFY(!shown.desk.masterCf().contains("syslog_name"));
    QCOMPARE(shown.overrides->model()->rowCount(), 2);
    shown.desk.undoAll();
    QCOMPARE(shown.desk.masterCf(), masterCf);
}

void TestServiceOverrides::argumentsAreEdited()
{
    ShownServices shown;
    shown.goTo(1, ServicesModel::NameColumn);
    QLineEdit *arguments = nullptr;
    for (QLineEdit *line : shown.page.findChildren<QLineEdit *>()) {
        if (line->accessibleName() == QLatin1String("Arguments"))
            arguments = line;
    }
    QVERIFY(arguments);
    QTest::keyClicks(arguments, QStringLiteral("-v"));
    QTest::keyClick(arguments, Qt::Key_Return);
    QVERIFY(shown.desk.masterCf().contains("smtpd -v\n"));
    shown.desk.undoAll();
    QCOMPARE(shown.desk.masterCf(), masterCf);
    QVERIFY(arguments->text().isEmpty());
}

void TestServiceOverrides::programIsSetUpInItsFields()
{
    const QByteArray text = "qmgr unix n - n 300 1 qmgr\n"
                            "dovecot   unix  -       n       n       -       -       pipe\n"
                            "  flags=DR user=vmail\n"
                            "# how it is called\n"
                            "  argv=/usr/bin/x -d ${recipient}\n";
    ShownServices shown(text);
    const auto line = [&](const char *name) -> QLineEdit * {
        for (QLineEdit *one : shown.page.findChildren<QLineEdit *>()) {
            if (one->accessibleName() == QLatin1String(name))
                return one;
        }
        return nullptr;
    };
    QLineEdit *flags = line("Flags (flags=)");
    QLineEdit *user = line("Runs as (user=)");
    QLineEdit *command = line("Command (argv=)");
    QVERIFY(flags && user && command);
    QVERIFY(!flags->isVisible());
    shown.goTo(1, ServicesModel::NameColumn);
    QVERIFY(flags->isVisible());
    QCOMPARE(flags->text(), QStringLiteral("DR"));
    QCOMPARE(command->text(), QStringLiteral("/usr/bin/x -d ${recipient}"));
    flags->setFocus();
    QTest::keyClick(flags, Qt::Key_End);
    QTest::keyClicks(flags, QStringLiteral("hu"));
    QTest::keyClick(flags, Qt::Key_Return);
    user->setFocus();
    QTest::keyClick(user, Qt::Key_End);
    QTest::keyClicks(user, QStringLiteral(":mail"));
    QTest::keyClick(user, Qt::Key_Return);
    QByteArray expected = text;
    QCOMPARE(shown.desk.masterCf(), expected.replace("flags=DR user=vmail", "flags=DRhu user=vmail:mail"));
    const QSignalSpy refused(&shown.desk.session, &ui::EditSession::refused);
    command->setFocus();
    command->selectAll();
    QTest::keyClick(command, Qt::Key_Delete);
    QTest::keyClick(command, Qt::Key_Return);
    QCOMPARE(refused.size(), 1);
    QCOMPARE(command->text(), QStringLiteral("/usr/bin/x -d ${recipient}"));
    shown.desk.undoAll();
    QCOMPARE(shown.desk.masterCf(), text);
}

void TestServiceOverrides::valueWithBlanksAndNoneAtAllAreWritten()
{
    ShownServices shown;
    shown.goTo(1, ServicesModel::NameColumn);
    shown.overrides->setFocus();
    shown.overrides->setCurrentCell(0, 2);
    shown.write(shown.overrides, QStringLiteral("two words"));
    QVERIFY(shown.desk.masterCf().contains("-o { syslog_name = two words }"));
    QLineEdit *name = nullptr;
    for (QLineEdit *line : shown.page.findChildren<QLineEdit *>()) {
        if (line->accessibleName() == QLatin1String("Setting"))
            name = line;
    }
    QVERIFY(name);
    QTest::keyClicks(name, QStringLiteral("smtpd_helo_restrictions"));
    QTest::keyClick(name, Qt::Key_Return);
    QVERIFY(shown.desk.masterCf().contains("-o smtpd_helo_restrictions=\n"));
    QCOMPARE(shown.overrides->currentIndex().siblingAtColumn(1).data().toString(),
             QStringLiteral("smtpd_helo_restrictions"));
    QCOMPARE(shown.overrides->currentIndex().siblingAtColumn(2).data().toString(), QStringLiteral("(empty)"));
    shown.desk.undoAll();
    QCOMPARE(shown.desk.masterCf(), masterCf);
}

void TestServiceOverrides::switchedOnLineDefinesWhatItNames()
{
    const QByteArray text = "submission inet n - y - - smtpd\n"
                            "  -o smtpd_sasl_auth_enable=yes\n"
                            "#  -o smtpd_client_restrictions=$mua_client_restrictions\n"
                            "  -o smtpd_tls_security_level=encrypt\n";
    ShownServices shown(text);
    shown.goTo(0, ServicesModel::NameColumn);
    shown.overrides->setFocus();
    shown.overrides->setCurrentCell(1, 1);
    QTest::keyClick(shown.overrides, Qt::Key_Space);
    QVERIFY(shown.desk.masterCf().contains("\n  -o smtpd_client_restrictions=$mua_client_restrictions\n"));
    QVERIFY(shown.desk.mainCf().contains("mua_client_restrictions =\n"));
    QCOMPARE(shown.desk.session.undoStack()->count(), 1);
    shown.desk.undoAll();
    QCOMPARE(shown.desk.masterCf(), text);
    QCOMPARE(shown.desk.mainCf(), "compatibility_level = 3.6\n");
}

void TestServiceOverrides::matrixShowsWhatServicesHaveOtherwise()
{
    ShownServices shown("smtp inet n - y - - smtpd\n"
                        "submission inet n - y - - smtpd\n"
                        "  -o mydomain=example.net\n  -o smtpd_banner=$mydomain\n"
                        "relay unix - - y - - smtp\n");
    auto *tabs = shown.page.findChild<QTabBar *>();
    tabs->setFocus();
    QTest::keyClick(tabs, Qt::Key_Right);
    auto *matrix = shown.page.findChild<ui::EffectiveMatrix *>();
    QVERIFY(matrix && matrix->isVisible());
    const QAbstractItemModel *model = matrix->grid()->model();
    const auto column = [&](int at) { return model->headerData(at, Qt::Horizontal).toString(); };
    QCOMPARE(model->columnCount(), 3); // the setting, what all have, and the one service that differs
    QCOMPARE(column(2), QStringLiteral("submission/inet"));
    QStringList names;
    for (int row = 0; row < model->rowCount(); ++row)
        names.append(model->index(row, 0).data().toString());
    QVERIFY2(names.contains(QStringLiteral("smtpd_banner")) && names.contains(QStringLiteral("mydomain")),
             qPrintable(names.join(u' ')));
    QVERIFY(!names.contains(QStringLiteral("queue_directory")));
    const QModelIndex banner = model->index(int(names.indexOf(QStringLiteral("smtpd_banner"))), 2);
    QCOMPARE(banner.data().toString(), QStringLiteral("example.net"));
    QVERIFY(banner.data(Qt::ToolTipRole).toString().contains(QStringLiteral("master.cf:4: $mydomain")));
    QVERIFY(banner.data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("override")));

    auto *filter = matrix->findChild<QLineEdit *>();
    filter->setFocus();
    QTest::keyClicks(filter, QStringLiteral("banner"));
    for (int row = 0; row < model->rowCount(); ++row)
        QVERIFY(model->index(row, 0).data().toString().contains(QStringLiteral("banner")));
    QTest::keyClick(filter, Qt::Key_Tab);
    QTest::keyClick(matrix->findChild<QCheckBox *>(), Qt::Key_Space);
    QCOMPARE(model->columnCount(), 5);
    filter->clear();
    QVERIFY(model->rowCount() > 500);
    shown.desk.session.edit(QStringLiteral("x"), [](model::Draft &draft) {
        const qsizetype at = draft.masterCf().text().indexOf("example.net");
        draft.replace(model::FileId::MasterCf, {at, at + 11}, "example.com");
    });
    QTest::keyClick(matrix->findChild<QCheckBox *>(), Qt::Key_Space);
    QTest::keyClicks(filter, QStringLiteral("example.com"));
    QVERIFY(model->rowCount() >= 2);
    QTest::keyClicks(filter, QStringLiteral("nothing like it"));
    QVERIFY(!matrix->grid()->isVisible());
}

void TestServiceOverrides::matrixLeadsToTheLine()
{
    ShownServices shown("submission inet n - y - - smtpd\n  -o smtpd_banner=here\n");
    auto *tabs = shown.page.findChild<QTabBar *>();
    tabs->setFocus();
    QTest::keyClick(tabs, Qt::Key_Right);
    ui::GridView *grid = shown.page.findChild<ui::EffectiveMatrix *>()->grid();
    QSignalSpy requested(&shown.desk.session, &ui::EditSession::requested);
    for (int row = 0; row < grid->model()->rowCount(); ++row) {
        if (grid->model()->index(row, 0).data().toString() == QLatin1String("smtpd_banner"))
            grid->setCurrentCell(row, 0);
    }
    grid->setFocus();
    QTest::keyClick(grid, Qt::Key_Right);
    QTest::keyClick(grid, Qt::Key_Right);
    QTest::keyClick(grid, Qt::Key_Return);
    QCOMPARE(requested.size(), 1);
    const auto place = requested.first().first().value<model::Place>();
    QCOMPARE(place.range.in(shown.desk.masterCf()), "-o smtpd_banner=here");
}

QTEST_MAIN(TestServiceOverrides)
#include "tst_serviceoverrides.moc"
