// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QObject>
#include <QSet>

#include <optional>

namespace ui {

/// Whether files are there, looked up beside the window: the folder may be on the far side of a slow link.
class FilePresence : public QObject
{
    Q_OBJECT

public:
    enum class State : quint8 {
        Unknown, ///< not looked yet, or on a machine that can't be looked at from here
        Missing,
        File,
        Folder,
        Unreadable ///< it is there, but this user can't read it
    };

    using QObject::QObject;

    /// The folder that is open: what an absolute path of its files is seen from here as.
    void setFolder(const QString &folder);

    /// What is known now; looked up, found() follows when it becomes known.
    State stateOf(const QString &path);
    /// Looks again when asked the next time.
    void forget();

    /// Where a path of the server is on this machine; nothing where that can't be told.
    std::optional<QString> localPath(const QString &path) const;

signals:
    void found();

private:
    QString m_folder;
    QHash<QString, State> m_known;
    QSet<QString> m_asked;
};

/// "Exists", "Does not exist", ... ; empty while that is not known.
QString presenceText(FilePresence::State state, bool wantsFolder);

} // namespace ui
