// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/changes.h"
#include "ui/forms/formgroup.h"
#include "ui/pages/pagecontext.h"

#include <QWidget>

namespace ui {

class FormView;

/// A page that is a description of which fields stand where.
class FormPage : public QWidget
{
    Q_OBJECT

public:
    FormPage(PageContext &context, const QString &title, const QString &purpose,
             std::span<const FormGroup> groups, QWidget *parent = nullptr);

    FormView *view() const { return m_view; }
    /// Puts the keyboard into its field.
    void showParameter(const QByteArray &name);

private:
    FormView *m_view = nullptr;
};

bool hasField(std::span<const FormGroup> groups, QByteArrayView parameter);
/// How many things were found at settings of these fields.
qsizetype problemsAt(const PageContext &context, std::span<const FormGroup> groups);

} // namespace ui
