// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lint/rows/rows.h"
#include "core/lint/rules/performance.h"

namespace lint {

std::span<const Rule> perfRules()
{
    static const Rule rows[] = {
        {.id = "PF-PERF-001",
         .title = QT_TRANSLATE_NOOP("lint", "Process limit extreme"),
         .severity = Severity::Warning,
         .isAdvice = false,
         .message = QT_TRANSLATE_NOOP("lint", "%1 processes."),
         .explanation = QT_TRANSLATE_NOOP(
             "lint", "Too few processes refuse clients, too many exhaust memory and descriptors."),
         .manual = "TUNING_README",
         .since = {},
         .reads = Reads::Settings | Reads::Services,
         .check = processLimitExtreme},
        {.id = "PF-PERF-002",
         .title = QT_TRANSLATE_NOOP("lint", "Serial smtpd"),
         .severity = Severity::Warning,
         .isAdvice = false,
         .message = QT_TRANSLATE_NOOP("lint", "Only %1 clients at a time."),
         .explanation = QT_TRANSLATE_NOOP("lint", "With one process a single slow client blocks all mail."),
         .manual = "TUNING_README",
         .since = {},
         .reads = Reads::Settings | Reads::Services,
         .check = serialSmtpd},
        {.id = "PF-PERF-003",
         .title = QT_TRANSLATE_NOOP("lint", "Client limit idle"),
         .severity = Severity::Warning,
         .isAdvice = false,
         .message = QT_TRANSLATE_NOOP("lint", "One client may use all %1 processes."),
         .explanation = QT_TRANSLATE_NOOP("lint",
                                          "A per-client limit at or above the process limit protects "
                                          "nothing: one client can take all processes."),
         .manual = "TUNING_README",
         .since = {},
         .reads = Reads::Settings | Reads::Services,
         .check = clientLimitIdle},
        {.id = "PF-PERF-004",
         .title = QT_TRANSLATE_NOOP("lint", "Unlimited message size"),
         .severity = Severity::Warning,
         .isAdvice = false,
         .message = QT_TRANSLATE_NOOP("lint", "Messages of any size are accepted."),
         .explanation = QT_TRANSLATE_NOOP("lint", "One message can fill the disk."),
         .manual = "postconf(5)",
         .since = {},
         .reads = Reads::Settings | Reads::Services,
         .check = unlimitedMessageSize},
        {.id = "PF-PERF-005",
         .title = QT_TRANSLATE_NOOP("lint", "Tiny message size"),
         .severity = Severity::Warning,
         .isAdvice = false,
         .message = QT_TRANSLATE_NOOP("lint", "Only %1 bytes."),
         .explanation =
             QT_TRANSLATE_NOOP("lint", "Ordinary mail with an attachment is refused; units are bytes."),
         .manual = "postconf(5)",
         .since = {},
         .reads = Reads::Settings | Reads::Services,
         .check = tinyMessageSize},
        {.id = "PF-PERF-006",
         .title = QT_TRANSLATE_NOOP("lint", "Concurrency extreme"),
         .severity = Severity::Warning,
         .isAdvice = false,
         .message = QT_TRANSLATE_NOOP("lint", "%1 parallel deliveries to one destination."),
         .explanation = QT_TRANSLATE_NOOP(
             "lint",
             "Hundreds of parallel connections to one site look like an attack; one makes queues long."),
         .manual = "TUNING_README",
         .since = {},
         .reads = Reads::Settings | Reads::Services,
         .check = concurrencyExtreme},
        {.id = "PF-PERF-007",
         .title = QT_TRANSLATE_NOOP("lint", "Queue scan too often"),
         .severity = Severity::Warning,
         .isAdvice = false,
         .message = QT_TRANSLATE_NOOP("lint", "Every %1."),
         .explanation =
             QT_TRANSLATE_NOOP("lint", "Scanning the deferred queue all the time slows everything down."),
         .manual = "TUNING_README",
         .since = {},
         .reads = Reads::Settings | Reads::Services,
         .check = queueScanTooOften},
        {.id = "PF-PERF-008",
         .title = QT_TRANSLATE_NOOP("lint", "Sql without proxy"),
         .severity = Severity::Info,
         .isAdvice = true,
         .message = QT_TRANSLATE_NOOP("lint", "Use “proxy:%1”."),
         .explanation =
             QT_TRANSLATE_NOOP("lint", "Each smtpd opens its own database connection; proxy: shares them."),
         .manual = "proxymap(8)",
         .since = {},
         .reads = Reads::Settings | Reads::Services,
         .check = sqlWithoutProxy},
    };
    return rows;
}

} // namespace lint
