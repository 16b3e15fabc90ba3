// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/session/localpostfix.h"

#include "core/base/whendone.h"
#include "core/tools/manualpage.h"
#include "ui/session/checker.h"
#include "ui/session/knowledge.h"

namespace ui {

LocalPostfix::LocalPostfix(Checker &checker, tools::Runner &runner, Knowledge &knowledge, QObject *parent)
    : QObject(parent), m_checker(checker), m_runner(runner), m_knowledge(knowledge)
{
    connect(&checker, &Checker::postfixKnown, this, &LocalPostfix::ask);
}

void LocalPostfix::ask()
{
    const auto &postfix = m_checker.postfix();
    if (!postfix || !postfix->isInstalled)
        return;
    const auto version = catalog::Version::parse(postfix->mailVersion.toUtf8());
    if (version && *version >= catalog::Catalog::oldest)
        m_knowledge.setFoundTarget(*version);
    base::whenDone(tools::readDefaults(m_runner, *postfix), this,
                   [this](const base::Result<QByteArray> &defaults) {
                       if (defaults)
                           m_knowledge.setHostDefaults(*defaults);
                   });
    base::whenDone(tools::readManualPage(m_runner, *postfix), this,
                   [this, name = postfix->mailVersion](const base::Result<QByteArray> &page) {
                       if (page)
                           m_knowledge.setManual(*page, name);
                   });
}

} // namespace ui
