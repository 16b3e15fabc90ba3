// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>

class QCheckBox;
class QComboBox;
class QHBoxLayout;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace ui {

/// A few questions that are answered together, and the button that does what they are for.
class SetUpForm : public QFrame
{
    Q_OBJECT

public:
    SetUpForm(const QString &title, const QString &button, QWidget *parent = nullptr);

    /// Fields from here on stand in a row of their own.
    void startRow();
    QLineEdit *addLine(const QString &label, const QString &hint, const QString &text = {}, int stretch = 1);
    QComboBox *addChoice(const QString &label, const QStringList &choices);
    QCheckBox *addBox(const QString &text);
    /// The field with its label.
    static void setAsked(QWidget *field, bool isAsked);
    void setReady(bool isReady);

signals:
    void submitted();

private:
    void addField(const QString &label, QWidget *field, int stretch);

    QString m_title;
    QVBoxLayout *m_column = nullptr;
    QHBoxLayout *m_row = nullptr;
    QPushButton *m_button = nullptr;
};

} // namespace ui
