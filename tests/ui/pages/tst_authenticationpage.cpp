// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/corpus.h"
#include "tests/support/desk.h"
#include "ui/forms/formsection.h"
#include "ui/forms/formview.h"
#include "ui/grids/tablerows.h"
#include "ui/grids/tablerowsmodel.h"
#include "ui/pages/authenticationpage.h"
#include "ui/pages/servicevalues.h"

#include <QLabel>
#include <QRadioButton>
#include <QTest>

namespace {

const QByteArray mainCf = "# ours\nsmtpd_tls_security_level = may\n";
const QByteArray masterCf = "smtp inet n - y - - smtpd\n"
                            "submission inet n - y - - smtpd\n"
                            "  -o smtpd_tls_security_level=encrypt\n";

struct Shown
{
    explicit Shown(const QByteArray &main = mainCf)
        : desk(main, masterCf),
          page(desk.context, QStringLiteral("Authentication"), QStringLiteral("Purpose."))
    {
        page.resize(1000, 800);
        page.show();
        page.activateWindow();
        isActive = QTest::qWaitForWindowActive(&page);
    }

    void openAll() const
    {
        for (ui::FormSection *section : page.findChildren<ui::FormSection *>())
            section->setOpen(true);
    }

    QRadioButton *choice(const char *title) const
    {
        for (QRadioButton *one : page.findChildren<QRadioButton *>()) {
            if (one->text() == QLatin1String(title))
                return one;
        }
        return nullptr;
    }

    ui::TableRows *rows(const char *title) const
    {
        for (ui::TableRows *one : page.findChildren<ui::TableRows *>()) {
            if (one->accessibleName() == QLatin1String(title))
                return one;
        }
        return nullptr;
    }

    bool says(const char *words) const
    {
        const QList<QLabel *> labels = page.findChildren<QLabel *>();
        return std::ranges::any_of(labels, [&](const QLabel *label) {
            return !label->isHidden() && label->text().contains(QLatin1String(words));
        });
    }

    support::Desk desk;
    ui::AuthenticationPage page;
    bool isActive = false;
};

} // namespace

/// The Authentication page with real keys and clicks.
class TestAuthenticationPage : public QObject
{
    Q_OBJECT

private slots:
    void checkerIsChosenInOneStep();
    void everyPortSaysWhatIsOffered();
    void passwordIsAddedAndNeverShown();
    void ownersOfAddressesAreRows();
    void lookingChangesNothing();
    void everyWidgetHasAName();
};

void TestAuthenticationPage::checkerIsChosenInOneStep()
{
    Shown shown;
    QVERIFY(shown.isActive);
    QRadioButton *nobody = shown.choice("Nobody logs in");
    QVERIFY(nobody->isChecked());
    nobody->setFocus(Qt::TabFocusReason);
    QTest::keyClick(nobody, Qt::Key_Down);
    QVERIFY(shown.choice("Dovecot")->isChecked());
    for (const char *line : {"smtpd_sasl_type = dovecot\n", "smtpd_sasl_path = private/auth\n",
                             "smtpd_sasl_auth_enable = yes\n"})
        QVERIFY2(shown.desk.mainCf().contains(line), line);
    QCOMPARE(shown.desk.session.undoStack()->count(), 1);
    QVERIFY(shown.says("relative to the queue directory"));
    QVERIFY(shown.says("/var/spool/postfix/private/auth"));
    shown.desk.undoAll();
    QCOMPARE(shown.desk.mainCf(), mainCf);
    QVERIFY(nobody->isChecked());
}

void TestAuthenticationPage::everyPortSaysWhatIsOffered()
{
    Shown shown;
    const auto *ports = shown.page.findChild<ui::ServiceValues *>();
    QVERIFY(ports->textOf(0).contains(QLatin1String("No login")));
    shown.choice("Dovecot")->click();
    QVERIFY(ports->textOf(0).contains(QLatin1String("Login, with passwords readable on the way")));
    QVERIFY(ports->textOf(1).contains(QLatin1String("Login once encrypted")));
}

void TestAuthenticationPage::passwordIsAddedAndNeverShown()
{
    Shown shown;
    QVERIFY(shown.isActive);
    const ui::TableRows *passwords = shown.rows("Passwords by server");
    const char *texts[] = {"[relay.example]:587", "me", "se:cret"};
    for (int i = 0; i < 3; ++i) {
        passwords->input(i)->setFocus(Qt::TabFocusReason);
        QTest::keyClicks(passwords->input(i), QLatin1String(texts[i]));
    }
    QTest::keyClick(passwords->input(2), Qt::Key_Return);
    QCOMPARE(shown.desk.session.snapshot().files().last().text().bytes().simplified(),
             QByteArray("[relay.example]:587 me:se:cret"));
    QVERIFY(shown.desk.mainCf().contains("smtp_sasl_password_maps = "));
    QVERIFY(!passwords->model()->index(0, 3).data().toString().contains(QLatin1String("cret")));
    QVERIFY(!shown.says("cret"));
    QCOMPARE(shown.desk.session.undoStack()->count(), 1);
}

void TestAuthenticationPage::ownersOfAddressesAreRows()
{
    Shown shown("smtpd_sender_login_maps = hash:/etc/postfix/owners\n");
    shown.desk.session.include(support::fileOf(QStringLiteral("owners"), model::FileKind::KeyValue,
                                               "ann@example.org ann, office\n"));
    const ui::TableRows *owners = shown.rows("Sender addresses and their owners");
    QTRY_COMPARE(owners->model()->rowCount(), 1);
    QCOMPARE(owners->model()->index(0, 2).data().toString(), QStringLiteral("ann, office"));
    QVERIFY(owners->model()->setData(owners->model()->index(0, 2), QStringLiteral("ann")));
    QCOMPARE(shown.desk.session.snapshot().files().last().text().bytes(),
             QByteArray("ann@example.org ann\n"));
}

void TestAuthenticationPage::lookingChangesNothing()
{
    QByteArrayList files{mainCf, "smtpd_sasl_auth_enable = yes\nsmtpd_sasl_type = mine\n"};
    for (const QString &path : corpus::files()) {
        if (path.contains(QStringLiteral("/main_cf/")) && files.size() < 15)
            files.append(corpus::read(path));
    }
    for (const QByteArray &file : std::as_const(files)) {
        Shown shown(file);
        shown.openAll();
        for (QWidget *widget : shown.page.findChildren<QWidget *>()) {
            if (widget->focusPolicy() & Qt::TabFocus && widget->isVisible() && widget->isEnabled())
                widget->setFocus(Qt::TabFocusReason);
        }
        shown.page.view()->commit();
        QVERIFY(shown.desk.mainCf() == file);
        QVERIFY(!shown.desk.session.undoStack()->canUndo());
    }
    qInfo("%lld further main.cf looked at", static_cast<long long>(files.size() - 2));
}

void TestAuthenticationPage::everyWidgetHasAName()
{
    const Shown shown;
    shown.openAll();
    QCOMPARE(support::namelessWidgets(&shown.page), QStringList());
}

QTEST_MAIN(TestAuthenticationPage)
#include "tst_authenticationpage.moc"
