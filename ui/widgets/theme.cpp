// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/theme.h"

#include "ui/widgets/colors.h"
#include "ui/widgets/style.h"

#include <QApplication>

namespace ui {

namespace {

struct Tones
{
    QColor window, base, alternate, button, text, disabled, placeholder, highlight, link, tip;
    QColor light, midlight, mid, dark, shadow;
};

QPalette paletteOf(const Tones &tones)
{
    QPalette palette;
    palette.setColor(QPalette::Window, tones.window);
    palette.setColor(QPalette::Base, tones.base);
    palette.setColor(QPalette::AlternateBase, tones.alternate);
    palette.setColor(QPalette::Button, tones.button);
    palette.setColor(QPalette::WindowText, tones.text);
    palette.setColor(QPalette::Text, tones.text);
    palette.setColor(QPalette::ButtonText, tones.text);
    palette.setColor(QPalette::BrightText, Qt::white);
    palette.setColor(QPalette::PlaceholderText, tones.placeholder);
    palette.setColor(QPalette::Highlight, tones.highlight);
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::Link, tones.link);
    palette.setColor(QPalette::LinkVisited, tones.link);
    palette.setColor(QPalette::ToolTipBase, tones.tip);
    palette.setColor(QPalette::ToolTipText, tones.text);
    palette.setColor(QPalette::Light, tones.light);
    palette.setColor(QPalette::Midlight, tones.midlight);
    palette.setColor(QPalette::Mid, tones.mid);
    palette.setColor(QPalette::Dark, tones.dark);
    palette.setColor(QPalette::Shadow, tones.shadow);
    for (const QPalette::ColorRole role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::PlaceholderText})
        palette.setColor(QPalette::Disabled, role, tones.disabled);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, tones.mid);
    palette.setColor(QPalette::Disabled, QPalette::Base, tones.window);
    return palette;
}

bool desktopIsDark()
{
    QApplication::setPalette(QPalette()); // what remains is the desktop's
    return isDark(QApplication::palette());
}

} // namespace

QPalette lightPalette()
{
    return paletteOf({
        .window = QColor(0xf4, 0xf5, 0xf6),
        .base = QColor(0xff, 0xff, 0xff),
        .alternate = QColor(0xf8, 0xf9, 0xfa),
        .button = QColor(0xfa, 0xfb, 0xfb),
        .text = QColor(0x1d, 0x21, 0x26),
        .disabled = QColor(0x92, 0x98, 0xa0),
        .placeholder = QColor(0x6a, 0x70, 0x79),
        .highlight = QColor(0x2b, 0x6c, 0xa0),
        .link = QColor(0x24, 0x65, 0x96),
        .tip = QColor(0xff, 0xff, 0xff),
        .light = QColor(0xff, 0xff, 0xff),
        .midlight = QColor(0xe9, 0xeb, 0xed),
        .mid = QColor(0xc4, 0xc8, 0xcd),
        .dark = QColor(0xa0, 0xa5, 0xac),
        .shadow = QColor(0x70, 0x74, 0x7a),
    });
}

QPalette darkPalette()
{
    return paletteOf({
        .window = QColor(0x24, 0x27, 0x2b),
        .base = QColor(0x1b, 0x1d, 0x21),
        .alternate = QColor(0x20, 0x23, 0x27),
        .button = QColor(0x2f, 0x33, 0x38),
        .text = QColor(0xe4, 0xe6, 0xe9),
        .disabled = QColor(0x76, 0x7d, 0x87),
        .placeholder = QColor(0x98, 0x9f, 0xa9),
        .highlight = QColor(0x2f, 0x6f, 0xa3),
        .link = QColor(0x7f, 0xb8, 0xe6),
        .tip = QColor(0x2f, 0x33, 0x38),
        .light = QColor(0x45, 0x4a, 0x51),
        .midlight = QColor(0x3a, 0x3f, 0x45),
        .mid = QColor(0x4a, 0x4f, 0x57),
        .dark = QColor(0x15, 0x17, 0x1a),
        .shadow = QColor(0x0b, 0x0c, 0x0e),
    });
}

void applyTheme(Theme theme)
{
    const bool dark = theme == Theme::Dark || (theme == Theme::Follow && desktopIsDark());
    const QPalette palette = dark ? darkPalette() : lightPalette();
    if (!qobject_cast<Style *>(QApplication::style()))
        QApplication::setStyle(new Style);
    QApplication::setPalette(palette);
}

} // namespace ui
