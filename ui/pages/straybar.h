// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/syntax/maincf.h"

#include <QPointer>
#include <QWidget>

namespace ui {

class EditSession;
class MessageBar;

/// Says which lines of master.cf are no services, and goes there. Once closed it stays closed until they are
/// others.
class StrayBar : public QWidget
{
    Q_OBJECT

public:
    explicit StrayBar(EditSession &session, QWidget *parent = nullptr);

private:
    void refresh();
    QString sentence(const QList<syntax::StrayLine> &strays) const;

    EditSession &m_session;
    QString m_said;
    QPointer<MessageBar> m_bar;
};

} // namespace ui
