// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>
#include <QList>
#include <QString>

#include <optional>

namespace tools {

/// A paragraph of a manual page, without fonts.
struct ManualBlock
{
    enum class Kind {
        Paragraph,
        Item, ///< what is said of `tag`
        Literal ///< lines that are shown as they are
    };

    Kind kind = Kind::Paragraph;
    QString tag = {};
    QString text = {};

    friend bool operator==(const ManualBlock &, const ManualBlock &) = default;
};

struct ManualSection
{
    QString title; ///< "biff (default: yes)"
    QList<ManualBlock> blocks;

    /// All of it: a blank line between paragraphs, items and literal lines indented.
    QString plainText() const;
};

/// The section that the source of postconf(5) has about a parameter; nothing if it has none. The few macros
/// that Postfix's manual pages use are understood, others are passed over.
std::optional<ManualSection> manualSection(QByteArrayView page, QByteArrayView parameter);

} // namespace tools
