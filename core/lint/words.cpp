// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lint/words.h"

#include "core/catalog/version.h"

#include <QList>

#include <algorithm>
#include <array>

namespace lint {

namespace {

struct Meant
{
    char32_t first;
    char32_t last;
    const char *ascii;
};

constexpr std::array meanings{
    Meant{0xA0, 0xA0, " "},     Meant{0x2007, 0x2007, " "}, Meant{0x200B, 0x200D, ""},
    Meant{0x2010, 0x2015, "-"}, Meant{0x2018, 0x201B, "'"}, Meant{0x201C, 0x201F, "\""},
    Meant{0x202F, 0x202F, " "}, Meant{0x2212, 0x2212, "-"}, Meant{0xFEFF, 0xFEFF, ""}};

unsigned byteAt(QByteArrayView text, qsizetype at)
{
    return static_cast<unsigned char>(text[at]);
}

} // namespace

std::optional<Typographic> typographicIn(QByteArrayView text, qsizetype from)
{
    for (qsizetype at = from; at + 1 < text.size(); ++at) {
        const unsigned lead = byteAt(text, at);
        char32_t code = 0;
        qsizetype size = 0;
        if (lead == 0xC2U) {
            code = ((lead & 0x1FU) << 6U) | (byteAt(text, at + 1) & 0x3FU);
            size = 2;
        } else if ((lead == 0xE2U || lead == 0xEFU) && at + 2 < text.size()) {
            code = ((lead & 0x0FU) << 12U) | ((byteAt(text, at + 1) & 0x3FU) << 6U)
                | (byteAt(text, at + 2) & 0x3FU);
            size = 3;
        } else {
            continue;
        }
        const auto *found = std::find_if(meanings.begin(), meanings.end(), [&](const Meant &meant) {
            return meant.first <= code && code <= meant.last;
        });
        if (found != meanings.end())
            return Typographic{.code = code, .at = at, .size = size, .ascii = found->ascii};
    }
    return std::nullopt;
}

bool isFreeText(QByteArrayView parameter)
{
    static const QList<QByteArrayView> endings{
        "_banner",       "_footer",         "_rbl_reply",          "_why",
        "_reason",       "_macros",         "_cipherlist",         "_expansion_filter",
        "_contact_info", "_macro_defaults", "_forbidden_commands", "_text",
        "_verify_reply", "_filter"};
    return std::any_of(endings.begin(), endings.end(),
                       [&](QByteArrayView ending) { return parameter.endsWith(ending); })
        || parameter == "mail_name" || parameter == "rbl_reply_maps";
}

bool isNumeric(QByteArrayView text)
{
    return !text.isEmpty()
        && std::all_of(text.begin(), text.end(), [](char c) { return (c >= '0' && c <= '9') || c == '.'; });
}

// valid_hostname() in src/util/valid_hostname.c.
bool isHostName(const QByteArray &name)
{
    constexpr qsizetype longestName = 255;
    constexpr qsizetype longestLabel = 63;
    if (name.isEmpty() || name.size() > longestName || isNumeric(name))
        return false;
    for (const QByteArray &label : name.split('.')) {
        const bool isText = std::all_of(label.begin(), label.end(), [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-'
                || c == '_';
        });
        if (label.isEmpty() || label.size() > longestLabel || !isText || label.startsWith('-')
            || label.endsWith('-'))
            return false;
    }
    return true;
}

Endpoint endpointOf(QByteArrayView serviceName)
{
    const qsizetype colon = serviceName.lastIndexOf(':');
    if (colon < 0 || (serviceName.startsWith('[') && serviceName.endsWith(']')))
        return {.port = serviceName.toByteArray()};
    QByteArrayView host = serviceName.first(colon);
    if (host.startsWith('[') && host.endsWith(']'))
        host = host.sliced(1, host.size() - 2);
    return {.host = host.toByteArray(), .port = serviceName.sliced(colon + 1).toByteArray()};
}

// get_mail_conf_time() in src/global/mail_conf_time.c, conv_time() in src/global/conv_time.c.
std::optional<qint64> secondsIn(QByteArrayView text, std::optional<catalog::TimeUnit> unit)
{
    qsizetype digits = 0;
    while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9')
        ++digits;
    bool isNumber = false;
    const qint64 number = text.first(digits).toLongLong(&isNumber);
    if (!isNumber)
        return std::nullopt;
    const QByteArrayView suffix = text.sliced(digits);
    if (suffix.isEmpty())
        return number * (unit ? catalog::secondsPerUnit[static_cast<size_t>(*unit)] : 1);
    const char letter = static_cast<char>(suffix.front() | 0x20);
    for (size_t i = 0; i < catalog::timeUnitNames.size(); ++i) {
        if (catalog::timeUnitNames[i].front() == letter)
            return number * catalog::secondsPerUnit[i];
    }
    return std::nullopt;
}

std::optional<qint64> levelOf(QByteArrayView text)
{
    const QList<QByteArray> parts = text.toByteArray().split('.');
    constexpr int most = 3;
    if (parts.size() > most)
        return std::nullopt;
    qint64 level = 0;
    for (int i = 0; i < most; ++i) {
        bool isNumber = i >= parts.size();
        const qint64 number = isNumber ? 0 : parts[i].toUInt(&isNumber);
        if (!isNumber || (i < parts.size() && parts[i].startsWith('+')))
            return std::nullopt;
        level = level * 1000 + number;
    }
    return level;
}

} // namespace lint
