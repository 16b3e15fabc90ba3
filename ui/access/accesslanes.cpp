// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/access/accesslanes.h"

#include "core/base/displaytext.h"
#include "core/restrictions/classedits.h"
#include "core/usages/rename.h"
#include "core/usages/usages.h"
#include "ui/access/steplane.h"
#include "ui/session/editsession.h"
#include "ui/session/findings.h"
#include "ui/session/knowledge.h"
#include "ui/widgets/spacing.h"

#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

using restrictions::Items;
using restrictions::List;
using restrictions::Step;
using Wish = StepCard::Wish;

namespace {

Items itemsOf(const Step &step)
{
    return {step.first, step.count};
}

/// An open table that has the class as a result; empty without one.
QString tableThatNames(const model::Snapshot &snapshot, const catalog::Catalog &catalog,
                       const QByteArray &name)
{
    const usages::Index index(snapshot, catalog);
    for (const usages::Usage &usage : index.of(usages::Symbol{usages::Symbol::Kind::Parameter, name})) {
        if (usage.place.file != model::FileId::MainCf && usage.place.file != model::FileId::MasterCf)
            return snapshot.file(usage.place.file).info().name;
    }
    return {};
}

/// The item in front of which step `index` stands.
qsizetype itemAt(const List &list, qsizetype index)
{
    if (index < list.steps.size())
        return list.steps[index].first;
    return list.steps.isEmpty() ? 0 : list.steps.last().first + list.steps.last().count;
}

} // namespace

AccessLanes::AccessLanes(const FormContext &context, QWidget *parent) : QWidget(parent), m_context(context)
{
    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins({});
    m_column->setSpacing(spacing::groups);
    connect(&context.knowledge, &Knowledge::changed, this, &AccessLanes::refresh);
    connect(&context.findings, &Findings::changed, this, &AccessLanes::refresh);
    m_scrolling.setInterval(30);
    connect(&m_scrolling, &QTimer::timeout, this, &AccessLanes::scrollAlong);
}

void AccessLanes::setService(const QByteArray &service)
{
    m_service = service;
    for (StepLane *lane : std::as_const(m_lanes)) {
        lane->hide();
        lane->deleteLater();
    }
    m_lanes.clear();
    m_isStale = true;
    if (isVisible())
        refresh();
}

qsizetype AccessLanes::masterIndex() const
{
    const qsizetype slash = m_service.lastIndexOf('/');
    const QByteArrayView key = m_service;
    return slash < 0
        ? -1
        : m_context.session.snapshot().masterCf().indexOf(key.first(slash), key.sliced(slash + 1));
}

restrictions::ListName AccessLanes::nameOf(const StepLane *lane) const
{
    return {lane->parameter(), masterIndex()};
}

StepLane *AccessLanes::lane(QByteArrayView parameter) const
{
    const auto found =
        std::ranges::find_if(m_lanes, [&](const StepLane *lane) { return lane->parameter() == parameter; });
    return found == m_lanes.end() ? nullptr : *found;
}

void AccessLanes::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_isStale)
        refresh();
}

void AccessLanes::refresh()
{
    const catalog::Reference *reference = m_context.knowledge.reference();
    const effective::Values *values = m_context.knowledge.values();
    m_isStale = !isVisible() || !reference || !values;
    if (m_isStale)
        return;
    const qsizetype service = m_service.isEmpty() ? effective::noService : values->serviceAt(masterIndex());
    const restrictions::Rules rules = restrictions::rulesOf(*values, *reference, service);
    const auto delay = values->value("smtpd_delay_reject", service);
    StepLane::Surroundings around{.isDelayed = delay && delay->expanded.toLower() == "yes"};
    for (const List &list : rules.lists) {
        if (list.kind == List::Kind::Class)
            around.classes.append(list.parameter);
    }
    QList<StepLane *> now;
    for (const List &list : rules.lists) {
        StepLane *same = lane(list.parameter);
        now.append(same ? same : newLane(list.parameter));
        around.number = list.kind == List::Kind::Stage ? around.number + 1 : 0;
        now.last()->setList(list, around);
    }
    for (StepLane *old : std::as_const(m_lanes)) {
        if (!now.contains(old)) {
            m_column->removeWidget(old);
            old->hide();
            old->deleteLater();
        }
    }
    m_lanes = now;
    for (qsizetype i = 0; i < now.size(); ++i) {
        if (m_column->indexOf(now[i]) != i)
            m_column->insertWidget(static_cast<int>(i), now[i]);
        now[i]->show();
    }
}

