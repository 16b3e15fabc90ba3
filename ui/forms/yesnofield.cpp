// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/forms/yesnofield.h"

#include "ui/widgets/spacing.h"

#include <QHBoxLayout>
#include <QRadioButton>

namespace ui {

namespace {

bool isYes(const QByteArray &value)
{
    return value.compare("yes", Qt::CaseInsensitive) == 0;
}

} // namespace

YesNoField::YesNoField(QWidget *parent) : Field(parent)
{
    m_yes = new QRadioButton(tr("Yes"));
    m_no = new QRadioButton(tr("No"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, spacing::tight, 0, spacing::tight);
    row->setSpacing(spacing::fields);
    row->addWidget(m_yes);
    row->addWidget(m_no);
    row->addStretch();
    connect(m_yes, &QRadioButton::clicked, this, [this] { choose("yes"); });
    connect(m_no, &QRadioButton::clicked, this, [this] { choose("no"); });
}

bool YesNoField::canSay(const QByteArray &value) const
{
    return isYes(value) || value.compare("no", Qt::CaseInsensitive) == 0;
}

void YesNoField::setValue(const QByteArray &value)
{
    m_value = value;
    QRadioButton *chosen = isYes(value) ? m_yes : m_no;
    chosen->setChecked(true);
    setFocusProxy(chosen);
}

void YesNoField::setReadOnly(bool isReadOnly)
{
    m_yes->setEnabled(!isReadOnly);
    m_no->setEnabled(!isReadOnly);
}

void YesNoField::setName(const QString &name)
{
    //: A choice and what it is the answer to: "Yes, Use TLS (smtp_use_tls)"
    m_yes->setAccessibleName(tr("Yes, %1").arg(name));
    m_no->setAccessibleName(tr("No, %1").arg(name));
}

void YesNoField::setDescription(const QString &text)
{
    m_yes->setAccessibleDescription(text);
    m_no->setAccessibleDescription(text);
}

void YesNoField::choose(const QByteArray &value)
{
    if (value.compare(m_value, Qt::CaseInsensitive) != 0 && !write(value))
        setValue(m_value);
}

} // namespace ui
