// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/text/textlooks.h"

#include <QList>
#include <QString>

class QPainter;

namespace ui {

/// One line of a file, as it is painted: tabs at every eighth column; bytes that are no UTF-8, control
/// characters and those that would turn the direction of the text as escapes. Very long lines are cut.
class LineLayout
{
public:
    /// `styles` has one SyntaxStyle for each byte, or is empty. `looks` outlives the layout.
    LineLayout(QByteArrayView bytes, QByteArrayView styles, const TextLooks &looks);

    /// More of a line is not painted.
    static constexpr qsizetype longestShown = 16384;

    const QString &text() const { return m_text; }
    qreal width() const;
    /// Where the character of this byte starts.
    qreal xAt(qsizetype byte) const;
    /// The byte whose character is at `x`.
    qsizetype byteAt(qreal x) const;
    /// Between `left` and `right`, both relative to the start of the line at `origin` (its top left).
    void draw(QPainter &painter, QPointF origin, qreal left, qreal right) const;

private:
    /// Characters of one look; all of one width, or not.
    struct Run
    {
        qsizetype begin = 0;
        SyntaxStyle style = SyntaxStyle::Plain;
        bool isAscii = true;
    };

    void append(QStringView shown, SyntaxStyle style, bool isAscii);
    qsizetype endOf(qsizetype run) const;
    qreal widthOf(const Run &run, qsizetype end) const;

    const TextLooks &m_looks;
    QString m_text;
    QList<qsizetype> m_places; ///< of each byte in m_text, and of the end
    QList<Run> m_runs;
};

} // namespace ui