StepLane *AccessLanes::newLane(const QByteArray &parameter)
{
    auto *lane = new StepLane(m_context, parameter, m_service);
    connect(lane, &StepLane::wished, this,
            [this, lane](qsizetype index, Wish wish) { fulfil(lane, index, wish); });
    connect(lane, &StepLane::stepAdded, this,
            [this, lane](qsizetype at, const QByteArray &text) { addStep(lane, at, text); });
    connect(lane, &StepLane::stepChanged, this,
            [this, lane](qsizetype index, const QByteArray &text) { changeStep(lane, index, text); });
    connect(lane, &StepLane::classMade, this,
            [this, lane](qsizetype index, const QByteArray &name) { makeClass(lane, index, name); });
    connect(lane, &StepLane::classRenamed, this,
            [this, lane](const QByteArray &name) { renameClass(lane, name); });
    connect(lane, &StepLane::classDissolved, this, [this, lane] { dissolveClass(lane); });
    connect(lane, &StepLane::editorOpened, this, [this, lane] {
        for (StepLane *other : std::as_const(m_lanes)) {
            if (other != lane)
                other->closeEditor();
        }
    });
    connect(lane, &StepLane::dragged, this, [this](qsizetype, QPoint global) { showDrop(global); });
    connect(lane, &StepLane::dragCanceled, this, &AccessLanes::endDrag);
    connect(lane, &StepLane::dropped, this, [this, lane](qsizetype index, QPoint global) {
        endDrag();
        for (StepLane *other : std::as_const(m_lanes)) {
            if (const auto before = other->dropAt(global)) {
                moveStep(lane, index, other, *before);
                return;
            }
        }
    });
    return lane;
}

void AccessLanes::fulfil(StepLane *lane, qsizetype index, Wish wish)
{
    const qsizetype last = lane->list().steps.size() - 1;
    if (index < 0 || index > last)
        return;
    const Step &step = lane->list().steps[index];
    switch (wish) {
    case Wish::Change:
        lane->startChanging(index);
        break;
    case Wish::Remove:
        removeStep(lane, index);
        break;
    case Wish::MoveUp:
        if (index > 0)
            moveStep(lane, index, lane, index - 1);
        break;
    case Wish::MoveDown:
        if (index < last)
            moveStep(lane, index, lane, index + 2);
        break;
    case Wish::ToPreviousList:
        moveToNeighbour(lane, index, -1);
        break;
    case Wish::ToNextList:
        moveToNeighbour(lane, index, 1);
        break;
    case Wish::InsertAbove:
        lane->startAdding(index);
        break;
    case Wish::InsertBelow:
        lane->startAdding(index + 1);
        break;
    case Wish::WarnOnly: {
        constexpr qsizetype prefix = 15; // "warn_if_reject "
        changeStep(lane, index, step.isWarning ? step.text.sliced(prefix) : "warn_if_reject " + step.text);
        break;
    }
    case Wish::MakeClass:
        lane->startClass(index);
        break;
    case Wish::ShowSource:
        if (lane->list().place)
            m_context.session.request(*lane->list().place);
        break;
    case Wish::FocusPrevious:
        lane->focusStep(std::max<qsizetype>(index - 1, 0));
        break;
    case Wish::FocusNext:
        lane->focusStep(std::min(index + 1, last));
        break;
    case Wish::FocusFirst:
        lane->focusStep(0);
        break;
    case Wish::FocusLast:
        lane->focusStep(last);
        break;
    }
    if (QWidget *now = focusWidget(); now && isAncestorOf(now))
        bringIntoSight(now);
}

bool AccessLanes::edit(const QString &title, const Action &action)
{
    const effective::Values *values = m_context.knowledge.values();
    if (!values || (!m_service.isEmpty() && masterIndex() < 0))
        return false;
    const effective::Target target = values->target();
    return m_context.session.edit(title, [&](model::Draft &draft) { return action(draft, target); });
}

void AccessLanes::addStep(StepLane *lane, qsizetype at, const QByteArray &text)
{
    const qsizetype item = itemAt(lane->list(), at);
    const bool isDone =
        edit(tr("Add %1 to %2").arg(base::displayText(text), base::displayText(lane->parameter())),
             [&](model::Draft &draft, const effective::Target &target) {
                 return restrictions::insertStep(draft, nameOf(lane), item, text, target);
             });
    if (!isDone)
        return; // refused: still there to be mended
    lane->closeEditor();
    lane->focusStep(at);
}

void AccessLanes::changeStep(StepLane *lane, qsizetype index, const QByteArray &text)
{
    const Step step = lane->list().steps.value(index);
    const bool isDone =
        edit(tr("Change %1 in %2").arg(base::displayText(step.text), base::displayText(lane->parameter())),
             [&](model::Draft &draft, const effective::Target &target) {
                 return restrictions::replaceStep(draft, nameOf(lane), itemsOf(step), text, target);
             });
    if (!isDone)
        return;
    lane->closeEditor();
    lane->focusStep(index);
}

