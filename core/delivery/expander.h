// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/delivery/settings.h"
#include "core/delivery/tree.h"

#include <memory>

namespace delivery {

/// Follows a recipient through cleanup(8), trivial-rewrite(8), local(8) and virtual(8). What it opens is kept
/// for the next address, so one thread at a time may use it.
class Expander
{
public:
    explicit Expander(const Surroundings &surroundings);
    ~Expander();
    Q_DISABLE_COPY_MOVE(Expander)

    /// What becomes of an address, with or without a domain, that a program on the server or a client hands
    /// in. Any bytes give some tree.
    Tree expand(const QByteArray &address);

private:
    std::unique_ptr<class Walk> m_walk;
};

} // namespace delivery
