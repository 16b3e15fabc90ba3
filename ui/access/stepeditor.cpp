// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/access/stepeditor.h"

#include "core/base/displaytext.h"
#include "core/restrictions/arguments.h"
#include "ui/access/accesswords.h"
#include "ui/access/stepchoices.h"
#include "ui/session/filepresence.h"
#include "ui/session/knowledge.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/spacing.h"
#include "ui/widgets/textlabel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace ui {

using catalog::Argument;

StepEditor::StepEditor(const FormContext &context, const Start &start, QWidget *parent)
    : QFrame(parent), m_context(context)
{
    setObjectName(QStringLiteral("stepEditor"));
    setFrameShape(QFrame::StyledPanel);
    setAccessibleName(start.step ? tr("Change a step of %1").arg(start.listName)
                                 : tr("Add a step to %1").arg(start.listName));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(spacing::parts, spacing::parts, spacing::parts, spacing::parts);
    column->setSpacing(spacing::parts);
    m_choices = new StepChoices(this);
    if (const catalog::Reference *reference = context.knowledge.reference())
        m_choices->fill(*reference, context.knowledge.target(), start.stage, start.isDelayed, start.classes);
    buildSearch(start);
    buildArgument();
    buildButtons(!start.step.has_value());
    if (start.step)
        load(*start.step);
    else
        search();
    setFocusProxy(m_search);
}

void StepEditor::buildSearch(const Start &start)
{
    m_search = new QLineEdit;
    m_search->setObjectName(QStringLiteral("stepSearch"));
    m_search->setPlaceholderText(tr("What should be tested? For example: sender, block list, login"));
    m_search->setAccessibleName(tr("Search for a step of %1").arg(start.listName));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icon(QStringLiteral("search"), IconColor::Muted), QLineEdit::LeadingPosition);
    m_search->installEventFilter(this);
    m_list = new QTreeView;
    m_list->setObjectName(QStringLiteral("stepList"));
    m_list->setAccessibleName(tr("Steps that fit"));
    m_list->setModel(m_choices);
    m_list->setHeaderHidden(true);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->installEventFilter(this);
    constexpr int rows = 7;
    m_list->setFixedHeight(rows * (fontMetrics().height() + spacing::tight) + 2 * m_list->frameWidth());
    m_list->header()->setStretchLastSection(true);
    m_list->setColumnWidth(
        0, fontMetrics().horizontalAdvance(QStringLiteral("reject_unknown_reverse_client_hostn")));
    m_sentence = new TextLabel(TextLabel::Rank::Muted, {});
    m_sentence->setWordWrap(true);
    layout()->addWidget(m_search);
    layout()->addWidget(m_list);
    layout()->addWidget(m_sentence);
    connect(m_search, &QLineEdit::textEdited, this, &StepEditor::search);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &now) { choose(now.row()); });
    connect(m_list, &QTreeView::activated, this, &StepEditor::goOn);
}

void StepEditor::buildArgument()
{
    m_argumentRow = new QWidget;
    m_argumentName = new QLabel;
    m_argument = new QComboBox;
    m_argument->setObjectName(QStringLiteral("stepArgument"));
    m_argument->setEditable(true);
    m_argument->setInsertPolicy(QComboBox::NoInsert);
    m_argument->setCompleter(nullptr); // a path that is the beginning of another is a path as well
    m_argument->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_argument->installEventFilter(this); // it has the keyboard for its line
    m_file = new QPushButton(tr("Choose File…"));
    m_file->setObjectName(QStringLiteral("stepFile"));
    m_argumentName->setBuddy(m_argument);
    auto *row = new QHBoxLayout(m_argumentRow);
    row->setContentsMargins({});
    row->setSpacing(spacing::parts);
    row->addWidget(m_argumentName);
    row->addWidget(m_argument, 1);
    row->addWidget(m_file);
    layout()->addWidget(m_argumentRow);
    m_warnOnly = new QCheckBox(tr("Only log what it would refuse (warn_if_reject)"));
    m_warnOnly->setObjectName(QStringLiteral("stepWarnOnly"));
    layout()->addWidget(m_warnOnly);
    connect(m_argument, &QComboBox::editTextChanged, this, &StepEditor::refresh);
    connect(m_file, &QPushButton::clicked, this, &StepEditor::chooseFile);
}

void StepEditor::buildButtons(bool isNew)
{
    m_complaintIcon = new QLabel;
    m_complaint = new TextLabel(TextLabel::Rank::Body, {});
    m_complaint->setWordWrap(true);
    m_accept = new QPushButton(isNew ? tr("Add") : tr("Change"));
    m_accept->setObjectName(QStringLiteral("stepAccept"));
    auto *cancel = new QPushButton(tr("Cancel"));
    cancel->setObjectName(QStringLiteral("stepCancel"));
    auto *row = new QHBoxLayout;
    row->setSpacing(spacing::parts);
    row->addWidget(m_complaintIcon, 0, Qt::AlignTop);
    row->addWidget(m_complaint, 1);
    row->addWidget(m_accept, 0, Qt::AlignBottom);
    row->addWidget(cancel, 0, Qt::AlignBottom);
    static_cast<QVBoxLayout *>(layout())->addLayout(row);
    connect(m_accept, &QPushButton::clicked, this, &StepEditor::accept);
    connect(cancel, &QPushButton::clicked, this, &StepEditor::canceled);
}

void StepEditor::load(const restrictions::Step &step)
{
    m_warnOnly->setChecked(step.isWarning);
    m_search->setText(base::displayText(step.word));
    search();
    m_argument->setEditText(base::displayText(step.argument));
    m_search->selectAll();
}

