// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/shell/pages.h"

#include <QListWidget>

namespace ui {

/// The pages of the window by group, with a number beside those that have something to say.
class PageList : public QListWidget
{
    Q_OBJECT

public:
    explicit PageList(std::span<const Page> pages, QWidget *parent = nullptr);

    /// Selects the row without choosing it.
    void setCurrentPage(const QString &id);
    void setBadge(const QString &id, const Page::Badge &badge);

    QSize sizeHint() const override;

signals:
    void chosen(const QString &id);

private:
    void addGroup(const QString &title);
    void addPage(const Page &page);
    QListWidgetItem *itemOf(const QString &id) const;
};

} // namespace ui
