// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tools/localrunner.h"
#include "tests/support/corpus.h"
#include "tests/support/desk.h"
#include "tests/support/tlsserver.h"
#include "tests/support/workbench.h"
#include "ui/forms/fieldframe.h"
#include "ui/forms/formsection.h"
#include "ui/forms/formview.h"
#include "ui/grids/tablerows.h"
#include "ui/grids/tablerowsmodel.h"
#include "ui/pages/certificatepicture.h"
#include "ui/pages/chainview.h"
#include "ui/pages/servicevalues.h"
#include "ui/pages/tlspage.h"
#include "ui/pages/tlsprobe.h"

#include <QCheckBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTest>
#include <QToolButton>

namespace {

const QByteArray mainCf = "# ours\n"
                          "smtpd_tls_security_level = may\n"
                          "smtp_tls_mandatory_protocols = !SSLv2, !SSLv3\n";
const QByteArray masterCf = "smtp      inet  n - y - - smtpd\n"
                            "submission inet n - y - - smtpd\n"
                            "  -o smtpd_tls_security_level=encrypt\n"
                            "submissions inet n - y - - smtpd\n"
                            "  -o smtpd_tls_wrappermode=yes\n"
                            "smtp      unix  - - y - - smtp\n";

struct Shown
{
    explicit Shown(const QByteArray &main = mainCf) : desk(main, masterCf) { open(); }

    void open()
    {
        page = std::make_unique<ui::TlsPage>(desk.context, QStringLiteral("TLS"), QStringLiteral("Purpose."));
        page->resize(1000, 800);
        page->show();
        page->activateWindow();
        isActive = QTest::qWaitForWindowActive(page.get());
    }

    void openAll() const
    {
        for (ui::FormSection *section : page->findChildren<ui::FormSection *>())
            section->setOpen(true);
    }

    template<typename Button>
    Button *named(const char *start) const
    {
        for (Button *one : page->findChildren<Button *>()) {
            if (one->accessibleName().startsWith(QLatin1String(start))
                || one->text().startsWith(QLatin1String(start)))
                return one;
        }
        return nullptr;
    }

    QComboBox *oldest(const char *parameter) const
    {
        for (QComboBox *one : page->findChildren<QComboBox *>()) {
            if (one->accessibleName().startsWith(QLatin1String("Oldest"))
                && one->accessibleName().endsWith(QLatin1String(parameter) + QStringLiteral(")")))
                return one;
        }
        return nullptr;
    }

    static bool says(const QWidget *widget, const char *words)
    {
        const QList<QLabel *> labels = widget->findChildren<QLabel *>();
        return std::ranges::any_of(labels, [&](const QLabel *label) {
            return !label->isHidden() && label->text().contains(QLatin1String(words));
        });
    }

    support::Desk desk;
    std::unique_ptr<ui::TlsPage> page;
    bool isActive = false;
};

QByteArray replaced(QByteArray text, const QByteArray &before, const QByteArray &after)
{
    return text.replace(before, after);
}

} // namespace

/// The TLS page with real keys and clicks.
class TestTlsPage : public QObject
{
    Q_OBJECT

private slots:
    void levelIsChosenByItsWords();
    void levelsAreThoseOfTheVersion();
    void everyPortSaysWhatHolds();
    void protocolsAreWrittenAsTheVersionKnowsThem_data();
    void protocolsAreWrittenAsTheVersionKnowsThem();
    void daneIsOneStep();
    void certificatesAreDrawn();
    void missingFileIsTold();
    void policyIsAddedInOneStep();
    void fingerprintIsTakenFromACertificate();
    void serverIsAsked();
    void askingCanBeCancelled();
    void askingFallsBackToOpenSsl();
    void lookingChangesNothing();
    void everyWidgetHasAName();
};

void TestTlsPage::levelIsChosenByItsWords()
{
    Shown shown;
    QVERIFY(shown.isActive);
    auto *offered = shown.named<QRadioButton>("Offered (may)");
    QVERIFY(offered && offered->isChecked());
    offered->setFocus(Qt::TabFocusReason);
    QTest::keyClick(offered, Qt::Key_Down);
    QCOMPARE(shown.desk.mainCf(), replaced(mainCf, "= may", "= encrypt"));
    QVERIFY(shown.named<QRadioButton>("Required (encrypt)")->isChecked());
    shown.desk.undoAll();
    QVERIFY(offered->isChecked());
}

