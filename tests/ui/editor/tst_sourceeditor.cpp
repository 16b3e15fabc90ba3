// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/editor/folding.h"
#include "ui/editor/foldlevels.h"
#include "ui/editor/highlighter.h"
#include "ui/editor/sourceeditor.h"
#include "ui/session/editsession.h"
#include "ui/text/syntaxstyles.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QRandomGenerator>
#include <QTest>

using model::FileId;

namespace {

/// Two editors of one file, which never speak to each other.
struct Desk
{
    explicit Desk(const QByteArray &text)
    {
        session.edit(QString(), [&](model::Draft &draft) { draft.replace(FileId::MainCf, {0, 0}, text); });
        editor.resize(600, 400);
    }

    QByteArray text() const { return session.snapshot().file(FileId::MainCf).text().bytes(); }
    void putCaret(qsizetype at) { editor.send(QsciScintilla::SCI_GOTOPOS, at); }
    void type(const char *keys) { QTest::keyClicks(&editor, QString::fromLatin1(keys)); }
    void replace(syntax::ByteRange range, const QByteArray &bytes)
    {
        session.edit(QStringLiteral("elsewhere"),
                     [&](model::Draft &draft) { draft.replace(FileId::MainCf, range, bytes); });
    }
    int steps() { return session.undoStack()->count() - 1; }

    ui::EditSession session;
    ui::SourceEditor editor{session, FileId::MainCf};
    ui::SourceEditor other{session, FileId::MainCf};
};

QByteArray randomBytes(QRandomGenerator &random)
{
    static const QByteArray alphabet("ab=#, \t\n\n\r$\0\xff\xc3\xa4", 15);
    QByteArray bytes;
    for (int length = random.bounded(6); length > 0; --length)
        bytes.append(alphabet[random.bounded(alphabet.size())]);
    return bytes;
}

} // namespace

class TestSourceEditor : public QObject
{
    Q_OBJECT

private slots:
    void typingReachesTheSnapshot();
    void keysOfOneBurstAreOneStep();
    void caretMoveStartsANewStep();
    void pauseStartsANewStep();
    void typingOverASelectionIsOneStep();
    void undoAndRedoAreTheSessions();
    void oddBytesSurvive();
    void pasteKeepsOddBytes();
    void enterKeepsTheLineEndsOfTheFile();
    void editsFromElsewhereKeepTheCaret();
    void randomEditsKeepAllViewsInStep();
    void unreadableFileTakesNoKeys();
    void commentToggles_data();
    void commentToggles();
    void foldLevels_data();
    void foldLevels();
    void foldingHidesAndShowsLines();
    void stylesFollowTheSyntax_data();
    void stylesFollowTheSyntax();
    void styledLinesFollowTyping();
    void caretSetsTheFocus();
};

void TestSourceEditor::typingReachesTheSnapshot()
{
    Desk desk("myhostname = a\n");
    desk.putCaret(14);
    desk.type("bc");
    QCOMPARE(desk.text(), "myhostname = abc\n");
    QCOMPARE(desk.editor.bytes(), desk.text());
    QCOMPARE(desk.other.bytes(), desk.text());
    QTest::keyClick(&desk.editor, Qt::Key_Backspace);
    QTest::keyClick(&desk.editor, Qt::Key_Delete);
    QCOMPARE(desk.text(), "myhostname = ab");
    QCOMPARE(desk.other.bytes(), desk.text());
}

void TestSourceEditor::keysOfOneBurstAreOneStep()
{
    Desk desk("a = \n");
    desk.putCaret(4);
    desk.type("hello");
    QTest::keyClick(&desk.editor, Qt::Key_Backspace);
    desk.type("p");
    QCOMPARE(desk.text(), "a = hellp\n");
    QCOMPARE(desk.steps(), 1);
    desk.session.undoStack()->undo();
    QCOMPARE(desk.text(), "a = \n");
    QCOMPARE(desk.editor.bytes(), desk.text());
}

void TestSourceEditor::caretMoveStartsANewStep()
{
    Desk desk("a = \nb = \n");
    desk.putCaret(4);
    desk.type("1");
    desk.putCaret(10);
    desk.type("2");
    QCOMPARE(desk.text(), "a = 1\nb = 2\n");
    QCOMPARE(desk.steps(), 2);
    // Keys in another editor are no part of the burst either, even at the same place.
    desk.other.send(QsciScintilla::SCI_GOTOPOS, 11);
    QTest::keyClicks(&desk.other, QStringLiteral("3"));
    QCOMPARE(desk.steps(), 3);
}

