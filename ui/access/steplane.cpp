// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/access/steplane.h"

#include "core/base/displaytext.h"
#include "core/syntax/listvalue.h"
#include "ui/access/accesswords.h"
#include "ui/access/namebar.h"
#include "ui/access/stepeditor.h"
#include "ui/forms/fieldbinding.h"
#include "ui/forms/fieldframe.h"
#include "ui/forms/fieldlabel.h"
#include "ui/forms/originbar.h"
#include "ui/session/editsession.h"
#include "ui/session/findings.h"
#include "ui/session/severityicon.h"
#include "ui/widgets/colors.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/spacing.h"
#include "ui/widgets/textlabel.h"

#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

using restrictions::List;
using restrictions::Note;
using restrictions::Step;

namespace {

bool isOpaque(const List &list)
{
    return std::ranges::any_of(list.notes, [](const Note &note) { return note.kind == Note::Kind::Opaque; });
}

QWidget *noteLine(const QIcon &picture, const QString &text)
{
    auto *line = new QWidget;
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins({});
    row->setSpacing(spacing::tight);
    auto *image = new QLabel;
    image->setPixmap(picture.pixmap(16, 16));
    auto *words = new TextLabel(TextLabel::Rank::Body, text);
    words->setWordWrap(true);
    row->addWidget(image, 0, Qt::AlignTop);
    row->addWidget(words, 1);
    return line;
}

} // namespace

StepLane::StepLane(const FormContext &context, const QByteArray &parameter, const QByteArray &service,
                   QWidget *parent)
    : QWidget(parent), m_context(context), m_service(service)
{
    m_list.parameter = parameter;
    m_binding = new FieldBinding(context, FieldTarget{.parameter = parameter, .service = service}, this);
    setObjectName(QStringLiteral("lane:") + base::displayText(parameter));
    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins(originBarWidth + spacing::parts, 0, 0, 0);
    m_column->setSpacing(spacing::tight);
    m_column->addLayout(buildHeader());
    m_moment = new TextLabel(TextLabel::Rank::Muted, {});
    m_moment->setWordWrap(true);
    m_origin = new TextLabel(TextLabel::Rank::Small, {});
    m_origin->setWordWrap(true);
    m_column->addWidget(m_moment);
    m_column->addWidget(m_origin);
    m_notes = new QWidget;
    auto *notes = new QVBoxLayout(m_notes);
    notes->setContentsMargins({});
    notes->setSpacing(spacing::tight);
    m_column->addWidget(m_notes);

    m_stepBox = new QWidget;
    m_steps = new QVBoxLayout(m_stepBox);
    m_steps->setContentsMargins(0, spacing::tight, 0, 0);
    m_steps->setSpacing(spacing::tight);
    m_empty = new TextLabel(TextLabel::Rank::Muted, tr("No steps: nothing is refused here."));
    m_steps->addWidget(m_empty);
    m_add = new QPushButton(icon(QStringLiteral("plus")), tr("Add Step"));
    m_add->setObjectName(QStringLiteral("addStep:") + base::displayText(parameter));
    connect(m_add, &QPushButton::clicked, this, [this] { startAdding(placeForNew()); });
    m_steps->addWidget(m_add, 0, Qt::AlignLeft);
    m_column->addWidget(m_stepBox);
    m_dropLine = new QWidget(m_stepBox);
    m_dropLine->setAutoFillBackground(true);
    m_dropLine->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_dropLine->hide();
}

QLayout *StepLane::buildHeader()
{
    m_title = new FieldLabel({}, {});
    m_rename = newButton(QStringLiteral("pencil"), tr("Rename the class"));
    connect(m_rename, &QToolButton::clicked, this, &StepLane::startRenaming);
    m_dissolve =
        newButton(QStringLiteral("trash-2"), tr("Take the class apart: its steps go wherever it is used"));
    connect(m_dissolve, &QToolButton::clicked, this, &StepLane::classDissolved);
    m_raw = newButton(QStringLiteral("code"), tr("Raw text"));
    m_raw->setCheckable(true);
    connect(m_raw, &QToolButton::clicked, this, [this](bool isRaw) {
        m_isRawWanted = isRaw;
        setRaw(isRaw || isOpaque(m_list));
    });
    m_reset = newButton(QStringLiteral("rotate-ccw"), tr("Reset"));
    connect(m_reset, &QToolButton::clicked, this, [this] { m_binding->reset(); });
    m_source = newButton(QStringLiteral("crosshair"), tr("Show the line in its file"));
    connect(m_source, &QToolButton::clicked, this, [this] {
        if (m_list.place)
            m_context.session.request(*m_list.place);
    });
    auto *row = new QHBoxLayout;
    row->setSpacing(spacing::tight);
    row->addWidget(m_title, 1);
    for (QToolButton *button : {m_rename, m_dissolve, m_raw, m_reset, m_source})
        row->addWidget(button, 0, Qt::AlignTop);
    return row;
}

