// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lookup/map.h"

#include "core/lookup/folding.h"

#include <QCoreApplication>

namespace lookup {

Map::Map(QByteArray name, Keys keys, const Rules &rules)
    : m_name(std::move(name)), m_keys(keys), m_rules(rules)
{
}

// dict_utf8_lookup() and dict_utf8_check_fold() in src/util/dict_utf8.c.
std::optional<QByteArray> Map::preparedKey(const QByteArray &key) const
{
    const qsizetype nul = key.indexOf('\0');
    const QByteArray text = nul < 0 ? key : key.first(nul);
    if (m_rules.isUtf8 && !isUtf8(text))
        return std::nullopt;
    const bool isFolded = m_rules.foldsKeys && m_keys == Keys::Fixed && (m_rules.isUtf8 || foldsPlainKeys());
    return isFolded ? folded(text, m_rules.isUtf8) : text;
}

Answer Map::find(const QByteArray &key) const
{
    const std::optional<QByteArray> prepared = preparedKey(key);
    if (!prepared)
        return {};
    Answer answer = lookUp(*prepared);
    if (m_rules.isUtf8 && answer.isFound() && !isUtf8(answer.value)) {
        answer.state = Answer::State::Failed;
        answer.problem = QCoreApplication::translate("lookup",
                                                     "The value is not UTF-8, so Postfix answers with an "
                                                     "error. Save the table as UTF-8.");
    }
    return answer;
}

Trial Map::tryAll(const QByteArray &key) const
{
    const std::optional<QByteArray> prepared = preparedKey(key);
    return prepared ? tryAllRows(*prepared) : Trial();
}

Trial Map::tryAllRows(const QByteArray &key) const
{
    const Answer answer = lookUp(key);
    return {.matches = answer.rows, .hitches = answer.hitches};
}

} // namespace lookup
