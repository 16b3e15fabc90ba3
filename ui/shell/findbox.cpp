// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/findbox.h"

#include "ui/shell/findmodel.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/spacing.h"

#include <QApplication>
#include <QKeyEvent>
#include <QListView>
#include <QVBoxLayout>

namespace ui {

FindBox::FindBox(Source source, QWidget *parent) : QLineEdit(parent), m_source(std::move(source))
{
    setObjectName(QStringLiteral("findBox"));
    setPlaceholderText(tr("Find anything…  Ctrl+K"));
    setAccessibleName(tr("Find anything"));
    setToolTip(tr("Find a page, parameter, service, file or command by its name (Ctrl+K)"));
    setClearButtonEnabled(false);
    setMinimumWidth(120);
    setMaximumWidth(360);
    addAction(icon(QStringLiteral("search"), IconColor::Muted), QLineEdit::LeadingPosition);
    m_model = new FindModel(this);
    connect(this, &QLineEdit::textEdited, this, [this] {
        openList();
        refresh();
    });
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *before, const QWidget *now) {
        if (now == this && before != this)
            m_before = before;
    });
}

bool FindBox::isListOpen() const
{
    return m_frame && m_frame->isVisible();
}

void FindBox::start()
{
    if (!hasFocus())
        setFocus(Qt::ShortcutFocusReason);
    selectAll();
    openList();
}

void FindBox::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    if (event->reason() != Qt::ActiveWindowFocusReason && event->reason() != Qt::PopupFocusReason)
        closeList();
}

void FindBox::mousePressEvent(QMouseEvent *event)
{
    QLineEdit::mousePressEvent(event);
    openList();
}

void FindBox::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Down:
        return isListOpen() ? moveBy(1) : openList();
    case Qt::Key_Up:
        return moveBy(-1);
    case Qt::Key_PageDown:
        return moveBy(10);
    case Qt::Key_PageUp:
        return moveBy(-10);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return isListOpen() ? choose(m_list->currentIndex()) : openList();
    case Qt::Key_Escape:
        return leave();
    default:
        QLineEdit::keyPressEvent(event);
    }
}

void FindBox::openList()
{
    if (isListOpen())
        return;
    m_entries = m_source();
    if (!m_frame) {
        m_frame = new QFrame(window());
        m_frame->setObjectName(QStringLiteral("findResults"));
        m_frame->setFrameShape(QFrame::StyledPanel);
        m_frame->setAutoFillBackground(true);
        m_list = new QListView;
        m_list->setAccessibleName(tr("What was found"));
        m_list->setFocusPolicy(Qt::NoFocus);
        m_list->setFrameShape(QFrame::NoFrame);
        m_list->setUniformItemSizes(true);
        m_list->setMouseTracking(true);
        m_list->setModel(m_model);
        m_list->setItemDelegate(new FindDelegate(m_list));
        connect(m_list, &QListView::clicked, this, &FindBox::choose);
        auto *column = new QVBoxLayout(m_frame);
        column->setContentsMargins(1, 1, 1, 1);
        column->addWidget(m_list);
    }
    refresh();
    m_frame->show();
    m_frame->raise();
}

void FindBox::refresh()
{
    if (!m_frame)
        return;
    QList<FindEntry> found = ranked(m_entries, text());
    if (found.isEmpty())
        found.append(FindEntry{.title = tr("Nothing has a name like that.")});
    m_model->setEntries(found);
    m_list->setCurrentIndex(m_model->index(0, 0));

    const QWidget *top = window();
    const int width = std::min(std::max(640, this->width()), top->width() - 2 * spacing::fields);
    const QPoint corner = mapTo(top, QPoint(this->width() - width, height() + spacing::tight));
    const int row = std::max(m_list->sizeHintForRow(0), 24);
    const int rows = std::clamp(m_model->rowCount(), 1, 14);
    m_frame->setGeometry(std::max(corner.x(), spacing::fields), corner.y(), width,
                         std::min(rows * row + 2, top->height() - corner.y() - spacing::fields));
}

void FindBox::closeList()
{
    if (m_frame)
        m_frame->hide();
    m_before = nullptr;
}

void FindBox::leave()
{
    QWidget *const before = m_before;
    clear();
    closeList();
    if (before)
        before->setFocus(Qt::OtherFocusReason);
    else
        clearFocus();
}

void FindBox::moveBy(int rows)
{
    if (!isListOpen() || m_model->rowCount() == 0)
        return;
    const int row = std::clamp(m_list->currentIndex().row() + rows, 0, m_model->rowCount() - 1);
    m_list->setCurrentIndex(m_model->index(row, 0));
}

void FindBox::choose(const QModelIndex &index)
{
    const auto go = index.isValid() ? m_model->entry(index.row()).go : nullptr;
    if (!go)
        return;
    leave();
    go();
}

} // namespace ui