QToolButton *StepLane::newButton(const QString &iconName, const QString &toolTip)
{
    auto *button = new QToolButton;
    button->setIcon(icon(iconName));
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setToolTip(toolTip);
    return button;
}

/// For readers.
QString StepLane::name() const
{
    return tr("%1 (%2)").arg(AccessWords::title(m_list), base::displayText(m_list.parameter));
}

void StepLane::setList(const List &list, const Surroundings &around)
{
    m_list = list;
    m_around = around;
    m_places = places();
    refreshHeader();
    refreshNotes();
    setRaw(m_isRawWanted || isOpaque(list));
    refreshCards();
    update();
}

void StepLane::paintEvent(QPaintEvent *event)
{
    QWidget::paintEvent(event);
    paintOriginBar(this, *m_binding);
}

void StepLane::refreshHeader()
{
    const bool isClass = m_list.kind == List::Kind::Class;
    const QString words = m_around.number > 0
        ? QStringLiteral("%1. %2").arg(m_around.number).arg(AccessWords::title(m_list))
        : AccessWords::title(m_list);
    if (words != m_titleText) {
        m_titleText = words;
        auto *title = new FieldLabel(words, m_list.stage ? base::displayText(m_list.parameter) : QString());
        QFont font = title->font();
        font.setWeight(QFont::DemiBold);
        title->setFont(font);
        delete layout()->replaceWidget(m_title, title, Qt::FindChildrenRecursively);
        delete m_title;
        m_title = title;
    }
    setAccessibleName(name());
    m_moment->setText(AccessWords::moment(m_list, m_around.isDelayed));
    QString origin = m_binding->placeText();
    if (!m_service.isEmpty() && !m_binding->isSetHere())
        //: Where a list comes from, and what happens to a service when it is changed here
        origin = tr("%1 · A change here gives this service a list of its own.").arg(origin);
    m_origin->setText(origin);
    const bool isEditable = m_list.isEditable && m_binding->isEditable();
    m_add->setEnabled(isEditable);
    m_add->setAccessibleName(tr("Add step to %1").arg(name()));
    m_rename->setVisible(isClass);
    m_dissolve->setVisible(isClass);
    const QString reset = m_binding->resetText();
    m_reset->setEnabled(!reset.isEmpty());
    m_reset->setToolTip(reset.isEmpty() ? tr("It is not set here.") : reset);
    m_source->setEnabled(m_list.place.has_value());
    m_rename->setAccessibleName(tr("Rename %1").arg(name()));
    m_dissolve->setAccessibleName(tr("Take %1 apart").arg(name()));
    m_raw->setAccessibleName(tr("Raw text of %1").arg(name()));
    m_reset->setAccessibleName(tr("Reset %1").arg(name()));
    m_source->setAccessibleName(tr("Show %1 in its file").arg(name()));
}

/// What the lists themselves have, and what was found that belongs to no step.
void StepLane::refreshNotes()
{
    QList<StepRemark> remarks;
    for (const Note &note : m_list.notes) {
        if (const QString text = AccessWords::note(note); !text.isEmpty())
            remarks.append(StepRemark{AccessWords::noteIcon(note), text});
    }
    const bool isGuardMissed = std::ranges::any_of(
        m_list.notes, [](const Note &note) { return note.kind == Note::Kind::NoRelayGuard; });
    for (const Finding &finding : m_binding->findings()) {
        const bool isOfStep = std::ranges::any_of(m_places, [&](const model::Place &place) {
            return finding.place && place.file == finding.place->file
                && place.range.begin <= finding.place->range.begin
                && finding.place->range.end <= place.range.end;
        });
        if (!isOfStep && !isGuardMissed)
            remarks.append(StepRemark{severityIcon(finding.severity), finding.message});
    }
    while (QLayoutItem *item = m_notes->layout()->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const StepRemark &remark : remarks)
        m_notes->layout()->addWidget(noteLine(remark.icon, remark.text));
    m_notes->setVisible(!remarks.isEmpty());
}

