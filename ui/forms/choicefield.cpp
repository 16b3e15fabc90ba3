// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/forms/choicefield.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>

namespace ui {

ChoiceField::ChoiceField(const values::Domain &domain, QWidget *parent)
    : Field(parent), m_isOpen(domain.isOpen)
{
    m_box = new QComboBox;
    m_box->setEditable(m_isOpen);
    m_box->setInsertPolicy(QComboBox::NoInsert);
    m_box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_box->setMinimumContentsLength(24);
    m_box->installEventFilter(this);
    const auto add = [this](const QByteArray &value, const QByteArray &label) {
        const QString word = value.isEmpty() ? tr("(empty)") : QString::fromUtf8(value);
        //: A value and what it does: "may – TLS offered, not required"
        const QString text = label.isEmpty() ? word : tr("%1 – %2").arg(word, QString::fromUtf8(label));
        // In an open list the value itself is what stands in the line.
        m_box->addItem(m_isOpen ? QString::fromUtf8(value) : text, value);
        m_box->setItemData(m_box->count() - 1, text, Qt::ToolTipRole);
    };
    if (domain.mayBeEmpty && !m_isOpen)
        add({}, {});
    for (const values::Choice &choice : domain.choices)
        add(choice.value, choice.label);
    setFocusProxy(m_box);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->addWidget(m_box, 1);
    connect(m_box, &QComboBox::activated, this, &ChoiceField::choose);
    if (QLineEdit *line = m_box->lineEdit()) {
        line->installEventFilter(this);
        connect(line, &QLineEdit::textEdited, this, [this](const QString &text) {
            m_isModified = true;
            emit drafted(text.trimmed().toUtf8());
        });
        connect(line, &QLineEdit::editingFinished, this, &ChoiceField::commit);
    }
}

int ChoiceField::indexOf(const QByteArray &value) const
{
    for (int i = 0; i < m_box->count(); ++i) {
        if (m_box->itemData(i).toByteArray().compare(value, Qt::CaseInsensitive) == 0)
            return i;
    }
    return -1;
}

bool ChoiceField::canSay(const QByteArray &value) const
{
    return m_isOpen || indexOf(value) >= 0;
}

void ChoiceField::setValue(const QByteArray &value)
{
    m_value = value;
    if (m_isModified)
        return;
    m_box->setCurrentIndex(indexOf(value));
    if (m_isOpen)
        m_box->setEditText(QString::fromUtf8(value));
}

void ChoiceField::setReadOnly(bool isReadOnly)
{
    m_box->setEnabled(!isReadOnly);
}

void ChoiceField::choose(int index)
{
    m_isModified = false;
    const QByteArray value = m_box->itemData(index).toByteArray();
    if (value != m_value && !write(value))
        setValue(m_value);
}

void ChoiceField::commit()
{
    if (!m_isModified)
        return;
    m_isModified = false;
    const QByteArray value = m_box->currentText().trimmed().toUtf8();
    if (value != m_value && !write(value))
        m_isModified = true;
    else
        setValue(m_value);
}

void ChoiceField::revert()
{
    m_isModified = false;
    setValue(m_value);
    emit drafted(m_value);
}

void ChoiceField::setName(const QString &name)
{
    m_box->setAccessibleName(name);
    if (m_box->lineEdit())
        m_box->lineEdit()->setAccessibleName(name);
}

void ChoiceField::setDescription(const QString &text)
{
    m_box->setAccessibleDescription(text);
}

bool ChoiceField::eventFilter(QObject *watched, QEvent *event)
{
    // A wheel over a page scrolls the page and changes no setting.
    if (event->type() == QEvent::Wheel && watched == m_box && !m_box->hasFocus()) {
        event->ignore();
        return true;
    }
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape
        && m_isModified) {
        revert();
        return true;
    }
    return Field::eventFilter(watched, event);
}

} // namespace ui
