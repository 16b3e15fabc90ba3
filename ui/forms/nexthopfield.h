// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/forms/field.h"

class QCheckBox;
class QLineEdit;

namespace ui {

/// A host to send mail to: its name, its port, and whether the name is a domain whose mail servers are meant.
/// The brackets around a host are nothing that one has to know; who writes them is understood.
class NextHopField : public Field
{
    Q_OBJECT

public:
    explicit NextHopField(QWidget *parent = nullptr);

    bool canSay(const QByteArray &value) const override;
    void setValue(const QByteArray &value) override;
    void setReadOnly(bool isReadOnly) override;
    void commit() override;
    void revert() override;
    bool isModified() const override;
    void setName(const QString &name) override;
    void setDescription(const QString &text) override;

private:
    QByteArray wanted() const;
    void takeApart();

    QByteArray m_value;
    QLineEdit *m_host = nullptr;
    QLineEdit *m_port = nullptr;
    QCheckBox *m_mx = nullptr;
};

} // namespace ui
