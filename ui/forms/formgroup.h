// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <span>

namespace ui {

enum class FieldStyle {
    Usual,
    Explained ///< its values are told in sentences, where there are some
};

/// A parameter on a page. Texts: translation context "forms".
struct FormField
{
    const char *parameter;
    const char *label; ///< plain words
    FieldStyle style = FieldStyle::Usual;
};

/// Fields that belong together, under a title of their own.
struct FormGroup
{
    const char *title;
    const char *note; ///< one sentence below the title; null where the title says it
    std::span<const FormField> fields;
    bool isFolded = false; ///< rarely needed: one line until it is opened
};

} // namespace ui
