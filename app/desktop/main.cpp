// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/commandline.h"
#include "app/desktop/screenshots.h"
#include "core/files/localfilestore.h"
#include "core/files/statefolder.h"
#include "core/tools/localrunner.h"
#include "ui/session/checker.h"
#include "ui/session/crashkeeper.h"
#include "ui/session/editsession.h"
#include "ui/session/findings.h"
#include "ui/session/foldersession.h"
#include "ui/settings/settings.h"
#include "ui/shell/foldercommands.h"
#include "ui/shell/mainwindow.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QTemporaryDir>
#include <QTimer>
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
    ui::Settings settings(store);
    ui::applyTheme(static_cast<ui::Theme>(options.theme.value_or(settings.get(ui::settings::theme))));

    const QString state = isTour ? tourSettings.path() : files::stateFolder();
    ui::EditSession session;
    ui::Findings findings(session);
    ui::FolderSession folder(session, std::make_shared<files::LocalFileStore>(state));
    tools::LocalRunner runner;
    ui::Checker checker(session, findings, runner);
    ui::CrashKeeper keeper(session, folder,
                           std::make_shared<files::CrashJournal>(state + QStringLiteral("/unsaved")));
    ui::PageContext context{session, folder, findings, checker, settings};
    ui::MainWindow window(context);
    QObject::connect(&keeper, &ui::CrashKeeper::found, &window, [&](const files::UnsavedEdits &edits) {
        window.commands().offerUnsaved(keeper, edits);
    });

    if (options.isSample)
        window.commands().openSample();
    else if (!options.path.isEmpty())
        window.commands().open(options.path);
    window.show();
    QTimer::singleShot(0, &checker, &ui::Checker::findPostfix); // after the first paint

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
