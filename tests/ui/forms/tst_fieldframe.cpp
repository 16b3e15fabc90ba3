// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/desk.h"
#include "ui/forms/fieldframe.h"
#include "ui/forms/plainwords.h"

#include <QLabel>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using ui::FieldTarget;

namespace {

const QByteArray mainCf = "mydomain = example.org\n"
                          "smtpd_tls_auth_only = no\n"
                          "default_process_limit = 50\n"
                          "queue_run_delay = 300\n"
                          "message_size_limit = 10240000\n"
                          "smtpd_tls_security_level = may\n"
                          "mynetworks =\n"
                          "    127.0.0.0/8\n"
                          "    # the office\n"
                          "    192.0.2.0/24\n"
                          "alias_maps = hash:/etc/aliases\n"
                          "smtp_tls_CAfile = /etc/ssl/ca.pem\n"
                          "smtp_helo_name = helo.example.org\n"
                          "my_own = x\n";
const QByteArray masterCf = "smtp inet n - n - - smtpd\n"
                            "submission inet n - n - - smtpd\n"
                            "  -o smtpd_tls_security_level=encrypt\n";

/// One field on a desk.
struct Shown
{
    explicit Shown(const QByteArray &parameter, const QByteArray &service = {},
                   const QByteArray &main = mainCf)
        : desk(main, masterCf),
          frame({desk.session, desk.findings, desk.knowledge, desk.presence}, FieldTarget{parameter, service})
    {
        frame.resize(640, 400);
        frame.show();
        frame.activateWindow();
        isActive = QTest::qWaitForWindowActive(&frame);
    }

    /// The visible one whose accessible name begins so.
    template<typename Widget>
    Widget *widget(const QString &name = {}) const
    {
        for (Widget *found : frame.findChildren<Widget *>()) {
            if (found->isVisible() && found->accessibleName().startsWith(name))
                return found;
        }
        return nullptr;
    }

    void write(QLineEdit *line, const QString &text) const
    {
        line->setFocus();
        line->selectAll();
        QTest::keyClicks(line, text);
        QTest::keyClick(line, Qt::Key_Return);
    }

    QString said() const
    {
        QStringList texts;
        for (const QLabel *label : frame.findChildren<QLabel *>()) {
            if (label->isVisible())
                texts.append(label->text());
        }
        return texts.join(u'\n');
    }

    support::Desk desk;
    ui::FieldFrame frame;
    bool isActive = false;
};

} // namespace

class TestFieldFrame : public QObject
{
    Q_OBJECT

private slots:
    void passwordIsNotShown_data();
    void passwordIsNotShown();
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
    void whatPostfixWouldRefuseIsMarked_data();
    void whatPostfixWouldRefuseIsMarked();
    void rawTextIsOneClickAway();
    void resetSaysWhatComesThen();
    void overrideOfAService();
    void listOfAServiceIsChangedByItem();
    void listOfAccessRulesHasAnItemForEachStep();
    void defaultOfAccessRulesHasItemsToo();
    void bytesThatAreNoTextAreKept();
    void draftIsNotOverwritten();
    void nothingIsWrittenThatWasNotTouched();
    void findingsAreShownWithTheirFix();
    void everythingHasAName();
};

void TestFieldFrame::yesNo()
{
    const Shown shown("smtpd_tls_auth_only");
    auto *yes = shown.widget<QRadioButton>(QStringLiteral("Yes"));
    QVERIFY(yes && !yes->isChecked());
    QTest::mouseClick(yes, Qt::LeftButton, {}, QPoint(8, yes->height() / 2));
    QVERIFY(shown.desk.mainCf().contains("smtpd_tls_auth_only = yes\n"));
    QTest::keyClick(yes, Qt::Key_Right); // the arrows go to the other
    QTest::keyClick(shown.widget<QRadioButton>(QStringLiteral("No")), Qt::Key_Space);
    QCOMPARE(shown.desk.mainCf(), mainCf);
}

