// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/forms/fielddomain.h"

namespace ui {

using catalog::ValueType;
using values::Kind;

namespace {

Kind kindOf(const catalog::Facts &facts)
{
    switch (facts.valueType) {
    case ValueType::Boolean:
        return Kind::YesNo;
    case ValueType::Integer:
    case ValueType::Percent:
    case ValueType::PrefixLength:
    case ValueType::SmtpCode:
    case ValueType::Uid:
        return Kind::Number;
    case ValueType::Size:
        return Kind::Size;
    case ValueType::Time:
        return Kind::Time;
    case ValueType::Choice:
    case ValueType::TlsLoglevel:
    case ValueType::FeedbackNumber:
        return facts.values.isEmpty() ? Kind::Text : Kind::Choice;
    case ValueType::ChoiceList:
        return Kind::ChoiceList;
    case ValueType::TableList:
        return Kind::Maps;
    case ValueType::Filename:
        return Kind::File;
    case ValueType::Directory:
        return Kind::Folder;
    case ValueType::AddressMatchList:
    case ValueType::CertMatchList:
    case ValueType::CipherExclusionList:
    case ValueType::CommandMatchList:
    case ValueType::CommandNameList:
    case ValueType::CurveList:
    case ValueType::DirectoryList:
    case ValueType::DnsblList:
    case ValueType::DomainList:
    case ValueType::DomainMatchList:
    case ValueType::EnvironmentList:
    case ValueType::FilenameList:
    case ValueType::FingerprintList:
    case ValueType::HeaderNameList:
    case ValueType::HostMatchList:
    case ValueType::InterfaceList:
    case ValueType::MacroNameList:
    case ValueType::MilterList:
    case ValueType::NameMatchList:
    case ValueType::NameValueList:
    case ValueType::NexthopList:
    case ValueType::PathPrefixList:
    case ValueType::PostscreenAccessList:
    case ValueType::QueueNameList:
    case ValueType::RequiretlsPolicyList:
    case ValueType::RestrictionClassNames:
    case ValueType::RestrictionList:
    case ValueType::RewriteClientList:
    case ValueType::ServiceMatchList:
    case ValueType::TlsProtocolList:
    case ValueType::TransportNameList:
        return Kind::List;
    default:
        return facts.values.isEmpty() ? Kind::Text : Kind::Choice;
    }
}

} // namespace

values::Domain domainOf(const catalog::Facts *facts, const catalog::Version &target)
{
    values::Domain domain;
    if (!facts)
        return domain;
    // A list since 3.5, and hardly ever of more than one.
    domain.kind = facts->name == "relayhost" ? Kind::NextHop : kindOf(*facts);
    domain.min = facts->minimum;
    domain.max = facts->maximum;
    if (facts->unit)
        domain.unit = catalog::nameOf(*facts->unit, catalog::timeUnitNames).front();
    for (const catalog::KnownValue &known : facts->values) {
        if (known.isKnownTo(target))
            domain.choices.append(values::Choice{known.value.toByteArray(), known.label.toByteArray()});
    }
    domain.isOpen = facts->areOthersLegal || facts->values.isEmpty() || !facts->forms.isEmpty();
    domain.mayBeEmpty = facts->mayBeEmpty;
    return domain;
}

} // namespace ui
