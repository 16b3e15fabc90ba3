// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/bundlecommand.h"

#include "app/cli/checkcommand.h"
#include "app/cli/environment.h"
#include "core/base/errortext.h"
#include "core/bundle/bundle.h"
#include "core/check/suppression.h"

#include <QCommandLineParser>
#include <QDateTime>
#include <QFileInfo>

namespace cli {

namespace {

int usage()
{
    sayError("usage: postwright-cli bundle export [-c DIR] [-o FILE] [--draft] [--with-secrets] "
             "[--without-postfix]");
    return BadCall;
}

int fail(const base::Error &error)
{
    sayError("postwright-cli: " + base::errorText(error).toUtf8());
    return CouldNot;
}

} // namespace

int runBundle(const Invocation &invocation)
{
    if (invocation.arguments.isEmpty() || invocation.arguments.first() != "export")
        return usage();
    QCommandLineParser parser;
    const QCommandLineOption folderOption(QStringLiteral("c"), {}, QStringLiteral("DIR"),
                                          QStringLiteral("/etc/postfix"));
    const QCommandLineOption output(QStringLiteral("o"), {}, QStringLiteral("FILE"));
    const QCommandLineOption draft(QStringLiteral("draft"));
    const QCommandLineOption withSecrets(QStringLiteral("with-secrets"));
    const QCommandLineOption withoutPostfix(QStringLiteral("without-postfix"));
    parser.addOptions({folderOption, output, draft, withSecrets, withoutPostfix});
    if (!parse(parser, {invocation.arguments.sliced(1), invocation.target})
        || !parser.positionalArguments().isEmpty())
        return usage();

    const auto store = localFileStore();
    const auto reference = loadReference();
    if (!reference)
        return fail(reference.error());
    const auto checked =
        openChecked(*store, parser.value(folderOption), QStringLiteral("normal"), invocation, *reference);
    if (!checked)
        return fail(checked.error());
    const folder::Opened &opened = checked->opened;
    const auto problems =
        problemsIn(*checked, parser.isSet(withoutPostfix) ? PostfixUse::Never : PostfixUse::Auto);
    if (!problems)
        return fail(problems.error());
    const QString path = parser.isSet(output)
        ? parser.value(output)
        : bundle::fileName(opened.path, QDateTime::currentDateTime(), bundle::Compression::Zstd);
    const auto made = bundle::exported(opened.snapshot, check::notIgnored(*problems),
                                       {.target = targetOf(invocation).toString(),
                                        .withSecrets = parser.isSet(withSecrets),
                                        .compression = bundle::compressionOf(path)});
    if (!made)
        return fail(made.error());
    if (made->isDraft && !parser.isSet(draft)) {
        sayError("postwright-cli: the configuration has errors, so this bundle is not validated. Run "
                 "\"postwright-cli check\" to see them, or export a draft with --draft.");
        return Found;
    }
    const QString absolute = QFileInfo(path).absoluteFilePath();
    files::Write write{.path = absolute, .content = {made->bytes}, .isSecret = made->hasSecrets};
    if (const auto there = store->fingerprint(absolute); there)
        write.opened = *there;
    if (const auto saved = store->save({write}, {}); !saved)
        return fail(saved.error());
    for (const QString &name : made->leftOut)
        sayError("left out: " + name.toUtf8());
    say(path.toUtf8() + '\n');
    return Done;
}

} // namespace cli
