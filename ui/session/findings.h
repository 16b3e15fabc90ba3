// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/check/problem.h"
#include "core/edits/refusal.h"
#include "core/model/draft.h"

#include <QDateTime>
#include <QObject>

#include <functional>
#include <optional>

namespace ui {

class EditSession;

/// What somebody has to say about the configuration.
struct Finding
{
    enum class Severity : quint8 { Error, Warning, Info };
    enum class Origin : quint8 { Lint, Postconf, PostfixCheck, Files };
    static constexpr int originCount = 4;

    /// One way to mend it. It finds its target again in the draft, and refuses when it is gone.
    struct Fix
    {
        QString title;
        std::function<edits::Outcome(model::Draft &)> apply;
    };

    Severity severity = Severity::Warning;
    Origin origin = Origin::Lint;
    QString rule = {}; ///< stable name of what found it; empty for messages of Postfix
    bool isAdvice = false; ///< nothing that is written is wrong; it could be better
    QString message = {}; ///< whole sentences, for a person
    std::optional<model::Place> place = {}; ///< in an open file; an empty range is a whole line
    QString file = {}; ///< where it is, as shown, when it is not in an open file
    QList<Fix> fixes = {};
    QList<model::Place> related = {}; ///< what also has to do with it

    QString title = {}; ///< a few words: what is wrong wherever the rule finds something
    QString explanation = {}; ///< why it matters; empty for messages of Postfix
    QString manual = {}; ///< the part of the manual by name; may be empty

    std::optional<check::Ignored> ignored = {}; ///< the admin knows of it
};

/// All findings there are, from everybody who looks for some. Each origin replaces its own as a whole, so
/// what is no longer found goes away by itself. Places move along with edits until that happens.
class Findings : public QObject
{
    Q_OBJECT

public:
    explicit Findings(EditSession &session, QObject *parent = nullptr);

    /// Errors first, then by file and place. Those that are ignored are not among them.
    const QList<Finding> &all() const { return m_all; }
    /// Those, in the same order.
    const QList<Finding> &ignored() const { return m_ignored; }
    qsizetype count(Finding::Severity severity) const;
    qsizetype countIn(model::FileId file) const;

    void set(Finding::Origin origin, const QList<Finding> &findings);
    void clear();

    /// When Postfix's own programs last answered; not valid before.
    const QDateTime &checkedAt() const { return m_checkedAt; }
    bool isChecking() const { return m_isChecking; }
    /// What they could not look at when they were last asked for all they have, and why.
    const QStringList &notChecked() const { return m_notChecked; }
    void setNotChecked(const QStringList &sentences);
    void setChecking(bool checking);
    void setCheckedAt(const QDateTime &time);

signals:
    /// all() is another list than before.
    void changed();
    /// A check has begun or ended.
    void checkingChanged();

private:
    void moveAlong(const QList<model::Change> &changes);
    void rebuild();

    QList<Finding> m_byOrigin[Finding::originCount];
    QList<Finding> m_all;
    QList<Finding> m_ignored;
    QDateTime m_checkedAt;
    QStringList m_notChecked;
    bool m_isChecking = false;
};

/// The line a finding is in, counted from 1; 0 when it has none.
qsizetype lineOf(const Finding &finding, const model::Snapshot &snapshot);
/// "main.cf:12", "main.cf" or nothing, for showing.
QString whereText(const Finding &finding, const model::Snapshot &snapshot);

} // namespace ui
