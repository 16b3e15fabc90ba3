// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTimer>
#include <QWidget>

class QStackedLayout;
class QToolButton;

namespace ui {

class ElidedLabel;
class Language;
class PlaceTable;
class TextLabel;
class UsagesModel;

/// Where a name is used: a click goes there.
class UsagesPanel : public QWidget
{
    Q_OBJECT

public:
    explicit UsagesPanel(Language &language, QWidget *parent = nullptr);

private:
    void buildTable();
    QLayout *buildTop();
    void search();
    void refresh();
    void go(int row);

    Language &m_language;
    UsagesModel *m_model = nullptr;
    PlaceTable *m_table = nullptr;
    ElidedLabel *m_title = nullptr;
    QToolButton *m_rename = nullptr;
    TextLabel *m_empty = nullptr;
    QStackedLayout *m_stack = nullptr;
    QTimer m_settle;
};

} // namespace ui
