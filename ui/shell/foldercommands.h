// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/files/crashjournal.h"
#include "core/folder/conflicts.h"
#include "ui/pages/pagecontext.h"

#include <QObject>
#include <QTemporaryDir>

#include <functional>
#include <memory>

namespace ui {

class CrashKeeper;
class IndexBuilder;
class MessageArea;

/// What the user can do with the folder as a whole, with the questions and messages that belong to it.
/// Nothing here loses an edit without being told to.
class FolderCommands : public QObject
{
    Q_OBJECT

public:
    FolderCommands(PageContext &context, MessageArea &messages, QWidget &window);

    void browse();
    void open(const QString &path);
    void openSample();
    void readAgain();
    void close();
    void save();

    /// Asks whether edits that a crash has left should come back.
    void offerUnsaved(CrashKeeper &keeper, const files::UnsavedEdits &edits);

    /// Runs `then` once nothing would be lost by it: at once, after saving, or after the user said so.
    void whenNothingIsLost(std::function<void()> then);

signals:
    /// For the status line: something went as it should.
    void done(const QString &sentence);

private:
    void onOpened();
    void onOpenFailed(const QString &path, const base::Error &error);
    void onSaved(const QStringList &names);
    void onSaveFailed(const base::Error &error);
    void onConflicted(const QList<folder::Conflict> &conflicts, bool whileSaving);
    void onBuilt(const QStringList &files, const QByteArrayList &warnings);
    void onBuildFailed(const QByteArray &table, const base::Error &error);
    void merge(const QList<folder::Conflict> &conflicts);
    void askAboutUnsaved(const std::function<void()> &then);

    PageContext &m_context;
    MessageArea &m_messages;
    QWidget &m_window;
    std::function<void()> m_afterSave;
    IndexBuilder *m_indexes = nullptr;
    QByteArrayList m_toBuild; ///< once the files are saved
    std::unique_ptr<QTemporaryDir> m_sample; ///< lives as long as the window
    QList<folder::Conflict> m_said; ///< the bar about these has been shown
};

} // namespace ui
