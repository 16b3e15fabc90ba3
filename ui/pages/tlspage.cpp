// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/tlspage.h"

#include "core/certificates/chain.h"
#include "core/facts/disk.h"
#include "core/tls/levels.h"
#include "ui/forms/fielddomain.h"
#include "ui/forms/formsection.h"
#include "ui/forms/formview.h"
#include "ui/grids/tablerows.h"
#include "ui/pages/certificatepicture.h"
#include "ui/pages/daneswitch.h"
#include "ui/pages/fieldpages.h"
#include "ui/pages/servicevalues.h"
#include "ui/pages/tablechoices.h"
#include "ui/pages/tlsprobe.h"
#include "ui/session/editsession.h"
#include "ui/session/knowledge.h"
#include "ui/tables/tableshapes.h"
#include "ui/widgets/icon.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QLineEdit>
#include <QToolButton>

#include <algorithm>

namespace ui {

namespace {

QByteArray textOf(const effective::Values &values, const char *name, qsizetype service)
{
    const auto value = values.value(name, service);
    return value ? value->expanded.trimmed() : QByteArray();
}

bool isYes(const effective::Values &values, const char *name, qsizetype service)
{
    return textOf(values, name, service).compare("yes", Qt::CaseInsensitive) == 0;
}

/// A level in words; where none is set the older switches count.
QString levelText(const effective::Values &values, qsizetype service, const QByteArray &side)
{
    const QByteArray prefix = side + "_";
    QByteArray level = textOf(values, (prefix + "tls_security_level").constData(), service);
    if (level.isEmpty() && isYes(values, (prefix + "enforce_tls").constData(), service))
        level = "encrypt";
    else if (level.isEmpty())
        level = isYes(values, (prefix + "use_tls").constData(), service) ? "may" : "none";
    const tls::LevelWords *words =
        side == "smtpd" ? tls::serverLevelWords(level) : tls::clientLevelWords(level);
    const QString title = words ? QCoreApplication::translate("tls", words->title) : QString::fromUtf8(level);
    //: What a level of encryption is called, and its value: "Required (encrypt)"
    return TlsPage::tr("%1 (%2)").arg(title, QString::fromUtf8(level));
}

QString serverText(const effective::Values &values, qsizetype service)
{
    return isYes(values, "smtpd_tls_wrappermode", service) ? TlsPage::tr("Encrypted from the first byte")
                                                           : levelText(values, service, "smtpd");
}

QString clientText(const effective::Values &values, qsizetype service)
{
    return levelText(values, service, "smtp");
}

} // namespace

TlsPage::TlsPage(PageContext &context, const QString &title, const QString &purpose, QWidget *parent)
    : FormPage(context, title, purpose, tlsGroups(), parent), m_context(context)
{
    addServices();
    addCertificates();
    addTables();
    auto *section = view()->addGroup(
        {QT_TRANSLATE_NOOP("forms", "Ask a server"),
         QT_TRANSLATE_NOOP("forms", "Which encryption a server offers, this one or another, seen from here."),
         {}});
    section->addWidget(new TlsProbe(context));
    connect(&context.knowledge, &Knowledge::targetChanged, this, &TlsPage::refreshLevels);
    refreshLevels();
}

void TlsPage::addServices()
{
    view()
        ->section("smtpd_tls_security_level")
        ->addWidget(new ServiceValues(m_context,
                                      {.title = tr("At each port"),
                                       .programs = {"smtpd"},
                                       .parameters = {"smtpd_tls_wrappermode", "smtpd_tls_security_level"},
                                       .words = serverText}));
    FormSection *outgoing = view()->section("smtp_tls_security_level");
    outgoing->addWidget(new DaneSwitch(m_context));
    outgoing->addWidget(new ServiceValues(m_context,
                                          {.title = tr("For each transport"),
                                           .programs = {"smtp"},
                                           .parameters = {"smtp_tls_security_level"},
                                           .words = clientText}));
}

void TlsPage::addCertificates()
{
    view()
        ->section("smtpd_tls_chain_files")
        ->addWidget(new CertificatePicture(
            m_context, "smtpd",
            tr("No certificate is named: this server can't offer encryption to those who connect.")));
    view()
        ->section("smtp_tls_chain_files")
        ->addWidget(new CertificatePicture(
            m_context, "smtp",
            tr("No certificate of its own: right for nearly every server that sends mail.")));
}

void TlsPage::addTables()
{
    m_policies = new TableRows(m_context.session, m_context.knowledge, shapes::tlsPolicies);
    view()->section("smtp_tls_policy_maps")->addWidget(m_policies);
    view()
        ->section("tls_server_sni_maps")
        ->addWidget(new TableRows(m_context.session, m_context.knowledge, shapes::sniCertificates));
    m_fingerprints = new TableRows(m_context.session, m_context.knowledge, shapes::clientFingerprints);
    auto *from = new QToolButton;
    from->setIcon(icon(QStringLiteral("file-text")));
    from->setToolTip(tr("Take the fingerprint of a certificate in a file"));
    from->setAccessibleName(from->toolTip());
    from->setFocusPolicy(Qt::StrongFocus);
    connect(from, &QToolButton::clicked, this, [this] {
        const QString path = QFileDialog::getOpenFileName(
            this, tr("Certificate of the Client"), {}, tr("Certificates (*.pem *.crt *.cer);;All files (*)"));
        if (!path.isEmpty())
            takeFingerprint(path);
    });
    m_fingerprints->addTool(from);
    view()->section("relay_clientcerts")->addWidget(m_fingerprints);
}

void TlsPage::takeFingerprint(const QString &path)
{
    const QByteArray digest =
        m_context.knowledge.expanded("$smtpd_tls_fingerprint_digest").value_or(QByteArray());
    const auto text = facts::pemTextAt({}, path);
    QByteArray fingerprint;
    QByteArray name;
    for (const certificates::Item &item : text ? certificates::itemsIn(*text) : QList<certificates::Item>()) {
        if (item.certificate && fingerprint.isEmpty()) {
            fingerprint = certificates::fingerprintOf(*item.certificate, digest);
            name = item.certificate->names.value(0, item.certificate->subject);
        }
    }
    if (fingerprint.isEmpty()) {
        m_fingerprints->say(text ? tr("%1 holds no certificate in PEM form, or its fingerprint can't be made "
                                      "with the digest %2.")
                                       .arg(path, QString::fromUtf8(digest))
                                 : tr("%1 can't be read.").arg(path));
        return;
    }
    m_fingerprints->input(0)->setText(QString::fromLatin1(fingerprint));
    m_fingerprints->input(1)->setText(QString::fromUtf8(name));
    m_fingerprints->input(1)->setFocus(Qt::OtherFocusReason);
    m_fingerprints->input(1)->selectAll();
}

/// The levels that the version knows.
void TlsPage::refreshLevels()
{
    m_policies->setChoices(1, tlsLevelsOf(m_context.knowledge));
}

} // namespace ui
