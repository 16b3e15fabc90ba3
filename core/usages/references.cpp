// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/usages/references.h"

#include "core/syntax/logicallines.h"

namespace usages {

namespace {

bool isNameByte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

} // namespace

QList<Reference> references(QByteArrayView value)
{
    QList<Reference> found;
    const auto skipBlanks = [&](qsizetype at) {
        while (at < value.size() && syntax::isSpace(value[at]))
            ++at;
        return at;
    };
    for (qsizetype at = value.indexOf('$'); at >= 0; at = value.indexOf('$', at)) {
        const qsizetype dollar = at++;
        if (at < value.size() && value[at] == '$') { // `$$` is a dollar sign
            ++at;
            continue;
        }
        const bool isBraced = at < value.size() && (value[at] == '{' || value[at] == '(');
        const qsizetype begin = isBraced ? skipBlanks(at + 1) : at;
        qsizetype end = begin;
        while (end < value.size() && isNameByte(value[end]))
            ++end;
        // `${function{text}}` names no parameter.
        const qsizetype next = isBraced ? skipBlanks(end) : end;
        const bool isFunction = isBraced && next < value.size() && value[next] == '{';
        if (end > begin && !isFunction)
            found.append(Reference{{begin, end}, dollar == 0});
        at = std::max(end, at);
    }
    return found;
}

} // namespace usages
