// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <array>

namespace tables {

/// A text to look for in a great many bytes. ASCII letters are equal in both cases unless told otherwise;
/// all other bytes are equal to themselves only.
class Needle
{
public:
    explicit Needle(const QByteArray &text, Qt::CaseSensitivity sensitivity = Qt::CaseInsensitive);

    qsizetype size() const { return m_text.size(); }
    bool isEmpty() const { return m_text.isEmpty(); }
    /// The first place at or behind `from`, or -1. An empty text is nowhere.
    qsizetype findIn(QByteArrayView bytes, qsizetype from = 0) const;

private:
    /// A byte of the text that many places are asked for at a time.
    struct Probe
    {
        qsizetype at = 0;
        quint8 ignored = 0; ///< the bit that the case of a letter is in
        quint8 wanted = 0;

        quint8 differenceAt(const char *place) const
        {
            return static_cast<quint8>((static_cast<quint8>(place[at]) | ignored) ^ wanted);
        }
    };

    bool isAt(const char *place) const;
    static constexpr qsizetype lanes = 64; ///< places looked at together
    qsizetype findInLanes(const char *places) const;
    Probe probeAt(qsizetype at) const;

    QByteArray m_text; ///< in small letters if the case does not matter
    Qt::CaseSensitivity m_sensitivity;
    std::array<Probe, 4> m_probes; ///< the first byte, the last and two between
};

} // namespace tables
