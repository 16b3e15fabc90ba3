// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/changes.h"
#include "ui/shell/pages.h"

#include <QList>

#include <functional>

namespace ui {

/// One thing that can be found and gone to.
struct FindEntry
{
    QString title; ///< what is typed is compared with this
    QString detail = {}; ///< grey, beside it
    QString icon = {};
    QString kind = {}; ///< "Page", "Parameter", at the right
    std::function<void()> go = {};
};

/// `goTo` shows a place of the source.
using GoTo = std::function<void(const model::Place &)>;

QList<FindEntry> pageEntries(std::span<const Page> pages,
                             const std::function<void(const QString &)> &showPage);
/// What the pages have on them that has a name: tables.
QList<FindEntry> namedEntries(std::span<const Page> pages, const PageContext &context,
                              const std::function<void(const Page &, const QByteArray &id)> &open);
/// Settings of main.cf in force and switched off, services, and every file.
QList<FindEntry> configurationEntries(const model::Snapshot &snapshot, const GoTo &goTo);

/// The entries that answer what was typed, best first, no more than `limit`. Nothing typed: the first ones.
QList<FindEntry> ranked(const QList<FindEntry> &entries, const QString &typed, qsizetype limit = 50);

} // namespace ui
