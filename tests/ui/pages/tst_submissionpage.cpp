// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/corpus.h"
#include "tests/support/desk.h"
#include "ui/forms/fieldframe.h"
#include "ui/forms/formsection.h"
#include "ui/pages/submissionpage.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QTest>

namespace {

const QByteArray mainCf = "myhostname = mail.example.org\ncompatibility_level = 3.6\n";
const QByteArray masterCf = "smtp      inet  n       -       y       -       -       smtpd\n"
                            "#submission inet n      -       y       -       -       smtpd\n"
                            "#  -o syslog_name=postfix/submission\n"
                            "#  -o smtpd_tls_security_level=encrypt\n"
                            "#  -o smtpd_sasl_auth_enable=yes\n"
                            "#  -o smtpd_relay_restrictions=permit_sasl_authenticated,reject\n"
                            "qmgr      unix  n       -       n       300     1       qmgr\n"
                            "10025     inet  n       -       n       -       10      smtpd\n";

struct Shown
{
    explicit Shown(const QByteArray &master = masterCf) : desk(mainCf, master), page(desk.context)
    {
        page.resize(1000, 800);
        page.show();
        page.activateWindow();
        isActive = QTest::qWaitForWindowActive(&page);
    }

    QList<ui::PortCard *> cards() const
    {
        QList<ui::PortCard *> all;
        for (ui::PortCard *card : page.findChildren<ui::PortCard *>()) {
            if (!card->isHidden())
                all.append(card);
        }
        std::ranges::sort(all, {}, [](const ui::PortCard *card) { return card->y(); });
        return all;
    }

    QStringList titles() const
    {
        QStringList all;
        for (const ui::PortCard *card : cards())
            all.append(card->accessibleName());
        return all;
    }

    ui::PortCard *card(const char *title) const
    {
        for (ui::PortCard *one : cards()) {
            if (one->accessibleName() == QLatin1String(title))
                return one;
        }
        return nullptr;
    }

    static QCheckBox *box(const QWidget *card, const char *text)
    {
        for (QCheckBox *one : card->findChildren<QCheckBox *>()) {
            if (one->text() == QLatin1String(text))
                return one;
        }
        return nullptr;
    }

    static bool says(const QWidget *card, const char *words)
    {
        const QList<QLabel *> labels = card->findChildren<QLabel *>();
        return std::ranges::any_of(labels, [&](const QLabel *label) {
            return !label->isHidden() && label->text().contains(QLatin1String(words));
        });
    }

    support::Desk desk;
    ui::SubmissionPage page;
    bool isActive = false;
};

} // namespace

/// The Submission page with real clicks and keys.
class TestSubmissionPage : public QObject
{
    Q_OBJECT

private slots:
    void everyPortHasACard();
    void switchTurnsTheStanzaOnAndOffInPlace();
    void openGroupsStayOpenWhenThePortIsSwitched();
    void portWithoutStanzaIsAdded();
    void sendersCanBeHeldToTheirOwnAddresses();
    void fieldSetsTheOverrideOfItsService();
    void lookingChangesNothing();
    void everyWidgetHasAName();
};

void TestSubmissionPage::everyPortHasACard()
{
    const Shown shown;
    QTRY_COMPARE(shown.titles(),
                 QStringList({QStringLiteral("Port 25 (smtp)"), QStringLiteral("Port 465 (submissions)"),
                              QStringLiteral("Port 587 (submission)"), QStringLiteral("Port 10025")}));
    QVERIFY(shown.says(shown.card("Port 25 (smtp)"), "Nobody can log in."));
    QVERIFY(shown.says(shown.card("Port 587 (submission)"), "Off"));
    QVERIFY(shown.card("Port 587 (submission)")->findChildren<ui::FieldFrame *>().isEmpty());
}

void TestSubmissionPage::switchTurnsTheStanzaOnAndOffInPlace()
{
    const Shown shown;
    QVERIFY(shown.isActive);
    QCheckBox *box = shown.box(shown.card("Port 587 (submission)"), "On");
    QVERIFY(!box->isChecked());
    box->setFocus(Qt::TabFocusReason);
    QTest::keyClick(box, Qt::Key_Space);
    QByteArray expected = masterCf;
    expected.replace("#submission", "submission").replace("#  -o", "  -o");
    QCOMPARE(QString::fromLatin1(shown.desk.masterCf()), QString::fromLatin1(expected));

    ui::PortCard *card = shown.card("Port 587 (submission)");
    QVERIFY(shown.says(card, "Clients must encrypt with STARTTLS."));
    QVERIFY(shown.says(card, "Only who has logged in can send mail to other domains."));
    QVERIFY(!card->findChildren<ui::FieldFrame *>().isEmpty());
    box = shown.box(card, "On");
    QVERIFY(box->isChecked());
    QTRY_VERIFY(box->hasFocus());
    QTest::keyClick(box, Qt::Key_Space);
    QCOMPARE(QString::fromLatin1(shown.desk.masterCf()), QString::fromLatin1(masterCf));
    QVERIFY(shown.says(shown.card("Port 587 (submission)"), "Off"));
}

