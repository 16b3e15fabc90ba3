// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTabWidget>

namespace ui {

class EditSession;

/// Changes, Effective and Source beside the page: what an edit does, seen while it is made.
class LivePreview : public QTabWidget
{
    Q_OBJECT

public:
    explicit LivePreview(EditSession &session, QWidget *parent = nullptr);

private:
    void refreshCount();

    EditSession &m_session;
};

} // namespace ui
