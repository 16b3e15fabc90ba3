// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/patterns/pattern.h"

#include "core/syntax/logicallines.h"

#include <QCoreApplication>

#include <locale.h>
#include <regex.h>

#define PCRE2_CODE_UNIT_WIDTH 8
#include <algorithm>
#include <array>
#include <pcre2.h>
#include <vector>

namespace patterns {

namespace {

using syntax::isSpace;

QByteArray said(const char *text)
{
    return QCoreApplication::translate("patterns", text).toUtf8();
}

QByteArray said(const char *text, const QByteArray &detail)
{
    return QCoreApplication::translate("patterns", text).arg(QString::fromUtf8(detail)).toUtf8();
}

constexpr size_t messageSize = 200;
/// What PCRE2 allows by default, and so what Postfix allows.
constexpr uint32_t maxSteps = 10'000'000;

/// The C locale for this thread as long as it lives: in another one, regcomp() reads bytes as characters.
class CLocale
{
public:
    CLocale() : m_before(uselocale(plain())) { }
    ~CLocale() { uselocale(m_before); }
    Q_DISABLE_COPY_MOVE(CLocale)

private:
    static locale_t plain()
    {
        static const locale_t locale = newlocale(LC_ALL_MASK, "C", nullptr);
        return locale;
    }

    locale_t m_before;
};

bool isFlag(char c, PatternSyntax syntax)
{
    return QByteArrayView(syntax == PatternSyntax::Posix ? "ixm" : "imxsAEUX").contains(c);
}

} // namespace

PatternText patternAt(QByteArrayView text, qsizetype from, PatternSyntax syntax)
{
    PatternText pattern;
    qsizetype at = from;
    for (; at < text.size() && (text[at] == '!' || isSpace(text[at])); ++at)
        pattern.isNegated ^= text[at] == '!';
    if (at >= text.size()) {
        pattern.problem = said(QT_TRANSLATE_NOOP("patterns", "There is no pattern"));
        return pattern;
    }
    const char delimiter = text[at++];
    const qsizetype begin = at;
    while (at < text.size() && text[at] != delimiter)
        at += text[at] == '\\' ? 2 : 1;
    if (at >= text.size()) {
        pattern.problem =
            said(QT_TRANSLATE_NOOP("patterns", "There is no closing “%1”"), QByteArray(1, delimiter));
        return pattern;
    }
    pattern.body = text.sliced(begin, at - begin).toByteArray();
    ++at;
    const qsizetype flags = at;
    for (; at < text.size() && !isSpace(text[at]); ++at) {
        if (text[at] == '!' && syntax == PatternSyntax::Posix)
            break;
        if (!isFlag(text[at], syntax)) {
            pattern.problem =
                said(QT_TRANSLATE_NOOP("patterns", "“%1” is not a flag"), QByteArray(1, text[at]));
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
    const CLocale plain;
    auto code = std::make_unique<regex_t>();
    const int error = regcomp(code.get(), pattern.body.constData(), options);
    if (error != 0) {
        std::array<char, messageSize> text{};
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
        std::array<PCRE2_UCHAR, messageSize> message{};
        pcre2_get_error_message(error, message.data(), message.size());
        m_problem = reinterpret_cast<const char *>(message.data());
        return;
    }
    uint32_t groups = 0;
    pcre2_pattern_info(code, PCRE2_INFO_CAPTURECOUNT, &groups);
    m_groupCount = static_cast<int>(groups);
    m_code = std::shared_ptr<pcre2_code>(code, pcre2_code_free);
    static const std::shared_ptr<pcre2_match_context> limits = [] {
        std::shared_ptr<pcre2_match_context> context(pcre2_match_context_create(nullptr),
                                                     pcre2_match_context_free);
        pcre2_set_match_limit(context.get(), maxSteps);
        return context;
    }();
    m_limits = limits;
}

bool CompiledPattern::matches(const QByteArray &text) const
{
    return match(text).isFound;
}

PatternMatch CompiledPattern::match(const QByteArray &text) const
{
    if (!m_code)
        return {};
    return m_syntax == PatternSyntax::Posix ? matchPosix(text) : matchPerl(text);
}

PatternMatch CompiledPattern::matchPosix(const QByteArray &text) const
{
    const CLocale plain;
    const auto *code = static_cast<const regex_t *>(m_code.get());
    const int error = regexec(code, text.constData(), 0, nullptr, 0);
    PatternMatch match{.isFound = error == 0};
    if (error != 0 && error != REG_NOMATCH) {
        std::array<char, messageSize> message{};
        regerror(error, code, message.data(), message.size());
        match.problem = message.data();
    }
    if (!match.isFound)
        return match;
    // Looking for the groups takes much longer, and most patterns do not match.
    std::vector<regmatch_t> places(static_cast<size_t>(m_groupCount) + 1);
    regexec(code, text.constData(), places.size(), places.data(), 0);
    for (const regmatch_t &place : places) {
        match.groups.append(place.rm_so < 0 ? QByteArray()
                                            : text.sliced(place.rm_so, place.rm_eo - place.rm_so));
    }
    return match;
}

PatternMatch CompiledPattern::matchPerl(const QByteArray &text) const
{
    const auto *code = static_cast<const pcre2_code *>(m_code.get());
    const std::unique_ptr<pcre2_match_data, decltype(&pcre2_match_data_free)> data(
        pcre2_match_data_create_from_pattern(code, nullptr), pcre2_match_data_free);
    const int found = pcre2_match(code, reinterpret_cast<PCRE2_SPTR>(text.constData()),
                                  static_cast<PCRE2_SIZE>(text.size()), 0, 0, data.get(),
                                  static_cast<pcre2_match_context *>(m_limits.get()));
    PatternMatch match{.isFound = found > 0};
    if (found < 0 && found != PCRE2_ERROR_NOMATCH) {
        std::array<PCRE2_UCHAR, messageSize> message{};
        pcre2_get_error_message(found, message.data(), message.size());
        match.problem = reinterpret_cast<const char *>(message.data());
    }
    const PCRE2_SIZE *places = pcre2_get_ovector_pointer(data.get());
    for (int group = 0; match.isFound && group <= m_groupCount; ++group) {
        const PCRE2_SIZE begin = places[2 * group];
        const PCRE2_SIZE end = places[2 * group + 1];
        const bool tookPart = group < found && begin != PCRE2_UNSET && begin <= end;
        match.groups.append(
            tookPart ? text.sliced(static_cast<qsizetype>(begin), static_cast<qsizetype>(end - begin))
                     : QByteArray());
    }
    return match;
}

} // namespace patterns
