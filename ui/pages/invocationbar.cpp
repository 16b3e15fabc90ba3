// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/invocationbar.h"

#include "core/base/displaytext.h"
#include "core/master/invocation.h"
#include "ui/grids/servicewords.h"
#include "ui/session/editsession.h"
#include "ui/session/knowledge.h"
#include "ui/widgets/spacing.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>

#include <algorithm>
#include <array>
#include <utility>

namespace ui {

InvocationBar::InvocationBar(EditSession &session, const Knowledge &knowledge, QWidget *parent)
    : QWidget(parent), m_session(session), m_knowledge(knowledge)
{
    struct Words
    {
        const char *option;
        QString label;
        QString name;
        int stretch;
    };
    const std::array words{Words{"flags=", tr("&Flags"), tr("Flags (flags=)"), 1},
                           Words{"user=", tr("R&uns as"), tr("Runs as (user=)"), 2},
                           Words{"argv=", tr("Co&mmand"), tr("Command (argv=)"), 6}};
    auto *row = new QHBoxLayout;
    row->setSpacing(spacing::parts);
    for (const Words &part : words) {
        auto *line = new QLineEdit;
        line->setAccessibleName(part.name);
        line->setToolTip(part.name);
        auto *label = new QLabel(part.label);
        label->setBuddy(line);
        auto *cell = new QWidget;
        auto *inner = new QHBoxLayout(cell);
        inner->setContentsMargins({});
        inner->setSpacing(spacing::parts);
        inner->addWidget(label);
        inner->addWidget(line, 1);
        row->addWidget(cell, part.stretch);
        if (m_parts.isEmpty())
            m_flags = cell;
        m_parts.append(Part{part.option, line});
        connect(line, &QLineEdit::editingFinished, this,
                [this, at = m_parts.size() - 1] { commit(m_parts[at]); });
    }
    connect(m_parts.first().line, &QLineEdit::textChanged, this, &InvocationBar::explainFlags);
    m_meaning = new TextLabel(TextLabel::Rank::Small, {});
    m_meaning->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(spacing::tight);
    column->addLayout(row);
    column->addWidget(m_meaning);
}

void InvocationBar::showService(qsizetype service)
{
    const syntax::MasterCf &file = m_session.snapshot().masterCf();
    const bool isSame = std::exchange(m_service, service) == service;
    const bool isMeant = service >= 0 && service < file.services().size()
        && master::runsProgram(file, file.services()[service]);
    setVisible(isMeant);
    if (!isMeant)
        return;
    const syntax::Service &shown = file.services()[service];
    m_flags->setVisible(file.programOf(shown) == "pipe");
    for (const Part &part : std::as_const(m_parts)) {
        const QByteArray text = master::invocationPart(file, shown, part.option).value_or(QByteArray());
        if (!isSame || !part.line->isModified())
            part.line->setText(base::displayText(text));
        // What is no text would come back as something else.
        part.line->setReadOnly(QString::fromUtf8(text).toUtf8() != text
                               || !m_session.snapshot().file(model::FileId::MasterCf).isEditable());
    }
    explainFlags();
}

void InvocationBar::commit(const Part &part)
{
    if (!part.line->isModified())
        return;
    part.line->setModified(false);
    const syntax::MasterCf &file = m_session.snapshot().masterCf();
    const QString title = serviceTitle(file, file.services()[m_service]);
    const bool isTaken = m_session.edit(
        tr("Set %1 of %2").arg(QString::fromLatin1(part.option).chopped(1), title), [&](model::Draft &draft) {
            return master::setInvocationPart(draft, m_service, part.option, part.line->text().toUtf8());
        });
    if (!isTaken)
        showService(m_service);
}

/// One sentence for every letter.
void InvocationBar::explainFlags()
{
    QStringList meanings;
    const catalog::Reference *reference = m_knowledge.reference();
    const catalog::Program *pipe = reference ? reference->program("pipe") : nullptr;
    if (pipe && !m_flags->isHidden()) {
        for (const QChar letter : m_parts.first().line->text()) {
            const auto flag = std::ranges::find_if(pipe->flags, [&](const catalog::ProgramWord &word) {
                return QLatin1String(word.name.data(), word.name.size()) == QString(letter);
            });
            //: A flag of pipe that does not exist: "Z: unknown"
            meanings.append(flag == pipe->flags.end()
                                ? tr("%1: unknown").arg(letter)
                                : QStringLiteral("%1: %2").arg(letter).arg(base::displayText(flag->meaning)));
        }
    }
    m_meaning->setText(meanings.join(QLatin1String("; ")));
    m_meaning->setVisible(!meanings.isEmpty());
}

} // namespace ui