void TestSourceEditor::pauseStartsANewStep()
{
    Desk desk("a = \n");
    desk.editor.setBurstPause(0);
    desk.putCaret(4);
    desk.type("12");
    QCOMPARE(desk.steps(), 2);
}

void TestSourceEditor::typingOverASelectionIsOneStep()
{
    Desk desk("a = word\n");
    desk.editor.selectRange({4, 8});
    desk.type("x");
    QCOMPARE(desk.text(), "a = x\n");
    QCOMPARE(desk.steps(), 1);
    desk.session.undoStack()->undo();
    QCOMPARE(desk.text(), "a = word\n");
    desk.type("y");
    desk.session.undoStack()->undo();
    QCOMPARE(desk.text(), "a = word\n");
}

void TestSourceEditor::undoAndRedoAreTheSessions()
{
    Desk desk("a = \n");
    desk.putCaret(4);
    desk.type("x");
    desk.replace({0, 1}, "b");
    QTest::keySequence(&desk.editor, QKeySequence::Undo);
    QCOMPARE(desk.text(), "a = x\n");
    QTest::keySequence(&desk.editor, QKeySequence::Undo);
    QCOMPARE(desk.text(), "a = \n");
    QTest::keySequence(&desk.editor, QKeySequence::Redo);
    QTest::keySequence(&desk.editor, QKeySequence::Redo);
    QCOMPARE(desk.text(), "b = x\n");
    QCOMPARE(desk.editor.bytes(), desk.text());
}

void TestSourceEditor::oddBytesSurvive()
{
    const QByteArray odd("a = \xff\xfe\0\x80z\r\nb = \n\r\nc", 20);
    Desk desk(odd);
    QCOMPARE(desk.editor.bytes(), odd);
    desk.putCaret(0);
    desk.type("#");
    QCOMPARE(desk.text(), "#" + odd);
    desk.putCaret(desk.text().size());
    desk.type("!");
    QCOMPARE(desk.text(), "#" + odd + "!");
}

void TestSourceEditor::pasteKeepsOddBytes()
{
    const QByteArray odd("x\xff\0\xc3y", 5);
    Desk desk(odd + "\n");
    desk.editor.selectRange({0, 5});
    QTest::keySequence(&desk.editor, QKeySequence::Copy);
    desk.putCaret(6);
    QTest::keySequence(&desk.editor, QKeySequence::Paste);
    QCOMPARE(desk.text(), odd + "\n" + odd);
    QGuiApplication::clipboard()->setText(QStringLiteral("\u00e4"));
    QTest::keySequence(&desk.editor, QKeySequence::Paste);
    QCOMPARE(desk.text(), odd + "\n" + odd + "\xc3\xa4");
}

void TestSourceEditor::enterKeepsTheLineEndsOfTheFile()
{
    Desk desk("a = 1\n");
    desk.putCaret(5);
    QTest::keyClick(&desk.editor, Qt::Key_Return);
    QCOMPARE(desk.text(), "a = 1\n\n");

    ui::EditSession session;
    session.edit(QString(), [](model::Draft &draft) { draft.replace(FileId::MainCf, {0, 0}, "a = 1\r\n"); });
    ui::SourceEditor editor(session, FileId::MainCf);
    editor.send(QsciScintilla::SCI_GOTOPOS, 5);
    QTest::keyClick(&editor, Qt::Key_Return);
    QCOMPARE(editor.bytes(), "a = 1\r\n\r\n");
}

void TestSourceEditor::editsFromElsewhereKeepTheCaret()
{
    Desk desk("a = 1\nb = 2\nc = 3\n");
    desk.editor.send(QsciScintilla::SCI_SETSEL, 16, 17);
    desk.replace({4, 5}, "long value");
    const syntax::ByteRange selected = desk.editor.selectedRange();
    QCOMPARE(desk.text().sliced(selected.begin, selected.size()), "3");
}