void TestSubmissionPage::openGroupsStayOpenWhenThePortIsSwitched()
{
    const Shown shown;
    QVERIFY(shown.isActive);
    const auto press = [&] {
        QTest::keyClick(shown.box(shown.card("Port 587 (submission)"), "On"), Qt::Key_Space);
    };
    const auto group = [&] {
        const QList<ui::FormSection *> all =
            shown.card("Port 587 (submission)")->findChildren<ui::FormSection *>();
        const auto found = std::ranges::find_if(all, [](const ui::FormSection *section) {
            return section->accessibleName() == QLatin1String("Who may send");
        });
        return found == all.end() ? nullptr : *found;
    };
    press();
    QVERIFY(group());
    QVERIFY(!group()->isOpen());
    group()->setOpen(true);
    press();
    QVERIFY(!group());
    press();
    QVERIFY(group());
    QVERIFY(group()->isOpen());
}

void TestSubmissionPage::portWithoutStanzaIsAdded()
{
    Shown shown;
    QVERIFY(shown.isActive);
    shown.box(shown.card("Port 465 (submissions)"), "On")->click();
    const ui::PortCard *card = shown.card("Port 465 (submissions)");
    QVERIFY(shown.says(card, "Connections are encrypted from the first byte."));
    QVERIFY(shown.says(card, "Only who has logged in can send mail to other domains."));
    QCOMPARE(shown.desk.mainCf(), mainCf);
    QCOMPARE(shown.desk.session.undoStack()->count(), 1);
    shown.desk.session.undoStack()->undo();
    QCOMPARE(QString::fromLatin1(shown.desk.masterCf()), QString::fromLatin1(masterCf));
    QTRY_VERIFY(shown.says(shown.card("Port 465 (submissions)"), "Off"));
}

void TestSubmissionPage::sendersCanBeHeldToTheirOwnAddresses()
{
    const Shown shown;
    QVERIFY(shown.isActive);
    shown.box(shown.card("Port 587 (submission)"), "On")->click();
    const QByteArray on = shown.desk.masterCf();
    QCheckBox *own =
        shown.box(shown.card("Port 587 (submission)"), "Who has logged in sends with own addresses only");
    QVERIFY(!own->isChecked());
    own->click();
    QVERIFY(shown.desk.masterCf().contains(
        "  -o smtpd_sender_restrictions=reject_authenticated_sender_login_mismatch\n"));
    QVERIFY(own->isChecked());
    QVERIFY(shown.says(shown.card("Port 587 (submission)"), "No table says who owns which address yet"));
    own->click();
    QCOMPARE(QString::fromLatin1(shown.desk.masterCf()), QString::fromLatin1(on));
    QVERIFY(!own->isChecked());
}

void TestSubmissionPage::fieldSetsTheOverrideOfItsService()
{
    const Shown shown;
    QVERIFY(shown.isActive);
    const ui::PortCard *card = shown.card("Port 10025");
    auto *level = card->findChild<QComboBox *>();
    QVERIFY2(level->accessibleName().contains(QLatin1String("smtpd_tls_security_level")),
             qPrintable(level->accessibleName()));
    level->setFocus(Qt::TabFocusReason);
    QTest::keyClick(level, Qt::Key_N);
    QTest::keyClick(level, Qt::Key_Return);
    QByteArray expected = masterCf;
    expected.replace("10      smtpd\n", "10      smtpd\n  -o smtpd_tls_security_level=none\n");
    QCOMPARE(QString::fromLatin1(shown.desk.masterCf()), QString::fromLatin1(expected));
    QCOMPARE(shown.desk.mainCf(), mainCf);
}

void TestSubmissionPage::lookingChangesNothing()
{
    QByteArrayList files{masterCf};
    for (const QString &path : corpus::files()) {
        if (path.contains(QStringLiteral("/master_cf/")))
            files.append(corpus::read(path));
    }
    for (const QByteArray &file : std::as_const(files)) {
        Shown shown(file);
        for (ui::FormSection *section : shown.page.findChildren<ui::FormSection *>())
            section->setOpen(true);
        for (QWidget *widget : shown.page.findChildren<QWidget *>()) {
            if (widget->focusPolicy() & Qt::TabFocus && widget->isVisible() && widget->isEnabled())
                widget->setFocus(Qt::TabFocusReason);
        }
        QVERIFY(shown.desk.masterCf() == file);
        QVERIFY(!shown.desk.session.undoStack()->canUndo());
    }
    qInfo("%lld further master.cf looked at", static_cast<long long>(files.size() - 1));
}

void TestSubmissionPage::everyWidgetHasAName()
{
    const Shown shown;
    for (ui::FormSection *section : shown.page.findChildren<ui::FormSection *>())
        section->setOpen(true);
    QCOMPARE(support::namelessWidgets(&shown.page), QStringList());
}

QTEST_MAIN(TestSubmissionPage)
#include "tst_submissionpage.moc"
