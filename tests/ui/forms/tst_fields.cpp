// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/forms/shownfield.h"

#include <QListView>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QSignalSpy>

/// The field of each kind of value, with real keys.
class TestFields : public QObject
{
    Q_OBJECT

private slots:
    void yesNo();
    void number();
    void time();
    void size();
    void choice();
    void listOfItems();
    void listOfTables();
    void file();
    void freeText();
    void ownParameter();
    void everyKindTakesAName_data();
    void everyKindTakesAName();
    void listOfAServiceIsChangedByItem();
    void listOfAccessRulesHasAnItemForEachStep();
    void defaultOfAccessRulesHasItemsToo();
};

void TestFields::yesNo()
{
    const ShownField shown("smtpd_tls_auth_only");
    auto *yes = shown.widget<QRadioButton>(QStringLiteral("Yes"));
    QVERIFY(yes && !yes->isChecked());
    QTest::mouseClick(yes, Qt::LeftButton, {}, QPoint(8, yes->height() / 2));
    QVERIFY(shown.desk.mainCf().contains("smtpd_tls_auth_only = yes\n"));
    QTest::keyClick(yes, Qt::Key_Right); // the arrows go to the other
    QTest::keyClick(shown.widget<QRadioButton>(QStringLiteral("No")), Qt::Key_Space);
    QCOMPARE(shown.desk.mainCf(), mainCf);
}

void TestFields::number()
{
    ShownField shown("default_process_limit");
    auto *line = shown.widget<QLineEdit>();
    QCOMPARE(line->text(), QStringLiteral("50"));
    line->setFocus();
    QTest::keyClick(line, Qt::Key_Up);
    QTest::keyClick(line, Qt::Key_Up);
    QTest::keyClick(line, Qt::Key_Return);
    QVERIFY(shown.desk.mainCf().contains("default_process_limit = 52\n"));
    QCOMPARE(shown.desk.session.undoStack()->count(), 1);
    shown.desk.undoAll();
    QCOMPARE(line->text(), QStringLiteral("50"));
}

void TestFields::time()
{
    ShownField shown("queue_run_delay");
    auto *line = shown.widget<QLineEdit>();
    auto *unit = shown.widget<QComboBox>();
    QCOMPARE(line->text(), QStringLiteral("300"));
    QCOMPARE(unit->currentText(), QStringLiteral("seconds"));
    QVERIFY(shown.said().contains(QStringLiteral("5 minute")));
    shown.write(line, QStringLiteral("200")); // the unit stays unwritten
    QVERIFY(shown.desk.mainCf().contains("queue_run_delay = 200\n"));
    unit->setFocus();
    QTest::keyClick(unit, Qt::Key_Down); // minutes
    emit unit->activated(unit->currentIndex());
    QVERIFY(shown.desk.mainCf().contains("queue_run_delay = 200m\n"));
    shown.write(line, QStringLiteral("2h"));
    QVERIFY(shown.desk.mainCf().contains("queue_run_delay = 2h\n"));
    QCOMPARE(unit->currentText(), QStringLiteral("hours"));
    shown.desk.undoAll();
    QCOMPARE(shown.desk.mainCf(), mainCf);
}

void TestFields::size()
{
    ShownField shown("message_size_limit");
    QVERIFY(shown.said().contains(QStringLiteral("9.8 MB")));
    shown.write(shown.widget<QLineEdit>(), QStringLiteral("50 MB"));
    QVERIFY(shown.desk.mainCf().contains("message_size_limit = 52428800\n"));
    QVERIFY(shown.said().contains(QStringLiteral("50.0 MB")));
}

void TestFields::choice()
{
    ShownField shown("smtpd_tls_security_level");
    auto *box = shown.widget<QComboBox>();
    QVERIFY(box->currentText().startsWith(QStringLiteral("may")));
    QVERIFY(box->currentText().size() > 4); // in words
    box->setFocus();
    QTest::keyClick(box, Qt::Key_Down);
    QVERIFY(shown.desk.mainCf().contains("smtpd_tls_security_level = encrypt\n"));
    shown.desk.undoAll();
    QVERIFY(box->currentText().startsWith(QStringLiteral("may")));
}

