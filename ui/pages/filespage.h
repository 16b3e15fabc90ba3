// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/changes.h"
#include "ui/pages/pagecontext.h"

#include <QHash>
#include <QWidget>

class QListView;
class QStackedWidget;

namespace ui {

class FileEditor;

/// All files of the configuration as source: a list of them, and the editor of the one that is chosen.
class FilesPage : public QWidget
{
    Q_OBJECT

public:
    explicit FilesPage(PageContext &context, QWidget *parent = nullptr);

    /// Shows these bytes, selected, and gives them the keyboard.
    void showPlace(const model::Place &place);

    /// The editor of a file, made when it is first asked for; null when there is no such file.
    FileEditor *editor(model::FileId file);

private:
    void onOpened();
    void showFile(int row);

    PageContext &m_context;
    QListView *m_list = nullptr;
    QStackedWidget *m_stack = nullptr;
    QHash<int, FileEditor *> m_editors;
};

} // namespace ui
