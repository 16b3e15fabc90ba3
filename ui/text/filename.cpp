// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/text/filename.h"

namespace ui {

QString escapedName(const QString &name)
{
    QString shown;
    shown.reserve(name.size());
    for (const QChar c : name) {
        if (c == u'\n')
            shown += QStringLiteral("\\n");
        else if (c.category() == QChar::Other_Control || c.category() == QChar::Other_Format
                 || c.category() == QChar::Separator_Line || c.category() == QChar::Separator_Paragraph)
            shown += QStringLiteral("\\u%1").arg(c.unicode(), 4, 16, QLatin1Char('0'));
        else
            shown += c;
    }
    return shown;
}

QString shownName(const model::Snapshot &snapshot, model::FileId file)
{
    return snapshot.contains(file) ? escapedName(snapshot.file(file).info().name) : QString();
}

} // namespace ui
