// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/tablecall.h"

#include "app/cli/environment.h"
#include "core/files/path.h"

#include <QCommandLineParser>
#include <QFileInfo>

#include <algorithm>
#include <iterator>

namespace cli {

namespace {

struct VerbRow
{
    const char *name;
    TableCall::Verb verb;
    qsizetype words; ///< behind the table
};
constexpr VerbRow verbs[] = {
    {"find", TableCall::Verb::Find, 1},     {"set", TableCall::Verb::Set, 2},
    {"remove", TableCall::Verb::Remove, 1}, {"on", TableCall::Verb::On, 1},
    {"off", TableCall::Verb::Off, 1},       {"replace", TableCall::Verb::Replace, 2},
    {"sort", TableCall::Verb::Sort, 0},
};

void sayUsage()
{
    sayError("usage: postwright-cli table find    [-c DIR] [--aliases] TYPE:FILE TEXT\n"
             "       postwright-cli table set     [-c DIR] [--aliases] [--dry-run] TYPE:FILE KEY VALUE\n"
             "       postwright-cli table remove  [-c DIR] [--aliases] [--dry-run] TYPE:FILE KEY\n"
             "       postwright-cli table on|off  [-c DIR] [--aliases] [--dry-run] TYPE:FILE KEY\n"
             "       postwright-cli table replace [-c DIR] [--aliases] [--dry-run] TYPE:FILE TEXT BY\n"
             "       postwright-cli table sort    [-c DIR] [--aliases] [--dry-run] TYPE:FILE");
}

} // namespace

std::optional<TableCall> tableCallFrom(const Invocation &invocation)
{
    QCommandLineParser parser;
    const QCommandLineOption folder(QStringLiteral("c"), {}, QStringLiteral("DIR"),
                                    QStringLiteral("/etc/postfix"));
    const QCommandLineOption aliases(QStringLiteral("aliases"));
    const QCommandLineOption trial(QStringLiteral("dry-run"));
    parser.addOptions({folder, aliases, trial});
    if (!parse(parser, invocation))
        return std::nullopt;
    QByteArrayList words;
    for (const QString &word : parser.positionalArguments())
        words.append(files::pathToBytes(word));
    const auto row = std::find_if(std::begin(verbs), std::end(verbs), [&](const VerbRow &one) {
        return words.value(0) == one.name && words.size() == one.words + 2;
    });
    const QByteArray table = words.value(1);
    const qsizetype colon = table.indexOf(':');
    if (row == std::end(verbs) || colon < 1 || colon + 1 == table.size()) {
        sayUsage();
        return std::nullopt;
    }
    return TableCall{.verb = row->verb,
                     .folder = QFileInfo(parser.value(folder)).absoluteFilePath(),
                     .areAliases = parser.isSet(aliases),
                     .isTrial = parser.isSet(trial),
                     .type = table.first(colon),
                     .path = table.sliced(colon + 1),
                     .words = words.sliced(2)};
}

} // namespace cli
