// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lint/patterns.h"

#include "core/syntax/expansion.h"
#include "core/syntax/logicallines.h"

#include <QCoreApplication>

#include <regex.h>

#define PCRE2_CODE_UNIT_WIDTH 8
#include <algorithm>
#include <array>
#include <pcre2.h>

namespace lint {

namespace {

using syntax::isSpace;

QByteArray said(const char *text)
{
    return QCoreApplication::translate("lint", text).toUtf8();
}

QByteArray said(const char *text, const QByteArray &detail)
{
    return QCoreApplication::translate("lint", text).arg(QString::fromUtf8(detail)).toUtf8();
}

bool isFlag(char c, PatternSyntax syntax)
{
    return QByteArrayView(syntax == PatternSyntax::Posix ? "ixm" : "imxsAEDSUX").contains(c);
}

} // namespace

PatternText patternAt(QByteArrayView text, qsizetype from, PatternSyntax syntax)
{
    PatternText pattern;
    qsizetype at = from;
    for (; at < text.size() && (text[at] == '!' || isSpace(text[at])); ++at)
        pattern.isNegated ^= text[at] == '!';
    if (at >= text.size()) {
        pattern.problem = said(QT_TRANSLATE_NOOP("lint", "There is no pattern"));
        return pattern;
    }
    const char delimiter = text[at++];
    const qsizetype begin = at;
    while (at < text.size() && text[at] != delimiter)
        at += text[at] == '\\' ? 2 : 1;
    if (at >= text.size()) {
        pattern.problem =
            said(QT_TRANSLATE_NOOP("lint", "There is no closing “%1”"), QByteArray(1, delimiter));
        return pattern;
    }
    pattern.body = text.sliced(begin, at - begin).toByteArray();
    ++at;
    const qsizetype flags = at;
    for (; at < text.size() && !isSpace(text[at]); ++at) {
        if (text[at] == '!' && syntax == PatternSyntax::Posix)
            break;
        if (!isFlag(text[at], syntax)) {
            pattern.problem = said(QT_TRANSLATE_NOOP("lint", "“%1” is not a flag"), QByteArray(1, text[at]));
            return pattern;
        }
    }
    pattern.flags = text.sliced(flags, at - flags).toByteArray();
    pattern.end = at;
    return pattern;
}

CompiledPattern::CompiledPattern(const PatternText &pattern, PatternSyntax syntax) : m_syntax(syntax)
{
    if (!pattern.problem.isEmpty())
        m_problem = pattern.problem;
    else if (syntax == PatternSyntax::Posix)
        compilePosix(pattern);
    else
        compilePerl(pattern);
}

void CompiledPattern::compilePosix(const PatternText &pattern)
{
    // Each flag switches over what is on or off by default.
    int options = REG_EXTENDED | REG_ICASE;
    for (const char flag : pattern.flags)
        options ^= flag == 'i' ? REG_ICASE : flag == 'm' ? REG_NEWLINE : REG_EXTENDED;
    auto code = std::make_unique<regex_t>();
    const int error = regcomp(code.get(), pattern.body.constData(), options);
    if (error != 0) {
        std::array<char, 200> text{};
        regerror(error, code.get(), text.data(), text.size());
        m_problem = text.data();
        return;
    }
    m_groupCount = static_cast<int>(code->re_nsub);
    m_code = std::shared_ptr<regex_t>(code.release(), [](regex_t *done) {
        regfree(done);
        delete done;
    });
}

void CompiledPattern::compilePerl(const PatternText &pattern)
{
    uint32_t options = PCRE2_CASELESS | PCRE2_DOTALL;
    for (const char flag : pattern.flags) {
        switch (flag) {
        case 'i':
            options ^= PCRE2_CASELESS;
            break;
        case 'm':
            options ^= PCRE2_MULTILINE;
            break;
        case 's':
            options ^= PCRE2_DOTALL;
            break;
        case 'x':
            options ^= PCRE2_EXTENDED;
            break;
        case 'A':
            options ^= PCRE2_ANCHORED;
            break;
        case 'E':
            options ^= PCRE2_DOLLAR_ENDONLY;
            break;
        case 'U':
            options ^= PCRE2_UNGREEDY;
            break;
        default:
            break;
        }
    }
    int error = 0;
    PCRE2_SIZE at = 0;
    const auto *text = reinterpret_cast<PCRE2_SPTR>(pattern.body.constData());
    pcre2_code *code =
        pcre2_compile(text, static_cast<PCRE2_SIZE>(pattern.body.size()), options, &error, &at, nullptr);
    if (!code) {
        std::array<PCRE2_UCHAR, 200> message{};
        pcre2_get_error_message(error, message.data(), message.size());
        m_problem = reinterpret_cast<const char *>(message.data());
        return;
    }
    uint32_t groups = 0;
    pcre2_pattern_info(code, PCRE2_INFO_CAPTURECOUNT, &groups);
    m_groupCount = static_cast<int>(groups);
    m_code = std::shared_ptr<pcre2_code>(code, pcre2_code_free);
}

bool CompiledPattern::matches(const QByteArray &text) const
{
    if (!m_code)
        return false;
    if (m_syntax == PatternSyntax::Posix)
        return regexec(static_cast<const regex_t *>(m_code.get()), text.constData(), 0, nullptr, 0) == 0;
    const auto *code = static_cast<const pcre2_code *>(m_code.get());
    pcre2_match_data *data = pcre2_match_data_create_from_pattern(code, nullptr);
    const int found = pcre2_match(code, reinterpret_cast<PCRE2_SPTR>(text.constData()),
                                  static_cast<PCRE2_SIZE>(text.size()), 0, 0, data, nullptr);
    pcre2_match_data_free(data);
    return found >= 0;
}

Substitutions substitutionsIn(QByteArrayView result)
{
    Substitutions found;
    const auto isDigits = [](const QByteArray &name) {
        return std::all_of(name.begin(), name.end(), [](char c) { return c >= '0' && c <= '9'; });
    };
    const auto errors = syntax::scanNames(result, [&](QByteArrayView view) {
        const QByteArray name = view.toByteArray();
        const int number = isDigits(name) ? name.toInt() : 0;
        found.highest = std::max(found.highest, number);
        if (number < 1 && found.problem.isEmpty())
            found.problem = said(QT_TRANSLATE_NOOP("lint", "“$%1” is no number of a group"), name);
    });
    if (!errors.isEmpty() && found.problem.isEmpty())
        found.problem = said(QT_TRANSLATE_NOOP("lint", "“$” stands alone or is not closed"));
    return found;
}

} // namespace lint
