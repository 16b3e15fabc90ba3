// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/usages/usagespanel.h"

#include "core/base/displaytext.h"
#include "ui/session/editsession.h"
#include "ui/session/language.h"
#include "ui/usages/usagesmodel.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/placetable.h"
#include "ui/widgets/spacing.h"
#include "ui/widgets/textlabel.h"

#include <QAction>
#include <QFontDatabase>
#include <QStackedLayout>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui {

UsagesPanel::UsagesPanel(Language &language, QWidget *parent) : QWidget(parent), m_language(language)
{
    m_model = new UsagesModel(language, this);
    buildTable();
    m_empty = new TextLabel(TextLabel::Rank::Muted, {});
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addLayout(buildTop());
    m_stack = new QStackedLayout;
    column->addLayout(m_stack, 1); // first: what a layout without a parent shows is a window
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    setFocusProxy(m_table);

    constexpr int pause = 250; // ms, behind the last key
    m_settle.setSingleShot(true);
    m_settle.setInterval(pause);
    connect(&m_settle, &QTimer::timeout, this, &UsagesPanel::search);
    connect(&language.session(), &EditSession::changed, &m_settle, qOverload<>(&QTimer::start));
    connect(&language.session(), &EditSession::opened, this, &UsagesPanel::search);
    connect(&language, &Language::usagesAsked, this, [this] {
        search();
        if (m_model->rowCount() > 0)
            m_table->setCurrentIndex(m_model->index(0, 0));
    });
    search();
}

void UsagesPanel::buildTable()
{
    m_table = new PlaceTable(m_model, UsagesModel::TextColumn);
    m_table->setAccessibleName(tr("Usages"));
    const int letter = fontMetrics().averageCharWidth();
    m_table->setColumnWidth(UsagesModel::PlaceColumn, letter * 22);
    m_table->setColumnWidth(UsagesModel::RoleColumn, letter * 34);
    connect(m_table, &PlaceTable::asked, this, &UsagesPanel::go);
}

QLayout *UsagesPanel::buildTop()
{
    m_title = new ElidedLabel({}, Qt::ElideRight);
    m_rename = new QToolButton;
    m_rename->setIcon(icon(QStringLiteral("pencil")));
    m_rename->setText(tr("Rename…"));
    m_rename->setAccessibleName(tr("Rename"));
    m_rename->setToolTip(tr("Give it another name in all of these places"));
    m_rename->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_rename->setAutoRaise(true);
    m_rename->setFocusPolicy(Qt::TabFocus);
    connect(m_rename, &QToolButton::clicked, this, [this] {
        if (m_language.searched())
            m_language.renameSymbol(*m_language.searched());
    });
    auto *row = new QHBoxLayout;
    row->setContentsMargins(spacing::parts, spacing::tight, spacing::parts, spacing::tight);
    row->setSpacing(spacing::parts);
    row->addWidget(m_title, 1);
    row->addWidget(m_rename);
    return row;
}

void UsagesPanel::search()
{
    const auto &symbol = m_language.searched();
    m_model->search(symbol.value_or(usages::Symbol()));
    refresh();
}

void UsagesPanel::refresh()
{
    const auto &symbol = m_language.searched();
    const int count = m_model->rowCount();
    const QString name = symbol ? base::displayText(symbol->name) : QString();
    m_title->setText(symbol ? tr("Places that name “%1”: %2").arg(name).arg(count) : QString());
    m_rename->setEnabled(symbol && count > 0);
    m_empty->setText(
        symbol ? tr("Nothing names “%1” any more.").arg(name)
               : tr("Put the caret on a name in the source and press Shift+F12 to see where else it "
                    "is used."));
    m_stack->setCurrentWidget(count > 0 ? static_cast<QWidget *>(m_table) : m_empty);
}

void UsagesPanel::go(int row)
{
    if (row >= 0 && row < m_model->rowCount())
        m_language.session().request(m_model->usageOf(row).place);
}

} // namespace ui
