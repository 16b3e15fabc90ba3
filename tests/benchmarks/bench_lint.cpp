// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/edits/parameteredits.h"
#include "core/edits/serviceedits.h"
#include "core/lint/linter.h"
#include "core/lint/registry.h"
#include "tests/benchmarks/goals.h"

#include <QByteArray>

#include <algorithm>

using model::FileId;
using model::FileKind;

namespace {

constexpr int settings = 1000;
constexpr int services = 50;
constexpr int rowCount = 1'000'000;
constexpr int runs = 30;

/// As many of Postfix's own parameters as are set to something, then the admin's own up to a thousand.
QByteArray mainCf(const catalog::Reference &reference)
{
    QByteArray text = "compatibility_level = 3.6\nmyhostname = mail.example.org\nmydomain = example.org\n"
                      "mynetworks = 127.0.0.0/8 [::1]/128 192.0.2.0/24\n"
                      "smtpd_relay_restrictions = permit_mynetworks, permit_sasl_authenticated,\n"
                      "  reject_unauth_destination\n"
                      "smtpd_recipient_restrictions = permit_mynetworks, reject_unauth_pipelining,\n"
                      "  check_sender_access inline:{{a@example.com = REJECT}},\n"
                      "  reject_rbl_client zen.example.net, permit\n"
                      "smtpd_tls_security_level = may\nsmtp_tls_security_level = may\n"
                      "smtpd_tls_cert_file = /etc/ssl/mail.pem\nsmtpd_sasl_auth_enable = yes\n";
    int count = 12;
    for (const catalog::Facts &facts : reference.parameters()) {
        const QByteArray name = facts.name.toByteArray();
        const QByteArray value = facts.defaultFor(catalog::Catalog::newest).toByteArray();
        const bool isSet = text.startsWith(name + " =") || text.contains('\n' + name + " =");
        if (isSet || value.isEmpty() || value.contains('\n') || value.contains("${{") || count >= settings / 2
            || facts.status != catalog::Status::Current)
            continue;
        text += name + " = " + value + '\n';
        ++count;
    }
    for (; count < settings; ++count)
        text += "own_" + QByteArray::number(count) + " = one, $mydomain, ${relayhost?by $relayhost}, own\n";
    return text;
}

QByteArray masterCf()
{
    QByteArray text;
    for (int i = 0; i < services; ++i) {
        const QByteArray number = QByteArray::number(i);
        if (i % 5 == 0)
            text += QByteArray::number(2500 + i) + " inet n - y - - smtpd\n  -o syslog_name=postfix/s"
                + number
                + "\n  -o smtpd_client_restrictions=permit_sasl_authenticated,reject\n"
                  "  -o smtpd_tls_security_level=encrypt\n";
        else
            text +=
                "service" + number + " unix - - y - - smtp\n  -o syslog_name=postfix/service" + number + '\n';
    }
    return text;
}

model::Snapshot configuration(const catalog::Reference &reference)
{
    model::Draft draft{model::Snapshot()};
    draft.replace(FileId::MainCf, {0, 0}, mainCf(reference));
    draft.replace(FileId::MasterCf, {0, 0}, masterCf());
    return draft.snapshot();
}

model::Snapshot withTable(const QByteArray &main, const QByteArray &name, FileKind kind,
                          const QByteArray &rows)
{
    model::Draft draft{model::Snapshot()};
    draft.replace(FileId::MainCf, {0, 0}, main);
    QList<model::File> files = draft.snapshot().files();
    const model::FileInfo info{.path = QStringLiteral("/etc/postfix/") + QString::fromLatin1(name),
                               .name = QString::fromLatin1(name),
                               .kind = kind};
    files.append(model::File(info, syntax::Text(rows, syntax::Text::Layout::Chunked)));
    return model::Snapshot(files);
}

QByteArray rowsOf(const char *kind)
{
    const QByteArrayView wanted(kind);
    QByteArray bytes;
    bytes.reserve(qsizetype(60) * rowCount);
    for (int i = 0; i < rowCount; ++i) {
        const QByteArray number = QByteArray::number(i).rightJustified(7, '0');
        if (wanted == "cidr")
            bytes += QByteArray::number(1 + i / 65536) + '.' + QByteArray::number(i / 256 % 256) + '.'
                + QByteArray::number(i % 256) + ".0/24\tREJECT\n";
        else if (wanted == "access")
            bytes += "user" + number + "@example.com\tREJECT no\n";
        else if (wanted == "aliases")
            bytes += "user" + number + ":\tmailbox" + number + "@store.example\n";
        else
            bytes += "user" + number + "@customer" + QByteArray::number(i % 977) + ".example.com\tmailbox"
                + number + "@store.example\n";
    }
    return bytes;
}

/// What the table adds to a check of the same configuration without its rows.
void measureRows(benchmarks::Goals &goals, const lint::Target &target, const char *what,
                 const QByteArray &main, const char *kind, FileKind fileKind)
{
    const model::Snapshot with = withTable(main, "table", fileKind, rowsOf(kind));
    qsizetype found = 0;
    const double time = benchmarks::milliseconds(5, [&] { found = lint::findingsIn(with, target).size(); });
    const double perRow = time * 1e6 / rowCount;
    goals.atMost(what, perRow, 500, "ns a row");
    if (found > 20)
        qFatal("The rows are not clean: %d findings.", static_cast<int>(found));
}

} // namespace

