// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/catalog/services.h"

#include "core/catalog/records.h"

namespace catalog {

using base::Result;

namespace {

using Parts = QList<QByteArrayView>;

// "NAME|MEANING|SINCE|required"
std::optional<ProgramOption> programOption(const Parts &parts)
{
    ProgramOption option{
        .name = part(parts, 0), .meaning = part(parts, 1), .isRequired = part(parts, 3) == "required"};
    const bool isSound =
        parts.size() <= 4 && !option.name.isEmpty() && readVersion(part(parts, 2), option.since);
    return isSound ? std::optional(option) : std::nullopt;
}

std::optional<ProgramWord> programWord(QByteArrayView name, QByteArrayView meaning, QByteArrayView since,
                                       QByteArrayView single)
{
    ProgramWord word{.name = name, .meaning = meaning, .isForSingleRecipients = single == "single"};
    return !name.isEmpty() && readVersion(since, word.since) ? std::optional(word) : std::nullopt;
}

// "LETTER|MEANING|SINCE|single"
std::optional<ProgramWord> programFlag(const Parts &parts)
{
    return programWord(part(parts, 0), part(parts, 1), part(parts, 2), part(parts, 3));
}

// "NAME|SINCE|single"
std::optional<ProgramWord> programMacro(const Parts &parts)
{
    return programWord(part(parts, 0), {}, part(parts, 1), part(parts, 2));
}

std::optional<NamedNumber> namedNumber(const Parts &parts)
{
    const std::optional<qint64> number = parts.size() == 2 ? numberOf(parts[1]) : std::nullopt;
    return number ? std::optional(NamedNumber{parts[0], *number}) : std::nullopt;
}

std::optional<NamedText> namedText(const Parts &parts)
{
    return parts.size() == 2 ? std::optional(NamedText{parts[0], parts[1]}) : std::nullopt;
}

// "on|NAME=VALUE|..." or "off|..."
std::optional<OptionLine> optionLine(const Parts &parts)
{
    if (parts.size() < 2 || (parts[0] != "on" && parts[0] != "off"))
        return std::nullopt;
    return OptionLine{parts[0] == "on", parts.sliced(1)};
}

using columns::choice;
using columns::composed;
using columns::statement;
using columns::value;
using columns::words;

constexpr std::array programColumns{
    Column<Program>{"companions", value<&Program::companions>},
    Column<Program>{"example_row", value<&Program::exampleRow>},
    Column<Program>{"flag", composed<&Program::flags, programFlag>},
    Column<Program>{"in_master_cf", statement<&Program::isInMasterCf>},
    Column<Program>{"macro", composed<&Program::macros, programMacro>},
    Column<Program>{"managed_by", value<&Program::managedBy>},
    Column<Program>{"maxproc_for", composed<&Program::maxprocFor, namedNumber>},
    Column<Program>{"name_parameter", value<&Program::nameParameter>},
    Column<Program>{"only_chroot", value<&Program::onlyChroot>},
    Column<Program>{"only_maxproc", value<&Program::onlyMaxproc>},
    Column<Program>{"only_private", value<&Program::onlyPrivate>},
    Column<Program>{"only_types", words<&Program::onlyTypes>},
    Column<Program>{"only_unprivileged", value<&Program::onlyUnprivileged>},
    Column<Program>{"only_wakeup", value<&Program::onlyWakeup>},
    Column<Program>{"option", composed<&Program::options, programOption>},
    Column<Program>{"other_name_parameters", words<&Program::otherNameParameters>},
    Column<Program>{"other_names", words<&Program::otherNames>},
    Column<Program>{"purpose", value<&Program::purpose>},
    Column<Program>{"reload_needed", statement<&Program::needsReload>},
    Column<Program>{"requires", words<&Program::neededWith>},
    Column<Program>{"requires_build", words<&Program::requiresBuild>},
    Column<Program>{"role", value<&Program::role>},
    Column<Program>{"same_program_as", value<&Program::sameProgramAs>},
    Column<Program>{"server_type", value<&Program::serverType>},
    Column<Program>{"since", value<&Program::since>},
    Column<Program>{"since_type", value<&Program::typeSince>},
};

constexpr std::array masterRowColumns{
    Column<MasterRow>{"arguments", value<&MasterRow::arguments>},
    Column<MasterRow>{"chroot", value<&MasterRow::chroot>},
    Column<MasterRow>{"command", value<&MasterRow::command>},
    Column<MasterRow>{"enabled", statement<&MasterRow::isEnabled>},
    Column<MasterRow>{"maxproc", value<&MasterRow::maxproc>},
    Column<MasterRow>{"option_line", composed<&MasterRow::optionLines, optionLine>},
    Column<MasterRow>{"private", value<&MasterRow::isPrivate>},
    Column<MasterRow>{"since", value<&MasterRow::since>},
    Column<MasterRow>{"type", value<&MasterRow::type>},
    Column<MasterRow>{"unprivileged", value<&MasterRow::unprivileged>},
    Column<MasterRow>{"wakeup", value<&MasterRow::wakeup>},
};

constexpr std::array masterFieldColumns{
    Column<MasterField>{"default", value<&MasterField::defaultValue>},
    Column<MasterField>{"default_before", composed<&MasterField::earlierDefaults, namedText>},
    Column<MasterField>{"default_depends_on", value<&MasterField::defaultDependsOn>},
    Column<MasterField>{"form", value<&MasterField::form>},
    Column<MasterField>{"index", value<&MasterField::index>},
    Column<MasterField>{"meaning", value<&MasterField::meaning>},
    Column<MasterField>{"values", value<&MasterField::values>},
};

constexpr std::array masterTypeColumns{
    Column<MasterType>{"meaning", value<&MasterType::meaning>},
    Column<MasterType>{"name_form", value<&MasterType::nameForm>},
    Column<MasterType>{"obsolete", statement<&MasterType::isObsolete>},
    Column<MasterType>{"private", value<&MasterType::isPrivate>},
    Column<MasterType>{"since", value<&MasterType::since>},
};

constexpr std::array masterOptionColumns{
    Column<MasterOption>{"meaning", value<&MasterOption::meaning>},
    Column<MasterOption>{"since", value<&MasterOption::since>},
};

constexpr std::array perServiceColumns{
    Column<PerService>{"applies_to", words<&PerService::appliesTo>},
    Column<PerService>{"base_parameter", value<&PerService::baseParameter>},
    Column<PerService>{"default", value<&PerService::defaultValue>},
    Column<PerService>{"documented_as", value<&PerService::documentedAs>},
    Column<PerService>{"kind", choice<&PerService::kind, kindNames>},
    Column<PerService>{"max", value<&PerService::maximum>},
    Column<PerService>{"min", value<&PerService::minimum>},
    Column<PerService>{"name_source", value<&PerService::nameSource>},
    Column<PerService>{"own_entries", words<&PerService::ownEntries>},
    Column<PerService>{"pattern", value<&PerService::pattern>},
    Column<PerService>{"postconf_lists_for", words<&PerService::listedFor>},
    Column<PerService>{"since", value<&PerService::since>},
    Column<PerService>{"summary", value<&PerService::help>},
    Column<PerService>{"unit", choice<&PerService::unit, timeUnitNames>},
    Column<PerService>{"value_type", choice<&PerService::valueType, valueTypeNames>},
};

} // namespace

Result<QList<Program>> readPrograms(const QByteArray &text)
{
    return readRecords("programs.tsv", text, programColumns);
}

Result<QList<MasterRow>> readMasterRows(const QByteArray &text)
{
    return readRecords("masterrows.tsv", text, masterRowColumns);
}

Result<QList<MasterField>> readMasterFields(const QByteArray &text)
{
    return readRecords("masterfields.tsv", text, masterFieldColumns);
}

Result<QList<MasterType>> readMasterTypes(const QByteArray &text)
{
    return readRecords("mastertypes.tsv", text, masterTypeColumns);
}

Result<QList<MasterOption>> readMasterOptions(const QByteArray &text)
{
    return readRecords("masteroptions.tsv", text, masterOptionColumns);
}

Result<QList<PerService>> readPerService(const QByteArray &text)
{
    return readRecords("perservice.tsv", text, perServiceColumns);
}

} // namespace catalog
