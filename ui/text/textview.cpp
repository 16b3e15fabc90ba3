// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/text/textview.h"

#include "ui/widgets/colors.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace ui {

namespace {

constexpr int margin = 6; ///< text never touches a border

/// Where an offset is after a change; what stood in the replaced bytes goes to their start.
qsizetype shifted(qsizetype offset, const model::Change &change)
{
    if (offset < change.range.end)
        return std::min(offset, change.range.begin);
    return offset + change.bytes.size() - change.range.size();
}

} // namespace

TextView::TextView(QWidget *parent) : QAbstractScrollArea(parent), m_looks(palette())
{
    setFrameShape(NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setBackgroundRole(QPalette::Base);
    viewport()->setCursor(Qt::IBeamCursor);
    horizontalScrollBar()->setSingleStep(static_cast<int>(m_looks.charWidth()) * 4);
}

void TextView::setFile(const std::optional<model::File> &file, const model::Changes &changes)
{
    qsizetype caret = m_file ? m_file->text().lineStart(m_currentLine) : 0;
    qsizetype anchor = m_file ? m_file->text().lineStart(m_anchorLine) : 0;
    for (const model::Change &change : changes) {
        caret = shifted(caret, change);
        anchor = shifted(anchor, change);
        m_selected = {shifted(m_selected.begin, change), shifted(m_selected.end, change)};
        if (m_lit)
            m_lit = {shifted(m_lit->begin, change), shifted(m_lit->end, change)};
    }
    m_file = file;
    const qsizetype size = m_file ? m_file->text().size() : 0;
    m_currentLine = m_file ? m_file->text().lineAt(std::min(caret, size)) : 0;
    m_anchorLine = m_file ? m_file->text().lineAt(std::min(anchor, size)) : 0;
    m_selected = {std::min(m_selected.begin, size), std::min(m_selected.end, size)};
    updateScrollBars();
    viewport()->update();
}

qsizetype TextView::lineCount() const
{
    return m_file ? m_file->text().lineCount() : 0;
}

syntax::ByteRange TextView::lineRange(qsizetype line) const
{
    return m_file ? syntax::ByteRange{m_file->text().lineStart(line), m_file->text().lineStart(line + 1)}
                  : syntax::ByteRange{};
}

QByteArray TextView::lineBytes(qsizetype line) const
{
    if (!m_file)
        return {};
    QByteArray bytes = m_file->text().bytes(lineRange(line));
    if (bytes.endsWith('\n'))
        bytes.chop(1);
    if (bytes.endsWith('\r'))
        bytes.chop(1);
    return bytes;
}

void TextView::selectRange(syntax::ByteRange range)
{
    if (!m_file)
        return;
    const qsizetype size = m_file->text().size();
    range.begin = std::clamp<qsizetype>(range.begin, 0, size);
    range.end = std::clamp<qsizetype>(range.end, range.begin, size);
    const qsizetype line = m_file->text().lineAt(range.begin);
    setCurrentLine(line, false);
    m_selected = range;
    const qreal x = LineLayout(lineBytes(line), {}, m_looks).xAt(range.begin - lineRange(line).begin);
    const int left = horizontalScrollBar()->value();
    const int room = viewport()->width() - gutterWidth() - 4 * margin;
    m_widest = std::max(m_widest, x + room / 2.0);
    updateScrollBars();
    if (x < left || x > left + room)
        horizontalScrollBar()->setValue(x < room ? 0 : static_cast<int>(x) - room / 2);
    viewport()->update();
}

void TextView::goToLine(qsizetype line)
{
    const qsizetype at = lineRange(std::clamp<qsizetype>(line, 0, lineCount() - 1)).begin;
    selectRange({at, at});
}

void TextView::setLit(syntax::ByteRange range)
{
    m_lit = range;
    viewport()->update();
}

void TextView::scrollToLine(qsizetype line)
{
    QScrollBar *bar = verticalScrollBar();
    if (line < bar->value() || line >= bar->value() + pageLines())
        bar->setValue(static_cast<int>(std::max<qsizetype>(0, line - pageLines() / 3)));
}

void TextView::setCurrentLine(qsizetype line, bool extend)
{
    m_currentLine = std::clamp<qsizetype>(line, 0, std::max<qsizetype>(0, lineCount() - 1));
    if (!extend)
        m_anchorLine = m_currentLine;
    const auto [first, last] = std::minmax(m_currentLine, m_anchorLine);
    m_selected.begin = lineRange(first).begin;
    m_selected.end = extend ? lineRange(last).end : m_selected.begin;

    QScrollBar *bar = verticalScrollBar();
    if (m_currentLine < bar->value())
        bar->setValue(static_cast<int>(m_currentLine));
    else if (m_currentLine >= bar->value() + pageLines())
        bar->setValue(static_cast<int>(m_currentLine - pageLines() + 1));
    viewport()->update();
    emit currentLineChanged();
}

int TextView::pageLines() const
{
    return std::max(1, viewport()->height() / m_looks.lineHeight());
}

int TextView::gutterWidth() const
{
    const auto digits = QString::number(std::max<qsizetype>(1000, lineCount())).size();
    return static_cast<int>(static_cast<qreal>(digits) * m_looks.charWidth()) + 2 * margin;
}

void TextView::updateScrollBars()
{
    verticalScrollBar()->setRange(0, static_cast<int>(std::max<qsizetype>(0, lineCount() - pageLines())));
    verticalScrollBar()->setPageStep(pageLines());
    verticalScrollBar()->setSingleStep(1);
    const int room = viewport()->width() - gutterWidth() - 2 * margin;
    horizontalScrollBar()->setRange(0, std::max(0, static_cast<int>(m_widest) - room));
    horizontalScrollBar()->setPageStep(room);
}

QRect TextView::lineRect(qsizetype line) const
{
    const int row = static_cast<int>(line - verticalScrollBar()->value());
    const int left = gutterWidth();
    return {left, row * m_looks.lineHeight(), viewport()->width() - left, m_looks.lineHeight()};
}

qsizetype TextView::lineAt(int y) const
{
    const qsizetype line = verticalScrollBar()->value() + std::max(0, y) / m_looks.lineHeight();
    return std::clamp<qsizetype>(line, 0, std::max<qsizetype>(0, lineCount() - 1));
}

void TextView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    if (!m_file)
        return;
    const qreal widest = m_widest;
    const qsizetype first = verticalScrollBar()->value();
    const qsizetype last = std::min(lineCount() - 1, first + pageLines() + 1);
    syntax::ByteRange range{m_file->text().lineStart(first), 0};
    for (qsizetype line = first; line <= last; ++line) {
        range.end = m_file->text().lineStart(line + 1);
        // Of a line that is very long, the part that is shown is enough.
        const syntax::ByteRange shown{range.begin,
                                      std::min(range.end, range.begin + LineLayout::longestShown + 2)};
        QByteArray bytes = m_file->text().bytes(shown);
        const QByteArray styles = shown == range ? syntaxStyles(*m_file, range) : QByteArray();
        if (shown == range && bytes.endsWith('\n'))
            bytes.chop(bytes.endsWith("\r\n") ? 2 : 1);
        paintLine(painter, line, range, bytes, styles);
        range.begin = range.end;
    }
    if (m_widest > widest)
        QMetaObject::invokeMethod(
            this, [this] { updateScrollBars(); }, Qt::QueuedConnection);
}

