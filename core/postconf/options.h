// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/catalog/version.h"

#include <QByteArrayList>

#include <optional>

namespace postconf {

/// What postconf was called with. Letters are those of postconf(1).
struct Options
{
    QByteArray letters; ///< each once, without those that have a value of their own below
    std::optional<QByteArray> directory = {}; ///< -c
    quint8 classes = 7; ///< -C, as NameClass
    QByteArrayList overrides = {}; ///< -o, in order
    QByteArray tlsMode = {}; ///< -T
    QByteArrayList operands = {};

    bool has(char letter) const { return letters.contains(letter); }
    bool edits() const { return has('e') || has('X') || has('#'); }
    /// Works on master.cf.
    bool isAboutServices() const { return has('M') || has('F') || has('P'); }
};

/// The options, or why there are none.
struct CommandLine
{
    Options options;
    QByteArray complaint = {}; ///< of getopt(3), printed first
    QByteArray fatal = {}; ///< not empty: the call can't be obeyed
};

/// Reads the arguments as main() in src/postconf/postconf.c does in that version, and refuses what it
/// refuses in its words. A first operand with '=' makes the call an edit; no mode is -p.
CommandLine parsedCommandLine(const QByteArrayList &arguments, const catalog::Version &target);

} // namespace postconf
