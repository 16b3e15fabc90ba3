// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/access/stepcard.h"

#include "core/base/displaytext.h"
#include "ui/access/accesswords.h"
#include "ui/widgets/colors.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/spacing.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int iconSize = 16;

} // namespace

StepCard::StepCard(QWidget *parent) : QFrame(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    m_icon = new QLabel;
    m_title = new ElidedLabel({}, Qt::ElideRight, nullptr, TextLabel::Rank::Heading);
    m_verdict = new TextLabel(TextLabel::Rank::Small, {});
    m_sentence = new TextLabel(TextLabel::Rank::Small, {});
    m_sentence->setWordWrap(true);
    m_change = newButton(QStringLiteral("pencil"), tr("Change Step"));
    connect(m_change, &QToolButton::clicked, this, [this] { emit wished(Wish::Change); });
    m_remove = newButton(QStringLiteral("trash-2"), tr("Remove Step"));
    connect(m_remove, &QToolButton::clicked, this, [this] { emit wished(Wish::Remove); });
    m_more = newButton(QStringLiteral("ellipsis"), tr("More"));
    connect(m_more, &QToolButton::clicked, this,
            [this] { menu()->popup(m_more->mapToGlobal(m_more->rect().bottomLeft())); });

    auto *row = new QHBoxLayout;
    row->setSpacing(spacing::parts);
    row->addWidget(m_icon);
    row->addWidget(m_title, 1);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(0);
    for (QToolButton *button : {m_change, m_remove, m_more})
        buttons->addWidget(button);
    row->addLayout(buttons);
    m_remarkBox = new QWidget;
    auto *remarks = new QVBoxLayout(m_remarkBox);
    remarks->setContentsMargins({});
    remarks->setSpacing(spacing::tight);
    auto *below = new QVBoxLayout;
    below->setContentsMargins(iconSize + spacing::parts, 0, spacing::tight, 0);
    below->setSpacing(spacing::tight);
    auto *said = new QHBoxLayout;
    said->setSpacing(spacing::parts);
    said->addWidget(m_sentence, 1);
    said->addWidget(m_verdict, 0, Qt::AlignTop);
    below->addLayout(said);
    below->addWidget(m_remarkBox);
    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins(spacing::parts, spacing::tight, spacing::tight, spacing::parts);
    m_column->setSpacing(0);
    m_column->addLayout(row);
    m_column->addLayout(below);
}

QToolButton *StepCard::newButton(const QString &iconName, const QString &text)
{
    auto *button = new QToolButton(this);
    button->setIcon(icon(iconName));
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::NoFocus); // its keys are those of the card
    button->setToolTip(text);
    button->setAccessibleName(text);
    return button;
}

/// Made when it is first asked for: a page has many cards.
QMenu *StepCard::menu()
{
    if (m_menu)
        return m_menu;
    m_menu = new QMenu(this);
    const auto add = [this](const QString &text, Wish wish, const QKeySequence &keys = {}) {
        QAction *action = m_menu->addAction(text, this, [this, wish] { emit wished(wish); });
        // Shown only: the card itself listens to the keys.
        if (!keys.isEmpty())
            action->setText(text + u'\t' + keys.toString(QKeySequence::NativeText));
    };
    add(tr("Change…"), Wish::Change, QKeySequence(Qt::Key_Return));
    add(tr("Add Step Above…"), Wish::InsertAbove, QKeySequence(Qt::SHIFT | Qt::Key_Insert));
    add(tr("Add Step Below…"), Wish::InsertBelow, QKeySequence(Qt::Key_Insert));
    m_menu->addSeparator();
    add(tr("Move Up"), Wish::MoveUp, QKeySequence(Qt::ALT | Qt::Key_Up));
    add(tr("Move Down"), Wish::MoveDown, QKeySequence(Qt::ALT | Qt::Key_Down));
    add(tr("Move to Previous List"), Wish::ToPreviousList, QKeySequence(Qt::ALT | Qt::SHIFT | Qt::Key_Up));
    add(tr("Move to Next List"), Wish::ToNextList, QKeySequence(Qt::ALT | Qt::SHIFT | Qt::Key_Down));
    m_menu->addSeparator();
    add(tr("Only Log, or Refuse Again"), Wish::WarnOnly, QKeySequence(Qt::CTRL | Qt::Key_L));
    add(tr("Make a Class of It…"), Wish::MakeClass);
    add(tr("Show in File"), Wish::ShowSource);
    m_menu->addSeparator();
    add(tr("Remove"), Wish::Remove, QKeySequence(Qt::Key_Delete));
    return m_menu;
}

void StepCard::setStep(const restrictions::Step &step, const QList<StepRemark> &remarks, bool isReadOnly)
{
    m_text = step.text;
    m_isIdle = step.isIdle;
    m_isReadOnly = isReadOnly;
    m_icon->setPixmap(AccessWords::verdictIcon(step.verdict).pixmap(iconSize, iconSize));
    m_title->setText(base::displayText(step.text));
    m_title->setEnabled(!step.isIdle);
    m_verdict->setText(step.isIdle ? QString() : AccessWords::verdict(step.verdict));
    const QString sentence = AccessWords::sentence(step);
    m_sentence->setText(sentence);
    for (QToolButton *button : {m_change, m_remove, m_more})
        button->setEnabled(!isReadOnly);
    showRemarks(remarks);
    name();
    update();
}

