// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QHBoxLayout;

namespace ui {

/// The top of every page: its title, one sentence that says what it is for, and what acts on the whole page.
class PageHeader : public QWidget
{
    Q_OBJECT

public:
    PageHeader(const QString &title, const QString &sentence, QWidget *parent = nullptr);

    /// At the right of the title.
    void addWidget(QWidget *widget);

private:
    QHBoxLayout *m_row = nullptr;
};

} // namespace ui
