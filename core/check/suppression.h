// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/check/problem.h"
#include "core/check/project.h"
#include "core/edits/refusal.h"

/// The admin's word that a finding is as it should be. It is kept where the admin wants it: in a comment of
/// the file, which everybody sees who reads it, or in the project file beside main.cf.
///
///     # postwright: ignore PF-TLS-004 the old printers can't do better
///     smtpd_tls_protocols = !SSLv2
///
/// speaks for the entry below it, or, between the lines of an entry, for the line below it. `ignore-file`
/// speaks for the whole file, wherever it stands. Several rules are separated by blanks; "PF-TLS-*" are the
/// rules of a group, and "*" is every rule. What follows is the reason.
namespace check {

/// The same problems, with Problem::ignored where a comment or the project file speaks for it. Problems that
/// have no rule are never ignored.
Problems withIgnored(Problems problems, const model::Snapshot &snapshot, const Project &project);

/// Those that nobody speaks for.
Problems notIgnored(const Problems &problems);

/// What a finding there is about, however its line moves: "mydestination", "smtp/inet",
/// "smtp/inet/syslog_name", the key of a table's row. Empty when it is about the file as a whole.
QByteArray subjectOf(const model::Snapshot &snapshot, const model::Place &place);

/// How much of a rule's findings is meant.
enum class Reach : quint8 {
    Finding, ///< about that entry
    File, ///< in that file
    Folder ///< in the whole configuration; only the project file can say it
};

/// Whether a comment can be written for a finding in that file.
bool canIgnoreInComment(const model::Snapshot &snapshot, model::FileId file);

/// Writes a comment: above the line of `place`, which is a place in the draft as it is now, or at the top of
/// the file. A finding about the file as a whole is ignored for the file. `reach` is Finding or File.
edits::Outcome ignoreInComment(model::Draft &draft, const QByteArray &rule, const model::Place &place,
                               Reach reach, const QString &reason = {});
/// Takes the rule out of the comment at `comment`, and the whole comment away with its last rule.
edits::Outcome stopIgnoringInComment(model::Draft &draft, const QByteArray &rule,
                                     const model::Place &comment);

/// The project with one more suppression.
Project ignoredInProject(Project project, const model::Snapshot &snapshot, const Problem &problem,
                         Reach reach, const QString &reason = {});
/// The project without those suppressions that speak for the problem.
Project noLongerIgnored(Project project, const model::Snapshot &snapshot, const Problem &problem);

} // namespace check
