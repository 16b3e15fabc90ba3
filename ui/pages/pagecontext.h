// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace tools {
class Runner;
}

namespace ui {

class Checker;
class EditSession;
class FilePresence;
class Findings;
class FolderSession;
class Knowledge;
class Ignoring;
class Language;
class Settings;

/// What pages and docks are given to work with. All of it outlives them.
struct PageContext
{
    EditSession &session; ///< the configuration: read it, edit it
    FolderSession &folder; ///< where it came from: opening, saving, what changed outside
    Findings &findings; ///< what is wrong with it
    Checker &checker; ///< looks for what is wrong
    Settings &settings;
    Language &language; ///< what the names in it stand for
    Knowledge &knowledge; ///< about Postfix, its version, and what it makes of the configuration
    FilePresence &presence; ///< of the files it names
    Ignoring &ignoring; ///< what the admin does not want to be told of
    tools::Runner &runner; ///< of the programs of this machine
};

} // namespace ui
