// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/forms/rawfield.h"

#include "core/base/displaytext.h"
#include "ui/widgets/spacing.h"

#include <QAbstractTextDocumentLayout>
#include <QFontDatabase>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

RawField::RawField(QWidget *parent) : Field(parent)
{
    m_text = new QPlainTextEdit;
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setTabChangesFocus(true);
    m_text->setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    m_text->installEventFilter(this);
    setFocusProxy(m_text);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(m_text);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        if (isModified())
            emit drafted(m_text->toPlainText().toUtf8());
    });
    connect(m_text->document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this,
            &RawField::fit);
    fit();
}

void RawField::setValue(const QByteArray &value)
{
    m_value = value;
    if (isModified())
        return;
    // Bytes that are no text are for eyes only; the field is read-only then.
    const QString text = value.isValidUtf8() ? QString::fromUtf8(value) : base::displayText(value);
    if (text != m_text->toPlainText())
        m_text->setPlainText(text);
    m_text->document()->setModified(false);
}

void RawField::setReadOnly(bool isReadOnly)
{
    m_text->setReadOnly(isReadOnly);
}

void RawField::commit()
{
    if (!isModified())
        return;
    const QByteArray value = m_text->toPlainText().toUtf8();
    m_text->document()->setModified(false);
    if (value != m_value && !write(value))
        m_text->document()->setModified(true);
    else
        setValue(m_value);
}

void RawField::revert()
{
    m_text->document()->setModified(false);
    setValue(m_value);
    emit drafted(m_value);
}

bool RawField::isModified() const
{
    return m_text->document()->isModified() && !m_text->isReadOnly();
}

void RawField::setName(const QString &name)
{
    m_text->setAccessibleName(name);
}

void RawField::setDescription(const QString &text)
{
    m_text->setAccessibleDescription(text);
}

/// As high as its lines, within reason.
void RawField::fit()
{
    constexpr int most = 10;
    // This document counts its height in lines, wrapped ones too.
    const int lines = std::clamp(static_cast<int>(m_text->document()->size().height()), 1, most);
    const int inner = lines * m_text->fontMetrics().lineSpacing();
    const int margins = static_cast<int>(2 * m_text->document()->documentMargin()) + 2 * m_text->frameWidth();
    m_text->setFixedHeight(inner + margins + spacing::tight);
}

bool RawField::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut
        && static_cast<QFocusEvent *>(event)->reason() != Qt::PopupFocusReason) {
        commit();
    } else if (event->type() == QEvent::KeyPress) {
        const auto *press = static_cast<QKeyEvent *>(event);
        const bool isEnter = press->key() == Qt::Key_Return || press->key() == Qt::Key_Enter;
        if (isEnter && press->modifiers() & Qt::ControlModifier) {
            commit();
            return true;
        }
        if (press->key() == Qt::Key_Escape && isModified()) {
            revert();
            return true;
        }
    }
    return Field::eventFilter(watched, event);
}

} // namespace ui
