// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/changes.h"

#include <QObject>

#include <optional>

namespace ui {

/// Where the user has been: pages, and places in the source.
struct Visit
{
    QString page;
    std::optional<model::Place> place = {};

    bool operator==(const Visit &) const = default;
};

/// Back and forward as a browser knows them.
class Visits : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    bool canGoBack() const { return m_current > 0; }
    bool canGoForward() const { return m_current + 1 < m_all.size(); }

    /// The user has gone there by other means; what was ahead is forgotten.
    void add(const Visit &visit);
    void clear();
    Visit back();
    Visit forward();

signals:
    void changed();

private:
    QList<Visit> m_all;
    qsizetype m_current = -1;
};

} // namespace ui
