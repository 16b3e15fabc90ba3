// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/changes.h"
#include "core/review/aftersaving.h"

#include <QDialog>

#include <functional>
#include <optional>

class QCheckBox;
class QLabel;
class QListWidget;
class QPushButton;

namespace ui {

class DiffView;
class EditSession;
class Findings;

/// The last look before files are written: which ones, what changes in them, what is wrong, and what the
/// server needs afterwards. It writes nothing itself: once accepted, files() says what is to be saved.
class SaveDialog : public QDialog
{
    Q_OBJECT

public:
    /// `folder` is where the configuration is, as opened; `configDirectory` what the server calls it.
    SaveDialog(EditSession &session, Findings &findings, const QString &folder,
               const QByteArray &configDirectory, QWidget *parent = nullptr);

    /// Which index files can be built here ("hash:/etc/postfix/virtual"), and whether they are to be unless
    /// the user says otherwise. Without it, the commands are only told.
    void offerBuilding(const std::function<bool(const QByteArray &table)> &canBuild, bool isWanted);
    /// The tables whose index the user wants built after saving.
    QByteArrayList builds() const;
    /// What the box for that says now; nothing where there is none.
    std::optional<bool> isBuildingWanted() const;

    /// The files that are checked, in the order of the snapshot.
    QList<model::FileId> files() const;

private:
    QWidget *makeFiles();
    void fillFiles();
    void refresh();
    QString problemsText() const;
    QByteArrayList buildable(const review::AfterSaving &after) const;
    review::AfterSaving afterwards() const;

    EditSession &m_session;
    Findings &m_findings;
    QString m_folder;
    QByteArray m_configDirectory;
    QListWidget *m_list = nullptr;
    DiffView *m_diff = nullptr;
    QLabel *m_problems = nullptr;
    QLabel *m_after = nullptr;
    QCheckBox *m_build = nullptr; ///< seen where something can be built
    std::function<bool(const QByteArray &)> m_canBuild;
    QPushButton *m_save = nullptr;
};

/// "2 settings, 1 service added": what changed in a file, in few words.
QString changeSummary(const model::Snapshot &before, const model::Snapshot &after, model::FileId file);
/// One line for each thing to do; empty when there is nothing.
QStringList afterSavingLines(const review::AfterSaving &after);

} // namespace ui
