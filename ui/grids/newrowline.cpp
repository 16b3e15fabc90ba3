// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/grids/newrowline.h"

#include "ui/widgets/icon.h"
#include "ui/widgets/spacing.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

namespace ui {

NewRowLine::NewRowLine(const TableShape &shape, const QString &title, QWidget *parent)
    : QWidget(parent), m_shape(shape), m_title(title)
{
    m_row = new QHBoxLayout(this);
    m_row->setContentsMargins({});
    m_row->setSpacing(spacing::parts);
    for (const TableColumn &column : shape.columns) {
        auto *line = new QLineEdit;
        line->setPlaceholderText(QCoreApplication::translate("tables", column.hint));
        //: A new row's column: "Server (new row of Passwords by server)"
        line->setAccessibleName(
            tr("%1 (new row of %2)").arg(QCoreApplication::translate("tables", column.title), title));
        line->setEchoMode(column.isSecret ? QLineEdit::Password : QLineEdit::Normal);
        line->installEventFilter(this);
        connect(line, &QLineEdit::textChanged, this, &NewRowLine::refresh);
        connect(line, &QLineEdit::returnPressed, this, [this] {
            if (m_add->isEnabled())
                emit wanted();
        });
        const bool isFlags = shape.hasFlags && m_inputs.size() == 1;
        if (isFlags)
            line->setMaximumWidth(fontMetrics().averageCharWidth() * 10);
        m_row->addWidget(line, m_inputs.isEmpty() ? 3 : isFlags ? 0 : 2);
        m_inputs.append(line);
    }
    m_add = new QPushButton(icon(QStringLiteral("plus")), {});
    setAddText(tr("Add Row"));
    connect(m_add, &QPushButton::clicked, this, &NewRowLine::wanted);
    m_row->addWidget(m_add);
    refresh();
}

void NewRowLine::setAddText(const QString &text)
{
    m_add->setText(text);
    //: "Add Row: hash:/etc/postfix/virtual"
    m_add->setAccessibleName(tr("%1: %2").arg(text, m_title));
}

void NewRowLine::addTool(QWidget *tool)
{
    m_row->insertWidget(m_row->count() - 1, tool);
}

void NewRowLine::setChoices(int column, const QList<FieldChoice> &choices)
{
    QComboBox *&box = m_known[column];
    if (!box) {
        box = new QComboBox;
        box->setEditable(true);
        box->setInsertPolicy(QComboBox::NoInsert);
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(12);
        QLineEdit *line = m_inputs[column];
        box->setAccessibleName(line->accessibleName());
        m_row->replaceWidget(line, box);
        box->setLineEdit(line);
        m_row->setStretch(column, 2);
        setTabOrder(m_inputs[std::max(column - 1, 0)], box);
    }
    const QString text = m_inputs[column]->text();
    box->clear();
    for (const FieldChoice &choice : choices) {
        box->addItem(choice.value);
        box->setItemData(box->count() - 1, choice.meaning, Qt::ToolTipRole);
    }
    box->setCurrentIndex(-1);
    box->setEditText(text);
}

void NewRowLine::setWritable(bool isWritable)
{
    m_isWritable = isWritable;
    for (QLineEdit *line : std::as_const(m_inputs))
        line->setEnabled(isWritable);
    for (const auto &[column, box] : m_known)
        box->setEnabled(isWritable);
    refresh();
}

void NewRowLine::setRevealed(bool isRevealed)
{
    for (qsizetype i = 0; i < m_inputs.size(); ++i) {
        if (m_shape.columns[static_cast<size_t>(i)].isSecret)
            m_inputs[i]->setEchoMode(isRevealed ? QLineEdit::Normal : QLineEdit::Password);
    }
}

QByteArrayList NewRowLine::cells() const
{
    QByteArrayList cells;
    for (const QLineEdit *line : m_inputs)
        cells.append(line->text().trimmed().toUtf8());
    return cells;
}

void NewRowLine::clear()
{
    for (QLineEdit *line : std::as_const(m_inputs))
        line->clear();
}

void NewRowLine::refresh()
{
    if (!m_add)
        return;
    const QByteArrayList written = cells();
    const bool isComplete = !written.first().isEmpty()
        && (written.size() <= m_shape.firstValue() || !written[m_shape.firstValue()].isEmpty()
            || (m_shape.hasFlags && (written.first().startsWith("if ") || written.first() == "endif")));
    m_add->setEnabled(m_isWritable && isComplete);
}

bool NewRowLine::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        auto *line = qobject_cast<QLineEdit *>(watched);
        if (line && !line->text().isEmpty()) {
            line->clear();
            return true;
        }
        emit left();
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace ui
