// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/shell/findentries.h"

#include <QLineEdit>
#include <QPointer>

class QFrame;
class QListView;

namespace ui {

class FindModel;

/// "Find anything": typing lists what answers, Enter goes there, Escape leads back to where the keyboard was.
class FindBox : public QLineEdit
{
    Q_OBJECT

public:
    using Source = std::function<QList<FindEntry>()>;

    /// `source` is asked each time the list opens.
    explicit FindBox(Source source, QWidget *parent = nullptr);

    /// Takes the keyboard and opens the list.
    void start();
    /// Gives the keyboard back and closes the list.
    void leave();
    bool isListOpen() const;

protected:
    void focusOutEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    void openList();
    void closeList();
    void refresh();
    void moveBy(int rows);
    void choose(const QModelIndex &index);

    Source m_source;
    QList<FindEntry> m_entries;
    FindModel *m_model = nullptr;
    QPointer<QFrame> m_frame;
    QListView *m_list = nullptr;
    QPointer<QWidget> m_before; ///< had the keyboard before
};

} // namespace ui