void TestTlsPage::levelsAreThoseOfTheVersion()
{
    Shown shown;
    QVERIFY(shown.named<QRadioButton>("Verified by DNS only"));
    shown.desk.knowledge.chooseTarget(catalog::Version{2, 6, 0});
    QTRY_VERIFY(!shown.named<QRadioButton>("Verified by DNS only"));
    QVERIFY(shown.named<QRadioButton>("Verified, by the name of the destination"));
    QVERIFY(!shown.named<QCheckBox>("Verify servers that")->isEnabled());
    QCOMPARE(shown.desk.mainCf(), mainCf);
}

void TestTlsPage::everyPortSaysWhatHolds()
{
    Shown shown;
    auto *ports = shown.page->findChild<ui::ServiceValues *>();
    QCOMPARE(ports->textOf(0), QStringLiteral("smtp inet | Offered (may) | as main.cf says"));
    QCOMPARE(ports->textOf(1), QStringLiteral("submission inet | Required (encrypt) | set for this service"));
    QCOMPARE(ports->textOf(2),
             QStringLiteral("submissions inet | Encrypted from the first byte | set for this service"));
    shown.named<QRadioButton>("Required (encrypt)")->click();
    QCOMPARE(ports->textOf(0), QStringLiteral("smtp inet | Required (encrypt) | as main.cf says"));
}

void TestTlsPage::protocolsAreWrittenAsTheVersionKnowsThem_data()
{
    QTest::addColumn<catalog::Version>("version");
    QTest::addColumn<QByteArray>("written");
    QTest::newRow("3.6") << catalog::Version{3, 6, 0} << QByteArray(">=TLSv1.2");
    QTest::newRow("3.5") << catalog::Version{3, 5, 0} << QByteArray("!SSLv2, !SSLv3, !TLSv1, !TLSv1.1");
}

void TestTlsPage::protocolsAreWrittenAsTheVersionKnowsThem()
{
    QFETCH(catalog::Version, version);
    QFETCH(QByteArray, written);
    Shown shown;
    QVERIFY(shown.isActive);
    shown.desk.knowledge.chooseTarget(version);
    shown.openAll();
    QComboBox *oldest = shown.oldest("smtp_tls_mandatory_protocols");
    QVERIFY(oldest);
    QCOMPARE(oldest->currentText(), QStringLiteral("At least TLS 1.0"));
    oldest->setFocus(Qt::TabFocusReason);
    oldest->setCurrentIndex(oldest->findText(QStringLiteral("At least TLS 1.2")));
    emit oldest->activated(oldest->currentIndex());
    QCOMPARE(shown.desk.mainCf(), replaced(mainCf, "!SSLv2, !SSLv3", written));
    emit oldest->activated(oldest->currentIndex()); // the same again
    QCOMPARE(shown.desk.session.undoStack()->count(), 1);
}

void TestTlsPage::daneIsOneStep()
{
    Shown shown;
    QVERIFY(shown.isActive);
    auto *dane = shown.named<QCheckBox>("Verify servers that");
    QVERIFY(dane && !dane->isChecked());
    dane->setFocus(Qt::TabFocusReason);
    QTest::keyClick(dane, Qt::Key_Space);
    QVERIFY(shown.desk.mainCf().contains("smtp_tls_security_level = dane\n"));
    QVERIFY(shown.desk.mainCf().contains("smtp_dns_support_level = dnssec\n"));
    QVERIFY(dane->isChecked());
    QCOMPARE(shown.desk.session.undoStack()->count(), 1);
    QTest::keyClick(dane, Qt::Key_Space);
    QVERIFY(shown.desk.mainCf().contains("smtp_tls_security_level = may\n"));
    QVERIFY(!shown.desk.mainCf().contains("dnssec"));
    shown.desk.undoAll();
    QCOMPARE(shown.desk.mainCf(), mainCf);
}

void TestTlsPage::certificatesAreDrawn()
{
    if (!CertificateMaker::isPossible())
        QSKIP("openssl is not there to make certificates");
    const CertificateMaker maker;
    QVERIFY(maker.make({.name = QStringLiteral("root"),
                        .subject = QStringLiteral("/CN=The Root"),
                        .extensions = QStringLiteral("basicConstraints=critical,CA:TRUE")}));
    QVERIFY(maker.make({.name = QStringLiteral("leaf"),
                        .extensions = QStringLiteral("subjectAltName=DNS:mail.example.com"),
                        .issuer = QStringLiteral("root"),
                        .days = -1}));
    Workbench bench;
    QVERIFY(bench.writeSample());
    QVERIFY(bench.write(QStringLiteral("main.cf"),
                        "smtpd_tls_chain_files = /etc/postfix/mail.pem, /etc/postfix/none.pem\n"));
    QVERIFY(bench.write(QStringLiteral("mail.pem"), maker.key("leaf") + maker.certificate("leaf")));
    QSignalSpy opened(&bench.folder, &ui::FolderSession::opened);
    bench.folder.open(bench.path());
    QVERIFY(opened.wait(10000));
    ui::TlsPage page(bench.context, QStringLiteral("TLS"), QStringLiteral("Purpose."));
    page.show();
    const auto *picture = page.findChild<ui::CertificatePicture *>();
    QTRY_VERIFY_WITH_TIMEOUT(picture->findChild<ui::ChainView *>(), 20000);
    QVERIFY(Shown::says(picture, "mail.example.com"));
    QVERIFY(Shown::says(picture, "Expired on"));
    QVERIFY(Shown::says(picture, "The intermediate certificate of The Root is missing"));
    QVERIFY(Shown::says(picture, "The private key fits."));
    QVERIFY(Shown::says(picture, "/etc/postfix/none.pem does not exist."));
}

