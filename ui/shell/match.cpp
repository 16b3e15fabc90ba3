// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/match.h"

#include <QStringList>

namespace ui {

namespace {

bool startsWord(const QString &text, qsizetype at)
{
    return at == 0 || !text.at(at - 1).isLetterOrNumber();
}

bool hasLettersInOrder(const QString &word, const QString &text)
{
    qsizetype at = 0;
    for (const QChar letter : word) {
        at = text.indexOf(letter, at, Qt::CaseInsensitive);
        if (at < 0)
            return false;
        ++at;
    }
    return true;
}

int scoreOfWord(const QString &word, const QString &text)
{
    qsizetype at = text.indexOf(word, 0, Qt::CaseInsensitive);
    if (at < 0)
        return word.size() > 2 && hasLettersInOrder(word, text) ? 1 : 0;
    if (at == 0)
        return text.size() == word.size() ? 100 : 60;
    for (; at >= 0; at = text.indexOf(word, at + 1, Qt::CaseInsensitive)) {
        if (startsWord(text, at))
            return 40;
    }
    return 20;
}

} // namespace

int matchScore(const QString &typed, const QString &text)
{
    int total = 0;
    for (const QString &word : typed.split(u' ', Qt::SkipEmptyParts)) {
        const int score = scoreOfWord(word, text);
        if (score == 0)
            return 0;
        total += score;
    }
    return total > 0 ? total * 1000 - static_cast<int>(std::min<qsizetype>(text.size(), 500)) : 1;
}

} // namespace ui
