// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/checkcall.h"

#include "app/cli/environment.h"

#include <QCommandLineParser>

#include <algorithm>

namespace cli {

namespace {

template<typename T>
struct Choice
{
    const char *word;
    T value;
};

constexpr Choice<Format> formats[] = {
    {"text", Format::Text}, {"json", Format::Json}, {"sarif", Format::Sarif}};
constexpr Choice<PostfixUse> postfixUses[] = {
    {"auto", PostfixUse::Auto}, {"never", PostfixUse::Never}, {"require", PostfixUse::Require}};
constexpr Choice<lint::Severity> severities[] = {
    {"error", lint::Severity::Error}, {"warning", lint::Severity::Warning}, {"info", lint::Severity::Info}};

/// False, and said, when the value of the option is none of the choices.
template<typename T, size_t size>
bool take(const QCommandLineParser &parser, const QCommandLineOption &option,
          const Choice<T> (&choices)[size], T &into)
{
    const QString word = parser.value(option);
    const auto found = std::find_if(std::begin(choices), std::end(choices), [&](const Choice<T> &choice) {
        return word == QLatin1String(choice.word);
    });
    if (found != std::end(choices)) {
        into = found->value;
        return true;
    }
    sayError("postwright-cli: --" + option.names().first().toUtf8() + " can't be \"" + word.toUtf8() + "\".");
    return false;
}

/// Options whose value may be left out: the parser knows no such options, so it gets the value as an option.
QByteArrayList withOptionalValues(const QByteArrayList &arguments)
{
    QByteArrayList all;
    for (const QByteArray &argument : arguments) {
        const bool isRule = argument.startsWith("PF-") && !all.isEmpty();
        if (isRule && all.last() == "--fix")
            all.append("--fix-rule=" + argument);
        else if (isRule && all.last() == "--explain")
            all.append("--explain-rule=" + argument);
        else
            all.append(argument);
    }
    return all;
}

} // namespace

QByteArray checkUsage()
{
    return "usage: postwright-cli check [-c DIR] [--format text|json|sarif] [--postfix auto|never|require]\n"
           "                            [--fail-on error|warning|info] [--target VERSION]\n"
           "                            [--profile normal|advice|FILE] [--show-suppressed]\n"
           "                            [--fix [RULE,...] [--dry-run]]\n"
           "       postwright-cli check --explain [RULE]";
}

std::optional<CheckCall> checkCallFrom(const Invocation &invocation)
{
    QCommandLineParser parser;
    const auto option = [&](const char *name, const char *value = "", const char *otherwise = "") {
        QCommandLineOption made(QString::fromLatin1(name), {}, QString::fromLatin1(value),
                                QString::fromLatin1(otherwise));
        parser.addOption(made);
        return made;
    };
    const auto folder = option("c", "DIR", "/etc/postfix");
    const auto format = option("format", "FORMAT", "text");
    const auto postfix = option("postfix", "USE", "auto");
    const auto failOn = option("fail-on", "SEVERITY", "error");
    const auto profile = option("profile", "PROFILE", "normal");
    const auto target = option("target", "VERSION");
    const auto showIgnored = option("show-suppressed");
    const auto explain = option("explain");
    const auto explainRule = option("explain-rule", "RULE");
    const auto rules = option("rules");
    const auto fix = option("fix");
    const auto fixRule = option("fix-rule", "RULES");
    const auto dryRun = option("dry-run");
    if (!parse(parser, {withOptionalValues(invocation.arguments), invocation.target}))
        return std::nullopt;
    CheckCall call{.invocation = invocation,
                   .folder = parser.value(folder),
                   .profile = parser.value(profile),
                   .showsIgnored = parser.isSet(showIgnored),
                   .explains = parser.isSet(explain) || parser.isSet(rules),
                   .explained = parser.value(explainRule).toLatin1(),
                   .fixes = parser.isSet(fix),
                   .isDryRun = parser.isSet(dryRun)};
    if (parser.isSet(fixRule))
        call.fixedRules = parser.value(fixRule).toLatin1().split(',');
    if (!take(parser, format, formats, call.format) || !take(parser, postfix, postfixUses, call.postfix)
        || !take(parser, failOn, severities, call.failOn))
        return std::nullopt;
    if (parser.isSet(target)) {
        const auto version = catalog::targetFrom(parser.value(target).toUtf8());
        if (!version) {
            sayError("postwright-cli: " + version.error().detail.toUtf8());
            return std::nullopt;
        }
        call.invocation.target = *version;
    }
    if (!parser.positionalArguments().isEmpty()) {
        sayError("postwright-cli: check can't make sense of \""
                 + parser.positionalArguments().first().toUtf8() + "\".");
        return std::nullopt;
    }
    if (call.isDryRun && !call.fixes) {
        sayError("postwright-cli: --dry-run goes with --fix.");
        return std::nullopt;
    }
    return call;
}

} // namespace cli
