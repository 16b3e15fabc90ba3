// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/forms/shownfield.h"
#include "ui/forms/plainwords.h"

#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

/// What is around the field of any parameter: where the value comes from, what is wrong with it, reset.
class TestFieldFrame : public QObject
{
    Q_OBJECT

private slots:
    void passwordIsNotShown_data();
    void passwordIsNotShown();
    void whatPostfixWouldRefuseIsMarked_data();
    void whatPostfixWouldRefuseIsMarked();
    void rawTextIsOneClickAway();
    void resetSaysWhatComesThen();
    void overrideOfAService();
    void bytesThatAreNoTextAreKept();
    void draftIsNotOverwritten();
    void nothingIsWrittenThatWasNotTouched();
    void findingsAreShownWithTheirFix();
    void everythingHasAName();
};

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
    ShownField shown(parameter);
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
    const ShownField shown("mynetworks");
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
    const ShownField shown("message_size_limit");
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
    ShownField shown("smtpd_tls_security_level", "submission/inet");
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

void TestFieldFrame::bytesThatAreNoTextAreKept()
{
    const QByteArray bytes = "smtp_helo_name = caf\xe9\n";
    const ShownField shown("smtp_helo_name", {}, bytes);
    auto *text = shown.widget<QPlainTextEdit>();
    QVERIFY(text && text->isReadOnly());
    QTest::keyClicks(text, QStringLiteral("x"));
    QVERIFY(shown.said().contains(QStringLiteral("no text")));
    QCOMPARE(shown.desk.mainCf(), bytes);
}

void TestFieldFrame::draftIsNotOverwritten()
{
    ShownField shown("smtp_helo_name");
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
        ShownField shown(name);
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
    const ShownField shown("smtp_helo_name");
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
        const ShownField shown(name);
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
    ShownField shown(parameter, service, main);
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
