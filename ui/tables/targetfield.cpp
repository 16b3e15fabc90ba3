// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/tables/targetfield.h"

#include "core/lookup/addresstokens.h"

#include <QtGlobal>

namespace ui {

QStringList targetsIn(const QString &value)
{
    QStringList targets;
    for (const lookup::AddressTokens &tokens : lookup::addressList(value.toUtf8()))
        targets.append(QString::fromUtf8(lookup::writtenAddress(tokens)));
    return targets;
}

TargetKind targetKind(const QString &target)
{
    const QString text = target.startsWith(u'"') ? target.sliced(1) : target;
    if (text.startsWith(u'|'))
        return {"code", QT_TRANSLATE_NOOP("tables", "a command")};
    if (text.startsWith(u'/') || text.startsWith(u'~'))
        return {"file-text", QT_TRANSLATE_NOOP("tables", "a file")};
    if (text.startsWith(QLatin1String(":include:"), Qt::CaseInsensitive))
        return {"list", QT_TRANSLATE_NOOP("tables", "a list of addresses in a file")};
    return {};
}

} // namespace ui
