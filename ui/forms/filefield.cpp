// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/forms/filefield.h"

#include "ui/forms/linefield.h"
#include "ui/session/filepresence.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/spacing.h"
#include "ui/widgets/textlabel.h"

#include <QFileDialog>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

FileField::FileField(FilePresence &presence, bool wantsFolder, QWidget *parent)
    : Field(parent), m_presence(presence), m_wantsFolder(wantsFolder)
{
    m_line = new LineField({});
    m_line->setWriter([this](const QByteArray &value) { return write(value); });
    auto *button = new QPushButton(icon(QStringLiteral("folder-open")), tr("Browse…"));
    m_browse = button;
    m_state = new TextLabel(TextLabel::Rank::Small, {});
    setFocusProxy(m_line);

    auto *row = new QHBoxLayout;
    row->setSpacing(spacing::parts);
    row->addWidget(m_line, 1);
    row->addWidget(button);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(spacing::tight);
    column->addLayout(row);
    column->addWidget(m_state);
    connect(m_line, &Field::drafted, this, &Field::drafted);
    connect(button, &QPushButton::clicked, this, &FileField::browse);
    connect(&presence, &FilePresence::found, this, &FileField::refreshPresence);
}

void FileField::setValue(const QByteArray &value)
{
    m_value = value;
    m_line->setValue(value);
    refreshPresence();
}

void FileField::setReadOnly(bool isReadOnly)
{
    m_line->setReadOnly(isReadOnly);
    m_browse->setEnabled(!isReadOnly);
}

void FileField::commit()
{
    m_line->commit();
}

void FileField::revert()
{
    m_line->revert();
}

bool FileField::isModified() const
{
    return m_line->isModified();
}

void FileField::setName(const QString &name)
{
    m_line->setName(name);
    //: Choose a file for a setting: "Browse for CA file (smtp_tls_CAfile)"
    m_browse->setAccessibleName(tr("Browse for %1").arg(name));
}

void FileField::setDescription(const QString &text)
{
    m_line->setDescription(text);
}

void FileField::browse()
{
    const QString now = QString::fromUtf8(m_value);
    auto *dialog = new QFileDialog(this, m_wantsFolder ? tr("Choose a Folder") : tr("Choose a File"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(m_wantsFolder ? QFileDialog::Directory : QFileDialog::ExistingFile);
    dialog->selectFile(m_presence.localPath(now).value_or(now));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        if (!path.isEmpty())
            write(path.toUtf8());
    });
    dialog->open();
}

void FileField::refreshPresence()
{
    const QString text = presenceText(m_presence.stateOf(QString::fromUtf8(m_value)), m_wantsFolder);
    m_state->setText(text);
    m_state->setVisible(!text.isEmpty());
}

} // namespace ui
