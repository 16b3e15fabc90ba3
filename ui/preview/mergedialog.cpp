// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/preview/mergedialog.h"

#include "ui/preview/diffview.h"
#include "ui/session/editsession.h"
#include "ui/text/filename.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/spacing.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

MergeDialog::MergeDialog(EditSession &session, const QList<folder::Conflict> &conflicts, QWidget *parent)
    : QDialog(parent), m_session(session), m_conflicts(conflicts)
{
    setObjectName(QStringLiteral("mergeDialog"));
    setWindowTitle(tr("Changed by Someone Else"));
    constexpr QSize size(900, 560);
    resize(size);

    const bool overlaps = std::any_of(conflicts.begin(), conflicts.end(),
                                      [](const auto &conflict) { return conflict.merge.hasConflicts; });
    auto *text = new QLabel(
        overlaps ? tr("These files are not what was opened, and some of their lines were changed here too. "
                      "Merging keeps both versions of such lines, between marks, for you to choose from.")
                 : tr("These files are not what was opened. Merging keeps what was changed there and here."));
    text->setWordWrap(true);

    m_list = new QListWidget;
    m_list->setAccessibleName(tr("Files changed by someone else"));
    for (const folder::Conflict &conflict : conflicts) {
        const bool marked = conflict.merge.hasConflicts;
        const QString state = conflict.isRemoved ? tr("no longer there")
            : marked                             ? tr("the same lines were changed")
                                                 : tr("changed in other places");
        new QListWidgetItem(icon(marked ? QStringLiteral("triangle-alert") : QStringLiteral("file-text"),
                                 marked ? IconColor::Warning : IconColor::Muted),
                            shownName(session.snapshot(), conflict.file) + u'\n' + state, m_list);
    }
    m_diff = new DiffView;
    m_diff->setFrameShape(QFrame::StyledPanel);
    m_diff->setAccessibleName(tr("What merging would change here"));
    auto *split = new QSplitter;
    split->addWidget(m_list);
    split->addWidget(m_diff);
    split->setStretchFactor(1, 1);
    split->setChildrenCollapsible(false);
    constexpr int listWidth = 260;
    split->setSizes({listWidth, size.width() - listWidth});

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    const auto add = [&](const QString &label, Choice choice) {
        auto *button = buttons->addButton(label, QDialogButtonBox::ActionRole);
        connect(button, &QPushButton::clicked, this, [this, choice] { choose(choice); });
        return button;
    };
    add(tr("Take &Disk’s"), Choice::Disk)
        ->setToolTip(tr("The text as it is on disk. What was changed here can be brought back with Undo."));
    add(tr("Keep &Mine"), Choice::Mine)
        ->setToolTip(tr("The text stays as it is here, and the next save replaces what is on disk."));
    add(tr("Take Mer&ged"), Choice::Merged)->setDefault(true);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(spacing::fields, spacing::fields, spacing::fields, spacing::fields);
    column->setSpacing(spacing::parts);
    column->addWidget(text);
    column->addWidget(split, 1);
    column->addWidget(buttons);
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) {
        if (row >= 0)
            m_diff->scrollToFile(m_conflicts[row].file);
    });
    refresh();
    const auto first = std::find_if(conflicts.begin(), conflicts.end(),
                                    [](const auto &conflict) { return conflict.merge.hasConflicts; });
    if (first != conflicts.end())
        m_list->setCurrentRow(static_cast<int>(first - conflicts.begin()));
}

void MergeDialog::choose(Choice choice)
{
    m_choice = choice;
    accept();
}

QList<folder::Conflict> MergeDialog::chosen() const
{
    QList<folder::Conflict> result = m_conflicts;
    if (m_choice == Choice::Disk) {
        for (folder::Conflict &conflict : result)
            conflict.merge = diff::Merge{conflict.disk, false};
    }
    return result;
}

void MergeDialog::refresh()
{
    const model::Snapshot &now = m_session.snapshot();
    model::Snapshot merged = now;
    QList<model::FileId> marked;
    for (const folder::Conflict &conflict : m_conflicts) {
        const model::File &file = now.file(conflict.file);
        if (conflict.merge.hasConflicts)
            marked.append(conflict.file);
        merged = merged.with(conflict.file,
                             file.withText(syntax::Text(conflict.merge.bytes, file.text().layout())));
    }
    DiffRows rows;
    rows.update(now, merged);
    QList<DiffRow> shown = rows.rows();
    flagConflicts(shown, marked);
    m_diff->setRows(shown, [this](model::FileId id) { return shownName(m_session.snapshot(), id); });
}

} // namespace ui
