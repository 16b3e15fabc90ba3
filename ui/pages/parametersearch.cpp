// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/parametersearch.h"

#include "ui/grids/parameterquery.h"
#include "ui/grids/querycompleter.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/spacing.h"
#include "ui/widgets/textlabel.h"

#include <QAction>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui {

ParameterSearch::ParameterSearch(Names services, Names topics, QWidget *parent)
    : QWidget(parent), m_services(std::move(services)), m_topics(std::move(topics))
{
    m_line = new QLineEdit;
    m_line->setPlaceholderText(tr("Search names, values and help, or @set, @changed, @service:…"));
    m_line->setAccessibleName(tr("Search parameters"));
    m_line->setClearButtonEnabled(true);
    m_line->addAction(icon(QStringLiteral("search"), IconColor::Muted), QLineEdit::LeadingPosition);
    m_line->installEventFilter(this);
    setFocusProxy(m_line);
    new QueryCompleter(m_line, m_services, m_topics);
    auto *button = new QToolButton;
    button->setIcon(icon(QStringLiteral("funnel")));
    button->setText(tr("Filter"));
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setToolTip(tr("Show only some of the parameters"));
    button->setFocusPolicy(Qt::TabFocus);
    m_menu = new QMenu(button);
    m_menu->setToolTipsVisible(true);
    button->setMenu(m_menu);
    m_count = new TextLabel(TextLabel::Rank::Small, {});
    m_problemIcon = new QLabel;
    m_problem = new TextLabel(TextLabel::Rank::Small, {});
    m_problem->setWordWrap(true);
    m_problemRow = new QWidget;

    auto *row = new QHBoxLayout;
    row->setSpacing(spacing::parts);
    row->addWidget(m_line, 1);
    row->addWidget(button);
    row->addWidget(m_count);
    auto *problem = new QHBoxLayout(m_problemRow);
    problem->setContentsMargins({});
    problem->setSpacing(spacing::tight);
    problem->addWidget(m_problemIcon);
    problem->addWidget(m_problem, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(spacing::fields, 0, spacing::fields, spacing::parts);
    column->setSpacing(spacing::tight);
    column->addLayout(row);
    column->addWidget(m_problemRow);
    connect(m_line, &QLineEdit::textChanged, this, &ParameterSearch::changed);
    connect(m_line, &QLineEdit::returnPressed, this, &ParameterSearch::left);
    connect(m_menu, &QMenu::aboutToShow, this, &ParameterSearch::fillMenu);
}

QString ParameterSearch::text() const
{
    return m_line->text();
}

void ParameterSearch::setText(const QString &text)
{
    m_line->setText(text);
}

void ParameterSearch::takeKeyboard()
{
    m_line->setFocus(Qt::ShortcutFocusReason);
    m_line->selectAll();
}

void ParameterSearch::showResult(int shown, qsizetype all, const QStringList &problems)
{
    const QLocale locale;
    //: How many parameters are shown, and of how many
    m_count->setText(shown == all ? locale.toString(all)
                                  : tr("%1 of %2").arg(locale.toString(shown), locale.toString(all)));
    m_count->setToolTip(tr("%n parameter(s) shown", nullptr, shown));
    m_count->setAccessibleName(m_count->toolTip());
    m_problem->setText(problems.join(u' '));
    m_problemIcon->setPixmap(
        icon(QStringLiteral("info"), IconColor::Info).pixmap(QSize(16, 16), devicePixelRatioF()));
    m_problemRow->setVisible(!problems.isEmpty());
}

void ParameterSearch::fillMenu()
{
    m_menu->clear();
    const QStringList words = text().split(u' ', Qt::SkipEmptyParts);
    const auto add = [&](QMenu *menu, const QString &label, const QString &filter) {
        QAction *action = menu->addAction(label, this, [this, filter] { toggle(filter); });
        action->setCheckable(true);
        action->setChecked(words.contains(filter));
        action->setToolTip(filter);
    };
    for (const QueryFilter &filter : queryFilters()) {
        const QString word = QString::fromLatin1(filter.word);
        const QString meaning = QCoreApplication::translate("query", filter.meaning);
        if (!word.endsWith(u':')) {
            add(m_menu, meaning, word);
            continue;
        }
        QMenu *names = m_menu->addMenu(meaning);
        const bool isTopic = word == QLatin1String("@topic:");
        for (const QString &name : isTopic ? m_topics() : m_services())
            add(names, name, word + name);
    }
}

void ParameterSearch::toggle(const QString &filter)
{
    m_line->setText(withFilterToggled(text(), filter));
    m_line->setFocus(Qt::OtherFocusReason);
}

bool ParameterSearch::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Down) {
            emit left();
            return true;
        }
        if (key == Qt::Key_Escape && !text().isEmpty()) {
            m_line->clear();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace ui
