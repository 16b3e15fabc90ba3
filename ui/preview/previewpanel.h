// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/changes.h"

#include <QWidget>

namespace ui {

class EditSession;

/// A tab of the live preview. It is brought up to date at every edit while it is in sight, and when it comes
/// into sight.
class PreviewPanel : public QWidget
{
    Q_OBJECT

public:
    explicit PreviewPanel(EditSession &session, QWidget *parent = nullptr);

protected:
    EditSession &session() const { return m_session; }

    /// Shows the session as it is now.
    virtual void refresh() = 0;
    /// The same, or later when the panel is out of sight.
    void refreshWhenSeen();
    void showEvent(QShowEvent *event) override;

private:
    EditSession &m_session;
    bool m_isStale = true;
};

} // namespace ui
