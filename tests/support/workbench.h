// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/files/localfilestore.h"
#include "tests/support/fakerunner.h"
#include "ui/pages/pagecontext.h"
#include "ui/session/checker.h"
#include "ui/session/editsession.h"
#include "ui/session/filepresence.h"
#include "ui/session/findings.h"
#include "ui/session/foldersession.h"
#include "ui/session/ignoring.h"
#include "ui/session/knowledge.h"
#include "ui/session/language.h"
#include "ui/settings/settings.h"
#include "ui/shell/sample.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

/// All that a window or a page is given, on a sample server in a folder of its own. The programs are those of
/// `Runner`, a tools::Runner.
template<typename Runner>
struct WorkbenchWith
{
    QTemporaryDir root;
    QSettings store{root.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat};
    ui::Settings settings{store};
    Runner runner;
    ui::EditSession session;
    ui::Findings findings{session};
    std::shared_ptr<files::LocalFileStore> fileStore =
        std::make_shared<files::LocalFileStore>(root.filePath(QStringLiteral("state")));
    ui::FolderSession folder{session, fileStore};
    ui::Knowledge knowledge{session};
    ui::Checker checker{session, findings, knowledge, runner};
    ui::Language language{session, knowledge};
    ui::FilePresence presence;
    ui::Ignoring ignoring{session, folder, fileStore};
    ui::PageContext context{session,  folder,    findings, checker,  settings,
                            language, knowledge, presence, ignoring, runner};

    QString path() const { return root.filePath(QStringLiteral("postfix")); }
    QString file(const QString &name) const { return path() + u'/' + name; }

    bool writeSample() const { return QDir().mkpath(path()) && ui::copySample(path()).has_value(); }

    bool openSample()
    {
        QSignalSpy opened(&folder, &ui::FolderSession::opened);
        if (!writeSample())
            return false;
        folder.open(path());
        return opened.wait(10000);
    }

    /// Through the model, as a page would.
    void append(model::FileId id, const QByteArray &bytes)
    {
        session.edit(QStringLiteral("Append"), [&](model::Draft &draft) {
            const qsizetype end = draft.snapshot().file(id).text().size();
            draft.replace(id, {end, end}, bytes);
        });
    }

    QByteArray onDisk(const QString &name) const
    {
        QFile opened(file(name));
        return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray("(not readable)");
    }

    bool write(const QString &name, const QByteArray &bytes) const
    {
        QFile opened(file(name));
        return opened.open(QIODevice::WriteOnly) && opened.write(bytes) == bytes.size();
    }
};

/// On a machine without Postfix.
using Workbench = WorkbenchWith<support::FakeRunner>;
