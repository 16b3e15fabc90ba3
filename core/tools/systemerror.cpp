// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tools/systemerror.h"

#include <cerrno>
#include <system_error>

namespace tools {

using base::Error;

namespace {

Error::Code codeOf(int number)
{
    switch (number) {
    case ENOENT:
    case ENOTDIR:
        return Error::Code::NotFound;
    case EACCES:
    case EPERM:
        return Error::Code::NotPermitted;
    case EROFS:
        return Error::Code::ReadOnly;
    case ENOSPC:
    case EDQUOT:
        return Error::Code::NoSpace;
    case EIO:
    case ENOTCONN:
    case ESTALE:
        return Error::Code::Unreachable;
    case ENOEXEC:
    case E2BIG:
        return Error::Code::ProcessFailed;
    default:
        return Error::Code::Other;
    }
}

} // namespace

Error systemError(int number, const QString &subject)
{
    const std::string said = std::generic_category().message(number);
    return Error{.code = codeOf(number), .subject = subject, .detail = QString::fromStdString(said)};
}

} // namespace tools
