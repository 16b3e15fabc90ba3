// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/usages/usages.h"
#include "ui/pages/pagecontext.h"

#include <QTimer>
#include <QWidget>

class QStandardItemModel;

namespace ui {

class GridView;
class TextLabel;

/// The places that refer to a parameter: values in main.cf and master.cf, and tables. They are looked up
/// beside the window, since a table may be large.
class UsageList : public QWidget
{
    Q_OBJECT

public:
    explicit UsageList(PageContext &context, QWidget *parent = nullptr);

    /// Nothing for an empty name. To be called again after every change.
    void setParameter(const QByteArray &name);

private:
    void look();
    void take(const usages::Usages &found);
    QString lineOf(const usages::Usage &usage) const;

    PageContext &m_context;
    QByteArray m_name;
    QTimer m_pause; ///< while the user goes on, nothing is looked up
    int m_turn = 0; ///< only the latest answer counts
    usages::Usages m_found;
    QStandardItemModel *m_model = nullptr;
    GridView *m_grid = nullptr;
    TextLabel *m_title = nullptr;
    TextLabel *m_defaults = nullptr;
};

} // namespace ui
