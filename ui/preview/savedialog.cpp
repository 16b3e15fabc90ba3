// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/preview/savedialog.h"

#include "core/base/displaytext.h"
#include "core/review/changecounts.h"
#include "ui/preview/diffview.h"
#include "ui/session/editsession.h"
#include "ui/session/findings.h"
#include "ui/text/filename.h"
#include "ui/widgets/spacing.h"
#include "ui/widgets/textlabel.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

namespace ui {

SaveDialog::SaveDialog(EditSession &session, Findings &findings, const QString &folder,
                       const QByteArray &configDirectory, QWidget *parent)
    : QDialog(parent),
      m_session(session),
      m_findings(findings),
      m_folder(folder),
      m_configDirectory(configDirectory)
{
    setObjectName(QStringLiteral("saveDialog"));
    setWindowTitle(tr("Save"));
    constexpr QSize size(900, 560);
    resize(size);

    DiffRows rows;
    constexpr qsizetype mostLines = 20000;
    rows.update(session.baseline(), session.snapshot(), mostLines);
    m_diff = new DiffView;
    m_diff->setFrameShape(QFrame::StyledPanel);
    m_diff->setAccessibleName(tr("What is written"));
    m_diff->setRows(rows.rows(), [this](model::FileId id) { return shownName(m_session.snapshot(), id); });

    auto *split = new QSplitter;
    split->addWidget(makeFiles());
    split->addWidget(m_diff);
    split->setStretchFactor(1, 1);
    split->setChildrenCollapsible(false);
    constexpr int listWidth = 260;
    split->setSizes({listWidth, size.width() - listWidth});

    m_problems = new QLabel;
    m_problems->setWordWrap(true);
    m_after = new QLabel;
    m_after->setWordWrap(true);
    m_after->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_after->setAccessibleName(tr("What the server needs afterwards"));

    m_build = new QCheckBox;
    m_build->hide();

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_save = buttons->addButton(tr("&Save"), QDialogButtonBox::AcceptRole);
    m_save->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(spacing::fields, spacing::fields, spacing::fields, spacing::fields);
    column->setSpacing(spacing::parts);
    column->addWidget(split, 1);
    column->addWidget(m_problems);
    column->addWidget(m_after);
    column->addWidget(m_build);
    column->addWidget(buttons);

    fillFiles();
    connect(m_list, &QListWidget::itemChanged, this, &SaveDialog::refresh);
    connect(m_list, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem *item) {
        if (item)
            m_diff->scrollToFile(static_cast<model::FileId>(item->data(Qt::UserRole).toInt()));
    });
    connect(&findings, &Findings::changed, this, &SaveDialog::refresh);
    refresh();
    m_save->setFocus();
}

