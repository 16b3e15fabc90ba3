// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lint/masterwords.h"

#include "core/syntax/logicallines.h"

namespace lint {

namespace {

using syntax::ByteRange;

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

} // namespace

QList<MasterWord> wordsOf(const Context &context, const effective::Service &service)
{
    const syntax::Service &row = context.row(service);
    const QByteArrayView text = context.masterCf().text();
    const ByteRange behind{row.field(syntax::ServiceField::Command).end, row.whole.end};
    QList<MasterWord> words;
    MasterWord word;
    bool isOpen = false;
    int level = 0;
    const auto finish = [&] {
        if (isOpen) {
            word.isClosed = !word.isGroup || (level <= 0 && word.text.endsWith('}'));
            words.append(word);
        }
        isOpen = false;
        level = 0;
        word = {};
    };
    for (const ByteRange &piece : syntax::valuePieces(text, behind)) {
        if (isOpen && level > 0)
            word.text += ' ';
        else
            finish();
        for (qsizetype at = piece.begin; at < piece.end; ++at) {
            const char c = text[at];
            if (isBlank(c) && level <= 0) {
                finish();
                continue;
            }
            if (!isOpen) {
                isOpen = true;
                word.isGroup = c == '{';
                word.range.begin = at;
            }
            if (word.isGroup && c == '{')
                ++level;
            else if (word.isGroup && c == '}')
                --level;
            word.text += c;
            word.range.end = at + 1;
        }
    }
    finish();
    return words;
}

MasterOptions optionsOf(const Context &context, const effective::Service &service)
{
    MasterOptions options;
    const QList<MasterWord> words = wordsOf(context, service);
    for (qsizetype i = 0; i < words.size(); ++i) {
        const MasterWord &word = words[i];
        if (word.text == "\\")
            continue;
        if (!word.text.startsWith('-') || word.text == "-") {
            options.operands = words.sliced(i);
            return options;
        }
        if (word.text.size() > 1 && word.text.sliced(1).count('v') == word.text.size() - 1) {
            options.verbose.append(word);
            continue;
        }
        if (word.text.startsWith("-o") && word.text.size() > 2) {
            options.glued.append(word);
            continue;
        }
        if (word.text != "-o")
            continue;
        if (i + 1 == words.size()) {
            options.withoutValue.append({word});
            continue;
        }
        const MasterWord &argument = words[++i];
        const QByteArray content = attributeText(argument);
        const bool isGood = content.indexOf('=') > 0;
        if (isGood)
            continue;
        options.withoutValue.append({argument});
        if (i + 1 < words.size() && words[i + 1].text.startsWith('=')) {
            ++i;
            if (words[i].text == "=" && i + 1 < words.size())
                ++i;
        }
    }
    return options;
}

QByteArray attributeText(const MasterWord &word)
{
    if (!word.isGroup)
        return word.text;
    QByteArray text = word.text.sliced(1);
    if (text.endsWith('}'))
        text.chop(1);
    return text.trimmed();
}

} // namespace lint
