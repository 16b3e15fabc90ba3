// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lint/rules/rights.h"

#include "core/lint/serverfiles.h"

#include <QCoreApplication>

namespace lint {

namespace {

/// Says nothing of a system that reads the file that myorigin names.
bool isOtherThanDebian(const QByteArray &platform)
{
    static const QSet<QByteArray> alike{"",     "linux",     "debian", "ubuntu", "raspbian", "devuan",
                                        "mint", "linuxmint", "kali",   "pop",    "proxmox"};
    return !alike.contains(platform.toLower());
}

bool isEmptyFile(const Context &context, const QByteArray &path)
{
    if (const auto file = context.fileOf(path))
        return context.file(*file).text().bytes().trimmed().isEmpty();
    const FileFact *fact = factOf(context, path);
    return fact && fact->exists && fact->size == 0;
}

} // namespace

void writableByOthers(const Context &context, Report &report)
{
    constexpr int writable = 022;
    for (const QByteArray &path : filesInFolder(context)) {
        const auto mode = modeOf(context, path);
        if (mode && (*mode & writable) != 0)
            reportFile(context, report, path, {path, modeText(*mode)});
    }
}

void notOwnedByRoot(const Context &context, Report &report)
{
    for (const QByteArray &path : filesInFolder(context)) {
        const FileFact *fact = factOf(context, path);
        if (fact && fact->type != "directory" && fact->uid && *fact->uid != 0)
            reportFile(context, report, path, {path});
    }
}

void mainCfUnreadable(const Context &context, Report &report)
{
    constexpr int readableByAll = 04;
    for (const QByteArray name : {"main.cf", "master.cf"}) {
        const QByteArray path = context.target().folder + '/' + name;
        const auto mode = modeOf(context, path);
        if (mode && (*mode & readableByAll) == 0)
            reportFile(context, report, path, {name});
    }
}

void originFile(const Context &context, Report &report)
{
    forEachValueOf(context, "myorigin", [&](const Assignment &assignment, const TracedValue &value) {
        const QByteArray path = value.text().trimmed();
        if (!path.startsWith('/'))
            return;
        const char *problem = nullptr;
        if (isOtherThanDebian(context.target().platform))
            problem = QT_TRANSLATE_NOOP("lint", "is no domain, and this system does not read the file");
        else if (presenceOf(context, path) == Presence::Missing)
            problem = QT_TRANSLATE_NOOP("lint", "does not exist");
        else if (isEmptyFile(context, path))
            problem = QT_TRANSLATE_NOOP("lint", "is empty");
        if (problem)
            report.add(assignment.place(), {path, QCoreApplication::translate("lint", problem).toUtf8()});
    });
}

} // namespace lint
