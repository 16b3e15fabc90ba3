// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/desk.h"
#include "ui/forms/formsection.h"
#include "ui/forms/formview.h"
#include "ui/grids/tablerows.h"
#include "ui/pages/filterspage.h"

#include <QCheckBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

namespace {

const QByteArray mainCf = "# ours\nmyhostname = mail.example.org\nsmtpd_milters = unix:/run/a.sock\n";
const QByteArray masterCf = "smtp      inet  n       -       y       -       -       smtpd\n"
                            "#smtp      inet  n       -       y       -       1       postscreen\n"
                            "#smtpd     pass  -       -       y       -       -       smtpd\n"
                            "#dnsblog   unix  -       -       y       -       0       dnsblog\n"
                            "#tlsproxy  unix  -       -       y       -       0       tlsproxy\n"
                            "smtp      unix  -       -       y       -       -       smtp\n";

struct Shown
{
    Shown()
        : desk(mainCf, masterCf),
          page(desk.context, QStringLiteral("Filters"), QStringLiteral("What looks at mail."))
    {
        page.resize(800, 900);
        page.show();
        page.activateWindow();
        isActive = QTest::qWaitForWindowActive(&page);
        for (ui::FormSection *section : page.findChildren<ui::FormSection *>())
            section->setOpen(true);
    }

    template<typename Widget>
    Widget *named(const char *name) const
    {
        for (Widget *widget : page.findChildren<Widget *>()) {
            if (widget->accessibleName() == QLatin1String(name))
                return widget;
        }
        return nullptr;
    }
    QPushButton *button(const char *text) const
    {
        for (QPushButton *one : page.findChildren<QPushButton *>()) {
            if (one->text() == QLatin1String(text))
                return one;
        }
        return nullptr;
    }
    void type(const char *name, const char *text) const
    {
        auto *line = named<QLineEdit>(name);
        QVERIFY2(line && line->isVisible(), name);
        line->setFocus();
        line->selectAll();
        QTest::keyClick(line, Qt::Key_Delete);
        QTest::keyClicks(line, QLatin1String(text));
    }
    void press(const char *text) const
    {
        QPushButton *one = button(text);
        QVERIFY2(one, text);
        one->setFocus();
        QTest::keyClick(one, Qt::Key_Space);
    }
    bool says(const char *text) const
    {
        for (const QLabel *label : page.findChildren<QLabel *>()) {
            if (label->text().contains(QLatin1String(text)))
                return true;
        }
        return false;
    }

    support::Desk desk;
    ui::FiltersPage page;
    bool isActive = false;
};

} // namespace

class TestFiltersPage : public QObject
{
    Q_OBJECT

private slots:
    void postscreenIsOneSwitch();
    void milterIsAdded();
    void filterIsSetUpInOneStep();
    void programIsSetUpInOneStep();
    void policyIsSetUpInOneStep();
    void dnsListsAreAsked();
    void incompleteFormsAreRefused();
    void everythingHasAName();
    void lookingChangesNothing();
};

void TestFiltersPage::postscreenIsOneSwitch()
{
    Shown shown;
    QVERIFY(shown.isActive);
    auto *box = shown.named<QCheckBox>("postscreen on");
    QVERIFY(box && !box->isChecked());
    box->setFocus();
    QTest::keyClick(box, Qt::Key_Space);
    QVERIFY(box->isChecked());
    QByteArray on = masterCf;
    on.replace("\n#", "\n").prepend("#");
    QCOMPARE(shown.desk.masterCf(), on);
    QCOMPARE(shown.desk.session.undoStack()->count(), 1);
    QVERIFY(shown.says("postscreen answers at port 25"));
    QTest::keyClick(box, Qt::Key_Space);
    QCOMPARE(shown.desk.masterCf(), masterCf);
    QVERIFY(!box->isChecked());
    shown.desk.session.undoStack()->undo();
    QVERIFY(box->isChecked());
    // One of its helpers is gone: it says which.
    shown.desk.session.edit(QStringLiteral("x"), [](model::Draft &draft) {
        const qsizetype at = draft.masterCf().text().indexOf("dnsblog");
        draft.replace(model::FileId::MasterCf, {at, at}, "#");
    });
    QVERIFY(!box->isChecked());
    QVERIFY(shown.says("dnsblog unix"));
    shown.desk.undoAll();
    QCOMPARE(shown.desk.masterCf(), masterCf);
}

void TestFiltersPage::milterIsAdded()
{
    Shown shown;
    QVERIFY(shown.says("1. the socket /run/a.sock"));
    shown.type("Port (Add a milter)", "8891");
    shown.press("Add Milter");
    QVERIFY2(shown.desk.mainCf().contains("smtpd_milters = unix:/run/a.sock, inet:127.0.0.1:8891\n")
                 || shown.desk.mainCf().contains("smtpd_milters = unix:/run/a.sock inet:127.0.0.1:8891\n"),
             shown.desk.mainCf().constData());
    QVERIFY(shown.desk.mainCf().contains("non_smtpd_milters = $smtpd_milters\n"));
    QCOMPARE(shown.desk.session.undoStack()->count(), 1);
    QVERIFY(shown.says("2. 127.0.0.1, port 8891"));
    // A socket, with an answer of its own.
    auto *where = shown.named<QComboBox>("It listens at (Add a milter)");
    where->setFocus();
    QTest::keyClick(where, Qt::Key_Down);
    auto *action = shown.named<QComboBox>("When it does not answer (Add a milter)");
    action->setFocus();
    QTest::keyClick(action, Qt::Key_Down);
    shown.type("File of the socket (Add a milter)", "/run/b.sock");
    shown.press("Add Milter");
    QVERIFY2(shown.desk.mainCf().contains("{ unix:/run/b.sock, default_action = accept }"),
             shown.desk.mainCf().constData());
    shown.desk.undoAll();
    QCOMPARE(shown.desk.mainCf(), mainCf);
}

