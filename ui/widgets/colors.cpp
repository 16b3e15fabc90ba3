// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/colors.h"

#include <QPalette>

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

} // namespace

const Colors &colorsFor(const QPalette &palette)
{
    static const Colors light{
        .muted = QColor(0x5c, 0x63, 0x6d),
        .accent = QColor(0x24, 0x65, 0x96),
        .line = QColor(0xd9, 0xdb, 0xdf),
        .error = QColor(0xb3, 0x1d, 0x1d),
        .warning = QColor(0x87, 0x52, 0x00),
        .info = QColor(0x1c, 0x5f, 0x96),
        .errorTint = QColor(0xfc, 0xec, 0xeb),
        .warningTint = QColor(0xfd, 0xf2, 0xda),
        .infoTint = QColor(0xe8, 0xf1, 0xf9),
        .added = QColor(0xe3, 0xf4, 0xe4),
        .addedWord = QColor(0xb9, 0xe5, 0xbd),
        .removed = QColor(0xfb, 0xe7, 0xe6),
        .removedWord = QColor(0xf5, 0xc3, 0xc0),
        .lit = QColor(0xf6, 0xf0, 0xcf),
        .comment = QColor(0x5c, 0x63, 0x6d),
        .name = QColor(0x1c, 0x5f, 0x96),
        .reference = QColor(0x7a, 0x3e, 0x9d),
        .keyword = QColor(0x8a, 0x4b, 0x08),
        .number = QColor(0x0f, 0x66, 0x5a),
        .stray = QColor(0xb3, 0x1d, 0x1d),
    };
    static const Colors dark{
        .muted = QColor(0xa2, 0xa9, 0xb3),
        .accent = QColor(0x7f, 0xb8, 0xe6),
        .line = QColor(0x3b, 0x3f, 0x46),
        .error = QColor(0xff, 0x9a, 0x92),
        .warning = QColor(0xf0, 0xb9, 0x4d),
        .info = QColor(0x8a, 0xc4, 0xf2),
        .errorTint = QColor(0x44, 0x24, 0x24),
        .warningTint = QColor(0x40, 0x33, 0x1b),
        .infoTint = QColor(0x1f, 0x33, 0x45),
        .added = QColor(0x1e, 0x39, 0x28),
        .addedWord = QColor(0x2b, 0x5a, 0x3a),
        .removed = QColor(0x45, 0x26, 0x28),
        .removedWord = QColor(0x74, 0x32, 0x36),
        .lit = QColor(0x3f, 0x3a, 0x20),
        .comment = QColor(0xa2, 0xa9, 0xb3),
        .name = QColor(0x8a, 0xc4, 0xf2),
        .reference = QColor(0xd3, 0xa8, 0xee),
        .keyword = QColor(0xe8, 0xb4, 0x7c),
        .number = QColor(0x7f, 0xd1, 0xc0),
        .stray = QColor(0xff, 0x9a, 0x92),
    };
    return isDark(palette) ? dark : light;
}

bool isDark(const QPalette &palette)
{
    return luminance(palette.color(QPalette::Active, QPalette::WindowText))
        > luminance(palette.color(QPalette::Active, QPalette::Window));
}

double contrast(const QColor &first, const QColor &second)
{
    const double a = luminance(first);
    const double b = luminance(second);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

} // namespace ui
