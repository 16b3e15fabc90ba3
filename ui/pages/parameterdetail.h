// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/grids/parametersmodel.h"
#include "ui/pages/pagecontext.h"

#include <QScrollArea>

class QAction;
class QMenu;
class QToolButton;
class QVBoxLayout;

namespace ui {

class FieldFrame;
class GridView;
class ParameterFacts;
class SettingsModel;
class TextLabel;
class UsageList;

/// One parameter with room: its field, what is known about it, every line that sets it, and what refers to
/// it.
class ParameterDetail : public QScrollArea
{
    Q_OBJECT

public:
    explicit ParameterDetail(PageContext &context, QWidget *parent = nullptr);

    /// Shows this parameter, or what it is for a service; nothing without a name. Again after every change. A
    /// value that is being written stays as long as it is the same.
    void showNode(const ParametersModel::Node &node);
    /// Gives away the value that is being written, if there is one.
    void apply();
    FieldFrame *field() const { return m_field; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *buildSettings();
    void setField(const ParametersModel::Node &node);
    void refreshSettings();
    void offerServices();
    void removeSetting();

    PageContext &m_context;
    ParametersModel::Node m_node;
    QVBoxLayout *m_column = nullptr;
    FieldFrame *m_field = nullptr;
    ParameterFacts *m_facts = nullptr;
    QWidget *m_settingsBox = nullptr;
    TextLabel *m_settingsTitle = nullptr;
    SettingsModel *m_settings = nullptr;
    GridView *m_settingsGrid = nullptr;
    QAction *m_remove = nullptr;
    QToolButton *m_override = nullptr;
    QMenu *m_services = nullptr;
    UsageList *m_usages = nullptr;
};

} // namespace ui
