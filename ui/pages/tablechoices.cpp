// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/tablechoices.h"

#include "core/base/displaytext.h"
#include "core/effective/services.h"
#include "core/tls/levels.h"
#include "ui/forms/fielddomain.h"
#include "ui/session/editsession.h"
#include "ui/session/knowledge.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace ui {

QList<FieldChoice> actionsOf(const Knowledge &knowledge, QByteArrayView format)
{
    QList<FieldChoice> choices;
    const catalog::Reference *reference = knowledge.reference();
    if (!reference)
        return choices;
    for (const catalog::TableAction *action : reference->actions(format)) {
        if (!action->since || *action->since <= knowledge.target())
            choices.append(FieldChoice{base::displayText(action->action), base::displayText(action->note)});
    }
    return choices;
}

QList<FieldChoice> transportsIn(const syntax::MasterCf &file)
{
    constexpr std::array<QByteArrayView, 7> programs{"smtp", "lmtp",  "local",  "virtual",
                                                     "pipe", "error", "discard"};
    QList<FieldChoice> found;
    for (const effective::Service &service : effective::servicesIn(file)) {
        if (service.type == "unix" && std::ranges::find(programs, service.program) != programs.end())
            found.append(FieldChoice{base::displayText(service.name), base::displayText(service.program)});
    }
    return found;
}

QList<FieldChoice> tlsLevelsOf(const Knowledge &knowledge)
{
    QList<FieldChoice> levels;
    const values::Domain domain = domainOf(knowledge.facts("smtp_tls_security_level"), knowledge.target());
    for (const values::Choice &choice : domain.choices) {
        const tls::LevelWords *words = tls::clientLevelWords(choice.value);
        levels.append(FieldChoice{QString::fromUtf8(choice.value),
                                  words ? QCoreApplication::translate("tls", words->sentence) : QString()});
    }
    return levels;
}

QList<FieldChoice> choicesFor(const PageContext &context, const tables::UsedTable &table)
{
    if (table.meaning == "transport" || table.meaning == "sender_transport")
        return transportsIn(context.session.snapshot().masterCf());
    if (table.meaning == "tls_policy")
        return tlsLevelsOf(context.knowledge);
    QList<FieldChoice> choices;
    if (table.meaning != "access" && table.meaning != "postscreen_access"
        && !table.meaning.endsWith("_checks"))
        return choices;
    // Descriptions in place of a word ("4NN", "restriction") are no choice.
    for (const FieldChoice &choice : actionsOf(context.knowledge, table.meaning)) {
        if (table.meaning == "postscreen_access" || choice.value.toUpper() == choice.value)
            choices.append(choice);
    }
    choices.removeIf([](const FieldChoice &choice) { return choice.value.endsWith(u"NN"); });
    return choices;
}

} // namespace ui
