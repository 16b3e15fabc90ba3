// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/check/suppression.h"
#include "core/files/filestore.h"
#include "ui/session/findings.h"

#include <QObject>

#include <memory>

namespace ui {

class FolderSession;

/// What the admin has said not to be told of again: in comments, which are edits like others, or in the
/// project file beside main.cf, which is read with the folder and written at once.
class Ignoring : public QObject
{
    Q_OBJECT

public:
    /// The first two outlive it.
    Ignoring(EditSession &session, FolderSession &folder, std::shared_ptr<files::FileStore> store,
             QObject *parent = nullptr);

    const check::Project &project() const { return m_project; }

    bool canComment(const Finding &finding) const;
    void ignoreByComment(const Finding &finding, check::Reach reach);
    void ignoreInProject(const Finding &finding, check::Reach reach);
    /// Takes back what speaks for an ignored finding, wherever it stands.
    void stop(const Finding &finding);

signals:
    /// project() is another.
    void changed();
    /// The project file could not be read or written; whole sentences.
    void failed(const QString &text);

private:
    void load();
    void write(const check::Project &project);

    EditSession &m_session;
    FolderSession &m_folder;
    std::shared_ptr<files::FileStore> m_store;
    check::Project m_project;
    int m_turn = 0; ///< only the latest reading or writing counts
};

} // namespace ui