QWidget *SaveDialog::makeFiles()
{
    m_list = new QListWidget;
    m_list->setAccessibleName(tr("Files to save"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setSpacing(2);
    return m_list;
}

void SaveDialog::fillFiles()
{
    for (const model::FileId id : m_session.changedFiles()) {
        const model::FileInfo &info = m_session.snapshot().file(id).info();
        const QString summary = changeSummary(m_session.baseline(), m_session.snapshot(), id);
        auto *item = new QListWidgetItem(shownName(m_session.snapshot(), id) + u'\n' + summary, m_list);
        item->setData(Qt::UserRole, static_cast<int>(id));
        item->setToolTip(escapedName(info.path));
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(info.writable ? Qt::Checked : Qt::Unchecked);
        if (!info.writable) {
            item->setFlags(item->flags() & ~Qt::ItemIsUserCheckable);
            item->setToolTip(tr("%1 can’t be written from here.").arg(escapedName(info.path)));
        }
    }
}

QList<model::FileId> SaveDialog::files() const
{
    QList<model::FileId> checked;
    for (int row = 0; row < m_list->count(); ++row) {
        const QListWidgetItem *item = m_list->item(row);
        if (item->checkState() == Qt::Checked)
            checked.append(static_cast<model::FileId>(item->data(Qt::UserRole).toInt()));
    }
    return checked;
}

void SaveDialog::offerBuilding(const std::function<bool(const QByteArray &)> &canBuild, bool isWanted)
{
    m_canBuild = canBuild;
    m_build->setChecked(isWanted);
    refresh();
}

review::AfterSaving SaveDialog::afterwards() const
{
    return review::afterSaving(m_session.baseline(), m_session.snapshot(), files(), m_folder,
                               m_configDirectory);
}

QByteArrayList SaveDialog::buildable(const review::AfterSaving &after) const
{
    QByteArrayList tables;
    for (const review::AfterSaving::Rebuild &rebuild : after.rebuilds) {
        if (m_canBuild && m_canBuild(rebuild.table))
            tables.append(rebuild.table);
    }
    return tables;
}

QByteArrayList SaveDialog::builds() const
{
    return m_build->isChecked() ? buildable(afterwards()) : QByteArrayList();
}

std::optional<bool> SaveDialog::isBuildingWanted() const
{
    return m_build->isHidden() ? std::nullopt : std::optional(m_build->isChecked());
}

QString SaveDialog::problemsText() const
{
    const auto errors = static_cast<int>(m_findings.count(Finding::Severity::Error));
    const auto warnings = static_cast<int>(m_findings.count(Finding::Severity::Warning));
    if (errors == 0 && warnings == 0)
        return {};
    return tr("Found in this configuration: errors %1, warnings %2.").arg(errors).arg(warnings);
}

void SaveDialog::refresh()
{
    const QList<model::FileId> checked = files();
    m_save->setEnabled(!checked.isEmpty());
    m_problems->setText(problemsText());
    m_problems->setVisible(!m_problems->text().isEmpty());
    const review::AfterSaving after = afterwards();
    const QStringList lines = afterSavingLines(after);
    const QByteArrayList tables = buildable(after);
    m_build->setVisible(!tables.isEmpty());
    m_build->setText(tables.size() == after.rebuilds.size()
                         ? tr("&Build these index files here right after saving (postmap, postalias)")
                         : tr("&Build what can be built here right after saving: %1")
                               .arg(base::displayText(tables.join(", "))));
    m_after->setText(lines.isEmpty() ? tr("Nothing has to be done on the server afterwards.")
                                     : tr("Afterwards, on the server:") + u'\n' + lines.join(u'\n'));
}

QString changeSummary(const model::Snapshot &before, const model::Snapshot &after, model::FileId file)
{
    const model::File &now = after.file(file);
    const model::File then =
        before.contains(file) ? before.file(file) : now.withText(syntax::Text({}, now.text().layout()));
    const review::ChangeCounts counts = review::changeCounts(then, now);
    QStringList parts;
    const auto add = [&parts](qsizetype count, const QString &one, const QString &many) {
        if (count > 0)
            parts.append(count == 1 ? one : many.arg(count));
    };
    add(counts.settings, SaveDialog::tr("1 setting"), SaveDialog::tr("%1 settings"));
    add(counts.servicesAdded, SaveDialog::tr("1 service added"), SaveDialog::tr("%1 services added"));
    add(counts.servicesRemoved, SaveDialog::tr("1 service removed"), SaveDialog::tr("%1 services removed"));
    add(counts.servicesChanged, SaveDialog::tr("1 service changed"), SaveDialog::tr("%1 services changed"));
    if (!parts.isEmpty())
        return parts.join(QStringLiteral(", "));
    //: lines added and removed
    const QString lines =
        SaveDialog::tr("+%1 \u2212%2 lines").arg(counts.linesAdded).arg(counts.linesRemoved);
    return now.mainCf() || now.masterCf() ? SaveDialog::tr("only comments or spacing, %1").arg(lines) : lines;
}

QStringList afterSavingLines(const review::AfterSaving &after)
{
    using Postfix = review::AfterSaving::Postfix;
    QStringList lines;
    for (const review::AfterSaving::Rebuild &rebuild : after.rebuilds)
        lines.append(QString::fromUtf8(rebuild.program + ' ' + rebuild.table));
    if (after.postfix == Postfix::Reload)
        lines.append(QStringLiteral("postfix reload"));
    if (after.postfix == Postfix::Restart) {
        //: %1 is a list of parameters
        lines.append(SaveDialog::tr("postfix stop, then postfix start: %1 is read only when Postfix starts")
                         .arg(QString::fromUtf8(after.restartFor.join(", "))));
    }
    return lines;
}

} // namespace ui
