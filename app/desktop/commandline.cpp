// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/commandline.h"

#include "core/files/path.h"
#include "ui/widgets/theme.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace desktop {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("commandline", text);
}

std::optional<int> themeCalled(const QString &name)
{
    if (name == QLatin1String("follow"))
        return static_cast<int>(ui::Theme::Follow);
    if (name == QLatin1String("light"))
        return static_cast<int>(ui::Theme::Light);
    if (name == QLatin1String("dark"))
        return static_cast<int>(ui::Theme::Dark);
    return {};
}

} // namespace

QStringList argumentsFrom(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments.append(files::pathFromBytes(argv[i]));
    return arguments;
}

CommandLine parse(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(tr(QT_TRANSLATE_NOOP(
        "commandline", "Opens the configuration of a Postfix mail server to see, change and check it.")));
    parser.addPositionalArgument(
        QStringLiteral("folder"),
        tr(QT_TRANSLATE_NOOP("commandline", "The folder of main.cf and master.cf, or a file in it.")),
        QStringLiteral("[FOLDER|FILE]"));
    const QCommandLineOption sample(
        QStringLiteral("sample"),
        tr(QT_TRANSLATE_NOOP("commandline", "Open a private copy of a commented example.")));
    const QCommandLineOption theme(
        QStringLiteral("theme"),
        tr(QT_TRANSLATE_NOOP("commandline", "Colours of this run: follow (the desktop), light or dark.")),
        QStringLiteral("name"));
    const QCommandLineOption screenshots(
        QStringLiteral("screenshots"),
        tr(QT_TRANSLATE_NOOP(
            "commandline",
            "Leave a picture of every page and dialog, small and large, light and dark, in DIR and end.")),
        QStringLiteral("DIR"));
    parser.addOptions({sample, theme, screenshots});
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();

    const auto wrongCall = [&parser](const QString &why) {
        return CommandLine{
            .answer = Answer{.text = why + QLatin1String("\n\n") + parser.helpText(), .isError = true}};
    };
    if (!parser.parse(arguments))
        return wrongCall(parser.errorText());
    if (parser.isSet(help))
        return {.answer = Answer{.text = parser.helpText()}};
    if (parser.isSet(version))
        return {.answer = Answer{.text = QStringLiteral("postwright " POSTWRIGHT_VERSION "\n")}};
    if (parser.positionalArguments().size() > 1)
        return wrongCall(tr(QT_TRANSLATE_NOOP("commandline", "Only one folder can be opened.")));

    Options options{.path = parser.positionalArguments().value(0),
                    .isSample = parser.isSet(sample),
                    .screenshots = parser.value(screenshots)};
    if (parser.isSet(theme)) {
        options.theme = themeCalled(parser.value(theme));
        if (!options.theme)
            return wrongCall(
                tr(QT_TRANSLATE_NOOP("commandline",
                                     "There is no theme “%1”; there are follow, light and dark."))
                    .arg(parser.value(theme)));
    }
    return {.options = options};
}

} // namespace desktop
