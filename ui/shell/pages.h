// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/pages/pagecontext.h"

#include <QIcon>
#include <QString>

#include <span>

class QWidget;

namespace model {
struct Place;
}

namespace ui {

/// A page of the main window. The window knows this table and no page by name. Pages are created when they
/// are first shown; each begins with a PageHeader of its title and purpose.
struct Page
{
    /// The number beside its name in the list, and what it counts.
    struct Badge
    {
        qsizetype count = 0;
        QString meaning = {}; ///< "2 problems", for the tooltip and for readers
        QIcon icon = {}; ///< in front of the number: how bad it is
    };

    const char *id; ///< stable: the settings remember it
    const char *title; ///< translation context "pages"
    const char *icon;
    const char *group; ///< translation context "pages"; pages of one group stand together
    const char *purpose; ///< one sentence, translation context "pages"
    QWidget *(*create)(PageContext &context, QWidget *parent);
    /// Shows this place of the source and gives it the keyboard. Null where a page can't show places.
    void (*show)(QWidget *page, const model::Place &place) = nullptr;
    Badge (*badge)(const PageContext &context) = nullptr;
    /// The field or row that stands for a place of the source is shown; false where none does. With a null
    /// `page` it is only asked whether one does. Null where the page has no such rows.
    bool (*reveal)(QWidget *page, const PageContext &context, const model::Place &place) = nullptr;

    /// Something on it that has a name of its own and can be gone to.
    struct Entry
    {
        QString title;
        QString detail = {};
        QString kind = {}; ///< "Table"
        QByteArray id = {}; ///< for `open`
    };
    QList<Entry> (*entries)(const PageContext &context) = nullptr;
    void (*open)(QWidget *page, const QByteArray &id) = nullptr; ///< an entry
};

/// In the order of the list.
std::span<const Page> pages();

} // namespace ui
