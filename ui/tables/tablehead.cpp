// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/tables/tablehead.h"

#include "core/base/displaytext.h"
#include "ui/session/editsession.h"
#include "ui/session/knowledge.h"
#include "ui/tables/meanings.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/spacing.h"
#include "ui/widgets/textlabel.h"

#include <QEvent>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

TableHead::TableHead(EditSession &session, const Knowledge &knowledge, QWidget *parent)
    : QWidget(parent), m_session(session), m_knowledge(knowledge)
{
    m_title = new TextLabel(TextLabel::Rank::Heading, {});
    m_name = new TextLabel(TextLabel::Rank::Muted, {});
    m_name->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_name->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_row = new QHBoxLayout;
    m_row->setSpacing(spacing::parts);
    m_row->addWidget(m_title);
    m_row->addWidget(m_name, 1);
    m_uses = new TextLabel(TextLabel::Rank::Body, {});
    m_uses->setTextFormat(Qt::RichText);
    m_uses->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    m_uses->setWordWrap(true);
    connect(m_uses, &QLabel::linkActivated, this, &TableHead::go);
    m_lookup = new ElidedLabel({}, Qt::ElideRight, nullptr, TextLabel::Rank::Muted);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(spacing::tight);
    column->addLayout(m_row);
    column->addWidget(m_uses);
    column->addWidget(m_lookup);
}

void TableHead::addButton(QPushButton *button)
{
    button->setAccessibleName(button->text());
    m_buttons.append({button, button->text()});
    m_row->addWidget(button);
}

void TableHead::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    constexpr int charactersForTexts = 60;
    const bool isNarrow = width() < charactersForTexts * fontMetrics().averageCharWidth();
    for (const auto &[button, text] : std::as_const(m_buttons))
        button->setText(isNarrow ? QString() : text);
}

QString TableHead::usesText() const
{
    QStringList links;
    for (qsizetype i = 0; i < m_table.uses.size(); ++i) {
        const tables::Use &use = m_table.uses[i];
        const QString text = useText(use).toHtmlEscaped();
        links.append(use.isDefault ? text
                                   : QStringLiteral("<a href=\"%1\">%2</a>").arg(QString::number(i), text));
    }
    //: The parameters that name a table
    return tr("Named by %1").arg(links.join(QStringLiteral(", ")));
}

void TableHead::setTable(const tables::UsedTable &table)
{
    m_table = table;
    m_title->setText(meaningTitle(table));
    m_name->setText(m_session.shownText(table.table.name()));
    m_name->setToolTip(table.table.localPath);
    m_uses->setText(usesText());
    m_uses->setAccessibleName(tr("Settings that name %1").arg(m_name->text()));
    m_lookup->setText(lookupSentence(table));
    m_lookup->setVisible(!m_lookup->text().isEmpty());
}

/// The color of a link is part of the text.
void TableHead::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_uses && !m_table.uses.isEmpty()) {
        m_uses->clear();
        m_uses->setText(usesText());
    }
}

void TableHead::go(const QString &link)
{
    const effective::Values *values = m_knowledge.values();
    const tables::Use use = m_table.uses.value(link.toInt());
    if (!values)
        return;
    qsizetype service = effective::noService;
    for (qsizetype i = 0; i < values->services().size(); ++i) {
        if (values->services()[i].name + '/' + values->services()[i].type == use.service)
            service = i;
    }
    const QList<effective::Origin> origins = values->originsOf(use.parameter, service);
    if (!origins.isEmpty() && origins.first().place)
        m_session.requestOnPage(*origins.first().place);
}

} // namespace ui
