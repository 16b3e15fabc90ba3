// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/syntax/byterange.h"

#include <QObject>

class QMouseEvent;

namespace ui {

class Language;
class SourceEditor;

/// Ties a source editor to what names stand for: it says where the user is, and Ctrl with a click on a name
/// goes to its definition. With Ctrl held, the name below the pointer is underlined as a link.
class Navigation : public QObject
{
    Q_OBJECT

public:
    Navigation(SourceEditor &editor, Language &language);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void addAction(const QString &text, const QKeySequence &keys, void (Language::*run)());
    void report();
    void showLink(const QMouseEvent &event);
    void clearLink();
    void dress();
    qsizetype offsetAt(const QMouseEvent &event) const;

    SourceEditor &m_editor;
    Language &m_language;
    syntax::ByteRange m_link;
    bool m_isPressed = false;
    qsizetype m_pointed = -1; ///< where the right button was pressed last; -1 once a key was
};

} // namespace ui
