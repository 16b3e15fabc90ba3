// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/master/templates.h"

#include "core/syntax/servicewords.h"

#include <QtGlobal>

#include <algorithm>

namespace master {

using syntax::ServiceField;

namespace {

struct OwnTemplate
{
    Group group;
    const char *title; ///< translation context "templates"
    const char *line;
    const char *suffix = nullptr; ///< of a companion
    const char *value = nullptr;
};

constexpr OwnTemplate ownTemplates[] = {
    {Group::Ports, QT_TRANSLATE_NOOP("templates", "Port 25: Mail from Other Servers"),
     "smtp inet n - n - - smtpd"},
    {Group::Ports, QT_TRANSLATE_NOOP("templates", "Port 587: Mail Programs, with STARTTLS"),
     "submission inet n - n - - smtpd -o syslog_name=postfix/submission"
     " -o smtpd_forbid_unauth_pipelining=no -o smtpd_tls_security_level=encrypt"
     " -o smtpd_sasl_auth_enable=yes -o smtpd_tls_auth_only=yes"
     " -o smtpd_reject_unlisted_recipient=no"
     " -o smtpd_relay_restrictions=permit_sasl_authenticated,reject -o smtpd_recipient_restrictions="
     " -o milter_macro_daemon_name=ORIGINATING"},
    {Group::Ports, QT_TRANSLATE_NOOP("templates", "Port 465: Mail Programs, with TLS from the Start"),
     "submissions inet n - n - - smtpd -o syslog_name=postfix/submissions"
     " -o smtpd_forbid_unauth_pipelining=no -o smtpd_tls_wrappermode=yes -o smtpd_sasl_auth_enable=yes"
     " -o smtpd_reject_unlisted_recipient=no"
     " -o smtpd_relay_restrictions=permit_sasl_authenticated,reject -o smtpd_recipient_restrictions="
     " -o milter_macro_daemon_name=ORIGINATING"},
    {Group::Incoming, QT_TRANSLATE_NOOP("templates", "Mail Back from a Content Filter"),
     "127.0.0.1:10025 inet n - n - 10 smtpd -o content_filter= -o smtpd_milters="
     " -o receive_override_options=no_unknown_recipient_checks,no_header_body_checks,no_milters"
     " -o smtpd_helo_restrictions= -o smtpd_client_restrictions= -o smtpd_sender_restrictions="
     " -o smtpd_relay_restrictions=permit_mynetworks,reject"
     " -o smtpd_recipient_restrictions=permit_mynetworks,reject -o mynetworks=127.0.0.0/8"
     " -o smtpd_authorized_xforward_hosts=127.0.0.0/8 -o smtpd_tls_security_level=none"},
    {Group::Delivery, QT_TRANSLATE_NOOP("templates", "Delivery to a Content Filter"),
     "scan unix - - n - 10 smtp -o smtp_send_xforward_command=yes -o smtp_tls_security_level=none"
     " -o disable_mime_output_conversion=yes"},
    {Group::Delivery, QT_TRANSLATE_NOOP("templates", "Delivery Secured by DANE"),
     "dane unix - - n - - smtp -o smtp_tls_security_level=dane -o smtp_dns_support_level=dnssec"},
    {Group::Programs, QT_TRANSLATE_NOOP("templates", "Delivery to a Program"),
     "program unix - n n - 10 pipe flags=DRhu user=nobody argv=/usr/local/bin/deliver ${recipient}",
     "_destination_recipient_limit", "1"},
    {Group::Programs, QT_TRANSLATE_NOOP("templates", "Delivery by Dovecot"),
     "dovecot unix - n n - - pipe flags=DRhu user=vmail:vmail"
     " argv=/usr/lib/dovecot/dovecot-lda -f ${sender} -d ${recipient}",
     "_destination_recipient_limit", "1"},
    {Group::Programs, QT_TRANSLATE_NOOP("templates", "SpamAssassin as a Content Filter"),
     "spamassassin unix - n n - 10 pipe flags=Rq user=debian-spamd"
     " argv=/usr/bin/spamc -e /usr/sbin/sendmail -oi -f ${sender} ${recipient}"},
    {Group::Programs, QT_TRANSLATE_NOOP("templates", "Policy Service"),
     "policy unix - n n - 0 spawn user=nobody argv=/usr/local/bin/policy", "_time_limit", "3600"},
    {Group::Programs, QT_TRANSLATE_NOOP("templates", "SPF Policy Service"),
     "policy-spf unix - n n - 0 spawn user=nobody argv=/usr/bin/policyd-spf", "_time_limit", "3600"},
};

Group groupOf(const catalog::Program *program)
{
    if (!program)
        return Group::Helpers;
    if (program->role == "input")
        return Group::Incoming;
    if (program->role == "queue")
        return Group::Queue;
    if (program->role == "delivery")
        return program->name == "pipe" ? Group::Programs : Group::Delivery;
    return Group::Helpers;
}

bool isOwn(const catalog::MasterRow &row)
{
    return row.command == "smtpd" && row.type == "inet"
        && (row.name == "smtp" || row.name == "submission" || row.name == "submissions");
}

edits::ServiceSpec specOf(const catalog::MasterRow &row)
{
    edits::ServiceSpec spec{.name = row.name.toByteArray(),
                            .type = row.type.toByteArray(),
                            .isPrivate = row.isPrivate.toByteArray(),
                            .unprivileged = row.unprivileged.toByteArray(),
                            .chroot = row.chroot.toByteArray(),
                            .wakeup = row.wakeup.toByteArray(),
                            .processLimit = row.maxproc.toByteArray(),
                            .command = row.command.toByteArray()};
    for (const catalog::OptionLine &line : row.optionLines) {
        for (const QByteArrayView option : line.options) {
            if (line.isEnabled)
                spec.arguments += {"-o", option.toByteArray()};
        }
    }
    for (const QByteArrayView argument : row.arguments)
        spec.arguments.append(argument.toByteArray());
    return spec;
}

/// Without the overrides that this version does not know.
QByteArrayList knownArguments(const QByteArrayList &arguments, const catalog::Catalog &catalog,
                              const catalog::Version &version)
{
    QByteArrayList known;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        if (arguments[i] == "-o" && i + 1 < arguments.size()) {
            const QByteArray &option = arguments[i + 1];
            const catalog::Parameter *parameter = catalog.find(option.first(option.indexOf('=')));
            if (!parameter || !parameter->isKnownTo(version)) {
                ++i;
                continue;
            }
        }
        known.append(arguments[i]);
    }
    return known;
}

bool hasProgram(const catalog::Reference &reference, QByteArrayView name, const catalog::Version &version)
{
    const catalog::Program *program = reference.program(name);
    return program && program->since <= version;
}

} // namespace

