// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/submission/state.h"

namespace submission {

namespace {

QByteArray textOf(const effective::Values &values, QByteArrayView name, qsizetype service)
{
    const auto value = values.value(name, service);
    return value ? value->expanded : QByteArray();
}

bool isOn(const effective::Values &values, QByteArrayView name, qsizetype service)
{
    return textOf(values, name, service).toLower() == "yes";
}

/// Words of a list, in small letters.
QByteArrayList wordsOf(const QByteArray &value)
{
    QByteArrayList words;
    QByteArray text = value.toLower();
    text.replace(',', ' ');
    for (const QByteArray &word : text.simplified().split(' ')) {
        if (!word.isEmpty())
            words.append(word);
    }
    return words;
}

// main() in src/smtpd/smtpd.c: the level comes before the old switches, and wrapper mode means TLS.
Encryption encryptionOf(const effective::Values &values, qsizetype service)
{
    const QByteArray level = textOf(values, "smtpd_tls_security_level", service).toLower();
    if (isOn(values, "smtpd_tls_wrappermode", service))
        return Encryption::FromStart;
    if (level == "encrypt" || level == "dane" || level == "verify" || level == "secure"
        || level == "fingerprint")
        return Encryption::Required;
    if (level == "may")
        return Encryption::Offered;
    if (!level.isEmpty())
        return Encryption::None;
    if (isOn(values, "smtpd_enforce_tls", service))
        return Encryption::Required;
    return isOn(values, "smtpd_use_tls", service) ? Encryption::Offered : Encryption::None;
}

struct Relay
{
    bool permitsLogin = false;
    bool permitsOthers = false;
    bool isClosed = false; ///< whoever is not permitted is refused
};

Relay relayOf(const QByteArray &list)
{
    Relay relay;
    for (const QByteArray &word : wordsOf(list)) {
        if (word == "permit_sasl_authenticated")
            relay.permitsLogin = true;
        else if (word == "reject" || word == "reject_unauth_destination" || word == "defer_unauth_destination"
                 || word == "defer")
            relay.isClosed = true;
        else if (word.startsWith("permit") || word.startsWith("check_"))
            relay.permitsOthers = true;
        if (relay.isClosed)
            break;
    }
    return relay;
}

} // namespace

State stateOf(const effective::Values &values, qsizetype service)
{
    State state{.encryption = encryptionOf(values, service)};
    const bool isEncrypted =
        state.encryption == Encryption::Required || state.encryption == Encryption::FromStart;
    if (isOn(values, "smtpd_sasl_auth_enable", service)) {
        const bool needsTls = isOn(values, "smtpd_tls_auth_only", service) || isEncrypted;
        state.login = needsTls ? Login::OfferedEncrypted : Login::Offered;
    }

    // Both lists have to let a recipient pass; one that ends in a refusal is what holds strangers off.
    const Relay relay = relayOf(textOf(values, "smtpd_relay_restrictions", service));
    const Relay recipient = relayOf(textOf(values, "smtpd_recipient_restrictions", service));
    const Relay &deciding = relay.isClosed ? relay : recipient;
    if (deciding.isClosed && deciding.permitsLogin && state.login != Login::None)
        state.relaying = deciding.permitsOthers ? Relaying::LoggedInAndOthers : Relaying::LoggedIn;

    for (const char *list : {"smtpd_sender_restrictions", "smtpd_recipient_restrictions",
                             "smtpd_relay_restrictions", "smtpd_client_restrictions"}) {
        const QByteArrayList words = wordsOf(textOf(values, list, service));
        const qsizetype permit = words.indexOf("permit_sasl_authenticated");
        for (const char *check :
             {"reject_sender_login_mismatch", "reject_authenticated_sender_login_mismatch",
              "reject_known_sender_login_mismatch"}) {
            const qsizetype at = words.indexOf(check);
            if (at >= 0 && (permit < 0 || at < permit))
                state.isSenderChecked = true;
        }
    }
    return state;
}

} // namespace submission
