// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/lookuptext.h"

#include <QJsonArray>

namespace cli {

namespace {

using lookup::Answer;

QString text(const QByteArray &bytes)
{
    return QString::fromUtf8(bytes);
}

QString stateWord(const Answer &answer)
{
    switch (answer.state) {
    case Answer::State::Found:
        return QStringLiteral("found");
    case Answer::State::NotFound:
        return QStringLiteral("not-found");
    case Answer::State::Failed:
        return QStringLiteral("failed");
    case Answer::State::NotAsked:
        return QStringLiteral("not-asked");
    }
    return {};
}

QJsonArray rowsAsJson(const QList<lookup::Match> &rows)
{
    QJsonArray array;
    for (const lookup::Match &row : rows) {
        QJsonObject object{{QStringLiteral("table"), text(row.table)},
                           {QStringLiteral("value"), text(row.value)}};
        if (row.line > 0)
            object.insert(QStringLiteral("line"), row.line);
        QJsonArray groups;
        for (const QByteArray &group : row.groups)
            groups.append(group.isNull() ? QJsonValue() : QJsonValue(text(group)));
        if (!groups.isEmpty())
            object.insert(QStringLiteral("groups"), groups);
        QJsonArray conditions;
        for (const qsizetype line : row.conditions)
            conditions.append(line);
        if (!conditions.isEmpty())
            object.insert(QStringLiteral("conditions"), conditions);
        array.append(object);
    }
    return array;
}

QJsonObject answerAsJson(const QByteArray &key, const Answer &answer)
{
    QJsonObject object{{QStringLiteral("key"), text(key)}, {QStringLiteral("state"), stateWord(answer)}};
    if (answer.isFound())
        object.insert(QStringLiteral("value"), text(answer.value));
    if (!answer.rows.isEmpty())
        object.insert(QStringLiteral("rows"), rowsAsJson(answer.rows));
    if (!answer.problem.isEmpty())
        object.insert(QStringLiteral("problem"), answer.problem);
    QJsonArray hitches;
    for (const lookup::Hitch &hitch : answer.hitches)
        hitches.append(QJsonObject{{QStringLiteral("table"), text(hitch.table)},
                                   {QStringLiteral("line"), hitch.line},
                                   {QStringLiteral("message"), text(hitch.problem)}});
    if (!hitches.isEmpty())
        object.insert(QStringLiteral("notTried"), hitches);
    QJsonArray choices;
    for (const QByteArray &choice : answer.choices)
        choices.append(text(choice));
    if (!choices.isEmpty())
        object.insert(QStringLiteral("choices"), choices);
    return object;
}

QByteArray place(const lookup::Match &row)
{
    return row.line > 0 ? "line " + QByteArray::number(row.line) + ": " : QByteArray();
}

} // namespace

QJsonObject answersAsJson(const lookup::Map &map, const QList<KeyAnswer> &answers)
{
    QJsonArray all;
    for (const KeyAnswer &one : answers) {
        QJsonObject object = answerAsJson(one.key, one.answer);
        object.insert(QStringLiteral("matches"), rowsAsJson(one.matches));
        all.append(object);
    }
    QJsonArray warnings;
    for (const lookup::Warning &warning : map.warnings()) {
        QJsonObject object{{QStringLiteral("message"), text(warning.text)}};
        if (warning.line > 0)
            object.insert(QStringLiteral("line"), warning.line);
        warnings.append(object);
    }
    return {{QStringLiteral("version"), 1},
            {QStringLiteral("table"), text(map.name())},
            {QStringLiteral("answers"), all},
            {QStringLiteral("warnings"), warnings}};
}

QJsonObject stepsAsJson(const QByteArray &parameter, const QByteArray &address,
                        const lookup::AddressAnswer &answer)
{
    QJsonArray steps;
    for (const lookup::Step &step : answer.steps) {
        QJsonObject object = answerAsJson(step.key, step.answer);
        object.insert(QStringLiteral("table"), text(step.table));
        steps.append(object);
    }
    QJsonObject object{{QStringLiteral("version"), 1},
                       {QStringLiteral("parameter"), text(parameter)},
                       {QStringLiteral("address"), text(address)},
                       {QStringLiteral("state"), stateWord(answer.answer)},
                       {QStringLiteral("steps"), steps}};
    if (answer.answer.isFound())
        object.insert(QStringLiteral("result"), text(answer.result));
    return object;
}

QByteArray matchLines(const QList<lookup::Match> &matches)
{
    QByteArray lines;
    for (const lookup::Match &row : matches)
        lines += row.table + '\t' + place(row) + row.value + '\n';
    return lines;
}

QByteArray stepLines(const lookup::AddressAnswer &answer)
{
    QByteArray lines;
    for (const lookup::Step &step : answer.steps) {
        lines += step.key + '\t' + step.table + '\t';
        if (step.answer.isFound())
            lines += (step.answer.rows.isEmpty() ? QByteArray() : place(step.answer.rows.first()))
                + step.answer.value;
        else
            lines += step.answer.isError() ? step.answer.problem.toUtf8() : QByteArray("not found");
        lines += '\n';
    }
    if (answer.answer.isFound())
        lines += "result\t" + answer.result + '\n';
    return lines;
}

} // namespace cli
