// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/preview/previewpanel.h"

namespace ui {

class ElidedLabel;
class TextView;

/// The file of what the user is working on, with its lines lit and in sight.
class SourcePanel : public PreviewPanel
{
    Q_OBJECT

public:
    explicit SourcePanel(EditSession &session, QWidget *parent = nullptr);

    TextView *view() const { return m_view; }

protected:
    void refresh() override;

private:
    ElidedLabel *m_name = nullptr;
    TextView *m_view = nullptr;
    int m_file = -1; ///< the FileId that is shown
};

} // namespace ui
