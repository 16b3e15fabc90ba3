// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/pages/pagecontext.h"

#include <QWidget>

class QComboBox;

namespace ui {

class AccessLanes;
class FormSection;
class FormView;

/// Which mail is refused, when and why: the lists of access rules as lanes of steps, for main.cf or for one
/// service, and below them the values that go with them.
class AccessPage : public QWidget
{
    Q_OBJECT

public:
    explicit AccessPage(PageContext &context, QWidget *parent = nullptr);

    AccessLanes *lanes() const { return m_lanes; }
    /// "name/type" of a service, or empty for main.cf.
    void showService(const QByteArray &service);
    /// Puts the keyboard into its lane or its field.
    void showParameter(const QByteArray &name);

private:
    void refreshServices();
    void buildSections();

    PageContext &m_context;
    QComboBox *m_scope = nullptr;
    FormView *m_view = nullptr;
    AccessLanes *m_lanes = nullptr;
    QList<FormSection *> m_sections;
};

} // namespace ui
