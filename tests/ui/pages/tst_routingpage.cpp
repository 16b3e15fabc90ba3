// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/desk.h"
#include "ui/forms/fieldframe.h"
#include "ui/forms/formsection.h"
#include "ui/forms/formview.h"
#include "ui/grids/tablerows.h"
#include "ui/pages/addressclasses.h"
#include "ui/pages/routingpage.h"

#include <QCheckBox>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

namespace {

const QByteArray mainCf = "# ours\n"
                          "myhostname = mail.example.org\n"
                          "mydestination = $myhostname, localhost, both.example\n"
                          "virtual_alias_domains = both.example\n"
                          "relayhost = old.example\n";
const QByteArray masterCf = "smtp inet n - n - - smtpd\nsmtp unix - - n - - smtp\n";

struct Shown
{
    explicit Shown(const QByteArray &text = mainCf)
        : desk(text, masterCf),
          page(desk.context, QStringLiteral("Routing"), QStringLiteral("Where mail goes."))
    {
        page.resize(800, 900);
        page.show();
        page.activateWindow();
        isActive = QTest::qWaitForWindowActive(&page);
    }

    template<typename Widget>
    Widget *named(const QString &end) const
    {
        for (Widget *widget : page.findChildren<Widget *>()) {
            if (widget->isVisible() && widget->accessibleName().endsWith(end))
                return widget;
        }
        return nullptr;
    }

    support::Desk desk;
    ui::RoutingPage page;
    bool isActive = false;
};

void write(QLineEdit *line, const QString &text)
{
    line->setFocus();
    line->selectAll();
    QTest::keyClick(line, Qt::Key_Delete);
    QTest::keyClicks(line, text);
    QTest::keyClick(line, Qt::Key_Return);
}

} // namespace

class TestRoutingPage : public QObject
{
    Q_OBJECT

private slots:
    void relayHostIsWrittenInItsParts();
    void relayHostThatIsPastedIsTakenApart_data();
    void relayHostThatIsPastedIsTakenApart();
    void severalRelayHostsAreText();
    void classesAreShown();
    void domainInTwoClassesIsKeptInOne();
    void transportsAreOffered();
    void everythingHasAName();
    void lookingChangesNothing();
};

void TestRoutingPage::relayHostIsWrittenInItsParts()
{
    Shown shown;
    QVERIFY(shown.isActive);
    auto *host = shown.named<QLineEdit>(QStringLiteral("Relay host (relayhost)"));
    auto *port = shown.named<QLineEdit>(QStringLiteral("Port of Relay host (relayhost)"));
    auto *mx = shown.named<QCheckBox>(QStringLiteral("Relay host (relayhost)"));
    QVERIFY(host && port && mx);
    QCOMPARE(host->text(), QStringLiteral("old.example"));
    QVERIFY(mx->isChecked());
    QTest::mouseClick(mx, Qt::LeftButton, {}, QPoint(8, mx->height() / 2));
    QVERIFY(shown.desk.mainCf().endsWith("\nrelayhost = [old.example]\n"));
    write(port, QStringLiteral("587"));
    QVERIFY(shown.desk.mainCf().endsWith("\nrelayhost = [old.example]:587\n"));
    write(host, QStringLiteral("mail.example.net"));
    QVERIFY(shown.desk.mainCf().endsWith("\nrelayhost = [mail.example.net]:587\n"));
    mx->setFocus();
    QTest::keyClick(mx, Qt::Key_Space);
    QVERIFY(shown.desk.mainCf().endsWith("\nrelayhost = mail.example.net:587\n"));
    shown.desk.undoAll();
    QCOMPARE(shown.desk.mainCf(), mainCf);
    QCOMPARE(host->text(), QStringLiteral("old.example"));
    QVERIFY(mx->isChecked());
}

void TestRoutingPage::relayHostThatIsPastedIsTakenApart_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("host");
    QTest::addColumn<QString>("port");
    QTest::addColumn<bool>("looksUpMx");
    QTest::newRow("brackets and port")
        << QStringLiteral("[a.example]:465") << QStringLiteral("a.example") << QStringLiteral("465") << false;
    QTest::newRow("brackets") << QStringLiteral("[a.example]") << QStringLiteral("a.example") << QString()
                              << false;
    QTest::newRow("a port") << QStringLiteral("a.example:25") << QStringLiteral("a.example")
                            << QStringLiteral("25") << true;
}

