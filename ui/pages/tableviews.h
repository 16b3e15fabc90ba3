// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/tables/usedtables.h"
#include "ui/pages/pagecontext.h"

#include <QWidget>

#include <functional>

namespace ui {

/// What a table of some type is shown as. It stays as long as it can show what the table has become.
class TableView : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    /// The table again, with what is known of it now; false when it takes another view.
    virtual bool setTable(const tables::UsedTable &table) = 0;
    /// These bytes of its file, where it has rows.
    virtual void showPlace(const model::Place &place) { Q_UNUSED(place) }

signals:
    /// Another table is to be shown: "type:name".
    void wanted(const QByteArray &name);
};

/// The view that fits its type.
TableView *newTableView(PageContext &context, const tables::UsedTable &table, QWidget *parent = nullptr);

} // namespace ui
