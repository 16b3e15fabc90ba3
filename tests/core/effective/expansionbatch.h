// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/effective/values.h"
#include "core/model/draft.h"

// Configurations that postconf expands in one run.

namespace expansion {

inline constexpr qsizetype longest = 2'000; ///< of a result; what grows beyond it is left out

inline model::Snapshot snapshotOf(const QByteArray &mainCf, const QByteArray &masterCf)
{
    model::Draft draft{model::Snapshot()};
    draft.replace(model::FileId::MainCf, {0, 0}, mainCf);
    draft.replace(model::FileId::MasterCf, {0, 0}, masterCf);
    return draft.snapshot();
}

struct Service
{
    QByteArray name;
    QByteArray type;
    QByteArray program;
};

inline const QList<Service> services{{"smtp", "inet", "smtpd"},   {"submission", "inet", "smtpd"},
                                     {"relay", "unix", "smtp"},   {"local", "unix", "local"},
                                     {"policy", "unix", "spawn"}, {"maildrop", "unix", "pipe"}};

struct Setting
{
    QByteArray name;
    QByteArray text;
};

inline std::optional<syntax::NamedValue> unexpanded(const effective::Values &values, QByteArrayView name,
                                                    qsizetype service)
{
    const std::optional<effective::Value> value = values.value(name, service);
    return value ? std::optional<syntax::NamedValue>(value->unexpanded) : std::nullopt;
}

/// A configuration in which every setting is used, so that postconf lists it.
struct Batch
{
    QByteArray fixed;
    QList<Setting> settings;
    QList<QList<Setting>> overrides; ///< by service

    QByteArray mainCf() const
    {
        QByteArray text = fixed;
        QByteArray used = "mail_name =";
        for (const Setting &setting : settings) {
            text += setting.name + " = " + setting.text + '\n';
            used += " ${" + setting.name + "?}";
        }
        return text + used + '\n';
    }

    QByteArray masterCf() const
    {
        QByteArray text;
        for (qsizetype i = 0; i < overrides.size(); ++i) {
            text += services[i].name + ' ' + services[i].type + " - - n - - " + services[i].program + '\n';
            for (const Setting &setting : overrides[i])
                text += "  -o {" + setting.name + " = " + setting.text + "}\n";
        }
        return text;
    }

    /// Takes out what can't be expanded, until all can: one bad value ends postconf.
    QByteArrayList removeBroken(const effective::Target &target)
    {
        QByteArrayList removed;
        const QByteArray master = masterCf();
        removeBroken({}, target, removed);
        removeBroken(master, target, removed);
        return removed;
    }

    void removeBroken(const QByteArray &master, const effective::Target &target, QByteArrayList &removed)
    {
        bool isDone = false;
        for (QByteArray now = master; !isDone; now = master.isEmpty() ? master : masterCf()) {
            const effective::Values values(snapshotOf(mainCf(), now), target);
            qsizetype taken = 0;
            const auto isBad = [&](const Setting &setting, qsizetype service) {
                const std::optional<effective::Value> value = values.value(setting.name, service);
                // A raw one is shown as it is, but with -P postconf reads it all the same.
                const bool isBroken = value->isRaw
                    ? syntax::expand(value->unexpanded,
                                     [&](QByteArrayView name) { return unexpanded(values, name, service); })
                          .failed()
                    : value->isBroken;
                if (isBroken)
                    removed.append(setting.text);
                return isBroken || value->expanded.size() > longest;
            };
            taken += settings.removeIf(
                [&](const Setting &setting) { return isBad(setting, effective::noService); });
            for (qsizetype i = 0; i < values.services().size(); ++i)
                taken += overrides[i].removeIf([&](const Setting &setting) { return isBad(setting, i); });
            isDone = taken == 0;
        }
    }
};

} // namespace expansion
