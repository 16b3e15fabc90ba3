// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/pages/pagecontext.h"
#include "ui/pages/portcard.h"

#include <QWidget>

namespace ui {

class FormView;

/// The ports at which mail comes in, a card each: 25, 465, 587 and whatever else runs smtpd.
class SubmissionPage : public QWidget
{
    Q_OBJECT

public:
    explicit SubmissionPage(PageContext &context, QWidget *parent = nullptr);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QList<PortCardKey> wantedCards() const;
    void refresh();

    PageContext &m_context;
    FormView *m_view = nullptr;
    QList<PortCard *> m_cards;
    bool m_isStale = true;
};

} // namespace ui