void TestSourceEditor::randomEditsKeepAllViewsInStep()
{
    Desk desk("# head\nmyhostname = a\nrelayhost =\n");
    const QByteArray before = desk.text();
    const int clean = desk.session.undoStack()->index();
    QRandomGenerator random(7);
    for (int round = 0; round < 500; ++round) {
        const qsizetype size = desk.text().size();
        const auto begin = random.bounded(static_cast<int>(size) + 1);
        const auto end = begin + random.bounded(static_cast<int>(std::min<qsizetype>(size - begin, 9)) + 1);
        ui::SourceEditor &editor = round % 2 ? desk.editor : desk.other;
        switch (random.bounded(5)) {
        case 0:
            editor.selectRange({begin, end});
            QTest::keyClick(&editor, random.bounded(2) ? Qt::Key_X : Qt::Key_Return);
            break;
        case 1:
            editor.selectRange({begin, end});
            QTest::keyClick(&editor, random.bounded(2) ? Qt::Key_Backspace : Qt::Key_Delete);
            break;
        case 2:
            QTest::keySequence(&editor, random.bounded(2) ? QKeySequence::Undo : QKeySequence::Redo);
            break;
        default:
            desk.replace({begin, end}, randomBytes(random));
        }
        QCOMPARE(desk.editor.bytes(), desk.text());
        QCOMPARE(desk.other.bytes(), desk.text());
    }
    desk.session.undoStack()->setIndex(clean);
    QCOMPARE(desk.text(), before);
    QCOMPARE(desk.editor.bytes(), before);
}

void TestSourceEditor::unreadableFileTakesNoKeys()
{
    model::FileInfo info{.path = QStringLiteral("/x"), .name = QStringLiteral("x")};
    info.problem = base::Error{base::Error::Code::NotPermitted, QStringLiteral("/x")};
    const model::Snapshot empty;
    QList<model::File> files = empty.files();
    files.append(model::File(info, syntax::Text({}, syntax::Text::Layout::Chunked)));
    ui::EditSession session;
    session.open(model::Snapshot(files));
    ui::SourceEditor editor(session, FileId::FirstOther);
    QTest::keyClicks(&editor, QStringLiteral("abc"));
    QCOMPARE(editor.bytes(), "");
    QCOMPARE(session.undoStack()->count(), 0);
}

void TestSourceEditor::commentToggles_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<int>("begin");
    QTest::addColumn<int>("end");
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("the line of the caret") << QByteArray("a\nb\n") << 2 << 2 << QByteArray("a\n#b\n");
    QTest::newRow("back again") << QByteArray("a\n#b\n") << 3 << 3 << QByteArray("a\nb\n");
    QTest::newRow("with the blank of all lines")
        << QByteArray("# a\n# b\n") << 0 << 6 << QByteArray("a\nb\n");
    QTest::newRow("continuation lines keep their indent")
        << QByteArray("a = b\n  c\n") << 0 << 9 << QByteArray("#a = b\n#  c\n");
    QTest::newRow("blank lines stay") << QByteArray("a\n\nb") << 0 << 4 << QByteArray("#a\n\n#b");
    QTest::newRow("mixed lines all get one") << QByteArray("a\n#b\n") << 0 << 4 << QByteArray("#a\n##b\n");
    QTest::newRow("the line after the selection is left out")
        << QByteArray("a\nb\n") << 0 << 2 << QByteArray("#a\nb\n");
}

void TestSourceEditor::commentToggles()
{
    QFETCH(const QByteArray, before);
    QFETCH(const int, begin);
    QFETCH(const int, end);
    QFETCH(const QByteArray, after);
    Desk desk(before);
    desk.editor.selectRange({begin, end});
    QTest::keyClick(&desk.editor, Qt::Key_Slash, Qt::ControlModifier);
    QCOMPARE(desk.text(), after);
    QCOMPARE(desk.editor.bytes(), after);
    QCOMPARE(desk.steps(), 1);
    desk.session.undoStack()->undo();
    QCOMPARE(desk.text(), before);
}

void TestSourceEditor::foldLevels_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("levels"); // one letter a line: . plain, H header, b body
    QTest::newRow("value of three lines") << QByteArray("a = b\n c\n d\ne = f\n") << QByteArray("Hbb.");
    QTest::newRow("comment inside a value") << QByteArray("a = b\n# why\n c\n") << QByteArray("Hbb");
    QTest::newRow("comment block") << QByteArray("# a\n# b\n\nc = d") << QByteArray("Hb..");
    QTest::newRow("one comment line is no block") << QByteArray("# a\nb = c\n") << QByteArray("..");
    QTest::newRow("block below a value is its own")
        << QByteArray("a = b\n c\n# d\n# e\nf = g\n") << QByteArray("HbHb.");
}

void TestSourceEditor::foldLevels()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, levels);
    QByteArray found;
    for (const ui::FoldLine line : ui::foldLines(text))
        found += line == ui::FoldLine::Header ? 'H' : line == ui::FoldLine::Body ? 'b' : '.';
    QCOMPARE(found, levels);
}

