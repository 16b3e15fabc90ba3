// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/forms/field.h"

namespace ui {

class FilePresence;
class LineField;
class TextLabel;

/// The name of a file or a folder, with whether it is there, and a dialog to choose it.
class FileField : public Field
{
    Q_OBJECT

public:
    /// `presence` outlives it.
    FileField(FilePresence &presence, bool wantsFolder, QWidget *parent = nullptr);

    void setValue(const QByteArray &value) override;
    void setReadOnly(bool isReadOnly) override;
    void commit() override;
    void revert() override;
    bool isModified() const override;
    void setName(const QString &name) override;
    void setDescription(const QString &text) override;

private:
    void browse();
    void refreshPresence();

    FilePresence &m_presence;
    bool m_wantsFolder;
    QByteArray m_value;
    LineField *m_line = nullptr;
    QWidget *m_browse = nullptr;
    TextLabel *m_state = nullptr;
};

} // namespace ui
