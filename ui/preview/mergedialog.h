// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/folder/conflicts.h"

#include <QDialog>

class QListWidget;

namespace ui {

class DiffView;
class EditSession;

/// Somebody else has changed files that are open: shows what merging would make of the text as it is here,
/// conflicts among it, and asks what to do. It changes nothing itself.
class MergeDialog : public QDialog
{
    Q_OBJECT

public:
    enum class Choice {
        Merged, ///< both sides' changes, as one edit
        Mine, ///< the text as it is here; the next save replaces what is on disk
        Disk ///< the text as it is on disk, as one edit
    };

    MergeDialog(EditSession &session, const QList<folder::Conflict> &conflicts, QWidget *parent = nullptr);

    /// Once accepted.
    Choice choice() const { return m_choice; }
    /// The conflicts with, as what is merged, that which was chosen: for FolderSession::takeOver().
    QList<folder::Conflict> chosen() const;

private:
    void choose(Choice choice);
    void refresh();

    EditSession &m_session;
    QList<folder::Conflict> m_conflicts;
    QListWidget *m_list = nullptr;
    DiffView *m_diff = nullptr;
    Choice m_choice = Choice::Merged;
};

} // namespace ui
