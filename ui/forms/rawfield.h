// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/forms/field.h"

class QPlainTextEdit;

namespace ui {

/// The value as it is written, line by line: what every value can be shown as. Leaving it or Ctrl+Enter
/// writes, Escape forgets; each line becomes a line of the file.
class RawField : public Field
{
    Q_OBJECT

public:
    explicit RawField(QWidget *parent = nullptr);

    /// Several lines for the pieces of a value that stands on several lines.
    void setValue(const QByteArray &value) override;
    void setReadOnly(bool isReadOnly) override;
    void commit() override;
    void revert() override;
    bool isModified() const override;
    void setName(const QString &name) override;
    void setDescription(const QString &text) override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fit();

    QPlainTextEdit *m_text = nullptr;
    QByteArray m_value;
};

} // namespace ui
