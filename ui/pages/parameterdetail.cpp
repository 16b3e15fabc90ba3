// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/parameterdetail.h"

#include "core/base/displaytext.h"
#include "ui/grids/celltext.h"
#include "ui/grids/parametersmodel.h"
#include "ui/pages/listeditor.h"
#include "ui/session/editsession.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/spacing.h"
#include "ui/widgets/textlabel.h"

#include <QFontDatabase>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QVBoxLayout>

namespace ui {

ParameterDetail::ParameterDetail(EditSession &session, ParametersModel &model, QWidget *parent)
    : QWidget(parent), m_session(session), m_model(model)
{
    m_name = new TextLabel(TextLabel::Rank::Heading, {});
    m_name->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_name->setWordWrap(true);
    m_state = new TextLabel(TextLabel::Rank::Small, {});
    m_state->setWordWrap(true);
    m_items = new ListEditor(session);
    m_tabs = new QTabWidget;
    m_tabs->setDocumentMode(true);
    m_tabs->setAccessibleName(tr("Ways to edit the value"));
    m_tabs->addTab(buildText(), tr("&Text"));
    m_tabs->addTab(m_items, tr("&Items"));
    m_resetText = new TextLabel(TextLabel::Rank::Small, {});
    m_resetText->setWordWrap(true);
    m_reset = new QPushButton(icon(QStringLiteral("rotate-ccw")), tr("&Reset"));
    connect(m_reset, &QPushButton::clicked, this, &ParameterDetail::resetWanted);

    auto *bottom = new QHBoxLayout;
    bottom->setSpacing(spacing::parts);
    bottom->addWidget(m_reset);
    bottom->addWidget(m_resetText, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(spacing::fields, spacing::parts, spacing::fields, spacing::parts);
    column->setSpacing(spacing::tight);
    column->addWidget(m_name);
    column->addWidget(m_state);
    column->addWidget(m_tabs, 1);
    column->addSpacing(spacing::tight);
    column->addLayout(bottom);
    setMinimumWidth(fontMetrics().averageCharWidth() * 36);
}

QWidget *ParameterDetail::buildText()
{
    m_text = new QPlainTextEdit;
    m_text->setAccessibleName(tr("Value"));
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setTabChangesFocus(true);
    m_text->setMinimumHeight(fontMetrics().height() * 3);
    connect(m_text->document(), &QTextDocument::modificationChanged, this, &ParameterDetail::refreshButtons);
    m_apply = new QPushButton(icon(QStringLiteral("check")), tr("&Apply"));
    m_apply->setToolTip(tr("Write this value; each line becomes a line of the file"));
    connect(m_apply, &QPushButton::clicked, this, &ParameterDetail::apply);
    m_revert = new QPushButton(tr("Re&vert"));
    m_revert->setToolTip(tr("Show the value that is in the file again"));
    connect(m_revert, &QPushButton::clicked, this, &ParameterDetail::revert);

    auto *page = new QWidget;
    auto *buttons = new QVBoxLayout;
    buttons->setSpacing(spacing::parts);
    buttons->addWidget(m_apply);
    buttons->addWidget(m_revert);
    buttons->addStretch();
    auto *row = new QHBoxLayout(page);
    row->setContentsMargins(0, spacing::parts, 0, 0);
    row->setSpacing(spacing::parts);
    row->addWidget(m_text, 1);
    row->addLayout(buttons);
    return page;
}

void ParameterDetail::showRow(int row)
{
    m_row = row < m_model.rowCount() ? row : -1;
    setEnabled(m_row >= 0);
    const QByteArray key = m_row < 0 ? QByteArray() : m_model.keyOf(m_row);
    const bool isAnother = key != m_key;
    m_key = key;
    fillText(isAnother);
    const bool isInForce = m_row >= 0 && m_model.sourceOf(m_row).service < 0
        && m_model.stateOf(m_row) == ParametersModel::State::InForce;
    m_items->setParameter(isInForce ? m_model.nameOf(m_row) : QByteArray());
    m_tabs->setTabEnabled(1, isInForce);
    m_tabs->setTabText(1, isInForce ? tr("&Items (%1)").arg(m_items->count()) : tr("&Items"));
    m_tabs->setTabToolTip(1, isInForce ? QString() : tr("For settings of main.cf that are in force"));
    if (m_row < 0) {
        m_name->setText(tr("No setting selected"));
        m_state->clear();
    } else {
        m_name->setText(base::displayText(m_model.nameOf(m_row)));
        //: Where a setting is, and whether it counts: "main.cf:12 · In force"
        m_state->setText(tr("%1 · %2").arg(m_model.placeText(m_row), m_model.stateText(m_row)));
    }
    const QString reset = resetText();
    m_resetText->setText(reset);
    m_reset->setToolTip(reset);
    m_reset->setEnabled(!reset.isEmpty() && m_model.isEditable(m_row));
    refreshButtons();
}

void ParameterDetail::fillText(bool isAnother)
{
    if (!isAnother && m_text->document()->isModified())
        return;
    const QByteArray lines = m_row < 0 ? QByteArray() : m_model.linesOf(m_row);
    const bool isText = isEditableText(QByteArray(lines).replace('\n', ' '));
    m_text->setReadOnly(m_row < 0 || !isText || !m_model.isEditable(m_row));
    m_text->setToolTip(isText ? QString() : notTextHint());
    const QString shown = isText ? QString::fromUtf8(lines) : base::displayText(lines);
    if (isAnother || shown != m_text->toPlainText())
        m_text->setPlainText(shown);
    m_text->document()->setModified(false);
}

void ParameterDetail::apply()
{
    if (m_row < 0 || !m_text->document()->isModified())
        return;
    m_text->document()->setModified(false); // what is written now is shown as the file has it
    const QByteArray value = m_text->toPlainText().toUtf8();
    if (m_model.setValue(m_row, value))
        fillText(false);
    else
        m_text->document()->setModified(true); // refused: it is still there to be mended
}

void ParameterDetail::revert()
{
    m_text->document()->setModified(false);
    fillText(true);
}

void ParameterDetail::refreshButtons()
{
    const bool isModified = m_text->document()->isModified();
    m_apply->setEnabled(isModified);
    m_revert->setEnabled(isModified);
}

QString ParameterDetail::resetText() const
{
    if (m_row < 0 || m_model.stateOf(m_row) == ParametersModel::State::Off)
        return {};
    if (m_model.sourceOf(m_row).service >= 0)
        return tr("Removes %1. The service then has what main.cf says.").arg(m_model.placeText(m_row));
    const syntax::MainCf &file = m_session.snapshot().mainCf();
    QStringList lines;
    for (const qsizetype index : file.allOf(m_model.nameOf(m_row)))
        lines.append(QString::number(file.settings()[index].line + 1));
    return tr("Removes line %1 of main.cf. Postfix then uses its default.", nullptr,
              static_cast<int>(lines.size()))
        .arg(QLocale().createSeparatedList(lines));
}

} // namespace ui
