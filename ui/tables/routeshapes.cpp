// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/tables/routeshapes.h"

#include <QtGlobal>

namespace ui::shapes {

namespace {

constexpr TableColumn senderRelayColumns[] = {
    {QT_TRANSLATE_NOOP("tables", "Sender"), QT_TRANSLATE_NOOP("tables", "ann@example.org or @example.org")},
    {QT_TRANSLATE_NOOP("tables", "Relay host"), QT_TRANSLATE_NOOP("tables", "[mail.example.net]:587")},
};
constexpr TableColumn senderTransportColumns[] = {
    {QT_TRANSLATE_NOOP("tables", "Sender"), QT_TRANSLATE_NOOP("tables", "ann@example.org or @example.org")},
    {QT_TRANSLATE_NOOP("tables", "Transport"), QT_TRANSLATE_NOOP("tables", "smtp")},
    {QT_TRANSLATE_NOOP("tables", "Host"), QT_TRANSLATE_NOOP("tables", "[mail.example.net]:587")},
};
constexpr TableColumn transportColumns[] = {
    {QT_TRANSLATE_NOOP("tables", "Recipient or domain"),
     QT_TRANSLATE_NOOP("tables", "example.org, .example.org or ann@example.org")},
    {QT_TRANSLATE_NOOP("tables", "Transport"), QT_TRANSLATE_NOOP("tables", "smtp")},
    {QT_TRANSLATE_NOOP("tables", "Host"), QT_TRANSLATE_NOOP("tables", "[mail.example.net]:25")},
};
constexpr TableColumn aliasColumns[] = {
    {QT_TRANSLATE_NOOP("tables", "Address"), QT_TRANSLATE_NOOP("tables", "info@example.org or @example.org")},
    {QT_TRANSLATE_NOOP("tables", "Stands for"), QT_TRANSLATE_NOOP("tables", "ann@example.net, bob")},
};
constexpr TableColumn localColumns[] = {
    {QT_TRANSLATE_NOOP("tables", "Name"), QT_TRANSLATE_NOOP("tables", "office")},
    {QT_TRANSLATE_NOOP("tables", "Stands for"), QT_TRANSLATE_NOOP("tables", "ann, bob@example.net")},
};
constexpr TableColumn mailboxColumns[] = {
    {QT_TRANSLATE_NOOP("tables", "Address"), QT_TRANSLATE_NOOP("tables", "ann@example.org")},
    {QT_TRANSLATE_NOOP("tables", "Mailbox"), QT_TRANSLATE_NOOP("tables", "example.org/ann/")},
};
constexpr TableColumn recipientColumns[] = {
    {QT_TRANSLATE_NOOP("tables", "Address"), QT_TRANSLATE_NOOP("tables", "ann@example.org or @example.org")},
    {QT_TRANSLATE_NOOP("tables", "Any word"), QT_TRANSLATE_NOOP("tables", "OK")},
};
constexpr TableColumn rewritingColumns[] = {
    {QT_TRANSLATE_NOOP("tables", "Address"), QT_TRANSLATE_NOOP("tables", "ann or @old.example.org")},
    {QT_TRANSLATE_NOOP("tables", "Becomes"), QT_TRANSLATE_NOOP("tables", "ann.lee@example.org")},
};
constexpr TableColumn copyColumns[] = {
    {QT_TRANSLATE_NOOP("tables", "Address"), QT_TRANSLATE_NOOP("tables", "ann@example.org or @example.org")},
    {QT_TRANSLATE_NOOP("tables", "Copy to"), QT_TRANSLATE_NOOP("tables", "archive@example.org")},
};
constexpr TableColumn movedColumns[] = {
    {QT_TRANSLATE_NOOP("tables", "Address"), QT_TRANSLATE_NOOP("tables", "ann@example.org")},
    {QT_TRANSLATE_NOOP("tables", "Moved to"), QT_TRANSLATE_NOOP("tables", "ann@example.net")},
};

const TableShape senderRelays{.parameter = "sender_dependent_relayhost_maps",
                              .title = QT_TRANSLATE_NOOP("tables", "Relay hosts by sender"),
                              .empty = QT_TRANSLATE_NOOP("tables", "All senders use the relay host above."),
                              .fileName = "sender_relay",
                              .columns = senderRelayColumns};
const TableShape senderTransports{.parameter = "sender_dependent_default_transport_maps",
                                  .title = QT_TRANSLATE_NOOP("tables", "Transports by sender"),
                                  .empty = QT_TRANSLATE_NOOP("tables", "All senders use the same transport."),
                                  .fileName = "sender_transport",
                                  .columns = senderTransportColumns,
                                  .value = {.separator = ':', .isNeeded = true}};
const TableShape transports{
    .parameter = "transport_maps",
    .title = QT_TRANSLATE_NOOP("tables", "Routes by recipient"),
    .empty =
        QT_TRANSLATE_NOOP("tables",
                          "No domain has a route of its own. A host in brackets is used as it is; without "
                          "them it is a domain whose mail servers are looked up."),
    .fileName = "transport",
    .columns = transportColumns,
    .value = {.separator = ':', .isNeeded = true}};
const TableShape addresses{.parameter = "virtual_alias_maps",
                           .title = QT_TRANSLATE_NOOP("tables", "Virtual aliases"),
                           .empty = QT_TRANSLATE_NOOP("tables", "No address stands for another one yet."),
                           .fileName = "virtual",
                           .columns = aliasColumns};
const TableShape aliases{
    .parameter = "alias_maps",
    .title = QT_TRANSLATE_NOOP("tables", "Local aliases"),
    .empty = QT_TRANSLATE_NOOP(
        "tables", "No name of this host stands for another one yet; root and postmaster should."),
    .fileName = "aliases",
    .columns = localColumns};
const TableShape virtualMailboxes{
    .parameter = "virtual_mailbox_maps",
    .title = QT_TRANSLATE_NOOP("tables", "Mailboxes"),
    .empty = QT_TRANSLATE_NOOP("tables", "No mailboxes yet. One that ends in “/” is a maildir."),
    .fileName = "vmailbox",
    .columns = mailboxColumns};
const TableShape relayRecipients{
    .parameter = "relay_recipient_maps",
    .title = QT_TRANSLATE_NOOP("tables", "Recipients that exist there"),
    .empty = QT_TRANSLATE_NOOP("tables", "Any recipient is accepted, and mail for nobody bounces later."),
    .fileName = "relay_recipients",
    .columns = recipientColumns};
const TableShape canonical{.parameter = "canonical_maps",
                           .title = QT_TRANSLATE_NOOP("tables", "Addresses rewritten"),
                           .empty = QT_TRANSLATE_NOOP("tables", "Addresses stay as they are."),
                           .fileName = "canonical",
                           .columns = rewritingColumns};
const TableShape senderCanonical{.parameter = "sender_canonical_maps",
                                 .title = QT_TRANSLATE_NOOP("tables", "Senders rewritten"),
                                 .empty = QT_TRANSLATE_NOOP("tables", "Senders stay as they are."),
                                 .fileName = "sender_canonical",
                                 .columns = rewritingColumns};
const TableShape recipientCanonical{.parameter = "recipient_canonical_maps",
                                    .title = QT_TRANSLATE_NOOP("tables", "Recipients rewritten"),
                                    .empty = QT_TRANSLATE_NOOP("tables", "Recipients stay as they are."),
                                    .fileName = "recipient_canonical",
                                    .columns = rewritingColumns};
const TableShape generic{.parameter = "smtp_generic_maps",
                         .title = QT_TRANSLATE_NOOP("tables", "Addresses rewritten on the way out"),
                         .empty = QT_TRANSLATE_NOOP("tables", "Addresses leave this server as they are."),
                         .fileName = "generic",
                         .columns = rewritingColumns};
const TableShape senderCopies{.parameter = "sender_bcc_maps",
                              .title = QT_TRANSLATE_NOOP("tables", "Copies by sender"),
                              .empty = QT_TRANSLATE_NOOP("tables", "No sender’s mail is copied."),
                              .fileName = "sender_bcc",
                              .columns = copyColumns};
const TableShape recipientCopies{.parameter = "recipient_bcc_maps",
                                 .title = QT_TRANSLATE_NOOP("tables", "Copies by recipient"),
                                 .empty = QT_TRANSLATE_NOOP("tables", "No recipient’s mail is copied."),
                                 .fileName = "recipient_bcc",
                                 .columns = copyColumns};
const TableShape moved{.parameter = "relocated_maps",
                       .title = QT_TRANSLATE_NOOP("tables", "Users who have moved"),
                       .empty = QT_TRANSLATE_NOOP("tables", "Nobody has moved."),
                       .fileName = "relocated",
                       .columns = movedColumns};

} // namespace

std::span<const TableShape *const> routes()
{
    static const TableShape *const all[] = {&senderRelays, &senderTransports, &transports,
                                            &addresses,    &virtualMailboxes, &relayRecipients,
                                            &canonical,    &senderCanonical,  &recipientCanonical,
                                            &generic,      &senderCopies,     &recipientCopies,
                                            &moved};
    return all;
}

const TableShape &localAliases()
{
    return aliases;
}

const TableShape &virtualAliases()
{
    return addresses;
}

} // namespace ui::shapes