void TestRoutingPage::relayHostThatIsPastedIsTakenApart()
{
    QFETCH(QString, text);
    QFETCH(QString, host);
    QFETCH(QString, port);
    QFETCH(bool, looksUpMx);
    Shown shown;
    auto *line = shown.named<QLineEdit>(QStringLiteral("Relay host (relayhost)"));
    write(line, text);
    QVERIFY(shown.desk.mainCf().contains("relayhost = " + text.toUtf8() + '\n'));
    QCOMPARE(line->text(), host);
    QCOMPARE(shown.named<QLineEdit>(QStringLiteral("Port of Relay host (relayhost)"))->text(), port);
    QCOMPARE(shown.named<QCheckBox>(QStringLiteral("Relay host (relayhost)"))->isChecked(), looksUpMx);
}

void TestRoutingPage::severalRelayHostsAreText()
{
    const Shown shown("relayhost = [a.example], [b.example]\n");
    QVERIFY(shown.page.view()->frame("relayhost")->isRaw());
}

void TestRoutingPage::classesAreShown()
{
    Shown shown;
    auto *picture = shown.page.findChild<ui::AddressClasses *>();
    QVERIFY(picture);
    const auto says = [&](const char *text) {
        for (const QLabel *label : picture->findChildren<QLabel *>()) {
            if (label->text().contains(QLatin1String(text)))
                return true;
        }
        return false;
    };
    QVERIFY(says("1. Local domains"));
    QVERIFY(says("mail.example.org, localhost, both.example"));
    QVERIFY(says("local_recipient_maps"));
    QVERIFY(says("5. All other domains"));
    QVERIFY(says("by way of old.example"));
    // What is edited elsewhere shows.
    shown.desk.session.edit(QStringLiteral("x"), [](model::Draft &draft) {
        const qsizetype at = draft.mainCf().text().indexOf("old.example");
        draft.replace(model::FileId::MainCf, {at, at + 11}, "new.example");
    });
    QVERIFY(says("by way of new.example"));
}

void TestRoutingPage::domainInTwoClassesIsKeptInOne()
{
    Shown shown;
    auto *here = shown.named<QPushButton>(QStringLiteral("Keep both.example only in: Virtual alias domains"));
    QVERIFY(here);
    QVERIFY(shown.named<QPushButton>(QStringLiteral("Keep both.example only in: Local domains")));
    here->setFocus();
    QTest::keyClick(here, Qt::Key_Space);
    QVERIFY(shown.desk.mainCf().contains("mydestination = $myhostname, localhost\n"));
    QVERIFY(shown.desk.mainCf().contains("virtual_alias_domains = both.example\n"));
    QCOMPARE(shown.desk.session.undoStack()->count(), 1);
    QVERIFY(!shown.named<QPushButton>(QStringLiteral("Keep both.example only in: Local domains")));
    shown.desk.undoAll();
    QCOMPARE(shown.desk.mainCf(), mainCf);
}

void TestRoutingPage::transportsAreOffered()
{
    Shown shown;
    const auto offered = [&shown] {
        QStringList names;
        for (ui::TableRows *rows : shown.page.findChildren<ui::TableRows *>()) {
            for (QComboBox *box : rows->findChildren<QComboBox *>()) {
                if (box->lineEdit() && box->lineEdit() == rows->input(1)) {
                    for (int i = 0; i < box->count(); ++i)
                        names.append(box->itemText(i));
                }
            }
        }
        return names;
    };
    QCOMPARE(offered(),
             (QStringList{QStringLiteral("smtp"), QStringLiteral("smtp")})); // by sender, by recipient
    shown.desk.session.edit(QStringLiteral("x"), [](model::Draft &draft) {
        const qsizetype end = draft.masterCf().text().size();
        draft.replace(model::FileId::MasterCf, {end, end},
                      "dane unix - - n - - smtp\npickup unix n - n 60 1 pickup\n");
    });
    QVERIFY(offered().contains(QStringLiteral("dane")));
    QVERIFY(!offered().contains(QStringLiteral("pickup")));
}

void TestRoutingPage::everythingHasAName()
{
    const Shown shown;
    for (ui::FormSection *section : shown.page.findChildren<ui::FormSection *>())
        section->setOpen(true);
    QCOMPARE(support::namelessWidgets(&shown.page), QStringList());
    QVERIFY(shown.page.findChildren<ui::TableRows *>().size() > 10);
}

void TestRoutingPage::lookingChangesNothing()
{
    Shown shown;
    for (ui::FormSection *section : shown.page.findChildren<ui::FormSection *>())
        section->setOpen(true);
    QWidget *first = QApplication::focusWidget();
    for (int step = 0; step < 400; ++step) {
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : &shown.page, Qt::Key_Tab);
        if (step > 10 && QApplication::focusWidget() == first)
            break;
    }
    QCOMPARE(shown.desk.session.undoStack()->count(), 0);
    QCOMPARE(shown.desk.mainCf(), mainCf);
}

QTEST_MAIN(TestRoutingPage)
#include "tst_routingpage.moc"
