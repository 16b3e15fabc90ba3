// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/findentries.h"

#include "core/base/displaytext.h"
#include "core/folder/secretsettings.h"
#include "ui/shell/match.h"

#include <QCoreApplication>

#include <algorithm>

namespace ui {

namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("FindEntries", source);
}

void addSettings(QList<FindEntry> &entries, const model::Snapshot &snapshot, const GoTo &goTo)
{
    const syntax::MainCf &file = snapshot.mainCf();
    const folder::SecretSettings secrets(snapshot);
    for (const syntax::Setting &setting : file.settings()) {
        const model::Place place{model::FileId::MainCf, {setting.name.begin, setting.value.end}};
        const QString value =
            base::displayText(secrets.masked(file.nameOf(setting).toByteArray(), file.valueOf(setting)));
        entries.append(FindEntry{
            .title = base::displayText(file.nameOf(setting)),
            .detail = setting.enabled ? value : text(QT_TRANSLATE_NOOP("FindEntries", "commented out")),
            .icon = QStringLiteral("sliders-horizontal"),
            .kind = text(QT_TRANSLATE_NOOP("FindEntries", "Parameter")),
            .go = [goTo, place] { goTo(place); }});
    }
}

void addServices(QList<FindEntry> &entries, const syntax::MasterCf &file, const GoTo &goTo)
{
    using syntax::ServiceField;
    for (const syntax::Service &service : file.services()) {
        const syntax::ByteRange first = service.field(ServiceField::Name);
        const model::Place place{model::FileId::MasterCf,
                                 {first.begin, service.field(ServiceField::Command).end}};
        const QString command = base::displayText(file.fieldOf(service, ServiceField::Command));
        //: A service of master.cf that is commented out, and its program
        const QString off = text(QT_TRANSLATE_NOOP("FindEntries", "%1, switched off")).arg(command);
        entries.append(FindEntry{.title = QStringLiteral("%1 %2").arg(
                                     base::displayText(file.fieldOf(service, ServiceField::Name)),
                                     base::displayText(file.fieldOf(service, ServiceField::Type))),
                                 .detail = service.enabled ? command : off,
                                 .icon = QStringLiteral("server"),
                                 .kind = text(QT_TRANSLATE_NOOP("FindEntries", "Service")),
                                 .go = [goTo, place] { goTo(place); }});
    }
}

} // namespace

QList<FindEntry> pageEntries(std::span<const Page> pages,
                             const std::function<void(const QString &)> &showPage)
{
    QList<FindEntry> entries;
    for (const Page &page : pages) {
        const QString id = QString::fromLatin1(page.id);
        entries.append(FindEntry{.title = QCoreApplication::translate("pages", page.title),
                                 .detail = QCoreApplication::translate("pages", page.purpose),
                                 .icon = QString::fromLatin1(page.icon),
                                 .kind = text(QT_TRANSLATE_NOOP("FindEntries", "Page")),
                                 .go = [showPage, id] { showPage(id); }});
    }
    return entries;
}

QList<FindEntry> namedEntries(std::span<const Page> pages, const PageContext &context,
                              const std::function<void(const Page &, const QByteArray &id)> &open)
{
    QList<FindEntry> entries;
    for (const Page &page : pages) {
        if (!page.entries)
            continue;
        for (const Page::Entry &entry : page.entries(context)) {
            entries.append(FindEntry{.title = entry.title,
                                     .detail = entry.detail,
                                     .icon = QString::fromLatin1(page.icon),
                                     .kind = entry.kind,
                                     .go = [open, &page, id = entry.id] { open(page, id); }});
        }
    }
    return entries;
}

QList<FindEntry> configurationEntries(const model::Snapshot &snapshot, const GoTo &goTo)
{
    QList<FindEntry> entries;
    for (const model::FileId id : snapshot.ids()) {
        const model::FileInfo &info = snapshot.file(id).info();
        entries.append(FindEntry{.title = info.name,
                                 .detail = info.path,
                                 .icon = QStringLiteral("file-text"),
                                 .kind = text(QT_TRANSLATE_NOOP("FindEntries", "File")),
                                 .go = [goTo, id] {
                                     goTo({id, {}});
                                 }});
    }
    addServices(entries, snapshot.masterCf(), goTo);
    addSettings(entries, snapshot, goTo);
    return entries;
}

QList<FindEntry> ranked(const QList<FindEntry> &entries, const QString &typed, qsizetype limit)
{
    if (typed.trimmed().isEmpty())
        return entries.mid(0, limit);
    QList<QPair<int, qsizetype>> scores;
    for (qsizetype i = 0; i < entries.size(); ++i) {
        if (const int score = matchScore(typed, entries[i].title); score > 0)
            scores.append({score, i});
    }
    std::stable_sort(scores.begin(), scores.end(),
                     [](const auto &a, const auto &b) { return a.first > b.first; });
    QList<FindEntry> found;
    for (const auto &[score, index] : scores.mid(0, limit))
        found.append(entries[index]);
    return found;
}

} // namespace ui
