// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/editor/editorlook.h"

#include "ui/editor/sourceeditor.h"
#include "ui/text/syntaxstyles.h"
#include "ui/widgets/colors.h"

#include <QFontDatabase>
#include <QFontMetrics>
#include <QPalette>

namespace ui {

namespace {

using Sci = QsciScintillaBase;

void applyStyles(SourceEditor &editor, const QPalette &palette)
{
    const QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    const double size = font.pointSizeF() > 0 ? font.pointSizeF() : 10;
    editor.SendScintilla(Sci::SCI_STYLESETFONT, static_cast<unsigned long>(Sci::STYLE_DEFAULT),
                         font.family().toUtf8().constData());
    editor.send(Sci::SCI_STYLESETSIZEFRACTIONAL, Sci::STYLE_DEFAULT,
                qRound(size * static_cast<int>(Sci::SC_FONT_SIZE_MULTIPLIER)));
    editor.SendScintilla(Sci::SCI_STYLESETFORE, static_cast<unsigned long>(Sci::STYLE_DEFAULT),
                         palette.color(QPalette::Text));
    editor.SendScintilla(Sci::SCI_STYLESETBACK, static_cast<unsigned long>(Sci::STYLE_DEFAULT),
                         palette.color(QPalette::Base));
    editor.send(Sci::SCI_STYLECLEARALL);
    for (char i = 0; i <= static_cast<char>(SyntaxStyle::Last); ++i) {
        const SyntaxLook look = syntaxLook(static_cast<SyntaxStyle>(i), palette);
        editor.SendScintilla(Sci::SCI_STYLESETFORE, static_cast<unsigned long>(i), look.color);
        editor.send(Sci::SCI_STYLESETBOLD, i, look.bold);
        editor.send(Sci::SCI_STYLESETITALIC, i, look.italic);
    }
}

void applyMargins(SourceEditor &editor, const QPalette &palette)
{
    const Colors &colors = colorsFor(palette);
    editor.SendScintilla(Sci::SCI_STYLESETFORE, static_cast<unsigned long>(Sci::STYLE_LINENUMBER),
                         colors.muted);
    editor.SendScintilla(Sci::SCI_STYLESETBACK, static_cast<unsigned long>(Sci::STYLE_LINENUMBER),
                         palette.color(QPalette::Base));
    const int digit =
        QFontMetrics(QFontDatabase::systemFont(QFontDatabase::FixedFont)).horizontalAdvance(u'9');
    editor.send(Sci::SCI_SETMARGINTYPEN, static_cast<qsizetype>(EditorMargin::Changes),
                Sci::SC_MARGIN_SYMBOL);
    editor.send(Sci::SCI_SETMARGINWIDTHN, static_cast<qsizetype>(EditorMargin::Changes), 4);
    editor.send(Sci::SCI_SETMARGINTYPEN, static_cast<qsizetype>(EditorMargin::Numbers),
                Sci::SC_MARGIN_NUMBER);
    editor.send(Sci::SCI_SETMARGINMASKN, static_cast<qsizetype>(EditorMargin::Numbers), 0);
    editor.send(Sci::SCI_SETMARGINWIDTHN, static_cast<qsizetype>(EditorMargin::Numbers), digit * 5 + 8);
    for (qsizetype marker = Sci::SC_MARKNUM_FOLDEREND; marker <= qsizetype(Sci::SC_MARKNUM_FOLDEROPEN);
         ++marker) {
        editor.SendScintilla(Sci::SCI_MARKERSETFORE, static_cast<unsigned long>(marker), colors.muted);
        editor.SendScintilla(Sci::SCI_MARKERSETBACK, static_cast<unsigned long>(marker), colors.muted);
    }
    // What is folded away is not to be overlooked.
    editor.SendScintilla(Sci::SCI_MARKERSETBACK, static_cast<unsigned long>(Sci::SC_MARKNUM_FOLDER),
                         colors.accent);
    editor.SendScintilla(Sci::SCI_MARKERSETFORE, static_cast<unsigned long>(Sci::SC_MARKNUM_FOLDER),
                         colors.accent);
    editor.SendScintilla(Sci::SCI_SETFOLDMARGINCOLOUR, 1UL, palette.color(QPalette::Base));
    editor.SendScintilla(Sci::SCI_SETFOLDMARGINHICOLOUR, 1UL, palette.color(QPalette::Base));
}

} // namespace

void applyEditorLook(SourceEditor &editor)
{
    const QPalette palette = editor.palette();
    const Colors &colors = colorsFor(palette);
    applyStyles(editor, palette);
    applyMargins(editor, palette);

    editor.SendScintilla(Sci::SCI_SETCARETFORE, palette.color(QPalette::Text));
    editor.send(Sci::SCI_SETCARETLINEVISIBLE, 1);
    editor.send(Sci::SCI_SETCARETLINEVISIBLEALWAYS, 1);
    editor.SendScintilla(Sci::SCI_SETCARETLINEBACK, palette.color(QPalette::AlternateBase));
    editor.SendScintilla(Sci::SCI_SETSELFORE, 1UL, palette.color(QPalette::HighlightedText));
    editor.SendScintilla(Sci::SCI_SETSELBACK, 1UL, palette.color(QPalette::Highlight));
    editor.SendScintilla(Sci::SCI_STYLESETFORE, static_cast<unsigned long>(Sci::STYLE_BRACELIGHT),
                         palette.color(QPalette::Text));
    editor.SendScintilla(Sci::SCI_STYLESETBACK, static_cast<unsigned long>(Sci::STYLE_BRACELIGHT),
                         colors.lit);
    editor.SendScintilla(Sci::SCI_STYLESETFORE, static_cast<unsigned long>(Sci::STYLE_BRACEBAD),
                         colors.error);
    editor.send(Sci::SCI_STYLESETBOLD, Sci::STYLE_BRACELIGHT, 1);
}

} // namespace ui