void TestTlsPage::missingFileIsTold()
{
    Shown shown("smtpd_tls_cert_file = /nowhere/cert.pem\nsmtpd_tls_key_file = /nowhere/key.pem\n");
    const auto *picture = shown.page->findChild<ui::CertificatePicture *>();
    QTRY_VERIFY_WITH_TIMEOUT(Shown::says(picture, "/nowhere/cert.pem does not exist."), 20000);
    QVERIFY(Shown::says(picture, "/nowhere/key.pem does not exist."));
    shown.desk.session.edit(QStringLiteral("Empty"), [](model::Draft &draft) {
        draft.replace(model::FileId::MainCf, {0, draft.mainCf().text().size()}, {});
    });
    QTRY_VERIFY_WITH_TIMEOUT(Shown::says(picture, "No certificate is named"), 20000);
}

void TestTlsPage::policyIsAddedInOneStep()
{
    Shown shown;
    QVERIFY(shown.isActive);
    const ui::TableRows *policies = nullptr;
    for (const ui::TableRows *rows : shown.page->findChildren<ui::TableRows *>()) {
        if (rows->accessibleName() == QLatin1String("TLS by destination"))
            policies = rows;
    }
    QVERIFY(policies);
    policies->input(0)->setFocus(Qt::TabFocusReason);
    QTest::keyClicks(policies->input(0), QStringLiteral("[relay.example]:587"));
    QTest::keyClicks(policies->input(1), QStringLiteral("secure"));
    QTest::keyClicks(policies->input(2), QStringLiteral("match=relay.example"));
    QTest::keyClick(policies->input(2), Qt::Key_Return);
    QVERIFY(shown.desk.mainCf().contains("smtp_tls_policy_maps = "));
    QCOMPARE(shown.desk.session.undoStack()->count(), 1);
    QCOMPARE(shown.desk.session.snapshot().files().last().text().bytes().simplified(),
             QByteArray("[relay.example]:587 secure match=relay.example"));
    QCOMPARE(policies->model()->index(0, 2).data().toString(), QStringLiteral("secure"));
    shown.desk.undoAll();
    QCOMPARE(shown.desk.mainCf(), mainCf);
}

void TestTlsPage::fingerprintIsTakenFromACertificate()
{
    if (!CertificateMaker::isPossible())
        QSKIP("openssl is not there to make certificates");
    const CertificateMaker maker;
    QVERIFY(maker.make({.name = QStringLiteral("ann"), .subject = QStringLiteral("/CN=ann")}));
    const QByteArray main = "compatibility_level = 3.6\n"; // else the digest is MD5
    Shown shown(main);
    shown.openAll();
    shown.page->takeFingerprint(maker.path(QStringLiteral("ann.pem")));
    const QString fingerprint = shown.page->fingerprints()->input(0)->text();
    QCOMPARE(fingerprint.size(), 32 * 3 - 1); // SHA-256
    QCOMPARE(shown.page->fingerprints()->input(1)->text(), QStringLiteral("ann"));
    shown.page->fingerprints()->input(0)->clear();
    shown.page->takeFingerprint(maker.path(QStringLiteral("ann.key")));
    QVERIFY(shown.page->fingerprints()->input(0)->text().isEmpty());
    QVERIFY(Shown::says(shown.page->fingerprints(), "holds no certificate"));
    QCOMPARE(shown.desk.mainCf(), main);
}

