// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/text/textlooks.h"

#include <QFontDatabase>

#include <cmath>

namespace ui {

TextLooks::TextLooks(const QPalette &palette) : m_metrics(QFontDatabase::systemFont(QFontDatabase::FixedFont))
{
    for (size_t i = 0; i < m_fonts.size(); ++i) {
        m_fonts[i] = QFontDatabase::systemFont(QFontDatabase::FixedFont);
        m_fonts[i].setBold(i & 1U);
        m_fonts[i].setItalic(i & 2U);
    }
    for (size_t i = 0; i < styleCount; ++i) {
        const SyntaxLook look = syntaxLook(static_cast<SyntaxStyle>(i), palette);
        m_colors[i] = look.color;
        m_fontOf[i] = (look.bold ? 1U : 0U) + (look.italic ? 2U : 0U);
    }
    m_charWidth = m_metrics.horizontalAdvance(u'0');
    m_lineHeight = static_cast<int>(std::ceil(m_metrics.height())) + 2;
}

} // namespace ui
