// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;

namespace ui {

/// Asks for the number of a line to go to.
class GoToBar : public QWidget
{
    Q_OBJECT

public:
    explicit GoToBar(QWidget *parent = nullptr);

    void open(qsizetype lineCount);

signals:
    /// Counted from 0.
    void chosen(qsizetype line);
    void dismissed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void dismiss();

    QLineEdit *m_line = nullptr;
    QLabel *m_range = nullptr;
};

} // namespace ui
