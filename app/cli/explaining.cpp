// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/explaining.h"

#include "app/cli/environment.h"
#include "core/lint/fixtitles.h"
#include "core/lint/registry.h"

#include <QCoreApplication>

namespace cli {

namespace {

QByteArray words(const char *source)
{
    return QCoreApplication::translate("lint", source).toUtf8();
}

QByteArray severityOf(const lint::Rule &rule)
{
    if (rule.isAdvice)
        return "advice";
    switch (rule.severity) {
    case lint::Severity::Error:
        return "error";
    case lint::Severity::Warning:
        return "warning";
    case lint::Severity::Info:
        break;
    }
    return "info";
}

/// Lines of at most 80 characters.
QByteArray wrapped(const QByteArray &text, const QByteArray &indent)
{
    constexpr qsizetype width = 80;
    QByteArray out;
    QByteArray line = indent;
    for (const QByteArray &word : text.simplified().split(' ')) {
        if (line.size() > indent.size() && line.size() + word.size() >= width) {
            out += line + '\n';
            line = indent;
        }
        line += line.size() > indent.size() ? ' ' + word : word;
    }
    return out + line + '\n';
}

QByteArray describe(const lint::Rule &rule)
{
    QByteArray text = QByteArray(rule.id) + ": " + words(rule.title) + " (" + severityOf(rule) + ")\n\n";
    text += wrapped(words(rule.explanation), "  ");
    text += '\n' + wrapped("Message: " + words(rule.message), "  ");
    const QList<const char *> fixes = lint::fixTitlesOf(rule.id);
    for (const char *title : fixes)
        text += wrapped((title == fixes.first() ? "Fix: " : "Or: ") + words(title), "  ");
    if (*rule.manual != '\0')
        text += wrapped("See " + QByteArray(rule.manual) + '.', "  ");
    if (rule.since != catalog::Version())
        text += wrapped("For Postfix " + rule.since.featureText().toUtf8() + " and later.", "  ");
    return text;
}

} // namespace

int explain(const QByteArray &id)
{
    if (id.isEmpty()) {
        for (const lint::Rule &rule : lint::rules())
            say(QByteArray(rule.id).leftJustified(16) + severityOf(rule).leftJustified(9) + words(rule.title)
                + '\n');
        return Done;
    }
    const lint::Rule *rule = lint::ruleCalled(id);
    if (!rule) {
        sayError("postwright-cli: there is no rule " + id
                 + ". \"postwright-cli check --rules\" lists those that there are.");
        return BadCall;
    }
    say(describe(*rule));
    return Done;
}

} // namespace cli
