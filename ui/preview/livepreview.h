// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTabWidget>

namespace ui {

class EditSession;
class Knowledge;

/// Changes, Effective and Source beside the page: what an edit does, seen while it is made.
class LivePreview : public QTabWidget
{
    Q_OBJECT

public:
    LivePreview(EditSession &session, Knowledge &knowledge, QWidget *parent = nullptr);

private:
    void refreshCount();

    EditSession &m_session;
};

} // namespace ui
