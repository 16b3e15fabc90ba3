// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lint/registry.h"

#include "core/base/displaytext.h"
#include "core/lint/rules/bytes.h"
#include "core/lint/rules/duplicates.h"
#include "core/lint/rules/straylines.h"

#include <QCoreApplication>

#include <algorithm>

namespace lint {

std::span<const Rule> rules()
{
    static constexpr Rule table[] = {
        {"PF-SYN-001", Severity::Error,
         QT_TRANSLATE_NOOP("lint", "There is no “=” after “%1”: Postfix stops reading here."), missingEquals},
        {"PF-SYN-002", Severity::Error,
         QT_TRANSLATE_NOOP("lint", "There is no name in front of “=”: Postfix stops reading here."),
         missingName},
        {"PF-SYN-003", Severity::Error,
         QT_TRANSLATE_NOOP("lint", "Indented text before the first entry is ignored."), indentedFirstLine},
        {"PF-SYN-008", Severity::Warning,
         QT_TRANSLATE_NOOP("lint", "%1 is set again here; the value from line %2 is discarded."),
         conflictingDuplicate},
        {"PF-SYN-009", Severity::Info, QT_TRANSLATE_NOOP("lint", "%1 is set twice to the same value."),
         repeatedDuplicate},
        {"PF-SYN-010", Severity::Error,
         QT_TRANSLATE_NOOP("lint", "A zero byte is in the file; the rest of the line may be ignored."),
         nulByte},
        {"PF-SYN-011", Severity::Info, QT_TRANSLATE_NOOP("lint", "The file has Windows line ends."),
         windowsLineEnds},
        {"PF-SYN-012", Severity::Error, QT_TRANSLATE_NOOP("lint", "The file starts with a byte order mark."),
         byteOrderMark},
        {"PF-SYN-013", Severity::Info, QT_TRANSLATE_NOOP("lint", "The last line has no end."),
         noFinalNewline},
        {"PF-MASTER-001", Severity::Error,
         QT_TRANSLATE_NOOP("lint", "Only %1 of 8 fields: Postfix stops reading here."), fieldCount},
    };
    return table;
}

Findings findingsIn(const model::Snapshot &snapshot)
{
    Findings findings;
    for (const Rule &rule : rules()) {
        Report report(rule, findings);
        rule.check(snapshot, report);
    }
    std::ranges::stable_sort(findings, [](const Finding &a, const Finding &b) {
        return std::tie(a.place.file, a.place.range.begin) < std::tie(b.place.file, b.place.range.begin);
    });
    return findings;
}

QString messageOf(const Finding &finding)
{
    QString message = QCoreApplication::translate("lint", finding.rule->message);
    for (const QByteArray &argument : finding.arguments)
        message = message.arg(base::displayText(argument));
    return message;
}

} // namespace lint
