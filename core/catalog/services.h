// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/catalog/kinds.h"
#include "core/catalog/version.h"

#include <QByteArray>
#include <QList>

/// What is known about daemons and about master.cf. Text points into the Reference it came from.
namespace catalog {

/// A command line argument of a daemon, as pipe(8) has them.
struct ProgramOption
{
    QByteArrayView name; ///< "user=", "flags=DORX"
    QByteArrayView meaning = {};
    std::optional<Version> since = std::nullopt;
    bool isRequired = false;
};

/// A letter of flags=, or a name that may be used as $name in argv=.
struct ProgramWord
{
    QByteArrayView name;
    QByteArrayView meaning = {}; ///< of flags only
    std::optional<Version> since = std::nullopt;
    bool isForSingleRecipients = false;
};

struct NamedText
{
    QByteArrayView name;
    QByteArrayView text;
};

struct NamedNumber
{
    QByteArrayView name;
    qint64 number = 0;
};

/// A daemon. The only... members are constraints that master.cf has to respect.
struct Program
{
    QByteArrayView name;
    QByteArrayView purpose = {}; ///< one sentence
    QByteArrayView role = {}; ///< "input", "queue", "delivery", "helper", "logging", "control"
    QByteArrayView serverType = {}; ///< "single", "multi", "event", "trigger", "dgram"
    Version since = {};
    bool isInMasterCf = false;
    bool needsReload = false; ///< lives too long to pick up changes by itself
    QByteArrayView sameProgramAs = {};

    QList<QByteArrayView> onlyTypes = {}; ///< socket types it works with
    QByteArrayView onlyPrivate = {}; ///< "y" or "n" if only that makes sense
    QByteArrayView onlyUnprivileged = {}; ///< "n": needs root
    QByteArrayView onlyChroot = {}; ///< "optional", "avoid", "never"
    QByteArrayView onlyWakeup = {}; ///< "none", "recommended", "required"
    std::optional<qint64> onlyMaxproc = std::nullopt;
    QList<NamedNumber> maxprocFor = {}; ///< of services with these names

    QByteArrayView nameParameter = {}; ///< the parameter that holds the service's name
    QList<QByteArrayView> otherNameParameters = {};
    QList<QByteArrayView> otherNames = {}; ///< services that run it under names of their own
    QList<QByteArrayView> neededWith = {}; ///< of use only together with these
    QList<QByteArrayView> companions = {}; ///< services it needs, "smtpd pass"
    QList<QByteArrayView> requiresBuild = {};
    QByteArrayView managedBy = {}; ///< the command that writes its master.cf line
    QList<QByteArrayView> exampleRow = {};
    std::optional<Version> typeSince = std::nullopt; ///< its socket type

    QList<ProgramOption> options = {};
    QList<ProgramWord> flags = {};
    QList<ProgramWord> macros = {};
};

/// A commented-in or -out line "  -o NAME=VALUE ..." of a shipped master.cf.
struct OptionLine
{
    bool isEnabled = false;
    QList<QByteArrayView> options;
};

/// A service as the master.cf shipped with Postfix has it.
struct MasterRow
{
    QByteArrayView name; ///< of the service
    QByteArrayView type = {};
    QByteArrayView isPrivate = {};
    QByteArrayView unprivileged = {};
    QByteArrayView chroot = {};
    QByteArrayView wakeup = {};
    QByteArrayView maxproc = {};
    QByteArrayView command = {};
    QList<QByteArrayView> arguments = {};
    QList<OptionLine> optionLines = {};
    bool isEnabled = false; ///< else it is commented out
    Version since = {};
};

/// One of the eight columns.
struct MasterField
{
    QByteArrayView name;
    qint64 index = 0; ///< from 1
    std::optional<QByteArrayView> defaultValue = std::nullopt; ///< what "-" means
    QList<NamedText> earlierDefaults = {}; ///< before that version
    QByteArrayView defaultDependsOn = {};
    QList<QByteArrayView> values = {};
    QByteArrayView form = {};
    QByteArrayView meaning = {};
};

struct MasterType
{
    QByteArrayView name;
    QByteArrayView meaning = {};
    QByteArrayView nameForm = {};
    QByteArrayView isPrivate = {}; ///< "not_applicable": never private
    Version since = {};
    bool isObsolete = false;
};

/// A command line option that every daemon takes.
struct MasterOption
{
    QByteArrayView name;
    QByteArrayView meaning = {};
    std::optional<Version> since = std::nullopt;
};

/// What is known of the parameters that the name of a service makes; see also ServiceParameter.
struct PerService
{
    QByteArrayView name; ///< the suffix: "_destination_recipient_limit"
    QByteArrayView pattern = {};
    QByteArrayView help = {};
    QByteArrayView defaultValue = {};
    QByteArrayView baseParameter = {};
    QByteArrayView nameSource = {};
    QByteArrayView documentedAs = {};
    Kind kind = Kind::Integer;
    ValueType valueType = ValueType::Integer;
    std::optional<qint64> minimum = std::nullopt;
    std::optional<qint64> maximum = std::nullopt;
    std::optional<TimeUnit> unit = std::nullopt;
    QList<QByteArrayView> appliesTo = {}; ///< programs
    QList<QByteArrayView> listedFor = {}; ///< programs for whose services postconf lists it
    QList<QByteArrayView> ownEntries = {}; ///< names of this form that postconf knows by themselves
    Version since = {};
};

base::Result<QList<Program>> readPrograms(const QByteArray &text);
base::Result<QList<MasterRow>> readMasterRows(const QByteArray &text);
base::Result<QList<MasterField>> readMasterFields(const QByteArray &text);
base::Result<QList<MasterType>> readMasterTypes(const QByteArray &text);
base::Result<QList<MasterOption>> readMasterOptions(const QByteArray &text);
base::Result<QList<PerService>> readPerService(const QByteArray &text);

} // namespace catalog
