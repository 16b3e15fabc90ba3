// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/lint/restrictionlists.h"
#include "core/submission/ports.h"

namespace lint {

/// What a listener is for, by its port.
bool isMailExchanger(const Listener &listener); ///< port 25
bool isSubmission(const Listener &listener); ///< port 587 or 465

inline constexpr int smtpsPort = submission::submissionsPort;
inline constexpr int submissionPort = submission::submissionPort;

bool hasLogin(const Context &context, const Listener &listener);
/// The security level that the old switches and wrapper mode come to, in lower case.
QByteArray serverTlsLevel(const Context &context, qsizetype service);
bool isTlsOffered(const Context &context, qsizetype service);

/// Visits every step of every effective access list: visit(listener, parameter, check).
template<typename Visit>
void forEachStep(const Context &context, Visit visit)
{
    for (const Listener &listener : context.listeners()) {
        for (const QByteArray &list : restrictionParameters()) {
            for (const Check &check : flatChecksIn(context, list, listener.service))
                visit(listener, list, check);
        }
    }
}

} // namespace lint
