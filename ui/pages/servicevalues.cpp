// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/servicevalues.h"

#include "core/base/displaytext.h"
#include "core/effective/values.h"
#include "ui/session/editsession.h"
#include "ui/session/knowledge.h"
#include "ui/widgets/placetable.h"
#include "ui/widgets/spacing.h"
#include "ui/widgets/textlabel.h"

#include <QHeaderView>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace ui {

ServiceValues::ServiceValues(PageContext &context, Shape shape, QWidget *parent)
    : QWidget(parent), m_context(context), m_shape(std::move(shape))
{
    m_model = new QStandardItemModel(0, 3, this);
    m_table = new PlaceTable(m_model, 1);
    m_table->setAccessibleName(m_shape.title);
    m_table->setFrameShape(QFrame::StyledPanel);
    const int letter = fontMetrics().averageCharWidth();
    m_table->setColumnWidth(0, letter * 18);
    m_table->setColumnWidth(2, letter * 20);
    m_empty = new TextLabel(TextLabel::Rank::Muted, tr("No service of master.cf is concerned."));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(spacing::inset, 0, 0, 0);
    column->setSpacing(spacing::tight);
    auto *title = new TextLabel(TextLabel::Rank::Body, m_shape.title);
    column->addWidget(title);
    column->addWidget(m_empty);
    column->addWidget(m_table);
    connect(m_table, &PlaceTable::asked, this, [this](int row) {
        if (row >= 0 && row < m_places.size() && m_places[row])
            m_context.session.request(*m_places[row]);
    });
    connect(&context.knowledge, &Knowledge::changed, this, [this] {
        if (isVisible())
            refresh();
    });
}

QString ServiceValues::textOf(int row) const
{
    QStringList parts;
    for (int column = 0; column < m_model->columnCount(); ++column)
        parts.append(m_model->index(row, column).data().toString());
    return parts.join(QStringLiteral(" | "));
}

void ServiceValues::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

void ServiceValues::addRow(const effective::Values &values, qsizetype service)
{
    const effective::Service &one = values.services()[service];
    QString from = tr("as main.cf says");
    std::optional<model::Place> place;
    for (const QByteArray &parameter : m_shape.parameters) {
        const QList<effective::Origin> origins = values.originsOf(parameter, service);
        if (origins.isEmpty())
            continue;
        const effective::Origin &first = origins.first();
        if (!place)
            place = first.place;
        if (first.source == effective::Source::Override) {
            from = tr("set for this service");
            place = first.place;
            break;
        }
    }
    QList<QStandardItem *> row;
    //: A service by its name and type: "submission inet"
    for (const QString &text : {tr("%1 %2").arg(base::displayText(one.name), base::displayText(one.type)),
                                m_shape.words(values, service), from}) {
        row.append(new QStandardItem(text));
        row.last()->setToolTip(text);
    }
    row.last()->setForeground(palette().placeholderText());
    m_model->appendRow(row);
    m_places.append(place);
}

void ServiceValues::refresh()
{
    m_model->setRowCount(0);
    m_places.clear();
    if (const effective::Values *values = m_context.knowledge.values()) {
        for (qsizetype i = 0; i < values->services().size(); ++i) {
            if (m_shape.programs.contains(values->services()[i].program))
                addRow(*values, i);
        }
    }
    m_empty->setVisible(m_model->rowCount() == 0);
    m_table->setVisible(m_model->rowCount() > 0);
    m_table->setFixedHeight(m_model->rowCount() * m_table->verticalHeader()->defaultSectionSize()
                            + 2 * m_table->frameWidth());
}

} // namespace ui