const catalog::Restriction *StepEditor::restriction() const
{
    const catalog::Reference *reference = m_context.knowledge.reference();
    return reference ? reference->restriction(m_word) : nullptr;
}

/// A whole step can be written into the search field as well: the word, and behind it the argument.
void StepEditor::search()
{
    QString text = m_search->text().simplified();
    const QString warning = QStringLiteral("warn_if_reject ");
    if (text.startsWith(warning)) {
        m_warnOnly->setChecked(true);
        text = text.sliced(warning.size());
    }
    const qsizetype blank = text.indexOf(u' ');
    const QString word = text.left(blank);
    const catalog::Reference *reference = m_context.knowledge.reference();
    const catalog::Restriction *known = reference ? reference->restriction(word.toUtf8()) : nullptr;
    const bool isWhole = blank > 0 && known && known->argument != Argument::None;
    m_choices->search(isWhole ? word : text);
    if (m_choices->rowCount() > 0)
        m_list->setCurrentIndex(m_choices->index(0, 0));
    else
        choose(-1);
    if (isWhole)
        m_argument->setEditText(text.sliced(blank + 1));
}

void StepEditor::choose(int row)
{
    const StepChoices::Choice *choice = m_choices->choice(row);
    const QByteArray before = m_word;
    m_word = choice ? choice->word : m_search->text().simplified().toUtf8();
    const catalog::Restriction *known = restriction();
    const Argument kind = known ? known->argument : Argument::None;
    m_argumentRow->setVisible(kind != Argument::None);
    m_file->setVisible(kind == Argument::Table);
    m_argumentName->setText(AccessWords::argumentName(kind));
    //: "Table of check_client_access"
    const QString name = tr("%1 of %2").arg(AccessWords::argumentName(kind), base::displayText(m_word));
    m_argument->setAccessibleName(name);
    m_argument->lineEdit()->setAccessibleName(name);
    if (before != m_word && kind != Argument::None) {
        const QString written = m_argument->currentText();
        m_argument->clear();
        if (const effective::Values *values = m_context.knowledge.values()) {
            for (const QByteArray &text :
                 restrictions::argumentsInUse(kind, *values, *m_context.knowledge.reference()))
                m_argument->addItem(base::displayText(text));
        }
        m_argument->setEditText(written);
        m_argument->lineEdit()->setPlaceholderText(AccessWords::example(*known));
    }
    QString sentence;
    if (choice)
        sentence =
            choice->hindrance.isEmpty() ? choice->sentence : choice->sentence + u' ' + choice->hindrance;
    else if (known)
        sentence = base::displayText(known->help);
    else if (!m_word.isEmpty())
        sentence = tr("No step is called that. It is written as it stands.");
    m_sentence->setText(sentence);
    refresh();
}

void StepEditor::chooseFile()
{
    const QString folder = m_context.presence.localPath(QStringLiteral("/etc/postfix")).value_or(QString());
    auto *dialog = new QFileDialog(this, tr("Choose a Table"), folder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        const auto type = m_context.knowledge.expanded("$default_database_type");
        m_argument->setEditText(base::displayText(type.value_or("hash")) + u':' + path);
        m_argument->setFocus();
    });
    dialog->open();
}

QByteArray StepEditor::text() const
{
    QByteArray text = m_word;
    if (const catalog::Restriction *known = restriction(); known && known->argument != Argument::None)
        text += ' ' + m_argument->currentText().trimmed().toUtf8();
    return (m_warnOnly->isChecked() ? "warn_if_reject " : "") + text.trimmed();
}

QString StepEditor::complaint() const
{
    const catalog::Restriction *known = restriction();
    const bool isUntouched = m_argument->currentText().isEmpty() && !m_argument->hasFocus();
    if (!known || isUntouched)
        return {};
    return AccessWords::problem(restrictions::problemOf(*known, m_argument->currentText().toUtf8(),
                                                        *m_context.knowledge.reference(),
                                                        m_context.knowledge.target()));
}

bool StepEditor::canAccept() const
{
    const catalog::Restriction *known = restriction();
    if (m_word.isEmpty() || !known)
        return !m_word.isEmpty();
    return !isFatal(restrictions::problemOf(*known, m_argument->currentText().toUtf8(),
                                            *m_context.knowledge.reference(), m_context.knowledge.target()));
}

void StepEditor::refresh()
{
    const QString said = complaint();
    m_complaint->setText(said);
    m_complaintIcon->setPixmap(
        said.isEmpty() ? QPixmap()
                       : icon(QStringLiteral("triangle-alert"), IconColor::Warning).pixmap(16, 16));
    m_accept->setEnabled(canAccept());
}

/// Enter: to the argument while that is missing, else done.
void StepEditor::goOn()
{
    if (canAccept())
        accept();
    else if (m_argumentRow->isVisible())
        m_argument->setFocus(Qt::TabFocusReason);
    refresh();
}

void StepEditor::accept()
{
    if (canAccept())
        emit accepted(text());
}

bool StepEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (m_argument && watched == m_argument
        && (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut))
        QMetaObject::invokeMethod(this, &StepEditor::refresh, Qt::QueuedConnection);
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    switch (key->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        goOn();
        return true;
    case Qt::Key_Escape:
        emit canceled();
        return true;
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        if (watched != m_search)
            break;
        QCoreApplication::sendEvent(m_list, event);
        return true;
    default:
        break;
    }
    return QFrame::eventFilter(watched, event);
}

void StepEditor::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        emit canceled();
    else
        QFrame::keyPressEvent(event);
}

} // namespace ui