void TestFieldFrame::number()
{
    Shown shown("default_process_limit");
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

void TestFieldFrame::time()
{
    Shown shown("queue_run_delay");
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

void TestFieldFrame::size()
{
    Shown shown("message_size_limit");
    QVERIFY(shown.said().contains(QStringLiteral("9.8 MB")));
    shown.write(shown.widget<QLineEdit>(), QStringLiteral("50 MB"));
    QVERIFY(shown.desk.mainCf().contains("message_size_limit = 52428800\n"));
    QVERIFY(shown.said().contains(QStringLiteral("50.0 MB")));
}

void TestFieldFrame::choice()
{
    Shown shown("smtpd_tls_security_level");
    auto *box = shown.widget<QComboBox>();
    QVERIFY(box->currentText().startsWith(QStringLiteral("may")));
    QVERIFY(box->currentText().size() > 4); // in words
    box->setFocus();
    QTest::keyClick(box, Qt::Key_Down);
    QVERIFY(shown.desk.mainCf().contains("smtpd_tls_security_level = encrypt\n"));
    shown.desk.undoAll();
    QVERIFY(box->currentText().startsWith(QStringLiteral("may")));
}

void TestFieldFrame::listOfItems()
{
    Shown shown("mynetworks");
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

void TestFieldFrame::listOfTables()
{
    const Shown shown("alias_maps");
    auto *list = shown.widget<QListView>();
    QCOMPARE(list->model()->rowCount(), 1);
    shown.write(shown.widget<QLineEdit>(QStringLiteral("New item")), QStringLiteral("lmdb:/etc/more"));
    QVERIFY(shown.desk.mainCf().contains("alias_maps = hash:/etc/aliases lmdb:/etc/more\n")
            || shown.desk.mainCf().contains("alias_maps = hash:/etc/aliases, lmdb:/etc/more\n"));
}

void TestFieldFrame::file()
{
    QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkpath(QStringLiteral("etc/postfix")));
    QFile certificate(folder.filePath(QStringLiteral("etc/ca.pem")));
    QVERIFY(certificate.open(QIODevice::WriteOnly));
    Shown shown("smtp_tls_CAfile");
    shown.desk.presence.setFolder(folder.filePath(QStringLiteral("etc/postfix")));
    QSignalSpy found(&shown.desk.presence, &ui::FilePresence::found);
    shown.write(shown.widget<QLineEdit>(), QStringLiteral("/etc/ca.pem"));
    QVERIFY(shown.desk.mainCf().contains("smtp_tls_CAfile = /etc/ca.pem\n"));
    QTRY_VERIFY(shown.said().contains(QStringLiteral("Exists.")));
    shown.write(shown.widget<QLineEdit>(), QStringLiteral("/etc/none.pem"));
    QTRY_VERIFY(shown.said().contains(QStringLiteral("Does not exist.")));
    QVERIFY(!found.isEmpty());
}

void TestFieldFrame::freeText()
{
    const Shown shown("smtp_helo_name");
    shown.write(shown.widget<QLineEdit>(), QStringLiteral("smtp.example.net"));
    QVERIFY(shown.desk.mainCf().contains("smtp_helo_name = smtp.example.net\n"));
}

void TestFieldFrame::ownParameter()
{
    const Shown shown("my_own");
    QVERIFY(shown.said().contains(QStringLiteral("my_own")));
    shown.write(shown.widget<QLineEdit>(), QStringLiteral("y z"));
    QVERIFY(shown.desk.mainCf().contains("my_own = y z\n"));
}

void TestFieldFrame::everyKindTakesAName_data()
{
    QTest::addColumn<QByteArray>("parameter");
    for (const char *name :
         {"smtpd_tls_auth_only", "default_process_limit", "queue_run_delay", "message_size_limit",
          "smtpd_tls_security_level", "mynetworks", "alias_maps", "smtp_tls_CAfile", "smtp_helo_name"})
        QTest::newRow(name) << QByteArray(name);
}

void TestFieldFrame::everyKindTakesAName()
{
    QFETCH(const QByteArray, parameter);
    Shown shown(parameter);
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

void TestFieldFrame::whatPostfixWouldRefuseIsMarked_data()
{
    QTest::addColumn<QByteArray>("parameter");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("said");
    const auto row = [](const char *parameter, const char *text, const char *said) {
        QTest::newRow(parameter) << QByteArray(parameter) << QString::fromUtf8(text)
                                 << QString::fromUtf8(said);
    };
    row("smtpd_tls_auth_only", "maybe", "yes or no");
    row("default_process_limit", "many", "whole number");
    row("queue_run_delay", "5y", "not a time");
    row("message_size_limit", "big", "bytes");
    row("smtpd_tls_security_level", "encrpyt", "Did you mean “encrypt”");
    row("alias_maps", "/etc/aliases x", "names no table");
}

void TestFieldFrame::whatPostfixWouldRefuseIsMarked()
{
    QFETCH(const QByteArray, parameter);
    QFETCH(const QString, text);
    QFETCH(const QString, said);
    Shown shown(parameter);
    shown.frame.setRaw(true);
    auto *raw = shown.widget<QPlainTextEdit>();
    raw->setFocus();
    raw->selectAll();
    QTest::keyClicks(raw, text);
    QVERIFY2(shown.said().contains(said), qPrintable(shown.said())); // while it is written
    QTest::keyClick(raw, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(shown.frame.binding().value(), text.toUtf8()); // marked, not refused
    QVERIFY(shown.said().contains(said));
    if (parameter == "smtpd_tls_security_level") {
        auto *mend = shown.frame.findChild<QPushButton *>();
        QVERIFY(mend->isVisible());
        QTest::mouseClick(mend, Qt::LeftButton);
        QCOMPARE(shown.frame.binding().value(), "encrypt");
        QVERIFY(!shown.said().contains(said));
    }
}

void TestFieldFrame::rawTextIsOneClickAway()
{
    const Shown shown("mynetworks");
    auto *button = shown.widget<QToolButton>(QStringLiteral("Raw text"));
    QVERIFY(button);
    QTest::mouseClick(button, Qt::LeftButton);
    auto *text = shown.widget<QPlainTextEdit>();
    QCOMPARE(text->toPlainText(), QStringLiteral("127.0.0.0/8\n192.0.2.0/24"));
    text->moveCursor(QTextCursor::End);
    QTest::keyClick(text, Qt::Key_Return);
    QTest::keyClicks(text, QStringLiteral("198.51.100.0/24"));
    QCOMPARE(shown.desk.mainCf(), mainCf); // not before it is left
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(shown.desk.mainCf().contains("    # the office\n    192.0.2.0/24\n    198.51.100.0/24\n"));
    QCOMPARE(shown.widget<QListView>()->model()->rowCount(), 3);
}

void TestFieldFrame::resetSaysWhatComesThen()
{
    const Shown shown("message_size_limit");
    auto *reset = shown.widget<QToolButton>(QStringLiteral("Reset"));
    QVERIFY(reset->isEnabled());
    QVERIFY2(reset->toolTip().contains(QStringLiteral("10240000")), qPrintable(reset->toolTip()));
    QVERIFY(reset->toolTip().contains(QStringLiteral("line 5")));
    QTest::mouseClick(reset, Qt::LeftButton);
    QVERIFY(!shown.desk.mainCf().contains("message_size_limit"));
    QVERIFY(!reset->isEnabled());
    QVERIFY(shown.said().contains(QStringLiteral("Default")));
}

void TestFieldFrame::overrideOfAService()
{
    Shown shown("smtpd_tls_security_level", "submission/inet");
    QVERIFY(shown.said().contains(QStringLiteral("main.cf says “may”")));
    auto *box = shown.widget<QComboBox>();
    box->setFocus();
    QTest::keyClick(box, Qt::Key_Up);
    QVERIFY(shown.desk.masterCf().contains("  -o smtpd_tls_security_level=may\n"));
    QCOMPARE(shown.desk.mainCf(), mainCf);
    shown.frame.reset();
    QVERIFY(!shown.desk.masterCf().contains("-o"));
    QVERIFY(shown.said().contains(QStringLiteral("main.cf:6")));
    shown.desk.undoAll();
    QCOMPARE(shown.desk.masterCf(), masterCf);
}

void TestFieldFrame::listOfAServiceIsChangedByItem()
{
    const Shown shown("mynetworks", "submission/inet");
    auto *list = shown.widget<QListView>();
    QCOMPARE(list->model()->rowCount(), 2); // what it has from main.cf
    list->setFocus();
    list->setCurrentIndex(list->model()->index(0, 0));
    QTest::keyClick(list, Qt::Key_Delete);
    QVERIFY2(shown.desk.masterCf().contains("mynetworks=192.0.2.0/24"), shown.desk.masterCf().constData());
    QCOMPARE(shown.desk.mainCf(), mainCf);
}

void TestFieldFrame::listOfAccessRulesHasAnItemForEachStep()
{
    Shown shown("smtpd_client_restrictions", {},
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

void TestFieldFrame::defaultOfAccessRulesHasItemsToo()
{
    Shown shown("smtpd_relay_restrictions", "submission/inet", "compatibility_level = 3.6\n");
    auto *list = shown.widget<QListView>();
    QVERIFY(list && shown.isActive);
    QCOMPARE(list->model()->rowCount(), 3);
    list->setFocus(Qt::TabFocusReason);
    list->setCurrentIndex(list->model()->index(0, 0));
    QTest::keyClick(list, Qt::Key_Delete);
    QVERIFY(shown.desk.masterCf().endsWith(
        "  -o smtpd_relay_restrictions=permit_sasl_authenticated,defer_unauth_destination\n"));
}

void TestFieldFrame::bytesThatAreNoTextAreKept()
{
    const QByteArray bytes = "smtp_helo_name = caf\xe9\n";
    const Shown shown("smtp_helo_name", {}, bytes);
    auto *text = shown.widget<QPlainTextEdit>();
    QVERIFY(text && text->isReadOnly());
    QTest::keyClicks(text, QStringLiteral("x"));
    QVERIFY(shown.said().contains(QStringLiteral("no text")));
    QCOMPARE(shown.desk.mainCf(), bytes);
}

void TestFieldFrame::draftIsNotOverwritten()
{
    Shown shown("smtp_helo_name");
    auto *line = shown.widget<QLineEdit>();
    line->setFocus();
    line->selectAll();
    QTest::keyClicks(line, QStringLiteral("half"));
    shown.desk.session.edit(QStringLiteral("e"), [](model::Draft &draft) {
        draft.replace(model::FileId::MainCf, {0, 0}, "# a line above\n");
    });
    QCOMPARE(line->text(), QStringLiteral("half"));
    QTest::keyClick(line, Qt::Key_Escape);
    QCOMPARE(line->text(), QStringLiteral("helo.example.org"));
    const QSignalSpy refused(&shown.desk.session, &ui::EditSession::refused);
    shown.frame.setRaw(true);
    QCOMPARE(refused.size(), 0);
}

void TestFieldFrame::nothingIsWrittenThatWasNotTouched()
{
    for (const QByteArray name : {"smtpd_tls_auth_only", "default_process_limit", "queue_run_delay",
                                  "message_size_limit", "smtpd_tls_security_level", "mynetworks",
                                  "alias_maps", "smtp_tls_CAfile", "smtp_helo_name", "my_own", "myorigin"}) {
        Shown shown(name);
        for (QWidget *widget : shown.frame.findChildren<QWidget *>()) {
            if (widget->isVisible() && widget->focusPolicy() != Qt::NoFocus)
                widget->setFocus();
        }
        shown.frame.setRaw(true);
        shown.frame.setRaw(false);
        shown.frame.commit();
        QCOMPARE(shown.desk.mainCf(), mainCf);
        QCOMPARE(shown.desk.session.undoStack()->count(), 0);
    }
}

void TestFieldFrame::findingsAreShownWithTheirFix()
{
    const Shown shown("smtp_helo_name");
    const auto begin = mainCf.indexOf("smtp_helo_name");
    ui::Finding finding{.message = QStringLiteral("Nobody answers there."),
                        .place = model::Place{model::FileId::MainCf, {begin, begin + 14}}};
    finding.fixes.append(ui::Finding::Fix{QStringLiteral("Deliver Directly"),
                                          [](model::Draft &) { return edits::Outcome(); }});
    const_cast<ui::Findings &>(shown.desk.findings).set(ui::Finding::Origin::Postconf, {finding});
    QVERIFY(shown.said().contains(QStringLiteral("Nobody answers there.")));
    auto *fix = shown.frame.findChild<QPushButton *>();
    QVERIFY(fix->isVisible());
    QCOMPARE(fix->text(), QStringLiteral("Deliver Directly"));
}

void TestFieldFrame::everythingHasAName()
{
    for (const QByteArray name : {"smtpd_tls_auth_only", "queue_run_delay", "smtpd_tls_security_level",
                                  "mynetworks", "alias_maps", "smtp_tls_CAfile", "smtp_helo_name"}) {
        const Shown shown(name);
        QCOMPARE(support::namelessWidgets(&shown.frame).join(u'\n'), QString());
        const QString called = QStringLiteral("%1 (%2)").arg(ui::plainWords(name), QString::fromUtf8(name));
        int named = 0;
        for (const QWidget *widget : shown.frame.findChildren<QWidget *>()) {
            if (widget->isVisible() && widget->accessibleName().contains(called))
                ++named;
        }
        QVERIFY2(named >= 4, qPrintable(called));
    }
}

void TestFieldFrame::passwordIsNotShown_data()
{
    QTest::addColumn<QByteArray>("parameter");
    QTest::addColumn<QByteArray>("service");
    QTest::newRow("rows in main.cf") << QByteArray("smtp_sasl_password_maps") << QByteArray();
    QTest::newRow("a parameter of one's own") << QByteArray("mine") << QByteArray();
    QTest::newRow("of a database client") << QByteArray("people_bind_pw") << QByteArray();
    QTest::newRow("where it is part of a default") << QByteArray("proxy_read_maps") << QByteArray();
    QTest::newRow("what a service would fall back to")
        << QByteArray("smtp_sasl_password_maps") << QByteArray("submission/inet");
}

/// Neither in the field nor around it; and what is there can't be written over by its dots.
void TestFieldFrame::passwordIsNotShown()
{
    QFETCH(const QByteArray, parameter);
    QFETCH(const QByteArray, service);
    const QByteArray main = "mine = inline:{ {[a.example]:587 = me:secret} }\n"
                            "smtp_sasl_password_maps = $mine static:you:secret\n"
                            "people_bind_pw = secret\n";
    Shown shown(parameter, service, main);
    QStringList texts{shown.said()};
    for (const QWidget *widget : shown.frame.findChildren<QWidget *>())
        texts.append({widget->toolTip(), widget->accessibleName(), widget->accessibleDescription()});
    for (const auto *line : shown.frame.findChildren<QLineEdit *>())
        texts.append(line->text());
    for (const auto *text : shown.frame.findChildren<QPlainTextEdit *>())
        texts.append(text->toPlainText());
    for (const auto *list : shown.frame.findChildren<QListView *>()) {
        for (int row = 0; list->model() && row < list->model()->rowCount(); ++row)
            texts.append(list->model()->index(row, 0).data().toString());
    }
    for (const QString &text : texts)
        QVERIFY2(!text.contains(QStringLiteral("secret")), qPrintable(text));
    shown.frame.commit();
    QCOMPARE(shown.desk.mainCf(), main);
}

QTEST_MAIN(TestFieldFrame)
#include "tst_fieldframe.moc"
