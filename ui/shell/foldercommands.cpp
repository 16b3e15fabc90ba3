// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/foldercommands.h"

#include "core/base/displaytext.h"
#include "core/base/errortext.h"
#include "core/edits/refusal.h"
#include "ui/preview/mergedialog.h"
#include "ui/preview/savedialog.h"
#include "ui/session/crashkeeper.h"
#include "ui/session/editsession.h"
#include "ui/session/foldersession.h"
#include "ui/session/ignoring.h"
#include "ui/session/indexbuilder.h"
#include "ui/session/mounts.h"
#include "ui/settings/settings.h"
#include "ui/shell/messagearea.h"
#include "ui/shell/sample.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>

#include <algorithm>

namespace ui {

namespace {

const QString openSubject = QStringLiteral("open");
const QString saveSubject = QStringLiteral("save");
const QString outsideSubject = QStringLiteral("outside");
const QString unsavedSubject = QStringLiteral("unsaved");
const QString indexSubject = QStringLiteral("index");
const QString refusedSubject = QStringLiteral("refused");

QString listed(const QStringList &names)
{
    return QLocale().createSeparatedList(names);
}

bool areSame(const QList<folder::Conflict> &first, const QList<folder::Conflict> &second)
{
    return std::equal(first.begin(), first.end(), second.begin(), second.end(),
                      [](const folder::Conflict &a, const folder::Conflict &b) {
                          return a.file == b.file && a.disk == b.disk && a.isRemoved == b.isRemoved;
                      });
}

} // namespace

FolderCommands::FolderCommands(PageContext &context, MessageArea &messages, QWidget &window)
    : QObject(&window), m_context(context), m_messages(messages), m_window(window)
{
    FolderSession &folder = context.folder;
    m_indexes = new IndexBuilder(context.runner, context.checker, context.knowledge, folder, this);
    connect(m_indexes, &IndexBuilder::built, this, &FolderCommands::onBuilt);
    connect(m_indexes, &IndexBuilder::failed, this, &FolderCommands::onBuildFailed);
    connect(&folder, &FolderSession::opened, this, &FolderCommands::onOpened);
    connect(&folder, &FolderSession::openFailed, this, &FolderCommands::onOpenFailed);
    connect(&folder, &FolderSession::saved, this, &FolderCommands::onSaved);
    connect(&folder, &FolderSession::saveFailed, this, &FolderCommands::onSaveFailed);
    connect(&folder, &FolderSession::conflicted, this, &FolderCommands::onConflicted);
    connect(&folder, &FolderSession::interruptedSaveTakenBack, this, [this](const QStringList &names) {
        m_messages.say(QStringLiteral("interrupted"), MessageBar::Kind::Warning,
                       tr("An earlier save was interrupted. %1 has its content from before that save again.",
                          nullptr, static_cast<int>(names.size()))
                           .arg(listed(names)));
    });
    connect(&context.ignoring, &Ignoring::failed, this, [this](const QString &text) {
        m_messages.say(QStringLiteral("ignoring"), MessageBar::Kind::Warning, text);
    });
    connect(&context.session, &EditSession::refused, this, [this](const edits::Refusal &refusal) {
        m_messages.say(refusedSubject, MessageBar::Kind::Warning, edits::refusalText(refusal));
    });
    connect(&context.session, &EditSession::changed, this, [this] { m_messages.takeBack(refusedSubject); });
}

void FolderCommands::browse()
{
    auto *dialog =
        new QFileDialog(&m_window, tr("Open a Folder with main.cf and master.cf"), m_context.folder.path());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setLabelText(QFileDialog::Accept, tr("Open"));
    connect(dialog, &QFileDialog::fileSelected, this, &FolderCommands::open);
    dialog->open();
}

void FolderCommands::open(const QString &path)
{
    whenNothingIsLost([this, path] { m_context.folder.open(path); });
}

void FolderCommands::openSample()
{
    whenNothingIsLost([this] {
        auto sample = std::make_unique<QTemporaryDir>();
        if (const base::Status copied = copySample(sample->path()); !copied) {
            onOpenFailed(sample->path(), copied.error());
            return;
        }
        m_sample = std::move(sample);
        m_context.folder.open(m_sample->path());
    });
}

void FolderCommands::readAgain()
{
    open(m_context.folder.path());
}

void FolderCommands::close()
{
    whenNothingIsLost([this] { m_context.folder.close(); });
}

void FolderCommands::save()
{
    const QList<model::FileId> changed = m_context.session.changedFiles();
    if (changed.isEmpty()) {
        emit done(tr("Nothing to save: every file is as it is on disk."));
        return;
    }
    const QString &path = m_context.folder.path();
    const Mount mount = mountOf(path);
    const QByteArray there = folder::configDirectory(mount.remotePath.isEmpty() ? path : mount.remotePath);
    auto *dialog = new SaveDialog(m_context.session, m_context.findings, path, there, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->offerBuilding([this](const QByteArray &table) { return m_indexes->canBuild(table); },
                          m_context.settings.get(settings::buildIndexes));
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        if (const auto isWanted = dialog->isBuildingWanted())
            m_context.settings.set(settings::buildIndexes, *isWanted);
        m_toBuild = dialog->builds();
        m_context.folder.save(dialog->files());
    });
    connect(dialog, &QDialog::rejected, this, [this] { m_afterSave = nullptr; });
    dialog->open();
}

