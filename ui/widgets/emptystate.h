// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace ui {

/// What an empty place shows: what belongs there, and the first step to it.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    /// Without `button` there is no first step to take here.
    EmptyState(const QString &iconName, const QString &text, const QString &button = {},
               QWidget *parent = nullptr);

    void setText(const QString &text);

signals:
    void activated();

protected:
    void changeEvent(QEvent *event) override;

private:
    void refreshIcon();

    QString m_iconName;
    QLabel *m_icon = nullptr;
    QLabel *m_text = nullptr;
};

} // namespace ui
