// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/preview/renamedialog.h"

#include "core/base/displaytext.h"
#include "core/usages/rename.h"
#include "ui/preview/diffview.h"
#include "ui/session/editsession.h"
#include "ui/session/language.h"
#include "ui/text/filename.h"
#include "ui/widgets/colors.h"
#include "ui/widgets/spacing.h"
#include "ui/widgets/textlabel.h"

#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

using usages::Symbol;

namespace {

/// The first service of that name, in force if there is one.
qsizetype serviceNamed(const syntax::MasterCf &file, const Symbol &symbol)
{
    qsizetype found = -1;
    for (qsizetype i = 0; i < file.services().size(); ++i) {
        const syntax::Service &service = file.services()[i];
        const bool isNetwork = file.fieldOf(service, syntax::ServiceField::Type) == "inet";
        if (file.fieldOf(service, syntax::ServiceField::Name) != symbol.name || isNetwork != symbol.isNetwork)
            continue;
        if (service.enabled)
            return i;
        found = found < 0 ? i : found;
    }
    return found;
}

edits::Outcome renamed(model::Draft &draft, const Language &language, const Symbol &symbol,
                       const QByteArray &to)
{
    const catalog::Reference *reference = language.reference();
    if (!reference)
        return edits::Refusal{edits::Refusal::Reason::NotThere, symbol.name};
    if (symbol.kind == Symbol::Kind::Parameter)
        return usages::renameParameter(draft, reference->catalog(), symbol.name, to);
    return usages::renameService(draft, reference->catalog(), language.target(),
                                 serviceNamed(draft.masterCf(), symbol), to);
}

} // namespace

RenameDialog::RenameDialog(Language &language, const Symbol &symbol, QWidget *parent)
    : QDialog(parent), m_language(language), m_symbol(symbol)
{
    setObjectName(QStringLiteral("renameDialog"));
    const bool isService = symbol.kind == Symbol::Kind::Service;
    const QString name = base::displayText(symbol.name);
    setWindowTitle(isService ? tr("Rename service %1").arg(name) : tr("Rename parameter %1").arg(name));
    constexpr QSize size(760, 480);
    resize(size);

    auto *label = new QLabel(isService ? tr("&New name of the service, and of what is named after it:")
                                       : tr("&New name:"));
    m_name = new QLineEdit(QString::fromUtf8(symbol.name));
    m_name->setAccessibleName(tr("New name"));
    m_name->selectAll();
    label->setBuddy(m_name);
    m_state = new QLabel;
    m_state->setWordWrap(true);
    m_state->setTextFormat(Qt::PlainText);
    m_state->setAccessibleName(tr("What renaming does"));
    m_diff = new DiffView;
    m_diff->setFrameShape(QFrame::StyledPanel);
    m_diff->setAccessibleName(tr("Lines that change"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_rename = buttons->addButton(tr("&Rename"), QDialogButtonBox::AcceptRole);
    buttons->button(QDialogButtonBox::Cancel)->setAutoDefault(false); // Enter is never that
    connect(buttons, &QDialogButtonBox::accepted, this, &RenameDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(spacing::fields, spacing::fields, spacing::fields, spacing::fields);
    column->setSpacing(spacing::parts);
    column->addWidget(label);
    column->addWidget(m_name);
    column->addWidget(m_state);
    column->addWidget(m_diff, 1);
    column->addWidget(buttons);
    m_rename->setDefault(true);

    connect(m_name, &QLineEdit::textChanged, this, &RenameDialog::refresh);
    // What is renamed may be changed while it is asked for.
    connect(&language.session(), &EditSession::changed, this, &RenameDialog::refresh);
    connect(&language.session(), &EditSession::opened, this, &QDialog::reject);
    refresh();
    m_name->setFocus();
}

QByteArray RenameDialog::typed() const
{
    return m_name->text().toUtf8();
}

void RenameDialog::refresh()
{
    const model::Snapshot &now = m_language.session().snapshot();
    model::Draft draft(now);
    const bool isSame = typed() == m_symbol.name;
    const edits::Outcome refused = isSame ? edits::Outcome() : renamed(draft, m_language, m_symbol, typed());
    DiffRows rows;
    rows.update(now, draft.snapshot());
    m_diff->setRows(rows.rows(),
                    [this](model::FileId id) { return shownName(m_language.session().snapshot(), id); });
    QStringList files;
    for (const model::FileId id : rows.files())
        files.append(shownName(now, id));
    //: %1 is a list of files
    const QString change = tr("Lines change in %1, as one step of Undo. Comments stay as they are.")
                               .arg(files.join(QStringLiteral(", ")));
    const QString start = tr("Places that name it: %1. Type another name to see what changes.")
                              .arg(m_language.usagesOf(m_symbol).size());
    m_state->setText(refused ? edits::refusalText(*refused) : isSame ? start : change);
    QPalette palette;
    if (refused)
        palette.setColor(QPalette::WindowText, colorsFor(palette).error);
    m_state->setPalette(palette);
    m_rename->setEnabled(!refused && !isSame);
}

void RenameDialog::accept()
{
    if (!m_rename->isEnabled())
        return;
    const bool isDone = m_language.session().edit(
        tr("Rename %1 to %2").arg(base::displayText(m_symbol.name), m_name->text()),
        [this](model::Draft &draft) { return renamed(draft, m_language, m_symbol, typed()); });
    if (isDone)
        QDialog::accept();
}

} // namespace ui
