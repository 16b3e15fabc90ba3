// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCompleter>

#include <functional>

class QLineEdit;
class QStringListModel;

namespace ui {

/// Completes the filter that is being written in a search box: "@ch" to "@changed", "@service:sub" to the
/// names of services. Other words are left alone.
class QueryCompleter : public QCompleter
{
    Q_OBJECT

public:
    using Names = std::function<QStringList()>;

    /// Becomes the completer of `line`. `names` are asked for when somebody writes a filter.
    QueryCompleter(QLineEdit *line, Names services, Names topics);

    QStringList splitPath(const QString &path) const override;
    QString pathFromIndex(const QModelIndex &index) const override;

private:
    void offer(const QString &text);

    QLineEdit *m_line;
    Names m_services;
    Names m_topics;
    QStringListModel *m_words = nullptr;
};

} // namespace ui
