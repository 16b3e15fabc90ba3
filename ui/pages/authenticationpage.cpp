// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/authenticationpage.h"

#include "core/sasl/server.h"
#include "ui/forms/formsection.h"
#include "ui/forms/formview.h"
#include "ui/grids/tablerows.h"
#include "ui/pages/checkerchoice.h"
#include "ui/pages/fieldpages.h"
#include "ui/pages/servicevalues.h"
#include "ui/tables/tableshapes.h"

namespace ui {

namespace {

/// What somebody who connects is offered, as one sentence.
QString offerText(const effective::Values &values, qsizetype service)
{
    const sasl::Offer plain = sasl::offerAt(values, service, false);
    const sasl::Offer encrypted = sasl::offerAt(values, service, true);
    if (!plain.isOffered && !encrypted.isOffered)
        return AuthenticationPage::tr("No login");
    const bool isReadable = plain.isOffered && plain.hasPlaintext;
    if (plain.hasAnonymous || encrypted.hasAnonymous)
        return AuthenticationPage::tr("Login, also without a name");
    if (isReadable)
        return AuthenticationPage::tr("Login, with passwords readable on the way");
    if (plain.isOffered)
        return AuthenticationPage::tr("Login; plain passwords once encrypted");
    return encrypted.hasPlaintext ? AuthenticationPage::tr("Login once encrypted")
                                  : AuthenticationPage::tr("Login once encrypted, no plain passwords");
}

} // namespace

AuthenticationPage::AuthenticationPage(PageContext &context, const QString &title, const QString &purpose,
                                       QWidget *parent)
    : FormPage(context, title, purpose, authenticationGroups(), parent)
{
    FormSection *server = view()->section("smtpd_sasl_auth_enable");
    server->addOnTop(new CheckerChoice(context));
    server->addWidget(
        new ServiceValues(context,
                          {.title = tr("What is offered at each port"),
                           .programs = {"smtpd"},
                           .parameters = {"smtpd_sasl_auth_enable", "smtpd_tls_auth_only",
                                          "smtpd_sasl_security_options", "smtpd_sasl_tls_security_options",
                                          "smtpd_tls_security_level", "smtpd_tls_wrappermode"},
                           .words = offerText}));
    view()
        ->section("smtpd_sender_login_maps")
        ->addWidget(new TableRows(context.session, context.knowledge, shapes::senderLogins));
    view()
        ->section("smtp_sasl_password_maps")
        ->addWidget(new TableRows(context.session, context.knowledge, shapes::passwords));
}

} // namespace ui
