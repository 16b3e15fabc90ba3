// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/grids/servicewords.h"
#include "ui/grids/tableshape.h"

#include <QByteArrayList>
#include <QWidget>

#include <map>

class QComboBox;
class QHBoxLayout;
class QLineEdit;
class QPushButton;

namespace ui {

/// Where a new row of a table is written: a line for each column, and the button that adds it.
class NewRowLine : public QWidget
{
    Q_OBJECT

public:
    /// `shape` outlives it.
    NewRowLine(const TableShape &shape, const QString &title, QWidget *parent = nullptr);

    /// What may stand in a column, with its meaning; other texts stay as good.
    void setChoices(int column, const QList<FieldChoice> &choices);
    QLineEdit *input(int column) const { return m_inputs[column]; }
    /// What the button says: where the row goes.
    void setAddText(const QString &text);
    /// A button beside the lines.
    void addTool(QWidget *tool);
    void setWritable(bool isWritable);
    void setRevealed(bool isRevealed);

    /// What is written, without the blanks around it.
    QByteArrayList cells() const;
    void clear();

signals:
    /// The row is complete and wanted.
    void wanted();
    /// Escape where nothing is written.
    void left();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void refresh();

    const TableShape &m_shape;
    QString m_title;
    QHBoxLayout *m_row = nullptr;
    QList<QLineEdit *> m_inputs;
    std::map<int, QComboBox *> m_known; ///< by column: the list that its line is a part of
    QPushButton *m_add = nullptr;
    bool m_isWritable = true;
};

} // namespace ui
