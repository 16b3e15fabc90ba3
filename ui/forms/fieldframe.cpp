// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/forms/fieldframe.h"

#include "core/base/displaytext.h"
#include "core/values/meaning.h"
#include "ui/forms/fielddomain.h"
#include "ui/forms/fieldfactory.h"
#include "ui/forms/fieldlabel.h"
#include "ui/forms/listfield.h"
#include "ui/forms/originbar.h"
#include "ui/forms/plainwords.h"
#include "ui/forms/rawfield.h"
#include "ui/session/editsession.h"
#include "ui/session/findings.h"
#include "ui/session/knowledge.h"
#include "ui/session/severityicon.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/spacing.h"
#include "ui/widgets/textlabel.h"

#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>
#include <QWhatsThis>

namespace ui {

FieldFrame::FieldFrame(const FormContext &context, const FieldTarget &target, const QString &label,
                       QWidget *parent, FieldStyle style)
    : QWidget(parent), m_context(context), m_style(style)
{
    m_binding = new FieldBinding(context, target, this);
    const catalog::Facts *facts = context.knowledge.facts(target.parameter);
    const QString name = base::displayText(target.parameter);
    const QString known = facts ? plainWords(target.parameter) : name;
    const QString words = label.isEmpty() ? known : label;
    //: What a field is called: plain words and the name of the parameter
    m_name = tr("%1 (%2)").arg(words, name);
    m_help = facts ? QString::fromUtf8(facts->help) : QString();

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(originBarWidth + spacing::parts, 0, 0, 0);
    column->setSpacing(spacing::tight);
    column->addLayout(buildLabel(words));
    column->addLayout(buildField());
    m_origin = new TextLabel(TextLabel::Rank::Small, {});
    m_origin->setWordWrap(true);
    column->addWidget(m_origin);
    column->addLayout(buildComplaint());

    connect(m_binding, &FieldBinding::changed, this, [this] {
        // Fields of pages that are not in sight need not follow every key.
        m_isStale = !isVisible();
        if (!m_isStale)
            refreshIfOther();
    });
    connect(&context.knowledge, &Knowledge::targetChanged, this, &FieldFrame::makeFieldAnew);
    refresh();
}

FieldFrame::~FieldFrame()
{
    abandon(); // a field gives its text away when it loses the keyboard, and going away is losing it
}

void FieldFrame::abandon()
{
    m_field->setWriter({});
    m_field->setListWriter({});
    m_rawField->setWriter({});
}

QLayout *FieldFrame::buildLabel(const QString &label)
{
    const QString name = base::displayText(m_binding->target().parameter);
    m_helpButton = newButton(QStringLiteral("circle-help"), tr("Help for %1").arg(m_name), m_help);
    connect(m_helpButton, &QToolButton::clicked, this, &FieldFrame::showHelp);
    if (m_help.isEmpty()) // whoever has no parent yet is shown as a window
        m_helpButton->hide();
    setWhatsThis(m_help);
    m_raw = newButton(QStringLiteral("code"), tr("Raw text of %1").arg(m_name), {});
    m_raw->setCheckable(true);
    connect(m_raw, &QToolButton::clicked, this, &FieldFrame::setRaw);
    m_reset = newButton(QStringLiteral("rotate-ccw"), tr("Reset %1").arg(m_name), {});
    connect(m_reset, &QToolButton::clicked, this, &FieldFrame::reset);
    m_source = newButton(QStringLiteral("crosshair"), tr("Show %1 in its file").arg(m_name),
                         tr("Show the line in its file"));
    connect(m_source, &QToolButton::clicked, this, [this] {
        if (const auto place = m_binding->place())
            m_context.session.request(*place);
    });

    auto *row = new QHBoxLayout;
    row->setSpacing(spacing::tight);
    row->addWidget(new FieldLabel(label, label == name ? QString() : name), 1);
    for (QToolButton *button : {m_helpButton, m_raw, m_reset, m_source})
        row->addWidget(button, 0, Qt::AlignTop);
    return row;
}

QLayout *FieldFrame::buildField()
{
    makeField();
    m_rawField = new RawField;
    bind(m_rawField);
    m_meaning = new TextLabel(TextLabel::Rank::Muted, {});

    m_fieldRow = new QHBoxLayout;
    m_fieldRow->setSpacing(spacing::parts);
    m_fieldRow->addWidget(m_field);
    m_fieldRow->addWidget(m_rawField, 1);
    m_fieldRow->addWidget(m_meaning);
    m_fieldRow->addStretch();
    return m_fieldRow;
}

void FieldFrame::bind(Field *field)
{
    field->setName(m_name);
    field->setWriter([this](const QByteArray &value) { return m_binding->set(value); });
    field->setListWriter([this](const ListChange &change) { return m_binding->change(change); });
    connect(field, &Field::drafted, this, &FieldFrame::refreshMeaning);
}

void FieldFrame::makeField()
{
    const QByteArray &parameter = m_binding->target().parameter;
    const catalog::Version &target = m_context.knowledge.target();
    m_domain = domainOf(m_context.knowledge.facts(parameter), target);
    m_field = newField(parameter, m_style, m_domain, target, m_context.presence);
    if (auto *list = qobject_cast<ListField *>(m_field);
        list && m_binding->isStepList() && m_context.knowledge.reference())
        list->setSplitter([this](const QByteArray &value) { return m_binding->stepRanges(value); });
    bind(m_field);
}

/// Another version may know other values.
void FieldFrame::makeFieldAnew()
{
    Field *before = m_field;
    before->setWriter({});
    before->setListWriter({});
    makeField();
    delete m_fieldRow->replaceWidget(before, m_field);
    before->deleteLater();
    before->hide();
    refresh();
}

QLayout *FieldFrame::buildComplaint()
{
    m_complaint = new QWidget;
    m_complaintIcon = new QLabel;
    m_complaintText = new TextLabel(TextLabel::Rank::Body, {});
    m_complaintText->setWordWrap(true);
    m_mend = new QPushButton(tr("Fix"));
    connect(m_mend, &QPushButton::clicked, this, &FieldFrame::mend);
    auto *inner = new QHBoxLayout(m_complaint);
    inner->setContentsMargins({});
    inner->setSpacing(spacing::parts);
    inner->addWidget(m_complaintIcon, 0, Qt::AlignTop);
    inner->addWidget(m_complaintText, 1);
    inner->addWidget(m_mend, 0, Qt::AlignTop);
    auto *row = new QHBoxLayout;
    row->addWidget(m_complaint);
    return row;
}

QToolButton *FieldFrame::newButton(const QString &iconName, const QString &name, const QString &toolTip)
{
    auto *button = new QToolButton;
    button->setIcon(icon(iconName));
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setAccessibleName(name);
    button->setToolTip(toolTip.isEmpty() ? name : toolTip);
    return button;
}

Field *FieldFrame::shownField() const
{
    return isRaw() ? static_cast<Field *>(m_rawField) : m_field;
}

bool FieldFrame::isRaw() const
{
    return m_isRawWanted || !m_binding->isText() || !m_field->canSay(m_binding->value());
}

void FieldFrame::setRaw(bool isRaw)
{
    shownField()->commit();
    m_isRawWanted = isRaw;
    refreshRaw();
    shownField()->setFocus(Qt::OtherFocusReason);
}

void FieldFrame::commit()
{
    shownField()->commit();
}

bool FieldFrame::isModified() const
{
    return shownField()->isModified();
}

void FieldFrame::takeKeyboard()
{
    shownField()->setFocus(Qt::OtherFocusReason);
}

void FieldFrame::reset()
{
    shownField()->revert();
    m_binding->reset();
}

/// An edit elsewhere is of no concern to most fields, and laying a page out anew takes time.
void FieldFrame::refreshIfOther()
{
    if (m_shown != bound())
        refresh();
}

FieldFrame::Bound FieldFrame::bound() const
{
    Bound bound{.isText = m_binding->isText(),
                .isEditable = m_binding->isEditable(),
                .isSetHere = m_binding->isSetHere(),
                .isChanged = m_binding->isChanged(),
                .value = m_binding->shown(m_binding->value()),
                .lines = m_binding->isSecret() ? m_binding->shown(m_binding->value()) : m_binding->lines(),
                .expanded = {},
                .origin = m_binding->originText(),
                .reset = m_binding->resetText(),
                .findings = {}};
    bound.expanded = m_binding->expanded(m_binding->value());
    const model::Snapshot &snapshot = m_context.session.snapshot();
    for (const Finding &finding : m_binding->findings()) {
        bound.findings.append({finding.severity, finding.message,
                               snapshot.file(finding.place->file).text().bytes(finding.place->range),
                               finding.fixes.isEmpty() ? QString() : finding.fixes.first().title});
    }
    return bound;
}

void FieldFrame::refresh()
{
    m_shown = bound();
    const QByteArray &value = m_shown->value;
    const bool isReadOnly = !m_shown->isEditable;
    const bool isSecret = m_shown->isText && m_binding->isSecret();
    m_field->setValue(m_shown->isText ? value : QByteArray());
    m_rawField->setValue(m_shown->lines);
    m_field->setReadOnly(isReadOnly);
    m_rawField->setReadOnly(isReadOnly);
    refreshRaw();
    m_origin->setText((isSecret ? tr("%1 · It holds a password: edit it on the page Tables or in its file.")
                           : m_shown->isText
                           ? QStringLiteral("%1")
                           : tr("%1 · It holds bytes that are no text: edit it in its file."))
                          .arg(m_shown->origin));
    const QString &reset = m_shown->reset;
    m_reset->setToolTip(reset.isEmpty() ? tr("It is not set here.") : reset);
    m_reset->setAccessibleDescription(m_reset->toolTip());
    m_reset->setEnabled(!reset.isEmpty() && (m_shown->isEditable || !m_shown->isText || isSecret));
    m_source->setEnabled(m_binding->place().has_value());
    refreshMarks();
    if (!shownField()->isModified())
        refreshMeaning(value);
    update();
}

/// Where just one item of a list is wrong, that one is marked.
void FieldFrame::refreshMarks()
{
    ItemMarks marks;
    for (const Bound::Remark &finding : m_shown->findings) {
        if (!finding.item.isEmpty() && !marks.contains(finding.item))
            marks.insert(finding.item, {severityIcon(finding.severity), finding.message});
    }
    m_field->setMarks(marks);
}

void FieldFrame::refreshRaw()
{
    const bool raw = isRaw();
    const bool canBeField = m_binding->isText() && m_field->canSay(m_binding->value());
    m_field->setVisible(!raw);
    m_rawField->setVisible(raw);
    const bool isWide = raw || !m_field->isNarrow();
    m_fieldRow->setStretch(0, isWide && !raw ? 1 : 0);
    m_fieldRow->setStretch(m_fieldRow->count() - 1, isWide ? 0 : 1);
    m_raw->setChecked(raw);
    m_raw->setEnabled(canBeField);
    if (!canBeField)
        m_raw->setToolTip(tr("This value can only be shown as its text."));
    else
        m_raw->setToolTip(raw ? tr("Show the field again") : tr("Show the raw text"));
}

/// What a value means, and what Postfix would say to it, written or still being written.
void FieldFrame::refreshMeaning(const QByteArray &value)
{
    const QByteArray joined = QByteArray(value).replace('\n', ' ').trimmed();
    const std::optional<QByteArray> read = joined.contains('$') ? m_binding->expanded(joined) : joined;
    const bool isSecret = m_binding->isSecret();
    const bool saysItself = m_field->isTall() || (m_domain.kind == values::Kind::Choice && !m_domain.isOpen);
    const QString meaning =
        read && !isSecret && (isRaw() || !saysItself) ? values::meaningOf(m_domain, *read) : QString();
    m_meaning->setText(meaning);
    m_meaning->setVisible(!meaning.isEmpty());

    m_instead.reset();
    const bool isOurs = m_binding->isSetHere() || shownField()->isModified();
    const auto complaint =
        isOurs && read && !isSecret ? values::complaintAbout(m_domain, *read) : std::nullopt;
    if (complaint) {
        m_instead = joined == *read ? complaint->instead : std::nullopt;
        showComplaint(complaint->message, severityIcon(Finding::Severity::Error));
        m_mend->setVisible(m_instead.has_value());
        if (m_instead)
            m_mend->setText(tr("Use “%1”").arg(QString::fromUtf8(*m_instead)));
    } else if (const Finding *finding = m_binding->finding()) {
        showComplaint(finding->message, severityIcon(finding->severity));
        m_mend->setVisible(!finding->fixes.isEmpty());
        if (!finding->fixes.isEmpty())
            m_mend->setText(finding->fixes.first().title);
    } else {
        m_complaint->hide();
    }
}

void FieldFrame::showComplaint(const QString &text, const QIcon &icon)
{
    m_complaintText->setText(text);
    m_complaintIcon->setPixmap(icon.pixmap(QSize(16, 16), devicePixelRatioF()));
    m_complaint->setAccessibleName(text);
    m_complaint->show();
}

void FieldFrame::mend()
{
    if (m_instead) {
        shownField()->revert();
        m_binding->set(*std::exchange(m_instead, std::nullopt));
    } else if (const Finding *finding = m_binding->finding(); finding && !finding->fixes.isEmpty()) {
        const Finding::Fix fix = finding->fixes.first();
        m_context.session.edit(fix.title, fix.apply);
    }
}

void FieldFrame::showHelp()
{
    QWhatsThis::showText(m_helpButton->mapToGlobal(m_helpButton->rect().bottomLeft()), m_help, this);
}

void FieldFrame::lightSource(const QWidget *focus)
{
    if (focus && isAncestorOf(focus)) {
        if (const auto place = m_binding->place())
            m_context.session.setFocus(*place);
    }
}

void FieldFrame::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (std::exchange(m_isStale, false))
        refreshIfOther();
}

void FieldFrame::paintEvent(QPaintEvent *event)
{
    QWidget::paintEvent(event);
    paintOriginBar(this, *m_binding);
}

} // namespace ui
