// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/edits/refusal.h"

#include "core/base/displaytext.h"

#include <QCoreApplication>

namespace edits {

QString refusalText(const Refusal &refusal)
{
    const auto text = [](const char *source) { return QCoreApplication::translate("edits", source); };
    const auto sentence = [&] {
        using Reason = Refusal::Reason;
        switch (refusal.reason) {
        case Reason::NotThere:
            return text(
                QT_TRANSLATE_NOOP("edits", "“%1” is not there any more. Look at the file and try again."));
        case Reason::NotEditable:
            return text(QT_TRANSLATE_NOOP(
                "edits",
                "“%1” could not be read, so it can't be edited. Make it readable and open it again."));
        case Reason::EmptyName:
            return text(QT_TRANSLATE_NOOP("edits", "A name is needed. Type one."));
        case Reason::BadName:
            return text(QT_TRANSLATE_NOOP(
                "edits", "“%1” can't be a name: Postfix ends a name at a blank or “=”. Take those out."));
        case Reason::LineBreak:
            return text(QT_TRANSLATE_NOOP(
                "edits",
                "A line break can't be written here: Postfix would start a new entry. Use one line."));
        case Reason::NulByte:
            return text(
                QT_TRANSLATE_NOOP("edits", "“%1” holds a NUL byte, where Postfix stops reading. Remove it."));
        case Reason::UnbalancedBraces:
            return text(QT_TRANSLATE_NOOP("edits", "The braces in “%1” do not match. Close or remove them."));
        case Reason::BadField:
            return text(QT_TRANSLATE_NOOP("edits", "Postfix does not accept “%1” in this column."));
        case Reason::AlreadyThere:
            return text(
                QT_TRANSLATE_NOOP("edits", "“%1” is there already. Choose another name or edit that one."));
        case Reason::BadKey:
            return text(
                QT_TRANSLATE_NOOP("edits", "“%1” can't be a key: Postfix would read something else."));
        case Reason::BadPattern:
            return text(
                QT_TRANSLATE_NOOP("edits", "No delimiter is left for the pattern “%1”. Escape one in it."));
        case Reason::BadValue:
            return text(
                QT_TRANSLATE_NOOP("edits", "“%1” can't be written: Postfix would read something else."));
        case Reason::BuiltIn:
            return text(QT_TRANSLATE_NOOP(
                "edits", "“%1” is a name that Postfix itself reads, so it can't be another's name."));
        case Reason::InUse:
            return text(QT_TRANSLATE_NOOP("edits", "“%1” is still in use, so it stays."));
        }
        return QString();
    }();
    const QString shown =
        sentence.contains(QStringLiteral("%1")) ? sentence.arg(base::displayText(refusal.subject)) : sentence;
    return refusal.detail.isEmpty() ? shown : shown + u' ' + refusal.detail;
}

} // namespace edits
