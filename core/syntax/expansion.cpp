// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/syntax/expansion.h"

#include "core/syntax/domainname.h"
#include "core/syntax/relation.h"

#include <algorithm>

namespace syntax {

namespace {

using Kind = ExpansionError::Kind;
using Grammar = ExpansionRules::Grammar;

constexpr int maxLevel = 100; ///< that of mac_expand_callback(); the operands of a relation count anew
constexpr int maxCalls = 400; ///< of our own stack, operands and all
constexpr qsizetype shownRest = 20; ///< bytes that a warning quotes behind the place
constexpr qsizetype maxErrors = 1000;
constexpr qsizetype maxUndefined = 100;

/// MAC_EXP_WHITESPACE.
bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

bool isOperatorByte(char c)
{
    return QByteArrayView("<>!=?+-*/~&|%").contains(c);
}

qsizetype skipBlanks(QByteArrayView text, qsizetype at)
{
    while (at < text.size() && isBlank(text[at]))
        ++at;
    return at;
}

/// One behind the byte that closes the group whose inside begins at `at`; -1 when it is not closed.
qsizetype groupEnd(QByteArrayView text, qsizetype at, char open, char close)
{
    int level = 1;
    const char *const begin = text.data();
    const char *const end = begin + text.size();
    for (const char *byte = begin + at; byte < end; ++byte) {
        if (*byte == open)
            ++level;
        else if (*byte == close && --level == 0)
            return byte - begin + 1;
    }
    return -1;
}

QByteArray rest(QByteArrayView text, qsizetype at)
{
    return text.sliced(at).first(std::min(shownRest, text.size() - at)).toByteArray();
}

QByteArray quoted(QByteArrayView text)
{
    return '"' + text.toByteArray() + '"';
}

constexpr QByteArrayView domainToAscii("domain_to_ascii{");
constexpr QByteArrayView domainToUnicode("domain_to_utf8{");

bool isCall(QByteArrayView text, qsizetype at)
{
    const QByteArrayView call = text.sliced(at);
    return call.startsWith(domainToAscii) || call.startsWith(domainToUnicode);
}

/// What one run over a value works with, the operands of its relations included.
struct Run
{
    const NameLookup &lookup;
    const ExpansionRules &rules;
    bool isScan = false;
    qsizetype steps = 0;
    int calls = 0;
    qsizetype errorBytes = 0;
    QList<ExpansionError> errors = {};
    QByteArrayList undefined = {};
};

/// One call of mac_expand(): a result, a status and a nesting level of its own.
class Reader
{
public:
    explicit Reader(Run &run) : m_run(run) { }

    /// mac_parse() in src/util/mac_parse.c. True when it saw an error.
    bool parse(QByteArrayView text);

    QByteArray takeText() { return std::move(m_text); }
    int depth() const { return m_depth; }

private:
    enum class Piece : quint8 { Literal, Reference };

    void fail(Kind kind, const QByteArray &warning);
    bool handle(Piece piece, QByteArrayView text);
    bool readReference(QByteArrayView text);
    bool readCall(QByteArrayView text, qsizetype at);
    bool readRelation(QByteArrayView text, qsizetype &at, bool &holds);
    std::optional<QByteArrayView> readName(QByteArrayView text, qsizetype &at);
    bool readCondition(QByteArrayView text, qsizetype at, bool isTrue);
    std::optional<QByteArrayView> operand(QByteArrayView text, qsizetype &at);
    std::optional<QByteArrayView> payload(QByteArrayView text, qsizetype &at);
    QByteArray operandText(QByteArrayView text);
    void putIn(QByteArrayView name, const std::optional<NamedValue> &value);
    void append(QByteArrayView text);
    void setUndefined(QByteArrayView name);

