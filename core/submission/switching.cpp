// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/submission/switching.h"

#include "core/edits/serviceedits.h"
#include "core/submission/state.h"

#include <optional>
#include <tuple>

namespace submission {

using edits::Outcome;
using syntax::MasterCf;
using syntax::Override;
using syntax::ServiceField;

namespace {

constexpr const char *senderTest = "reject_authenticated_sender_login_mismatch";
constexpr const char *onlyLoggedIn = "permit_sasl_authenticated,reject";

/// The stanza to use: one in force before one that is commented out, one for every address before one for a
/// single address, and of several the one that says most.
std::optional<Port> bestAt(const MasterCf &file, int port)
{
    std::optional<Port> best;
    const auto rank = [&](const Port &candidate) {
        return std::tuple(candidate.isEnabled, candidate.host.isEmpty(),
                          file.services()[candidate.service].overrides.size());
    };
    for (const Port &candidate : portsIn(file)) {
        if (!candidate.isBehindPostscreen && candidate.number == port
            && (!best || rank(candidate) > rank(*best)))
            best = candidate;
    }
    return best;
}

/// Behind port 25, with the same columns.
Outcome addPort(model::Draft &draft, int port)
{
    const MasterCf &file = draft.masterCf();
    const QByteArray name = port == submissionPort ? "submission" : "submissions";
    edits::ServiceSpec spec{.name = name, .type = "inet", .isPrivate = "n", .command = "smtpd"};
    qsizetype before = file.services().size();
    for (const Port &other : portsIn(file)) {
        if (!other.isEnabled || (other.number != smtpPort && other.number != submissionPort))
            continue;
        before = other.service + 1;
        spec.chroot = file.fieldOf(file.services()[other.service], ServiceField::Chroot).toByteArray();
    }
    for (const QByteArray &option :
         {"syslog_name=postfix/" + name, QByteArray("smtpd_reject_unlisted_recipient=no"),
          QByteArray("smtpd_client_restrictions="), QByteArray("smtpd_helo_restrictions="),
          QByteArray("smtpd_sender_restrictions="), QByteArray("smtpd_relay_restrictions="),
          QByteArray("smtpd_recipient_restrictions=") + onlyLoggedIn,
          QByteArray("milter_macro_daemon_name=ORIGINATING")})
        spec.arguments += {"-o", option};
    return edits::addService(draft, before, spec);
}

/// The service as it is now, in what Postfix makes of it.
State stateNow(const model::Draft &draft, qsizetype service, const effective::Target &target)
{
    const effective::Values values(draft.snapshot(), target);
    return stateOf(values, values.serviceAt(service));
}

Outcome switchOnIn(model::Draft &draft, int port, const effective::Target &target)
{
    const std::optional<Port> known = bestAt(draft.masterCf(), port);
    if (!known) {
        if (Outcome refusal = addPort(draft, port))
            return refusal;
    } else if (!known->isEnabled) {
        if (Outcome refusal = edits::setServiceEnabled(draft, known->service, true))
            return refusal;
    }
    const std::optional<Port> now = bestAt(draft.masterCf(), port);
    if (!now || !now->isEnabled)
        return edits::Refusal{edits::Refusal::Reason::NotThere, QByteArray::number(port)};
    const auto ensure = [&](bool isFine, const char *name, const QByteArray &value) -> Outcome {
        return isFine ? Outcome() : edits::setOverride(draft, now->service, name, value);
    };
    const State state = stateNow(draft, now->service, target);
    Outcome refusal = port == submissionsPort
        ? ensure(state.encryption == Encryption::FromStart, "smtpd_tls_wrappermode", "yes")
        : ensure(state.encryption == Encryption::Required, "smtpd_tls_security_level", "encrypt");
    if (!refusal)
        refusal = ensure(state.login != Login::None, "smtpd_sasl_auth_enable", "yes");
    // The login has a say in who may relay.
    if (!refusal)
        refusal = ensure(stateNow(draft, now->service, target).relaying == Relaying::LoggedIn,
                         "smtpd_relay_restrictions", onlyLoggedIn);
    return refusal;
}

} // namespace

Outcome switchOn(model::Draft &draft, int port, const effective::Target &target)
{
    model::Draft trial = draft;
    const Outcome refusal = switchOnIn(trial, port, target);
    if (!refusal)
        draft = trial;
    return refusal;
}

Outcome setSenderChecked(model::Draft &draft, qsizetype service, bool isChecked,
                         const effective::Target &target)
{
    constexpr const char *list = "smtpd_sender_restrictions";
    const MasterCf &file = draft.masterCf();
    if (service < 0 || service >= file.services().size() || !file.services()[service].enabled)
        return edits::Refusal{edits::Refusal::Reason::NotThere, list};
    if (stateNow(draft, service, target).isSenderChecked == isChecked)
        return {};
    const effective::Values values(draft.snapshot(), target);
    const auto value = values.value(list, values.serviceAt(service));
    const QByteArray now = value ? value->unexpanded.trimmed() : QByteArray();
    if (isChecked) {
        const QByteArray wanted = now.isEmpty() ? QByteArray(senderTest) : QByteArray(senderTest) + ',' + now;
        return edits::setOverride(draft, service, list, wanted);
    }
    const Override *option = file.overrideOf(file.services()[service], list);
    if (!option || !now.startsWith(senderTest))
        return edits::Refusal{edits::Refusal::Reason::NotThere, list};
    QByteArray rest = now.sliced(qstrlen(senderTest)).trimmed();
    if (rest.startsWith(','))
        rest = rest.sliced(1).trimmed();
    const auto inherited = draft.mainCf().find(list);
    const QByteArray ofMain = inherited ? draft.mainCf().valueOf(*inherited) : QByteArray();
    return rest == ofMain ? edits::removeOverride(draft, service, list)
                          : edits::setOverride(draft, service, list, rest);
}

} // namespace submission
