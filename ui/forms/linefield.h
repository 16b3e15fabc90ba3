// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/values/domain.h"
#include "ui/forms/field.h"

class QLineEdit;

namespace ui {

/// A value on one line: free text, a number, a size, a name. Enter or leaving it writes, Escape forgets. The
/// arrow keys step a number within its limits; a size may be written as "50 MB" and becomes bytes.
class LineField : public Field
{
    Q_OBJECT

public:
    explicit LineField(values::Domain domain, QWidget *parent = nullptr);

    void setValue(const QByteArray &value) override;
    void setReadOnly(bool isReadOnly) override;
    void commit() override;
    void revert() override;
    bool isModified() const override;
    void setName(const QString &name) override;
    void setDescription(const QString &text) override;
    bool isNarrow() const override;

    QLineEdit *line() const { return m_line; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void step(int by);
    QByteArray wanted() const;

    values::Domain m_domain;
    QLineEdit *m_line = nullptr;
    QByteArray m_value;
};

} // namespace ui
