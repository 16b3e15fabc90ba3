// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/tools/runner.h"

#include <QFuture>
#include <QMap>
#include <QString>

namespace tools {

/// The Postfix of a machine, if it has one.
struct PostfixInstallation
{
    bool isInstalled = false;
    QString postconf = {}; ///< the program, as it was found
    QString mailVersion = {}; ///< "3.7.11"
    QString configDirectory = {};
    QString commandDirectory = {}; ///< of postfix, postmap, postalias
    QString daemonDirectory = {};
    QString defaultDatabaseType = {};
    QMap<QByteArray, QByteArray> parameters =
        {}; ///< these and where the other parts of it are; see PinnedConfig
    bool isSuperuser = false; ///< commands run as root here: postfix(1) refuses everybody else

    QString program(const QString &name) const { return commandDirectory + u'/' + name; }
};

/// The parameters that say where the parts of an installation are: postfix.c and post-install read them.
QList<QByteArray> installationParameters();

/// Looks for postconf in PATH, then where distributions put it. A machine without Postfix is an answer like
/// any other. When the main.cf in use can't be read, the compiled-in values count.
/// `runner` outlives the future. Needs an event loop in the calling thread.
QFuture<PostfixInstallation> detectPostfix(Runner &runner);

} // namespace tools
