// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace ui {

/// Asks for a name in one line. Enter takes it, Escape leaves.
class NameBar : public QWidget
{
    Q_OBJECT

public:
    NameBar(const QString &question, const QString &button, const QString &name, QWidget *parent = nullptr);

signals:
    void accepted(const QByteArray &name);
    void canceled();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void accept();

    QLineEdit *m_name = nullptr;
    QPushButton *m_accept = nullptr;
};

} // namespace ui
