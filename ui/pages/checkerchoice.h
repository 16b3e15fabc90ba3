// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/sasl/server.h"
#include "ui/pages/pagecontext.h"

#include <QWidget>

class QRadioButton;

namespace ui {

class TextLabel;

/// Who checks the passwords of those who log in: Dovecot, Cyrus, or nobody logs in. One choice is one step.
class CheckerChoice : public QWidget
{
    Q_OBJECT

public:
    explicit CheckerChoice(PageContext &context, QWidget *parent = nullptr);

private:
    void refresh();
    void choose(sasl::Checker checker);
    QString hint(const effective::Values &values, const sasl::Server &server) const;

    PageContext &m_context;
    QList<std::pair<sasl::Checker, QRadioButton *>> m_buttons;
    TextLabel *m_hint = nullptr;
};

} // namespace ui
