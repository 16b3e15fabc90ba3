// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tools/versionstamp.h"

#include <QFile>

#include <array>

namespace tools {

QByteArray stampedVersion(QByteArrayView program)
{
    constexpr QByteArrayView stamp("mail_version=");
    for (qsizetype at = program.indexOf(stamp); at >= 0; at = program.indexOf(stamp, at + 1)) {
        const qsizetype begin = at + stamp.size();
        qsizetype end = begin;
        while (end < program.size() && end - begin < 32 && program[end] > ' ' && program[end] < 0x7f)
            ++end;
        if (end > begin && program[begin] >= '0' && program[begin] <= '9')
            return program.sliced(begin, end - begin).toByteArray();
    }
    return {};
}

QByteArray installedPostfixVersion()
{
    static constexpr std::array places{"/usr/sbin/postconf", "/usr/bin/postconf", "/usr/local/sbin/postconf",
                                       "/usr/local/bin/postconf"};
    for (const char *place : places) {
        QFile file(QString::fromLatin1(place));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        if (const uchar *bytes = file.map(0, file.size()))
            return stampedVersion(QByteArrayView(bytes, file.size()));
    }
    return {};
}

} // namespace tools
