// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayList>
#include <QHash>

#include <optional>

namespace lint {

/// How many letters are to be changed, left out, put in or swapped with their neighbour.
int distanceOf(QByteArrayView a, QByteArrayView b, int most);

/// Names among which one is looked for that is meant by a word.
class SimilarNames
{
public:
    explicit SimilarNames(const QByteArrayList &names);

    /// The most similar one; nothing when none is similar enough to be meant.
    std::optional<QByteArray> closestTo(QByteArrayView word) const;

private:
    QByteArrayList m_names;
    QHash<QByteArray, qsizetype> m_byLetters; ///< without separators, in small letters
    QList<quint64> m_characters; ///< that occur in each
};

/// For one word alone.
std::optional<QByteArray> closestOf(QByteArrayView word, const QByteArrayList &names);

} // namespace lint
