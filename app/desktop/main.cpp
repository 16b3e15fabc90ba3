// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/commandline.h"
#include "app/desktop/screenshots.h"
#include "app/desktop/workplace.h"
#include "core/files/statefolder.h"
#include "ui/shell/foldercommands.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QTemporaryDir>
#include <QTranslator>

#include <cstdio>

namespace {

/// --help, --version and wrong calls need no display.
std::optional<int> answered(int argc, char **argv, desktop::CommandLine &commandLine)
{
    const QCoreApplication application(argc, argv);
    commandLine = desktop::parse(desktop::argumentsFrom(argc, argv));
    if (!commandLine.answer)
        return {};
    std::fputs(qPrintable(commandLine.answer->text), commandLine.answer->isError ? stderr : stdout);
    return commandLine.answer->isError ? 2 : 0;
}

void translate(QApplication &application)
{
    const auto load = [&application](const QLocale &locale, const QString &name, const QString &folder) {
        auto *translator = new QTranslator(&application);
        if (translator->load(locale, name, QStringLiteral("_"), folder))
            QApplication::installTranslator(translator);
    };
    const QString own = QStringLiteral("postwright");
    load(QLocale(QLocale::English), own, QStringLiteral(":/i18n")); // "1 file", "2 files"
    load(QLocale(), QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    load(QLocale(), own, QStringLiteral(":/i18n"));
}

int run(QApplication &application, const desktop::Options &options)
{
    const bool isTour = !options.screenshots.isEmpty();
    const QTemporaryDir tourSettings; // a tour starts from the defaults and leaves none
    QSettings store = isTour
        ? QSettings(tourSettings.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat)
        : QSettings(QSettings::UserScope, QStringLiteral("postwright"), QStringLiteral("postwright"));
    const int theme = options.theme.value_or(ui::Settings(store).get(ui::settings::theme));
    ui::applyTheme(static_cast<ui::Theme>(theme));
    desktop::Workplace workplace(store, isTour ? tourSettings.path() : files::stateFolder(), options.path);
    ui::MainWindow &window = workplace.window();

    if (options.isSample)
        window.commands().openSample();
    window.show();

    if (isTour) {
        auto *tour = new desktop::Screenshots(window, options.screenshots);
        QObject::connect(tour, &desktop::Screenshots::finished, &application,
                         [](int count) { QApplication::exit(count > 0 ? 0 : 3); });
        tour->start(options.isSample);
    }
    return QApplication::exec();
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication::setApplicationName(QStringLiteral("postwright"));
    QCoreApplication::setApplicationVersion(QStringLiteral(POSTWRIGHT_VERSION));
    desktop::CommandLine commandLine;
    if (const auto status = answered(argc, argv, commandLine))
        return *status;
    QApplication application(argc, argv);
    QApplication::setApplicationDisplayName(QStringLiteral("Postwright"));
    QApplication::setDesktopFileName(QStringLiteral("org.postwright.Postwright"));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/postwright.svg")));
    translate(application);
    return run(application, commandLine.options);
}
