// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/pages/pagecontext.h"

#include <QFrame>

class QCheckBox;

namespace ui {

class TextLabel;

/// postscreen in front of port 25, as one switch for the four services that it takes.
class PostscreenCard : public QFrame
{
    Q_OBJECT

public:
    explicit PostscreenCard(PageContext &context, QWidget *parent = nullptr);

private:
    void refresh();
    void switchTo(bool isOn);

    PageContext &m_context;
    QCheckBox *m_switch = nullptr;
    TextLabel *m_state = nullptr;
};

} // namespace ui
