// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/session/findings.h"

#include "ui/session/editsession.h"

#include <algorithm>
#include <tuple>

namespace ui {

namespace {

/// Where `range` is after the change. What was replaced as a whole is where its replacement is.
syntax::ByteRange moved(syntax::ByteRange range, const model::Change &change)
{
    const qsizetype grown = change.bytes.size() - (change.range.end - change.range.begin);
    const auto shift = [&](qsizetype offset, bool isEnd) {
        if (offset <= change.range.begin)
            return offset;
        if (offset >= change.range.end)
            return offset + grown;
        return isEnd ? change.range.end + grown : change.range.begin;
    };
    range.begin = shift(range.begin, false);
    range.end = std::max(range.begin, shift(range.end, true));
    return range;
}

auto orderOf(const Finding &finding)
{
    const int file = finding.place ? static_cast<int>(finding.place->file) : INT_MAX;
    const qsizetype begin = finding.place ? finding.place->range.begin : 0;
    return std::make_tuple(finding.severity, file, begin);
}

} // namespace

Findings::Findings(EditSession &session, QObject *parent) : QObject(parent)
{
    connect(&session, &EditSession::changed, this, &Findings::moveAlong);
    connect(&session, &EditSession::opened, this, &Findings::clear);
}

qsizetype Findings::count(Finding::Severity severity) const
{
    return std::count_if(m_all.begin(), m_all.end(),
                         [severity](const Finding &finding) { return finding.severity == severity; });
}

qsizetype Findings::countIn(model::FileId file) const
{
    return std::count_if(m_all.begin(), m_all.end(), [file](const Finding &finding) {
        return finding.place && finding.place->file == file;
    });
}

void Findings::set(Finding::Origin origin, const QList<Finding> &findings)
{
    QList<Finding> &mine = m_byOrigin[static_cast<int>(origin)];
    if (mine.isEmpty() && findings.isEmpty())
        return;
    mine = findings;
    rebuild();
    emit changed();
}

void Findings::clear()
{
    for (QList<Finding> &findings : m_byOrigin)
        findings.clear();
    m_checkedAt = {};
    m_notChecked.clear();
    rebuild();
    emit changed();
}

void Findings::setChecking(bool checking)
{
    if (checking == m_isChecking)
        return;
    m_isChecking = checking;
    emit checkingChanged();
}

void Findings::setNotChecked(const QStringList &sentences)
{
    m_notChecked = sentences;
    emit checkingChanged();
}

void Findings::setCheckedAt(const QDateTime &time)
{
    m_checkedAt = time;
    emit checkingChanged();
}

void Findings::moveAlong(const QList<model::Change> &changes)
{
    for (QList<Finding> &findings : m_byOrigin) {
        for (Finding &finding : findings) {
            for (const model::Change &change : changes) {
                if (finding.place && finding.place->file == change.file)
                    finding.place->range = moved(finding.place->range, change);
                if (finding.ignored && finding.ignored->comment
                    && finding.ignored->comment->file == change.file)
                    finding.ignored->comment->range = moved(finding.ignored->comment->range, change);
                for (model::Place &place : finding.related) {
                    if (place.file == change.file)
                        place.range = moved(place.range, change);
                }
            }
        }
    }
    rebuild(); // no changed(): nothing was found or mended, and lines are asked for when shown
}

void Findings::rebuild()
{
    m_all.clear();
    m_ignored.clear();
    for (const QList<Finding> &findings : m_byOrigin) {
        for (const Finding &finding : findings)
            (finding.ignored ? m_ignored : m_all).append(finding);
    }
    for (QList<Finding> *list : {&m_all, &m_ignored})
        std::ranges::stable_sort(*list,
                                 [](const Finding &a, const Finding &b) { return orderOf(a) < orderOf(b); });
}

qsizetype lineOf(const Finding &finding, const model::Snapshot &snapshot)
{
    if (!finding.place || !snapshot.contains(finding.place->file))
        return 0;
    return snapshot.file(finding.place->file).text().lineAt(finding.place->range.begin) + 1;
}

QString whereText(const Finding &finding, const model::Snapshot &snapshot)
{
    if (const qsizetype line = lineOf(finding, snapshot); line > 0)
        return QStringLiteral("%1:%2").arg(snapshot.file(finding.place->file).info().name).arg(line);
    return finding.file;
}

} // namespace ui
