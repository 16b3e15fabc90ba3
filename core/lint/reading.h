// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QFlags>
#include <QHash>

#include <vector>

namespace lint {

/// What rules look at besides single names.
enum class Whole : quint8 {
    Settings = 0x01, ///< all assignments, whatever their names
    Services = 0x02, ///< the rows of master.cf without their overrides
    MainCf = 0x04, ///< the bytes of the file
    MasterCf = 0x08, ///< the same
    Names = 0x10 ///< which names have a value
};
Q_DECLARE_FLAGS(Wholes, Whole)
Q_DECLARE_OPERATORS_FOR_FLAGS(Wholes)

/// Names of parameters as small numbers, which stay the same from one state to the next.
class NameNumbers
{
public:
    size_t of(QByteArrayView name);

private:
    QHash<QByteArray, size_t> m_numbers;
};

/// What somebody looked at, or what an edit touched.
class Reading
{
public:
    void add(size_t name);
    void add(Wholes wholes) { m_wholes |= wholes; }
    void add(const Reading &other);
    bool has(size_t name) const;
    /// Whether both have something in common.
    bool meets(const Reading &other) const;

private:
    Wholes m_wholes;
    std::vector<quint64> m_names; ///< a bit for each number
};

} // namespace lint
