// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/forms/linefield.h"

#include "core/values/meaning.h"
#include "core/values/timevalue.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>

#include <limits>

namespace ui {

using values::Kind;

LineField::LineField(values::Domain domain, QWidget *parent) : Field(parent), m_domain(std::move(domain))
{
    m_line = new QLineEdit;
    m_line->installEventFilter(this);
    setFocusProxy(m_line);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->addWidget(m_line);
    connect(m_line, &QLineEdit::editingFinished, this, &LineField::commit);
    connect(m_line, &QLineEdit::textEdited, this, [this] { emit drafted(wanted()); });
    if (m_domain.kind == Kind::Number || m_domain.kind == Kind::Size)
        setFixedWidth(fontMetrics().averageCharWidth() * 28);
    if (m_domain.kind == Kind::Size)
        m_line->setToolTip(tr("In bytes. 50 MB is written as 52428800."));
}

void LineField::setValue(const QByteArray &value)
{
    m_value = value;
    if (m_line->isModified())
        return;
    const QString text = QString::fromUtf8(value);
    if (text != m_line->text())
        m_line->setText(text);
}

void LineField::setReadOnly(bool isReadOnly)
{
    m_line->setReadOnly(isReadOnly);
}

QByteArray LineField::wanted() const
{
    const QByteArray text = m_line->text().trimmed().toUtf8();
    if (m_domain.kind == Kind::Size && !values::parseNumber(text)) {
        if (const auto bytes = values::parseSize(text))
            return QByteArray::number(*bytes);
    }
    return text;
}

void LineField::commit()
{
    if (!m_line->isModified())
        return;
    const QByteArray value = wanted();
    m_line->setModified(false); // what is written comes back as the file has it
    if (value != m_value && !write(value))
        m_line->setModified(true); // refused: still there to be mended
    else
        setValue(m_value);
}

void LineField::revert()
{
    m_line->setModified(false);
    setValue(m_value);
    emit drafted(m_value);
}

bool LineField::isNarrow() const
{
    return m_domain.kind == Kind::Number || m_domain.kind == Kind::Size;
}

bool LineField::isModified() const
{
    return m_line->isModified();
}

void LineField::setName(const QString &name)
{
    m_line->setAccessibleName(name);
}

void LineField::setDescription(const QString &text)
{
    m_line->setAccessibleDescription(text);
}

bool LineField::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Escape && m_line->isModified()) {
            revert();
            return true;
        }
        const bool isNumber = m_domain.kind == Kind::Number;
        if (isNumber && (key == Qt::Key_Up || key == Qt::Key_Down) && !m_line->isReadOnly()) {
            step(key == Qt::Key_Up ? 1 : -1);
            return true;
        }
    }
    return Field::eventFilter(watched, event);
}

void LineField::step(int by)
{
    const auto number = values::parseNumber(wanted());
    if (!number)
        return;
    const qint64 least = m_domain.min.value_or(0);
    const qint64 most = m_domain.max.value_or(std::numeric_limits<int>::max());
    const qint64 next = qBound(std::min(least, *number), *number + by, most);
    m_line->setText(QString::number(next));
    m_line->setModified(true);
    emit drafted(wanted());
}

} // namespace ui
