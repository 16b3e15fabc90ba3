// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/catalog/version.h"
#include "ui/forms/field.h"

class QComboBox;

namespace ui {

class LineField;

/// Which protocols of TLS may be used: a list to choose the oldest of them from, which writes what that
/// version of Postfix understands, and the text as it is written beside it.
class ProtocolsField : public Field
{
    Q_OBJECT

public:
    explicit ProtocolsField(const catalog::Version &version, QWidget *parent = nullptr);

    void setValue(const QByteArray &value) override;
    void setReadOnly(bool isReadOnly) override;
    void commit() override;
    void revert() override;
    bool isModified() const override;
    void setName(const QString &name) override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void choose(int index);
    void refreshChoice(const QByteArray &value);

    catalog::Version m_version;
    QByteArray m_value;
    QComboBox *m_oldest = nullptr;
    LineField *m_line = nullptr;
};

} // namespace ui