void AccessLanes::removeStep(StepLane *lane, qsizetype index)
{
    const Step step = lane->list().steps.value(index);
    const bool isDone =
        edit(tr("Remove %1 from %2").arg(base::displayText(step.text), base::displayText(lane->parameter())),
             [&](model::Draft &draft, const effective::Target &target) {
                 return restrictions::removeStep(draft, nameOf(lane), itemsOf(step), target);
             });
    if (isDone)
        lane->focusStep(index);
}

/// In front of step `before` of the other list, as it is now.
void AccessLanes::moveStep(StepLane *from, qsizetype index, StepLane *to, qsizetype before)
{
    if (from == to && (before == index || before == index + 1))
        return;
    const Step step = from->list().steps.value(index);
    const qsizetype item = itemAt(to->list(), before);
    const bool isDone =
        edit(tr("Move %1").arg(base::displayText(step.text)),
             [&](model::Draft &draft, const effective::Target &target) {
                 return restrictions::moveStep(draft, nameOf(from), itemsOf(step), nameOf(to), item, target);
             });
    if (isDone)
        to->focusStep(from == to && before > index ? before - 1 : before);
}

/// To the end of the list above, or the beginning of the one below; in front of what ends a list.
void AccessLanes::moveToNeighbour(StepLane *lane, qsizetype index, int direction)
{
    const qsizetype other = m_lanes.indexOf(lane) + direction;
    if (other < 0 || other >= m_lanes.size())
        return;
    moveStep(lane, index, m_lanes[other], direction > 0 ? 0 : m_lanes[other]->list().steps.size());
}

void AccessLanes::makeClass(StepLane *lane, qsizetype index, const QByteArray &name)
{
    const Step step = lane->list().steps.value(index);
    const bool isDone = edit(tr("Make the class %1").arg(base::displayText(name)),
                             [&](model::Draft &draft, const effective::Target &target) {
                                 return restrictions::makeClass(draft, nameOf(lane), itemsOf(step), name,
                                                                *m_context.knowledge.reference(), target);
                             });
    if (!isDone)
        return;
    lane->closeEditor();
    lane->focusStep(index);
}

void AccessLanes::renameClass(StepLane *lane, const QByteArray &name)
{
    const QByteArray before = lane->parameter();
    const bool isDone = edit(tr("Rename the class %1").arg(base::displayText(before)),
                             [&](model::Draft &draft, const effective::Target &) {
                                 return usages::renameParameter(
                                     draft, m_context.knowledge.reference()->catalog(), before, name);
                             });
    if (StepLane *now = this->lane(name); isDone && now)
        now->focusStep(0);
}

void AccessLanes::dissolveClass(StepLane *lane)
{
    const QByteArray name = lane->parameter();
    const catalog::Catalog &catalog = m_context.knowledge.reference()->catalog();
    edit(tr("Take the class %1 apart").arg(base::displayText(name)),
         [&](model::Draft &draft, const effective::Target &target) -> edits::Outcome {
             if (const QString table = tableThatNames(draft.snapshot(), catalog, name); !table.isEmpty())
                 return edits::Refusal{edits::Refusal::Reason::InUse, name,
                                       tr("The table %1 has it as a result; change that first.").arg(table)};
             return restrictions::dissolveClass(draft, name, *m_context.knowledge.reference(), target);
         });
}

void AccessLanes::showDrop(QPoint global)
{
    m_dragAt = global;
    for (StepLane *lane : std::as_const(m_lanes))
        lane->showDrop(lane->dropAt(global));
    if (!m_scrolling.isActive())
        m_scrolling.start();
}

void AccessLanes::endDrag()
{
    m_scrolling.stop();
    for (StepLane *lane : std::as_const(m_lanes))
        lane->showDrop(std::nullopt);
}

namespace {

QScrollArea *areaAround(const QWidget *widget)
{
    for (QWidget *parent = widget->parentWidget(); parent; parent = parent->parentWidget()) {
        if (auto *area = qobject_cast<QScrollArea *>(parent))
            return area;
    }
    return nullptr;
}

} // namespace

/// While a card is held near an edge of what is in sight, the page moves.
void AccessLanes::scrollAlong()
{
    QScrollArea *area = areaAround(this);
    if (!area)
        return;
    const int y = area->viewport()->mapFromGlobal(m_dragAt).y();
    const int step = y < spacing::groups                   ? -spacing::fields
        : y > area->viewport()->height() - spacing::groups ? spacing::fields
                                                           : 0;
    if (step == 0)
        return;
    area->verticalScrollBar()->setValue(area->verticalScrollBar()->value() + step);
    showDrop(m_dragAt);
}

void AccessLanes::bringIntoSight(QWidget *widget)
{
    if (QScrollArea *area = areaAround(this))
        area->ensureWidgetVisible(widget, spacing::fields, spacing::groups * 2);
}

} // namespace ui
