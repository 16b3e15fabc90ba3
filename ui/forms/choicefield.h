// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/values/domain.h"
#include "ui/forms/field.h"

class QComboBox;

namespace ui {

/// One of the values that Postfix knows, in words. Where others are as good, they can be written.
class ChoiceField : public Field
{
    Q_OBJECT

public:
    explicit ChoiceField(const values::Domain &domain, QWidget *parent = nullptr);

    bool canSay(const QByteArray &value) const override;
    void setValue(const QByteArray &value) override;
    void setReadOnly(bool isReadOnly) override;
    void commit() override;
    void revert() override;
    bool isModified() const override { return m_isModified; }
    void setName(const QString &name) override;
    void setDescription(const QString &text) override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    int indexOf(const QByteArray &value) const;
    void choose(int index);

    QComboBox *m_box = nullptr;
    QByteArray m_value;
    bool m_isOpen = false;
    bool m_isModified = false;
};

} // namespace ui