void TestFiltersPage::filterIsSetUpInOneStep()
{
    Shown shown;
    shown.type("Name of its service (Set up a content filter)", "amavis");
    shown.press("Set Up Filter");
    QVERIFY(shown.desk.mainCf().endsWith("content_filter = amavis:[127.0.0.1]:10024\n"));
    QVERIFY(shown.desk.session.snapshot().masterCf().indexOf("amavis", "unix") >= 0);
    QVERIFY(shown.desk.session.snapshot().masterCf().indexOf("127.0.0.1:10025", "inet") >= 0);
    QCOMPARE(shown.desk.session.undoStack()->count(), 1);
    shown.desk.undoAll();
    QCOMPARE(shown.desk.masterCf(), masterCf);
    QCOMPARE(shown.desk.mainCf(), mainCf);
}

void TestFiltersPage::programIsSetUpInOneStep()
{
    Shown shown;
    auto *kind = shown.named<QComboBox>("The filter is (Set up a content filter)");
    kind->setFocus();
    QTest::keyClick(kind, Qt::Key_Down);
    shown.type("Name of its service (Set up a content filter)", "spamassassin");
    shown.type("Runs as (Set up a content filter)", "spamd");
    shown.press("Set Up Filter");
    QVERIFY(shown.desk.masterCf().contains("-o content_filter=spamassassin:dummy\n"));
    QVERIFY(shown.desk.masterCf().contains("user=spamd argv=/usr/bin/spamc"));
    QCOMPARE(shown.desk.session.undoStack()->count(), 1);
    shown.desk.undoAll();
    QCOMPARE(shown.desk.masterCf(), masterCf);
}

void TestFiltersPage::policyIsSetUpInOneStep()
{
    Shown shown;
    shown.type("Name of its service (Ask a policy service)", "policy-spf");
    shown.type("Runs as (Ask a policy service)", "nobody");
    shown.type("Command (Ask a policy service)", "/usr/bin/policyd-spf");
    shown.press("Add Policy Service");
    QVERIFY(shown.desk.masterCf().contains("user=nobody argv=/usr/bin/policyd-spf"));
    QVERIFY(shown.desk.mainCf().contains("policy-spf_time_limit = 3600\n"));
    QVERIFY(shown.desk.mainCf().contains("check_policy_service unix:private/policy-spf\n"));
    QCOMPARE(shown.desk.session.undoStack()->count(), 1);
    auto *kind = shown.named<QComboBox>("The service is (Ask a policy service)");
    kind->setFocus();
    QTest::keyClick(kind, Qt::Key_Down);
    shown.type("Port (Ask a policy service)", "10030");
    shown.press("Add Policy Service");
    QVERIFY(shown.desk.mainCf().contains("check_policy_service inet:127.0.0.1:10030"));
    shown.desk.undoAll();
    QCOMPARE(shown.desk.mainCf(), mainCf);
    QCOMPARE(shown.desk.masterCf(), masterCf);
}

void TestFiltersPage::dnsListsAreAsked()
{
    Shown shown;
    shown.type("Domain of the list (Ask a DNS list)", "zen.example.org");
    shown.type("Weight (Ask a DNS list)", "3");
    shown.press("Add DNS List");
    QVERIFY(shown.desk.mainCf().contains("postscreen_dnsbl_sites = zen.example.org*3\n"));
    auto *who = shown.named<QComboBox>("Asked by (Ask a DNS list)");
    who->setFocus();
    QTest::keyClick(who, Qt::Key_Down);
    shown.type("Domain of the list (Ask a DNS list)", "zen.example.org");
    shown.press("Add DNS List");
    QVERIFY(shown.desk.mainCf().contains("reject_unauth_destination, reject_rbl_client zen.example.org\n"));
    shown.desk.undoAll();
    QCOMPARE(shown.desk.mainCf(), mainCf);
}

void TestFiltersPage::incompleteFormsAreRefused()
{
    Shown shown;
    const QSignalSpy refused(&shown.desk.session, &ui::EditSession::refused);
    for (const char *text : {"Add Milter", "Set Up Filter", "Add Policy Service", "Add DNS List"})
        shown.press(text);
    QCOMPARE(refused.size(), 4);
    QCOMPARE(shown.desk.session.undoStack()->count(), 0);
}

void TestFiltersPage::everythingHasAName()
{
    const Shown shown;
    QCOMPARE(support::namelessWidgets(&shown.page), QStringList());
    QVERIFY(shown.page.findChildren<ui::TableRows *>().size() >= 4);
}

void TestFiltersPage::lookingChangesNothing()
{
    Shown shown;
    QWidget *first = QApplication::focusWidget();
    for (int step = 0; step < 300; ++step) {
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : &shown.page, Qt::Key_Tab);
        if (step > 10 && QApplication::focusWidget() == first)
            break;
    }
    QCOMPARE(shown.desk.session.undoStack()->count(), 0);
}

QTEST_MAIN(TestFiltersPage)
#include "tst_filterspage.moc"