edits::ServiceSpec specOf(const QByteArray &line)
{
    QByteArrayList words;
    for (const syntax::ByteRange &range : syntax::serviceWords(line))
        words.append(range.in(line).toByteArray());
    Q_ASSERT(words.size() >= syntax::serviceFieldCount);
    const auto field = [&words](ServiceField which) { return words[static_cast<qsizetype>(which)]; };
    return {.name = field(ServiceField::Name),
            .type = field(ServiceField::Type),
            .isPrivate = field(ServiceField::Private),
            .unprivileged = field(ServiceField::Unprivileged),
            .chroot = field(ServiceField::Chroot),
            .wakeup = field(ServiceField::Wakeup),
            .processLimit = field(ServiceField::ProcessLimit),
            .command = field(ServiceField::Command),
            .arguments = words.sliced(syntax::serviceFieldCount)};
}

QList<Template> templatesFor(const catalog::Reference &reference, const catalog::Version &version)
{
    QList<Template> templates;
    const auto add = [&](Template made) {
        if (!hasProgram(reference, made.spec.command, version))
            return;
        made.spec.arguments = knownArguments(made.spec.arguments, reference.catalog(), version);
        templates.append(made);
    };
    for (const OwnTemplate &own : ownTemplates) {
        Template made{.group = own.group, .title = own.title, .spec = specOf(QByteArray(own.line))};
        made.purpose = reference.program(made.spec.command)->purpose.toByteArray();
        if (own.suffix)
            made.companions.append(Companion{own.suffix, own.value});
        add(made);
    }
    for (const catalog::MasterRow &row : reference.masterRows()) {
        const catalog::Program *program = reference.program(row.command);
        if (row.since <= version && !isOwn(row) && program)
            add({.group = groupOf(program), .purpose = program->purpose.toByteArray(), .spec = specOf(row)});
    }
    std::ranges::stable_sort(templates, {}, &Template::group);
    return templates;
}

} // namespace master
