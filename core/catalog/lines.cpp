// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/catalog/lines.h"

#include <QFile>

namespace catalog {

using base::Error;
using base::Result;

QList<QByteArrayView> split(QByteArrayView text, char separator)
{
    QList<QByteArrayView> parts;
    if (text.isEmpty())
        return parts;
    for (qsizetype at = 0;;) {
        const qsizetype end = text.indexOf(separator, at);
        parts.append(text.sliced(at, (end < 0 ? text.size() : end) - at));
        if (end < 0)
            return parts;
        at = end + 1;
    }
}

Result<QList<QByteArrayView>> linesOf(const char *table, const QByteArray &text)
{
    QList<QByteArrayView> lines = split(text, '\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (lines[i].size() > longestLine || lines[i].contains('\0'))
            return malformed(table, i);
    }
    if (lines.size() < 2 || !lines.last().isEmpty() || lines[lines.size() - 2] != "end")
        return malformed(table, lines.isEmpty() ? 0 : lines.size() - 1);
    lines.resize(lines.size() - 2);
    return lines;
}

Error malformed(const char *table, qsizetype line)
{
    return Error{Error::Code::Malformed, QLatin1String(table), QStringLiteral("line %1").arg(line + 1)};
}

Result<QByteArray> tableText(const char *name)
{
    QFile file(QStringLiteral(":/catalog/") + QLatin1String(name));
    if (!file.open(QIODevice::ReadOnly))
        return Error{Error::Code::NotFound, file.fileName(), file.errorString()};
    return file.readAll();
}

} // namespace catalog
