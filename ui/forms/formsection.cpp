// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/forms/formsection.h"

#include "ui/forms/fieldframe.h"
#include "ui/session/editsession.h"
#include "ui/session/knowledge.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/spacing.h"
#include "ui/widgets/textlabel.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace ui {

FormSection::FormSection(const FormContext &context, const FormGroup &group, QByteArray service,
                         QWidget *parent)
    : QWidget(parent),
      m_context(context),
      m_group(group),
      m_service(std::move(service)),
      m_isOpen(!group.isFolded)
{
    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins({});
    m_column->setSpacing(spacing::parts);
    buildTitle();
    m_box = new QWidget;
    m_body = new QVBoxLayout(m_box);
    m_body->setContentsMargins({});
    m_body->setSpacing(spacing::fields);
    m_column->addWidget(m_box);
    setAccessibleName(QCoreApplication::translate("forms", group.title));
    if (m_isOpen)
        buildFields();
    m_box->setVisible(m_isOpen);
}

void FormSection::buildTitle()
{
    const QString title = QCoreApplication::translate("forms", m_group.title);
    if (m_group.isFolded) {
        m_fold = new QToolButton;
        m_fold->setText(title);
        m_fold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        m_fold->setIcon(icon(QStringLiteral("chevron-right")));
        m_fold->setAutoRaise(true);
        m_fold->setCheckable(true);
        m_fold->setFocusPolicy(Qt::StrongFocus);
        QFont font = m_fold->font();
        font.setWeight(QFont::DemiBold);
        m_fold->setFont(font);
        m_count = new TextLabel(TextLabel::Rank::Muted, {});
        connect(m_fold, &QToolButton::clicked, this, &FormSection::setOpen);
        connect(&m_context.session, &EditSession::changed, this, &FormSection::refreshCount);
        connect(&m_context.session, &EditSession::opened, this, &FormSection::refreshCount);
        auto *row = new QHBoxLayout;
        row->setSpacing(spacing::parts);
        row->addWidget(m_fold);
        row->addWidget(m_count);
        row->addStretch();
        m_column->addLayout(row);
    } else {
        m_column->addWidget(new TextLabel(TextLabel::Rank::Heading, title));
    }
    if (m_group.note) {
        auto *note =
            new TextLabel(TextLabel::Rank::Muted, QCoreApplication::translate("forms", m_group.note));
        note->setWordWrap(true);
        m_column->addWidget(note);
    }
}

void FormSection::buildFields()
{
    m_isBuilt = true;
    int at = 0;
    for (const FormField &field : m_group.fields) {
        auto *frame =
            new FieldFrame(m_context, FieldTarget{.parameter = field.parameter, .service = m_service},
                           QCoreApplication::translate("forms", field.label), nullptr, field.style);
        m_frames.append(frame);
        m_body->insertWidget(at++, frame);
    }
    connect(&m_context.knowledge, &Knowledge::changed, this, &FormSection::refreshKnown);
    refreshKnown();
}

/// A parameter that the chosen version of Postfix does not have takes no room, unless somebody has set it.
void FormSection::refreshKnown()
{
    for (FieldFrame *frame : std::as_const(m_frames)) {
        const bool isKnown = m_context.knowledge.isKnown(frame->binding().target().parameter);
        frame->setVisible(isKnown || frame->binding().isSetHere());
    }
}

void FormSection::addWidget(QWidget *widget)
{
    m_body->addWidget(widget);
}

void FormSection::addOnTop(QWidget *widget)
{
    m_body->insertWidget(0, widget);
}

void FormSection::setOpen(bool isOpen)
{
    if (!m_isBuilt && isOpen)
        buildFields();
    m_isOpen = isOpen;
    m_box->setVisible(isOpen);
    if (!m_fold)
        return;
    m_fold->setChecked(isOpen);
    m_fold->setIcon(icon(isOpen ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right")));
}

void FormSection::commit()
{
    for (FieldFrame *frame : std::as_const(m_frames))
        frame->commit();
}

void FormSection::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refreshCount();
}

/// What a folded section hides.
void FormSection::refreshCount()
{
    if (!m_count || !isVisible())
        return;
    const auto set = std::count_if(m_group.fields.begin(), m_group.fields.end(), [&](const FormField &field) {
        return isSetHere(m_context.session.snapshot(), {.parameter = field.parameter, .service = m_service});
    });
    m_count->setText(set == 0 ? QString() : tr("%n set", nullptr, static_cast<int>(set)));
}

} // namespace ui
