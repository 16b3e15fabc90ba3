// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/errortext.h"

#include <QCoreApplication>

namespace base {

namespace {

QString sentence(Error::Code code)
{
    const auto text = [](const char *source) { return QCoreApplication::translate("errors", source); };
    using Code = Error::Code;
    switch (code) {
    case Code::NotFound:
        return text(
            QT_TRANSLATE_NOOP("errors", "“%1” is not there. Check the name, or that the disk is mounted."));
    case Code::NotPermitted:
        return text(QT_TRANSLATE_NOOP(
            "errors", "You may not access “%1”. Start as a user who may, or ask for the permission."));
    case Code::ReadOnly:
        return text(QT_TRANSLATE_NOOP(
            "errors",
            "“%1” is on a read-only file system. Remount it writable, or export a bundle instead."));
    case Code::NoSpace:
        return text(
            QT_TRANSLATE_NOOP("errors", "There is no room to write “%1”. Free some space and try again."));
    case Code::Unreachable:
        return text(QT_TRANSLATE_NOOP(
            "errors", "“%1” can't be reached any more. Check the mount or the disk and try again."));
    case Code::NotAFile:
        return text(QT_TRANSLATE_NOOP("errors", "“%1” is not a regular file. Choose a file in its place."));
    case Code::TooLarge:
        return text(QT_TRANSLATE_NOOP("errors", "“%1” is too large to be opened. Use a smaller file."));
    case Code::ChangedOnDisk:
        return text(QT_TRANSLATE_NOOP(
            "errors",
            "“%1” was changed by someone else since it was opened. Merge the changes before saving."));
    case Code::Timeout:
        return text(QT_TRANSLATE_NOOP("errors", "“%1” did not answer in time. Try again."));
    case Code::Cancelled:
        return text(QT_TRANSLATE_NOOP("errors", "“%1” was cancelled. Nothing was changed."));
    case Code::ProcessFailed:
        return text(QT_TRANSLATE_NOOP("errors", "“%1” stopped before it was done."));
    case Code::Malformed:
        return text(QT_TRANSLATE_NOOP("errors", "“%1” does not have the expected form."));
    case Code::Other:
        break;
    }
    return text(QT_TRANSLATE_NOOP("errors", "Something went wrong with “%1”."));
}

} // namespace

QString errorText(const Error &error)
{
    const QString text = sentence(error.code).arg(error.subject);
    return error.detail.isEmpty() ? text : text + QStringLiteral(" (%1)").arg(error.detail);
}

} // namespace base
