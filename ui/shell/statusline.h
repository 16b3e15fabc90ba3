// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/pages/pagecontext.h"

#include <QStatusBar>
#include <QTimer>

#include <array>

class QLabel;
class QProgressBar;
class QToolButton;

namespace ui {

/// The facts at the bottom: Postfix version, where the folder lives, what is unsaved, what is wrong, when it
/// was checked; progress of opening and saving with a way to end it; and for a while what just happened.
class StatusLine : public QStatusBar
{
    Q_OBJECT

public:
    explicit StatusLine(PageContext &context, QWidget *parent = nullptr);

    /// "Postfix 3.7.11 (this machine)"; empty when nobody knows.
    void setTarget(const QString &target);
    QString text() const;

signals:
    /// Somebody wants to see the problems.
    void problemsAsked();

private:
    void refresh();
    void refreshPlace();
    void refreshProgress();
    void buildCounts();
    void refreshCounts();

    PageContext &m_context;
    QString m_target;
    QString m_place;
    QLabel *m_facts = nullptr;
    std::array<QToolButton *, 3> m_counts{}; ///< by severity
    QProgressBar *m_progress = nullptr;
    QToolButton *m_cancel = nullptr;
    QTimer m_patience; ///< runs while work is too young to be shown
    QTimer m_clock; ///< "checked 3 s ago" grows old
};

} // namespace ui
