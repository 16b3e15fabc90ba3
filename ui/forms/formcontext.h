// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace ui {

class EditSession;
class FilePresence;
class Findings;
class Knowledge;

/// What fields are given to work with. All of it outlives them.
struct FormContext
{
    EditSession &session;
    Findings &findings;
    Knowledge &knowledge;
    FilePresence &presence;
};

} // namespace ui
