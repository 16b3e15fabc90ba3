// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/bundleexport.h"

#include "core/base/errortext.h"
#include "core/base/whendone.h"
#include "ui/session/checker.h"
#include "ui/session/editsession.h"
#include "ui/session/foldersession.h"
#include "ui/shell/messagearea.h"

#include <QDateTime>
#include <QDir>
#include <QFileDialog>
#include <QSaveFile>
#include <QtConcurrentRun>

namespace ui {

namespace {

const QString subject = QStringLiteral("bundle");

base::Result<bundle::Bundle> write(const QString &path, const model::Snapshot &snapshot,
                                   const check::Problems &postfix, const bundle::Options &options)
{
    const check::Problems problems = check::together(check::ownProblems(snapshot), postfix);
    base::Result<bundle::Bundle> made = bundle::exported(snapshot, problems, options);
    if (!made)
        return made;
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return base::Error{.code = base::Error::Code::Other, .subject = path, .detail = file.errorString()};
    if (made->hasSecrets)
        file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    file.write(made->bytes);
    if (!file.commit())
        return base::Error{.code = base::Error::Code::Other, .subject = path, .detail = file.errorString()};
    return made;
}

} // namespace

BundleExport::BundleExport(PageContext &context, MessageArea &messages, QWidget &window)
    : QObject(&window), m_context(context), m_messages(messages), m_window(window)
{
}

void BundleExport::browse()
{
    const QString name =
        bundle::fileName(m_context.folder.path(), QDateTime::currentDateTime(), bundle::Compression::Zstd);
    auto *dialog = new QFileDialog(&m_window, tr("Export a Bundle"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->setNameFilters({tr("Bundles (*.tar.zst *.tar.gz)")});
    dialog->setDirectory(QDir::home());
    dialog->selectFile(name);
    dialog->setLabelText(QFileDialog::Accept, tr("Export"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) { writeTo(path, false); });
    dialog->open();
}

void BundleExport::writeTo(const QString &path, bool withSecrets)
{
    m_context.checker.whenChecked([this, path, withSecrets](const check::Problems &postfix) {
        const auto &installed = m_context.checker.postfix();
        const bundle::Options options{.target = installed ? installed->mailVersion : QString(),
                                      .withSecrets = withSecrets,
                                      .compression = bundle::compressionOf(path)};
        const auto work = [path, snapshot = m_context.session.snapshot(), postfix, options] {
            return write(path, snapshot, postfix, options);
        };
        base::whenDone(
            QtConcurrent::run(work), this, [this, path](const base::Result<bundle::Bundle> &written) {
                if (written)
                    onWritten(path, *written);
                else
                    m_messages.say(
                        subject, MessageBar::Kind::Error,
                        //: %1 is what went wrong, in one or two sentences
                        tr("The bundle was not written. %1").arg(base::errorText(written.error())));
            });
    });
}

void BundleExport::onWritten(const QString &path, const bundle::Bundle &written)
{
    QString text = written.isDraft
        ? tr("%1 is a draft: the configuration has errors, so it is not called validated.").arg(path)
        : tr("The bundle is in %1.").arg(path);
    if (written.hasSecrets)
        text += u' ' + tr("It holds passwords or keys; only you can read it.");
    if (!written.leftOut.isEmpty())
        text += u' ' + tr("Left out: %1.").arg(QLocale().createSeparatedList(written.leftOut));
    MessageBar *bar =
        m_messages.say(subject, written.isDraft ? MessageBar::Kind::Warning : MessageBar::Kind::Info, text);
    if (!written.hasSecrets && !written.leftOut.isEmpty())
        bar->addAction(tr("Export Again with Secrets"), [this, path] { writeTo(path, true); });
}

} // namespace ui
