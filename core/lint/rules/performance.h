// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/lint/rule.h"

namespace lint {

void processLimitExtreme(const Context &context, Report &report);
void serialSmtpd(const Context &context, Report &report);
void clientLimitIdle(const Context &context, Report &report);
void unlimitedMessageSize(const Context &context, Report &report);
void tinyMessageSize(const Context &context, Report &report);
void concurrencyExtreme(const Context &context, Report &report);
void queueScanTooOften(const Context &context, Report &report);
void sqlWithoutProxy(const Context &context, Report &report);

} // namespace lint
