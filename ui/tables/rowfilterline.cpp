// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/tables/rowfilterline.h"

#include "ui/grids/tablerowsmodel.h"
#include "ui/session/editsession.h"
#include "ui/widgets/icon.h"

#include <QKeyEvent>

#include <algorithm>

namespace ui {

RowFilterLine::RowFilterLine(EditSession &session, TableRowsModel &model, QWidget *parent)
    : QLineEdit(parent), m_session(session), m_model(model)
{
    setPlaceholderText(tr("Filter rows"));
    setAccessibleName(tr("Filter rows"));
    setClearButtonEnabled(true);
    addAction(icon(QStringLiteral("funnel"), IconColor::Muted), QLineEdit::LeadingPosition);
    connect(this, &QLineEdit::textChanged, this, &RowFilterLine::search);
    connect(&m_watcher, &QFutureWatcherBase::resultsReadyAt, this, &RowFilterLine::take);
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &RowFilterLine::finish);
    connect(&session, &EditSession::changed, this, &RowFilterLine::onChanged);
}

void RowFilterLine::search()
{
    m_watcher.setFuture({});
    m_isFirst = true;
    if (!m_model.table() || text().isEmpty()) {
        m_search.cancel();
        m_model.setShown({});
        emit filtered();
        return;
    }
    m_watcher.setFuture(m_search.start(m_session.snapshot().file(*m_model.table()), text().toUtf8()));
}

void RowFilterLine::take(int first, int end)
{
    for (int i = first; i < end; ++i) {
        const tables::RowNumbers rows = m_watcher.resultAt(i);
        if (m_isFirst)
            m_model.setShown(rows);
        else
            m_model.appendShown(rows);
        m_isFirst = false;
    }
    emit filtered();
}

void RowFilterLine::finish()
{
    if (m_watcher.isCanceled() || text().isEmpty())
        return;
    if (m_isFirst)
        m_model.setShown(tables::RowNumbers());
    m_isFirst = false;
    emit filtered();
}

/// The model keeps up with one change; a row that no longer fits stays in sight until something else is
/// typed.
void RowFilterLine::onChanged(const model::Changes &changes)
{
    const auto count = std::ranges::count_if(changes, [&](const model::Change &change) {
        return m_model.table() && change.file == *m_model.table();
    });
    if (!text().isEmpty() && (count > 1 || (count > 0 && m_watcher.isRunning())))
        search();
}

void RowFilterLine::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !text().isEmpty()) {
        clear();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

} // namespace ui
