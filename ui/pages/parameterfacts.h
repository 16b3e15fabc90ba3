// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/pages/pagecontext.h"

#include <QWidget>

class QGridLayout;
class QToolButton;

namespace ui {

class TextLabel;

/// What is known about a parameter: help, default, what it accepts, who reads it, since when.
class ParameterFacts : public QWidget
{
    Q_OBJECT

public:
    explicit ParameterFacts(PageContext &context, QWidget *parent = nullptr);

    /// Nothing for an empty name. To be called again after every change.
    void setParameter(const QByteArray &name);

private:
    void say(const QString &label, const QString &text);
    void showManual();
    QString defaultText(const QByteArray &name) const;

    PageContext &m_context;
    TextLabel *m_help = nullptr;
    QGridLayout *m_grid = nullptr;
    QToolButton *m_manualButton = nullptr;
    TextLabel *m_manual = nullptr;
    QList<TextLabel *> m_labels;
    QList<TextLabel *> m_texts;
    int m_used = 0;
    QByteArray m_name;
};

} // namespace ui
