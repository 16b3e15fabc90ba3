// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/preview/diffrows.h"
#include "ui/preview/previewpanel.h"

namespace ui {

class DiffView;

/// What the next save would change on disk. A click goes to the line.
class ChangesPanel : public PreviewPanel
{
    Q_OBJECT

public:
    explicit ChangesPanel(EditSession &session, QWidget *parent = nullptr);

    DiffView *view() const { return m_view; }

protected:
    void refresh() override;

private:
    DiffView *m_view = nullptr;
    QWidget *m_empty = nullptr;
    DiffRows m_rows;
};

} // namespace ui
