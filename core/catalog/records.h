// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/catalog/lines.h"
#include "core/catalog/version.h"

#include <algorithm>
#include <array>
#include <optional>
#include <type_traits>

/// Tables of records: a line is a name and cells "KEY VALUE" in any order. A struct is read from one by a
/// sorted array of columns, each a key and the member its values go to; what they can't hold is a malformed
/// line.
namespace catalog {

template<typename Record>
struct Column
{
    QByteArrayView key;
    bool (*read)(Record &record, QByteArrayView value); ///< false: no such value
};

std::optional<qint64> numberOf(QByteArrayView text);

namespace columns {

template<typename>
struct MemberOf;
template<typename Record_, typename Value_>
struct MemberOf<Value_ Record_::*>
{
    using Record = Record_;
    using Value = Value_;
};
template<auto member>
using RecordOf = typename MemberOf<decltype(member)>::Record;

/// One text, a version or a number, or one more of a list of them.
template<auto member>
bool value(RecordOf<member> &record, QByteArrayView text)
{
    using Value = typename MemberOf<decltype(member)>::Value;
    if constexpr (std::is_same_v<Value,
                                 QByteArrayView> || std::is_same_v<Value, std::optional<QByteArrayView>>) {
        record.*member = text;
        return true;
    } else if constexpr (std::is_same_v<Value, QList<QByteArrayView>>) {
        (record.*member).append(text);
        return true;
    } else if constexpr (std::is_same_v<Value, Version> || std::is_same_v<Value, std::optional<Version>>) {
        const std::optional<Version> version = Version::parse(text);
        if (version)
            record.*member = *version;
        return version.has_value();
    } else {
        const std::optional<qint64> number = numberOf(text);
        if (number)
            record.*member = *number;
        return number.has_value();
    }
}

/// Words or versions separated by commas.
template<auto member>
bool words(RecordOf<member> &record, QByteArrayView text)
{
    for (const QByteArrayView word : split(text, ',')) {
        if (word.isEmpty())
            return false;
        if constexpr (std::is_same_v<typename MemberOf<decltype(member)>::Value, QList<Version>>) {
            const std::optional<Version> version = Version::parse(word);
            if (!version)
                return false;
            (record.*member).append(*version);
        } else {
            (record.*member).append(word);
        }
    }
    return !text.isEmpty();
}

/// A statement: the key alone makes the member `is`.
template<auto member, bool is = true>
bool statement(RecordOf<member> &record, QByteArrayView text)
{
    record.*member = is;
    return text.isEmpty();
}

/// One of `names`, which are those of the enumerators in their order.
template<auto member, const auto &names>
bool choice(RecordOf<member> &record, QByteArrayView text)
{
    const auto found = std::find(names.begin(), names.end(), text);
    if (found == names.end())
        return false;
    using Value = typename MemberOf<decltype(member)>::Value;
    if constexpr (std::is_enum_v<Value>)
        record.*member = static_cast<Value>(found - names.begin());
    else
        record.*member = static_cast<typename Value::value_type>(found - names.begin());
    return true;
}

/// A composed value, taken apart by `parse`, one more of a list of them.
template<auto member, auto parse>
bool composed(RecordOf<member> &record, QByteArrayView text)
{
    const auto parsed = parse(split(text, '|'));
    if (parsed)
        (record.*member).append(*parsed);
    return parsed.has_value();
}

} // namespace columns

/// The part of a composed value, empty where trailing parts were left out.
inline QByteArrayView part(const QList<QByteArrayView> &parts, qsizetype index)
{
    return index < parts.size() ? parts[index] : QByteArrayView();
}

/// A version that may be missing; false for what is none.
bool readVersion(QByteArrayView text, std::optional<Version> &version);

template<typename Record, size_t count>
bool readRecord(Record &record, QByteArrayView line, const std::array<Column<Record>, count> &columns)
{
    const qsizetype nameEnd =
        std::min(line.indexOf('\t') < 0 ? line.size() : line.indexOf('\t'), line.size());
    record.name = line.first(nameEnd);
    if (record.name.isEmpty())
        return false;
    for (qsizetype at = nameEnd + 1; at < line.size();) {
        const qsizetype tab = line.indexOf('\t', at);
        const QByteArrayView cell = line.sliced(at, (tab < 0 ? line.size() : tab) - at);
        const qsizetype blank = cell.indexOf(' ');
        const QByteArrayView key = blank < 0 ? cell : cell.first(blank);
        const auto column = std::lower_bound(
            columns.begin(), columns.end(), key,
            [](const Column<Record> &one, QByteArrayView wanted) { return one.key < wanted; });
        if (column == columns.end() || column->key != key
            || !column->read(record, blank < 0 ? QByteArrayView() : cell.sliced(blank + 1)))
            return false;
        at += cell.size() + 1;
    }
    return true;
}

/// All records of a table; the views in them point into `text`.
template<typename Record, size_t count>
base::Result<QList<Record>> readRecords(const char *table, const QByteArray &text,
                                        const std::array<Column<Record>, count> &columns)
{
    Q_ASSERT(std::is_sorted(columns.begin(), columns.end(),
                            [](const auto &left, const auto &right) { return left.key < right.key; }));
    const auto lines = linesOf(table, text);
    if (!lines)
        return lines.error();
    QList<Record> records(lines->size());
    for (qsizetype i = 0; i < lines->size(); ++i) {
        if (!readRecord(records[i], lines->at(i), columns))
            return malformed(table, i);
    }
    return records;
}

} // namespace catalog
