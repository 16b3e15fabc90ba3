// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clients/clientfile.h"
#include "core/tables/namedtable.h"

#include <QHash>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLineEdit;
class QToolButton;

namespace ui {

class EditSession;
class Knowledge;
class TextLabel;

/// The settings of a database client, over the file that holds them: those that are set and those that such
/// a client needs, all others when asked for. What Postfix does not know stays and is shown.
class ClientForm : public QWidget
{
    Q_OBJECT

public:
    /// Both outlive it.
    ClientForm(EditSession &session, const Knowledge &knowledge, QWidget *parent = nullptr);

    /// A table of a type that has such a file.
    void setTable(const tables::NamedTable &table);

private:
    void refresh();
    void rebuild();
    void addRow(const clients::Setting &setting);
    void fill(const clients::Setting &setting);
    QList<clients::Setting> shownSettings() const;
    void commit(const QByteArray &name, const QString &text);
    void reveal();

    EditSession &m_session;
    const Knowledge &m_knowledge;
    tables::NamedTable m_table;
    QList<clients::Setting> m_settings; ///< one per row
    QHash<QByteArray, QLineEdit *> m_lines;
    TextLabel *m_state = nullptr;
    QToolButton *m_reveal = nullptr;
    QCheckBox *m_all = nullptr;
    QWidget *m_rows = nullptr;
    QGridLayout *m_grid = nullptr;
};

} // namespace ui
