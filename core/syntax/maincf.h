// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/syntax/byterange.h"

#include <QByteArray>
#include <QHash>
#include <QList>

namespace syntax {

/// One `name = value` of main.cf, in force or switched off (commented out). Ranges point into MainCf::text().
struct Setting
{
    ByteRange
        whole; ///< first line to the last that belongs to it, line ends and comments in between included
    ByteRange name;
    ByteRange separator; ///< from the end of the name to the start of the value: blanks, '=', blanks
    ByteRange value; ///< first to last byte of the value, across lines; empty where one would be written
    ByteRange
        remark; ///< the comment block right above that speaks of it; empty at whole.begin if there is none
    int line = 0; ///< physical line of the name, counted from 0
    bool enabled = true;
};

/// A line of main.cf that Postfix refuses (no '=' or no name) or ignores (an indented first line).
struct StrayLine
{
    enum class Kind : quint8 { MissingEquals, MissingName, Orphan, FieldCount };
    ByteRange range; ///< the whole logical line
    int line = 0;
    Kind kind = Kind::MissingEquals;
};

/// A main.cf file, byte for byte, with an index of what is where. Any byte sequence is some MainCf.
/// Line rules: readllines() in src/util/readlline.c; name and value: split_nameval() in
/// src/util/split_nameval.c.
class MainCf
{
public:
    MainCf() = default;
    explicit MainCf(QByteArray text);

    const QByteArray &text() const { return m_text; }
    /// In file order, in force and switched off.
    const QList<Setting> &settings() const { return m_settings; }
    const QList<StrayLine> &strays() const { return m_strays; }

    QByteArrayView nameOf(const Setting &setting) const { return setting.name.in(m_text); }
    /// The value as Postfix sees it: lines joined by one blank, comments left out, cut at a NUL.
    QByteArray valueOf(const Setting &setting) const;
    /// The trimmed pieces of the value, one per physical line that carries a part of it. In a setting that
    /// is switched off the '#' in front of each line is left out.
    QList<ByteRange> piecesOf(const Setting &setting) const;

    /// The setting in force, which is the last one (dict_load_fp() in src/util/dict.c); null without one.
    const Setting *find(QByteArrayView name) const;
    /// Index into settings() of the one in force; -1 without one.
    qsizetype indexOf(QByteArrayView name) const;
    /// The setting whose lines contain that offset, in force or switched off; null where none does.
    const Setting *settingAt(qsizetype offset) const;
    /// Indexes of every setting of that name that is in force or was overridden, in file order.
    QList<qsizetype> allOf(QByteArrayView name) const;
    /// Indexes of the switched-off settings of that name, in file order.
    QList<qsizetype> switchedOff(QByteArrayView name) const;

private:
    QByteArray m_text;
    QList<Setting> m_settings;
    QList<StrayLine> m_strays;
    QHash<QByteArrayView, qsizetype> m_inForce; ///< keys point into m_text, which is never detached
};

} // namespace syntax
