// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/preview/diffview.h"

#include "ui/preview/worddiff.h"
#include "ui/text/linelayout.h"
#include "ui/widgets/colors.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <array>

namespace ui {

namespace {

using diff::LineOrigin;

constexpr int margin = 8;
constexpr int conflictBar = 3;

qsizetype shownNumber(const diff::DiffLine &line)
{
    return (line.newLine >= 0 ? line.newLine : line.oldLine) + 1;
}

QChar signOf(LineOrigin origin)
{
    return origin == LineOrigin::Added ? u'+' : origin == LineOrigin::Removed ? u'\u2212' : u' ';
}

} // namespace

DiffView::DiffView(QWidget *parent) : QAbstractScrollArea(parent), m_looks(palette())
{
    setFrameShape(NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Changes"));
    viewport()->setBackgroundRole(QPalette::Base);
}

void DiffView::setRows(const QList<DiffRow> &rows, std::function<QString(model::FileId)> nameOf)
{
    m_rows = rows;
    m_nameOf = std::move(nameOf);
    m_current = std::min(m_current, m_rows.size() - 1);
    m_lastLine = 0;
    for (const DiffRow &row : m_rows) {
        if (row.kind == DiffRow::Kind::Line)
            m_lastLine = std::max(m_lastLine, shownNumber(row.line));
    }
    m_widest = 0;
    updateScrollBars();
    viewport()->update();
}

void DiffView::scrollToFile(model::FileId file)
{
    const auto heading = std::find_if(m_rows.begin(), m_rows.end(), [file](const DiffRow &row) {
        return row.kind == DiffRow::Kind::File && row.file == file;
    });
    const auto conflict = std::find_if(heading, m_rows.end(), [file](const DiffRow &row) {
        return row.file == file && row.conflict == DiffRow::Conflict::Mark;
    });
    if (heading == m_rows.end())
        return;
    // A line or two of what is around it are of use.
    const auto first = conflict == m_rows.end() ? heading : std::max(heading, conflict - 2);
    verticalScrollBar()->setValue(static_cast<int>(first - m_rows.begin()));
}

QString DiffView::plainText() const
{
    QString text;
    for (const DiffRow &row : m_rows) {
        if (row.kind == DiffRow::Kind::File)
            text += m_nameOf(row.file) + u'\n';
        else if (row.kind == DiffRow::Kind::Gap)
            text += QStringLiteral("@@\n");
        else
            text += (row.line.origin == LineOrigin::Removed ? QChar(u'-') : signOf(row.line.origin))
                + QString::fromUtf8(row.line.bytes) + u'\n';
    }
    return text;
}

int DiffView::pageRows() const
{
    return std::max(1, viewport()->height() / m_looks.lineHeight());
}

int DiffView::numberWidth() const
{
    const auto digits = QString::number(std::max<qsizetype>(10, m_lastLine)).size();
    return static_cast<int>(static_cast<qreal>(digits) * m_looks.charWidth()) + 2 * margin;
}

void DiffView::updateScrollBars()
{
    verticalScrollBar()->setRange(0, static_cast<int>(std::max<qsizetype>(0, m_rows.size() - pageRows())));
    verticalScrollBar()->setPageStep(pageRows());
    const int room = viewport()->width() - numberWidth() - 4 * margin;
    horizontalScrollBar()->setRange(0, std::max(0, static_cast<int>(m_widest) - room));
    horizontalScrollBar()->setPageStep(std::max(1, room));
    horizontalScrollBar()->setSingleStep(static_cast<int>(m_looks.charWidth()) * 4);
}

void DiffView::setCurrent(qsizetype row)
{
    if (m_rows.isEmpty())
        return;
    m_current = std::clamp<qsizetype>(row, 0, m_rows.size() - 1);
    QScrollBar *bar = verticalScrollBar();
    if (m_current < bar->value())
        bar->setValue(static_cast<int>(m_current));
    else if (m_current >= bar->value() + pageRows())
        bar->setValue(static_cast<int>(m_current - pageRows() + 1));
    viewport()->update();
}

void DiffView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    const qreal widest = m_widest;
    const int height = m_looks.lineHeight();
    for (qsizetype i = verticalScrollBar()->value(); i < m_rows.size(); ++i) {
        const int top = static_cast<int>(i - verticalScrollBar()->value()) * height;
        if (top >= viewport()->height())
            break;
        const QRect rect(0, top, viewport()->width(), height);
        const DiffRow &row = m_rows[i];
        if (row.kind == DiffRow::Kind::File) {
            paintFile(painter, rect, row);
        } else if (row.kind == DiffRow::Kind::Gap) {
            painter.setPen(colorsFor(palette()).line);
            painter.drawLine(margin, rect.center().y(), rect.right() - margin, rect.center().y());
        } else {
            paintLine(painter, rect, row);
        }
        if (i == m_current && hasFocus()) {
            painter.setPen(palette().color(QPalette::Highlight));
            painter.drawRect(rect.adjusted(0, 0, -1, -1));
        }
    }
    if (m_widest > widest)
        QMetaObject::invokeMethod(
            this, [this] { updateScrollBars(); }, Qt::QueuedConnection);
}

void DiffView::paintFile(QPainter &painter, const QRect &rect, const DiffRow &row) const
{
    painter.fillRect(rect, palette().color(QPalette::AlternateBase));
    QFont bold = font();
    bold.setBold(true);
    painter.setFont(bold);
    painter.setPen(palette().color(QPalette::Text));
    const QRect room = rect.adjusted(margin, 0, -margin, 0);
    //: lines added and removed; more than these have changed
    const QString counts = row.isCut ? tr("the first +%1 \u2212%2 of many").arg(row.added).arg(row.removed)
                                     : tr("+%1 \u2212%2").arg(row.added).arg(row.removed);
    const int countsWidth = QFontMetrics(font()).horizontalAdvance(counts) + margin;
    const QString name =
        QFontMetrics(bold).elidedText(m_nameOf(row.file), Qt::ElideMiddle, room.width() - countsWidth);
    painter.drawText(room, Qt::AlignVCenter | Qt::AlignLeft, name);
    painter.setFont(font());
    painter.setPen(colorsFor(palette()).muted);
    painter.drawText(room, Qt::AlignVCenter | Qt::AlignRight, counts);
}

void DiffView::paintLine(QPainter &painter, const QRect &rect, const DiffRow &row)
{
    const Colors &colors = colorsFor(palette());
    const bool added = row.line.origin == LineOrigin::Added;
    const bool changed = row.line.origin != LineOrigin::Context;
    const bool isMark = row.conflict == DiffRow::Conflict::Mark;
    if (changed)
        painter.fillRect(rect, isMark ? colors.warningTint : added ? colors.added : colors.removed);
    if (row.conflict != DiffRow::Conflict::None)
        painter.fillRect(QRect(rect.left(), rect.top(), conflictBar, rect.height()), colors.warning);

    const LineLayout layout(row.line.bytes, {}, m_looks);
    m_widest = std::max(m_widest, layout.width());
    const int scrolled = horizontalScrollBar()->value();
    const int sign = numberWidth();
    const QRect textRect = rect.adjusted(sign + static_cast<int>(m_looks.charWidth()) + margin, 0, 0, 0);
    const QPointF origin(textRect.left() - scrolled, rect.top());

    painter.save();
    painter.setClipRect(textRect);
    if (changed && !row.counterpart.isEmpty()) {
        const WordDiff words =
            added ? wordDiff(row.counterpart, row.line.bytes) : wordDiff(row.line.bytes, row.counterpart);
        for (const syntax::ByteRange &word : added ? words.added : words.removed) {
            const qreal from = layout.xAt(word.begin);
            painter.fillRect(
                QRectF(origin.x() + from, rect.top(), layout.xAt(word.end) - from, rect.height()),
                added ? colors.addedWord : colors.removedWord);
        }
    }
    layout.draw(painter, origin, scrolled, scrolled + textRect.width());
    if (!row.line.endsWithNewline && changed) {
        painter.setPen(colors.muted);
        painter.setFont(font());
        painter.drawText(QRectF(origin.x() + layout.width() + margin, rect.top(), 4000, rect.height()),
                         Qt::AlignVCenter | Qt::AlignLeft, tr("no line end"));
    }
    painter.restore();

    painter.setFont(m_looks.font());
    painter.setPen(colors.muted);
    painter.drawText(QRect(0, rect.top(), sign - margin, rect.height()), Qt::AlignVCenter | Qt::AlignRight,
                     QString::number(shownNumber(row.line)));
    painter.setPen(isMark ? colors.warning : palette().color(QPalette::Text));
    painter.drawText(QRect(sign, rect.top(), textRect.left() - sign, rect.height()),
                     Qt::AlignVCenter | Qt::AlignLeft, isMark ? QChar(u'!') : signOf(row.line.origin));
}

void DiffView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    updateScrollBars();
}

