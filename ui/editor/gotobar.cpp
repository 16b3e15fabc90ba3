// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/editor/gotobar.h"

#include "ui/widgets/spacing.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpressionValidator>

namespace ui {

GoToBar::GoToBar(QWidget *parent) : QWidget(parent)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(spacing::parts, spacing::tight, spacing::parts, spacing::tight);
    row->setSpacing(spacing::parts);
    auto *label = new QLabel(tr("Go to &line"));
    m_line = new QLineEdit;
    m_line->setValidator(
        new QRegularExpressionValidator(QRegularExpression(QStringLiteral("[0-9]{0,12}")), m_line));
    m_line->setMaximumWidth(fontMetrics().averageCharWidth() * 16);
    label->setBuddy(m_line);
    m_range = new QLabel;
    row->addWidget(label);
    row->addWidget(m_line);
    row->addWidget(m_range);
    row->addStretch(1);
}

void GoToBar::open(qsizetype lineCount)
{
    m_range->setText(tr("of %1; Enter goes there, Esc closes").arg(lineCount));
    m_line->clear();
    show();
    m_line->setFocus();
}

void GoToBar::dismiss()
{
    hide();
    emit dismissed();
}

void GoToBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        dismiss();
    } else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        const qlonglong line = m_line->text().toLongLong();
        dismiss();
        if (line > 0)
            emit chosen(line - 1);
    } else {
        QWidget::keyPressEvent(event);
    }
}

} // namespace ui
