// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/session/filepresence.h"

#include "core/base/whendone.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QtConcurrent>

namespace ui {

namespace {

const QString configFolder = QStringLiteral("/etc/postfix");

FilePresence::State look(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return FilePresence::State::Missing;
    if (info.isDir())
        return FilePresence::State::Folder;
    return info.isReadable() ? FilePresence::State::File : FilePresence::State::Unreadable;
}

} // namespace

void FilePresence::setFolder(const QString &folder)
{
    if (folder == m_folder)
        return;
    m_folder = folder;
    forget();
}

void FilePresence::forget()
{
    m_known.clear();
    m_asked.clear();
}

std::optional<QString> FilePresence::localPath(const QString &path) const
{
    if (!path.startsWith(u'/') || m_folder.isEmpty())
        return {};
    if (path.startsWith(m_folder + u'/') || m_folder == configFolder)
        return path;
    // A server's root that is mounted somewhere, or a copy of its folder alone.
    if (m_folder.endsWith(configFolder))
        return m_folder.chopped(configFolder.size()) + path;
    if (path.startsWith(configFolder + u'/'))
        return m_folder + path.sliced(configFolder.size());
    return {};
}

FilePresence::State FilePresence::stateOf(const QString &path)
{
    const std::optional<QString> local = localPath(path);
    if (!local)
        return State::Unknown;
    const auto known = m_known.constFind(*local);
    if (known != m_known.constEnd())
        return *known;
    if (!m_asked.contains(*local)) {
        m_asked.insert(*local);
        base::whenDone(QtConcurrent::run([path = *local] { return look(path); }), this,
                       [this, asked = *local](State state) {
                           if (!m_asked.contains(asked)) // of a folder that was left
                               return;
                           m_known.insert(asked, state);
                           emit found();
                       });
    }
    return State::Unknown;
}

QString presenceText(FilePresence::State state, bool wantsFolder)
{
    using State = FilePresence::State;
    const auto text = [](const char *words) { return QCoreApplication::translate("filepresence", words); };
    switch (state) {
    case State::Unknown:
        return {};
    case State::Missing:
        return text(QT_TRANSLATE_NOOP("filepresence", "Does not exist."));
    case State::File:
        return text(wantsFolder ? QT_TRANSLATE_NOOP("filepresence", "This is a file, not a folder.")
                                : QT_TRANSLATE_NOOP("filepresence", "Exists."));
    case State::Folder:
        return text(wantsFolder ? QT_TRANSLATE_NOOP("filepresence", "Exists.")
                                : QT_TRANSLATE_NOOP("filepresence", "This is a folder, not a file."));
    case State::Unreadable:
        return text(QT_TRANSLATE_NOOP("filepresence", "Exists; only its owner may read it."));
    }
    return {};
}

} // namespace ui
