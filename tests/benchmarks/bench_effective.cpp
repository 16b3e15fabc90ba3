// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/edits/parameteredits.h"
#include "core/edits/serviceedits.h"
#include "core/effective/values.h"
#include "tests/benchmarks/goals.h"

#include <QCoreApplication>

namespace {

constexpr int settings = 1000;
constexpr int services = 50;
constexpr int runs = 50;

model::Snapshot configuration()
{
    QByteArray mainCf = "compatibility_level = 3.6\nmyhostname = mail.example.org\n";
    for (int i = 0; i < settings; ++i) {
        const QByteArray number = QByteArray::number(i);
        mainCf += "parameter_" + number + " = one, $mydomain, ${relayhost?{by $relayhost}:{$myhostname}}"
            + (i > 0 ? ", $parameter_" + QByteArray::number(i - i % 10) : QByteArray()) + '\n';
        if (i % 10 == 0)
            mainCf.replace("$parameter_" + number, "two");
    }
    QByteArray masterCf;
    for (int i = 0; i < services; ++i) {
        const QByteArray number = QByteArray::number(i);
        masterCf += "service" + number + " unix - - n - - " + (i % 2 ? "smtp" : "smtpd")
            + "\n  -o syslog_name=postfix/service" + number + "\n  -o smtpd_banner=$parameter_" + number
            + "\n  -o parameter_" + number + "=$service_name\n  -o smtpd_client_restrictions=$parameter_"
            + number + ",permit\n";
    }
    model::Draft draft{model::Snapshot()};
    draft.replace(model::FileId::MainCf, {0, 0}, mainCf);
    draft.replace(model::FileId::MasterCf, {0, 0}, masterCf);
    return draft.snapshot();
}

} // namespace

/// Every parameter, for main.cf and for each service, from nothing and after one edit.
int main()
{
    benchmarks::Goals goals(
        "Effective values: 1,000 settings, 50 services that override settings, all parameters");
    const auto catalog = catalog::Catalog::load();
    if (!catalog)
        return 1;
    const effective::Target target{.catalog = *catalog, .version = {3, 7, 11}};
    const model::Snapshot before = configuration();
    const effective::Values values(before, target);
    goals.note("parameters", static_cast<double>(values.names().size()), "");
    goals.atMost("all of them, from nothing",
                 benchmarks::milliseconds(runs, [&] { const effective::Values all(before, target); }), 10,
                 "ms");
    const auto afterEdit = [&](const char *what, const char *name, const QByteArray &value) {
        model::Draft draft(before);
        edits::setParameter(draft, name, value);
        const model::Snapshot after = draft.snapshot();
        goals.atMost(what, benchmarks::milliseconds(runs, [&] { const auto next = values.updated(after); }),
                     1, "ms");
    };
    afterEdit("after an edit of a setting of main.cf", "parameter_503", "three");
    afterEdit("after an edit that ten settings depend on", "parameter_500", "three");
    afterEdit("after a new setting", "message_size_limit", "1");
    {
        model::Draft draft(before);
        edits::setOverride(draft, 20, "smtpd_banner", "x");
        const model::Snapshot after = draft.snapshot();
        goals.atMost("after an edit of an override",
                     benchmarks::milliseconds(runs, [&] { const auto next = values.updated(after); }), 1,
                     "ms");
    }
    {
        model::Draft draft(before);
        edits::setParameter(draft, "myhostname", "other.example.net");
        const model::Snapshot after = draft.snapshot();
        goals.note("after an edit that everything depends on",
                   benchmarks::milliseconds(runs, [&] { const auto next = values.updated(after); }), "ms");
    }
    return goals.exitStatus();
}
