// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLabel>

namespace ui {

/// What a field is called: plain words, and the parameter's name beside them, smaller and grey; below them
/// where there is no room. It can be selected.
class FieldLabel : public QLabel
{
    Q_OBJECT

public:
    /// Without `name` the words are the name.
    FieldLabel(const QString &words, const QString &name, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void write();

    QString m_words;
    QString m_name;
};

} // namespace ui
