// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QCheckBox;
class QLineEdit;
class QStackedLayout;

namespace ui {

class EmptyState;
class GridView;
class MatrixModel;
struct PageContext;

/// What each service uses, where it is not what main.cf says: parameters by services. Enter and a double
/// click go to the line that decides.
class EffectiveMatrix : public QWidget
{
    Q_OBJECT

public:
    explicit EffectiveMatrix(PageContext &context, QWidget *parent = nullptr);

    GridView *grid() const { return m_grid; }

private:
    void buildGrid();
    void refresh();
    void showRows();
    void fitColumns();

    PageContext &m_context;
    MatrixModel *m_model = nullptr;
    QLineEdit *m_filter = nullptr;
    QCheckBox *m_differences = nullptr;
    GridView *m_grid = nullptr;
    EmptyState *m_empty = nullptr;
    QStackedLayout *m_stack = nullptr;
    bool m_isStale = false;

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
};

} // namespace ui
