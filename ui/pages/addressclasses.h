// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/routing/classes.h"
#include "ui/pages/pagecontext.h"

#include <QWidget>

class QVBoxLayout;

namespace ui {

/// The five address classes below one another, in the order in which Postfix looks: the domains of each, who
/// says which recipients there are, and what delivers. A domain in two of them can be taken out of either.
class AddressClasses : public QWidget
{
    Q_OBJECT

public:
    explicit AddressClasses(PageContext &context, QWidget *parent = nullptr);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void refresh();
    QWidget *newCard(const routing::AddressClass &shown, int number);
    QWidget *newConflict(const routing::Domain &domain, routing::ClassKind kind);
    void keep(routing::ClassKind kind, const QByteArray &domain);
    QString recipientsText(const routing::AddressClass &shown) const;
    QString deliveryText(const routing::AddressClass &shown) const;

    PageContext &m_context;
    QVBoxLayout *m_column = nullptr;
    QWidget *m_cards = nullptr;
    QString m_shown; ///< what the cards say; they are made anew only when that is another
    bool m_isStale = true;
};

} // namespace ui
