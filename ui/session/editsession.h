// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/edits/refusal.h"
#include "core/folder/secretsettings.h"
#include "core/model/draft.h"
#include "core/model/workspace.h"

#include <QUndoStack>

#include <type_traits>

namespace ui {

/// The one door for changes. A view reads snapshot(), calls edit(), and redraws on opened() and changed().
///
/// It also carries the two things views say to each other without knowing each other: which bytes the user is
/// working on (focus), and where the user wants to go (request).
class EditSession : public QObject
{
    Q_OBJECT

public:
    explicit EditSession(QObject *parent = nullptr);

    const model::Snapshot &snapshot() const { return m_workspace.snapshot(); }
    const model::Snapshot &baseline() const { return m_workspace.baseline(); }
    QList<model::FileId> changedFiles() const { return m_workspace.changedFiles(); }
    QUndoStack *undoStack() { return &m_undoStack; }

    /// The passwords that stand in main.cf and master.cf as they are now.
    const folder::SecretSettings &secrets() const;
    /// A value of that parameter, or a name of a table, as it may be seen.
    QString shownValue(const QByteArray &parameter, const QByteArray &value) const;
    QString shownText(const QByteArray &text) const;

    /// Runs `action` on a draft of the current configuration; what it did becomes one step called `title`. An
    /// action returns nothing or an edits::Outcome; after a refusal nothing is changed, refused() says why
    /// and the result is false. Consecutive edits with the same `burst` (not -1) are undone together.
    template<typename Action>
    bool edit(const QString &title, Action action, int burst = -1)
    {
        model::Draft draft(snapshot());
        if constexpr (std::is_void_v<std::invoke_result_t<Action, model::Draft &>>) {
            action(draft);
        } else if (const edits::Outcome refusal = action(draft)) {
            emit refused(*refusal);
            return false;
        }
        commit(title, draft, burst);
        return true;
    }

    /// A number for the edits of one burst that no other burst has.
    int newBurst() { return ++m_lastBurst; }

    /// Another folder or the same read anew: the undo stack starts empty.
    void open(const model::Snapshot &snapshot);
    /// A file that the configuration has come to name, as it is on disk.
    void include(const model::File &file);
    /// What is known about the file besides its bytes; its bytes stay.
    void describe(model::FileId id, const model::FileInfo &info) { m_workspace.describe(id, info); }
    /// `saved` has been written: it is what differences are shown against.
    void setBaseline(const model::Snapshot &saved) { m_workspace.setBaseline(saved); }

    const model::Place &focus() const { return m_focus; }
    /// The field or row that has the keyboard stands for these bytes; previews light them.
    void setFocus(const model::Place &place);
    /// The user wants to see this place in its source.
    void request(const model::Place &place) { emit requested(place); }
    /// The same in the form or the grid that shows it, where there is one.
    void requestOnPage(const model::Place &place) { emit requestedOnPage(place); }

signals:
    void opened();
    void changed(const model::Changes &changes);
    /// The last file of the snapshot is a new one; changed() follows.
    void included();
    void baselineChanged();
    void refused(const edits::Refusal &refusal);
    void focusChanged(const model::Place &place);
    void requested(const model::Place &place);
    void requestedOnPage(const model::Place &place);

private:
    void commit(const QString &title, const model::Draft &draft, int burst);

    model::Workspace m_workspace;
    QUndoStack m_undoStack;
    model::Place m_focus;
    int m_lastBurst = -1;
    mutable std::optional<folder::SecretSettings> m_secrets; ///< of the revision below
    mutable quint64 m_secretsRevision = 0;
};

} // namespace ui
