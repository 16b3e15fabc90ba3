// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/pages/formpage.h"

namespace ui {

/// Who logs in here and how that is checked, which address belongs to whom, and the passwords for others.
class AuthenticationPage : public FormPage
{
    Q_OBJECT

public:
    AuthenticationPage(PageContext &context, const QString &title, const QString &purpose,
                       QWidget *parent = nullptr);
};

} // namespace ui
