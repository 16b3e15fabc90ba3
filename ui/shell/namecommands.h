// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/pages/pagecontext.h"

class QMainWindow;

namespace ui {

class Docks;
class MessageArea;

/// Shows in the window what its views ask Language about names: where they are used, another name for them,
/// another name or type of a table, what a table answers; and what Language has to say.
void connectNameCommands(PageContext &context, Docks &docks, MessageArea &messages, QMainWindow &window);

} // namespace ui
