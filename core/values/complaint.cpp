// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/values/complaint.h"

#include "core/syntax/listvalue.h"
#include "core/values/meaning.h"
#include "core/values/timevalue.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <limits>

namespace values {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("values", text);
}

/// Insertions, deletions, replacements and swaps of neighbours between the two.
int distance(const QByteArray &a, const QByteArray &b)
{
    QList<QList<int>> cost(a.size() + 1, QList<int>(b.size() + 1));
    for (qsizetype i = 0; i <= a.size(); ++i)
        cost[i][0] = static_cast<int>(i);
    for (qsizetype j = 0; j <= b.size(); ++j)
        cost[0][j] = static_cast<int>(j);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        for (qsizetype j = 1; j <= b.size(); ++j) {
            const int change = a[i - 1] == b[j - 1] ? 0 : 1;
            cost[i][j] = std::min({cost[i - 1][j] + 1, cost[i][j - 1] + 1, cost[i - 1][j - 1] + change});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
    }
    return cost[a.size()][b.size()];
}

QString shown(const QByteArray &value)
{
    return QString::fromUtf8(value);
}

QString withSuggestion(const QString &message, const std::optional<QByteArray> &instead)
{
    if (!instead)
        return message;
    //: A sentence that says what is wrong, and the question after it
    return tr("%1 Did you mean “%2”?").arg(message, shown(*instead));
}

std::optional<Complaint> aboutYesNo(const QByteArray &value)
{
    const QByteArray lower = value.toLower();
    if (lower == "yes" || lower == "no")
        return {};
    std::optional<QByteArray> instead = closestTo(lower, {"yes", "no"});
    if (lower == "true" || lower == "on" || lower == "1" || lower == "y")
        instead = "yes";
    else if (lower == "false" || lower == "off" || lower == "0" || lower == "n")
        instead = "no";
    return Complaint{
        withSuggestion(tr("Postfix accepts yes or no here, not “%1”.").arg(shown(value)), instead), instead};
}

QString amount(const Domain &domain, qint64 limit)
{
    return domain.kind == Kind::Time ? durationText(limit) : QLocale().toString(limit);
}

std::optional<Complaint> aboutRange(const Domain &domain, qint64 number, const QByteArray &value)
{
    if (domain.min && number < *domain.min)
        return Complaint{tr("“%1” is too small: Postfix accepts %2 or more.")
                             .arg(shown(value), amount(domain, *domain.min))};
    if (domain.max && number > *domain.max)
        return Complaint{tr("“%1” is too large: Postfix accepts %2 or less.")
                             .arg(shown(value), amount(domain, *domain.max))};
    return {};
}

std::optional<Complaint> aboutNumber(const Domain &domain, const QByteArray &value)
{
    const std::optional<qint64> number = parseNumber(value);
    if (!number && domain.kind == Kind::Size) {
        const std::optional<qint64> bytes = parseSize(value);
        const std::optional<QByteArray> instead =
            bytes ? std::optional(QByteArray::number(*bytes)) : std::nullopt;
        return Complaint{
            withSuggestion(tr("“%1” is not a number of bytes, which Postfix needs here.").arg(shown(value)),
                           instead),
            instead};
    }
    if (!number)
        return Complaint{tr("“%1” is not a whole number, which Postfix needs here.").arg(shown(value))};
    if (*number > std::numeric_limits<int>::max() && domain.kind == Kind::Number)
        return Complaint{tr("“%1” is more than Postfix can count.").arg(shown(value))};
    return aboutRange(domain, *number, value);
}

std::optional<Complaint> aboutTime(const Domain &domain, const QByteArray &value)
{
    const std::optional<TimeValue> time = parseTime(value);
    if (!time)
        return Complaint{
            tr("“%1” is not a time: Postfix needs a number and one letter, s, m, h, d or w, as in 5d.")
                .arg(shown(value))};
    return aboutRange(domain, secondsOf(*time, domain.unit), value);
}

std::optional<Complaint> aboutChoice(const Domain &domain, const QByteArray &word)
{
    QByteArrayList known;
    for (const Choice &choice : domain.choices) {
        if (choice.value.compare(word, Qt::CaseInsensitive) == 0)
            return {};
        known.append(choice.value);
    }
    if (domain.isOpen || known.isEmpty())
        return {};
    const std::optional<QByteArray> instead = closestTo(word.toLower(), known);
    return Complaint{
        withSuggestion(tr("“%1” is not a value that Postfix knows here.").arg(shown(word)), instead),
        instead};
}

std::optional<Complaint> aboutMap(const QByteArray &item)
{
    if (item.contains(':') || item.startsWith('$') || item.startsWith('/') || item.startsWith('!')
        || item.startsWith('{') || item == "static")
        return {};
    return Complaint{tr("“%1” names no table: Postfix needs a type and a name, as in hash:/etc/postfix/%1.")
                         .arg(shown(item))};
}

} // namespace

std::optional<Complaint> complaintAbout(const Domain &domain, const QByteArray &value)
{
    if (value.isEmpty()) {
        const bool isTyped = domain.kind == Kind::YesNo || domain.kind == Kind::Number
            || domain.kind == Kind::Time || domain.kind == Kind::Size;
        if (domain.mayBeEmpty && !isTyped)
            return {};
        return Complaint{tr("It is empty, and Postfix needs a value here.")};
    }
    switch (domain.kind) {
    case Kind::YesNo:
        return aboutYesNo(value);
    case Kind::Number:
    case Kind::Size:
        return aboutNumber(domain, value);
    case Kind::Time:
        return aboutTime(domain, value);
    case Kind::Choice:
        return aboutChoice(domain, value);
    case Kind::ChoiceList:
    case Kind::Maps:
        for (const syntax::ListItem &item : syntax::listItems(value)) {
            const QByteArray word = item.range.in(value).toByteArray();
            if (auto complaint = domain.kind == Kind::Maps ? aboutMap(word) : aboutChoice(domain, word))
                return complaint->instead && syntax::listItems(value).size() > 1
                    ? Complaint{complaint->message,
                                QByteArray(value).replace(item.range.begin, item.range.size(),
                                                          *complaint->instead)}
                    : complaint;
        }
        return {};
    case Kind::Text:
    case Kind::List:
    case Kind::File:
    case Kind::Folder:
    case Kind::NextHop:
        return {};
    }
    return {};
}

std::optional<QByteArray> closestTo(const QByteArray &word, const QByteArrayList &candidates)
{
    constexpr qsizetype longest = 64; // nobody mistypes more
    if (word.size() > longest)
        return {};
    std::optional<QByteArray> best;
    int bestDistance = 0;
    for (const QByteArray &candidate : candidates) {
        const int apart = distance(word, candidate.toLower());
        const auto tolerated = static_cast<int>(std::max<qsizetype>(1, candidate.size() / 3));
        if (apart <= tolerated && (!best || apart < bestDistance)) {
            best = candidate;
            bestDistance = apart;
        }
    }
    return best;
}

} // namespace values
