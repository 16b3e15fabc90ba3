// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/session/originwords.h"

#include "core/base/displaytext.h"
#include "core/folder/secretsettings.h"

#include <QSet>

namespace ui {

namespace {

constexpr qsizetype longest = 300; ///< of a value in a tooltip

QString shortened(const QByteArray &value)
{
    return base::displayText(value.size() > longest ? value.first(longest) + "..." : value);
}

} // namespace

QString OriginWords::placeText(const model::Snapshot &snapshot, const model::Place &place)
{
    const model::File &file = snapshot.file(place.file);
    return QStringLiteral("%1:%2").arg(file.info().name).arg(file.text().lineAt(place.range.begin) + 1);
}

QString OriginWords::explanation(const effective::Values &values, const QByteArray &name, qsizetype service)
{
    QStringList lines;
    const folder::SecretSettings secrets(values.snapshot());
    const auto shown = [&](const QByteArray &parameter, const QByteArray &value) {
        return shortened(secrets.masked(parameter, value));
    };
    for (const effective::Origin &origin : values.originsOf(name, service)) {
        const QString place = origin.place ? placeText(values.snapshot(), *origin.place) : QString();
        switch (origin.source) {
        case effective::Source::Override:
            //: %1 is a place like master.cf:12, %2 a value
            lines.append(tr("Override of this service, %1: %2").arg(place, shown(name, origin.value)));
            break;
        case effective::Source::MainCf:
            //: %1 is a place like main.cf:12, %2 a value
            lines.append(tr("Set in %1: %2").arg(place, shown(name, origin.value)));
            break;
        case effective::Source::Service:
            //: %1 is a place like master.cf:12, %2 a value
            lines.append(tr("From the line of the service, %1: %2").arg(place, shown(name, origin.value)));
            break;
        case effective::Source::Default:
            //: %1 is a value
            lines.append(tr("Default: %1").arg(shown(name, origin.value)));
            break;
        }
    }
    for (const QByteArray &reference : values.referencesOf(name, service)) {
        const auto value = values.value(reference, service);
        lines.append(value ? QStringLiteral("$%1 = %2")
                                 .arg(base::displayText(reference), shown(reference, value->expanded))
                           //: %1 is the name of a parameter
                           : tr("$%1 is not defined: it counts as empty.").arg(base::displayText(reference)));
    }
    return lines.join(u'\n');
}

QByteArray OriginWords::labelOf(const effective::Service &service)
{
    return service.name + '/' + service.type;
}

std::optional<model::Place> OriginWords::placeOf(const effective::Values &values, const QByteArray &name,
                                                 qsizetype service)
{
    const QList<effective::Origin> origins = values.originsOf(name, service);
    if (!origins.isEmpty() && origins.first().source == effective::Source::Override)
        return origins.first().place;
    QByteArrayList open{name};
    QSet<QByteArray> seen{name};
    for (qsizetype i = 0; service != effective::noService && i < open.size(); ++i) {
        for (const QByteArray &reference : values.referencesOf(open[i], service)) {
            if (seen.contains(reference))
                continue;
            seen.insert(reference);
            const auto value = values.value(reference, service);
            if (value && value->source == effective::Source::Override)
                return values.originsOf(reference, service).first().place;
            open.append(reference);
        }
    }
    return origins.isEmpty() ? std::nullopt : origins.first().place;
}

} // namespace ui
