// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/forms/explainedfield.h"

#include "ui/widgets/explained.h"
#include "ui/widgets/spacing.h"

#include <QRadioButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

ExplainedField::ExplainedField(const QList<ExplainedChoice> &choices, QWidget *parent) : Field(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, spacing::tight, 0, spacing::tight);
    column->setSpacing(spacing::parts);
    for (const ExplainedChoice &choice : choices) {
        const QString value = QString::fromUtf8(choice.value);
        //: What a value is called, and the value: "Required (encrypt)"
        auto *button = new QRadioButton(tr("%1 (%2)").arg(choice.title, value));
        connect(button, &QRadioButton::clicked, this, [this, wanted = choice.value] { choose(wanted); });
        m_buttons.append({choice.value, button});
        column->addLayout(explained(button, choice.sentence));
    }
}

bool ExplainedField::canSay(const QByteArray &value) const
{
    const auto isIt = [&](const auto &choice) { return choice.first == value; };
    return value.isEmpty() || std::ranges::any_of(m_buttons, isIt);
}

void ExplainedField::setValue(const QByteArray &value)
{
    m_value = value;
    setFocusProxy(m_buttons.isEmpty() ? nullptr : m_buttons.first().second);
    for (const auto &[known, button] : std::as_const(m_buttons)) {
        // Not set at all is none of them.
        button->setAutoExclusive(false);
        button->setChecked(known == value);
    }
    for (const auto &[known, button] : std::as_const(m_buttons)) {
        button->setAutoExclusive(true);
        if (known == value)
            setFocusProxy(button);
    }
}

void ExplainedField::setReadOnly(bool isReadOnly)
{
    for (const auto &[value, button] : std::as_const(m_buttons))
        button->setEnabled(!isReadOnly);
}

void ExplainedField::setName(const QString &name)
{
    for (const auto &[value, button] : std::as_const(m_buttons))
        button->setAccessibleName(tr("%1, %2").arg(button->text(), name));
}

void ExplainedField::choose(const QByteArray &value)
{
    if (value != m_value && !write(value))
        setValue(m_value);
}

} // namespace ui
