// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/lint/rule.h"

/// Fixes that many rules offer. Each finds what it mends again and does nothing when it has gone.
namespace lint {

/// Gives the setting or override another value.
Fix setValue(const Assignment &assignment, const char *title, const QByteArray &value);
/// Sets a parameter in main.cf.
Fix setParameter(const char *title, const QByteArray &name, const QByteArray &value);
/// Removes the setting or override.
Fix removeAssignment(const Assignment &assignment, const char *title);
Fix commentOut(const Assignment &assignment);
/// Another name for the setting or override.
Fix rename(const Assignment &assignment, const char *title, const QByteArray &name);
/// Another name and another value.
Fix rewrite(const Assignment &assignment, const char *title, const QByteArray &name, const QByteArray &value);
/// Replaces bytes of a file where they still are `old`.
Fix replaceText(const char *title, model::FileId file, syntax::ByteRange range, const QByteArray &old,
                const QByteArray &by);
/// Makes a comment of what stands behind a `#` in a value, on a line of its own above.
Fix moveCommentUp(const Assignment &assignment, syntax::ByteRange comment);
/// A larger message_size_limit needs mailboxes that hold such a message: `fix`, and no limit for those that
/// are too small for `value`.
Fix withMailboxRoom(const Context &context, const Assignment &assignment, const Fix &fix,
                    const QByteArray &value);
/// Removes a word of master.cf with the blanks in front of it, or the line that holds nothing else.
Fix removeArgument(const Context &context, const char *title, syntax::ByteRange word);
/// One after the other.
Fix allOf(const char *title, const QList<Fix> &fixes);
/// Makes comments of the lines in `range` of a file's text that are none.
Fix commentLinesOut(model::FileId file, QByteArrayView text, syntax::ByteRange range);
/// Writes a field of the service's row.
Fix setField(const effective::Service &service, syntax::ServiceField field, const char *title,
             const QByteArray &value);

} // namespace lint
