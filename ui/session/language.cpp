// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/session/language.h"

#include "core/base/displaytext.h"
#include "core/usages/rename.h"
#include "ui/session/editsession.h"
#include "ui/session/knowledge.h"

namespace ui {

using usages::Symbol;

Language::Language(EditSession &session, const Knowledge &knowledge, QObject *parent)
    : QObject(parent), m_session(session), m_knowledge(knowledge)
{
    connect(&session, &EditSession::changed, this, [this] { m_index.reset(); });
    connect(&session, &EditSession::opened, this, [this] {
        m_index.reset();
        m_searched.reset();
        setPlace({});
    });
}

Language::~Language() = default;

const catalog::Reference *Language::reference() const
{
    return m_knowledge.reference();
}

const catalog::Version &Language::target() const
{
    return m_knowledge.target();
}

const usages::Index *Language::index() const
{
    if (!m_index && reference())
        m_index = std::make_unique<usages::Index>(m_session.snapshot(), reference()->catalog());
    return m_index.get();
}

completion::Completion Language::completionAt(const model::Place &place) const
{
    if (!reference())
        return {};
    return completion::completionAt(m_session.snapshot(), {*reference(), target()}, place.file,
                                    place.range.begin);
}

std::optional<completion::Description> Language::descriptionAt(const model::Place &place) const
{
    if (!reference())
        return {};
    return completion::descriptionAt(m_session.snapshot(), {*reference(), target()}, place.file,
                                     place.range.begin);
}

usages::Usages Language::usagesAt(const model::Place &place) const
{
    if (!index() || !m_session.snapshot().contains(place.file))
        return {};
    return index()->at(place.file, place.range.begin);
}

usages::Usages Language::usagesOf(const Symbol &symbol) const
{
    return index() ? index()->of(symbol) : usages::Usages();
}

void Language::setPlace(const std::optional<model::Place> &place)
{
    const bool hadPlace = hasPlace();
    m_place = place;
    if (hadPlace != hasPlace())
        emit placeChanged();
}

std::optional<usages::Usage> Language::usageAtPlace()
{
    const usages::Usages there = m_place ? usagesAt(*m_place) : usages::Usages();
    if (!there.isEmpty())
        return there.first();
    emit said(tr("No name stands at the caret. Put it on a parameter, a $name, a service or a table."));
    return {};
}

void Language::goToDefinition()
{
    if (const auto usage = usageAtPlace())
        goToDefinitionOf(*usage);
}

void Language::findUsages()
{
    if (const auto usage = usageAtPlace())
        findUsagesOf(usage->symbol);
}

void Language::rename()
{
    if (const auto usage = usageAtPlace())
        renameSymbol(usage->symbol);
}

void Language::goToDefinitionOf(const usages::Usage &usage)
{
    const QList<model::Place> places = index() ? index()->definitionsOf(usage) : QList<model::Place>();
    if (!places.isEmpty()) {
        m_session.request(places.first());
        return;
    }
    const QString name = base::displayText(usage.symbol.name);
    switch (usage.symbol.kind) {
    case Symbol::Kind::Parameter:
        emit said(reference() && reference()->factsOf(usage.symbol.name)
                      ? tr("“%1” is set nowhere: Postfix uses its default.").arg(name)
                      : tr("“%1” is defined nowhere: Postfix takes it as empty.").arg(name));
        break;
    case Symbol::Kind::Service:
        emit said(tr("master.cf has no service “%1”.").arg(name));
        break;
    case Symbol::Kind::Table:
        emit said(tr("The file “%1” is not open: it is not there, or not in this folder.").arg(name));
        break;
    }
}

void Language::findUsagesOf(const Symbol &symbol)
{
    m_searched = symbol;
    emit usagesAsked(symbol);
}

void Language::moveTable(const QByteArray &table)
{
    emit tableMoveAsked(table);
}

void Language::lookUp(const Lookup &question)
{
    m_lookup = question;
    emit lookupAsked();
}

void Language::renameSymbol(const Symbol &symbol)
{
    if (!index())
        return;
    if (symbol.kind == Symbol::Kind::Table) {
        moveTable(symbol.name);
        return;
    }
    if (const edits::Outcome refused = usages::renamingRefused(*index(), symbol))
        emit said(edits::refusalText(*refused));
    else
        emit renameAsked(symbol);
}

} // namespace ui