/// Where each step stands in its file; nothing for a list that is not set here.
QList<model::Place> StepLane::places() const
{
    QList<model::Place> found;
    if (!m_list.place || m_list.place->file != model::FileId::MainCf)
        return found;
    const syntax::MainCf &file = m_context.session.snapshot().mainCf();
    const syntax::Setting *setting = file.find(m_list.parameter);
    const QList<syntax::ListItem> items =
        setting ? syntax::listItems(file.text(), file.piecesOf(*setting)) : QList<syntax::ListItem>();
    for (const Step &step : m_list.steps) {
        if (step.first + step.count > items.size())
            return {};
        found.append(
            model::Place{model::FileId::MainCf,
                         {items[step.first].range.begin, items[step.first + step.count - 1].range.end}});
    }
    return found;
}

/// What is known of a step by its list comes before what was found by others: they say the same.
QList<StepRemark> StepLane::remarksOf(qsizetype index) const
{
    QList<StepRemark> remarks;
    for (const Note &note : m_list.steps[index].notes)
        remarks.append(StepRemark{AccessWords::noteIcon(note), AccessWords::note(note)});
    if (!remarks.isEmpty() || index >= m_places.size())
        return remarks;
    const model::Place &here = m_places[index];
    for (const Finding &finding : m_binding->findings()) {
        if (finding.place && finding.place->file == here.file
            && here.range.begin <= finding.place->range.begin && finding.place->range.end <= here.range.end)
            remarks.append(StepRemark{severityIcon(finding.severity), finding.message});
    }
    return remarks;
}

StepCard *StepLane::newCard()
{
    auto *card = new StepCard;
    const auto index = [this, card] { return m_cards.indexOf(card); };
    connect(card, &StepCard::wished, this,
            [this, index](StepCard::Wish wish) { emit wished(index(), wish); });
    connect(card, &StepCard::focused, this, [this, card, index] {
        setTabStop(card);
        lightSource(index());
    });
    connect(card, &StepCard::dragged, this, [this, index](QPoint at) { emit dragged(index(), at); });
    connect(card, &StepCard::dropped, this, [this, index](QPoint at) { emit dropped(index(), at); });
    connect(card, &StepCard::dragCanceled, this, &StepLane::dragCanceled);
    return card;
}

void StepLane::refreshCards()
{
    const bool isReadOnly = !m_list.isEditable || !m_binding->isEditable();
    while (m_cards.size() > m_list.steps.size()) {
        StepCard *card = m_cards.takeLast();
        m_steps->removeWidget(card);
        card->hide();
        card->deleteLater();
    }
    QWidget *previous = nullptr;
    for (qsizetype i = 0; i < m_list.steps.size(); ++i) {
        if (i >= m_cards.size()) {
            StepCard *card = newCard();
            card->setFocusPolicy(i == 0 ? Qt::StrongFocus : Qt::ClickFocus);
            card->setObjectName(QStringLiteral("step:%1:%2").arg(base::displayText(parameter())).arg(i));
            const qsizetype at = previous ? m_steps->indexOf(previous) + 1 : 0;
            m_steps->insertWidget(static_cast<int>(at), card);
            card->show(); // at once, so that it can take the keyboard
            m_cards.append(card);
        }
        StepCard *card = m_cards[i];
        card->setStep(m_list.steps[i], remarksOf(i), isReadOnly);
        //: A card's place, for readers: "Step 2 of Who connects (smtpd_client_restrictions)"
        card->setPlace(tr("Step %1 of %2").arg(i + 1).arg(name()));
        previous = card;
    }
    m_empty->setVisible(m_cards.isEmpty() && !m_editor);
    const bool hasTabStop = std::ranges::any_of(
        m_cards, [](const StepCard *card) { return card->focusPolicy() == Qt::StrongFocus; });
    if (!hasTabStop && !m_cards.isEmpty())
        m_cards.first()->setFocusPolicy(Qt::StrongFocus);
}

/// Tab reaches one card of the list, the arrows the others.
void StepLane::setTabStop(StepCard *card)
{
    for (StepCard *other : std::as_const(m_cards))
        other->setFocusPolicy(other == card ? Qt::StrongFocus : Qt::ClickFocus);
}

void StepLane::lightSource(qsizetype index)
{
    if (index >= 0 && index < m_places.size())
        m_context.session.setFocus(m_places[index]);
    else if (m_list.place)
        m_context.session.setFocus(*m_list.place);
}

