// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/editor/fileeditor.h"

#include "core/base/errortext.h"
#include "core/base/whendone.h"
#include "core/folder/secrets.h"
#include "ui/editor/changemarks.h"
#include "ui/editor/completer.h"
#include "ui/editor/findbar.h"
#include "ui/editor/findingmarks.h"
#include "ui/editor/folding.h"
#include "ui/editor/gotobar.h"
#include "ui/editor/highlighter.h"
#include "ui/editor/hover.h"
#include "ui/editor/largetextview.h"
#include "ui/editor/navigation.h"
#include "ui/editor/quickfixes.h"
#include "ui/editor/sourceeditor.h"
#include "ui/session/editsession.h"
#include "ui/text/filefacts.h"
#include "ui/text/filename.h"
#include "ui/text/textview.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/spacing.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>
#include <QtConcurrentRun>

namespace ui {

namespace {

/// Whether Scintilla is quick enough with it: it needs 6 ms for a key behind each megabyte, and lays out
/// lines as a whole.
bool isLarge(const syntax::Text &text)
{
    if (text.size() > FileEditor::largestSource)
        return true;
    qsizetype length = 0; // of the line so far; a line may go on in the next piece
    for (qsizetype i = 0; i < text.chunkCount(); ++i) {
        const QByteArrayView piece = text.chunk(i)->bytes;
        for (qsizetype at = 0; at < piece.size();) {
            const qsizetype end = piece.indexOf('\n', at);
            length += (end < 0 ? piece.size() : end) - at;
            if (length > FileEditor::longestLine)
                return true;
            if (end < 0)
                break;
            length = 0;
            at = end + 1;
        }
    }
    return false;
}

/// The few passwords of a main.cf are no reason to hide all the rest from who opens its source.
bool isMaskedAtFirst(const model::Snapshot &snapshot, model::FileId file)
{
    return file >= model::FileId::FirstOther && folder::isSecret(snapshot, file);
}

} // namespace

FileEditor::FileEditor(EditSession &session, Findings &findings, model::FileId file, Language *language,
                       QWidget *parent)
    : QWidget(parent), m_session(session), m_findings(findings), m_language(language), m_file(file)
{
    const model::File &content = session.snapshot().file(file);
    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins({});
    m_column->setSpacing(0);
    m_column->addWidget(makeHeader());
    if (!content.isEditable()) {
        m_column->addWidget(
            new EmptyState(QStringLiteral("circle-x"), base::errorText(*content.info().problem)), 1);
        return;
    }
    if (isMaskedAtFirst(session.snapshot(), file))
        makeMasked();
    else
        makeEditor();
    m_settle.setSingleShot(true);
    m_settle.setInterval(250);
    connect(&m_settle, &QTimer::timeout, this, &FileEditor::refreshFacts);
    connect(&session, &EditSession::changed, &m_settle, qOverload<>(&QTimer::start));
    refreshFacts();
    refreshCaret();
}

QWidget *FileEditor::makeHeader()
{
    const model::FileInfo &info = m_session.snapshot().file(m_file).info();
    auto *header = new QWidget;
    auto *row = new QHBoxLayout(header);
    row->setContentsMargins(spacing::parts, spacing::tight, spacing::parts, spacing::tight);
    row->setSpacing(spacing::fields);
    auto *path = new ElidedLabel(escapedName(info.path), Qt::ElideMiddle);
    path->setAccessibleName(tr("Path of the file"));
    m_facts = new ElidedLabel({}, Qt::ElideRight, nullptr, TextLabel::Rank::Small);
    m_caret = new TextLabel(TextLabel::Rank::Small, {});
    row->addWidget(path, 1);
    row->addWidget(m_facts, 1);
    row->addWidget(m_caret);
    m_reveal = new QToolButton;
    m_reveal->setCheckable(true);
    m_reveal->setAutoRaise(true);
    m_reveal->setIcon(icon(QStringLiteral("eye")));
    m_reveal->setText(tr("Show and edit"));
    m_reveal->setToolTip(tr("Show what is secret in this file, to edit it"));
    m_reveal->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_reveal->hide();
    connect(m_reveal, &QToolButton::toggled, this, [this](bool isRevealed) { setMasked(!isRevealed); });
    row->addWidget(m_reveal);
    if (!info.writable) {
        auto *lock = new QLabel;
        constexpr int size = 16;
        lock->setPixmap(icon(QStringLiteral("lock"), IconColor::Muted).pixmap(size, size));
        auto *text = new TextLabel(TextLabel::Rank::Small, tr("Read-only"));
        text->setToolTip(tr("This file can’t be written from here. What you change can be exported."));
        row->addWidget(lock);
        row->addWidget(text);
    }
    return header;
}

void FileEditor::makeEditor()
{
    if (isLarge(m_session.snapshot().file(m_file).text()))
        makeLarge();
    else
        makeSource();
    makeFindBar();
    refreshCaret();
}

void FileEditor::makeMasked()
{
    m_masked = new QWidget;
    auto *hint = new TextLabel(TextLabel::Rank::Small,
                               tr("Dots stand for the passwords or keys in this file. “Show and edit” shows "
                                  "them."));
    hint->setContentsMargins(spacing::parts, 0, spacing::parts, spacing::tight);
    m_maskedText = new TextView;
    m_maskedText->setAccessibleName(
        tr("Source of %1, without what is secret").arg(shownName(m_session.snapshot(), m_file)));
    auto *column = new QVBoxLayout(m_masked);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(hint);
    column->addWidget(m_maskedText, 1);
    m_column->addWidget(m_masked, 1);
    m_reveal->show();
    setFocusProxy(m_maskedText);
    refreshMasked();
}

void FileEditor::setMasked(bool isMasked)
{
    if (!isMasked && !m_source && !m_large)
        makeEditor();
    m_masked->setVisible(isMasked);
    for (QWidget *shown : {static_cast<QWidget *>(m_source), static_cast<QWidget *>(m_large)}) {
        if (shown)
            shown->setVisible(!isMasked);
    }
    for (QAction *action : actions())
        action->setEnabled(!isMasked);
    if (isMasked) {
        m_findBar->hide();
        setFocusProxy(m_maskedText);
        refreshMasked();
    }
    takeKeyboard();
}

void FileEditor::refreshMasked()
{
    const model::Snapshot &snapshot = m_session.snapshot();
    if (m_masked && snapshot.contains(m_file))
        m_maskedText->setFile(folder::maskedFile(snapshot, m_file));
}

void FileEditor::makeSource()
{
    m_source = new SourceEditor(m_session, m_file);
    m_source->setAccessibleName(tr("Source of %1").arg(shownName(m_session.snapshot(), m_file)));
    new Highlighter(*m_source);
    new ChangeMarks(*m_source);
    m_folding = new Folding(*m_source);
    auto *marks = new FindingMarks(*m_source, m_findings);
    auto *hover = new Hover(*m_source, m_language, marks);
    addAction(tr("Explain what stands at the caret"), Qt::CTRL | Qt::Key_F1,
              [hover] { hover->explainCaret(); });
    auto *quickFixes = new QuickFixes(*m_source, *marks);
    addAction(tr("Fix what is wrong at the caret"), Qt::CTRL | Qt::Key_Period,
              [quickFixes] { quickFixes->open(); });
    auto *fixHere = new QAction(
        tr("Fi&x…") + u'\t' + QKeySequence(Qt::CTRL | Qt::Key_Period).toString(QKeySequence::NativeText),
        this);
    connect(fixHere, &QAction::triggered, quickFixes, &QuickFixes::open);
    m_source->addAction(fixHere); // in its context menu
    if (m_language) {
        new Completer(*m_source, *m_language);
        new Navigation(*m_source, *m_language);
    }
    connect(m_source, &SourceEditor::caretMoved, this, &FileEditor::refreshCaret);
    m_column->addWidget(m_source, 1);
    setFocusProxy(m_source);
    addAction(tr("Fold or unfold"), Qt::CTRL | Qt::Key_Comma, [this] { m_folding->toggleAtCaret(); });
    addAction(tr("Fold all"), Qt::CTRL | Qt::SHIFT | Qt::Key_Period, [this] { m_folding->foldAll(); });
    addAction(tr("Unfold all"), Qt::CTRL | Qt::SHIFT | Qt::Key_Comma, [this] { m_folding->unfoldAll(); });
}

void FileEditor::makeLarge()
{
    m_large = new LargeTextView(m_session, m_file);
    m_large->setAccessibleName(tr("Source of %1").arg(shownName(m_session.snapshot(), m_file)));
    auto *hint =
        new TextLabel(TextLabel::Rank::Small,
                      tr("A large file: Enter edits the line, Insert adds one below, Delete removes."));
    hint->setContentsMargins(spacing::parts, 0, spacing::parts, spacing::tight);
    m_column->addWidget(hint);
    m_column->addWidget(m_large, 1);
    setFocusProxy(m_large);
    connect(m_large, &LargeTextView::caretMoved, this, &FileEditor::refreshCaret);
    connect(m_large, &LargeTextView::said, this, &FileEditor::say);
}

void FileEditor::makeFindBar()
{
    SearchTarget target;
    if (m_source) {
        target.selected = [this] { return m_source->selectedRange(); };
        target.select = [this](syntax::ByteRange range) { m_source->selectRange(range); };
    } else {
        target.selected = [this] { return m_large->selectedRange(); };
        target.select = [this](syntax::ByteRange range) { m_large->selectRange(range); };
    }
    target.takeKeyboard = [this] { takeKeyboard(); };
    m_findBar = new FindBar(m_session, m_file, target);
    m_column->addWidget(m_findBar);
    addAction(tr("Find"), QKeySequence::Find, [this] { m_findBar->openFind(); });
    addAction(tr("Replace"), Qt::CTRL | Qt::Key_H, [this] { m_findBar->openReplace(); });
    addAction(tr("Find next"), Qt::Key_F3, [this] { m_findBar->findNext(); });
    addAction(tr("Find previous"), Qt::SHIFT | Qt::Key_F3, [this] { m_findBar->findPrevious(); });
    addAction(tr("Go to line"), Qt::CTRL | Qt::Key_G, [this] { goToLine(); });
}

void FileEditor::addAction(const QString &name, const QKeySequence &key, std::function<void()> run)
{
    auto *action = new QAction(name, this);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, std::move(run));
    QWidget::addAction(action);
}

