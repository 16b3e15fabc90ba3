// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/changes.h"
#include "core/model/file.h"
#include "ui/text/linelayout.h"

#include <QAbstractScrollArea>

#include <optional>

namespace ui {

/// A file of any size as lines of source, painted straight from its bytes: only what is in sight is looked
/// at. Lines are walked and selected with the keys and the mouse; nothing is edited here.
class TextView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit TextView(QWidget *parent = nullptr);

    /// Keeps line and selection where the changes that led here moved them.
    void setFile(const std::optional<model::File> &file, const model::Changes &changes = {});
    const std::optional<model::File> &file() const { return m_file; }

    qsizetype lineCount() const;
    /// Without its line end.
    QByteArray lineBytes(qsizetype line) const;
    syntax::ByteRange lineRange(qsizetype line) const;

    qsizetype currentLine() const { return m_currentLine; }
    syntax::ByteRange selectedRange() const { return m_selected; }
    /// Selects and scrolls there.
    void selectRange(syntax::ByteRange range);
    void goToLine(qsizetype line);

    /// The lines of these bytes stand on a tint of their own.
    void setLit(syntax::ByteRange range);
    void scrollToLine(qsizetype line);

signals:
    void currentLineChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

    const TextLooks &looks() const { return m_looks; }
    /// Of a line in sight, in the viewport, without the line numbers.
    QRect lineRect(qsizetype line) const;
    qsizetype lineAt(int y) const;
    int pageLines() const;

private:
    void setCurrentLine(qsizetype line, bool extend);
    void updateScrollBars();
    int gutterWidth() const;
    void copySelection() const;
    void paintLine(QPainter &painter, qsizetype line, syntax::ByteRange range, QByteArrayView bytes,
                   QByteArrayView styles);

    std::optional<model::File> m_file;
    TextLooks m_looks;
    qsizetype m_currentLine = 0;
    qsizetype m_anchorLine = 0;
    syntax::ByteRange m_selected;
    std::optional<syntax::ByteRange> m_lit;
    qreal m_widest = 0; ///< of the lines painted so far
};

} // namespace ui
