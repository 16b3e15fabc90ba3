// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/tables/rowshadows.h"

#include "core/base/displaytext.h"
#include "core/base/whendone.h"
#include "core/tables/exchange.h"
#include "ui/grids/tablerowsmodel.h"
#include "ui/session/editsession.h"

#include <QtConcurrent>

#include <algorithm>

namespace ui {

RowShadows::RowShadows(EditSession &session, TableRowsModel &model, QObject *parent)
    : QObject(parent), m_session(session), m_model(model)
{
    constexpr int settleTime = 200;
    m_settle.setSingleShot(true);
    m_settle.setInterval(settleTime);
    connect(&m_settle, &QTimer::timeout, this, &RowShadows::look);
    connect(&session, &EditSession::changed, this, &RowShadows::onChanged);
    m_settle.start(); // the first rows are to be seen first
}

RowShadows::~RowShadows()
{
    cancel();
}

void RowShadows::cancel()
{
    if (m_isCancelled)
        *m_isCancelled = true;
}

void RowShadows::onChanged(const model::Changes &changes)
{
    const auto isIts = [&](const model::Change &change) { return m_model.table() == change.file; };
    if (std::ranges::any_of(changes, isIts))
        m_settle.start();
}

/// Null when another folder has been opened, which may have fewer files.
const syntax::Table *RowShadows::table() const
{
    const model::Snapshot &snapshot = m_session.snapshot();
    const auto id = m_model.table();
    return id && snapshot.contains(*id) ? snapshot.file(*id).table() : nullptr;
}

void RowShadows::look()
{
    cancel();
    const syntax::Table *table = this->table();
    if (!table || table->kind() != syntax::TableKind::Pattern)
        return;
    m_isCancelled = std::make_shared<std::atomic_bool>(false);
    const model::File file = m_session.snapshot().file(*m_model.table());
    const auto work = [file, isCancelled = m_isCancelled] {
        return tables::shadowedRows(file, [isCancelled] { return isCancelled->load(); });
    };
    base::whenDone(QtConcurrent::run(work), this,
                   [this, isCancelled = m_isCancelled](const tables::Shadows &shadows) {
                       if (isCancelled->load() || m_settle.isActive())
                           return;
                       m_shadows = shadows;
                       QList<quint32> rows;
                       rows.reserve(shadows.size());
                       for (const tables::Shadow &shadow : shadows)
                           rows.append(shadow.row);
                       m_model.setIdleRows(rows);
                       emit found();
                   });
}

QString RowShadows::sentence(qsizetype tableRow) const
{
    const tables::Shadow *shadow = tables::shadowOf(m_shadows, static_cast<quint32>(tableRow));
    const syntax::Table *table = this->table();
    if (!shadow || !table || m_settle.isActive() || shadow->by >= table->rowCount())
        return {};
    const syntax::Row by = table->row(shadow->by);
    const QString key = base::displayText(tables::rowKey(*table, by));
    const qsizetype line = table->text().lineAt(by.whole.begin) + 1;
    switch (shadow->reason) {
    case tables::Shadow::Reason::SameKey:
        return tr("Postfix keeps the row of the same key in line %1 and ignores this one.").arg(line);
    case tables::Shadow::Reason::Covered: // of networks, about which the rules speak
        break;
    case tables::Shadow::Reason::CatchAll:
        return tr("No lookup gets to this row: %1 in line %2 fits everything.").arg(key).arg(line);
    }
    return {};
}

} // namespace ui
