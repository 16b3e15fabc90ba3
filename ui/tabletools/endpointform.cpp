// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/tabletools/endpointform.h"

#include "core/base/displaytext.h"
#include "core/tablemoves/naming.h"
#include "ui/session/editsession.h"
#include "ui/session/knowledge.h"
#include "ui/widgets/spacing.h"
#include "ui/widgets/textlabel.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace ui {

using clients::Endpoint;
using edits::Refusal;

EndpointForm::EndpointForm(EditSession &session, const Knowledge &knowledge, QWidget *parent)
    : QWidget(parent), m_session(session), m_knowledge(knowledge)
{
    m_state = new TextLabel(TextLabel::Rank::Body, {});
    m_state->setWordWrap(true);
    m_kind = new QComboBox;
    m_kind->addItems({tr("A host and a port"), tr("A socket on this server")});
    m_kind->setAccessibleName(tr("Where the program listens"));
    m_host = new QLineEdit;
    m_port = new QLineEdit;
    m_port->setAccessibleName(tr("Port"));
    m_map = new QLineEdit;
    m_map->setAccessibleName(tr("Name of the map"));
    m_hostLabel = new QLabel;
    m_hostLabel->setBuddy(m_host);
    auto *rows = new QWidget;
    rows->setMaximumWidth(spacing::columnWidth);
    m_form = new QFormLayout(rows);
    m_form->setContentsMargins({});
    m_form->setHorizontalSpacing(spacing::fields);
    m_form->setVerticalSpacing(spacing::parts);
    m_form->addRow(tr("It &listens at:"), m_kind);
    m_form->addRow(m_hostLabel, m_host);
    m_form->addRow(tr("&Port:"), m_port);
    m_form->addRow(tr("Name of the &map:"), m_map);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(spacing::fields);
    column->addWidget(m_state);
    column->addWidget(rows);
    column->addStretch(1);
    connect(m_kind, &QComboBox::activated, this, [this] {
        m_host->clear(); // a host is no path, and a path no host
        refresh();
        m_host->setFocus();
    });
    // Another name of the table may take this form away, which must not happen within the line that is left.
    for (QLineEdit *line : {m_host, m_port, m_map})
        connect(line, &QLineEdit::editingFinished, this, &EndpointForm::commit, Qt::QueuedConnection);
}

void EndpointForm::setTable(const tables::UsedTable &table)
{
    m_table = table;
    const auto endpoint = clients::endpointOf(table.table.type, table.table.path);
    m_kind->setCurrentIndex(endpoint && endpoint->isUnix ? 1 : 0);
    m_host->setText(endpoint ? base::displayText(endpoint->host) : QString());
    m_port->setText(endpoint ? base::displayText(endpoint->port) : QString());
    m_map->setText(endpoint ? base::displayText(endpoint->map) : QString());
    m_state->setText(endpoint ? tr("Another program answers for this table. Only the server can ask it: "
                                   "postmap -q KEY %1.")
                                    .arg(base::displayText(table.table.name()))
                              : tr("“%1” is no place where a program could listen. Write it below.")
                                    .arg(base::displayText(table.table.path)));
    refresh();
}

void EndpointForm::refresh()
{
    const bool isSocketmap = m_table.table.type == "socketmap";
    const bool isUnix = isSocketmap && m_kind->currentIndex() == 1;
    m_form->labelForField(m_kind)->setVisible(isSocketmap);
    m_kind->setVisible(isSocketmap);
    m_hostLabel->setText(isUnix ? tr("&Path of the socket:") : tr("&Host:"));
    m_host->setAccessibleName(isUnix ? tr("Path of the socket") : tr("Host"));
    m_form->labelForField(m_port)->setVisible(!isUnix);
    m_port->setVisible(!isUnix);
    m_form->labelForField(m_map)->setVisible(isSocketmap);
    m_map->setVisible(isSocketmap);
}

Endpoint EndpointForm::written() const
{
    const bool isUnix = m_table.table.type == "socketmap" && m_kind->currentIndex() == 1;
    return {.isUnix = isUnix,
            .host = m_host->text().trimmed().toUtf8(),
            .port = isUnix ? QByteArray() : m_port->text().trimmed().toUtf8(),
            .map = m_table.table.type == "socketmap" ? m_map->text().trimmed().toUtf8() : QByteArray()};
}

void EndpointForm::commit()
{
    const Endpoint endpoint = written();
    const effective::Values *values = m_knowledge.values();
    const bool isWhole = !endpoint.host.isEmpty() && (endpoint.isUnix || !endpoint.port.isEmpty())
        && (m_table.table.type != "socketmap" || !endpoint.map.isEmpty());
    const bool isModified = m_host->isModified() || m_port->isModified() || m_map->isModified();
    if (!isModified || !isWhole || !values)
        return; // it is still being written
    for (QLineEdit *line : {m_host, m_port, m_map})
        line->setModified(false);
    const tablemoves::TableName from{m_table.table.type, m_table.table.path};
    const auto name = clients::endpointName(m_table.table.type, endpoint);
    m_session.edit(tr("Change %1").arg(base::displayText(from.text())),
                   [&](model::Draft &draft) -> edits::Outcome {
                       if (!name)
                           return Refusal{Refusal::Reason::BadValue, endpoint.host,
                                          tr("Write a host and a port, or the path of a socket, without "
                                             "blanks and commas.")};
                       tablemoves::rename(draft, *values, from, {from.type, *name});
                       return {};
                   });
}

} // namespace ui
