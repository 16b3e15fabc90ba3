// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace ui {

class SourceEditor;

/// The margins of a source editor, from the left.
enum class EditorMargin { Changes, Numbers, Folds };

/// Fonts, colours and margins, from the desktop's fixed font and the palette of the editor.
void applyEditorLook(SourceEditor &editor);

} // namespace ui
