// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lint/rules/restrictions.h"

#include "core/lint/assigned.h"
#include "core/lint/listfixes.h"
#include "core/lint/mending.h"
#include "core/lint/restrictionlists.h"
#include "core/lint/tables.h"
#include "core/lint/words.h"

#include <algorithm>

namespace lint {

namespace {

/// Visits every step of every assigned list: visit(check, list, index, all).
template<typename Visit>
void forEachCheck(const Context &context, Visit visit)
{
    for (const ListPlace &list : assignedLists(context)) {
        const QList<Check> checks = checksIn(context, list.parameter, list.service);
        for (qsizetype i = 0; i < checks.size(); ++i)
            visit(checks[i], list, i, checks);
    }
}

/// "client" for smtpd_client_restrictions; empty for a class.
QByteArray listName(const Context &context, const QByteArray &parameter)
{
    for (const catalog::RestrictionList &list : context.reference().restrictionLists()) {
        if (list.parameter == parameter)
            return list.name.toByteArray();
    }
    return {};
}

Finding &addAt(const Context &context, const Word &word, const ListPlace &list,
               const QByteArrayList &arguments, Report &report)
{
    return report.add(context.placeOf(word, list.parameter, list.service), arguments);
}

Fix rewrite(const Word &word, const char *title, const QByteArray &text)
{
    return replaceText(title, word.place->file, word.place->range, word.text, text);
}

bool isEditable(const Word &word)
{
    return word.place && word.isWhole;
}

bool isRemoved(const Context &context, const Check &check)
{
    static const QSet<QByteArray> removed{"check_relay_domains", "reject_maps_rbl",
                                          "permit_naked_ip_address"};
    constexpr catalog::Version since{3, 9, 0};
    return context.version() >= since && removed.contains(check.name);
}

/// What stands behind "=" or "*" in a block list's name belongs to the filter and the weight.
QByteArray domainOf(const QByteArray &text)
{
    const auto end = std::find_if(text.begin(), text.end(), [](char c) { return c == '=' || c == '*'; });
    return QByteArray(text.constData(), end - text.begin()).toLower();
}

// Block lists that were shut down, as of 2025.
bool isDead(const QByteArray &domain)
{
    static const QByteArrayList dead{
        "relays.ordb.org",       "list.dsbl.org",       "dnsbl.njabl.org",     "dnsbl.ahbl.org",
        "rhsbl.ahbl.org",        "dnsbl.sorbs.net",     "bl.spamcannibal.org", "blackholes.mail-abuse.org",
        "opm.blitzed.org",       "ix.dnsbl.manitu.net", "dnsbl.tornevall.org", "spamsources.fabel.dk",
        "blackholes.easynet.nl", "rbl.orbitrbl.com",    "relays.visi.com"};
    return std::any_of(dead.begin(), dead.end(),
                       [&](const QByteArray &one) { return domain == one || domain.endsWith('.' + one); });
}

bool isPermit(const QByteArray &value)
{
    const QByteArray word = value.trimmed().split(' ').first().split(',').first().toUpper();
    const bool isNumber =
        !word.isEmpty() && std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
    return word == "OK" || word == "RELAY" || isNumber || word == "PERMIT" || word.startsWith("PERMIT_");
}

/// OK decides nothing in these tables but ends the mail; DUNNO is what was meant.
Fix writeDunno(const TableRow &row)
{
    return {QT_TRANSLATE_NOOP("lint", "Write DUNNO"), [row](model::Draft &draft) {
                const syntax::Table *table = draft.snapshot().file(row.place.file).table();
                const qsizetype index = table ? table->rowAt(row.place.range.begin) : 0;
                if (!table || index >= table->rowCount())
                    return;
                const syntax::Row now = table->row(index);
                if (table->keyOf(now) != row.key || table->valueOf(now) != row.value)
                    return;
                const QByteArray value = table->text().bytes(now.value);
                qsizetype end = 0;
                while (end < value.size() && !QByteArrayView(" \t\r\n,").contains(value[end]))
                    ++end;
                draft.replace(row.place.file, {now.value.begin, now.value.begin + end}, "DUNNO");
            }};
}

/// Takes a check that looks at recipients to the list where there is one.
QList<Fix> moveToRecipients(const Context &context, const Check &check, const ListPlace &list)
{
    const char *title = QT_TRANSLATE_NOOP("lint", "Move it to smtpd_recipient_restrictions");
    const char *parameter = "smtpd_recipient_restrictions";
    const QList<Fix> removal = removeCheck(context, title, check);
    const Assignment *target = context.assignment(parameter, list.service);
    if (removal.isEmpty() || list.service != effective::noService)
        return {};
    QByteArray text = check.isWarned ? QByteArray("warn_if_reject ") : QByteArray();
    text += check.word.text;
    for (const Word &argument : check.arguments)
        text += ' ' + argument.text;
    if (!target)
        return {allOf(title, {removal.first(), setParameter(title, parameter, text)})};
    // In front of what ends the list, or the check would never be asked.
    const QList<Check> steps = checksIn(context, parameter, list.service);
    qsizetype words = 0;
    for (const Check &step : steps) {
        if (step.is("permit") || step.is("reject") || step.is("defer"))
            break;
        words += 1 + step.arguments.size();
    }
    return {allOf(title, {removal.first(), insertedBehind(*target, title, words - 1, text)})};
}

} // namespace

void unknownRestriction(const Context &context, Report &report)
{
    QByteArrayList names;
    for (const catalog::Restriction &restriction : context.reference().restrictions())
        names.append(restriction.name.toByteArray());
    forEachCheck(context, [&](const Check &check, const ListPlace &list, qsizetype, const QList<Check> &) {
        const QByteArray &text = check.word.text;
        if (check.form != Check::Form::Unknown || hasTypographicCharacter(text) || text == "\\"
            || text.startsWith('#'))
            return;
        Finding &finding = addAt(context, check.word, list, {text}, report);
        const auto closest = closestOf(text, names);
        if (!isEditable(check.word))
            return;
        if (closest)
            finding.fixes = {rewrite(check.word,
                                     QT_TRANSLATE_NOOP("lint", "Write the restriction that is most similar"),
                                     *closest)};
        else if (context.isAssigned(text))
            finding.fixes = {setParameter(
                QT_TRANSLATE_NOOP("lint", "Declare it as a restriction class"), "smtpd_restriction_classes",
                (context.value("smtpd_restriction_classes") + ' ' + text).trimmed())};
    });
}

void argumentMissing(const Context &context, Report &report)
{
    forEachCheck(context, [&](const Check &check, const ListPlace &list, qsizetype, const QList<Check> &) {
        if (!check.isArgumentMissing)
            return;
        QByteArray what = "a table";
        if (check.restriction->argument == catalog::Argument::BlockList)
            what = "a domain";
        else if (check.restriction->argument == catalog::Argument::Seconds)
            what = "a number of seconds";
        else if (check.restriction->argument == catalog::Argument::Service)
            what = "a service";
        addAt(context, check.word, list, {check.word.text, what}, report);
    });
}

void oldRestrictionName(const Context &context, Report &report)
{
    static const QSet<QByteArray> old{"reject_unknown_client",
                                      "reject_invalid_hostname",
                                      "reject_unknown_hostname",
                                      "reject_non_fqdn_hostname",
                                      "reject_unknown_address",
                                      "check_recipient_maps",
                                      "reject_rbl"};
    constexpr catalog::Version backupIsOld{3, 9, 0};
    forEachCheck(context, [&](const Check &check, const ListPlace &list, qsizetype, const QList<Check> &) {
        const bool isOld = old.contains(check.name)
            || (check.name == "permit_mx_backup" && context.version() >= backupIsOld);
        if (check.form != Check::Form::Known || !isOld)
            return;
        const QByteArray better = check.restriction->replacedBy.isEmpty()
            ? QByteArray()
            : check.restriction->replacedBy.first().toByteArray();
        Finding &finding = addAt(context, check.word, list, {better}, report);
        if (check.restriction->replacedBy.size() == 1 && context.reference().restriction(better)
            && isEditable(check.word))
            finding.fixes = {rewrite(check.word, QT_TRANSLATE_NOOP("lint", "Use the new name"), better)};
    });
}

void removedRestriction(const Context &context, Report &report)
{
    forEachCheck(context, [&](const Check &check, const ListPlace &list, qsizetype, const QList<Check> &) {
        if (check.form != Check::Form::Known || !isRemoved(context, check))
            return;
        QByteArrayList better;
        if (check.name == "check_relay_domains")
            better = {"permit_mynetworks", "reject_unauth_destination"};
        else if (check.name == "permit_naked_ip_address")
            better = {"permit_mynetworks", "permit_sasl_authenticated"};
        Finding &finding =
            addAt(context, check.word, list,
                  {better.isEmpty() ? QByteArray("reject_rbl_client") : better.join(", ")}, report);
        if (!better.isEmpty() && isEditable(check.word))
            finding.fixes = {
                rewrite(check.word, QT_TRANSLATE_NOOP("lint", "Use what took its place"), better.join(", "))};
    });
}

void bareTable(const Context &context, Report &report)
{
    forEachCheck(context, [&](const Check &check, const ListPlace &list, qsizetype, const QList<Check> &) {
        if (check.form != Check::Form::BareTable || check.word.text.startsWith('{'))
            return;
        Finding &finding = addAt(context, check.word, list, {}, report);
        const QByteArray name = listName(context, list.parameter);
        const QByteArray verb = name == "relay" ? QByteArray("recipient") : name;
        static const QSet<QByteArray> known{"client", "helo", "sender", "recipient", "etrn"};
        if (known.contains(verb) && isEditable(check.word))
            finding.fixes = {rewrite(check.word, QT_TRANSLATE_NOOP("lint", "Write the check of this list"),
                                     "check_" + verb + "_access " + check.word.text)};
    });
}

void tooEarly(const Context &context, Report &report)
{
    for (const ListPlace &list : assignedLists(context)) {
        const QByteArray name = listName(context, list.parameter);
        const bool isEarly = name == "client" || name == "helo" || name == "sender";
        if (!isEarly || context.value("smtpd_delay_reject", list.service).toLower() != "no")
            continue;
        for (const Check &check : flatChecksIn(context, list.parameter, list.service)) {
            if (check.form == Check::Form::Known
                && check.restriction->usefulWithDelayReject.contains(QByteArrayView(name)))
                addAt(context, check.word, list, {}, report).fixes = moveToRecipients(context, check, list);
        }
    }
}

void deadBlockList(const Context &context, Report &report)
{
    forEachCheck(context, [&](const Check &check, const ListPlace &list, qsizetype, const QList<Check> &) {
        const bool isMeant = check.name == "reject_rbl_client" || check.name == "reject_rbl"
            || check.name.startsWith("reject_rhsbl_");
        if (isMeant && !check.arguments.isEmpty() && isDead(domainOf(check.arguments.first().text)))
            addAt(context, check.arguments.first(), list, {domainOf(check.arguments.first().text)}, report)
                .fixes = removeCheck(context, QT_TRANSLATE_NOOP("lint", "Do not ask it"), check);
    });
    forEachAssignment(context, [&](const Assignment &assignment) {
        if (assignment.name != "postscreen_dnsbl_sites" || !assignment.isInForce)
            return;
        for (const Word &word : context.traced(assignment.name, assignment.service).words()) {
            if (isDead(domainOf(word.text)))
                report.add(context.placeOf(word, assignment.name, assignment.service), {domainOf(word.text)})
                    .fixes = removeWords(context, QT_TRANSLATE_NOOP("lint", "Do not ask it"), {word});
        }
    });
}

void idleWarning(const Context &context, Report &report)
{
    forEachCheck(
        context, [&](const Check &check, const ListPlace &list, qsizetype index, const QList<Check> &all) {
            if (!check.is("warn_if_reject"))
                return;
            const bool isLast = index + 1 == all.size();
            const QByteArray next = isLast ? QByteArray() : all[index + 1].name;
            if (!isLast && next != "permit" && !next.startsWith("permit_") && next != "warn_if_reject")
                return;
            Finding &finding = addAt(context, check.word, list, {}, report);
            finding.fixes = removeWords(context, QT_TRANSLATE_NOOP("lint", "Remove the word"), {check.word});
        });
}

// check_table_result() in src/smtpd/smtpd_check.c.
void okFromNameServerCheck(const Context &context, Report &report)
{
    forEachCheck(context, [&](const Check &check, const ListPlace &, qsizetype, const QList<Check> &) {
        const bool isMeant = check.name.endsWith("_ns_access") || check.name.endsWith("_mx_access")
            || check.name.endsWith("_a_access") || check.name == "check_reverse_client_hostname_access";
        if (!isMeant || check.arguments.isEmpty())
            return;
        const auto table = tableIn(context, check.arguments.first());
        if (!table)
            return;
        for (const TableRow &row : rowsOf(context, *table)) {
            if (isPermit(row.value))
                report.add(row.place).fixes = {writeDunno(row)};
        }
    });
}

} // namespace lint
