// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/pages/pagecontext.h"

#include <QWidget>

class QCheckBox;

namespace ui {

class TextLabel;

/// DANE as one switch: the level and what it needs of DNS, and what else it takes to work.
class DaneSwitch : public QWidget
{
    Q_OBJECT

public:
    explicit DaneSwitch(PageContext &context, QWidget *parent = nullptr);

private:
    void refresh();
    void choose(bool isOn);

    PageContext &m_context;
    QCheckBox *m_switch = nullptr;
    TextLabel *m_hint = nullptr;
};

} // namespace ui
