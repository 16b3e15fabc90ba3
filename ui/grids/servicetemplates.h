// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/edits/serviceedits.h"

#include <QString>

#include <span>

namespace ui {

/// A service to begin with.
struct ServiceTemplate
{
    const char *title; ///< translation context "templates"
    const char *spec; ///< the eight columns of master.cf and the words after them
};

std::span<const ServiceTemplate> serviceTemplates();
edits::ServiceSpec specOf(const ServiceTemplate &row);

/// A name for a copy that no other service of this type has.
QByteArray freeName(const syntax::MasterCf &file, const QByteArray &name, const QByteArray &type);

} // namespace ui
