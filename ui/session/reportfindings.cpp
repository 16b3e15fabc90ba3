// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/session/reportfindings.h"

#include "core/base/errortext.h"

#include <QCoreApplication>
#include <QDir>

namespace ui {

namespace {

Finding::Severity severityOf(lint::Severity severity)
{
    switch (severity) {
    case lint::Severity::Error:
        return Finding::Severity::Error;
    case lint::Severity::Warning:
        return Finding::Severity::Warning;
    case lint::Severity::Info:
        break;
    }
    return Finding::Severity::Info;
}

Finding::Severity severityOf(tools::Severity severity)
{
    switch (severity) {
    case tools::Severity::Fatal:
    case tools::Severity::Error:
        return Finding::Severity::Error;
    case tools::Severity::Warning:
        return Finding::Severity::Warning;
    case tools::Severity::Note:
        break;
    }
    return Finding::Severity::Info;
}

std::optional<model::FileId> fileCalled(const QString &name, const model::Snapshot &snapshot)
{
    for (const model::FileId id : snapshot.ids()) {
        const model::FileInfo &info = snapshot.file(id).info();
        if (info.name == name || info.path == name)
            return id;
    }
    return {};
}

syntax::ByteRange lineRange(const syntax::Text &text, int line)
{
    const qsizetype begin = text.lineStart(line - 1);
    qsizetype end = text.lineStart(line);
    if (end > begin && text.bytes({end - 1, end}) == "\n")
        --end;
    return {begin, end};
}

/// Where a message without a line is at home: at the setting or the service it names.
std::optional<model::Place> placeByName(const tools::Message &message, const model::Snapshot &snapshot)
{
    if (!message.service.isEmpty()) {
        const syntax::MasterCf &file = snapshot.masterCf();
        const qsizetype slash = message.service.indexOf('/');
        const qsizetype index = file.indexOf(message.service.left(slash), message.service.mid(slash + 1));
        if (index >= 0)
            return model::Place{model::FileId::MasterCf,
                                file.services()[index].field(syntax::ServiceField::Name)};
    }
    if (const syntax::Setting *setting = snapshot.mainCf().find(message.parameter))
        return model::Place{model::FileId::MainCf, setting->name};
    return {};
}

Finding findingOf(const tools::Message &message, const model::Snapshot &snapshot)
{
    Finding finding{.severity = severityOf(message.severity), .message = message.text, .file = message.file};
    const auto file = fileCalled(message.file, snapshot);
    if (file && message.line > 0)
        finding.place = model::Place{*file, lineRange(snapshot.file(*file).text(), message.line)};
    else
        finding.place = placeByName(message, snapshot);
    return finding;
}

} // namespace

QList<Finding> findingsOf(const lint::Findings &found)
{
    QList<Finding> findings;
    for (const lint::Finding &one : found) {
        Finding finding{.severity = severityOf(one.rule->severity),
                        .origin = Finding::Origin::Syntax,
                        .rule = QString::fromLatin1(one.rule->id),
                        .message = lint::messageOf(one),
                        .place = one.place};
        for (const lint::Fix &fix : one.fixes) {
            finding.fixes.append(
                Finding::Fix{.title = QCoreApplication::translate("lint", fix.title),
                             .apply = [apply = fix.apply](model::Draft &draft) -> edits::Outcome {
                                 apply(draft);
                                 return {};
                             }});
        }
        findings.append(finding);
    }
    return findings;
}

QList<Finding> findingsOf(const tools::CheckReport &report, Finding::Origin origin,
                          const model::Snapshot &snapshot)
{
    QList<Finding> findings;
    const bool wantsCheck = origin == Finding::Origin::PostfixCheck;
    for (const tools::Message &message : report.messages) {
        if ((message.origin == tools::Origin::PostfixCheck) != wantsCheck)
            continue;
        findings.append(findingOf(message, snapshot));
        findings.last().origin = origin;
    }
    if (wantsCheck)
        return findings;
    for (const base::Error &failure : report.failures) {
        findings.append(Finding{
            .severity = Finding::Severity::Info,
            .origin = origin,
            //: %1 says why a program did not do its work, in one or two sentences
            .message = QCoreApplication::translate("reportfindings", "Postfix could not check everything. %1")
                           .arg(base::errorText(failure))});
    }
    return findings;
}

} // namespace ui
