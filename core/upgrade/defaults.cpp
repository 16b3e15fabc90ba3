// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/displaytext.h"
#include "core/edits/parameteredits.h"
#include "core/edits/serviceedits.h"
#include "core/lint/words.h"
#include "core/upgrade/parts.h"

namespace upgrade {

namespace {

using catalog::Version;

constexpr Version levelsSince{3, 0, 0};
constexpr Version dottedLevelsSince{3, 6, 0};
constexpr const char *levelName = "compatibility_level";

/// The newest level that means something to a version.
QByteArray lastLevel(const Version &version)
{
    constexpr Version tlsByDefault{3, 11, 0};
    if (version < levelsSince)
        return {};
    if (version < dottedLevelsSince)
        return "2";
    return version < tlsByDefault ? "3.6" : "3.11";
}

/// The level that is to be written; empty when what is there can stay.
QByteArray levelToWrite(const Work &work)
{
    const QByteArray wanted = lastLevel(work.to);
    const QByteArray present = work.now.isAssigned(levelName) ? work.now.value(levelName) : QByteArray();
    if (wanted.isEmpty() || present == wanted)
        return {};
    const auto presentNumber = lint::levelOf(present);
    const auto mostNumber =
        lint::levelOf(work.to < dottedLevelsSince ? wanted : work.to.featureText().toLatin1());
    const auto wantedNumber = lint::levelOf(wanted);
    const bool isUnreadable = work.to < dottedLevelsSince && present.contains('.');
    const bool isBetween = presentNumber && wantedNumber && mostNumber && *presentNumber >= *wantedNumber
        && *presentNumber <= *mostNumber;
    return isBetween && !isUnreadable ? QByteArray() : wanted;
}

/// Whether Postfix decides about it by version or level, and nothing else does.
bool isJudged(const catalog::Facts &facts, const Version &from, const Version &to)
{
    const bool isFixed = facts.defaultKind == catalog::DefaultKind::Literal
        || facts.defaultKind == catalog::DefaultKind::Expression;
    const bool isThere = catalog::standingIn(facts, from) == catalog::Standing::Current
        && catalog::standingIn(facts, to) == catalog::Standing::Current;
    return isFixed && isThere
        && (!facts.levelDefaults.isEmpty() || facts.defaultFor(from) != facts.defaultFor(to));
}

/// Lists that follow the other settings, and that nobody depends on as they are.
bool isFollowing(QByteArrayView name)
{
    return name == "proxy_read_maps" || name == "proxy_write_maps" || name == "import_environment"
        || name == "export_environment";
}

/// The default as it is written today: what the level makes of it, or the text of that version.
QByteArray presentDefault(const Work &work, const catalog::Facts &facts, const effective::Value &value)
{
    const auto present = lint::levelOf(work.now.value(levelName));
    for (const catalog::LevelDefault &one : facts.levelDefaults) {
        const auto level = lint::levelOf(one.level);
        if (present && level && one.isBelow == (*present < *level))
            return one.value.toByteArray();
    }
    return facts.levelDefaults.isEmpty() ? value.unexpanded : value.expanded;
}

/// The types of tables are another step's.
QByteArray withoutTypes(QByteArray value)
{
    return value.replace("btree:", "").replace("hash:", "").replace("lmdb:", "");
}

QString shownValue(const QByteArray &value)
{
    return value.isEmpty() ? Words::tr("(empty)") : base::displayText(value);
}

/// The values that the same files have with the version and the level to come.
effective::Values valuesToCome(const Work &work, const QByteArray &level)
{
    model::Draft draft(work.now.snapshot());
    if (!level.isEmpty())
        edits::setParameter(draft, levelName, level);
    effective::Target target = work.now.target().forValues();
    target.version = work.to;
    target.host.mailVersion = work.to.toString().toLatin1();
    return {draft.snapshot(), target};
}

void addKept(const Work &work, const effective::Values &toCome, const QByteArray &level)
{
    const Version &from = work.now.version();
    for (const catalog::Facts &facts : work.now.reference().parameters()) {
        if (!isJudged(facts, from, work.to) || isFollowing(facts.name) || work.now.isAssigned(facts.name))
            continue;
        const auto before = work.now.values().value(facts.name);
        const auto after = toCome.value(facts.name);
        if (!before || !after || withoutTypes(before->expanded) == withoutTypes(after->expanded))
            continue;
        const QByteArray name = facts.name.toByteArray();
        const QByteArray value = presentDefault(work, facts, *before);
        const bool isByLevel = !facts.levelDefaults.isEmpty() && !level.isEmpty();
        //: %1 is a parameter, %2 and %3 are values
        const QString change =
            Words::tr("%1 is now %2 by default, and becomes %3")
                .arg(base::displayText(name), shownValue(before->expanded), shownValue(after->expanded));
        const QString cause = isByLevel
            ? Words::tr("with compatibility_level %1.").arg(QString::fromLatin1(level))
            : Words::tr("with Postfix %1.").arg(work.to.featureText());
        work.steps.append(
            Step{.key = "keep:" + name,
                 .weight = Weight::Choice,
                 .title = Words::tr("Keep %1 = %2").arg(base::displayText(name), shownValue(value)),
                 .why = change + u' ' + cause + u' '
                     + Words::tr("Write the old value down if this server depends on it."),
                 .apply = [name, value](model::Draft &draft) { edits::setParameter(draft, name, value); }});
    }
}

/// With a level below 1, and before levels were there, "-" in the chroot column is yes.
bool isChrootByDefault(const Work &work, const Version &version, const QByteArray &level)
{
    if (version < levelsSince)
        return true;
    const auto number = lint::levelOf(level.isEmpty() ? work.now.value(levelName) : level);
    return number && *number < lint::levelOf("1").value_or(0);
}

void addChroot(const Work &work, const QByteArray &level)
{
    if (!work.now.hasMasterCf() || !isChrootByDefault(work, work.now.version(), {})
        || isChrootByDefault(work, work.to, level))
        return;
    const auto isOpen = [](const syntax::MasterCf &file, const syntax::Service &service) {
        return service.enabled && file.fieldOf(service, syntax::ServiceField::Chroot) == "-";
    };
    const syntax::MasterCf &file = work.now.masterCf();
    const auto first = std::find_if(file.services().begin(), file.services().end(),
                                    [&](const syntax::Service &service) { return isOpen(file, service); });
    if (first == file.services().end())
        return;
    work.steps.append(
        Step{.key = "chroot",
             .weight = Weight::Choice,
             .title = Words::tr("Keep services in the chroot that have “-” in that column"),
             .why = Words::tr("“-” means yes now, and no from then on. Write y where a service is to stay "
                              "locked into the queue directory."),
             .place = model::Place{model::FileId::MasterCf, first->field(syntax::ServiceField::Chroot)},
             .apply = [isOpen](model::Draft &draft) {
                 QList<qsizetype> open;
                 for (qsizetype i = 0; i < draft.masterCf().services().size(); ++i) {
                     if (isOpen(draft.masterCf(), draft.masterCf().services()[i]))
                         open.append(i);
                 }
                 edits::setServiceFields(draft, open, syntax::ServiceField::Chroot, "y");
             }});
}

void addLevel(const Work &work, const QByteArray &level)
{
    if (level.isEmpty())
        return;
    const lint::Assignment *assigned = work.now.assignment(levelName);
    const QByteArray present = assigned ? work.now.value(levelName) : QByteArray();
    const bool isRefused = work.to < dottedLevelsSince && present.contains('.');
    Step step{.key = "level",
              .weight = isRefused ? Weight::Needed : Weight::Advised,
              .title = Words::tr("Set compatibility_level to %1").arg(QString::fromLatin1(level)),
              .apply = [level](model::Draft &draft) { edits::setParameter(draft, levelName, level); }};
    if (assigned)
        step.place = assigned->namePlace;
    if (isRefused)
        step.why = Words::tr("That version takes whole numbers only, and no program of it starts with “%1”.")
                       .arg(base::displayText(present));
    else if (present.isEmpty())
        step.why =
            Words::tr("Without a level Postfix runs with the defaults of version 2 and reminds of it in "
                      "the log. A step that keeps a value holds what should stay as it is.");
    else
        step.why = Words::tr("It is the last level that this version knows. A step that keeps a value holds "
                             "what should stay as it is.");
    work.steps.append(step);
}

} // namespace

void addDefaults(const Work &work)
{
    const QByteArray level = levelToWrite(work);
    const effective::Values toCome = valuesToCome(work, level);
    addKept(work, toCome, level);
    addChroot(work, level);
    addLevel(work, level);
}

} // namespace upgrade