/// All rules: on a large configuration, after one edit of it, and on tables of a million rows.
int main()
{
    const auto catalog = catalog::Catalog::load();
    const auto reference = catalog::Reference::load(*catalog);
    if (!reference)
        return 1;
    const lint::Target target{.reference = &*reference};
    benchmarks::Goals goals("Lint: all rules, 1,000 settings and 50 services, a table of 1,000,000 rows");
    const model::Snapshot snapshot = configuration(*reference);
    goals.note("rules", static_cast<double>(lint::rules().size()), "");
    goals.note("findings",
               static_cast<double>(lint::findingsIn(snapshot, target, lint::Profile::Advice).size()), "");
    goals.atMost(
        "from nothing",
        benchmarks::milliseconds(runs, [&] { lint::findingsIn(snapshot, target, lint::Profile::Advice); }),
        30, "ms");
    lint::Linter linter(target, lint::Profile::Advice);
    linter.findingsIn(snapshot);
    const auto afterEdit = [&](const char *what, const model::Draft &draft) {
        const model::Snapshot edited = draft.snapshot();
        double best = 0;
        for (int i = 0; i < runs; ++i) {
            // There and back: each is one edit.
            const double time =
                benchmarks::milliseconds(1, [&] { linter.findingsIn(i % 2 == 0 ? edited : snapshot); });
            best = i == 0 ? time : std::min(best, time);
        }
        goals.atMost(what, best, 3, "ms");
    };
    model::Draft setting(snapshot);
    edits::setParameter(setting, "smtpd_client_restrictions", "permit_mynetworks, reject");
    afterEdit("after an edit of a setting", setting);
    model::Draft override(snapshot);
    edits::setOverride(override, 10, "smtpd_tls_security_level", "may");
    afterEdit("after an edit of an override", override);
    measureRows(goals, target, "virtual aliases", "virtual_alias_maps = hash:/etc/postfix/table\n", "virtual",
                FileKind::KeyValue);
    measureRows(goals, target, "an access table",
                "smtpd_sender_restrictions = check_sender_access hash:/etc/postfix/table\n", "access",
                FileKind::KeyValue);
    measureRows(goals, target, "aliases", "alias_maps = hash:/etc/postfix/table\n", "aliases",
                FileKind::Aliases);
    measureRows(goals, target, "networks",
                "smtpd_client_restrictions = check_client_access cidr:/etc/postfix/table\n", "cidr",
                FileKind::Cidr);
    return goals.exitStatus();
}
