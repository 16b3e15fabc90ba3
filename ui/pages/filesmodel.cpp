// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/filesmodel.h"

#include "core/base/errortext.h"
#include "ui/session/editsession.h"
#include "ui/session/findings.h"
#include "ui/session/severityicon.h"
#include "ui/text/filename.h"
#include "ui/widgets/icon.h"

#include <algorithm>
#include <optional>

namespace ui {

namespace {

QString iconName(model::FileKind kind)
{
    switch (kind) {
    case model::FileKind::MainCf:
        return QStringLiteral("sliders-horizontal");
    case model::FileKind::MasterCf:
        return QStringLiteral("server");
    case model::FileKind::Aliases:
        return QStringLiteral("users");
    case model::FileKind::Pattern:
        return QStringLiteral("regex");
    case model::FileKind::Cidr:
        return QStringLiteral("network");
    case model::FileKind::KeyValue:
        return QStringLiteral("table");
    default:
        return QStringLiteral("file-text");
    }
}

/// The worst that is found in a file; nothing when all is well.
std::optional<Finding::Severity> worstIn(const Findings &findings, model::FileId file)
{
    std::optional<Finding::Severity> worst;
    for (const Finding &finding : findings.all()) {
        if (finding.place && finding.place->file == file && (!worst || finding.severity < *worst))
            worst = finding.severity;
    }
    return worst;
}

QIcon problemIcon(const model::File &file, std::optional<Finding::Severity> worst)
{
    if (!file.isEditable())
        return severityIcon(Finding::Severity::Error);
    return worst ? severityIcon(*worst) : QIcon();
}

} // namespace

FilesModel::FilesModel(EditSession &session, Findings &findings, QObject *parent)
    : QAbstractListModel(parent), m_session(session), m_findings(findings)
{
    connect(&session, &EditSession::opened, this, &FilesModel::reset);
    connect(&session, &EditSession::included, this, &FilesModel::include);
    connect(&session, &EditSession::changed, this, &FilesModel::refreshChanged);
    connect(&session, &EditSession::baselineChanged, this, &FilesModel::refreshChanged);
    connect(&findings, &Findings::changed, this, [this] {
        if (rowCount() > 0)
            emit dataChanged(index(0), index(rowCount() - 1));
    });
    m_count = session.snapshot().files().size();
    m_changed = session.changedFiles();
}

void FilesModel::reset()
{
    beginResetModel();
    m_count = m_session.snapshot().files().size();
    m_changed = m_session.changedFiles();
    endResetModel();
}

void FilesModel::include()
{
    const auto last = static_cast<int>(m_session.snapshot().files().size()) - 1;
    beginInsertRows({}, last, last);
    m_count = last + 1;
    endInsertRows();
}

void FilesModel::refreshChanged()
{
    const QList<model::FileId> changed = m_session.changedFiles();
    if (changed == m_changed)
        return;
    m_changed = changed;
    emit dataChanged(index(0), index(rowCount() - 1));
}

int FilesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_count);
}

QString FilesModel::toolTip(model::FileId file) const
{
    const model::FileInfo &info = m_session.snapshot().file(file).info();
    QStringList lines{escapedName(info.path)};
    if (m_changed.contains(file))
        lines.append(tr("Has unsaved changes."));
    if (info.problem)
        lines.append(base::errorText(*info.problem));
    else if (!info.writable)
        lines.append(tr("Read-only: it can’t be written from here."));
    if (const qsizetype count = m_findings.countIn(file))
        lines.append(count == 1 ? tr("1 problem found.") : tr("%1 problems found.").arg(count));
    return lines.join(u'\n');
}

QVariant FilesModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto id = static_cast<model::FileId>(index.row());
    const model::File &file = m_session.snapshot().file(id);
    switch (role) {
    case Qt::DisplayRole:
        return shownName(m_session.snapshot(), id);
    case Qt::DecorationRole:
        return icon(iconName(file.info().kind), IconColor::Muted);
    case Qt::ToolTipRole:
    case Qt::AccessibleDescriptionRole:
        return toolTip(id);
    case ChangedRole:
        return m_changed.contains(id);
    case ProblemIconRole:
        return problemIcon(file, worstIn(m_findings, id));
    default:
        return {};
    }
}

} // namespace ui
