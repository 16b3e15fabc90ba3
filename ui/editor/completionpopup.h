// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/completion/completion.h"

#include <QAbstractListModel>
#include <QFrame>

class QLabel;
class QListView;

namespace ui {

/// Candidates as rows: the text, and in grey what there is to say about it in a few words.
class CandidatesModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { DetailRole = Qt::UserRole, TypedRole, DeprecatedRole };

    using QAbstractListModel::QAbstractListModel;

    void setCompletion(const completion::Completion &completion);
    const completion::Candidate &candidate(int row) const { return m_completion.candidates[row]; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    completion::Completion m_completion;
};

/// The list below the caret. It never takes the keyboard: the editor passes it the keys that are its own.
class CompletionPopup : public QFrame
{
    Q_OBJECT

public:
    /// A child of the window that `editor` is in, so that it is a part of its picture on every desktop.
    explicit CompletionPopup(QWidget &editor);

    void setCompletion(const completion::Completion &completion);
    /// Below the line of the caret, or above it where there is more room; `caret` in the window.
    void showAt(const QRect &caret);
    /// By rows; a page is as many as are in sight.
    void moveRows(int rows);
    void movePages(int pages);
    int current() const;
    int count() const { return m_model->rowCount(); }
    const completion::Candidate &candidate(int row) const { return m_model->candidate(row); }

signals:
    void chosen(int row);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void refreshHelp();
    int widthForRows() const;

    CandidatesModel *m_model = nullptr;
    QListView *m_list = nullptr;
    QLabel *m_help = nullptr;
};

} // namespace ui
