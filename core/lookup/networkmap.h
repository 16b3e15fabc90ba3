// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/lookup/rulemap.h"
#include "core/syntax/table.h"

namespace lookup {

struct Network
{
    QByteArray address = {}; ///< 4 or 16 bytes
    int length = 0;
    bool isNegated = false;
    QByteArray value = {}; ///< of a row
};

/// A table of networks: dict_cidr_open() in src/util/dict_cidr.c, cidr_match_execute() in
/// src/util/cidr_match.c.
class NetworkMap : public RuleMap<Network>
{
public:
    NetworkMap(const QByteArray &name, const syntax::Table &table, const Rules &rules);

protected:
    std::optional<QByteArray> subjectOf(const QByteArray &key) const override;
    Fit fit(const Network &network, const QByteArray &address) const override;
    QByteArray resultOf(const Network &network, const QByteArrayList &groups) const override;

private:
    void readRow(QByteArrayView text, qsizetype line);
    std::optional<Network> readNetwork(QByteArrayView pattern, qsizetype line);
};

} // namespace lookup
