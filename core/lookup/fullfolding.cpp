// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lookup/fullfolding.h"

#include <algorithm>
#include <iterator>

namespace lookup {

namespace {

struct Folding
{
    char16_t letter;
    const char16_t *folded;
};

// The mappings with status F of Unicode's CaseFolding.txt, by letter.
constexpr Folding foldings[] = {
    {0x00df, u"\x0073\x0073"},       {0x0130, u"\x0069\x0307"},       {0x0149, u"\x02bc\x006e"},
    {0x01f0, u"\x006a\x030c"},       {0x0390, u"\x03b9\x0308\x0301"}, {0x03b0, u"\x03c5\x0308\x0301"},
    {0x0587, u"\x0565\x0582"},       {0x1e96, u"\x0068\x0331"},       {0x1e97, u"\x0074\x0308"},
    {0x1e98, u"\x0077\x030a"},       {0x1e99, u"\x0079\x030a"},       {0x1e9a, u"\x0061\x02be"},
    {0x1e9e, u"\x0073\x0073"},       {0x1f50, u"\x03c5\x0313"},       {0x1f52, u"\x03c5\x0313\x0300"},
    {0x1f54, u"\x03c5\x0313\x0301"}, {0x1f56, u"\x03c5\x0313\x0342"}, {0x1f80, u"\x1f00\x03b9"},
    {0x1f81, u"\x1f01\x03b9"},       {0x1f82, u"\x1f02\x03b9"},       {0x1f83, u"\x1f03\x03b9"},
    {0x1f84, u"\x1f04\x03b9"},       {0x1f85, u"\x1f05\x03b9"},       {0x1f86, u"\x1f06\x03b9"},
    {0x1f87, u"\x1f07\x03b9"},       {0x1f88, u"\x1f00\x03b9"},       {0x1f89, u"\x1f01\x03b9"},
    {0x1f8a, u"\x1f02\x03b9"},       {0x1f8b, u"\x1f03\x03b9"},       {0x1f8c, u"\x1f04\x03b9"},
    {0x1f8d, u"\x1f05\x03b9"},       {0x1f8e, u"\x1f06\x03b9"},       {0x1f8f, u"\x1f07\x03b9"},
    {0x1f90, u"\x1f20\x03b9"},       {0x1f91, u"\x1f21\x03b9"},       {0x1f92, u"\x1f22\x03b9"},
    {0x1f93, u"\x1f23\x03b9"},       {0x1f94, u"\x1f24\x03b9"},       {0x1f95, u"\x1f25\x03b9"},
    {0x1f96, u"\x1f26\x03b9"},       {0x1f97, u"\x1f27\x03b9"},       {0x1f98, u"\x1f20\x03b9"},
    {0x1f99, u"\x1f21\x03b9"},       {0x1f9a, u"\x1f22\x03b9"},       {0x1f9b, u"\x1f23\x03b9"},
    {0x1f9c, u"\x1f24\x03b9"},       {0x1f9d, u"\x1f25\x03b9"},       {0x1f9e, u"\x1f26\x03b9"},
    {0x1f9f, u"\x1f27\x03b9"},       {0x1fa0, u"\x1f60\x03b9"},       {0x1fa1, u"\x1f61\x03b9"},
    {0x1fa2, u"\x1f62\x03b9"},       {0x1fa3, u"\x1f63\x03b9"},       {0x1fa4, u"\x1f64\x03b9"},
    {0x1fa5, u"\x1f65\x03b9"},       {0x1fa6, u"\x1f66\x03b9"},       {0x1fa7, u"\x1f67\x03b9"},
    {0x1fa8, u"\x1f60\x03b9"},       {0x1fa9, u"\x1f61\x03b9"},       {0x1faa, u"\x1f62\x03b9"},
    {0x1fab, u"\x1f63\x03b9"},       {0x1fac, u"\x1f64\x03b9"},       {0x1fad, u"\x1f65\x03b9"},
    {0x1fae, u"\x1f66\x03b9"},       {0x1faf, u"\x1f67\x03b9"},       {0x1fb2, u"\x1f70\x03b9"},
    {0x1fb3, u"\x03b1\x03b9"},       {0x1fb4, u"\x03ac\x03b9"},       {0x1fb6, u"\x03b1\x0342"},
    {0x1fb7, u"\x03b1\x0342\x03b9"}, {0x1fbc, u"\x03b1\x03b9"},       {0x1fc2, u"\x1f74\x03b9"},
    {0x1fc3, u"\x03b7\x03b9"},       {0x1fc4, u"\x03ae\x03b9"},       {0x1fc6, u"\x03b7\x0342"},
    {0x1fc7, u"\x03b7\x0342\x03b9"}, {0x1fcc, u"\x03b7\x03b9"},       {0x1fd2, u"\x03b9\x0308\x0300"},
    {0x1fd3, u"\x03b9\x0308\x0301"}, {0x1fd6, u"\x03b9\x0342"},       {0x1fd7, u"\x03b9\x0308\x0342"},
    {0x1fe2, u"\x03c5\x0308\x0300"}, {0x1fe3, u"\x03c5\x0308\x0301"}, {0x1fe4, u"\x03c1\x0313"},
    {0x1fe6, u"\x03c5\x0342"},       {0x1fe7, u"\x03c5\x0308\x0342"}, {0x1ff2, u"\x1f7c\x03b9"},
    {0x1ff3, u"\x03c9\x03b9"},       {0x1ff4, u"\x03ce\x03b9"},       {0x1ff6, u"\x03c9\x0342"},
    {0x1ff7, u"\x03c9\x0342\x03b9"}, {0x1ffc, u"\x03c9\x03b9"},       {0xfb00, u"\x0066\x0066"},
    {0xfb01, u"\x0066\x0069"},       {0xfb02, u"\x0066\x006c"},       {0xfb03, u"\x0066\x0066\x0069"},
    {0xfb04, u"\x0066\x0066\x006c"}, {0xfb05, u"\x0073\x0074"},       {0xfb06, u"\x0073\x0074"},
    {0xfb13, u"\x0574\x0576"},       {0xfb14, u"\x0574\x0565"},       {0xfb15, u"\x0574\x056b"},
    {0xfb16, u"\x057e\x0576"},       {0xfb17, u"\x0574\x056d"},
};

const Folding *find(QChar letter)
{
    const auto *found =
        std::lower_bound(std::begin(foldings), std::end(foldings), letter.unicode(),
                         [](const Folding &row, char16_t wanted) { return row.letter < wanted; });
    return found != std::end(foldings) && found->letter == letter.unicode() ? found : nullptr;
}

} // namespace

QString fullyFolded(const QString &text)
{
    QString plain;
    for (const QChar letter : text) {
        if (const Folding *folding = find(letter))
            plain += QStringView(folding->folded);
        else
            plain += letter;
    }
    return plain.toCaseFolded();
}

} // namespace lookup
