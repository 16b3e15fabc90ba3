// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/forms/formcontext.h"
#include "ui/forms/formgroup.h"

#include <QScrollArea>

class QVBoxLayout;

namespace ui {

class FieldFrame;
class FormSection;

/// One column of groups of fields, as a page shows them. Whatever has the keyboard is in sight.
class FormView : public QScrollArea
{
    Q_OBJECT

public:
    explicit FormView(const FormContext &context, const QString &name, QWidget *parent = nullptr);

    FormSection *addGroup(const FormGroup &group);
    /// The group that has the field of this parameter, open or not; null without one.
    FormSection *section(QByteArrayView parameter) const;
    /// Something else, as the last; also to move it there.
    void addWidget(QWidget *widget);
    /// The field of this parameter, its section opened; null without one.
    FieldFrame *frame(const QByteArray &parameter);
    /// Gives away what is being written.
    void commit();

protected:
    bool focusNextPrevChild(bool next) override;

private:
    FormContext m_context;
    QVBoxLayout *m_column = nullptr;
    QList<std::pair<FormSection *, FormGroup>> m_sections;
};

} // namespace ui
