// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayList>

namespace postconf {

/// `name = value`, or what is wrong with it in Postfix's words: split_nameval() in src/util/split_nameval.c.
struct NameValue
{
    QByteArray name;
    QByteArray value;
    const char *error = nullptr;
};
NameValue nameValueOf(QByteArrayView text);

/// The next word of `text`, which is moved behind it; null at the end. What stands between braces is not
/// split: mystrtokq() in src/util/mystrtok.c. The word points into the text.
QByteArrayView nextWord(QByteArrayView &text, const char *separators);
/// The same without braces: mystrtok().
QByteArrayView nextPlainWord(QByteArrayView &text, const char *separators);

inline constexpr const char *blanks = " \t\r\n";
inline constexpr const char *blanksAndCommas = ", \t\r\n";

/// What stands in the braces at the beginning of `text`: extpar() in src/util/extpar.c. `error` is in its
/// words, empty when all is well; the text is then usable all the same.
struct Extracted
{
    QByteArray text;
    QByteArray error;
};
enum class Trim : bool { No, Yes };
Extracted extracted(QByteArrayView text, Trim trim);

} // namespace postconf
