// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/pages/formpage.h"

namespace ui {

/// What looks at mail: fields, the rows of header and body checks, postscreen as a switch, and forms for what
/// takes several edits.
class FiltersPage : public FormPage
{
    Q_OBJECT

public:
    FiltersPage(PageContext &context, const QString &title, const QString &purpose,
                QWidget *parent = nullptr);

private:
    void addChecks(PageContext &context);
};

} // namespace ui