void TestFields::listOfItems()
{
    ShownField shown("mynetworks");
    auto *list = shown.widget<QListView>();
    QCOMPARE(list->model()->rowCount(), 2);
    list->setFocus();
    list->setCurrentIndex(list->model()->index(1, 0));
    QTest::keyClick(list, Qt::Key_Up, Qt::AltModifier); // its comment comes along
    QVERIFY(shown.desk.mainCf().contains("    # the office\n    192.0.2.0/24\n    127.0.0.0/8\n"));
    QTest::keyClick(list, Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(shown.desk.mainCf(), mainCf);
    list->setCurrentIndex(list->model()->index(0, 0));
    QTest::keyClick(list, Qt::Key_Return);
    auto *editor = list->viewport()->findChild<QLineEdit *>();
    QVERIFY(editor);
    editor->selectAll();
    QTest::keyClicks(editor, QStringLiteral("127.0.0.1/32"));
    QTest::keyClick(editor, Qt::Key_Return);
    QCoreApplication::processEvents(); // editors commit after their key
    QVERIFY(shown.desk.mainCf().contains("    127.0.0.1/32\n    # the office\n"));
    auto *fresh = shown.widget<QLineEdit>(QStringLiteral("New item"));
    shown.write(fresh, QStringLiteral("[::1]/128"));
    QVERIFY(shown.desk.mainCf().contains("    127.0.0.1/32\n    [::1]/128\n"));
    QCOMPARE(fresh->text(), QString());
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Delete);
    QVERIFY(!shown.desk.mainCf().contains("::1"));
    shown.desk.undoAll();
    QCOMPARE(shown.desk.mainCf(), mainCf);
}

void TestFields::listOfTables()
{
    const ShownField shown("alias_maps");
    auto *list = shown.widget<QListView>();
    QCOMPARE(list->model()->rowCount(), 1);
    shown.write(shown.widget<QLineEdit>(QStringLiteral("New item")), QStringLiteral("lmdb:/etc/more"));
    QVERIFY(shown.desk.mainCf().contains("alias_maps = hash:/etc/aliases lmdb:/etc/more\n")
            || shown.desk.mainCf().contains("alias_maps = hash:/etc/aliases, lmdb:/etc/more\n"));
}

void TestFields::file()
{
    QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkpath(QStringLiteral("etc/postfix")));
    QFile certificate(folder.filePath(QStringLiteral("etc/ca.pem")));
    QVERIFY(certificate.open(QIODevice::WriteOnly));
    ShownField shown("smtp_tls_CAfile");
    shown.desk.presence.setFolder(folder.filePath(QStringLiteral("etc/postfix")));
    QSignalSpy found(&shown.desk.presence, &ui::FilePresence::found);
    shown.write(shown.widget<QLineEdit>(), QStringLiteral("/etc/ca.pem"));
    QVERIFY(shown.desk.mainCf().contains("smtp_tls_CAfile = /etc/ca.pem\n"));
    QTRY_VERIFY(shown.said().contains(QStringLiteral("Exists.")));
    shown.write(shown.widget<QLineEdit>(), QStringLiteral("/etc/none.pem"));
    QTRY_VERIFY(shown.said().contains(QStringLiteral("Does not exist.")));
    QVERIFY(!found.isEmpty());
}

void TestFields::freeText()
{
    const ShownField shown("smtp_helo_name");
    shown.write(shown.widget<QLineEdit>(), QStringLiteral("smtp.example.net"));
    QVERIFY(shown.desk.mainCf().contains("smtp_helo_name = smtp.example.net\n"));
}

void TestFields::ownParameter()
{
    const ShownField shown("my_own");
    QVERIFY(shown.said().contains(QStringLiteral("my_own")));
    shown.write(shown.widget<QLineEdit>(), QStringLiteral("y z"));
    QVERIFY(shown.desk.mainCf().contains("my_own = y z\n"));
}

void TestFields::everyKindTakesAName_data()
{
    QTest::addColumn<QByteArray>("parameter");
    for (const char *name :
         {"smtpd_tls_auth_only", "default_process_limit", "queue_run_delay", "message_size_limit",
          "smtpd_tls_security_level", "mynetworks", "alias_maps", "smtp_tls_CAfile", "smtp_helo_name"})
        QTest::newRow(name) << QByteArray(name);
}

