// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/submission/state.h"

#include "core/restrictions/listtext.h"

#include <utility>

namespace submission {

namespace {

QByteArray textOf(const effective::Values &values, QByteArrayView name, qsizetype service)
{
    const auto value = values.value(name, service);
    return value ? value->expanded : QByteArray();
}

bool isOn(const effective::Values &values, QByteArrayView name, qsizetype service)
{
    return textOf(values, name, service).trimmed().toLower() == "yes";
}

/// The words of a list in small letters, those of its classes in their places; what is only warned of is left
/// out, for it refuses nobody.
class Words
{
public:
    Words(const effective::Values &values, qsizetype service)
        : m_values(values), m_service(service), m_classes(restrictions::classesIn(values, service))
    {
    }

    QByteArrayList of(QByteArrayView list) const
    {
        QByteArrayList words;
        collect(list, false, 0, words);
        return words;
    }

private:
    void collect(QByteArrayView list, bool isWarned, int depth, QByteArrayList &words) const
    {
        constexpr int deepest = 20; // classes can lead to themselves
        bool isNextWarned = false;
        for (const QByteArray &item : restrictions::itemsOf(textOf(m_values, list, m_service))) {
            const QByteArray word = item.toLower();
            const bool isOnlyWarned = std::exchange(isNextWarned, word == "warn_if_reject") || isWarned;
            if (m_classes.contains(item) && depth < deepest)
                collect(item, isOnlyWarned, depth + 1, words);
            else if (!isOnlyWarned || word.startsWith("permit"))
                words.append(word);
        }
    }

    const effective::Values &m_values;
    qsizetype m_service;
    QSet<QByteArray> m_classes;
};

Encryption encryptionOf(const effective::Values &values, qsizetype service)
{
    if (isOn(values, "smtpd_tls_wrappermode", service))
        return Encryption::FromStart;
    const QByteArray level = tlsLevelOf(values, service);
    if (level == "encrypt" || level == "dane" || level == "verify" || level == "secure"
        || level == "fingerprint")
        return Encryption::Required;
    return level == "may" ? Encryption::Offered : Encryption::None;
}

struct Relay
{
    bool permitsLogin = false;
    bool permitsOthers = false;
    bool isClosed = false; ///< whoever is not permitted is refused
};

Relay relayOf(const QByteArrayList &words)
{
    Relay relay;
    for (const QByteArray &word : words) {
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

// main() in src/smtpd/smtpd.c: the level comes before the old switches.
QByteArray tlsLevelOf(const effective::Values &values, qsizetype service)
{
    const QByteArray level = textOf(values, "smtpd_tls_security_level", service).trimmed().toLower();
    if (!level.isEmpty())
        return level;
    if (isOn(values, "smtpd_enforce_tls", service))
        return "encrypt";
    return isOn(values, "smtpd_use_tls", service) ? QByteArray("may") : QByteArray();
}

bool offersLogin(const effective::Values &values, qsizetype service)
{
    return isOn(values, "smtpd_sasl_auth_enable", service);
}

State stateOf(const effective::Values &values, qsizetype service)
{
    State state{.encryption = encryptionOf(values, service)};
    const bool isEncrypted =
        state.encryption == Encryption::Required || state.encryption == Encryption::FromStart;
    if (offersLogin(values, service)) {
        const bool needsTls = isOn(values, "smtpd_tls_auth_only", service) || isEncrypted;
        state.login = needsTls ? Login::OfferedEncrypted : Login::Offered;
    }

    // Both lists have to let a recipient pass; one that ends in a refusal is what holds strangers off.
    const Words words(values, service);
    const Relay relay = relayOf(words.of("smtpd_relay_restrictions"));
    const Relay recipient = relayOf(words.of("smtpd_recipient_restrictions"));
    const Relay &deciding = relay.isClosed ? relay : recipient;
    if (deciding.isClosed && deciding.permitsLogin && state.login != Login::None)
        state.relaying = deciding.permitsOthers ? Relaying::LoggedInAndOthers : Relaying::LoggedIn;

    for (const char *list : {"smtpd_sender_restrictions", "smtpd_recipient_restrictions",
                             "smtpd_relay_restrictions", "smtpd_client_restrictions"}) {
        const QByteArrayList steps = words.of(list);
        const qsizetype permit = steps.indexOf("permit_sasl_authenticated");
        for (const char *check :
             {"reject_sender_login_mismatch", "reject_authenticated_sender_login_mismatch",
              "reject_known_sender_login_mismatch"}) {
            const qsizetype at = steps.indexOf(check);
            if (at >= 0 && (permit < 0 || at < permit))
                state.isSenderChecked = true;
        }
    }
    return state;
}

} // namespace submission
