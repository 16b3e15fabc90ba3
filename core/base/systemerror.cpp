// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/systemerror.h"

#include <cerrno>
#include <cstring>

namespace base {

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
    case ENOTCONN:
    case EIO:
    case EREMOTEIO:
    case ESTALE:
    case EHOSTDOWN:
    case EHOSTUNREACH:
    case ENETDOWN:
    case ENETUNREACH:
    case ECONNRESET:
    case ECONNABORTED:
    case ETIMEDOUT:
    case ENODEV:
    case ENXIO:
        return Error::Code::Unreachable;
    case EISDIR:
    case ELOOP:
        return Error::Code::NotAFile;
    case EFBIG:
        return Error::Code::TooLarge;
    case ENOEXEC:
        return Error::Code::ProcessFailed;
    default:
        return Error::Code::Other;
    }
}

} // namespace

Error systemError(int number, const QString &subject)
{
    return {.code = codeOf(number),
            .subject = subject,
            .detail = QString::fromLocal8Bit(strerrordesc_np(number))};
}

} // namespace base
