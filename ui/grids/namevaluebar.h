// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

#include <functional>

class QLineEdit;
class QPushButton;

namespace ui {

/// A line to add a setting: its name, its value, and a button. Enter in either field adds.
class NameValueBar : public QWidget
{
    Q_OBJECT

public:
    NameValueBar(const QString &nameHint, const QString &valueHint, const QString &button,
                 QWidget *parent = nullptr);

    /// What the name can be completed to; asked for when somebody is about to write one.
    void setNames(std::function<QStringList()> names) { m_names = std::move(names); }
    /// After what was asked for has been done.
    void clear();

public slots:
    /// Gives the name the keyboard.
    void start();

signals:
    /// `name` is not empty.
    void added(const QString &name, const QString &value);
    /// Escape was pressed: nothing is to be added.
    void left();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void add();

    std::function<QStringList()> m_names;
    QLineEdit *m_name = nullptr;
    QLineEdit *m_value = nullptr;
    QPushButton *m_button = nullptr;
};

} // namespace ui
