// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/snapshot.h"

#include <QByteArrayList>
#include <QHash>

namespace folder {

/// Where in a text a password is.
struct SecretPart
{
    syntax::ByteRange known; ///< with what makes it recognizable elsewhere: the user's name, or its row
    syntax::ByteRange secret;
};

/// The passwords that stand in main.cf and master.cf themselves: in inline: and static: tables of parameters
/// that name passwords, in parameters that these are put together from, and as settings of a database client.
class SecretSettings
{
public:
    explicit SecretSettings(const model::Snapshot &snapshot);

    bool isEmpty() const { return m_pairs.isEmpty() && m_words.isEmpty(); }

    /// A value of the parameter, written or expanded, with dots in place of passwords.
    QByteArray masked(const QByteArray &parameter, const QByteArray &value) const;
    bool hides(const QByteArray &parameter, const QByteArray &value) const
    {
        return masked(parameter, value) != value;
    }
    /// Any value or name of a table, with dots where one of the passwords stands with its user or its row.
    QByteArray masked(const QByteArray &text) const;
    /// A sentence, in which a password may be quoted alone.
    QByteArray maskedSentence(const QByteArray &sentence) const;

    /// main.cf or master.cf: what is secret in it as dots, on the same lines.
    model::File maskedFile(const model::File &file) const;
    bool isIn(const model::File &file) const { return !partsIn(file).isEmpty(); }

private:
    enum class Kind : quint8 { Tables, Text, Password };

    void collect(const model::Snapshot &snapshot);
    QList<SecretPart> partsOf(QByteArrayView parameter, const QByteArray &value) const;
    QList<SecretPart> partsIn(const model::File &file) const;

    QHash<QByteArray, Kind> m_names; ///< of parameters that hold passwords, by how
    QList<std::pair<QByteArray, QByteArray>> m_pairs; ///< what is written, and how it is shown
    QByteArrayList m_words; ///< the passwords alone, the longest first
};

} // namespace folder
