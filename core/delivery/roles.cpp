// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/delivery/roles.h"

#include "core/delivery/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace delivery {

namespace {

constexpr Role table[] = {
    {"root", nullptr},
    {"postmaster", "root"},
    {"abuse", "postmaster"},
    {"MAILER-DAEMON", "postmaster"},
};

QString said(const char *text)
{
    return QCoreApplication::translate("delivery", text);
}

bool isReached(const Node &node)
{
    return node.step == Step::Mailbox || node.step == Step::Command || node.step == Step::File
        || node.step == Step::Relayed;
}

QByteArray receiverOf(const Node &node)
{
    if (node.step == Step::Command || node.step == Step::File)
        return node.text;
    const QByteArray &address = node.address.isEmpty() ? node.text : node.address;
    // A user of this host is known by the name alone.
    return node.step == Step::Mailbox && node.row.parameter != "virtual_mailbox_maps"
        ? address.left(address.lastIndexOf('@'))
        : address;
}

} // namespace

std::span<const Role> roles()
{
    return table;
}

Reception receptionOf(Expander &expander, const Role &role)
{
    Reception reception{.role = role.name, .tree = expander.expand(role.name)};
    bool isUnknown = false;
    for (const int end : reception.tree.ends()) {
        const Node &node = reception.tree.nodes[end];
        // That a user is called postmaster is less likely than that none is.
        const bool isGuess = node.why == Why::UsersNotSeen && receiverOf(node) != "root"
            && receiverOf(node).compare(role.name, Qt::CaseInsensitive) == 0;
        const bool isMissing = node.why == Why::NoSuchUser || node.why == Why::RequiredAlias;
        reception.needsAlias = reception.needsAlias || isGuess
            || (isMissing && node.value.compare(role.name, Qt::CaseInsensitive) == 0);
        isUnknown = isUnknown || isGuess || node.step == Step::Unknown;
        if (!isGuess && isReached(node) && !reception.receivers.contains(receiverOf(node)))
            reception.receivers.append(receiverOf(node));
    }
    const bool isRoots = reception.receivers == QByteArrayList{"root"};
    reception.reach = isRoots            ? Reach::RootOnly
        : !reception.receivers.isEmpty() ? Reach::Someone
        : isUnknown                      ? Reach::Unknown
                                         : Reach::Nobody;
    // root's own mail, not what comes there by way of another alias.
    reception.needsAlias = reception.needsAlias || (isRoots && !role.usual);
    return reception;
}

QString sentence(const Reception &reception)
{
    const QString role = QString::fromUtf8(reception.role);
    constexpr qsizetype shown = 4;
    QStringList names;
    for (const QByteArray &name : reception.receivers.first(std::min(shown, reception.receivers.size())))
        names.append(QString::fromUtf8(name));
    if (reception.receivers.size() > shown)
        names.append(QStringLiteral("…"));
    const QList<int> ends = reception.tree.ends();
    switch (reception.reach) {
    case Reach::Someone:
        //: %1 root, %2 "anna, ben@example.org"
        return said(QT_TRANSLATE_NOOP("delivery", "Mail for %1 goes to %2."))
            .arg(role, names.join(QStringLiteral(", ")));
    case Reach::RootOnly:
        return said(QT_TRANSLATE_NOOP("delivery",
                                      "Mail for %1 stays in the mailbox of root on the server. Send it to "
                                      "somebody who reads it."))
            .arg(role);
    case Reach::Nobody:
        return said(QT_TRANSLATE_NOOP("delivery", "Nobody gets mail for %1. It %2."))
            .arg(role, ends.isEmpty() ? QString() : words(reception.tree.nodes[ends.first()]));
    case Reach::Unknown:
        return said(QT_TRANSLATE_NOOP("delivery", "Who gets mail for %1 can’t be told from here.")).arg(role);
    }
    return {};
}

} // namespace delivery