void FolderCommands::offerUnsaved(CrashKeeper &keeper, const files::UnsavedEdits &edits)
{
    QStringList names;
    for (const files::UnsavedFile &file : edits.files)
        names.append(QFileInfo(file.path).fileName());
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(edits.recordedMs);
    //: %1 is a list of files, %2 a date and time
    const QString text = tr("Postwright ended before these changes of %1 were saved (last on %2).")
                             .arg(listed(names), QLocale().toString(time, QLocale::ShortFormat));
    MessageBar *bar = m_messages.say(unsavedSubject, MessageBar::Kind::Info, text);
    bar->addAction(tr("Restore"), [this, &keeper, edits] {
        if (const QStringList left = keeper.restore(edits); !left.isEmpty())
            m_messages.say(
                QStringLiteral("left"), MessageBar::Kind::Warning,
                tr("%1 was changed by someone else since; the edits to it were made in another text and "
                   "can’t be restored. They are kept.")
                    .arg(listed(left)));
    });
    bar->addAction(tr("Discard"), [&keeper, edits] { keeper.discard(edits); });
}

void FolderCommands::whenNothingIsLost(std::function<void()> then)
{
    if (m_context.folder.state() == FolderSession::State::Saving)
        m_afterSave = [this, then = std::move(then)] { whenNothingIsLost(then); };
    else if (m_context.session.changedFiles().isEmpty())
        then();
    else
        askAboutUnsaved(then);
}

void FolderCommands::askAboutUnsaved(const std::function<void()> &then)
{
    const EditSession &session = m_context.session;
    QStringList names;
    for (const model::FileId id : session.changedFiles())
        names.append(session.snapshot().file(id).info().name);

    const auto count = static_cast<int>(names.size());
    //: %1 is a list of files
    const QString text = tr("%1 has changes that are not saved.", nullptr, count).arg(listed(names));
    auto *question =
        new QMessageBox(QMessageBox::Warning, tr("Unsaved Changes"), text,
                        QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, &m_window);
    question->button(QMessageBox::Save)->setText(tr("&Save…"));
    question->button(QMessageBox::Discard)->setText(tr("&Discard Changes"));
    question->setObjectName(QStringLiteral("unsavedQuestion"));
    question->setInformativeText(
        tr("What is discarded can’t be brought back. Saving shows the differences first."));
    question->setDefaultButton(QMessageBox::Save);
    question->setAttribute(Qt::WA_DeleteOnClose);
    connect(question, &QMessageBox::finished, this, [this, then](int answer) {
        if (answer == QMessageBox::Discard) {
            then();
        } else if (answer == QMessageBox::Save) {
            m_afterSave = [this, then] { whenNothingIsLost(then); }; // not every file may have been saved
            save();
        }
    });
    question->open();
}

