// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/postconf/masterentry.h"

#include "core/syntax/logicallines.h"

#include <algorithm>
#include <array>

namespace postconf {

namespace {

using syntax::ServiceField;

constexpr std::array types{"unix", "fifo", "inet", "pass", "unix-dgram"};
constexpr std::array<qsizetype, syntax::serviceFieldCount> columns{0, 11, 17, 25, 33, 41, 49, 57};

bool isDigits(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool isAccepted(ServiceField field, QByteArrayView value)
{
    switch (field) {
    case ServiceField::Type:
        return std::any_of(types.begin(), types.end(), [&](const char *type) { return value == type; });
    case ServiceField::Private:
    case ServiceField::Unprivileged:
    case ServiceField::Chroot:
        return value == "y" || value == "n" || value == "-";
    case ServiceField::Wakeup:
        if (value.endsWith('?'))
            value.chop(1);
        return value == "-" || isDigits(value);
    case ServiceField::ProcessLimit:
        return value == "-" || isDigits(value);
    case ServiceField::Name:
    case ServiceField::Command:
        break;
    }
    return true;
}

bool needsBraces(QByteArrayView word)
{
    return std::any_of(word.begin(), word.end(),
                       [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; });
}

bool isOption(QByteArrayView word)
{
    return word.startsWith('-') && word != "--";
}

bool takesValue(QByteArrayView word)
{
    // A lone '-' does too: strchr() finds the end of the word in the list of option letters.
    return word.size() == 1 || word[1] == 'o';
}

QByteArray inBraces(const QByteArray &word)
{
    return needsBraces(word) ? '{' + word + '}' : word;
}

/// What stands behind an option of the given list must not become an option itself.
QByteArray joinedArguments(const QByteArrayList &arguments)
{
    QByteArray line;
    bool inOptions = true;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QByteArray &word = arguments[i];
        if (!inOptions) {
            line += ' ' + inBraces(word);
            continue;
        }
        // The first word that is no option is printed without braces, blanks or not.
        inOptions = isOption(word);
        line += ' ' + word;
        if (inOptions && takesValue(word) && i + 1 < arguments.size())
            line += ' ' + inBraces(arguments[++i]);
    }
    return line;
}

/// The whole entry with its line ends as blanks, as it is quoted in a message.
QByteArray rawText(const syntax::MasterCf &masterCf, const syntax::Service &service)
{
    const syntax::ByteRange range{service.field(ServiceField::Name).begin, service.whole.end};
    return syntax::joinedPieces(masterCf.text(), syntax::valuePieces(masterCf.text(), range));
}

} // namespace

QByteArray fieldProblem(const syntax::MasterCf &masterCf, const syntax::Service &service)
{
    for (int i = 0; i < syntax::serviceFieldCount; ++i) {
        const auto field = static_cast<ServiceField>(i);
        const QByteArrayView value = masterCf.fieldOf(service, field);
        if (!isAccepted(field, value))
            return QByteArray("invalid ") + fieldNames[i] + " field \"" + value.toByteArray() + "\" in \""
                + rawText(masterCf, service) + '"';
    }
    return {};
}

QMap<QByteArray, QByteArray> overridesIn(const QByteArrayList &arguments)
{
    QMap<QByteArray, QByteArray> overrides;
    for (qsizetype i = 0; i < arguments.size() && isOption(arguments[i]); ++i) {
        if (!takesValue(arguments[i]) || i + 1 == arguments.size())
            continue;
        const QByteArray &word = arguments[++i];
        const qsizetype equals = word.indexOf('=');
        if (arguments[i - 1] == "-o" && equals > 0)
            overrides.insert(word.first(equals).trimmed(), word.sliced(equals + 1).trimmed());
    }
    return overrides;
}

QByteArray listedService(const syntax::MasterCf &masterCf, const syntax::Service &service,
                         const QByteArrayList &arguments)
{
    QByteArray line;
    for (size_t i = 0; i < columns.size(); ++i) {
        if (i > 0)
            line += QByteArray(std::max<qsizetype>(1, columns[i] - line.size()), ' ');
        line += masterCf.fieldOf(service, static_cast<ServiceField>(i));
    }
    return line + joinedArguments(arguments);
}

} // namespace postconf
