// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/widgets/messagebar.h"

#include <QHash>
#include <QPointer>

namespace ui {

/// The bars above the page, latest first. A message of the same subject takes the place of the one before.
class MessageArea : public QWidget
{
    Q_OBJECT

public:
    explicit MessageArea(QWidget *parent = nullptr);

    MessageBar *say(const QString &subject, MessageBar::Kind kind, const QString &text);
    void takeBack(const QString &subject);

private:
    QHash<QString, QPointer<MessageBar>> m_bars;
};

} // namespace ui
