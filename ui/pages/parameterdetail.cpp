// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/parameterdetail.h"

#include "core/base/displaytext.h"
#include "core/edits/serviceedits.h"
#include "ui/forms/fieldframe.h"
#include "ui/grids/fielddelegate.h"
#include "ui/grids/gridview.h"
#include "ui/grids/settingsmodel.h"
#include "ui/pages/actionbutton.h"
#include "ui/pages/parameterfacts.h"
#include "ui/pages/usagelist.h"
#include "ui/session/editsession.h"
#include "ui/session/knowledge.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/spacing.h"
#include "ui/widgets/textlabel.h"

#include <QAction>
#include <QHeaderView>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

ParameterDetail::ParameterDetail(PageContext &context, QWidget *parent)
    : QScrollArea(parent), m_context(context)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("The chosen parameter"));
    m_facts = new ParameterFacts(context);
    m_usages = new UsageList(context);

    auto *inner = new QWidget;
    m_column = new QVBoxLayout(inner);
    m_column->setContentsMargins(spacing::fields, spacing::parts, spacing::fields, spacing::fields);
    m_column->setSpacing(spacing::fields);
    m_column->addWidget(m_facts);
    m_column->addWidget(buildSettings());
    m_column->addWidget(m_usages);
    m_column->addStretch(1);
    inner->setMaximumWidth(spacing::columnWidth);
    setWidget(inner);
    setMinimumWidth(fontMetrics().averageCharWidth() * 40);
    showNode({});
}

QWidget *ParameterDetail::buildSettings()
{
    m_settings = new SettingsModel(m_context.session, this);
    m_settingsTitle = new TextLabel(TextLabel::Rank::Heading, tr("Set in"));
    m_settingsGrid = new GridView(tr("Lines that set the parameter"));
    m_settingsGrid->setModel(m_settings);
    m_settingsGrid->setItemDelegate(new FieldDelegate(m_settingsGrid));
    m_settingsGrid->setFrameShape(QFrame::StyledPanel);
    const int letter = fontMetrics().averageCharWidth();
    m_settingsGrid->setColumnWidth(SettingsModel::OnColumn, letter * 5 + spacing::parts);
    m_settingsGrid->setColumnWidth(SettingsModel::PlaceColumn, letter * 18);
    m_settingsGrid->setColumnWidth(SettingsModel::StateColumn, letter * 13);
    m_settingsGrid->horizontalHeader()->setSectionResizeMode(SettingsModel::OnColumn, QHeaderView::Fixed);
    m_settingsGrid->horizontalHeader()->setSectionResizeMode(SettingsModel::ValueColumn,
                                                             QHeaderView::Stretch);
    connect(m_settingsGrid, &GridView::opened, this, [this](const QModelIndex &index) {
        if (index.column() != SettingsModel::OnColumn)
            m_context.session.request(m_settings->placeOf(index.row()));
    });
    m_remove = pageAction(m_settingsGrid, QStringLiteral("trash-2"), tr("Remove Line"),
                          tr("Remove this one setting and its comment"), QKeySequence(Qt::Key_Delete));
    connect(m_remove, &QAction::triggered, this, &ParameterDetail::removeSetting);
    connect(m_settingsGrid->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this] { m_remove->setEnabled(m_settingsGrid->currentRow() >= 0); });

    m_override = new QToolButton;
    m_override->setIcon(icon(QStringLiteral("plus")));
    m_override->setText(tr("Set for a Service"));
    m_override->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_override->setToolTip(tr("Give one service of master.cf a value of its own"));
    m_override->setPopupMode(QToolButton::InstantPopup);
    m_override->setAutoRaise(true);
    m_override->setFocusPolicy(Qt::TabFocus);
    m_services = new QMenu(m_override);
    m_override->setMenu(m_services);
    connect(m_services, &QMenu::aboutToShow, this, &ParameterDetail::offerServices);

    m_settingsBox = new QWidget;
    auto *head = new QHBoxLayout;
    head->setSpacing(spacing::tight);
    head->addWidget(m_settingsTitle);
    head->addStretch();
    head->addWidget(m_override);
    head->addWidget(actionButton(m_remove));
    auto *column = new QVBoxLayout(m_settingsBox);
    column->setContentsMargins({});
    column->setSpacing(spacing::parts);
    column->addLayout(head);
    column->addWidget(m_settingsGrid);
    return m_settingsBox;
}

