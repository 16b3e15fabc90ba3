// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/forms/formgroup.h"

/// The pages that are a description of which fields stand where; each in a file of its own.
namespace ui {

std::span<const FormGroup> accessGroups();
std::span<const FormGroup> identityGroups();
std::span<const FormGroup> tlsGroups();
std::span<const FormGroup> authenticationGroups();
std::span<const FormGroup> routingGroups();
std::span<const FormGroup> filtersGroups();

} // namespace ui
