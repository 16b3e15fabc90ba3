// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/forms/fieldfactory.h"

#include "core/tls/levels.h"
#include "ui/forms/choicefield.h"
#include "ui/forms/explainedfield.h"
#include "ui/forms/filefield.h"
#include "ui/forms/linefield.h"
#include "ui/forms/listfield.h"
#include "ui/forms/nexthopfield.h"
#include "ui/forms/protocolsfield.h"
#include "ui/forms/timefield.h"
#include "ui/forms/yesnofield.h"

#include <QCoreApplication>

namespace ui {

namespace {

/// The levels of that version in words; empty where one has none.
QList<ExplainedChoice> levelsIn(const QByteArray &parameter, const values::Domain &domain)
{
    const bool isServer = parameter == "smtpd_tls_security_level";
    if (!isServer && parameter != "smtp_tls_security_level")
        return {};
    QList<ExplainedChoice> levels;
    for (const values::Choice &choice : domain.choices) {
        const tls::LevelWords *words =
            isServer ? tls::serverLevelWords(choice.value) : tls::clientLevelWords(choice.value);
        if (!words)
            return {};
        levels.append(ExplainedChoice{choice.value, QCoreApplication::translate("tls", words->title),
                                      QCoreApplication::translate("tls", words->sentence)});
    }
    return levels;
}

} // namespace

Field *newField(const QByteArray &parameter, FieldStyle style, const values::Domain &domain,
                const catalog::Version &target, FilePresence &presence)
{
    if (parameter.endsWith("_tls_protocols") || parameter.endsWith("_tls_mandatory_protocols"))
        return new ProtocolsField(target);
    if (style == FieldStyle::Explained) {
        if (const QList<ExplainedChoice> levels = levelsIn(parameter, domain); !levels.isEmpty())
            return new ExplainedField(levels);
    }
    return newField(domain, presence);
}

Field *newField(const values::Domain &domain, FilePresence &presence)
{
    using values::Kind;
    switch (domain.kind) {
    case Kind::YesNo:
        return new YesNoField;
    case Kind::Time:
        return new TimeField(domain.unit);
    case Kind::Choice:
        return new ChoiceField(domain);
    case Kind::ChoiceList:
    case Kind::List:
    case Kind::Maps:
        return new ListField(domain, presence);
    case Kind::File:
    case Kind::Folder:
        return new FileField(presence, domain.kind == Kind::Folder);
    case Kind::NextHop:
        return new NextHopField;
    case Kind::Text:
    case Kind::Number:
    case Kind::Size:
        return new LineField(domain);
    }
    return new LineField(domain);
}

} // namespace ui
