// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/text/linelayout.h"

#include <QPainter>
#include <QStringDecoder>

#include <algorithm>

namespace ui {

namespace {

constexpr qsizetype tabWidth = 8;

/// The number of bytes of the character that starts here; 0 when it is not UTF-8.
qsizetype sequenceLength(QByteArrayView bytes, qsizetype at)
{
    const auto lead = static_cast<unsigned char>(bytes[at]);
    const qsizetype length = lead < 0x80 ? 1
        : lead < 0xc2                    ? 0
        : lead < 0xe0                    ? 2
        : lead < 0xf0                    ? 3
        : lead < 0xf5                    ? 4
                                         : 0;
    if (length == 0 || at + length > bytes.size())
        return 0;
    return length == 1 || bytes.sliced(at, length).isValidUtf8() ? length : 0;
}

/// Shown as they are, these would hide or rearrange what stands around them.
bool isMisleading(const QString &character)
{
    const char32_t code = character.toUcs4().value(0);
    const QChar::Category category = QChar::category(code);
    return category == QChar::Other_Control || category == QChar::Other_Format
        || category == QChar::Separator_Line || category == QChar::Separator_Paragraph;
}

QString escaped(char byte)
{
    return QStringLiteral("\\x%1").arg(static_cast<unsigned char>(byte), 2, 16, QLatin1Char('0'));
}

} // namespace

LineLayout::LineLayout(QByteArrayView bytes, QByteArrayView styles, const TextLooks &looks) : m_looks(looks)
{
    const qsizetype shown = std::min(bytes.size(), longestShown);
    m_places.reserve(shown + 1);
    m_text.reserve(shown);
    for (qsizetype at = 0; at < shown;) {
        const auto style = at < styles.size() ? static_cast<SyntaxStyle>(styles[at]) : SyntaxStyle::Plain;
        const qsizetype place = m_text.size();
        const char byte = bytes[at];
        qsizetype length = 1;
        if (byte >= ' ' && byte < 0x7f) {
            const QChar character = QChar::fromLatin1(byte);
            append(QStringView(&character, 1), style, true);
        } else if (byte == '\t') {
            append(QString(tabWidth - place % tabWidth, u' '), style, true);
        } else if (const qsizetype sequence = sequenceLength(bytes, at); sequence > 1) {
            const QString character = QString::fromUtf8(bytes.sliced(at, sequence));
            length = sequence;
            if (isMisleading(character))
                append(QStringLiteral("\\u%1").arg(character.front().unicode(), 4, 16, QLatin1Char('0')),
                       SyntaxStyle::Stray, true);
            else
                append(character, style, false);
        } else {
            append(escaped(byte), SyntaxStyle::Stray, true);
        }
        for (qsizetype i = 0; i < length; ++i)
            m_places.append(place);
        at += length;
    }
    m_places.append(m_text.size());
    if (shown < bytes.size())
        append(QStringLiteral(" … "), SyntaxStyle::Comment, false);
}

void LineLayout::append(QStringView shown, SyntaxStyle style, bool isAscii)
{
    if (m_runs.isEmpty() || m_runs.last().style != style || m_runs.last().isAscii != isAscii)
        m_runs.append(Run{m_text.size(), style, isAscii});
    m_text += shown;
}

qsizetype LineLayout::endOf(qsizetype run) const
{
    return run + 1 < m_runs.size() ? m_runs[run + 1].begin : m_text.size();
}

qreal LineLayout::widthOf(const Run &run, qsizetype end) const
{
    const auto length = end - run.begin;
    if (run.isAscii)
        return static_cast<qreal>(length) * m_looks.charWidth();
    return m_looks.metrics().horizontalAdvance(m_text.sliced(run.begin, length));
}

qreal LineLayout::width() const
{
    qreal sum = 0;
    for (qsizetype i = 0; i < m_runs.size(); ++i)
        sum += widthOf(m_runs[i], endOf(i));
    return sum;
}

qreal LineLayout::xAt(qsizetype byte) const
{
    const qsizetype place = m_places[std::clamp<qsizetype>(byte, 0, m_places.size() - 1)];
    qreal sum = 0;
    for (qsizetype i = 0; i < m_runs.size() && m_runs[i].begin < place; ++i)
        sum += widthOf(m_runs[i], std::min(place, endOf(i)));
    return sum;
}

qsizetype LineLayout::byteAt(qreal x) const
{
    qsizetype low = 0;
    qsizetype high = m_places.size() - 1;
    while (low < high) { // the last byte that starts at or before x
        const qsizetype middle = (low + high + 1) / 2;
        if (xAt(middle) <= x)
            low = middle;
        else
            high = middle - 1;
    }
    while (low > 0 && m_places[low - 1] == m_places[low])
        --low;
    return low;
}

void LineLayout::draw(QPainter &painter, QPointF origin, qreal left, qreal right) const
{
    qreal x = 0;
    for (qsizetype i = 0; i < m_runs.size() && x < right; ++i) {
        const Run &run = m_runs[i];
        const qreal width = widthOf(run, endOf(i));
        if (x + width > left) {
            qsizetype begin = run.begin;
            qsizetype length = endOf(i) - begin;
            qreal at = x;
            if (run.isAscii) { // of a long run only what is seen
                const auto skipped = static_cast<qsizetype>(std::max(0.0, (left - x) / m_looks.charWidth()));
                const auto most = static_cast<qsizetype>((right - left) / m_looks.charWidth()) + 2;
                begin += skipped;
                length = std::min(length - skipped, most);
                at += static_cast<qreal>(skipped) * m_looks.charWidth();
            }
            painter.setFont(m_looks.font(run.style));
            painter.setPen(m_looks.color(run.style));
            painter.drawText(QPointF(origin.x() + at, origin.y() + 1 + m_looks.ascent()),
                             m_text.sliced(begin, length));
        }
        x += width;
    }
}

} // namespace ui
