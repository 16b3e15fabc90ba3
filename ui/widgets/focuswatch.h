// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QApplication>

namespace ui {

/// Tells a widget where the keyboard goes in the whole program. As a member it is gone before the widget's
/// own parts are: a window that goes while the keyboard is in it moves the focus until its last part has
/// gone.
class FocusWatch : public QObject
{
    Q_OBJECT

public:
    /// Calls `moved(QWidget *now)`, null when the keyboard leaves the program.
    template<typename Moved>
    explicit FocusWatch(Moved moved)
    {
        connect(qApp, &QApplication::focusChanged, this, [moved](QWidget *, QWidget *now) { moved(now); });
    }
};

} // namespace ui
