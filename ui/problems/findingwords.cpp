// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/problems/findingwords.h"

#include <QCoreApplication>

namespace ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::ProblemsModel)
};

} // namespace

QString severityText(Finding::Severity severity)
{
    switch (severity) {
    case Finding::Severity::Error:
        return Words::tr("Error");
    case Finding::Severity::Warning:
        return Words::tr("Warning");
    case Finding::Severity::Info:
        return Words::tr("Hint");
    }
    return {};
}

QString severitiesText(Finding::Severity severity)
{
    switch (severity) {
    case Finding::Severity::Error:
        return Words::tr("Errors");
    case Finding::Severity::Warning:
        return Words::tr("Warnings");
    case Finding::Severity::Info:
        return Words::tr("Hints");
    }
    return {};
}

QString originText(Finding::Origin origin)
{
    switch (origin) {
    case Finding::Origin::Lint:
        return Words::tr("Postwright");
    case Finding::Origin::Postconf:
        return QStringLiteral("postconf");
    case Finding::Origin::PostfixCheck:
        return QStringLiteral("postfix check");
    case Finding::Origin::Files:
        return Words::tr("Files");
    }
    return {};
}

} // namespace ui