void TestSourceEditor::foldingHidesAndShowsLines()
{
    Desk desk("a = b\n c\n d\ne = f\n");
    ui::Folding folding(desk.editor);
    const auto visible = [&](int line) {
        return desk.editor.send(QsciScintilla::SCI_GETLINEVISIBLE, line) != 0;
    };
    desk.putCaret(7);
    folding.toggleAtCaret();
    QVERIFY(visible(0) && !visible(1) && !visible(2) && visible(3));
    QCOMPARE(desk.editor.caretLine(), 0);
    // Going to a hidden place shows it.
    desk.editor.selectRange({10, 11});
    QVERIFY(visible(2));
    // A new line in the value belongs to the fold.
    desk.replace({8, 8}, "\n x");
    folding.foldAll();
    QVERIFY(!visible(3) && visible(4));
    folding.unfoldAll();
    QVERIFY(visible(3));
    QCOMPARE(desk.editor.bytes(), desk.text());
}

void TestSourceEditor::stylesFollowTheSyntax_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("word");
    QTest::addColumn<int>("style");
    const auto add = [](const char *name, const char *text, const char *word, ui::SyntaxStyle style) {
        QTest::newRow(name) << QByteArray(text) << QByteArray(word) << static_cast<int>(style);
    };
    using Style = ui::SyntaxStyle;
    add("name", "relayhost = x\n", "relayhost", Style::Name);
    add("equals", "relayhost = x\n", "=", Style::Operator);
    add("plain value", "relayhost = x\n", "x", Style::Plain);
    add("reference", "a = $myhostname, b\n", "$myhostname", Style::Reference);
    add("braced reference", "a = ${myhostname?x}\n", "${myhostname", Style::Reference);
    add("number", "a = 120s\n", "120s", Style::Number);
    add("yes", "a = yes\n", "yes", Style::Word);
    add("map type", "a = hash:/etc/x\n", "hash:", Style::MapType);
    add("nested map type", "a = proxy:mysql:/x\n", "mysql:", Style::MapType);
    add("comment", "# prose here\n", "# prose here", Style::Comment);
    add("comment in a value", "a = b\n# why\n c\n", "# why", Style::Comment);
    add("switched off", "#relayhost = x\n", "relayhost", Style::OffName);
    add("overridden", "relayhost = x\nrelayhost = y\n", "relayhost", Style::Overridden);
    add("stray", "no equals here\n", "no equals here", Style::Stray);
}

void TestSourceEditor::stylesFollowTheSyntax()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, word);
    QFETCH(const int, style);
    Desk desk(text);
    const model::File &file = desk.session.snapshot().file(FileId::MainCf);
    const QByteArray styles = ui::syntaxStyles(file, {0, text.size()});
    QCOMPARE(styles.size(), text.size());
    const QByteArray found = styles.sliced(text.indexOf(word), word.size());
    QCOMPARE(found, QByteArray(word.size(), static_cast<char>(style)));
}

void TestSourceEditor::styledLinesFollowTyping()
{
    Desk desk("# one\nrelayhost = x\n");
    const ui::Highlighter highlighter(desk.editor);
    desk.editor.show();
    const auto styleAt = [&](int at) { return desk.editor.send(QsciScintilla::SCI_GETSTYLEAT, at); };
    desk.editor.grab();
    QCOMPARE(styleAt(6), static_cast<int>(ui::SyntaxStyle::Name));
    desk.putCaret(6);
    desk.type("#");
    desk.editor.grab();
    QCOMPARE(styleAt(7), static_cast<int>(ui::SyntaxStyle::OffName));
    // A second one further down takes the first out of force: a line above the key changes.
    QTest::keyClick(&desk.editor, Qt::Key_Backspace);
    desk.putCaret(desk.text().size());
    desk.type("relayhost=y");
    desk.editor.grab();
    QCOMPARE(styleAt(6), static_cast<int>(ui::SyntaxStyle::Overridden));
}

void TestSourceEditor::caretSetsTheFocus()
{
    Desk desk("a = 1\nb = 2\n");
    desk.editor.show();
    desk.editor.activateWindow();
    desk.editor.setFocus();
    QTRY_VERIFY(desk.editor.hasFocus());
    QTest::keyClick(&desk.editor, Qt::Key_Down);
    QTRY_COMPARE(desk.session.focus(), (model::Place{FileId::MainCf, {6, 11}}));
}

QTEST_MAIN(TestSourceEditor)
#include "tst_sourceeditor.moc"
