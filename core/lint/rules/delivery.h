// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/lint/rule.h"

namespace lint {

void hostnameNotQualified(const Context &context, Report &report);
void domainSingleLabel(const Context &context, Report &report);
void badHeloName(const Context &context, Report &report);
void originNotQualified(const Context &context, Report &report);
void softBounce(const Context &context, Report &report);
void queueLifetimeShort(const Context &context, Report &report);
void bannerWithoutHostname(const Context &context, Report &report);
void bannerShowsVersion(const Context &context, Report &report);
void heloNotRequired(const Context &context, Report &report);
void vrfyEnabled(const Context &context, Report &report);
void senderVerificationForAll(const Context &context, Report &report);
void smtputf8Off(const Context &context, Report &report);

} // namespace lint
