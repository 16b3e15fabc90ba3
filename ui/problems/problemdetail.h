// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/session/findings.h"

#include <QTextBrowser>

namespace ui {

class EditSession;

/// What is to be said about one finding: why it matters, where the manual speaks of it, what else has to do
/// with it, and the ways to fix it. Places and fixes are links.
class ProblemDetail : public QTextBrowser
{
    Q_OBJECT

public:
    /// `session` outlives it.
    explicit ProblemDetail(EditSession &session, QWidget *parent = nullptr);

    /// Nothing: that one can be chosen.
    void show(const std::optional<Finding> &finding);

signals:
    void fixAsked(const QString &title);

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    QString html() const;
    void follow(const QUrl &link);

    EditSession &m_session;
    std::optional<Finding> m_finding;
};

} // namespace ui
