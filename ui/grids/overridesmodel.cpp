// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/grids/overridesmodel.h"

#include "core/base/displaytext.h"
#include "core/edits/serviceedits.h"
#include "core/master/mentioned.h"
#include "ui/grids/servicewords.h"
#include "ui/session/editsession.h"
#include "ui/session/knowledge.h"
#include "ui/widgets/colors.h"

#include <QApplication>
#include <QPalette>

#include <utility>

namespace ui {

OverridesModel::OverridesModel(EditSession &session, QObject *parent, const Knowledge *knowledge)
    : SwitchedModel(parent), m_session(session), m_knowledge(knowledge)
{
}

const syntax::Service *OverridesModel::current() const
{
    const QList<syntax::Service> &services = m_session.snapshot().masterCf().services();
    return m_service >= 0 && m_service < services.size() ? &services[m_service] : nullptr;
}

const syntax::Override *OverridesModel::at(int row) const
{
    const syntax::Service *service = current();
    return row >= 0 && service && row < service->overrides.size() ? &service->overrides[row] : nullptr;
}

void OverridesModel::setService(int service)
{
    const syntax::MasterCf &file = m_session.snapshot().masterCf();
    const int previous = std::exchange(m_service, service);
    const syntax::Service *shown = current();
    const QString title = shown ? serviceTitle(file, *shown) : QString();
    // The same by number or, when one above it came or went, by name.
    const bool isAnother = service != previous && title != m_title;
    m_title = title;
    QByteArrayList names;
    if (shown) {
        for (const syntax::Override &option : shown->overrides)
            names.append(file.nameOf(option).toByteArray());
    }
    if (isAnother)
        resetKeys(names);
    else
        setKeys(names);
}

model::Place OverridesModel::placeOf(const QModelIndex &index) const
{
    const syntax::Override *option = at(index.row());
    if (!option)
        return {model::FileId::MasterCf, current() ? current()->whole : syntax::ByteRange{}};
    if (index.column() == NameColumn)
        return {model::FileId::MasterCf, option->name};
    if (index.column() == ValueColumn)
        return {model::FileId::MasterCf, option->value};
    return {model::FileId::MasterCf, option->whole};
}

int OverridesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant OverridesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case OnColumn:
        return tr("On");
    case NameColumn:
        return tr("Setting");
    default:
        return tr("Value for this service");
    }
}

bool OverridesModel::exists(int row) const
{
    return at(row) != nullptr;
}

bool OverridesModel::isOn(int row) const
{
    return at(row)->enabled;
}

bool OverridesModel::isLast(int row) const
{
    const syntax::MasterCf &file = m_session.snapshot().masterCf();
    return file.overrideOf(*current(), file.nameOf(*at(row))) == at(row);
}

bool OverridesModel::counts(int row) const
{
    return current()->enabled && isLast(row);
}

QVariant OverridesModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !exists(index.row()) || index.column() != ValueColumn)
        return SwitchedModel::data(index, role);
    const int row = index.row();
    const bool isEmpty = text(row, ValueColumn).isEmpty();
    if (isEmpty && (role == Qt::DisplayRole || role == Qt::AccessibleTextRole))
        return tr("(empty)");
    if (isEmpty && role == Qt::ForegroundRole)
        return colorsFor(QApplication::palette()).muted;
    if (role == Qt::ToolTipRole && isOn(row) && !isLast(row))
        return tr("Set again further down, and Postfix uses the last.");
    if (role == Qt::ToolTipRole && isEmpty)
        return tr("Set to nothing for this service, whatever main.cf says.");
    return SwitchedModel::data(index, role);
}

QString OverridesModel::name(int row) const
{
    return base::displayText(text(row, NameColumn));
}

QByteArray OverridesModel::text(int row, int column) const
{
    const syntax::MasterCf &file = m_session.snapshot().masterCf();
    return column == NameColumn ? file.nameOf(*at(row)).toByteArray() : file.valueOf(*at(row));
}

QByteArray OverridesModel::shown(int row, int column) const
{
    const QByteArray written = text(row, column);
    return column == ValueColumn ? m_session.secrets().masked(text(row, NameColumn), written) : written;
}

QString OverridesModel::boxHint(int row) const
{
    return isOn(row) ? tr("In force for this service. Uncheck to comment it out.")
                     : tr("Commented out. Check to switch it on.");
}

bool OverridesModel::isEditable(int, int) const
{
    return m_session.snapshot().file(model::FileId::MasterCf).isEditable();
}

bool OverridesModel::switchTo(int row, bool isOn)
{
    const QString service = serviceTitle(m_session.snapshot().masterCf(), *current());
    return m_session.edit(
        (isOn ? tr("Switch On %1 of %2") : tr("Switch Off %1 of %2")).arg(name(row), service),
        [&](model::Draft &draft) -> edits::Outcome {
            const model::Snapshot before = draft.snapshot();
            if (edits::Outcome refusal = edits::setOverrideEnabled(draft, m_service, row, isOn))
                return refusal;
            const effective::Values *values = isOn && m_knowledge ? m_knowledge->values() : nullptr;
            return values ? master::defineMentioned(draft, before, values->target()) : edits::Outcome();
        });
}

bool OverridesModel::write(int row, int column, const QByteArray &written)
{
    const QString service = serviceTitle(m_session.snapshot().masterCf(), *current());
    const QByteArray newName = column == NameColumn ? written : text(row, NameColumn);
    const QByteArray newValue = column == ValueColumn ? written : text(row, ValueColumn);
    return m_session.edit(tr("Set %1 of %2").arg(name(row), service), [&](model::Draft &draft) {
        return edits::replaceOverride(draft, m_service, row, newName, newValue);
    });
}

} // namespace ui