    Run &m_run;
    QByteArray m_text;
    bool m_hasFailed = false; ///< the status of mac_expand()
    int m_level = 0;
    int m_depth = 0;
};

void Reader::fail(Kind kind, const QByteArray &warning)
{
    m_hasFailed = true;
    if (m_run.errors.size() < maxErrors && m_run.errorBytes <= m_run.rules.maxSize)
        m_run.errors.append({kind, warning});
    m_run.errorBytes += warning.size();
}

bool Reader::parse(QByteArrayView text)
{
    bool hasFailed = false;
    QByteArray joined; // a literal in which "$$" stood
    qsizetype literal = 0;
    const auto flush = [&](qsizetype end) {
        const QByteArrayView piece = text.sliced(literal, end - literal);
        if (joined.isEmpty() && piece.isEmpty())
            return;
        if (joined.isEmpty())
            hasFailed |= handle(Piece::Literal, piece);
        else
            hasFailed |= handle(Piece::Literal, joined.append(piece));
        joined.clear();
    };
    for (qsizetype at = 0; at < text.size();) {
        at = text.indexOf('$', at);
        if (at < 0)
            break;
        if (at + 1 < text.size() && text[at + 1] == '$') {
            joined.append(text.sliced(literal, at + 1 - literal));
            at += 2;
            literal = at;
            continue;
        }
        flush(at);
        const char open = ++at < text.size() ? text[at] : '\0';
        QByteArrayView inside;
        if (open == '{' || open == '(') {
            const qsizetype end = groupEnd(text, at + 1, open, open == '{' ? '}' : ')');
            if (end < 0)
                fail(Kind::Truncated, "truncated macro reference: " + quoted(text));
            if (end < 0 || hasFailed)
                return true;
            inside = text.sliced(at + 1, end - at - 2);
            at = end;
        } else {
            const qsizetype begin = at;
            while (at < text.size() && isNameByte(text[at]))
                ++at;
            inside = text.sliced(begin, at - begin);
        }
        literal = at;
        if (inside.isEmpty()) {
            fail(Kind::EmptyName, "empty macro name: " + quoted(text));
            return true;
        }
        hasFailed |= handle(Piece::Reference, inside);
    }
    if (!hasFailed)
        flush(text.size());
    return hasFailed;
}

/// mac_expand_callback(). True when something went wrong, here or before.
bool Reader::handle(Piece piece, QByteArrayView text)
{
    m_depth = std::max(m_depth, m_level);
    if (m_level++ > maxLevel || m_run.calls >= maxCalls)
        fail(Kind::TooDeep, "unreasonable macro call nesting: " + quoted(text));
    else if (!m_hasFailed && ++m_run.steps > m_run.rules.maxSteps)
        fail(Kind::TooLarge, "unreasonable number of macro calls: " + quoted(text));
    if (m_hasFailed)
        return true;
    ++m_run.calls;
    bool isComplete = true;
    if (piece == Piece::Reference)
        isComplete = readReference(text);
    else if (!m_run.isScan)
        append(text);
    --m_run.calls;
    if (isComplete)
        --m_level; // and not otherwise: what Postfix warns of after an error depends on it
    return m_hasFailed;
}

/// False when it was given up; an error further in alone is no reason.
bool Reader::readReference(QByteArrayView text)
{
    qsizetype at = m_run.rules.grammar == Grammar::Names ? 0 : skipBlanks(text, 0);
    if (m_run.rules.grammar != Grammar::Names && at < text.size() && text[at] == '{') {
        bool holds = false;
        if (!readRelation(text, at, holds))
            return false;
        if (at < text.size())
            return readCondition(text, at, holds);
        putIn({}, NamedValue(holds ? QByteArrayLiteral("true") : QByteArray()));
        return true;
    }
    if (m_run.rules.grammar >= Grammar::Functions && isCall(text, at))
        return readCall(text, at);
    const std::optional<QByteArrayView> name = readName(text, at);
    if (!name)
        return false;
    const std::optional<NamedValue> value = m_run.lookup(*name);
    if (at < text.size())
        return readCondition(text, at, value && !value->value.isEmpty());
    putIn(*name, value);
    return true;
}

/// `at` is at the name of a function. False when something went wrong.
bool Reader::readCall(QByteArrayView text, qsizetype at)
{
    const bool isToAscii = text.sliced(at).startsWith(domainToAscii);
    at = text.indexOf('{', at);
    const std::optional<QByteArrayView> argument = payload(text, at);
    if (!argument)
        return false;
    const QByteArray domain = operandText(*argument);
    const QByteArray result = isToAscii ? asciiDomain(domain) : unicodeDomain(domain);
    if (m_hasFailed)
        return false;
    if (at == text.size()) {
        putIn({}, NamedValue(result));
        return true;
    }
    if (text[at] == '?' || text[at] == ':')
        return readCondition(text, at, !result.isEmpty());
    fail(Kind::MissingCondition, R"("?" or ":" expected at: "...}>>>)" + rest(text, at) + '"');
    return false;
}

/// The name in `text` from `at`; moves `at` to the '?' or ':' behind it, or to the end.
std::optional<QByteArrayView> Reader::readName(QByteArrayView text, qsizetype &at)
{
    const qsizetype begin = at;
    for (;; ++at) {
        const qsizetype next = m_run.rules.grammar == Grammar::Names ? at : skipBlanks(text, at);
        if (next == text.size() || text[next] == '?' || text[next] == ':') {
            const QByteArrayView name = text.sliced(begin, at - begin);
            at = next;
            return name;
        }
        if (isNameByte(text[at]))
            continue;
        if (m_run.rules.grammar == Grammar::Names)
            fail(Kind::NameSyntax, "macro name syntax error: " + quoted(text));
        else
            fail(Kind::NameSyntax,
                 "attribute name syntax error at: \"..." + text.first(at).toByteArray() + ">>>"
                     + rest(text, at) + '"');
        return std::nullopt;
    }
}

/// mac_exp_parse_relational(). `at` is at the '{' of the left side and moves behind the right side. False
/// when something went wrong.
bool Reader::readRelation(QByteArrayView text, qsizetype &at, bool &holds)
{
    const std::optional<QByteArrayView> left = payload(text, at);
    if (!left)
        return false;
    const qsizetype begin = at;
    while (at < text.size() && isOperatorByte(text[at]))
        ++at;
    const QByteArrayView op = text.sliced(begin, at - begin);
    const std::optional<Relation> relation = relationOf(op);
    if (!relation) {
        fail(Kind::BadOperator,
             R"("==" or "!="" or "<"" or "<="" or ">="" or ">" expected at: "...)" + left->toByteArray()
                 + "}>>>" + rest(text, begin) + '"');
        return false;
    }
    const qsizetype suffixBegin = at;
    if (m_run.rules.grammar >= Grammar::Levels) {
        while (at < text.size() && isNameByte(text[at]) && text[at] != '_')
            ++at;
    }
    const QByteArrayView suffix = text.sliced(suffixBegin, at - suffixBegin);
    if (!suffix.isEmpty() && suffix != "level") {
        fail(Kind::BadSuffix,
             "bad operator suffix at: \"..." + op.toByteArray() + ">>>" + suffix.toByteArray() + '"');
        return false;
    }
    const qsizetype brace = skipBlanks(text, at);
    if (brace == text.size() || text[brace] != '{') {
        fail(Kind::MissingBrace,
             "\"{expression}\" expected at: \"...{" + left->toByteArray() + "} " + op.toByteArray() + ">>>"
                 + rest(text, at) + '"');
        return false;
    }
    at = brace;
    const std::optional<QByteArrayView> right = payload(text, at);
    if (!right)
        return false;
    const QByteArray leftText = operandText(*left);
    const QByteArray rightText = operandText(*right);
    if (!m_run.isScan) {
        const RelationResult result = suffix.isEmpty() ? compareTexts(leftText, *relation, rightText)
                                                       : compareLevels(leftText, *relation, rightText);
        for (const ExpansionError &error : result.errors)
            fail(error.kind, error.warning);
        holds = result.holds;
    }
    if (!m_hasFailed && at < text.size() && text[at] != '?' && text[at] != ':')
        fail(Kind::MissingCondition, R"("?" or ":" expected at: "...}>>>)" + rest(text, at) + '"');
    return !m_hasFailed;
}

