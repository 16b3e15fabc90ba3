// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/aliasespage.h"

#include "core/base/displaytext.h"
#include "core/tables/namedtable.h"
#include "ui/aliases/expansionview.h"
#include "ui/aliases/follower.h"
#include "ui/aliases/rolelist.h"
#include "ui/pages/aliastable.h"
#include "ui/session/editsession.h"
#include "ui/session/knowledge.h"
#include "ui/tables/routeshapes.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/spacing.h"

#include <QResizeEvent>
#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {

constexpr auto localMaps = "alias_maps";
constexpr auto virtualMaps = "virtual_alias_maps";

QList<tables::NamedTable> tablesOf(const PageContext &context, const char *parameter)
{
    const QByteArray value = context.knowledge.expanded(QByteArray("$") + parameter).value_or(QByteArray());
    return tables::tablesIn(context.session.snapshot(), parameter, value);
}

} // namespace

AliasesPage::AliasesPage(PageContext &context, QWidget *parent) : QWidget(parent), m_context(context)
{
    m_follower = new Follower(context.folder, context.knowledge, this);
    m_local = new AliasTable(context, shapes::localAliases());
    m_virtual = new AliasTable(context, shapes::virtualAliases());
    m_expansion = new ExpansionView(context.session, *m_follower);
    for (const AliasTable *table : {m_local, m_virtual})
        connect(table, &AliasTable::chosen, m_expansion, &ExpansionView::offer);
    m_roles = new RoleList;
    connect(m_follower, &Follower::received, m_roles, &RoleList::setReceptions);
    connect(m_roles, &RoleList::chosen, m_expansion, &ExpansionView::show);
    connect(m_roles, &RoleList::aliasWanted, this, &AliasesPage::addAlias);

    m_tables = new QSplitter(Qt::Horizontal);
    m_tables->addWidget(m_local);
    m_tables->addWidget(m_virtual);
    m_below = new QSplitter(Qt::Horizontal);
    m_below->addWidget(m_expansion);
    m_below->addWidget(m_roles);
    m_below->setStretchFactor(0, 3);
    m_below->setStretchFactor(1, 2);
    m_all = new QSplitter(Qt::Vertical);
    m_all->addWidget(m_tables);
    m_all->addWidget(m_below);
    m_all->setStretchFactor(0, 3);
    m_all->setStretchFactor(1, 2);
    for (QSplitter *splitter : {m_tables, m_below, m_all}) {
        splitter->setChildrenCollapsible(false);
        splitter->setHandleWidth(spacing::fields);
    }
    auto *inner = new QWidget;
    auto *innerColumn = new QVBoxLayout(inner);
    innerColumn->setContentsMargins(spacing::fields, spacing::parts, spacing::fields, spacing::fields);
    innerColumn->addWidget(m_all);
    auto *area = new QScrollArea;
    area->setWidget(inner);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(new PageHeader(
        tr("Aliases"), tr("Which names and addresses stand for others, and who gets their mail.")));
    column->addWidget(area, 1);
    setFocusProxy(m_local);
    m_expansion->show(QStringLiteral("postmaster"));
}

void AliasesPage::addAlias(const QString &role, const QString &target)
{
    const QList<tables::NamedTable> all = tablesOf(m_context, localMaps);
    const auto table = std::ranges::find_if(all, &tables::NamedTable::canHaveRows);
    if (target.isEmpty() || table == all.end()) {
        m_local->beginRow(role, target);
        return;
    }
    //: %1 postmaster, %2 root
    const bool isMade =
        m_context.session.edit(tr("Send mail for %1 to %2").arg(role, target), [&](model::Draft &draft) {
            const syntax::Table *rows = table->file ? draft.snapshot().file(*table->file).table() : nullptr;
            return tables::addRow(draft, localMaps, *table, rows ? rows->rowCount() : 0, role.toUtf8(),
                                  target.toUtf8());
        });
    if (isMade)
        m_expansion->show(role);
}

QList<model::FileId> AliasesPage::files(const PageContext &context)
{
    QList<model::FileId> found;
    for (const char *parameter : {localMaps, virtualMaps}) {
        for (const tables::NamedTable &table : tablesOf(context, parameter)) {
            if (table.hasRows() && table.file && !found.contains(*table.file))
                found.append(*table.file);
        }
    }
    return found;
}

bool AliasesPage::has(const PageContext &context, const model::Place &place)
{
    return place.file != model::FileId::MainCf && files(context).contains(place.file);
}

void AliasesPage::showPlace(const model::Place &place)
{
    if (!m_local->showPlace(place))
        m_virtual->showPlace(place);
}

void AliasesPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_follower->setWatched(true);
}

void AliasesPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_follower->setWatched(false);
}

void AliasesPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange(event->size().width());
}

/// Side by side as long as both columns of the tables can be read.
void AliasesPage::arrange(int width)
{
    const bool isNarrow = width < fontMetrics().averageCharWidth() * 100;
    const Qt::Orientation orientation = isNarrow ? Qt::Vertical : Qt::Horizontal;
    m_tables->setOrientation(orientation);
    m_below->setOrientation(orientation);
    const int line = fontMetrics().lineSpacing();
    m_all->setMinimumHeight(line * (isNarrow ? 56 : 26));
}

} // namespace ui
