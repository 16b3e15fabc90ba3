// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/lookup/lookuprows.h"

#include "core/base/displaytext.h"
#include "core/folder/secrets.h"
#include "core/tables/namedtable.h"
#include "ui/text/filename.h"

#include <QCoreApplication>

#include <algorithm>

namespace ui {

using base::displayText;
using lookup::Answer;
using lookup::Match;
using Kind = LookupRow::Kind;

namespace {

QString said(const char *text)
{
    return QCoreApplication::translate("LookupTester", text);
}

bool isOfPasswords(QByteArrayView parameter)
{
    return parameter.endsWith("_sasl_password_maps");
}

Kind kindOf(const Answer &answer)
{
    return answer.isFound() ? Kind::Found : answer.isError() ? Kind::Failed : Kind::NotFound;
}

} // namespace

QString tableTitle(const QByteArray &table, bool isSecret)
{
    const qsizetype brace = table.indexOf('{');
    const qsizetype colon = table.indexOf(':');
    if (isSecret && brace > 0)
        return displayText(table.first(brace)) + QStringLiteral("{…}");
    if (isSecret && table.first(std::max<qsizetype>(colon, 0)).endsWith("static"))
        return displayText(table.first(colon + 1)) + QStringLiteral("…");
    return displayText(table);
}

QString askerTitle(const tables::Asker &asker)
{
    const bool isSecret = isOfPasswords(asker.parameter);
    QStringList names;
    for (const QByteArray &table : asker.tables)
        names.append(tableTitle(table, isSecret));
    QString all = names.join(QLatin1Char(' '));
    if (asker.parameter.isEmpty())
        return all;
    const QString parameter = displayText(asker.parameter);
    if (asker.parameter.startsWith("check_"))
        return parameter + QLatin1Char(' ') + all;
    //: a parameter of one service: "virtual_alias_maps of submission/inet"
    return asker.service.isEmpty()
        ? parameter
        : said(QT_TRANSLATE_NOOP("LookupTester", "%1 of %2")).arg(parameter, displayText(asker.service));
}

bool LookupText::isSecret(const QByteArray &table) const
{
    if (isOfPasswords(m_asker.parameter))
        return true;
    const auto file = tables::namedTable(m_snapshot, m_asker.parameter, table).file;
    return file && folder::isSecret(m_snapshot, *file);
}

bool LookupText::isSecret() const
{
    return std::any_of(m_asker.tables.begin(), m_asker.tables.end(),
                       [this](const QByteArray &table) { return isSecret(table); });
}

QString LookupText::value(const QByteArray &table, const QByteArray &value) const
{
    return m_isMasked && isSecret(table) ? QStringLiteral("••••••••") : displayText(value);
}

void LookupText::setPlace(LookupRow &row, const QByteArray &table, qsizetype line) const
{
    const auto file = tables::namedTable(m_snapshot, m_asker.parameter, table).file;
    if (!file || line < 1)
        return;
    const syntax::Text &text = m_snapshot.file(*file).text();
    row.place = model::Place{*file, text.lineAround(text.lineStart(line - 1))};
    //: a place: file and line
    row.placeText =
        said(QT_TRANSLATE_NOOP("LookupTester", "%1:%2")).arg(shownName(m_snapshot, *file)).arg(line);
}

void LookupText::setPlace(LookupRow &row, const Match &match) const
{
    setPlace(row, match.table, match.line);
}

LookupRow LookupText::stepRow(const lookup::Step &step) const
{
    const Answer &answer = step.answer;
    LookupRow row{.kind = kindOf(answer),
                  .key = displayText(step.key),
                  .table = tableTitle(step.table, m_isMasked && isSecret(step.table))};
    if (answer.isFound())
        row.answer = value(step.table, answer.value);
    else
        row.answer = answer.isError() ? answer.problem : said(QT_TRANSLATE_NOOP("LookupTester", "no row"));
    if (!answer.rows.isEmpty())
        setPlace(row, answer.rows.first());
    return row;
}

QString LookupText::detail(const Match &match) const
{
    QStringList parts;
    if (!match.conditions.isEmpty()) {
        QStringList lines;
        for (const qsizetype line : match.conditions)
            lines.append(QString::number(line));
        parts.append(said(QT_TRANSLATE_NOOP("LookupTester", "inside the if of line %1"))
                         .arg(lines.join(QStringLiteral(" › "))));
    }
    if (m_isMasked && isSecret(match.table))
        return parts.join(QStringLiteral(" · "));
    for (qsizetype i = 1; i < match.groups.size(); ++i) {
        const QByteArray &group = match.groups[i];
        parts.append(group.isNull() ? said(QT_TRANSLATE_NOOP("LookupTester", "$%1 took no part")).arg(i)
                                    : QStringLiteral("$%1 = %2").arg(i).arg(displayText(group)));
    }
    return parts.join(QStringLiteral(" · "));
}

QList<LookupRow> LookupText::rows(const tables::Reply &reply) const
{
    QList<LookupRow> all;
    for (const tables::Asked &asked : reply.steps) {
        all.append(stepRow(asked.step));
        const QList<Match> &answering = asked.step.answer.rows;
        const auto isAnswering = [&](const Match &match) {
            return std::any_of(answering.begin(), answering.end(), [&](const Match &one) {
                return one.table == match.table && one.line == match.line;
            });
        };
        for (const lookup::Hitch &hitch : asked.trial.hitches) {
            LookupRow row{.kind = Kind::Hitch,
                          .key = said(QT_TRANSLATE_NOOP("LookupTester", "not tried to the end")),
                          .table = tableTitle(hitch.table, isSecret(hitch.table))};
            row.answer = said(QT_TRANSLATE_NOOP("LookupTester",
                                                "This pattern takes too many steps, so Postfix passes it "
                                                "over (%1). Make it simpler."))
                             .arg(displayText(hitch.problem));
            setPlace(row, hitch.table, hitch.line);
            all.append(row);
        }
        for (const Match &match : asked.trial.matches) {
            const bool isFirst = isAnswering(match);
            const QString about = detail(match);
            LookupRow row{.kind = isFirst ? Kind::Detail : Kind::Other,
                          .table = tableTitle(match.table, isSecret(match.table))};
            setPlace(row, match);
            // One of several rows that make one answer says its part.
            const bool isPart = isFirst && answering.size() > 1;
            if (isFirst && about.isEmpty() && !isPart)
                continue;
            row.key = isFirst ? said(QT_TRANSLATE_NOOP("LookupTester", "this row"))
                              : said(QT_TRANSLATE_NOOP("LookupTester", "also fits, but is not reached"));
            row.answer = isFirst && !isPart ? about : value(match.table, match.value);
            if ((!isFirst || isPart) && !about.isEmpty())
                row.answer += QStringLiteral(" · ") + about;
            all.append(row);
        }
    }
    return all;
}

QString LookupText::nothingFound() const
{
    const QByteArray &parameter = m_asker.parameter;
    if (parameter.startsWith("check_"))
        return said(QT_TRANSLATE_NOOP("LookupTester", "No row answers: the next restriction decides."));
    if (parameter == "alias_maps")
        return said(QT_TRANSLATE_NOOP("LookupTester", "No row answers: it is no alias."));
    if (parameter.endsWith("recipient_maps") || parameter == "virtual_mailbox_maps")
        return said(QT_TRANSLATE_NOOP("LookupTester", "No row answers: for Postfix, nobody is there."));
    if (parameter.endsWith("canonical_maps") || parameter.endsWith("generic_maps")
        || parameter == "virtual_alias_maps")
        return said(QT_TRANSLATE_NOOP("LookupTester", "No row answers: the address stays as it is."));
    if (parameter.endsWith("transport_maps"))
        return said(QT_TRANSLATE_NOOP("LookupTester", "No row answers: mail goes the usual way."));
    if (isOfPasswords(parameter))
        return said(QT_TRANSLATE_NOOP("LookupTester", "No row answers: Postfix does not log in there."));
    if (parameter.endsWith("_checks"))
        return said(QT_TRANSLATE_NOOP("LookupTester", "No row answers: nothing happens to this line."));
    return said(QT_TRANSLATE_NOOP("LookupTester", "No row answers."));
}

QString LookupText::summary(const tables::Reply &reply) const
{
    const Answer &answer = reply.answer;
    if (answer.isError())
        return answer.problem;
    if (!answer.isFound())
        return nothingFound();
    const QByteArray table = reply.steps.isEmpty() ? QByteArray() : reply.steps.last().step.table;
    if (answer.choices.size() > 1) {
        QStringList choices;
        for (const QByteArray &choice : answer.choices)
            choices.append(value(table, choice));
        return said(QT_TRANSLATE_NOOP("LookupTester", "Postfix takes one of these by chance: %1."))
            .arg(choices.join(QStringLiteral(", ")));
    }
    const QString result = value(table, reply.result);
    return reply.result == answer.value
        ? said(QT_TRANSLATE_NOOP("LookupTester", "The answer is “%1”.")).arg(result)
        : said(QT_TRANSLATE_NOOP("LookupTester", "The answer makes it “%1”.")).arg(result);
}

} // namespace ui
