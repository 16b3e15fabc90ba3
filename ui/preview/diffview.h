// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/preview/diffrows.h"
#include "ui/text/textlooks.h"

#include <QAbstractScrollArea>

#include <functional>

class QPainter;

namespace ui {

/// Draws the rows of a diff, of any number: tint plus + and -, and the words that differ within a line
/// marked.
class DiffView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit DiffView(QWidget *parent = nullptr);

    /// `nameOf` says how a file is called in its heading.
    void setRows(const QList<DiffRow> &rows, std::function<QString(model::FileId)> nameOf);
    const QList<DiffRow> &rows() const { return m_rows; }
    /// To its first conflict, if it has one.
    void scrollToFile(model::FileId file);
    /// All of it as a unified diff, for the clipboard.
    QString plainText() const;

signals:
    /// The row was clicked, or chosen with Enter.
    void activated(qsizetype row);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void setCurrent(qsizetype row);
    void updateScrollBars();
    int numberWidth() const;
    int pageRows() const;
    void paintFile(QPainter &painter, const QRect &rect, const DiffRow &row) const;
    void paintLine(QPainter &painter, const QRect &rect, const DiffRow &row);

    QList<DiffRow> m_rows;
    std::function<QString(model::FileId)> m_nameOf;
    TextLooks m_looks;
    qsizetype m_current = -1;
    qsizetype m_lastLine = 0; ///< the largest line number there is
    qreal m_widest = 0;
};

} // namespace ui
