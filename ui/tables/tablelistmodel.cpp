// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/tables/tablelistmodel.h"

#include "core/base/displaytext.h"
#include "core/base/errortext.h"
#include "core/indexes/indexstate.h"
#include "core/tables/inlinerows.h"
#include "ui/session/checker.h"
#include "ui/session/editsession.h"
#include "ui/session/findings.h"
#include "ui/session/knowledge.h"
#include "ui/session/severityicon.h"
#include "ui/tables/meanings.h"
#include "ui/widgets/icon.h"

#include <QLocale>

#include <algorithm>

namespace ui {

namespace {

QString iconName(const tables::UsedTable &table)
{
    const QByteArray &type = table.table.type;
    if (table.meaning == "aliases")
        return QStringLiteral("users");
    if (type == "regexp" || type == "pcre")
        return QStringLiteral("regex");
    if (type == "cidr")
        return QStringLiteral("network");
    if (table.table.hasRows() || type == "inline" || type == "static")
        return QStringLiteral("table");
    return table.members.isEmpty() ? QStringLiteral("server") : QStringLiteral("list");
}

} // namespace

TableListModel::TableListModel(EditSession &session, Knowledge &knowledge, const Findings &findings,
                               const Checker &checker, QObject *parent)
    : QAbstractListModel(parent),
      m_session(session),
      m_knowledge(knowledge),
      m_findings(findings),
      m_checker(checker)
{
    connect(&findings, &Findings::changed, this, &TableListModel::refreshAll);
    connect(&checker, &Checker::filesKnown, this, &TableListModel::refreshAll);
    connect(&session, &EditSession::baselineChanged, this, &TableListModel::refreshAll);
    // These come before Knowledge::changed().
    const auto forget = [this] { m_fileCount = -1; };
    connect(&knowledge, &Knowledge::targetChanged, this, forget);
    connect(&knowledge, &Knowledge::hostChanged, this, forget);
    connect(&session, &EditSession::opened, this, [this, forget] {
        forget();
        refresh();
    });
    refresh();
}

void TableListModel::refreshAll()
{
    if (!m_tables.isEmpty())
        emit dataChanged(index(0), index(static_cast<int>(m_tables.size()) - 1));
}

void TableListModel::refresh()
{
    // An edit of a row changes no name.
    const model::Snapshot &snapshot = m_session.snapshot();
    const bool isSameText = snapshot.mainCf().text() == m_mainCf && snapshot.masterCf().text() == m_masterCf;
    if (isSameText && snapshot.files().size() == m_fileCount)
        return refreshAll();
    m_mainCf = snapshot.mainCf().text();
    m_masterCf = snapshot.masterCf().text();
    m_fileCount = snapshot.files().size();

    QList<tables::UsedTable> now;
    if (m_knowledge.values() && m_knowledge.reference())
        now = tables::usedTables(*m_knowledge.values(), *m_knowledge.reference());
    std::ranges::stable_sort(now, {}, [](const tables::UsedTable &table) {
        return std::pair(table.meaning.isEmpty() || table.meaning == "cache", meaningTitle(table).toLower());
    });
    const auto isSame = [](const tables::UsedTable &one, const tables::UsedTable &other) {
        return one.table.name() == other.table.name();
    };
    if (std::ranges::equal(now, m_tables, isSame)) {
        m_tables = now;
        refreshAll();
        return;
    }
    beginResetModel();
    m_tables = now;
    endResetModel();
}

int TableListModel::rowOf(const QByteArray &name) const
{
    const auto found =
        std::ranges::find_if(m_tables, [&](const auto &table) { return table.table.name() == name; });
    return found == m_tables.end() ? -1 : static_cast<int>(found - m_tables.begin());
}

int TableListModel::rowOf(model::FileId file) const
{
    const auto found =
        std::ranges::find_if(m_tables, [&](const auto &table) { return table.table.file == file; });
    return found == m_tables.end() ? -1 : static_cast<int>(found - m_tables.begin());
}

int TableListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_tables.size());
}

QString TableListModel::rowsText(const tables::UsedTable &table) const
{
    if (tables::hasInlineRows(table.table))
        return QLocale().toString(tables::inlineRows(table.table).size());
    if (!table.table.file || !table.table.hasRows() || !m_session.snapshot().contains(*table.table.file))
        return {};
    const syntax::Table *rows = m_session.snapshot().file(*table.table.file).table();
    return rows ? QLocale().toString(rows->rowCount()) : QString();
}

QString TableListModel::indexTrouble(const tables::UsedTable &table) const
{
    const bool isChanged = table.table.file && m_session.changedFiles().contains(*table.table.file);
    const auto index = indexes::indexOf(table, *m_knowledge.reference(), m_checker.known(), isChanged);
    const bool isBad =
        index && (index->state == indexes::State::Missing || index->state == indexes::State::Older);
    return isBad ? indexes::stateText(*index) : QString();
}

QStringList TableListModel::troublesOf(const tables::UsedTable &table) const
{
    QStringList lines;
    const std::optional<model::FileId> file = table.table.file;
    if (file && m_session.snapshot().contains(*file)) {
        if (const auto &problem = m_session.snapshot().file(*file).info().problem)
            lines.append(base::errorText(*problem));
        if (const QString trouble = indexTrouble(table); !trouble.isEmpty())
            lines.append(trouble);
        for (const Finding &finding : m_findings.all()) {
            constexpr qsizetype most = 4;
            if (finding.place && finding.place->file == *file && lines.size() < most)
                lines.append(finding.message);
        }
    } else if (table.table.hasRows() && table.meaning != "cache") {
        lines.append(table.table.localPath.isEmpty()
                         ? tr("It can’t be seen from here: it is outside of the folder that is open.")
                         : tr("There is no such file yet."));
    }
    return lines;
}

QIcon TableListModel::stateIcon(const tables::UsedTable &table) const
{
    const std::optional<model::FileId> file = table.table.file;
    if (file && m_session.snapshot().contains(*file)) {
        if (m_session.snapshot().file(*file).info().problem)
            return icon(QStringLiteral("triangle-alert"), IconColor::Warning);
        const auto worst = std::ranges::find_if(m_findings.all(), [&](const Finding &finding) {
            return finding.place && finding.place->file == *file;
        });
        if (worst != m_findings.all().end())
            return severityIcon(worst->severity);
        return indexTrouble(table).isEmpty() ? QIcon() : severityIcon(Finding::Severity::Warning);
    }
    return troublesOf(table).isEmpty() ? QIcon() : icon(QStringLiteral("triangle-alert"), IconColor::Warning);
}

QVariant TableListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const tables::UsedTable &table = m_tables[index.row()];
    const QString name = m_session.shownText(table.table.name());
    switch (role) {
    case Qt::DisplayRole:
        return meaningTitle(table);
    case NameRole:
        return name;
    case RowsRole:
        return rowsText(table);
    case StateIconRole:
        return stateIcon(table);
    case ChangedRole:
        return table.table.file && m_session.changedFiles().contains(*table.table.file);
    case Qt::DecorationRole:
        return icon(iconName(table), IconColor::Muted);
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1, %2").arg(meaningTitle(table), name);
    case Qt::ToolTipRole:
    case Qt::AccessibleDescriptionRole: {
        QStringList lines{name};
        for (const tables::Use &use : table.uses)
            lines.append(useText(use));
        return (lines + troublesOf(table)).join(u'\n');
    }
    default:
        return {};
    }
}

} // namespace ui
