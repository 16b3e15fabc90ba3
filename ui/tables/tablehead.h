// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/tables/usedtables.h"

#include <QWidget>

class QHBoxLayout;

namespace ui {

class EditSession;
class ElidedLabel;
class Knowledge;
class TextLabel;

/// What a table is for, who names it and how it is asked.
class TableHead : public QWidget
{
    Q_OBJECT

public:
    /// Both outlive it.
    TableHead(EditSession &session, const Knowledge &knowledge, QWidget *parent = nullptr);

    void setTable(const tables::UsedTable &table);
    /// At the right.
    void addWidget(QWidget *widget);

protected:
    void changeEvent(QEvent *event) override;

private:
    void go(const QString &link);
    QString usesText() const;

    EditSession &m_session;
    const Knowledge &m_knowledge;
    tables::UsedTable m_table;
    TextLabel *m_title = nullptr;
    TextLabel *m_name = nullptr;
    TextLabel *m_uses = nullptr;
    ElidedLabel *m_lookup = nullptr;
    QHBoxLayout *m_row = nullptr;
};

} // namespace ui