void DiffView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        m_looks = TextLooks(palette());
}

void DiffView::mousePressEvent(QMouseEvent *event)
{
    const qsizetype row =
        verticalScrollBar()->value() + event->position().toPoint().y() / m_looks.lineHeight();
    if (event->button() != Qt::LeftButton || row >= m_rows.size())
        return;
    setCurrent(row);
    emit activated(row);
}

void DiffView::keyPressEvent(QKeyEvent *event)
{
    struct Move
    {
        Qt::Key key;
        qsizetype to;
    };
    const auto moves = std::to_array<Move>({{Qt::Key_Up, m_current - 1},
                                            {Qt::Key_Down, m_current + 1},
                                            {Qt::Key_PageUp, m_current - pageRows()},
                                            {Qt::Key_PageDown, m_current + pageRows()},
                                            {Qt::Key_Home, 0},
                                            {Qt::Key_End, m_rows.size() - 1}});
    const auto *move =
        std::find_if(moves.begin(), moves.end(), [event](const Move &m) { return m.key == event->key(); });
    if (event->matches(QKeySequence::Copy))
        QGuiApplication::clipboard()->setText(plainText());
    else if (move != moves.end())
        setCurrent(move->to);
    else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && m_current >= 0)
        emit activated(m_current);
    else
        QAbstractScrollArea::keyPressEvent(event);
}

void DiffView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void DiffView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

} // namespace ui