void StepLane::focusStep(qsizetype index)
{
    if (m_cards.isEmpty() || index < 0) {
        m_add->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_cards[std::min(index, m_cards.size() - 1)]->setFocus(Qt::OtherFocusReason);
}

QWidget *StepLane::addButton() const
{
    return m_add;
}

/// In front of what ends the list: behind that it would never be asked.
qsizetype StepLane::placeForNew() const
{
    const auto end = std::ranges::find_if(m_list.steps, [](const Step &step) {
        using restrictions::Verdict;
        return step.verdict == Verdict::Permits || step.verdict == Verdict::Rejects;
    });
    return end - m_list.steps.begin();
}

void StepLane::openEditor(QWidget *editor, qsizetype at)
{
    emit editorOpened();
    closeEditor();
    m_editor = editor;
    m_editorAt = at;
    const int place = at < m_cards.size() ? m_steps->indexOf(m_cards[at]) : m_steps->indexOf(m_empty);
    m_steps->insertWidget(place, editor);
    m_empty->hide();
    m_add->hide();
    editor->show();
    editor->setFocus(Qt::OtherFocusReason);
}

void StepLane::closeEditor()
{
    if (!m_editor)
        return;
    QWidget *editor = m_editor;
    m_editor = nullptr;
    m_steps->removeWidget(editor);
    editor->hide();
    editor->deleteLater();
    m_add->show();
    m_empty->setVisible(m_cards.isEmpty());
}

void StepLane::leaveEditor()
{
    const qsizetype at = m_editorAt;
    closeEditor();
    if (at < m_cards.size())
        focusStep(at);
    else
        m_add->setFocus(Qt::OtherFocusReason);
}

void StepLane::startAdding(qsizetype at)
{
    auto *editor = new StepEditor(m_context,
                                  {.listName = name(),
                                   .stage = m_list.stage,
                                   .classes = m_around.classes,
                                   .isDelayed = m_around.isDelayed});
    connect(editor, &StepEditor::accepted, this,
            [this, at](const QByteArray &text) { emit stepAdded(at, text); });
    connect(editor, &StepEditor::canceled, this, &StepLane::leaveEditor);
    openEditor(editor, at);
}

void StepLane::startChanging(qsizetype index)
{
    auto *editor = new StepEditor(m_context,
                                  {.listName = name(),
                                   .stage = m_list.stage,
                                   .classes = m_around.classes,
                                   .isDelayed = m_around.isDelayed,
                                   .step = m_list.steps[index]});
    connect(editor, &StepEditor::accepted, this,
            [this, index](const QByteArray &text) { emit stepChanged(index, text); });
    connect(editor, &StepEditor::canceled, this, &StepLane::leaveEditor);
    openEditor(editor, index);
}

void StepLane::startClass(qsizetype index)
{
    auto *bar = new NameBar(tr("Name of the class"), tr("Make Class"), {});
    connect(bar, &NameBar::accepted, this,
            [this, index](const QByteArray &name) { emit classMade(index, name); });
    connect(bar, &NameBar::canceled, this, &StepLane::leaveEditor);
    openEditor(bar, index);
}

void StepLane::startRenaming()
{
    auto *bar = new NameBar(tr("New name of the class"), tr("Rename"), base::displayText(parameter()));
    connect(bar, &NameBar::accepted, this, &StepLane::classRenamed);
    connect(bar, &NameBar::canceled, this, &StepLane::leaveEditor);
    openEditor(bar, 0);
}

void StepLane::setRaw(bool isRaw)
{
    m_raw->setChecked(isRaw);
    m_stepBox->setVisible(!isRaw);
    if (isRaw && !m_rawFrame) {
        m_rawFrame = new FieldFrame(m_context, FieldTarget{.parameter = parameter(), .service = m_service},
                                    AccessWords::title(m_list));
        m_rawFrame->setRaw(true);
        m_column->addWidget(m_rawFrame);
    }
    if (m_rawFrame)
        m_rawFrame->setVisible(isRaw);
}

std::optional<qsizetype> StepLane::dropAt(QPoint global) const
{
    const QPoint here = mapFromGlobal(global);
    if (!rect().adjusted(0, 0, 0, spacing::groups / 2).contains(here) || !m_list.isEditable
        || !m_binding->isEditable() || !m_stepBox->isVisible())
        return std::nullopt;
    qsizetype at = 0;
    while (at < m_cards.size() && m_cards[at]->mapFromGlobal(global).y() > m_cards[at]->height() / 2)
        ++at;
    return at;
}

void StepLane::showDrop(std::optional<qsizetype> at)
{
    m_dropLine->setVisible(at.has_value());
    if (!at)
        return;
    const int y = *at < m_cards.size() ? m_cards[*at]->y() - spacing::tight
        : m_cards.isEmpty()            ? m_empty->y()
                                       : m_cards.last()->geometry().bottom() + 1;
    QPalette line;
    line.setColor(QPalette::Window, colorsFor(palette()).accent);
    m_dropLine->setPalette(line);
    m_dropLine->setGeometry(0, y, m_stepBox->width(), spacing::tight);
    m_dropLine->raise();
}

} // namespace ui