void TextView::paintLine(QPainter &painter, qsizetype line, syntax::ByteRange range, QByteArrayView bytes,
                         QByteArrayView styles)
{
    const Colors &colors = colorsFor(palette());
    const QRect rect = lineRect(line);
    const LineLayout layout(bytes, styles, m_looks);
    m_widest = std::max(m_widest, layout.width());
    const int scrolled = horizontalScrollBar()->value();
    const QPointF origin(rect.left() + margin - scrolled, rect.top());

    if (m_lit && m_lit->begin < std::max(range.end, range.begin + 1)
        && (m_lit->end > range.begin || m_lit->begin == range.begin))
        painter.fillRect(QRect(0, rect.top(), viewport()->width(), rect.height()), colors.lit);
    else if (line == m_currentLine && focusPolicy() != Qt::NoFocus)
        painter.fillRect(rect, palette().color(QPalette::AlternateBase));
    const syntax::ByteRange selected{std::max(m_selected.begin, range.begin),
                                     std::min(m_selected.end, range.end)};
    if (selected.begin < selected.end) {
        const qreal from = layout.xAt(selected.begin - range.begin);
        const qreal to = layout.xAt(selected.end - range.begin);
        QColor tint =
            palette().color(hasFocus() ? QPalette::Active : QPalette::Inactive, QPalette::Highlight);
        tint.setAlphaF(0.35F); // the colours of the text stay readable on it
        painter.fillRect(QRectF(origin.x() + from, rect.top(), std::max(to - from, 4.0), rect.height()),
                         tint);
    }
    painter.save();
    painter.setClipRect(rect);
    layout.draw(painter, origin, scrolled - margin, scrolled + rect.width());
    painter.restore();

    painter.setFont(m_looks.font());
    painter.setPen(line == m_currentLine ? palette().color(QPalette::Text) : colors.muted);
    painter.drawText(QRect(0, rect.top(), rect.left() - margin, rect.height()),
                     Qt::AlignRight | Qt::AlignVCenter, QString::number(line + 1));
}

