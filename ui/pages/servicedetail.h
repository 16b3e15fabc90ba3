// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/changes.h"

#include <QWidget>

class QAction;
class QLineEdit;

namespace ui {

class EditSession;
class GridView;
class InvocationBar;
class Knowledge;
class NameValueBar;
class OverridesModel;
class ServicesModel;
class TextLabel;

/// What does not fit into the row of a service: its arguments, and the settings it overrides.
class ServiceDetail : public QWidget
{
    Q_OBJECT

public:
    ServiceDetail(EditSession &session, const Knowledge &knowledge, ServicesModel &services,
                  QWidget *parent = nullptr);

    /// Shows this service, -1 for none; to be called again after every change.
    void showService(int service);
    /// The bytes of what has the keyboard in here.
    model::Place focusPlace() const;

    GridView *overrides() const { return m_table; }

public slots:
    void editOverrides();

private:
    QLayout *buildTop();
    void buildTable();
    void commitArguments();
    void addOverride(const QString &name, const QString &value);
    void removeOverride();
    void refreshActions();

    EditSession &m_session;
    ServicesModel &m_services;
    OverridesModel *m_model = nullptr;
    TextLabel *m_title = nullptr;
    QLineEdit *m_arguments = nullptr;
    InvocationBar *m_invocation = nullptr;
    GridView *m_table = nullptr;
    NameValueBar *m_bar = nullptr;
    QAction *m_remove = nullptr;
};

} // namespace ui
