// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/indexes/indexstate.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QToolButton;

namespace ui {

class Checker;
class EditSession;
class ElidedLabel;
class FolderSession;
class IndexBuilder;
class Knowledge;
class TextLabel;

/// Says of one table what its index is like and which command the server needs, and builds it where that is
/// possible. Hidden for tables that have none.
class IndexBar : public QWidget
{
    Q_OBJECT

public:
    /// All of them outlive it.
    IndexBar(EditSession &session, Checker &checker, Knowledge &knowledge, IndexBuilder &builder,
             QWidget *parent = nullptr);

    /// Of which table: "hash:/etc/postfix/virtual".
    void setTable(const QByteArray &table);
    const std::optional<indexes::Index> &index() const { return m_index; }

private:
    void refresh();
    void refreshButtons();

    EditSession &m_session;
    Checker &m_checker;
    Knowledge &m_knowledge;
    IndexBuilder &m_builder;
    QByteArray m_table;
    std::optional<indexes::Index> m_index;
    QLabel *m_icon = nullptr;
    TextLabel *m_state = nullptr;
    ElidedLabel *m_command = nullptr;
    QToolButton *m_copy = nullptr;
    QPushButton *m_build = nullptr;
    QString m_problem; ///< of the last build
};

} // namespace ui
