// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/lint/rule.h"

#include <QCoreApplication>

#include <span>

/// The rules, group by group.
namespace lint {

std::span<const Rule> synRules();
std::span<const Rule> refRules();
std::span<const Rule> nameRules();
std::span<const Rule> valRules();
std::span<const Rule> fileRules();
std::span<const Rule> mapRules();
std::span<const Rule> masterRules();
std::span<const Rule> xrefRules();
std::span<const Rule> restrRules();
std::span<const Rule> relayRules();
std::span<const Rule> reachRules();
std::span<const Rule> authRules();
std::span<const Rule> tlsRules();
std::span<const Rule> smugRules();
std::span<const Rule> pscrRules();
std::span<const Rule> delivRules();
std::span<const Rule> perfRules();
std::span<const Rule> compatRules();
std::span<const Rule> secRules();

} // namespace lint