void ParameterDetail::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    // The value comes first; what a row's grey text and box say already can go.
    constexpr int roomForState = 60; // letters
    m_settingsGrid->setColumnHidden(SettingsModel::StateColumn,
                                    width() < fontMetrics().averageCharWidth() * roomForState);
}

void ParameterDetail::setField(const ParametersModel::Node &node)
{
    if (m_field) {
        // It may be the one that is just being asked for what is written in it.
        m_field->abandon();
        m_field->hide();
        m_column->removeWidget(m_field);
        m_field->deleteLater();
    }
    m_field = nullptr;
    if (node.name.isEmpty())
        return;
    const FormContext forms{m_context.session, m_context.findings, m_context.knowledge, m_context.presence};
    m_field = new FieldFrame(forms, FieldTarget{.parameter = node.name, .service = node.service});
    m_column->insertWidget(0, m_field);
}

void ParameterDetail::showNode(const ParametersModel::Node &node)
{
    const bool isAnother = node != m_node || !m_field != node.name.isEmpty();
    m_node = node;
    if (isAnother)
        setField(node);
    m_facts->setParameter(node.name);
    m_usages->setParameter(node.name);
    refreshSettings();
    widget()->setEnabled(!node.name.isEmpty());
    if (isAnother)
        ensureVisible(0, 0);
}

void ParameterDetail::refreshSettings()
{
    m_settings->setParameter(m_node.name);
    constexpr int most = 8;
    const int rows = std::min(m_settings->rowCount(), most);
    const QHeaderView *header = m_settingsGrid->horizontalHeader();
    m_settingsGrid->setFixedHeight(header->sizeHint().height()
                                   + rows * m_settingsGrid->verticalHeader()->defaultSectionSize()
                                   + 2 * m_settingsGrid->frameWidth());
    m_settingsGrid->setVisible(rows > 0);
    m_settingsBox->setVisible(!m_node.name.isEmpty());
    m_settingsTitle->setText(rows > 0 ? tr("Set in") : tr("Set nowhere"));
    m_remove->setEnabled(rows > 0 && m_settingsGrid->currentRow() >= 0);
    m_override->setEnabled(m_context.session.snapshot().file(model::FileId::MasterCf).isEditable());
}

/// The services that read it first, and only these if there are any.
void ParameterDetail::offerServices()
{
    m_services->clear();
    const catalog::Facts *facts = m_context.knowledge.facts(m_node.name);
    const syntax::MasterCf &file = m_context.session.snapshot().masterCf();
    const auto offer = [&](bool onlyReaders) {
        for (qsizetype i = 0; i < file.services().size(); ++i) {
            const syntax::Service &service = file.services()[i];
            const bool isSet = file.overrideOf(service, m_node.name) != nullptr;
            if (!service.enabled || isSet || (onlyReaders && !facts->isReadBy(file.programOf(service))))
                continue;
            const QByteArray key = serviceKey(file, service);
            m_services->addAction(base::displayText(key), this, [this, key, i] {
                const QByteArray value = m_field->binding().value();
                m_context.session.edit(
                    tr("Set %1 of %2").arg(base::displayText(m_node.name), base::displayText(key)),
                    [&](model::Draft &draft) { return edits::setOverride(draft, i, m_node.name, value); });
            });
        }
    };
    offer(facts != nullptr);
    if (m_services->isEmpty())
        m_services->addAction(tr("No other service reads it"))->setEnabled(false);
}

void ParameterDetail::removeSetting()
{
    if (m_settingsGrid->currentRow() >= 0)
        m_settings->remove(m_settingsGrid->currentRow());
}

void ParameterDetail::apply()
{
    if (m_field)
        m_field->commit();
}

} // namespace ui