/// An operand is expanded by a mac_expand() of its own, even when the one before it failed.
QByteArray Reader::operandText(QByteArrayView text)
{
    Reader reader(m_run);
    m_hasFailed |= reader.parse(text);
    return reader.takeText();
}

/// `at` is at the '?' or ':' behind what was tested.
bool Reader::readCondition(QByteArrayView text, qsizetype at, bool isTrue)
{
    if (text[at] == '?') {
        const std::optional<QByteArrayView> then = operand(text, ++at);
        if (!then)
            return false;
        if (isTrue || m_run.isScan)
            m_hasFailed |= parse(*then);
        if (at == text.size())
            return true;
        if (text[at] != ':') {
            fail(Kind::MissingColon,
                 R"(":" expected at: "...)" + then->toByteArray() + "}>>>" + rest(text, at) + '"');
            return false;
        }
    }
    const std::optional<QByteArrayView> otherwise = operand(text, ++at);
    if (!otherwise)
        return false;
    if (!isTrue || m_run.isScan)
        m_hasFailed |= parse(*otherwise);
    if (at == text.size())
        return true;
    fail(Kind::Leftover,
         "unexpected input at: \"..." + otherwise->toByteArray() + "}>>>" + rest(text, at) + '"');
    return false;
}

/// What follows '?' or ':': a group in braces, or everything up to the end.
std::optional<QByteArrayView> Reader::operand(QByteArrayView text, qsizetype &at)
{
    const qsizetype brace = skipBlanks(text, at);
    if (m_run.rules.grammar == Grammar::Names || brace == text.size() || text[brace] != '{') {
        const QByteArrayView all = text.sliced(at);
        at = text.size();
        return all;
    }
    at = brace;
    return payload(text, at);
}

