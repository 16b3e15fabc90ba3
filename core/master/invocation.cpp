// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/master/invocation.h"

#include "core/syntax/servicewords.h"

#include <QCoreApplication>

#include <algorithm>

namespace master {

using edits::Outcome;
using edits::Refusal;

namespace {

constexpr QByteArrayView command = "argv=";

QByteArrayList wordsOf(const syntax::MasterCf &file, const syntax::Service &service)
{
    QByteArrayList words;
    for (const syntax::Argument &argument : service.arguments)
        words.append(file.argumentOf(argument));
    return words;
}

/// Where the word with this option is; the words of the program come after "argv=" and are none of ours.
qsizetype indexOf(const QByteArrayList &words, QByteArrayView option)
{
    for (qsizetype i = 0; i < words.size(); ++i) {
        if (words[i].startsWith(option))
            return i;
        if (words[i].startsWith(command))
            break;
    }
    return -1;
}

} // namespace

bool runsProgram(const syntax::MasterCf &file, const syntax::Service &service)
{
    const QByteArrayView program = file.programOf(service);
    return program == "pipe" || program == "spawn";
}

std::optional<QByteArray> invocationPart(const syntax::MasterCf &file, const syntax::Service &service,
                                         QByteArrayView option)
{
    const QByteArrayList words = wordsOf(file, service);
    const qsizetype at = indexOf(words, option);
    if (at < 0)
        return std::nullopt;
    const QByteArrayList part = option == command ? words.sliced(at) : QByteArrayList{words[at]};
    return part.join(' ').sliced(option.size());
}

Outcome setInvocationPart(model::Draft &draft, qsizetype index, QByteArrayView option,
                          const QByteArray &value)
{
    const syntax::MasterCf &file = draft.masterCf();
    if (index < 0 || index >= file.services().size())
        return Refusal{Refusal::Reason::NotThere, option.toByteArray()};
    QByteArrayList words = wordsOf(file, file.services()[index]);
    qsizetype at = indexOf(words, option);
    const QByteArray text = value.trimmed();
    if (text.isEmpty() && (option == command || option == "user="))
        return Refusal{Refusal::Reason::BadValue, option.toByteArray(),
                       QCoreApplication::translate(
                           "master", "Postfix needs to know which program to run, and as which user.")};
    if (at < 0) {
        const qsizetype last = indexOf(words, command);
        at = last < 0 ? words.size() : last;
    } else {
        words.remove(at, option == command ? words.size() - at : 1);
    }
    if (option == command) {
        const QByteArray line = option.toByteArray() + text;
        for (const syntax::ByteRange &word : syntax::serviceWords(line))
            words.insert(at++, word.in(line).toByteArray());
    } else if (!text.isEmpty()) {
        words.insert(at, option.toByteArray() + text);
    }
    return edits::setServiceArguments(draft, index, words);
}

} // namespace master
