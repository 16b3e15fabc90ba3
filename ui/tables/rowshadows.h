// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/changes.h"
#include "core/tables/shadowing.h"

#include <QObject>
#include <QTimer>

#include <atomic>
#include <memory>

namespace ui {

class EditSession;
class TableRowsModel;

/// Looks beside the window for patterns that no lookup ever gets to, and has the grid mark them. Keys and
/// networks that another row takes away are findings of the rules, which know all of them.
class RowShadows : public QObject
{
    Q_OBJECT

public:
    RowShadows(EditSession &session, TableRowsModel &model, QObject *parent = nullptr);
    ~RowShadows() override;

    /// Why no lookup gets to that row of the table; empty where it is not so.
    QString sentence(qsizetype tableRow) const;

signals:
    void found();

private:
    const syntax::Table *table() const;
    void look();
    void cancel();
    void onChanged(const model::Changes &changes);

    EditSession &m_session;
    TableRowsModel &m_model;
    QTimer m_settle;
    std::shared_ptr<std::atomic_bool> m_isCancelled; ///< of what is looking now
    tables::Shadows m_shadows;
};

} // namespace ui
