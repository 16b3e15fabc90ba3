// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/postconf/masterentry.h"

#include "core/postconf/nameval.h"

#include <algorithm>
#include <array>

namespace postconf {

namespace {

using syntax::ServiceField;
using syntax::serviceFieldCount;

constexpr std::array types{"unix", "fifo", "inet", "pass", "unix-dgram"};

bool isNumber(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool isAccepted(ServiceField field, QByteArrayView value)
{
    switch (field) {
    case ServiceField::Type:
        return std::any_of(types.begin(), types.end(), [&](const char *type) { return value == type; });
    case ServiceField::Private:
    case ServiceField::Unprivileged:
    case ServiceField::Chroot:
        return value.isEmpty() || value == "y" || value == "n" || value == "-";
    case ServiceField::Wakeup:
        if (value.endsWith('?'))
            value.chop(1);
        return value == "-" || isNumber(value);
    case ServiceField::ProcessLimit:
        return value == "-" || isNumber(value);
    case ServiceField::Name:
    case ServiceField::Command:
        break;
    }
    return true;
}

QByteArrayList split(QByteArrayView text)
{
    QByteArrayList words;
    for (QByteArrayView word = nextWord(text, blanks); !word.isNull(); word = nextWord(text, blanks))
        words.append(word.toByteArray());
    return words;
}

/// pcf_normalize_daemon_args(), on the words from `first`.
class Normalizer
{
public:
    Normalizer(QByteArrayList &words, qsizetype first, const QByteArray &file, Log &log)
        : m_words(words), m_at(first), m_file(file), m_log(log)
    {
    }

    void run()
    {
        for (; m_at < m_words.size() && isOption(m_words[m_at]); ++m_at)
            readOption();
        for (; m_at < m_words.size(); ++m_at)
            unbrace();
    }

private:
    void readOption()
    {
        // "-vox=y" is "-v" and "-ox=y"; so is "-o" in front of a later 'o'.
        if (const qsizetype o = m_words[m_at].indexOf('o', 2); o >= 0) {
            m_words.insert(m_at + 1, '-' + m_words[m_at].sliced(o));
            m_words[m_at].truncate(o);
        }
        if (!takesValue(m_words[m_at]))
            return;
        if (m_words[m_at].size() > 2) {
            m_words.insert(m_at + 1, m_words[m_at].sliced(2));
            m_words[m_at].truncate(2);
        } else if (m_at + 1 == m_words.size()) {
            return;
        }
        const bool isOverride = m_words[m_at].endsWith('o');
        ++m_at;
        if (unbrace() && isOverride)
            joinNameAndValue();
    }

    bool unbrace()
    {
        if (!m_words[m_at].startsWith('{'))
            return false;
        const Extracted inside = extracted(m_words[m_at], Trim::Yes);
        if (!inside.error.isEmpty())
            m_log.warn(m_file + ": " + inside.error);
        m_words[m_at] = inside.text;
        return true;
    }

    void joinNameAndValue()
    {
        const NameValue both = nameValueOf(m_words[m_at]);
        if (both.error)
            m_log.warn(m_file + ": " + both.error + ": \"" + m_words[m_at] + '"');
        else
            m_words[m_at] = both.name + '=' + both.value;
    }

    QByteArrayList &m_words;
    qsizetype m_at;
    const QByteArray &m_file;
    Log &m_log;
};

} // namespace

bool isOption(QByteArrayView word)
{
    return word.startsWith('-') && word != "--";
}

bool takesValue(QByteArrayView option)
{
    // A lone '-' does too: strchr() finds the end of the word in the list of option letters.
    return option.size() == 1 || option[1] == 'o';
}

QList<EntryOverride> overridesOf(const MasterEntry &entry)
{
    QList<EntryOverride> overrides;
    const QByteArrayList &words = entry.words;
    for (qsizetype i = serviceFieldCount; i < words.size() && isOption(words[i]); ++i) {
        if (!takesValue(words[i]) || i + 1 == words.size())
            continue;
        ++i;
        const NameValue both = nameValueOf(words[i]);
        if (words[i - 1] == "-o" && !both.error)
            overrides.append({.word = i, .name = both.name, .value = both.value});
    }
    return overrides;
}

void checkColumns(const QByteArrayList &words, const QByteArray &quoted, Log &log)
{
    for (int i = 0; i < serviceFieldCount; ++i) {
        if (isAccepted(static_cast<ServiceField>(i), words[i]))
            continue;
        QByteArray message = QByteArray("invalid ") + fieldNames[i] + " field \"" + words[i] + "\" in \"";
        message += quoted + '"';
        log.end(message.replace('\n', ' '));
        return;
    }
}

std::optional<MasterEntry> parsedEntry(const QByteArray &text, const QByteArray &file, Log &log)
{
    MasterEntry entry{split(text)};
    if (entry.words.size() < serviceFieldCount)
        return std::nullopt;
    checkColumns(entry.words, text, log);
    if (!log.hasEnded())
        Normalizer(entry.words, serviceFieldCount, file, log).run();
    return entry;
}

QByteArrayList parsedArguments(QByteArrayView text, const QByteArray &file, Log &log)
{
    QByteArrayList words = split(text);
    // Of what replaces a command the first word is the command itself.
    if (!words.isEmpty())
        Normalizer(words, 1, file, log).run();
    return words;
}

} // namespace postconf
