// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/tabletools/indexbar.h"

#include "core/base/displaytext.h"
#include "core/base/errortext.h"
#include "ui/session/checker.h"
#include "ui/session/editsession.h"
#include "ui/session/indexbuilder.h"
#include "ui/session/knowledge.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/spacing.h"
#include "ui/widgets/textlabel.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

using indexes::State;

IndexBar::IndexBar(EditSession &session, Checker &checker, Knowledge &knowledge, IndexBuilder &builder,
                   QWidget *parent)
    : QWidget(parent), m_session(session), m_checker(checker), m_knowledge(knowledge), m_builder(builder)
{
    m_icon = new QLabel;
    m_state = new TextLabel(TextLabel::Rank::Body, {});
    m_state->setWordWrap(true);
    m_state->setAccessibleName(tr("State of the index"));
    m_command = new ElidedLabel({}, Qt::ElideMiddle, nullptr, TextLabel::Rank::Muted);
    m_copy = new QToolButton;
    m_copy->setIcon(icon(QStringLiteral("copy")));
    m_copy->setAutoRaise(true);
    m_copy->setAccessibleName(tr("Copy the command"));
    m_copy->setToolTip(tr("Copy the command, to run it on the server"));
    m_build = new QPushButton(tr("&Build Index"));
    m_build->setToolTip(tr("Run this command here. Postfix sees the old index until the new one is whole."));

    auto *words = new QHBoxLayout;
    words->setSpacing(spacing::parts);
    words->addWidget(m_icon, 0, Qt::AlignTop);
    words->addWidget(m_state, 1);
    auto *commands = new QHBoxLayout;
    commands->setSpacing(spacing::tight);
    commands->addWidget(m_command, 1);
    commands->addWidget(m_copy);
    commands->addWidget(m_build);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(spacing::tight);
    column->addLayout(words);
    column->addLayout(commands);

    connect(m_copy, &QToolButton::clicked, this, [this] {
        if (m_index)
            QApplication::clipboard()->setText(QString::fromUtf8(m_index->commandLine()));
    });
    connect(m_build, &QPushButton::clicked, this, [this] {
        m_problem.clear();
        m_builder.build({m_table});
        refreshButtons();
    });
    connect(&builder, &IndexBuilder::built, this, &IndexBar::refresh);
    connect(&builder, &IndexBuilder::failed, this, [this](const QByteArray &table, const base::Error &error) {
        if (table == m_table)
            m_problem = base::errorText(error);
    });
    connect(&checker, &Checker::filesKnown, this, &IndexBar::refresh);
    connect(&checker, &Checker::postfixKnown, this, &IndexBar::refresh);
    connect(&knowledge, &Knowledge::changed, this, &IndexBar::refresh);
    connect(&session, &EditSession::baselineChanged, this, &IndexBar::refresh);
    hide();
}

void IndexBar::setTable(const QByteArray &table)
{
    if (table != m_table)
        m_problem.clear();
    m_table = table;
    refresh();
}

void IndexBar::refresh()
{
    const effective::Values *values = m_knowledge.values();
    const catalog::Reference *reference = m_knowledge.reference();
    m_index.reset();
    if (values && reference && !m_table.isEmpty()) {
        const QList<tables::UsedTable> all = tables::usedTables(*values, *reference);
        const auto used = std::find_if(all.begin(), all.end(), [this](const tables::UsedTable &one) {
            return one.table.name() == m_table;
        });
        if (used != all.end()) {
            const bool isChanged = used->table.file && m_session.changedFiles().contains(*used->table.file);
            m_index = indexes::indexOf(*used, *reference, m_checker.known(), isChanged);
        }
    }
    setVisible(m_index.has_value());
    if (!m_index)
        return;
    const bool isBroken = m_index->state == State::Missing || m_index->state == State::Older;
    const int size = style()->pixelMetric(QStyle::PM_SmallIconSize);
    m_icon->setPixmap(
        icon(isBroken || !m_problem.isEmpty() ? QStringLiteral("triangle-alert") : QStringLiteral("info"),
             IconColor::Muted)
            .pixmap(size, size));
    QString text = m_problem.isEmpty() ? indexes::stateText(*m_index) : m_problem;
    if (m_index->isMadeByNewaliases && m_problem.isEmpty())
        text += QLatin1Char(' ') + tr("On the server, newaliases builds it too.");
    m_state->setText(text);
    m_command->setText(base::displayText(m_index->commandLine()));
    m_command->setAccessibleName(tr("Command that builds the index: %1").arg(m_command->text()));
    refreshButtons();
}

void IndexBar::refreshButtons()
{
    const bool canBuild = m_index && m_builder.canBuild(m_table);
    m_build->setVisible(canBuild);
    m_build->setEnabled(canBuild && !m_builder.isBuilding() && m_index->state != State::Unsaved);
}

} // namespace ui
