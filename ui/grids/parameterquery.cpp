// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/grids/parameterquery.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <array>
#include <optional>

namespace ui {

namespace {

struct Flag
{
    const char *word;
    ParameterQuery::Is flag;
};

constexpr std::array flags{Flag{"@changed", ParameterQuery::Changed}, Flag{"@set", ParameterQuery::Set},
                           Flag{"@deprecated", ParameterQuery::Deprecated},
                           Flag{"@unused", ParameterQuery::Unused},
                           Flag{"@equal-to-default", ParameterQuery::EqualToDefault}};

/// The words of the text, quotes taken off: quoted ones are no filters.
struct Word
{
    QString text;
    bool isQuoted = false;
    bool isLast = false; ///< ends where the text ends
};

QList<Word> wordsOf(const QString &text)
{
    QList<Word> words;
    Word word;
    bool isInside = false;
    const auto close = [&](bool isLast) {
        word.isLast = isLast;
        if (!word.text.isEmpty())
            words.append(word);
        word = {};
    };
    for (const QChar c : text) {
        if (c == u'"') {
            isInside = !isInside;
            word.isQuoted = true;
        } else if (c.isSpace() && !isInside) {
            close(false);
        } else {
            word.text += c;
        }
    }
    close(true);
    return words;
}

std::optional<QByteArray> named(const QString &word, const char *filter)
{
    const QLatin1String start(filter);
    if (!word.startsWith(start, Qt::CaseInsensitive))
        return {};
    return word.sliced(start.size()).toLower().toUtf8();
}

bool isBeginningOfFilter(const QString &word)
{
    const auto filters = queryFilters();
    return std::any_of(filters.begin(), filters.end(), [&](const QueryFilter &filter) {
        return QString::fromLatin1(filter.word).startsWith(word, Qt::CaseInsensitive);
    });
}

void read(const Word &word, ParameterQuery &query)
{
    if (word.isQuoted || !word.text.startsWith(u'@')) {
        query.words.append(word.text.toLower().toUtf8());
        return;
    }
    for (const Flag &known : flags) {
        if (word.text.compare(QLatin1String(known.word), Qt::CaseInsensitive) == 0) {
            query.is |= known.flag;
            return;
        }
    }
    if (const auto service = named(word.text, "@service:")) {
        if (!service->isEmpty())
            query.services.append(*service);
    } else if (const auto topic = named(word.text, "@topic:")) {
        if (!topic->isEmpty())
            query.topics.append(*topic);
    } else if (!word.isLast || !isBeginningOfFilter(word.text)) {
        query.unknown.append(word.text);
    }
}

} // namespace

ParameterQuery parseQuery(const QString &text)
{
    ParameterQuery query;
    for (const Word &word : wordsOf(text))
        read(word, query);
    return query;
}

std::span<const QueryFilter> queryFilters()
{
    static constexpr std::array filters{
        QueryFilter{"@changed", QT_TRANSLATE_NOOP("query", "Changed since the folder was opened")},
        QueryFilter{"@set", QT_TRANSLATE_NOOP("query", "Set in main.cf or for a service")},
        QueryFilter{"@deprecated", QT_TRANSLATE_NOOP("query", "Deprecated, renamed or removed")},
        QueryFilter{"@unused", QT_TRANSLATE_NOOP("query", "Set, and nothing reads it")},
        QueryFilter{"@equal-to-default", QT_TRANSLATE_NOOP("query", "Set to what the default is anyway")},
        QueryFilter{"@service:", QT_TRANSLATE_NOOP("query", "Read or overridden by this service")},
        QueryFilter{"@topic:", QT_TRANSLATE_NOOP("query", "Of this topic")},
    };
    return filters;
}

QString withFilterToggled(const QString &text, const QString &filter)
{
    QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    if (words.removeAll(filter) == 0)
        words.append(filter);
    QString toggled = words.join(u' ');
    if (!toggled.isEmpty() && !toggled.endsWith(u':'))
        toggled += u' ';
    return toggled;
}

} // namespace ui
