// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/placetable.h"

#include "ui/widgets/icon.h"
#include "ui/widgets/spacing.h"

#include <QAction>
#include <QHeaderView>

namespace ui {

PlaceTable::PlaceTable(QAbstractItemModel *model, int stretched, QWidget *parent) : QTableView(parent)
{
    setModel(model);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + spacing::parts);
    horizontalHeader()->hide();
    horizontalHeader()->setSectionResizeMode(stretched, QHeaderView::Stretch);
    connect(this, &QTableView::clicked, this, [this](const QModelIndex &index) { emit asked(index.row()); });

    auto *show = new QAction(ui::icon(QStringLiteral("crosshair")), tr("Go to the Place"), this);
    show->setShortcuts({QKeySequence(Qt::Key_Return), QKeySequence(Qt::Key_Enter)});
    show->setShortcutContext(Qt::WidgetShortcut);
    connect(show, &QAction::triggered, this, [this] { emit asked(currentIndex().row()); });
    addAction(show);
}

} // namespace ui
