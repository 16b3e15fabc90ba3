// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/restrictions/step.h"

#include <QFrame>
#include <QIcon>

class QLabel;
class QMenu;
class QToolButton;
class QVBoxLayout;

namespace ui {

class ElidedLabel;
class TextLabel;

/// What is to be said of a step besides what it is.
struct StepRemark
{
    QIcon icon;
    QString text;

    bool operator==(const StepRemark &other) const { return text == other.text; }
};

/// One step of a list. It shows it, and says what is wanted of it by keys, buttons and the mouse.
class StepCard : public QFrame
{
    Q_OBJECT

public:
    enum class Wish : quint8 {
        Change,
        Remove,
        MoveUp,
        MoveDown,
        ToPreviousList,
        ToNextList,
        InsertAbove,
        InsertBelow,
        WarnOnly, ///< or refuse again
        MakeClass,
        ShowSource,
        FocusPrevious,
        FocusNext,
        FocusFirst,
        FocusLast
    };

    explicit StepCard(QWidget *parent = nullptr);

    void setStep(const restrictions::Step &step, const QList<StepRemark> &remarks, bool isReadOnly);
    /// What readers call it: "Step 2 of Who connects".
    void setPlace(const QString &place);
    const QByteArray &text() const { return m_text; }

signals:
    void wished(ui::StepCard::Wish wish);
    void focused();
    /// The card is dragged; then let go, or kept where it was.
    void dragged(QPoint global);
    void dropped(QPoint global);
    void dragCanceled();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    QToolButton *newButton(const QString &iconName, const QString &text);
    QMenu *menu();
    void showRemarks(const QList<StepRemark> &remarks);
    void name();
    void endDrag(bool isDropped, QPoint global);

    QByteArray m_text;
    QString m_place;
    QList<StepRemark> m_remarks;
    QVBoxLayout *m_column = nullptr;
    ElidedLabel *m_title = nullptr;
    QLabel *m_icon = nullptr;
    TextLabel *m_verdict = nullptr;
    TextLabel *m_sentence = nullptr;
    QWidget *m_remarkBox = nullptr;
    QToolButton *m_change = nullptr;
    QToolButton *m_remove = nullptr;
    QToolButton *m_more = nullptr;
    QMenu *m_menu = nullptr;
    QPoint m_pressed;
    bool m_isPressed = false;
    bool m_isDragged = false;
    bool m_isIdle = false;
    bool m_isReadOnly = false;
};

} // namespace ui
