// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/tables/usedtables.h"

#include <QWidget>

class QHBoxLayout;
class QPushButton;

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
    /// At the right; in a small window its icon alone.
    void addButton(QPushButton *button);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

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
    QList<std::pair<QPushButton *, QString>> m_buttons; ///< with their texts
};

} // namespace ui
