// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

#include <functional>

class QLabel;
class QLineEdit;
class QMenu;

namespace ui {

class TextLabel;

/// The search box of the Parameters page: words and filters, completed as they are written, offered in a
/// menu.
class ParameterSearch : public QWidget
{
    Q_OBJECT

public:
    using Names = std::function<QStringList()>;

    ParameterSearch(Names services, Names topics, QWidget *parent = nullptr);

    QString text() const;
    void setText(const QString &text);
    bool isEmpty() const { return text().trimmed().isEmpty(); }
    /// How many parameters are shown, of how many, and what of the query can't be answered.
    void showResult(int shown, qsizetype all, const QStringList &problems);
    void takeKeyboard();

signals:
    void changed(const QString &text);
    /// The user is done here and goes on to what was found.
    void left();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fillMenu();
    void toggle(const QString &filter);

    Names m_services;
    Names m_topics;
    QLineEdit *m_line = nullptr;
    QMenu *m_menu = nullptr;
    TextLabel *m_count = nullptr;
    QWidget *m_problemRow = nullptr;
    QLabel *m_problemIcon = nullptr;
    TextLabel *m_problem = nullptr;
};

} // namespace ui
