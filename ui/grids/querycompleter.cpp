// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/grids/querycompleter.h"

#include "ui/grids/parameterquery.h"

#include <QLineEdit>
#include <QStringListModel>

namespace ui {

namespace {

/// Where the word that ends at `end` begins.
qsizetype wordStart(const QString &text, qsizetype end)
{
    return end <= 0 ? 0 : text.lastIndexOf(u' ', end - 1) + 1;
}

} // namespace

QueryCompleter::QueryCompleter(QLineEdit *line, Names services, Names topics)
    : QCompleter(line), m_line(line), m_services(std::move(services)), m_topics(std::move(topics))
{
    m_words = new QStringListModel(this);
    setModel(m_words);
    setCaseSensitivity(Qt::CaseInsensitive);
    setCompletionMode(QCompleter::PopupCompletion);
    setMaxVisibleItems(12);
    line->setCompleter(this);
    connect(line, &QLineEdit::textEdited, this, &QueryCompleter::offer);
}

void QueryCompleter::offer(const QString &text)
{
    const qsizetype end = m_line->cursorPosition();
    const QString word = text.sliced(wordStart(text, end), end - wordStart(text, end));
    if (!word.startsWith(u'@'))
        return;
    QStringList words;
    const auto add = [&](const QString &start, const Names &names) {
        for (const QString &name : names())
            words.append(start + name);
    };
    const QString service = QStringLiteral("@service:");
    const QString topic = QStringLiteral("@topic:");
    if (word.startsWith(service, Qt::CaseInsensitive)) {
        add(service, m_services);
    } else if (word.startsWith(topic, Qt::CaseInsensitive)) {
        add(topic, m_topics);
    } else {
        for (const QueryFilter &filter : queryFilters())
            words.append(QString::fromLatin1(filter.word));
    }
    if (words != m_words->stringList())
        m_words->setStringList(words);
}

QStringList QueryCompleter::splitPath(const QString &path) const
{
    const qsizetype end = std::min<qsizetype>(m_line->cursorPosition(), path.size());
    const QString word = path.sliced(wordStart(path, end), end - wordStart(path, end));
    if (word.startsWith(u'@'))
        return {word};
    return {QStringLiteral("\n")}; // begins no filter, so nothing is offered
}

QString QueryCompleter::pathFromIndex(const QModelIndex &index) const
{
    const QString text = m_line->text();
    const qsizetype end = m_line->cursorPosition();
    const QString filter = QCompleter::pathFromIndex(index);
    const QString space =
        filter.endsWith(u':') || text.sliced(end).startsWith(u' ') ? QString() : QStringLiteral(" ");
    return text.first(wordStart(text, end)) + filter + space + text.sliced(end);
}

} // namespace ui
