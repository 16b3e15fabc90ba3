// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>

class QPalette;

namespace ui {

/// What a palette has no role for. Text colours reach a contrast of 4.5:1 on Window, Base and the tints.
struct Colors
{
    QColor muted; ///< second-rank text: parameter names, origins
    QColor accent; ///< "set here", focus, links
    QColor line; ///< hairlines between areas
    QColor error;
    QColor warning;
    QColor info;
    QColor errorTint; ///< backgrounds of bars and rows
    QColor warningTint;
    QColor infoTint;
    QColor added; ///< backgrounds of a diff: the line, and the words in it that differ
    QColor addedWord;
    QColor removed;
    QColor removedWord;
    QColor lit; ///< background of the lines of the focused field
    QColor comment; ///< source: comments
    QColor name; ///< source: parameter and service names, keys
    QColor reference; ///< source: $name
    QColor keyword; ///< source: types, if and endif, -o
    QColor number; ///< source: numbers and times
    QColor stray; ///< source: what Postfix would not read
};

/// The set that goes with this palette, light or dark.
const Colors &colorsFor(const QPalette &palette);

/// True when the text of this palette is lighter than what it stands on.
bool isDark(const QPalette &palette);

/// WCAG 2 contrast ratio, 1 to 21.
double contrast(const QColor &first, const QColor &second);

} // namespace ui
