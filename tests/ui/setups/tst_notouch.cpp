// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/corpus.h"
#include "tests/support/desk.h"
#include "tests/support/share.h"
#include "tests/support/workbench.h"
#include "ui/shell/mainwindow.h"

#include <QToolButton>

namespace {

struct Configuration
{
    QString name;
    QByteArray mainCf;
    QByteArray masterCf;
};

/// Written in ways that nobody would choose and Postfix takes.
QList<Configuration> ownConfigurations()
{
    return {
        {QStringLiteral("line ends of another system"),
         "# ours\r\nmyhostname = mail.example.org\r\nmydestination = $myhostname,\r\n\tlocalhost\r\n",
         "smtp inet n - y - - smtpd\r\n  -o smtpd_tls_security_level=may\r\n"},
        {QStringLiteral("no last line end, odd spacing, comments inside"),
         "myhostname=mail.example.org\nmynetworks =\n  127.0.0.0/8\n# office\n  192.0.2.0/24 ,\n\n  ::1\n"
         "relayhost =[smart.example.net]:587\nsmtpd_recipient_restrictions=permit_mynetworks "
         "reject_unauth_destination"
         "\n\t,reject_rbl_client zen.example.net\nsmtpd_tls_security_level = maybe\nmessage_size_limit = 10 "
         "MB",
         "smtp inet n - n - - smtpd -o smtpd_sasl_auth_enable=yes\n"
         "submission inet n - n - - smtpd\n  -o { smtpd_client_restrictions = permit_sasl_authenticated, "
         "reject }\n"
         "# -o smtpd_tls_auth_only=yes\n  -o syslog_name=postfix/submission\n#smtps inet n - n - - smtpd\n"
         "broken line\nqmgr unix n - n 300 1 qmgr"},
        {QStringLiteral("values that are given twice, bytes that are no text"),
         "\xEF\xBB\xBF"
         "myhostname = a\nmyhostname = \xE9t\xE9.example\nsmtpd_tls_mandatory_protocols = !SSLv2 , !SSLv3\n"
         "smtpd_sasl_type = $kind\nkind = cyrus\nsmtpd_sender_restrictions = checks, permit\n"
         "smtpd_restriction_classes = checks\nchecks = check_sender_access hash:/etc/postfix/senders\n"
         "  { check_policy_service { inet:127.0.0.1:10030, timeout=10s } }\n",
         "smtp inet n - n - 1 postscreen\nsmtpd pass - - n - - smtpd\ndnsblog unix - - n - 0 dnsblog\n"},
        {QStringLiteral("nothing"), "", ""},
    };
}

QList<Configuration> realConfigurations()
{
    QStringList mains = corpus::files();
    QStringList masters = mains;
    mains.removeIf([](const QString &path) { return !path.contains(QLatin1String("/main_cf/")); });
    masters.removeIf([](const QString &path) { return !path.contains(QLatin1String("/master_cf/")); });
    QList<Configuration> all;
    if (mains.isEmpty() || masters.isEmpty())
        return all;
    const qsizetype pairs = support::share(std::max(mains.size(), masters.size()));
    for (qsizetype i = 0; i < pairs; ++i) {
        const QString &main = mains[i % mains.size()];
        const QString &master = masters[i % masters.size()];
        all.append({main + QStringLiteral(" and ") + master, corpus::read(main), corpus::read(master)});
    }
    return all;
}

} // namespace

/// The whole window: every page is visited, every field has the keyboard once, nothing is written, and not a
/// byte is another.
class TestNoTouch : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void lookingChangesNothing();

private:
    void visit(const QString &page);
    void check(const Configuration &configuration);

    Workbench m_bench;
    std::unique_ptr<ui::MainWindow> m_window;
    qsizetype m_fields = 0;
};

void TestNoTouch::initTestCase()
{
    QVERIFY(m_bench.openSample());
    m_window = std::make_unique<ui::MainWindow>(m_bench.context);
    m_window->resize(1280, 720);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestNoTouch::visit(const QString &page)
{
    m_window->showPage(page);
    QCOMPARE(m_window->currentPage(), page);
    for (QToolButton *button : m_window->centralWidget()->findChildren<QToolButton *>()) {
        const bool isFold = button->isCheckable() && !button->text().isEmpty() && !button->menu();
        if (isFold && button->isVisible() && !button->isChecked())
            button->click();
    }
    for (QWidget *widget : m_window->centralWidget()->findChildren<QWidget *>()) {
        if (widget->focusPolicy() & Qt::TabFocus && widget->isVisible() && widget->isEnabled()) {
            widget->setFocus(Qt::TabFocusReason);
            ++m_fields;
        }
    }
    QCoreApplication::processEvents();
}

void TestNoTouch::check(const Configuration &configuration)
{
    ui::EditSession &session = m_bench.session;
    session.open(model::Snapshot(
        {support::fileOf(QStringLiteral("main.cf"), model::FileKind::MainCf, configuration.mainCf),
         support::fileOf(QStringLiteral("master.cf"), model::FileKind::MasterCf, configuration.masterCf)}));
    for (const ui::Page &page : m_window->pages()) {
        visit(QString::fromLatin1(page.id));
        const bool isSame = session.snapshot().mainCf().text() == configuration.mainCf
            && session.snapshot().masterCf().text() == configuration.masterCf;
        QVERIFY2(isSame, qPrintable(QLatin1String(page.id) + QStringLiteral(": ") + configuration.name));
    }
    QVERIFY(!session.undoStack()->canUndo());
    QVERIFY(session.changedFiles().isEmpty());
}

void TestNoTouch::lookingChangesNothing()
{
    const QList<Configuration> real = realConfigurations();
    for (const Configuration &configuration : ownConfigurations() + real) {
        check(configuration);
        if (QTest::currentTestFailed()) {
            qWarning().noquote() << configuration.name;
            return;
        }
    }
    QVERIFY(m_fields > 1000);
    qInfo("%lld real configurations; the keyboard was in fields %lld times",
          static_cast<long long>(real.size()), static_cast<long long>(m_fields));
}

QTEST_MAIN(TestNoTouch)
#include "tst_notouch.moc"
