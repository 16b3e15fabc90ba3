// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/editor/findbar.h"

#include "core/base/whendone.h"
#include "ui/session/editsession.h"
#include "ui/widgets/colors.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/spacing.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QtConcurrentRun>

namespace ui {

namespace {

/// Larger files are counted in the background.
constexpr qsizetype countedAtOnce = qsizetype(2) * 1024 * 1024;

/// Replacing thousands of matches one by one would rebuild the list of pieces as often: those of one piece
/// are made one.
QList<model::Draft::Replacement> joined(const syntax::Text &text,
                                        const QList<model::Draft::Replacement> &replacements)
{
    constexpr qsizetype few = 1000;
    if (replacements.size() <= few)
        return replacements;
    QList<model::Draft::Replacement> result;
    for (const model::Draft::Replacement &next : replacements) {
        if (!result.isEmpty() && text.chunkAt(result.last().range.begin) == text.chunkAt(next.range.begin)) {
            model::Draft::Replacement &last = result.last();
            last.bytes += text.bytes({last.range.end, next.range.begin}) + next.bytes;
            last.range.end = next.range.end;
        } else {
            result.append(next);
        }
    }
    return result;
}

} // namespace

FindBar::FindBar(EditSession &session, model::FileId file, SearchTarget target, QWidget *parent)
    : QWidget(parent), m_session(session), m_file(file), m_target(std::move(target))
{
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(spacing::parts, spacing::tight, spacing::parts, spacing::tight);
    rows->setSpacing(spacing::tight);
    rows->addWidget(makeFindRow());
    m_replaceRow = makeReplaceRow();
    rows->addWidget(m_replaceRow);
    connect(m_what, &QLineEdit::textChanged, this, &FindBar::onWhatChanged);
    connect(&session, &EditSession::changed, this, [this] {
        if (isVisible())
            count();
    });
    hide();
}

FindBar::~FindBar()
{
    if (m_counting)
        *m_counting = true;
}

QToolButton *FindBar::makeOption(const QString &iconName, const QString &name)
{
    auto *button = new QToolButton;
    button->setIcon(icon(iconName));
    button->setToolTip(name);
    button->setAccessibleName(name);
    button->setCheckable(true);
    button->setAutoRaise(true);
    connect(button, &QToolButton::toggled, this, &FindBar::onWhatChanged);
    return button;
}

QWidget *FindBar::makeFindRow()
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    layout->setSpacing(spacing::tight);
    m_what = new QLineEdit;
    m_what->setPlaceholderText(tr("Find"));
    m_what->setAccessibleName(tr("Find"));
    m_what->setClearButtonEnabled(true);
    m_case = makeOption(QStringLiteral("case-sensitive"), tr("Match upper and lower case"));
    m_words = makeOption(QStringLiteral("whole-word"), tr("Whole words only"));
    m_regex = makeOption(QStringLiteral("regex"), tr("Regular expression"));
    m_status = new QLabel;
    m_status->setMinimumWidth(fontMetrics().averageCharWidth() * 18);
    layout->addWidget(m_what, 1);
    for (QToolButton *option : {m_case, m_words, m_regex})
        layout->addWidget(option);
    const auto addButton = [&](const QString &iconName, const QString &name, void (FindBar::*action)()) {
        auto *button = new QToolButton;
        button->setIcon(icon(iconName));
        button->setToolTip(name);
        button->setAccessibleName(name);
        button->setAutoRaise(true);
        connect(button, &QToolButton::clicked, this, action);
        layout->addWidget(button);
    };
    addButton(QStringLiteral("arrow-up"), tr("Previous match (Shift+F3)"), &FindBar::findPrevious);
    addButton(QStringLiteral("arrow-down"), tr("Next match (F3)"), &FindBar::findNext);
    layout->addWidget(m_status);
    addButton(QStringLiteral("x"), tr("Close (Esc)"), &FindBar::dismiss);
    return row;
}

QWidget *FindBar::makeReplaceRow()
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    layout->setSpacing(spacing::tight);
    m_with = new QLineEdit;
    m_with->setPlaceholderText(tr("Replace with"));
    m_with->setAccessibleName(tr("Replace with"));
    m_with->setToolTip(tr("With a regular expression, \\1 to \\9 stand for its groups."));
    layout->addWidget(m_with, 1);
    auto *one = new QPushButton(tr("&Replace"));
    auto *all = new QPushButton(tr("Replace &All"));
    one->setAutoDefault(false);
    all->setAutoDefault(false);
    connect(one, &QPushButton::clicked, this, &FindBar::replace);
    connect(all, &QPushButton::clicked, this, &FindBar::replaceAll);
    layout->addWidget(one);
    layout->addWidget(all);
    return row;
}

const syntax::Text &FindBar::text() const
{
    return m_session.snapshot().file(m_file).text();
}

bool FindBar::isEditable() const
{
    return m_session.snapshot().file(m_file).isEditable();
}

void FindBar::openFind()
{
    open(false);
}

void FindBar::openReplace()
{
    open(isEditable());
}

void FindBar::open(bool withReplace)
{
    m_replaceRow->setVisible(withReplace);
    show();
    const syntax::ByteRange selected = m_target.selected();
    m_start = selected.begin;
    const QByteArray bytes = selected.size() <= 200 ? text().bytes(selected) : QByteArray();
    if (!bytes.isEmpty() && !bytes.contains('\n') && bytes.isValidUtf8() && !m_regex->isChecked())
        m_what->setText(QString::fromUtf8(bytes));
    m_what->selectAll();
    m_what->setFocus();
    count();
}

