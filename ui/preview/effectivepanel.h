// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/preview/previewpanel.h"

class QLineEdit;
class QStackedLayout;
class QTableView;

namespace ui {

class EffectiveModel;
class EmptyState;
class Knowledge;

/// What Postfix will use and where each value comes from. A click goes there.
class EffectivePanel : public PreviewPanel
{
    Q_OBJECT

public:
    EffectivePanel(EditSession &session, Knowledge &knowledge, QWidget *parent = nullptr);

protected:
    void refresh() override;

private:
    void showRows();

    EffectiveModel *m_model = nullptr;
    QLineEdit *m_filter = nullptr;
    QTableView *m_table = nullptr;
    EmptyState *m_empty = nullptr;
    QStackedLayout *m_stack = nullptr;
};

} // namespace ui
