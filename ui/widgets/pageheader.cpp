// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/pageheader.h"

#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/spacing.h"

#include <QHBoxLayout>

namespace ui {

PageHeader::PageHeader(const QString &title, const QString &sentence, QWidget *parent) : QWidget(parent)
{
    auto *words = new QVBoxLayout;
    words->setSpacing(spacing::tight);
    words->addWidget(new TextLabel(TextLabel::Rank::Title, title));
    words->addWidget(new ElidedLabel(sentence, Qt::ElideRight, nullptr, TextLabel::Rank::Muted));

    m_row = new QHBoxLayout(this);
    m_row->setContentsMargins(spacing::fields, spacing::fields, spacing::fields, spacing::parts);
    m_row->setSpacing(spacing::parts);
    m_row->addLayout(words, 1);
}

void PageHeader::addWidget(QWidget *widget)
{
    m_row->addWidget(widget, 0, Qt::AlignBottom);
}

} // namespace ui
