// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/pages/formpage.h"

namespace ui {

/// Where mail goes: fields, the rows of the tables that decide, and the address classes in one picture.
class RoutingPage : public FormPage
{
    Q_OBJECT

public:
    RoutingPage(PageContext &context, const QString &title, const QString &purpose,
                QWidget *parent = nullptr);
};

} // namespace ui
