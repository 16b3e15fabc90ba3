// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/forms/formview.h"

#include "ui/forms/fieldframe.h"
#include "ui/forms/formsection.h"
#include "ui/widgets/spacing.h"

#include <QVBoxLayout>

#include <algorithm>

namespace ui {

FormView::FormView(const FormContext &context, const QString &name, QWidget *parent)
    : QScrollArea(parent), m_context(context)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(name);
    auto *inner = new QWidget;
    inner->setMaximumWidth(spacing::columnWidth + 2 * spacing::fields);
    m_column = new QVBoxLayout(inner);
    m_column->setContentsMargins(spacing::fields, spacing::fields, spacing::fields, spacing::groups);
    m_column->setSpacing(spacing::groups);
    m_column->addStretch(1);
    setWidget(inner);
}

FormSection *FormView::addGroup(const FormGroup &group)
{
    auto *section = new FormSection(m_context, group);
    m_sections.append({section, group});
    addWidget(section);
    return section;
}

FormSection *FormView::section(QByteArrayView parameter) const
{
    for (const auto &[section, group] : m_sections) {
        for (const FormField &field : group.fields) {
            if (parameter == QByteArrayView(field.parameter))
                return section;
        }
    }
    return nullptr;
}

void FormView::addWidget(QWidget *widget)
{
    m_column->removeWidget(widget);
    m_column->insertWidget(m_column->count() - 1, widget);
}

FieldFrame *FormView::frame(const QByteArray &parameter)
{
    for (const auto &[section, group] : std::as_const(m_sections)) {
        const auto here = std::find_if(group.fields.begin(), group.fields.end(),
                                       [&](const FormField &field) { return parameter == field.parameter; });
        if (here == group.fields.end())
            continue;
        section->setOpen(true);
        return section->frames()[here - group.fields.begin()];
    }
    return nullptr;
}

void FormView::commit()
{
    for (const auto &[section, group] : std::as_const(m_sections))
        section->commit();
}

bool FormView::focusNextPrevChild(bool next)
{
    const bool isMoved = QScrollArea::focusNextPrevChild(next);
    if (QWidget *now = widget()->focusWidget(); isMoved && now)
        ensureWidgetVisible(now, spacing::fields, spacing::groups * 2);
    return isMoved;
}

} // namespace ui