void TestTlsPage::serverIsAsked()
{
    if (!CertificateMaker::isPossible())
        QSKIP("openssl is not there to make certificates and to be the server");
    const CertificateMaker maker;
    QVERIFY(maker.make({.name = QStringLiteral("self"),
                        .extensions = QStringLiteral("subjectAltName=DNS:mail.example.com")}));
    support::TlsServer server(maker, QStringLiteral("self"), QStringLiteral("self"));
    QVERIFY(server.isRunning());
    server.say("250 sham.example\r\n221 bye\r\n");
    tools::LocalRunner runner;
    support::Desk desk(mainCf, masterCf);
    ui::PageContext context{desk.session,  desk.folder,    desk.findings, desk.checker,  desk.settings,
                            desk.language, desk.knowledge, desk.presence, desk.ignoring, runner};
    ui::TlsProbe probe(context);
    probe.show();
    auto *host = probe.findChild<QLineEdit *>();
    QTest::keyClicks(host, QStringLiteral("127.0.0.1:%1").arg(server.smtpPort()));
    QSignalSpy answered(&probe, &ui::TlsProbe::answered);
    QTest::keyClick(host, Qt::Key_Return);
    QVERIFY(probe.isAsking());
    QVERIFY(answered.wait(60000));
    QVERIFY(Shown::says(&probe, "Encrypted with TLSv1."));
    QVERIFY(Shown::says(&probe, "could not be verified"));
    QVERIFY(Shown::says(&probe, "mail.example.com"));
    QVERIFY(probe.findChild<QPlainTextEdit *>()->toPlainText().contains(QLatin1String("TLSv1.")));
    QVERIFY(!probe.findChild<QPlainTextEdit *>()->isVisible());
    probe.findChild<QToolButton *>()->click();
    QVERIFY(probe.findChild<QPlainTextEdit *>()->isVisible());
}

void TestTlsPage::askingCanBeCancelled()
{
    Shown shown;
    shown.desk.runner.hold();
    auto *probe = shown.page->findChild<ui::TlsProbe *>();
    auto *host = probe->findChild<QLineEdit *>();
    host->setText(QStringLiteral("mail.example.org"));
    shown.named<QPushButton>("Ask the server")->click();
    QVERIFY(probe->isAsking());
    QCOMPARE(shown.desk.runner.running(), 1);
    shown.named<QPushButton>("Stop asking")->click();
    QCOMPARE(shown.desk.runner.running(), 0);
    QVERIFY(Shown::says(probe, "It was cancelled."));
    shown.desk.runner.release();
    QVERIFY(!shown.named<QPushButton>("Ask the server")->isHidden());
}

void TestTlsPage::askingFallsBackToOpenSsl()
{
    Shown shown;
    auto *probe = shown.page->findChild<ui::TlsProbe *>();
    auto *host = probe->findChild<QLineEdit *>();
    QSignalSpy answered(probe, &ui::TlsProbe::answered);
    host->setText(QStringLiteral("mail.example.org"));
    shown.named<QPushButton>("Ask the server")->click();
    QTRY_COMPARE(answered.size(), 1);
    QVERIFY(Shown::says(probe, "Neither posttls-finger nor openssl is on this machine."));
    shown.desk.runner.answer(QStringLiteral("openssl"), {},
                             "New, TLSv1.3, Cipher is X\nVerify return code: 0 (ok)\n");
    shown.named<QPushButton>("Ask the server")->click();
    QTRY_COMPARE(answered.size(), 2);
    QVERIFY(
        Shown::says(probe, "Encrypted with TLSv1.3, cipher X. The certificate is of a trusted authority"));
    host->setText(QStringLiteral("a b"));
    shown.named<QPushButton>("Ask the server")->click();
    QVERIFY(Shown::says(probe, "Write the server as host:port"));
}

void TestTlsPage::lookingChangesNothing()
{
    QByteArrayList files{mainCf};
    for (const QString &path : corpus::files()) {
        if (path.contains(QStringLiteral("/main_cf/")) && files.size() < 15)
            files.append(corpus::read(path));
    }
    for (const QByteArray &file : std::as_const(files)) {
        Shown shown(file);
        shown.openAll();
        for (QWidget *widget : shown.page->findChildren<QWidget *>()) {
            if (widget->focusPolicy() & Qt::TabFocus && widget->isVisible() && widget->isEnabled())
                widget->setFocus(Qt::TabFocusReason);
        }
        shown.page->view()->commit();
        QVERIFY(shown.desk.mainCf() == file);
        QVERIFY(!shown.desk.session.undoStack()->canUndo());
    }
    qInfo("%lld further main.cf looked at", static_cast<long long>(files.size() - 1));
}

void TestTlsPage::everyWidgetHasAName()
{
    const Shown shown;
    shown.openAll();
    QCOMPARE(support::namelessWidgets(shown.page.get()), QStringList());
}

QTEST_MAIN(TestTlsPage)
#include "tst_tlspage.moc"
