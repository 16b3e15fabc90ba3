// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/tabletools/movedialog.h"

#include "core/base/displaytext.h"
#include "core/tablemoves/leftovers.h"
#include "ui/preview/diffview.h"
#include "ui/session/editsession.h"
#include "ui/session/knowledge.h"
#include "ui/text/filename.h"
#include "ui/widgets/colors.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/spacing.h"
#include "ui/widgets/textlabel.h"

#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QFormLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

using tablemoves::Moved;
using tablemoves::TableName;

std::optional<tables::UsedTable> MoveDialog::tableNamed(const Knowledge &knowledge, const QByteArray &table)
{
    const effective::Values *values = knowledge.values();
    const catalog::Reference *reference = knowledge.reference();
    if (!values || !reference)
        return {};
    const QList<tables::UsedTable> all = tables::usedTables(*values, *reference);
    const auto found = std::find_if(all.begin(), all.end(), [&](const tables::UsedTable &one) {
        return one.table.hasRows() && (one.table.name() == table || one.table.path == table);
    });
    return found == all.end() ? std::nullopt : std::optional(*found);
}

MoveDialog::MoveDialog(EditSession &session, const Knowledge &knowledge, const QByteArray &table,
                       QWidget *parent)
    : QDialog(parent),
      m_session(session),
      m_knowledge(knowledge),
      m_table(tableNamed(knowledge, table).value_or(tables::UsedTable()))
{
    setObjectName(QStringLiteral("moveDialog"));
    const QString name = base::displayText(m_table.table.name());
    setWindowTitle(tr("Name and type of %1").arg(name));
    constexpr QSize size(760, 520);
    resize(size);

    m_type = new QComboBox;
    m_type->setAccessibleName(tr("Type"));
    for (const QByteArray &type : tablemoves::typesFor(m_table)) {
        const catalog::TableType *known =
            knowledge.reference() ? knowledge.reference()->tableType(type) : nullptr;
        //: a type of table and what that is: "lmdb – LMDB file"
        m_type->addItem(known ? tr("%1 – %2").arg(base::displayText(type), base::displayText(known->summary))
                              : base::displayText(type),
                        type);
    }
    m_path = new QLineEdit(base::displayText(m_table.table.path));
    m_path->setAccessibleName(tr("File"));
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(spacing::fields);
    form->setVerticalSpacing(spacing::parts);
    form->addRow(tr("&Type:"), m_type);
    form->addRow(tr("&File:"), m_path);

    m_state = new QLabel;
    m_state->setWordWrap(true);
    m_state->setTextFormat(Qt::PlainText);
    m_state->setAccessibleName(tr("What the change does"));
    m_diff = new DiffView;
    m_diff->setFrameShape(QFrame::StyledPanel);
    m_diff->setAccessibleName(tr("Lines that change"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_move = buttons->addButton(tr("&Change Table"), QDialogButtonBox::AcceptRole);
    buttons->button(QDialogButtonBox::Cancel)->setAutoDefault(false); // Enter is never that
    connect(buttons, &QDialogButtonBox::accepted, this, &MoveDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(spacing::fields, spacing::fields, spacing::fields, spacing::fields);
    column->setSpacing(spacing::parts);
    column->addLayout(form);
    column->addWidget(m_state);
    column->addWidget(m_diff, 1);
    column->addWidget(buildRemoval());
    column->addWidget(buttons);
    m_move->setDefault(true);

    connect(m_type, &QComboBox::currentIndexChanged, this, &MoveDialog::onType);
    connect(m_path, &QLineEdit::textChanged, this, &MoveDialog::refresh);
    connect(&session, &EditSession::changed, this, &MoveDialog::refresh);
    connect(&session, &EditSession::opened, this, &QDialog::reject);
    refresh();
    m_type->setFocus();
}

/// Saving never removes a file, so it says what does.
QWidget *MoveDialog::buildRemoval()
{
    m_removal = new QWidget;
    auto *sentence = new TextLabel(
        TextLabel::Rank::Body,
        tr("Saving removes no file. Once the server uses the new table, this command re&moves what is left "
           "of the old one:"));
    sentence->setWordWrap(true);
    m_command = new QLineEdit;
    m_command->setReadOnly(true);
    m_command->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_command->setAccessibleName(tr("Command that removes the old files"));
    sentence->setBuddy(m_command);
    auto *copy = new QToolButton;
    copy->setIcon(icon(QStringLiteral("copy")));
    copy->setFocusPolicy(Qt::TabFocus);
    copy->setAccessibleName(tr("Copy the command"));
    copy->setToolTip(tr("Copy the command, to run it on the server"));
    connect(copy, &QToolButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_command->text()); });
    auto *row = new QHBoxLayout;
    row->setSpacing(spacing::parts);
    row->addWidget(m_command, 1);
    row->addWidget(copy);
    auto *column = new QVBoxLayout(m_removal);
    column->setContentsMargins({});
    column->setSpacing(spacing::tight);
    column->addWidget(sentence);
    column->addLayout(row);
    return m_removal;
}

QByteArray MoveDialog::removingCommand() const
{
    const effective::Values *values = m_knowledge.values();
    const catalog::Reference *reference = m_knowledge.reference();
    if (!values || !reference)
        return {};
    return tablemoves::removingCommand(
        tablemoves::leftovers(tables::usedTables(*values, *reference), m_table, wanted(), *reference));
}

TableName MoveDialog::wanted() const
{
    return {m_type->currentData().toByteArray(), m_path->text().toUtf8()};
}

/// The path that goes with the type, unless another was written.
void MoveDialog::onType()
{
    const QByteArray typed = m_path->text().toUtf8();
    const QByteArrayList types = tablemoves::typesFor(m_table);
    const bool isOurs = std::any_of(types.begin(), types.end(), [&](const QByteArray &type) {
        return typed == tablemoves::pathFor(m_table, type);
    });
    if (isOurs)
        m_path->setText(base::displayText(tablemoves::pathFor(m_table, wanted().type)));
    refresh();
}

Moved MoveDialog::move(model::Draft &draft) const
{
    // It is looked for again: the configuration may have changed while the dialog was open.
    const auto table = tableNamed(m_knowledge, m_table.table.name());
    if (!table || !m_knowledge.values())
        return {.refusal = edits::Refusal{edits::Refusal::Reason::NotThere, m_table.table.name()}};
    return tablemoves::move(draft, *m_knowledge.values(), *table, wanted());
}

void MoveDialog::refresh()
{
    const model::Snapshot &now = m_session.snapshot();
    model::Draft draft(now);
    const bool isSame = wanted() == TableName{m_table.table.type, m_table.table.path};
    const Moved moved = isSame ? Moved() : move(draft);
    DiffRows rows;
    rows.update(now, draft.snapshot());
    m_diff->setRows(rows.rows(),
                    [this, after = draft.snapshot()](model::FileId id) { return shownName(after, id); });
    QStringList sentences{tr("Places that name it: %1, changed as one step of Undo.").arg(moved.places)};
    sentences += moved.remarks;
    m_state->setText(moved.refusal ? edits::refusalText(*moved.refusal)
                         : isSame  ? tr("Choose another type or file to see what changes.")
                                   : sentences.join(QLatin1Char(' ')));
    QPalette palette;
    if (moved.refusal)
        palette.setColor(QPalette::WindowText, colorsFor(palette).error);
    m_state->setPalette(palette);
    const bool isChange = !moved.refusal && !isSame;
    const QByteArray command = isChange ? removingCommand() : QByteArray();
    m_command->setText(base::displayText(command));
    m_command->setCursorPosition(0);
    m_removal->setVisible(!command.isEmpty());
    m_move->setEnabled(isChange);
}

void MoveDialog::accept()
{
    if (!m_move->isEnabled())
        return;
    const bool isDone =
        m_session.edit(tr("Change %1 to %2")
                           .arg(base::displayText(m_table.table.name()), base::displayText(wanted().text())),
                       [this](model::Draft &draft) { return move(draft).refusal; });
    if (isDone)
        QDialog::accept();
}

} // namespace ui
