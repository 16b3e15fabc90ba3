// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/lint/rule.h"

namespace lint {

void inboundNone(const Context &context, Report &report);
void levelWithoutCertificate(const Context &context, Report &report);
void outboundNone(const Context &context, Report &report);
void weakGrade(const Context &context, Report &report);
void cipherListOverridden(const Context &context, Report &report);
void twoCertificateStyles(const Context &context, Report &report);
void daneWithoutDnssec(const Context &context, Report &report);
void verifyWithoutCa(const Context &context, Report &report);
void mandatoryForEveryone(const Context &context, Report &report);
void certificatesAskedOn25(const Context &context, Report &report);
void requiredCertificateIgnored(const Context &context, Report &report);
void tlsDebugLogging(const Context &context, Report &report);
void clientWrapperNotMandatory(const Context &context, Report &report);
void mandatoryOnPublicPort(const Context &context, Report &report);
void clientLevelOnServer(const Context &context, Report &report);
void noImplicitTlsPort(const Context &context, Report &report);

} // namespace lint
