// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/forms/field.h"

class QRadioButton;

namespace ui {

/// Yes or no, as two words to choose from.
class YesNoField : public Field
{
    Q_OBJECT

public:
    explicit YesNoField(QWidget *parent = nullptr);

    bool canSay(const QByteArray &value) const override;
    void setValue(const QByteArray &value) override;
    void setReadOnly(bool isReadOnly) override;
    void setName(const QString &name) override;
    void setDescription(const QString &text) override;

private:
    void choose(const QByteArray &value);

    QByteArray m_value;
    QRadioButton *m_yes = nullptr;
    QRadioButton *m_no = nullptr;
};

} // namespace ui
