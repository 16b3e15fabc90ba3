// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/preview/sourcepanel.h"

#include "core/folder/secrets.h"
#include "ui/session/editsession.h"
#include "ui/text/filename.h"
#include "ui/text/textview.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/spacing.h"

#include <QVBoxLayout>

namespace ui {

SourcePanel::SourcePanel(EditSession &session, QWidget *parent) : PreviewPanel(session, parent)
{
    m_name = new ElidedLabel({}, Qt::ElideMiddle, nullptr, TextLabel::Rank::Muted);
    m_view = new TextView;
    m_view->setAccessibleName(tr("Source of the file you are working on"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(spacing::parts, spacing::tight, spacing::parts, spacing::tight);
    head->addWidget(m_name);
    column->addLayout(head);
    column->addWidget(m_view, 1);
    connect(&session, &EditSession::focusChanged, this, &SourcePanel::refreshWhenSeen);
}

void SourcePanel::refresh()
{
    const model::Snapshot &snapshot = session().snapshot();
    const model::Place focus = session().focus();
    if (!snapshot.contains(focus.file)) {
        m_view->setFile({});
        return;
    }
    // Lines stay lines, but their bytes are others where something is masked.
    const model::File &own = snapshot.file(focus.file);
    const folder::Secret secret = folder::secretOf(snapshot, focus.file);
    const model::File file = folder::maskedFile(snapshot, focus.file);
    const bool isAnother = m_file != static_cast<int>(focus.file);
    m_file = static_cast<int>(focus.file);
    m_view->setFile(file);
    m_name->setText(shownName(snapshot, focus.file));
    const qsizetype size = file.text().size();
    syntax::ByteRange lit{std::min(focus.range.begin, size), std::min(focus.range.end, size)};
    if (secret != folder::Secret::None) {
        lit = {file.text().lineStart(own.text().lineAt(focus.range.begin)),
               file.text().lineStart(own.text().lineAt(focus.range.end) + 1)};
    }
    m_view->setLit(lit);
    if (isAnother)
        m_view->scrollToLine(0);
    m_view->scrollToLine(file.text().lineAt(lit.end > lit.begin ? lit.end - 1 : lit.end));
    m_view->scrollToLine(file.text().lineAt(lit.begin)); // of what is longer than the panel, the start
}

} // namespace ui
