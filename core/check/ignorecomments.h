// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/changes.h"

#include <QByteArrayList>
#include <QString>

#include <optional>

namespace check {

/// A comment line that tells which findings are as they should be; see suppression.h.
struct IgnoreComment
{
    syntax::ByteRange line; ///< the whole line, its end included
    QByteArrayList rules;
    QString reason;
    bool isForFile = false;
    /// The bytes that it speaks for; nothing is below it when empty.
    syntax::ByteRange covered = {};
};

/// All such comments of a text, in file order.
QList<IgnoreComment> ignoreCommentsIn(const syntax::Text &text);

/// The comment as a line without its end.
QByteArray writtenIgnoreComment(const QByteArrayList &rules, const QString &reason, bool isForFile);

/// Whether a rule is meant by "PF-TLS-004", "PF-TLS-*" or "*".
bool isMeant(QByteArrayView pattern, QByteArrayView rule);

} // namespace check
