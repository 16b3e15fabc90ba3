// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/restrictions/rules.h"
#include "core/restrictions/stepedits.h"
#include "ui/access/stepcard.h"
#include "ui/forms/formcontext.h"

#include <QTimer>
#include <QWidget>

#include <functional>

class QVBoxLayout;

namespace ui {

class StepLane;

/// The lists of access rules of main.cf or of one service, one below the other in the order in which they are
/// asked, then the classes: looks, and makes the edits.
class AccessLanes : public QWidget
{
    Q_OBJECT

public:
    explicit AccessLanes(const FormContext &context, QWidget *parent = nullptr);

    /// "name/type"; empty: main.cf.
    void setService(const QByteArray &service);
    const QByteArray &service() const { return m_service; }
    const QList<StepLane *> &lanes() const { return m_lanes; }
    /// Null for a parameter that is none of the lists.
    StepLane *lane(QByteArrayView parameter) const;

protected:
    void showEvent(QShowEvent *event) override;

private:
    using Action = std::function<edits::Outcome(model::Draft &draft, const effective::Target &target)>;

    void refresh();
    StepLane *newLane(const QByteArray &parameter);
    void fulfil(StepLane *lane, qsizetype index, StepCard::Wish wish);
    bool edit(const QString &title, const Action &action);
    void addStep(StepLane *lane, qsizetype at, const QByteArray &text);
    void changeStep(StepLane *lane, qsizetype index, const QByteArray &text);
    void removeStep(StepLane *lane, qsizetype index);
    void moveStep(StepLane *from, qsizetype index, StepLane *to, qsizetype before);
    void moveToNeighbour(StepLane *lane, qsizetype index, int direction);
    void makeClass(StepLane *lane, qsizetype index, const QByteArray &name);
    void renameClass(StepLane *lane, const QByteArray &name);
    void dissolveClass(StepLane *lane);
    void showDrop(QPoint global);
    void endDrag();
    void scrollAlong();
    void bringIntoSight(QWidget *widget);
    qsizetype masterIndex() const;
    restrictions::ListName nameOf(const StepLane *lane) const;

    FormContext m_context;
    QByteArray m_service;
    QVBoxLayout *m_column = nullptr;
    QList<StepLane *> m_lanes;
    QTimer m_scrolling;
    QPoint m_dragAt;
    bool m_isStale = true;
};

} // namespace ui
