// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/forms/timefield.h"

#include "core/values/timevalue.h"
#include "ui/widgets/spacing.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>

#include <algorithm>

namespace ui {

TimeField::TimeField(char unit, QWidget *parent) : Field(parent), m_unit(unit)
{
    m_line = new QLineEdit;
    m_line->setFixedWidth(fontMetrics().averageCharWidth() * 20);
    m_line->installEventFilter(this);
    m_units = new QComboBox;
    m_units->addItem(tr("seconds"), QByteArray("s"));
    m_units->addItem(tr("minutes"), QByteArray("m"));
    m_units->addItem(tr("hours"), QByteArray("h"));
    m_units->addItem(tr("days"), QByteArray("d"));
    m_units->addItem(tr("weeks"), QByteArray("w"));
    setFocusProxy(m_line);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(spacing::parts);
    row->addWidget(m_line);
    row->addWidget(m_units);
    connect(m_line, &QLineEdit::editingFinished, this, &TimeField::commit);
    connect(m_line, &QLineEdit::textEdited, this, [this] { emit drafted(wanted()); });
    connect(m_units, &QComboBox::activated, this, &TimeField::chooseUnit);
}

void TimeField::setValue(const QByteArray &value)
{
    m_value = value;
    if (m_line->isModified())
        return;
    const auto time = values::parseTime(value);
    const QString text = time ? QString::number(time->count) : QString::fromUtf8(value);
    if (text != m_line->text())
        m_line->setText(text);
    const char unit = time && time->unit != '\0' ? time->unit : m_unit;
    m_units->setCurrentIndex(time ? m_units->findData(QByteArray(1, unit)) : -1);
    m_units->setEnabled(time && !m_isReadOnly);
}

void TimeField::setReadOnly(bool isReadOnly)
{
    m_isReadOnly = isReadOnly;
    m_line->setReadOnly(isReadOnly);
    m_units->setEnabled(!isReadOnly && m_units->currentIndex() >= 0);
}

QByteArray TimeField::wanted() const
{
    const QByteArray text = m_line->text().trimmed().toUtf8();
    if (!values::parseNumber(text))
        return text; // a unit of its own, or no time at all
    const QByteArray unit = m_units->currentData().toByteArray();
    const auto before = values::parseTime(m_value);
    const bool isUnwritten = before ? before->unit == '\0' : unit.isEmpty();
    if (isUnwritten && (unit.isEmpty() || unit == QByteArray(1, m_unit)))
        return text;
    return text + unit;
}

void TimeField::commit()
{
    if (!m_line->isModified())
        return;
    const QByteArray value = wanted();
    m_line->setModified(false);
    if (value != m_value && !write(value))
        m_line->setModified(true);
    else
        setValue(m_value);
}

void TimeField::revert()
{
    m_line->setModified(false);
    setValue(m_value);
    emit drafted(m_value);
}

bool TimeField::isModified() const
{
    return m_line->isModified();
}

void TimeField::chooseUnit()
{
    m_line->setModified(true);
    commit();
}

void TimeField::setName(const QString &name)
{
    m_line->setAccessibleName(name);
    //: The unit of a time: "Unit of Queue run delay (queue_run_delay)"
    m_units->setAccessibleName(tr("Unit of %1").arg(name));
}

void TimeField::setDescription(const QString &text)
{
    m_line->setAccessibleDescription(text);
}

bool TimeField::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Escape && m_line->isModified()) {
            revert();
            return true;
        }
        if ((key == Qt::Key_Up || key == Qt::Key_Down) && !m_line->isReadOnly()) {
            step(key == Qt::Key_Up ? 1 : -1);
            return true;
        }
    }
    return Field::eventFilter(watched, event);
}

void TimeField::step(int by)
{
    const auto number = values::parseNumber(m_line->text().toUtf8());
    if (!number)
        return;
    m_line->setText(QString::number(std::max<qint64>(0, *number + by)));
    m_line->setModified(true);
    emit drafted(wanted());
}

} // namespace ui
