// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/catalog/reference.h"
#include "core/edits/serviceedits.h"

/// What Postfix's master daemon is told to run: lines to begin with, what gets in each other's way, and what
/// external programs are given.
namespace master {

enum class Group : quint8 {
    Ports, ///< what nearly every server has
    Incoming,
    Queue,
    Delivery,
    Programs, ///< that are not Postfix's own
    Helpers
};

/// A parameter that is called after the service and goes with it.
struct Companion
{
    QByteArray suffix; ///< "_time_limit"
    QByteArray value;
};

/// A service to begin with.
struct Template
{
    Group group = Group::Helpers;
    const char *title = nullptr; ///< translation context "templates"; null: the purpose says it
    QByteArray purpose = {}; ///< one sentence
    edits::ServiceSpec spec = {};
    QList<Companion> companions = {};
};

/// Those that this version of Postfix has the program and the settings for, in the order in which they are
/// offered.
QList<Template> templatesFor(const catalog::Reference &reference, const catalog::Version &version);

/// A line of master.cf as a service to add.
edits::ServiceSpec specOf(const QByteArray &line);

} // namespace master