/// mac_exp_extract_curly_payload(): the inside of the braces that open at `at`, which moves behind them and
/// the blanks that follow.
std::optional<QByteArrayView> Reader::payload(QByteArrayView text, qsizetype &at)
{
    const qsizetype end = groupEnd(text, at + 1, '{', '}');
    if (end < 0) {
        fail(Kind::Unbalanced, "unbalanced {} in attribute expression: " + quoted(text.sliced(at)));
        return std::nullopt;
    }
    const QByteArrayView inside = text.sliced(at + 1, end - at - 2);
    at = skipBlanks(text, end);
    return inside;
}

void Reader::putIn(QByteArrayView name, const std::optional<NamedValue> &value)
{
    if (!value) {
        setUndefined(name);
        return;
    }
    if (value->value.isEmpty() || m_run.isScan)
        return;
    if (!m_run.rules.recursive) {
        const qsizetype begin = m_text.size();
        append(value->value);
        if (m_run.rules.allowed) {
            for (qsizetype i = begin; i < m_text.size(); ++i) {
                if (!m_run.rules.allowed->contains(m_text[i]))
                    m_text[i] = '_';
            }
        }
        return;
    }
    const Expansion *known = value->expansion;
    if (!known) {
        m_hasFailed |= parse(value->value);
        return;
    }
    m_depth = std::max(m_depth, m_level + known->depth);
    if (known->failed())
        fail(known->errors.first().kind, known->errors.first().warning);
    else if (m_level + known->depth > maxLevel)
        fail(Kind::TooDeep, "unreasonable macro call nesting: " + quoted(name));
    else if (m_text.isEmpty())
        m_text = known->text; // nothing is copied where a value is just another one
    else
        append(known->text);
    for (const QByteArray &undefined : known->undefined)
        setUndefined(undefined);
}

void Reader::append(QByteArrayView text)
{
    if (m_text.size() + text.size() > m_run.rules.maxSize)
        fail(Kind::TooLarge,
             "unreasonable length of a value: " + quoted(text.first(std::min(shownRest, text.size()))));
    else
        m_text.append(text);
}

void Reader::setUndefined(QByteArrayView name)
{
    if (m_run.undefined.size() < maxUndefined && !name.isEmpty() && !m_run.undefined.contains(name))
        m_run.undefined.append(name.toByteArray());
}

/// A value is a C string to Postfix.
QByteArrayView upToNul(QByteArrayView value)
{
    const qsizetype nul = value.indexOf('\0');
    return nul < 0 ? value : value.first(nul);
}

} // namespace

Expansion expand(QByteArrayView value, const NameLookup &lookup, const ExpansionRules &rules)
{
    Run run{.lookup = lookup, .rules = rules};
    Reader reader(run);
    reader.parse(upToNul(value));
    const int depth = reader.depth();
    return {reader.takeText(), run.errors, run.undefined, depth};
}

QList<ExpansionError> scanNames(QByteArrayView value, const std::function<void(QByteArrayView)> &visit,
                                const ExpansionRules &rules)
{
    const NameLookup lookup = [&visit](QByteArrayView name) {
        visit(name);
        return std::optional<NamedValue>();
    };
    Run run{.lookup = lookup, .rules = rules, .isScan = true};
    Reader(run).parse(upToNul(value));
    return run.errors;
}

std::optional<QByteArray> expanded(QByteArrayView value, const NameLookup &lookup)
{
    const Expansion result = expand(value, lookup);
    return result.failed() ? std::nullopt : std::optional(result.text);
}

} // namespace syntax
