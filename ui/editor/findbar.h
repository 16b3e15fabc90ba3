// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/changes.h"
#include "ui/text/textsearch.h"

#include <QWidget>

#include <functional>
#include <memory>

class QLabel;
class QLineEdit;
class QToolButton;

namespace ui {

class EditSession;

/// The view that a find bar works for.
struct SearchTarget
{
    std::function<syntax::ByteRange()> selected;
    std::function<void(syntax::ByteRange)> select;
    std::function<void()> takeKeyboard;
};

/// Find and replace, below the text. It reads the snapshot and edits the session; the view only shows where.
class FindBar : public QWidget
{
    Q_OBJECT

public:
    FindBar(EditSession &session, model::FileId file, SearchTarget target, QWidget *parent = nullptr);
    ~FindBar() override;

public slots:
    /// Shows the bar, with the selected text as what to look for.
    void openFind();
    void openReplace();
    void findNext();
    void findPrevious();
    void replace();
    void replaceAll();
    void dismiss();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *makeFindRow();
    QWidget *makeReplaceRow();
    QToolButton *makeOption(const QString &iconName, const QString &name);
    void open(bool withReplace);
    void onWhatChanged();
    void showMatch(const std::optional<syntax::ByteRange> &match, bool wrapped);
    void count();
    void say(const QString &text, bool isProblem = false);
    const syntax::Text &text() const;
    bool isEditable() const;

    EditSession &m_session;
    model::FileId m_file;
    SearchTarget m_target;
    TextSearch m_search;
    qsizetype m_start = 0; ///< where looking for what is being typed begins
    std::shared_ptr<std::atomic_bool> m_counting; ///< set to stop a count that is no longer of interest
    QLineEdit *m_what = nullptr;
    QLineEdit *m_with = nullptr;
    QToolButton *m_case = nullptr;
    QToolButton *m_words = nullptr;
    QToolButton *m_regex = nullptr;
    QLabel *m_status = nullptr;
    QWidget *m_replaceRow = nullptr;
};

} // namespace ui
