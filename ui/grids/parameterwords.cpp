// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/grids/parameterwords.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

namespace ui {

using catalog::Standing;
using catalog::Version;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ParameterWords)
};

QString shortVersion(const std::optional<Version> &version)
{
    return version ? QStringLiteral("%1.%2").arg(version->major).arg(version->minor) : QString();
}

QString withVersion(const char *withOne, const char *without, const std::optional<Version> &version)
{
    return version ? Words::tr(withOne).arg(shortVersion(version)) : Words::tr(without);
}

} // namespace

QString usersText(const catalog::Facts &facts)
{
    QStringList programs;
    for (const QByteArrayView program : facts.usedBy) {
        if (program == "all")
            return Words::tr("every program");
        programs.append(QString::fromUtf8(program));
    }
    return programs.join(QStringLiteral(", "));
}

bool isOutOfDate(const catalog::Facts &facts, const Version &target)
{
    switch (catalog::standingIn(facts, target)) {
    case Standing::NotYet:
    case Standing::Deprecated:
    case Standing::Ignored:
    case Standing::Renamed:
    case Standing::Removed:
        return true;
    default:
        return false;
    }
}

QString versionText(const catalog::Facts &facts, const Version &target)
{
    switch (catalog::standingIn(facts, target)) {
    case Standing::NotYet:
        return Words::tr("Needs %1").arg(shortVersion(facts.since));
    case Standing::Deprecated:
        return withVersion(QT_TRANSLATE_NOOP("ParameterWords", "Deprecated %1"),
                           QT_TRANSLATE_NOOP("ParameterWords", "Deprecated"), facts.deprecatedSince);
    case Standing::Ignored:
        return withVersion(QT_TRANSLATE_NOOP("ParameterWords", "Ignored since %1"),
                           QT_TRANSLATE_NOOP("ParameterWords", "Ignored"), facts.ignoredSince);
    case Standing::Renamed:
        return withVersion(QT_TRANSLATE_NOOP("ParameterWords", "Renamed %1"),
                           QT_TRANSLATE_NOOP("ParameterWords", "Renamed"), facts.renamedIn);
    case Standing::Removed:
        return withVersion(QT_TRANSLATE_NOOP("ParameterWords", "Removed %1"),
                           QT_TRANSLATE_NOOP("ParameterWords", "Removed"), facts.removedIn);
    case Standing::ReadOnly:
        return Words::tr("Read-only");
    default:
        break;
    }
    // What came with the oldest version that can be a target or before has always been there.
    constexpr Version always{2, 10, 0};
    return facts.since > always ? Words::tr("Since %1").arg(shortVersion(facts.since)) : QString();
}

QString versionHelp(const catalog::Facts &facts, const Version &target)
{
    QStringList sentences;
    const auto say = [&](const char *text, const std::optional<Version> &version) {
        sentences.append(Words::tr(text).arg(shortVersion(version)));
    };
    say(QT_TRANSLATE_NOOP("ParameterWords", "Postfix has it since version %1."), facts.since);
    switch (catalog::standingIn(facts, target)) {
    case Standing::NotYet:
        say(QT_TRANSLATE_NOOP("ParameterWords",
                              "Version %1, which this configuration is for, does not know it."),
            target);
        break;
    case Standing::Deprecated:
        if (facts.deprecatedSince)
            say(QT_TRANSLATE_NOOP("ParameterWords", "It still works, but is deprecated since version %1."),
                facts.deprecatedSince);
        else
            sentences.append(Words::tr("It still works, but is deprecated."));
        break;
    case Standing::Ignored:
        sentences.append(Words::tr("Postfix accepts it and does nothing with it."));
        break;
    case Standing::Renamed:
        sentences.append(Words::tr("It has another name now."));
        break;
    case Standing::Removed:
        sentences.append(Words::tr("This version does not know it any more."));
        break;
    case Standing::ReadOnly:
        sentences.append(Words::tr("Postfix works it out; setting it does nothing."));
        break;
    default:
        break;
    }
    QStringList replacements;
    for (const QByteArrayView name : facts.replacedBy)
        replacements.append(QString::fromUtf8(name));
    if (!replacements.isEmpty() && isOutOfDate(facts, target))
        sentences.append(Words::tr("Use %1 instead.").arg(QLocale().createSeparatedList(replacements)));
    return sentences.join(QLatin1Char(' '));
}

} // namespace ui
