// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/forms/field.h"

class QComboBox;
class QLineEdit;

namespace ui {

/// A number and its unit, from seconds to weeks. Anything else that is written, $name for one, is taken as
/// it is. The unit stays unwritten where it was not written and is the parameter's own.
class TimeField : public Field
{
    Q_OBJECT

public:
    /// `unit` is what a number without one counts.
    explicit TimeField(char unit, QWidget *parent = nullptr);

    void setValue(const QByteArray &value) override;
    void setReadOnly(bool isReadOnly) override;
    void commit() override;
    void revert() override;
    bool isModified() const override;
    void setName(const QString &name) override;
    void setDescription(const QString &text) override;
    bool isNarrow() const override { return true; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QByteArray wanted() const;
    void chooseUnit();
    void step(int by);

    char m_unit;
    QByteArray m_value;
    QLineEdit *m_line = nullptr;
    QComboBox *m_units = nullptr;
    bool m_isReadOnly = false;
};

} // namespace ui