void FindBar::dismiss()
{
    hide();
    m_target.takeKeyboard();
}

void FindBar::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    if (m_counting)
        *m_counting = true;
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape)
        dismiss();
    else if (isEnter && m_with->hasFocus())
        replace();
    else if (isEnter && event->modifiers() & Qt::ShiftModifier)
        findPrevious();
    else if (isEnter)
        findNext();
    else
        QWidget::keyPressEvent(event);
}

void FindBar::onWhatChanged()
{
    m_search = TextSearch(m_what->text(),
                          {.matchCase = m_case->isChecked(),
                           .wholeWords = m_words->isChecked(),
                           .isRegex = m_regex->isChecked()});
    if (m_search.isEmpty() || !m_search.problem().isEmpty()) {
        count();
        return;
    }
    std::optional<syntax::ByteRange> match = m_search.next(text(), std::min(m_start, text().size()));
    if (!match)
        match = m_search.next(text(), 0);
    if (match)
        m_target.select(*match);
    count();
}

void FindBar::findNext()
{
    if (m_search.isEmpty()) {
        openFind();
        return;
    }
    const syntax::ByteRange selected = m_target.selected();
    // Not again the one that is selected, which may begin where the caret is.
    const qsizetype from = selected.isEmpty() ? selected.begin : selected.begin + 1;
    std::optional<syntax::ByteRange> match = m_search.next(text(), std::min(from, text().size()));
    const bool wrapped = !match;
    if (wrapped)
        match = m_search.next(text(), 0);
    showMatch(match, wrapped);
}

void FindBar::findPrevious()
{
    if (m_search.isEmpty()) {
        openFind();
        return;
    }
    std::optional<syntax::ByteRange> match = m_search.previous(text(), m_target.selected().begin);
    const bool wrapped = !match;
    if (wrapped)
        match = m_search.previous(text(), text().size());
    showMatch(match, wrapped);
}

void FindBar::showMatch(const std::optional<syntax::ByteRange> &match, bool wrapped)
{
    if (!match) {
        count();
        return;
    }
    m_start = match->begin;
    m_target.select(*match);
    count();
    if (wrapped)
        say(tr("Went on at the other end"));
}

void FindBar::count()
{
    if (m_counting)
        *m_counting = true;
    if (m_search.isEmpty()) {
        say({});
        return;
    }
    if (const QString problem = m_search.problem(); !problem.isEmpty()) {
        say(tr("The expression is not complete: %1").arg(problem), true);
        return;
    }
    const auto report = [this](const QList<syntax::ByteRange> &matches) {
        const syntax::ByteRange selected = m_target.selected();
        const auto here = std::find(matches.begin(), matches.end(), selected);
        if (matches.isEmpty())
            say(tr("No match"), true);
        else if (here != matches.end())
            say(tr("%1 of %2").arg(here - matches.begin() + 1).arg(matches.size()));
        else
            say(matches.size() == 1 ? tr("1 match") : tr("%1 matches").arg(matches.size()));
    };
    if (text().size() <= countedAtOnce) {
        report(m_search.all(text()));
        return;
    }
    say(tr("Counting…"));
    m_counting = std::make_shared<std::atomic_bool>(false);
    base::whenDone(QtConcurrent::run([search = m_search, text = text(), cancelled = m_counting] {
                       return search.all(text, cancelled.get());
                   }),
                   this, [report, cancelled = m_counting](const QList<syntax::ByteRange> &matches) {
                       if (!*cancelled)
                           report(matches);
                   });
}

void FindBar::replace()
{
    const syntax::ByteRange selected = m_target.selected();
    const std::optional<syntax::ByteRange> match =
        m_search.isEmpty() ? std::nullopt : m_search.next(text(), selected.begin);
    if (!isEditable() || match != selected) { // first show what would be replaced
        findNext();
        return;
    }
    const QByteArray with = m_search.replacement(text().bytes(selected), m_with->text());
    m_session.edit(tr("Replace"), [&](model::Draft &draft) { draft.replace(m_file, selected, with); });
    const qsizetype end = std::min(selected.begin + with.size(), text().size());
    m_target.select({end, end});
    findNext();
}

void FindBar::replaceAll()
{
    if (!isEditable() || m_search.isEmpty())
        return;
    QList<model::Draft::Replacement> replacements;
    for (const syntax::ByteRange &match : m_search.all(text())) {
        replacements.append(
            model::Draft::Replacement{match, m_search.replacement(text().bytes(match), m_with->text())});
    }
    m_session.edit(tr("Replace all"), [&](model::Draft &draft) {
        draft.replaceAll(m_file, joined(draft.snapshot().file(m_file).text(), replacements));
    });
    say(tr("%1 replaced").arg(replacements.size()));
}

void FindBar::say(const QString &text, bool isProblem)
{
    const Colors &colors = colorsFor(palette());
    QPalette looks = palette();
    looks.setColor(QPalette::WindowText, isProblem ? colors.error : colors.muted);
    m_status->setPalette(looks);
    m_status->setText(text);
}

} // namespace ui
