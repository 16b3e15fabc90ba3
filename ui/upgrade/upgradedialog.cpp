// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/upgrade/upgradedialog.h"

#include "ui/preview/diffview.h"
#include "ui/session/editsession.h"
#include "ui/session/knowledge.h"
#include "ui/session/linttarget.h"
#include "ui/session/originwords.h"
#include "ui/text/filename.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/spacing.h"
#include "ui/widgets/textlabel.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QPushButton>
#include <QSplitter>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {

constexpr int indexRole = Qt::UserRole; ///< of a step; groups have none

} // namespace

UpgradeDialog::UpgradeDialog(EditSession &session, Knowledge &knowledge, QWidget *parent)
    : QDialog(parent), m_session(session), m_knowledge(knowledge)
{
    setObjectName(QStringLiteral("upgradeDialog"));
    setWindowTitle(tr("Upgrade Assistant"));
    constexpr QSize size(960, 560);
    resize(size);
    auto *split = new QSplitter;
    split->setChildrenCollapsible(false);
    split->addWidget(makeSteps());
    split->addWidget(makePreview());
    split->setStretchFactor(0, 1);
    split->setStretchFactor(1, 1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_apply = buttons->addButton(tr("&Make These Changes"), QDialogButtonBox::AcceptRole);
    buttons->button(QDialogButtonBox::Cancel)->setAutoDefault(false); // Enter is never that
    connect(buttons, &QDialogButtonBox::accepted, this, &UpgradeDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(spacing::fields, spacing::fields, spacing::fields, spacing::fields);
    column->setSpacing(spacing::parts);
    column->addLayout(makeTop());
    column->addWidget(split, 1);
    column->addWidget(buttons);
    m_apply->setDefault(true);

    connect(m_versions, &QComboBox::currentIndexChanged, this, &UpgradeDialog::plan);
    connect(m_list, &QTreeWidget::itemChanged, this, &UpgradeDialog::onChecked);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &UpgradeDialog::showWhy);
    // What is to be changed may be changed while it is asked for.
    connect(&session, &EditSession::changed, this, &UpgradeDialog::plan);
    connect(&session, &EditSession::opened, this, &QDialog::reject);
    plan();
    m_list->setFocus();
}

QLayout *UpgradeDialog::makeTop()
{
    //: %1 is a version; a list to choose another version from follows
    auto *label = new QLabel(tr("What to change in this configuration, which is for Postfix %1, for &version")
                                 .arg(m_knowledge.target().toString()));
    m_versions = new QComboBox;
    m_versions->setAccessibleName(tr("Version to upgrade to"));
    label->setBuddy(m_versions);
    if (const catalog::Reference *reference = m_knowledge.reference()) {
        const QList<catalog::Release> &releases = reference->catalog().releases();
        for (auto release = releases.crbegin(); release != releases.crend(); ++release) {
            m_versions->addItem(release->newest().toString());
            m_versions->setItemData(m_versions->count() - 1, release->newest().toString().toLatin1());
        }
    }
    auto *row = new QHBoxLayout;
    row->setSpacing(spacing::parts);
    row->addWidget(label);
    row->addWidget(m_versions);
    row->addStretch();
    return row;
}

QWidget *UpgradeDialog::makeSteps()
{
    m_list = new QTreeWidget;
    m_list->setAccessibleName(tr("What to change"));
    m_list->setHeaderHidden(true);
    m_list->setRootIsDecorated(false);
    m_list->setIndentation(spacing::fields);
    m_list->setUniformRowHeights(true);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->header()->setSectionResizeMode(QHeaderView::Stretch);
    m_why = new TextLabel(TextLabel::Rank::Body, {});
    m_why->setWordWrap(true);
    m_why->setTextFormat(Qt::PlainText);
    m_why->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_why->setMinimumHeight(fontMetrics().lineSpacing() * 5); // the list does not jump while one reads
    m_why->setAccessibleName(tr("Why"));
    auto *side = new QWidget;
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins({});
    column->setSpacing(spacing::parts);
    column->addWidget(m_list, 1);
    column->addWidget(m_why);
    return side;
}

QWidget *UpgradeDialog::makePreview()
{
    m_diff = new DiffView;
    m_diff->setFrameShape(QFrame::StyledPanel);
    m_diff->setAccessibleName(tr("Lines that change"));
    m_state = new QLabel;
    m_state->setWordWrap(true);
    m_state->setTextFormat(Qt::PlainText);
    m_state->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_state->setMinimumHeight(m_why->minimumHeight());
    m_state->setAccessibleName(tr("What the chosen steps do"));
    auto *side = new QWidget;
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins({});
    column->setSpacing(spacing::parts);
    column->addWidget(m_diff, 1);
    column->addWidget(m_state);
    return side;
}

catalog::Version UpgradeDialog::chosenVersion() const
{
    return catalog::Version::parse(m_versions->currentData().toByteArray())
        .value_or(catalog::Catalog::newest);
}

bool UpgradeDialog::isChosen(const upgrade::Step &step) const
{
    return !step.isByHand() && m_decided.value(step.key, step.weight != upgrade::Weight::Choice);
}

upgrade::Steps UpgradeDialog::chosenSteps() const
{
    upgrade::Steps chosen;
    std::copy_if(m_steps.begin(), m_steps.end(), std::back_inserter(chosen),
                 [this](const upgrade::Step &step) { return isChosen(step); });
    return chosen;
}

void UpgradeDialog::plan()
{
    const auto target = lintTarget(m_knowledge, m_session.snapshot());
    m_steps = target ? upgrade::stepsFor(m_session.snapshot(), {.target = *target, .to = chosenVersion()})
                     : upgrade::Steps();
    fill();
    refresh();
}

void UpgradeDialog::fill()
{
    m_isFilling = true;
    m_list->clear();
    const struct
    {
        upgrade::Weight weight;
        bool isByHand;
        QString title;
    } groups[] = {{upgrade::Weight::Needed, false, tr("Needed: that version does not read it")},
                  {upgrade::Weight::Advised, false, tr("Out of date")},
                  {upgrade::Weight::Choice, false, tr("Your choice")},
                  {upgrade::Weight::Advised, true, tr("By hand")}};
    for (const auto &group : groups) {
        QTreeWidgetItem *heading = nullptr;
        for (qsizetype i = 0; i < m_steps.size(); ++i) {
            const bool isHere = m_steps[i].isByHand() == group.isByHand
                && (group.isByHand || m_steps[i].weight == group.weight);
            if (!isHere)
                continue;
            if (!heading)
                heading = addGroup(group.title);
            addStep(heading, i);
        }
    }
    m_list->expandAll();
    m_isFilling = false;
    if (QTreeWidgetItem *first = m_list->topLevelItem(0))
        m_list->setCurrentItem(first->child(0));
    showWhy();
}

QTreeWidgetItem *UpgradeDialog::addGroup(const QString &title)
{
    auto *group = new QTreeWidgetItem(m_list, {title});
    group->setFlags(Qt::ItemIsEnabled);
    QFont font = m_list->font();
    font.setWeight(QFont::DemiBold);
    group->setFont(0, font);
    return group;
}

void UpgradeDialog::addStep(QTreeWidgetItem *group, qsizetype index)
{
    const upgrade::Step &step = m_steps[index];
    auto *item = new QTreeWidgetItem(group, {step.title});
    item->setData(0, indexRole, static_cast<int>(index));
    item->setToolTip(0, step.title);
    if (step.isByHand()) {
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
        item->setIcon(0, icon(QStringLiteral("pencil"), IconColor::Muted));
        return;
    }
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
    item->setCheckState(0, isChosen(step) ? Qt::Checked : Qt::Unchecked);
}

void UpgradeDialog::onChecked(QTreeWidgetItem *item)
{
    const QVariant index = item->data(0, indexRole);
    if (m_isFilling || !index.isValid())
        return;
    m_decided.insert(m_steps[index.toInt()].key, item->checkState(0) == Qt::Checked);
    refresh();
}

void UpgradeDialog::showWhy()
{
    const QTreeWidgetItem *item = m_list->currentItem();
    const QVariant index = item ? item->data(0, indexRole) : QVariant();
    if (m_isFilling || !index.isValid()) {
        m_why->clear();
        return;
    }
    const upgrade::Step &step = m_steps[index.toInt()];
    const model::Snapshot &snapshot = m_session.snapshot();
    const QString place = step.place && snapshot.contains(step.place->file)
        ? OriginWords::placeText(snapshot, *step.place) + QStringLiteral(": ")
        : QString();
    m_why->setText(place + step.title + u'\n' + step.why);
}

void UpgradeDialog::refresh()
{
    const upgrade::Steps chosen = chosenSteps();
    const model::Snapshot &now = m_session.snapshot();
    model::Draft draft(now);
    upgrade::apply(draft, chosen);
    DiffRows rows;
    rows.update(now, draft.snapshot());
    m_diff->setRows(rows.rows(), [this](model::FileId id) { return shownName(m_session.snapshot(), id); });
    QStringList files;
    for (const model::FileId id : rows.files())
        files.append(shownName(now, id));
    if (m_steps.isEmpty())
        //: %1 is a version
        m_state->setText(tr("Nothing has to be changed for Postfix %1.").arg(chosenVersion().toString()));
    else if (files.isEmpty())
        m_state->setText(tr("Nothing is chosen, so nothing changes."));
    else
        //: %1 is a list of files
        m_state->setText(tr("%n step(s) chosen. Lines change in %1, as one step of Undo.", nullptr,
                            static_cast<int>(chosen.size()))
                             .arg(files.join(QStringLiteral(", "))));
    m_apply->setEnabled(!files.isEmpty());
}

void UpgradeDialog::accept()
{
    if (!m_apply->isEnabled())
        return;
    const upgrade::Steps chosen = chosenSteps();
    disconnect(&m_session, &EditSession::changed, this, nullptr); // it is done, not to be planned anew
    //: Name of a step of Undo; %1 is a version
    m_session.edit(tr("Upgrade to Postfix %1").arg(chosenVersion().toString()),
                   [&](model::Draft &draft) { upgrade::apply(draft, chosen); });
    QDialog::accept();
}

} // namespace ui