void FileEditor::goToLine()
{
    auto *bar = findChild<GoToBar *>();
    if (!bar) {
        bar = new GoToBar;
        m_column->addWidget(bar);
        connect(bar, &GoToBar::chosen, this, [this](qsizetype line) {
            const syntax::Text &text = m_session.snapshot().file(m_file).text();
            const qsizetype at = text.lineStart(line);
            showRange({at, at});
        });
        connect(bar, &GoToBar::dismissed, this, &FileEditor::takeKeyboard);
    }
    bar->open(m_session.snapshot().file(m_file).text().lineCount());
}

void FileEditor::showRange(syntax::ByteRange range)
{
    if (isMasked())
        m_maskedText->scrollToLine(m_session.snapshot().file(m_file).text().lineAt(range.begin));
    else if (m_source)
        m_source->selectRange(range);
    else if (m_large)
        m_large->selectRange(range);
    takeKeyboard();
}

void FileEditor::takeKeyboard()
{
    if (isMasked())
        m_maskedText->setFocus();
    else if (m_source)
        m_source->setFocus();
    else if (m_large)
        m_large->setFocus();
    else
        setFocus();
}

void FileEditor::refreshFacts()
{
    if (!m_session.snapshot().contains(m_file))
        return;
    // It may have come to hold passwords by the parameter that names it now.
    if (!m_masked && m_findBar && isMaskedAtFirst(m_session.snapshot(), m_file)) {
        makeMasked();
        setMasked(true);
    }
    refreshMasked();
    const model::File &file = m_session.snapshot().file(m_file);
    if (file.info().problem) {
        m_facts->setText(file.text().size() > 0
                             ? tr("New: saving creates it")
                             : tr("Does not exist yet: saving creates it once there is text"));
        return;
    }
    if (!m_large) {
        m_facts->setText(factsText(fileFacts(file.text())));
        return;
    }
    base::whenDone(QtConcurrent::run([text = file.text()] { return fileFacts(text); }), this,
                   [this](const FileFacts &facts) { m_facts->setText(factsText(facts)); });
}

void FileEditor::refreshCaret()
{
    if (m_source) {
        const auto at = m_source->send(QsciScintillaBase::SCI_GETCURRENTPOS);
        const auto column =
            at - m_source->send(QsciScintillaBase::SCI_POSITIONFROMLINE, m_source->caretLine());
        //: the place of the caret: line and column
        m_caret->setText(tr("%1:%2").arg(m_source->caretLine() + 1).arg(column + 1));
    } else if (m_large) {
        m_caret->setText(tr("Line %1").arg(m_large->currentLine() + 1));
    }
}

void FileEditor::say(const QString &text)
{
    if (m_message)
        m_message->dismiss();
    auto *bar = new MessageBar(MessageBar::Kind::Warning, text);
    m_message = bar;
    m_column->insertWidget(1, bar);
    connect(bar, &MessageBar::dismissed, this, [this, bar] {
        if (m_message == bar)
            m_message = nullptr;
        bar->deleteLater();
    });
}

} // namespace ui
