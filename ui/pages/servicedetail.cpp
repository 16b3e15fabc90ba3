// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/servicedetail.h"

#include "core/base/displaytext.h"
#include "core/edits/serviceedits.h"
#include "ui/grids/fielddelegate.h"
#include "ui/grids/gridview.h"
#include "ui/grids/namevaluebar.h"
#include "ui/grids/overridesmodel.h"
#include "ui/grids/parameternames.h"
#include "ui/grids/servicesmodel.h"
#include "ui/pages/actionbutton.h"
#include "ui/pages/invocationbar.h"
#include "ui/session/editsession.h"
#include "ui/widgets/spacing.h"
#include "ui/widgets/textlabel.h"

#include <QAction>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

ServiceDetail::ServiceDetail(EditSession &session, const Knowledge &knowledge, ServicesModel &services,
                             QWidget *parent)
    : QWidget(parent), m_session(session), m_services(services)
{
    m_model = new OverridesModel(session, this, &knowledge);
    buildTable();
    m_bar = new NameValueBar(tr("Setting"), tr("Value for this service"), tr("Add Override"));
    m_bar->setNames([&session] { return parameterNames(session.snapshot()); });
    connect(m_bar, &NameValueBar::added, this, &ServiceDetail::addOverride);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(spacing::fields, spacing::parts, spacing::fields, spacing::parts);
    column->setSpacing(spacing::parts);
    column->addLayout(buildTop());
    m_invocation = new InvocationBar(session, knowledge);
    column->addWidget(m_invocation);
    column->addWidget(m_table, 1);
    column->addWidget(m_bar);
}

QLayout *ServiceDetail::buildTop()
{
    m_title = new TextLabel(TextLabel::Rank::Heading, {});
    m_arguments = new QLineEdit;
    m_arguments->setAccessibleName(tr("Arguments"));
    auto *label = new QLabel(tr("A&rguments"));
    label->setBuddy(m_arguments);
    connect(m_arguments, &QLineEdit::editingFinished, this, &ServiceDetail::commitArguments);

    m_remove = pageAction(m_table, QStringLiteral("trash-2"), tr("Remove Override"),
                          tr("Remove the selected override"), QKeySequence(Qt::Key_Delete));
    connect(m_remove, &QAction::triggered, this, &ServiceDetail::removeOverride);

    auto *row = new QHBoxLayout;
    row->setSpacing(spacing::parts);
    row->addWidget(m_title);
    row->addSpacing(spacing::parts);
    row->addWidget(label);
    row->addWidget(m_arguments, 1);
    row->addWidget(actionButton(m_remove));
    return row;
}

void ServiceDetail::buildTable()
{
    m_table = new GridView(tr("Overrides of the selected service"));
    m_table->setModel(m_model);
    m_table->setFrameShape(QFrame::StyledPanel);
    m_table->setItemDelegate(new FieldDelegate(m_table));
    m_table->setMinimumHeight(fontMetrics().height() * 4);
    const int letter = fontMetrics().averageCharWidth();
    m_table->setColumnWidth(OverridesModel::OnColumn, letter * 5);
    m_table->setColumnWidth(OverridesModel::NameColumn, letter * 36);
    m_table->horizontalHeader()->setSectionResizeMode(OverridesModel::OnColumn, QHeaderView::Fixed);
    m_table->horizontalHeader()->setSectionResizeMode(OverridesModel::ValueColumn, QHeaderView::Stretch);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &current) {
                refreshActions();
                if (current.isValid() && isVisible())
                    m_session.setFocus(m_model->placeOf(current));
            });
    connect(m_model, &QAbstractItemModel::modelReset, this, &ServiceDetail::refreshActions);
}

void ServiceDetail::showService(int service)
{
    const model::Snapshot &snapshot = m_session.snapshot();
    const QModelIndex arguments = m_services.index(service, ServicesModel::ArgumentsColumn);
    setEnabled(arguments.isValid());
    const bool isSame = service == m_model->service();
    m_model->setService(service);
    m_title->setText(
        arguments.siblingAtColumn(ServicesModel::OnColumn).data(Qt::AccessibleTextRole).toString());
    if (!isSame || !m_arguments->isModified())
        m_arguments->setText(arguments.data(Qt::EditRole).toString());
    m_arguments->setReadOnly(!(arguments.flags() & Qt::ItemIsEditable));
    m_invocation->showService(service);
    m_bar->setEnabled(snapshot.file(model::FileId::MasterCf).isEditable());
    refreshActions();
}

model::Place ServiceDetail::focusPlace() const
{
    if (m_arguments->hasFocus())
        return m_services.placeOf(m_services.index(m_model->service(), ServicesModel::ArgumentsColumn));
    return m_model->placeOf(m_table->currentIndex());
}

void ServiceDetail::editOverrides()
{
    if (m_model->rowCount() == 0) {
        m_bar->start();
        return;
    }
    m_table->setFocus(Qt::OtherFocusReason);
    m_table->setCurrentCell(std::max(m_table->currentRow(), 0), OverridesModel::ValueColumn);
}

void ServiceDetail::commitArguments()
{
    if (!m_arguments->isModified())
        return;
    m_arguments->setModified(false);
    m_services.setData(m_services.index(m_model->service(), ServicesModel::ArgumentsColumn),
                       m_arguments->text());
}

void ServiceDetail::addOverride(const QString &name, const QString &value)
{
    const qsizetype service = m_model->service();
    const QByteArray key = name.toUtf8();
    const bool isAdded = m_session.edit(tr("Set %1 of %2").arg(name, m_title->text()), [&](auto &draft) {
        return edits::setOverride(draft, service, key, value.toUtf8());
    });
    if (!isAdded)
        return;
    m_bar->clear();
    m_table->setCurrentCell(m_model->rowOf(key), OverridesModel::ValueColumn);
}

void ServiceDetail::removeOverride()
{
    const QModelIndex current = m_table->currentIndex();
    if (!current.isValid())
        return;
    const qsizetype service = m_model->service();
    const qsizetype which = current.row();
    const QString name = current.siblingAtColumn(OverridesModel::NameColumn).data().toString();
    m_session.edit(tr("Remove %1 of %2").arg(name, m_title->text()),
                   [&](model::Draft &draft) { return edits::removeOverrideAt(draft, service, which); });
}

void ServiceDetail::refreshActions()
{
    m_remove->setEnabled(m_table->currentIndex().isValid()
                         && m_session.snapshot().file(model::FileId::MasterCf).isEditable());
}

} // namespace ui
