// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/lookup/map.h"
#include "core/syntax/table.h"

namespace lookup {

/// A table of networks: dict_cidr_open() in src/util/dict_cidr.c, cidr_match_execute() in
/// src/util/cidr_match.c.
class NetworkMap : public Map
{
public:
    NetworkMap(const QByteArray &name, const syntax::Table &table, const Rules &rules);

protected:
    Answer lookUp(const QByteArray &key) const override;
    QList<Match> lookUpAll(const QByteArray &key) const override;

private:
    struct Network
    {
        QByteArray address; ///< 4 or 16 bytes
        int length = 0;
        bool isNegated = false;
    };
    struct Rule
    {
        enum class Kind : quint8 { Row, If, EndIf };
        Kind kind = Kind::Row;
        qsizetype line = 0;
        Network network = {};
        QByteArray value = {};
        qsizetype endIf = -1;
    };

    void readRow(QByteArrayView text, qsizetype line);
    std::optional<Network> readNetwork(QByteArrayView pattern, qsizetype line);
    static bool contains(const Network &network, const QByteArray &address);
    template<typename Visit>
    void forEachMatch(const QByteArray &key, Visit visit) const;

    QList<Rule> m_rules;
    QList<qsizetype> m_open;
};

} // namespace lookup
