// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/editor/navigation.h"

#include "ui/editor/sourceeditor.h"
#include "ui/session/language.h"
#include "ui/widgets/colors.h"

#include <QAction>
#include <QMouseEvent>

namespace ui {

namespace {

using Sci = QsciScintillaBase;

constexpr qsizetype linkIndicator = Sci::INDIC_CONTAINER + 3; ///< behind those of the findings

} // namespace

Navigation::Navigation(SourceEditor &editor, Language &language)
    : QObject(&editor), m_editor(editor), m_language(language)
{
    dress();
    editor.installEventFilter(this);
    editor.viewport()->installEventFilter(this);
    addAction(tr("Go to &Definition"), Qt::Key_F12, &Language::goToDefinition);
    addAction(tr("List U&sages"), Qt::SHIFT | Qt::Key_F12, &Language::findUsages);
    addAction(tr("Re&name…"), Qt::Key_F2, &Language::rename);
    connect(&editor, &SourceEditor::lookChanged, this, &Navigation::dress);
    connect(&editor, &SourceEditor::caretMoved, this, [this] {
        if (m_editor.hasFocus())
            report();
    });
}

/// For the context menu, about what it was opened on. The keys are those of the window's own actions, and are
/// only shown.
void Navigation::addAction(const QString &text, const QKeySequence &keys, void (Language::*run)())
{
    auto *action = new QAction(text + u'\t' + keys.toString(QKeySequence::NativeText), this);
    connect(action, &QAction::triggered, this, [this, run] {
        if (m_pointed >= 0)
            m_language.setPlace(model::Place{m_editor.file(), {m_pointed, m_pointed}});
        (m_language.*run)();
    });
    m_editor.addAction(action);
}

void Navigation::dress()
{
    m_editor.send(Sci::SCI_INDICSETSTYLE, linkIndicator, Sci::INDIC_PLAIN);
    m_editor.SendScintilla(Sci::SCI_INDICSETFORE, static_cast<unsigned long>(linkIndicator),
                           colorsFor(m_editor.palette()).accent);
}

void Navigation::report()
{
    const qsizetype at = m_editor.send(Sci::SCI_GETCURRENTPOS);
    m_language.setPlace(model::Place{m_editor.file(), {at, at}});
}

bool Navigation::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::FocusIn:
    case QEvent::ShortcutOverride: // the caret may have moved since it was painted last
        if (watched == &m_editor)
            report();
        break;
    case QEvent::KeyPress:
        m_pointed = -1;
        break;
    case QEvent::KeyRelease:
        if (static_cast<const QKeyEvent &>(*event).key() == Qt::Key_Control)
            clearLink();
        break;
    case QEvent::Leave:
        clearLink();
        break;
    case QEvent::MouseMove:
        if (watched == m_editor.viewport())
            showLink(static_cast<const QMouseEvent &>(*event));
        break;
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonRelease: {
        const auto &mouse = static_cast<const QMouseEvent &>(*event);
        if (watched == m_editor.viewport() && mouse.button() == Qt::RightButton)
            m_pointed = offsetAt(mouse);
        const bool isOurs = mouse.button() == Qt::LeftButton && mouse.modifiers() == Qt::ControlModifier;
        if (watched != m_editor.viewport() || !(isOurs || m_isPressed))
            break;
        const bool isClick = m_isPressed && event->type() == QEvent::MouseButtonRelease;
        m_isPressed = event->type() == QEvent::MouseButtonPress && isOurs;
        if (isClick) {
            clearLink();
            m_editor.setFocus();
            m_language.setPlace(model::Place{m_editor.file(), {offsetAt(mouse), offsetAt(mouse)}});
            m_language.goToDefinition();
        }
        return true;
    }
    default:
        break;
    }
    return false;
}

qsizetype Navigation::offsetAt(const QMouseEvent &event) const
{
    const QPoint at = event.position().toPoint();
    return m_editor.SendScintilla(Sci::SCI_CHARPOSITIONFROMPOINT, static_cast<unsigned long>(at.x()),
                                  static_cast<long>(at.y()));
}

void Navigation::showLink(const QMouseEvent &event)
{
    clearLink();
    if (event.modifiers() != Qt::ControlModifier || !m_editor.agreesWithSession())
        return;
    const qsizetype offset = offsetAt(event);
    const usages::Usages there = m_language.usagesAt({m_editor.file(), {offset, offset}});
    if (there.isEmpty())
        return;
    m_link = there.first().place.range;
    m_editor.send(Sci::SCI_SETINDICATORCURRENT, linkIndicator);
    m_editor.send(Sci::SCI_INDICATORFILLRANGE, m_link.begin, m_link.size());
    m_editor.viewport()->setCursor(Qt::PointingHandCursor);
}

void Navigation::clearLink()
{
    if (m_link.isEmpty())
        return;
    m_link = {};
    m_editor.send(Sci::SCI_SETINDICATORCURRENT, linkIndicator);
    m_editor.send(Sci::SCI_INDICATORCLEARRANGE, 0, m_editor.size());
    m_editor.viewport()->unsetCursor();
}

} // namespace ui