void TestFields::everyKindTakesAName()
{
    QFETCH(const QByteArray, parameter);
    ShownField shown(parameter);
    shown.frame.setRaw(true);
    auto *text = shown.widget<QPlainTextEdit>();
    QVERIFY(text);
    text->setFocus();
    text->selectAll();
    QTest::keyClicks(text, QStringLiteral("$my_own"));
    QTest::keyClick(text, Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(shown.desk.mainCf().contains(parameter + " = $my_own\n")
            || shown.desk.mainCf().contains(parameter + " =\n    $my_own\n"));
    QVERIFY(shown.said().contains(QStringLiteral("comes out as “x”")));
    shown.frame.setRaw(false); // where the field has no words for it the text stays
    QCOMPARE(shown.frame.binding().value(), "$my_own");
    shown.desk.undoAll();
    QCOMPARE(shown.desk.mainCf(), mainCf);
}

void TestFields::listOfAServiceIsChangedByItem()
{
    const ShownField shown("mynetworks", "submission/inet");
    auto *list = shown.widget<QListView>();
    QCOMPARE(list->model()->rowCount(), 2); // what it has from main.cf
    list->setFocus();
    list->setCurrentIndex(list->model()->index(0, 0));
    QTest::keyClick(list, Qt::Key_Delete);
    QVERIFY2(shown.desk.masterCf().contains("mynetworks=192.0.2.0/24"), shown.desk.masterCf().constData());
    QCOMPARE(shown.desk.mainCf(), mainCf);
}

void TestFields::listOfAccessRulesHasAnItemForEachStep()
{
    ShownField shown("smtpd_client_restrictions", {},
                     "smtpd_client_restrictions =\n"
                     "    permit_mynetworks,\n"
                     "    # friends\n"
                     "    check_client_access hash:/etc/postfix/friends,\n"
                     "    reject_rbl_client zen.example.org\n");
    auto *list = shown.widget<QListView>();
    QVERIFY(list && shown.isActive);
    QCOMPARE(list->model()->rowCount(), 3);
    QCOMPARE(list->model()->index(1, 0).data().toString(),
             QStringLiteral("check_client_access hash:/etc/postfix/friends"));
    list->setFocus(Qt::TabFocusReason);
    list->setCurrentIndex(list->model()->index(1, 0));
    QTest::keyClick(list, Qt::Key_Down, Qt::AltModifier);
    QTest::keyClick(list, Qt::Key_Up, Qt::AltModifier);
    QTest::keyClick(list, Qt::Key_Up, Qt::AltModifier);
    shown.write(shown.widget<QLineEdit>(QStringLiteral("New item")),
                QStringLiteral("check_policy_service { unix:private/p, timeout=10s }"));
    list->setFocus(Qt::TabFocusReason);
    list->setCurrentIndex(list->model()->index(3, 0));
    QTest::keyClick(list, Qt::Key_Delete);
    QCOMPARE(QString::fromUtf8(shown.desk.mainCf()),
             QStringLiteral("smtpd_client_restrictions =\n"
                            "    # friends\n"
                            "    check_client_access hash:/etc/postfix/friends,\n"
                            "    check_policy_service { unix:private/p, timeout=10s },\n"
                            "    permit_mynetworks\n"));
}

void TestFields::defaultOfAccessRulesHasItemsToo()
{
    ShownField shown("smtpd_relay_restrictions", "submission/inet", "compatibility_level = 3.6\n");
    auto *list = shown.widget<QListView>();
    QVERIFY(list && shown.isActive);
    QCOMPARE(list->model()->rowCount(), 3);
    list->setFocus(Qt::TabFocusReason);
    list->setCurrentIndex(list->model()->index(0, 0));
    QTest::keyClick(list, Qt::Key_Delete);
    QVERIFY(shown.desk.masterCf().endsWith(
        "  -o smtpd_relay_restrictions=permit_sasl_authenticated,defer_unauth_destination\n"));
}

QTEST_MAIN(TestFields)
#include "tst_fields.moc"