void FolderCommands::onOpened()
{
    m_messages.takeBack(openSubject);
    m_messages.takeBack(saveSubject);
    m_messages.takeBack(outsideSubject);
    m_messages.takeBack(unsavedSubject);
    m_said.clear();
    const QString &path = m_context.folder.path();
    if (!m_sample || path != m_sample->path())
        addRecentFolder(m_context.settings, path);
}

void FolderCommands::onOpenFailed(const QString &path, const base::Error &error)
{
    if (error.code == base::Error::Code::Cancelled)
        return;
    MessageBar *bar = m_messages.say(openSubject, MessageBar::Kind::Error, base::errorText(error));
    bar->addAction(tr("Try Again"), [this, path] { open(path); });
    bar->addAction(tr("Open Another Folder…"), [this] { browse(); });
}

void FolderCommands::onSaved(const QStringList &names)
{
    m_messages.takeBack(saveSubject);
    emit done(tr("Saved %1.").arg(listed(names)));
    m_messages.takeBack(indexSubject);
    if (!m_toBuild.isEmpty())
        m_indexes->build(std::exchange(m_toBuild, {}));
    if (const auto then = std::exchange(m_afterSave, nullptr))
        then();
}

void FolderCommands::onBuilt(const QStringList &files, const QByteArrayList &warnings)
{
    if (files.isEmpty())
        return;
    //: %1 is a list of files
    emit done(tr("Built %1.").arg(listed(files)));
    if (!warnings.isEmpty())
        m_messages.say(indexSubject, MessageBar::Kind::Warning,
                       tr("The index is built, with this remark of Postfix: %1")
                           .arg(base::displayText(warnings.first())));
}

void FolderCommands::onBuildFailed(const QByteArray &table, const base::Error &error)
{
    m_messages.say(indexSubject, MessageBar::Kind::Error,
                   tr("The files are saved, but the index of %1 could not be built; Postfix still uses the "
                      "old one. %2")
                       .arg(base::displayText(table), base::errorText(error)));
}

void FolderCommands::onSaveFailed(const base::Error &error)
{
    m_afterSave = nullptr;
    m_toBuild.clear();
    if (error.code == base::Error::Code::Cancelled) {
        emit done(tr("Saving was cancelled; the files are as they were."));
        return;
    }
    //: %1 is what went wrong, in one or two sentences
    MessageBar *bar =
        m_messages.say(saveSubject, MessageBar::Kind::Error,
                       tr("Nothing was saved. %1 Your changes are still here.").arg(base::errorText(error)));
    bar->addAction(tr("Try Again"), [this] { save(); });
}

void FolderCommands::onConflicted(const QList<folder::Conflict> &conflicts, bool whileSaving)
{
    m_afterSave = nullptr;
    if (!whileSaving && areSame(conflicts, m_said))
        return;
    m_said = conflicts;
    const QList<model::FileId> changedHere = m_context.session.changedFiles();
    QStringList names;
    bool isEdited = false;
    for (const folder::Conflict &conflict : conflicts) {
        names.append(m_context.session.snapshot().file(conflict.file).info().name);
        isEdited = isEdited || changedHere.contains(conflict.file);
    }
    const QString text = whileSaving
        ? tr("Nothing was saved: %1 was changed by someone else since it was read.")
        : tr("%1 was changed by someone else since it was read.");
    MessageBar *bar = m_messages.say(outsideSubject, MessageBar::Kind::Warning, text.arg(listed(names)));
    if (!isEdited) {
        bar->addAction(tr("Take Over"), [this, conflicts] {
            m_context.folder.takeOver(conflicts);
            m_context.session.request({conflicts.first().file, {}});
        });
    }
    bar->addAction(tr("Compare and Merge…"), [this, conflicts] { merge(conflicts); });
}

void FolderCommands::merge(const QList<folder::Conflict> &conflicts)
{
    auto *dialog = new MergeDialog(m_context.session, conflicts, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        if (dialog->choice() == MergeDialog::Choice::Mine)
            m_context.folder.keepOurs(dialog->chosen());
        else
            m_context.folder.takeOver(dialog->chosen());
        m_said.clear();
    });
    connect(dialog, &QDialog::rejected, this, [this, conflicts] {
        m_said.clear();
        onConflicted(conflicts, false); // it stays said until it is decided
    });
    dialog->open();
}

} // namespace ui
