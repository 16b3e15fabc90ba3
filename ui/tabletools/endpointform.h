// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clients/endpoint.h"
#include "core/tables/usedtables.h"

#include <QWidget>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;

namespace ui {

class EditSession;
class Knowledge;
class TextLabel;

/// Where the program listens that answers for a tcp: or socketmap: table; edited wherever the table is named.
class EndpointForm : public QWidget
{
    Q_OBJECT

public:
    /// Both outlive it.
    EndpointForm(EditSession &session, const Knowledge &knowledge, QWidget *parent = nullptr);

    void setTable(const tables::UsedTable &table);

private:
    clients::Endpoint written() const;
    void refresh();
    void commit();

    EditSession &m_session;
    const Knowledge &m_knowledge;
    tables::UsedTable m_table;
    TextLabel *m_state = nullptr;
    QComboBox *m_kind = nullptr;
    QLabel *m_hostLabel = nullptr;
    QLineEdit *m_host = nullptr;
    QLineEdit *m_port = nullptr;
    QLineEdit *m_map = nullptr;
    QFormLayout *m_form = nullptr;
};

} // namespace ui
