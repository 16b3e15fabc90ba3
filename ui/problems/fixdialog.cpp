// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/problems/fixdialog.h"

#include "ui/preview/diffview.h"
#include "ui/problems/fixing.h"
#include "ui/session/editsession.h"
#include "ui/text/filename.h"
#include "ui/widgets/colors.h"
#include "ui/widgets/spacing.h"
#include "ui/widgets/textlabel.h"

#include <QButtonGroup>
#include <QDialogButtonBox>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

FixDialog::FixDialog(EditSession &session, QList<Finding> findings, const QString &title, QWidget *parent)
    : QDialog(parent), m_session(session), m_findings(std::move(findings)), m_titles(fixTitles(m_findings))
{
    setObjectName(QStringLiteral("fixDialog"));
    const Finding &first = m_findings.first();
    const bool isOne = m_findings.size() == 1;
    const QString kind = first.title.isEmpty() ? first.rule : first.title;
    setWindowTitle(isOne ? tr("Fix a Problem") : tr("Fix All of a Kind"));
    constexpr QSize size(760, 480);
    resize(size);

    const QString what = isOne
        ? first.message
        //: %1 is a kind of problem
        : tr("%n problem(s) of the kind “%1”", nullptr, static_cast<int>(m_findings.size())).arg(kind);
    auto *problem = new TextLabel(TextLabel::Rank::Heading, what);
    problem->setWordWrap(true);
    problem->setTextFormat(Qt::PlainText);
    m_state = new QLabel;
    m_state->setWordWrap(true);
    m_state->setTextFormat(Qt::PlainText);
    m_state->setAccessibleName(tr("What the fix does"));
    m_diff = new DiffView;
    m_diff->setFrameShape(QFrame::StyledPanel);
    m_diff->setAccessibleName(tr("Lines that change"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_fix = buttons->addButton(isOne ? tr("&Fix") : tr("&Fix All"), QDialogButtonBox::AcceptRole);
    buttons->button(QDialogButtonBox::Cancel)->setAutoDefault(false); // Enter is never that
    connect(buttons, &QDialogButtonBox::accepted, this, &FixDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(spacing::fields, spacing::fields, spacing::fields, spacing::fields);
    column->setSpacing(spacing::parts);
    column->addWidget(problem);
    column->addWidget(makeWays(title));
    column->addWidget(m_state);
    column->addWidget(m_diff, 1);
    column->addWidget(buttons);
    m_fix->setDefault(true);

    // What is to be mended may be changed while this is asked.
    connect(&session, &EditSession::changed, this, &FixDialog::refresh);
    connect(&session, &EditSession::opened, this, &QDialog::reject);
    refresh();
    m_fix->setFocus();
}

QWidget *FixDialog::makeWays(const QString &title)
{
    auto *ways = new QWidget;
    ways->setAccessibleName(tr("Ways to fix it"));
    auto *column = new QVBoxLayout(ways);
    column->setContentsMargins({});
    column->setSpacing(spacing::tight);
    m_ways = new QButtonGroup(this);
    const qsizetype chosen = std::max<qsizetype>(0, m_titles.indexOf(title));
    for (qsizetype i = 0; i < m_titles.size(); ++i) {
        const QString text = QString(m_titles[i]).replace(u'&', QLatin1String("&&"));
        auto *way = new QRadioButton(text);
        way->setChecked(i == chosen);
        m_ways->addButton(way, static_cast<int>(i));
        column->addWidget(way);
    }
    if (m_titles.size() == 1)
        m_ways->buttons().first()->hide(); // there is nothing to choose; the sentence below says it
    ways->setVisible(m_titles.size() > 1);
    connect(m_ways, &QButtonGroup::idToggled, this, &FixDialog::refresh);
    return ways;
}

QString FixDialog::chosenTitle() const
{
    return m_titles.value(std::max(0, m_ways->checkedId()));
}

void FixDialog::refresh()
{
    const model::Snapshot &now = m_session.snapshot();
    const QString title = chosenTitle();
    model::Draft draft(now);
    const edits::Outcome refused = applyFixes(draft, m_findings, title);
    DiffRows rows;
    rows.update(now, draft.snapshot());
    m_diff->setRows(rows.rows(), [this](model::FileId id) { return shownName(m_session.snapshot(), id); });
    QStringList files;
    for (const model::FileId id : rows.files())
        files.append(shownName(now, id));
    const auto left = std::count_if(m_findings.begin(), m_findings.end(),
                                    [&](const Finding &finding) { return !fixCalled(finding, title); });
    //: %1 is what the fix does, %2 is a list of files
    QString state =
        tr("%1: lines change in %2, as one step of Undo.").arg(title, files.join(QStringLiteral(", ")));
    if (left > 0)
        state += u' ' + tr("This can’t be done for %n of them.", nullptr, static_cast<int>(left));
    const bool changesNothing = rows.files().isEmpty();
    m_state->setText(refused              ? edits::refusalText(*refused)
                         : changesNothing ? tr("There is nothing left to fix: the configuration has changed.")
                                          : state);
    QPalette palette;
    if (refused)
        palette.setColor(QPalette::WindowText, colorsFor(palette).error);
    m_state->setPalette(palette);
    m_fix->setEnabled(!refused && !changesNothing);
}

void FixDialog::accept()
{
    if (!m_fix->isEnabled())
        return;
    const QString title = chosenTitle();
    //: Name of a step of Undo; %1 is what the fix does
    const QString step = m_findings.size() == 1 ? title : tr("%1, everywhere").arg(title);
    const bool isDone =
        m_session.edit(step, [&](model::Draft &draft) { return applyFixes(draft, m_findings, title); });
    if (isDone)
        QDialog::accept();
}

} // namespace ui
