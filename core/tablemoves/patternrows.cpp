// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tablemoves/patternrows.h"

#include "core/base/displaytext.h"

#include <QCoreApplication>

#include <algorithm>

namespace tablemoves {

using lookup::KeyOrder;
using syntax::Row;

namespace {

QString said(const char *text)
{
    return QCoreApplication::translate("tablemoves", text);
}

/// With a backslash in front of what means something in a pattern, and of the slash that ends it.
QByteArray escaped(const QByteArray &text)
{
    QByteArray result;
    for (const char c : text) {
        if (QByteArrayView("\\.[]{}()*+?^$|/").contains(c))
            result += '\\';
        result += c;
    }
    return result;
}

QByteArray whole(const QByteArray &key)
{
    return '^' + escaped(key) + '$';
}

/// The user with whatever extension Postfix would take off before it asks again.
QByteArray addressPattern(const QByteArray &user, const QByteArray &behind, const QByteArray &delimiters)
{
    const bool hasExtension =
        std::any_of(user.begin(), user.end(), [&](char c) { return delimiters.contains(c); });
    const QByteArray extension =
        delimiters.isEmpty() || hasExtension ? QByteArray() : "([" + escaped(delimiters) + "][^@]*)?";
    return '^' + escaped(user) + extension + behind;
}

bool isAddressOfNetwork(const QByteArray &key)
{
    return std::all_of(key.begin(), key.end(), [](char c) { return c == '.' || (c >= '0' && c <= '9'); });
}

/// A name of a domain: also below it where a dot begins it.
QByteArray domainPattern(const QByteArray &domain, const QByteArray &before)
{
    return domain.startsWith('.') ? escaped(domain) + '$' : before + escaped(domain) + '$';
}

QByteArray withDollars(QByteArray value)
{
    return value.replace('$', "$$");
}

bool isForADomain(const QByteArray &pattern)
{
    return !pattern.startsWith('^');
}

} // namespace

std::optional<QByteArray> patternFor(const QByteArray &key, KeyOrder order, const QByteArray &delimiters)
{
    const qsizetype at = key.lastIndexOf('@');
    const QByteArray user = at < 0 ? key : key.first(at);
    const QByteArray domain = at < 0 ? QByteArray() : '@' + key.sliced(at + 1);
    switch (order) {
    case KeyOrder::Whole:
    case KeyOrder::NextHop:
        return whole(key);
    case KeyOrder::LocalPart:
        return addressPattern(key, "$", delimiters);
    case KeyOrder::Address:
    case KeyOrder::Mailbox:
        if (at < 0) // the user of every domain that is local
            return std::nullopt;
        return user.isEmpty() ? escaped(domain) + '$'
                              : addressPattern(user, escaped(domain) + '$', delimiters);
    case KeyOrder::Login:
        return user.isEmpty() && at == 0 ? escaped(domain) + '$' : whole(key);
    case KeyOrder::Transport:
        if (key == "*")
            return whole(key);
        if (at > 0)
            return addressPattern(user, escaped(domain) + '$', delimiters);
        return domainPattern(key, "(^|@)");
    case KeyOrder::AccessAddress:
        if (key == "<>")
            return whole(key);
        if (at >= 0 && domain == "@")
            return addressPattern(user, "@", delimiters);
        if (at > 0)
            return addressPattern(user, escaped(domain) + '$', delimiters);
        return at == 0 ? std::nullopt : std::optional(domainPattern(key, "(^|[@.])"));
    case KeyOrder::AccessName:
        return domainPattern(key, "(^|\\.)");
    case KeyOrder::AccessClient:
        if (key.contains(':'))
            return '^' + escaped(key) + "(:|$)";
        return isAddressOfNetwork(key) ? '^' + escaped(key) + "(\\.|$)" : domainPattern(key, "(^|\\.)");
    }
    return std::nullopt;
}

Converted asPatterns(const syntax::Table &table, KeyOrder order, const QByteArray &delimiters)
{
    Converted converted;
    QByteArray forDomains;
    QByteArrayList lost;
    bool hasExtensions = false;
    qsizetype done = 0;
    for (qsizetype i = 0; i < table.rowCount(); ++i) {
        const Row row = table.row(i);
        const syntax::ByteRange remark = table.remarkOf(row);
        // What stands between the rows and belongs to none of them stays in front.
        const qsizetype begin = std::max(done, std::min(remark.begin, row.whole.begin));
        converted.text += table.text().bytes({done, begin});
        const QByteArray comment = table.text().bytes({begin, std::max(begin, row.whole.begin)});
        done = row.whole.end;
        const QByteArray bytes = table.text().bytes(row.whole);
        const QByteArray key = table.keyOf(row);
        const auto pattern =
            row.form == Row::Form::Entry ? patternFor(key, order, delimiters) : std::optional<QByteArray>();
        if (!pattern) {
            if (row.enabled)
                lost.append(key);
            converted.text += comment + (row.enabled ? "# " : "") + bytes;
            continue;
        }
        const bool isWithExtension = pattern->contains("[^@]*)?");
        hasExtensions = hasExtensions || isWithExtension;
        const QByteArray value = withDollars(table.storedValueOf(row));
        const QByteArray line = comment + (row.enabled ? "" : "#") + '/' + *pattern + "/  " + value + '\n';
        (isForADomain(*pattern) ? forDomains : converted.text) += line;
    }
    const QByteArray rest = table.text().bytes({done, table.text().size()});
    converted.text += forDomains + rest;
    if (!lost.isEmpty()) {
        const qsizetype shown = std::min<qsizetype>(lost.size(), 3);
        converted.remarks.append(
            said(QT_TRANSLATE_NOOP(
                     "tablemoves",
                     "Rows that can’t be patterns, because tables of patterns are only asked for "
                     "whole addresses, become comments: %1 (%2)."))
                .arg(lost.size())
                .arg(base::displayText(lost.first(shown).join(", ") + (shown < lost.size() ? ", …" : ""))));
    }
    if (hasExtensions && (order == KeyOrder::Address || order == KeyOrder::Mailbox))
        converted.remarks.append(said(
            QT_TRANSLATE_NOOP("tablemoves",
                              "user+extension@domain still finds its row, but the extension is no longer put "
                              "behind the result.")));
    if (!forDomains.isEmpty())
        converted.remarks.append(
            said(QT_TRANSLATE_NOOP("tablemoves",
                                   "Rows for whole domains stand at the end now, since the first "
                                   "pattern that fits counts.")));
    return converted;
}

QStringList patternsLostIn(const syntax::Table &table, patterns::PatternSyntax syntax)
{
    QStringList sentences;
    for (qsizetype i = 0; i < table.rowCount(); ++i) {
        const Row row = table.row(i);
        if (!row.enabled || row.form == Row::Form::EndIf || row.form == Row::Form::Stray)
            continue;
        const QByteArray key = table.text().bytes(row.key);
        const patterns::CompiledPattern compiled(patterns::patternAt(key, 0, syntax), syntax);
        if (!compiled.isValid())
            sentences.append(said(QT_TRANSLATE_NOOP("tablemoves", "Line %1 is no pattern of that type: %2."))
                                 .arg(table.text().lineAt(row.key.begin) + 1)
                                 .arg(base::displayText(compiled.problem())));
    }
    return sentences;
}

} // namespace tablemoves
