// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/edits/servicecolumns.h"

#include "core/edits/linecolumn.h"

#include <algorithm>

namespace edits {

using syntax::ByteRange;
using syntax::MasterCf;
using syntax::Service;

namespace {

/// Those of one kind where there is no room.
QByteArray blanks(int from, int to, bool withTabs)
{
    return to <= from && withTabs ? QByteArray("\t") : blanksTo(from, to, withTabs);
}

ByteRange gapAfter(const Service &service, size_t field)
{
    return {service.fields[field].end, service.fields[field + 1].begin};
}

/// The fields of one line that have blanks of their own between them: 8 in nearly every file.
size_t fieldsOnFirstLine(const MasterCf &file, const Service &service)
{
    size_t count = 1;
    while (count < service.fields.size() && !gapAfter(service, count - 1).in(file.text()).contains('\n'))
        ++count;
    return count;
}

bool isAligned(const MasterCf &file, const Service &service)
{
    for (size_t i = 0; i + 1 < service.fields.size(); ++i) {
        const QByteArrayView gap = gapAfter(service, i).in(file.text());
        if (gap.size() > 1 || gap.contains('\t'))
            return true;
    }
    return false;
}

} // namespace

model::Draft::Replacement fieldReplacement(const MasterCf &file, const Service &service,
                                           syntax::ServiceField field, const QByteArray &value)
{
    const QByteArrayView text(file.text());
    auto which = static_cast<size_t>(field);
    model::Draft::Replacement result{service.fields[which], value};
    const size_t count = fieldsOnFirstLine(file, service);
    if (!isAligned(file, service) || which + 1 >= count)
        return result;
    int before =
        columnAfter(text.sliced(service.whole.begin, service.fields[which].begin - service.whole.begin));
    int now = columnAfter(value, before);
    before = columnAfter(service.fields[which].in(text), before);
    for (; which + 1 < count && now != before; ++which) {
        const QByteArrayView gap = gapAfter(service, which).in(text);
        const QByteArrayView next = service.fields[which + 1].in(text);
        before = columnAfter(gap, before);
        const QByteArray fresh = blanks(now, before, gap.contains('\t'));
        now = columnAfter(fresh, now);
        result.bytes += fresh;
        result.range.end = service.fields[which + 1].begin;
        if (now == before)
            break;
        result.bytes += next.toByteArray();
        result.range.end = service.fields[which + 1].end;
        now = columnAfter(next, now);
        before = columnAfter(next, before);
    }
    return result;
}

QByteArray alignedLine(const MasterCf &file, qsizetype before, const ServiceFields &fields)
{
    std::array<int, syntax::serviceFieldCount> columns{0, 10, 16, 24, 32, 40, 48, 56};
    bool tabs = false;
    constexpr qsizetype nearby = 20;
    // Those above first: a service is mostly added below its relatives.
    const qsizetype count = file.services().size();
    for (qsizetype distance = 1; distance <= nearby; ++distance) {
        const qsizetype above = before - distance;
        const qsizetype below = before + distance - 1;
        const auto fits = [&](qsizetype index) {
            return index >= 0 && index < count && file.services()[index].enabled
                && isAligned(file, file.services()[index])
                && fieldsOnFirstLine(file, file.services()[index]) == fields.size();
        };
        if (!fits(above) && !fits(below))
            continue;
        const Service &model = file.services()[fits(above) ? above : below];
        for (size_t i = 1; i < fields.size(); ++i) {
            const QByteArrayView gap = gapAfter(model, i - 1).in(file.text());
            const ByteRange lead{model.whole.begin, model.fields[i].begin};
            columns[i] = columnAfter(lead.in(file.text()));
            tabs = tabs || gap.contains('\t');
        }
        break;
    }
    QByteArray line = fields[0];
    int column = columnAfter(line);
    for (size_t i = 1; i < fields.size(); ++i) {
        const QByteArray gap = blanks(column, columns[i], tabs);
        line += gap + fields[i];
        column = columnAfter(fields[i], columnAfter(gap, column));
    }
    return line;
}

} // namespace edits