void TextView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    updateScrollBars();
}

void TextView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        m_looks = TextLooks(palette());
}

void TextView::keyPressEvent(QKeyEvent *event)
{
    const bool extend = event->modifiers() & Qt::ShiftModifier;
    const bool toEnd = event->modifiers() & Qt::ControlModifier;
    if (event->matches(QKeySequence::Copy)) {
        copySelection();
    } else if (event->matches(QKeySequence::SelectAll)) {
        m_anchorLine = 0;
        setCurrentLine(lineCount() - 1, true);
    } else if (event->key() == Qt::Key_Up) {
        setCurrentLine(m_currentLine - 1, extend);
    } else if (event->key() == Qt::Key_Down) {
        setCurrentLine(m_currentLine + 1, extend);
    } else if (event->key() == Qt::Key_PageUp) {
        setCurrentLine(m_currentLine - pageLines() + 1, extend);
    } else if (event->key() == Qt::Key_PageDown) {
        setCurrentLine(m_currentLine + pageLines() - 1, extend);
    } else if (event->key() == Qt::Key_Home) {
        horizontalScrollBar()->setValue(0);
        if (toEnd)
            setCurrentLine(0, extend);
    } else if (event->key() == Qt::Key_End) {
        if (toEnd)
            setCurrentLine(lineCount() - 1, extend);
        else
            horizontalScrollBar()->setValue(horizontalScrollBar()->maximum());
    } else if (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right) {
        horizontalScrollBar()->triggerAction(event->key() == Qt::Key_Left
                                                 ? QAbstractSlider::SliderSingleStepSub
                                                 : QAbstractSlider::SliderSingleStepAdd);
    } else {
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void TextView::copySelection() const
{
    const syntax::ByteRange range = m_selected.isEmpty() ? lineRange(m_currentLine) : m_selected;
    if (m_file)
        QGuiApplication::clipboard()->setText(QString::fromUtf8(m_file->text().bytes(range)));
}

void TextView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        setCurrentLine(lineAt(event->position().toPoint().y()), event->modifiers() & Qt::ShiftModifier);
}

void TextView::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons() & Qt::LeftButton)
        setCurrentLine(lineAt(event->position().toPoint().y()), true);
}

void TextView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void TextView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

} // namespace ui
