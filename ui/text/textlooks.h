// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/text/syntaxstyles.h"

#include <QFont>
#include <QFontMetricsF>

#include <array>

namespace ui {

/// The fixed font of the desktop and how each style looks in it: what lines of source are painted with.
class TextLooks
{
public:
    explicit TextLooks(const QPalette &palette);

    const QFontMetricsF &metrics() const { return m_metrics; }
    qreal charWidth() const { return m_charWidth; }
    int lineHeight() const { return m_lineHeight; }
    qreal ascent() const { return m_metrics.ascent(); }

    const QFont &font() const { return m_fonts[0]; }
    const QFont &font(SyntaxStyle style) const { return m_fonts[m_fontOf[index(style)]]; }
    const QColor &color(SyntaxStyle style) const { return m_colors[index(style)]; }

private:
    static constexpr size_t styleCount = static_cast<size_t>(SyntaxStyle::Last) + 1;
    static size_t index(SyntaxStyle style) { return static_cast<size_t>(style); }

    std::array<QFont, 4> m_fonts; ///< plain, bold, italic, both
    std::array<QColor, styleCount> m_colors;
    std::array<size_t, styleCount> m_fontOf{};
    QFontMetricsF m_metrics;
    qreal m_charWidth = 0;
    int m_lineHeight = 0;
};

} // namespace ui
