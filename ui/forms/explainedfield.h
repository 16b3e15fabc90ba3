// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/forms/field.h"

class QRadioButton;

namespace ui {

/// A value, what it is called and what it does, in a sentence.
struct ExplainedChoice
{
    QByteArray value;
    QString title;
    QString sentence;
};

/// A few choices that differ in what they do to mail: all in sight, each with its sentence.
class ExplainedField : public Field
{
    Q_OBJECT

public:
    explicit ExplainedField(const QList<ExplainedChoice> &choices, QWidget *parent = nullptr);

    bool canSay(const QByteArray &value) const override;
    void setValue(const QByteArray &value) override;
    void setReadOnly(bool isReadOnly) override;
    void setName(const QString &name) override;
    bool isTall() const override { return true; }

private:
    void choose(const QByteArray &value);

    QList<std::pair<QByteArray, QRadioButton *>> m_buttons;
    QByteArray m_value;
};

} // namespace ui
