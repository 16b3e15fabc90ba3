// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/usagelist.h"

#include "core/base/displaytext.h"
#include "core/base/whendone.h"
#include "core/folder/secrets.h"
#include "ui/grids/gridview.h"
#include "ui/session/editsession.h"
#include "ui/session/knowledge.h"
#include "ui/text/filename.h"
#include "ui/widgets/spacing.h"
#include "ui/widgets/textlabel.h"

#include <QHeaderView>
#include <QLocale>
#include <QStandardItemModel>
#include <QVBoxLayout>
#include <QtConcurrent>

#include <algorithm>

namespace ui {

UsageList::UsageList(PageContext &context, QWidget *parent) : QWidget(parent), m_context(context)
{
    m_title = new TextLabel(TextLabel::Rank::Heading, tr("Used in"));
    m_model = new QStandardItemModel(0, 2, this);
    m_model->setHorizontalHeaderLabels({tr("Place"), tr("Line")});
    m_grid = new GridView(tr("Places that refer to the parameter"));
    m_grid->setModel(m_model);
    m_grid->setFrameShape(QFrame::StyledPanel);
    m_grid->horizontalHeader()->hide();
    m_grid->horizontalHeader()->setStretchLastSection(true);
    m_grid->setColumnWidth(0, fontMetrics().averageCharWidth() * 18);
    m_defaults = new TextLabel(TextLabel::Rank::Small, {});
    m_defaults->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(spacing::parts);
    column->addWidget(m_title);
    column->addWidget(m_grid);
    column->addWidget(m_defaults);
    m_pause.setSingleShot(true);
    m_pause.setInterval(150);
    connect(&m_pause, &QTimer::timeout, this, &UsageList::look);
    connect(m_grid, &GridView::opened, this, [this](const QModelIndex &index) {
        if (index.row() < m_found.size())
            m_context.session.request(m_found[index.row()].place);
    });
}

void UsageList::setParameter(const QByteArray &name)
{
    if (name != m_name)
        take({});
    m_name = name;
    m_pause.start();
}

void UsageList::look()
{
    const int turn = ++m_turn;
    const catalog::Reference *reference = m_context.knowledge.reference();
    if (m_name.isEmpty() || !reference) {
        take({});
        return;
    }
    const auto search = [snapshot = m_context.session.snapshot(), catalog = reference->catalog(),
                         name = m_name] {
        usages::Usages found =
            usages::Index(snapshot, catalog).of({.kind = usages::Symbol::Kind::Parameter, .name = name});
        found.removeIf([](const usages::Usage &usage) { return usage.isDefinition(); });
        return found;
    };
    base::whenDone(
        QtConcurrent::run(search), this,
        [this, turn, revision = m_context.session.snapshot().revision()](const usages::Usages &found) {
            if (turn == m_turn && revision == m_context.session.snapshot().revision())
                take(found);
        });
}

QString UsageList::lineOf(const usages::Usage &usage) const
{
    const model::Snapshot &snapshot = m_context.session.snapshot();
    const qsizetype line = snapshot.file(usage.place.file).text().lineAt(usage.place.range.begin);
    const syntax::Text text = folder::maskedFile(snapshot, usage.place.file).text();
    const qsizetype begin = text.lineStart(line);
    const qsizetype end = line + 1 < text.lineCount() ? text.lineStart(line + 1) : text.size();
    constexpr qsizetype most = 400;
    return base::displayText(text.bytes({begin, std::min(end, begin + most)}).trimmed());
}

void UsageList::take(const usages::Usages &found)
{
    m_found = found;
    const model::Snapshot &snapshot = m_context.session.snapshot();
    m_model->setRowCount(0);
    for (const usages::Usage &usage : found) {
        const qsizetype line = snapshot.file(usage.place.file).text().lineAt(usage.place.range.begin);
        auto *place = new QStandardItem(
            QStringLiteral("%1:%2").arg(shownName(snapshot, usage.place.file)).arg(line + 1));
        auto *words = new QStandardItem(lineOf(usage));
        for (QStandardItem *item : {place, words}) {
            item->setEditable(false);
            item->setEnabled(true);
            item->setToolTip(words->text());
        }
        m_model->appendRow({place, words});
    }
    constexpr int most = 6;
    const int rows = std::min(m_model->rowCount(), most);
    m_grid->setFixedHeight(rows * m_grid->verticalHeader()->defaultSectionSize() + 2 * m_grid->frameWidth());
    m_grid->setVisible(rows > 0);

    const effective::Values *values = m_context.knowledge.values();
    QStringList defaults;
    for (const QByteArray &name :
         values && !m_name.isEmpty() ? values->referrersOf(m_name) : QByteArrayList()) {
        const auto value = values->value(name);
        if (value && value->source == effective::Source::Default)
            defaults.append(base::displayText(name));
    }
    m_defaults->setText(tr("The default of %1 refers to it.", nullptr, static_cast<int>(defaults.size()))
                            .arg(QLocale().createSeparatedList(defaults)));
    m_defaults->setVisible(!defaults.isEmpty());
    m_title->setVisible(rows > 0 || !defaults.isEmpty());
}

} // namespace ui