void StepCard::showRemarks(const QList<StepRemark> &remarks)
{
    m_remarkBox->setVisible(!remarks.isEmpty());
    if (remarks == m_remarks)
        return;
    m_remarks = remarks;
    while (QLayoutItem *item = m_remarkBox->layout()->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const StepRemark &remark : remarks) {
        auto *line = new QWidget;
        auto *row = new QHBoxLayout(line);
        row->setContentsMargins({});
        row->setSpacing(spacing::tight);
        auto *picture = new QLabel;
        picture->setPixmap(remark.icon.pixmap(iconSize, iconSize));
        auto *text = new TextLabel(TextLabel::Rank::Body, remark.text);
        text->setWordWrap(true);
        row->addWidget(picture, 0, Qt::AlignTop);
        row->addWidget(text, 1);
        m_remarkBox->layout()->addWidget(line);
    }
}

void StepCard::setPlace(const QString &place)
{
    m_place = place;
    name();
}

void StepCard::name()
{
    const QString step = base::displayText(m_text);
    //: "Step 2 of Who connects: permit_mynetworks"
    setAccessibleName(tr("%1: %2").arg(m_place, step));
    QStringList said{m_sentence->text(), m_verdict->text()};
    for (const StepRemark &remark : std::as_const(m_remarks))
        said.append(remark.text);
    said.removeAll(QString());
    setAccessibleDescription(said.join(u' '));
    m_change->setAccessibleName(tr("Change %1").arg(step));
    m_remove->setAccessibleName(tr("Remove %1").arg(step));
    m_more->setAccessibleName(tr("More for %1").arg(step));
}

void StepCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colors &colors = colorsFor(palette());
    const bool isLit = hasFocus() || m_isDragged;
    const qreal width = isLit ? 2 : 1;
    painter.setPen(QPen(isLit ? colors.accent : colors.line, width, m_isIdle ? Qt::DashLine : Qt::SolidLine));
    painter.setBrush(palette().brush(m_isIdle ? QPalette::Window : QPalette::Base));
    const QRectF inner = QRectF(rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2);
    painter.drawRoundedRect(inner, spacing::tight, spacing::tight);
}

void StepCard::keyPressEvent(QKeyEvent *event)
{
    struct Key
    {
        QKeyCombination keys;
        Wish wish;
        bool changes = true;
    };
    static constexpr Key keys[] = {
        {QKeyCombination(Qt::Key_Return), Wish::Change},
        {QKeyCombination(Qt::Key_Enter), Wish::Change},
        {QKeyCombination(Qt::Key_F2), Wish::Change},
        {QKeyCombination(Qt::Key_Delete), Wish::Remove},
        {QKeyCombination(Qt::Key_Insert), Wish::InsertBelow},
        {Qt::SHIFT | Qt::Key_Insert, Wish::InsertAbove},
        {Qt::ALT | Qt::Key_Up, Wish::MoveUp},
        {Qt::ALT | Qt::Key_Down, Wish::MoveDown},
        {Qt::ALT | Qt::SHIFT | Qt::Key_Up, Wish::ToPreviousList},
        {Qt::ALT | Qt::SHIFT | Qt::Key_Down, Wish::ToNextList},
        {Qt::CTRL | Qt::Key_L, Wish::WarnOnly},
        {QKeyCombination(Qt::Key_Up), Wish::FocusPrevious, false},
        {QKeyCombination(Qt::Key_Down), Wish::FocusNext, false},
        {QKeyCombination(Qt::Key_Home), Wish::FocusFirst, false},
        {QKeyCombination(Qt::Key_End), Wish::FocusLast, false},
    };
    if (event->key() == Qt::Key_Escape && m_isPressed) {
        endDrag(false, {});
        return;
    }
    const QKeyCombination pressed(event->modifiers() & ~Qt::KeypadModifier, Qt::Key(event->key()));
    for (const Key &key : keys) {
        if (key.keys != pressed)
            continue;
        if (!key.changes || !m_isReadOnly)
            emit wished(key.wish);
        return;
    }
    QFrame::keyPressEvent(event);
}

void StepCard::mousePressEvent(QMouseEvent *event)
{
    setFocus(Qt::MouseFocusReason);
    if (event->button() != Qt::LeftButton)
        return;
    m_isPressed = true;
    m_pressed = event->position().toPoint();
}

void StepCard::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_isPressed || m_isReadOnly)
        return;
    const QPoint now = event->position().toPoint();
    if (!m_isDragged && (now - m_pressed).manhattanLength() < QApplication::startDragDistance())
        return;
    if (!m_isDragged) {
        m_isDragged = true;
        setCursor(Qt::ClosedHandCursor);
        update();
    }
    emit dragged(event->globalPosition().toPoint());
}

void StepCard::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        endDrag(true, event->globalPosition().toPoint());
}

void StepCard::endDrag(bool isDropped, QPoint global)
{
    const bool wasDragged = m_isDragged;
    m_isPressed = false;
    m_isDragged = false;
    unsetCursor();
    update();
    if (!wasDragged)
        return;
    if (isDropped)
        emit dropped(global);
    else
        emit dragCanceled();
}

void StepCard::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && !m_isReadOnly)
        emit wished(Wish::Change);
}

void StepCard::contextMenuEvent(QContextMenuEvent *event)
{
    if (!m_isReadOnly)
        menu()->popup(event->reason() == QContextMenuEvent::Keyboard ? mapToGlobal(rect().center())
                                                                     : event->globalPos());
}

void StepCard::focusInEvent(QFocusEvent *event)
{
    QFrame::focusInEvent(event);
    update();
    emit focused();
}

void StepCard::focusOutEvent(QFocusEvent *event)
{
    QFrame::focusOutEvent(event);
    update();
}

} // namespace ui
