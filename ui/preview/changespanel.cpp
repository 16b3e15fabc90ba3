// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/preview/changespanel.h"

#include "ui/preview/diffview.h"
#include "ui/session/editsession.h"
#include "ui/text/filename.h"
#include "ui/widgets/emptystate.h"

#include <QStackedLayout>

namespace ui {

ChangesPanel::ChangesPanel(EditSession &session, QWidget *parent) : PreviewPanel(session, parent)
{
    m_view = new DiffView;
    m_empty = new EmptyState(
        QStringLiteral("circle-check"),
        tr("Nothing to save. What you change is shown here, line by line, before it is written."));
    auto *stack = new QStackedLayout(this);
    stack->addWidget(m_empty);
    stack->addWidget(m_view);
    connect(m_view, &DiffView::activated, this, [this](qsizetype row) {
        this->session().request(placeOfRow(m_view->rows(), row, this->session().snapshot()));
    });
}

void ChangesPanel::refresh()
{
    constexpr qsizetype mostLines = 2000; // nobody reads on, and the next key is waiting
    if (!m_rows.update(session().baseline(), session().snapshot(), mostLines))
        return;
    m_view->setRows(m_rows.rows(), [this](model::FileId id) { return shownName(session().snapshot(), id); });
    auto *stack = static_cast<QStackedLayout *>(layout());
    stack->setCurrentWidget(m_rows.rows().isEmpty() ? m_empty : m_view);
}

} // namespace ui
