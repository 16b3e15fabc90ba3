// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/setupform.h"

#include "ui/widgets/icon.h"
#include "ui/widgets/spacing.h"
#include "ui/widgets/textlabel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

SetUpForm::SetUpForm(const QString &title, const QString &button, QWidget *parent)
    : QFrame(parent), m_title(title)
{
    setFrameShape(QFrame::StyledPanel);
    setAccessibleName(title);
    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins(spacing::fields, spacing::parts, spacing::fields, spacing::parts);
    m_column->setSpacing(spacing::parts);
    m_column->addWidget(new TextLabel(TextLabel::Rank::Heading, title));
    m_button = new QPushButton(icon(QStringLiteral("plus")), button);
    m_button->setAutoDefault(false);
    connect(m_button, &QPushButton::clicked, this, &SetUpForm::submitted);
    auto *last = new QHBoxLayout;
    last->addWidget(m_button);
    last->addStretch();
    m_column->addLayout(last);
    startRow();
}

void SetUpForm::startRow()
{
    m_row = new QHBoxLayout;
    m_row->setSpacing(spacing::parts);
    m_column->insertLayout(m_column->count() - 1, m_row);
}

void SetUpForm::addField(const QString &label, QWidget *field, int stretch)
{
    auto *cell = new QWidget;
    auto *column = new QVBoxLayout(cell);
    column->setContentsMargins({});
    column->setSpacing(spacing::tight);
    auto *words = new QLabel(label);
    words->setBuddy(field);
    //: A field and the group it is in: "Port (Add a milter)"
    field->setAccessibleName(tr("%1 (%2)").arg(QString(label).remove(u'&'), m_title));
    column->addWidget(words);
    column->addWidget(field);
    m_row->addWidget(cell, stretch);
}

QLineEdit *SetUpForm::addLine(const QString &label, const QString &hint, const QString &text, int stretch)
{
    auto *line = new QLineEdit(text);
    line->setPlaceholderText(hint);
    connect(line, &QLineEdit::returnPressed, this, [this] {
        if (m_button->isEnabled())
            emit submitted();
    });
    addField(label, line, stretch);
    return line;
}

QComboBox *SetUpForm::addChoice(const QString &label, const QStringList &choices)
{
    auto *box = new QComboBox;
    box->addItems(choices);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    constexpr qsizetype widest = 24; // letters; longer choices are cut rather than the page made wider
    const auto longest = std::ranges::max_element(choices, {}, &QString::size);
    box->setMinimumContentsLength(static_cast<int>(std::min(longest->size(), widest)));
    addField(label, box, 1);
    return box;
}

QCheckBox *SetUpForm::addBox(const QString &text)
{
    auto *box = new QCheckBox(text);
    box->setAccessibleName(tr("%1 (%2)").arg(QString(text).remove(u'&'), m_title));
    m_column->insertWidget(m_column->count() - 1, box);
    return box;
}

void SetUpForm::setAsked(QWidget *field, bool isAsked)
{
    field->parentWidget()->setVisible(isAsked);
}

void SetUpForm::setReady(bool isReady)
{
    m_button->setEnabled(isReady);
}

} // namespace ui
