// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/filespage.h"

#include "ui/editor/fileeditor.h"
#include "ui/pages/filedelegate.h"
#include "ui/pages/filesmodel.h"
#include "ui/session/editsession.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/spacing.h"

#include <QListView>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace ui {

FilesPage::FilesPage(PageContext &context, QWidget *parent) : QWidget(parent), m_context(context)
{
    m_list = new QListView;
    m_list->setAccessibleName(tr("Files"));
    m_list->setModel(new FilesModel(context.session, context.findings, m_list));
    m_list->setItemDelegate(new FileDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMinimumWidth(120);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_stack = new QStackedWidget;

    auto *split = new QSplitter;
    split->addWidget(m_list);
    split->addWidget(m_stack);
    split->setStretchFactor(1, 1);
    split->setChildrenCollapsible(false);
    constexpr int listWidth = 200;
    split->setSizes({listWidth, 5 * listWidth});
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(new PageHeader(
        tr("Files"), tr("Every file of this configuration as it is, byte for byte, to read and to edit.")));
    column->addWidget(split, 1);

    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &current) {
                if (current.isValid())
                    showFile(current.row());
            });
    // After the model has been reset.
    connect(&context.session, &EditSession::opened, this, &FilesPage::onOpened);
    onOpened();
}

void FilesPage::onOpened()
{
    qDeleteAll(m_editors);
    m_editors.clear();
    m_list->setCurrentIndex(m_list->model()->index(0, 0));
}

FileEditor *FilesPage::editor(model::FileId file)
{
    if (!m_context.session.snapshot().contains(file))
        return nullptr;
    FileEditor *&editor = m_editors[static_cast<int>(file)];
    if (!editor) {
        editor = new FileEditor(m_context.session, m_context.findings, file, &m_context.language);
        m_stack->addWidget(editor);
    }
    return editor;
}

void FilesPage::showFile(int row)
{
    if (FileEditor *shown = editor(static_cast<model::FileId>(row)))
        m_stack->setCurrentWidget(shown);
}

void FilesPage::showPlace(const model::Place &place)
{
    FileEditor *shown = editor(place.file);
    if (!shown)
        return;
    m_list->setCurrentIndex(m_list->model()->index(static_cast<int>(place.file), 0));
    shown->showRange(place.range);
}

} // namespace ui
