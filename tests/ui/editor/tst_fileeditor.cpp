// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/share.h"
#include "ui/editor/fileeditor.h"
#include "ui/editor/findbar.h"
#include "ui/editor/gotobar.h"
#include "ui/editor/largetextview.h"
#include "ui/editor/sourceeditor.h"
#include "ui/session/editsession.h"
#include "ui/session/findings.h"
#include "ui/text/escapedline.h"
#include "ui/text/filefacts.h"
#include "ui/text/textsearch.h"

#include <QClipboard>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QTest>
#include <QToolButton>

using model::FileId;

namespace {

constexpr FileId table = FileId::FirstOther;

/// A window with one file in it.
struct Desk
{
    explicit Desk(const QByteArray &text, std::optional<base::Error> problem = {})
    {
        model::FileInfo info{.path = QStringLiteral("/etc/postfix/virtual"),
                             .name = QStringLiteral("virtual"),
                             .kind = model::FileKind::KeyValue};
        info.problem = std::move(problem);
        const model::Snapshot empty;
        QList<model::File> files = empty.files();
        files.append(model::File(info, syntax::Text(text, syntax::Text::Layout::Chunked)));
        session.open(model::Snapshot(files));
        editor = std::make_unique<ui::FileEditor>(session, findings, table);
        editor->resize(700, 500);
        editor->show();
        editor->activateWindow();
        isActive = QTest::qWaitForWindowActive(editor.get()); // or no shortcut arrives
        editor->takeKeyboard();
    }

    QByteArray text() const { return session.snapshot().file(table).text().bytes(); }
    template<typename T>
    T *named(const QString &name) const
    {
        for (T *child : editor->findChildren<T *>()) {
            if (child->accessibleName() == name)
                return child;
        }
        return nullptr;
    }
    QByteArray selected() const
    {
        const syntax::ByteRange range = editor->sourceEditor() ? editor->sourceEditor()->selectedRange()
                                                               : editor->largeView()->selectedRange();
        return session.snapshot().file(table).text().bytes(range);
    }

    ui::EditSession session;
    ui::Findings findings{session};
    std::unique_ptr<ui::FileEditor> editor;
    bool isActive = false;
};

QByteArray manyRows(int rows)
{
    QByteArray text;
    for (int i = 0; i < rows; ++i)
        text += "user" + QByteArray::number(i) + "@example.org\tmailbox" + QByteArray::number(i) + "\n";
    return text;
}

} // namespace

class TestFileEditor : public QObject
{
    Q_OBJECT

private slots:
    void searchFinds_data();
    void searchFinds();
    void searchFindsInPieces();
    void factsAreToldInWords_data();
    void factsAreToldInWords();
    void anyLineCanBeEdited();
    void findBarGoesFromMatchToMatch();
    void findBarReplaces();
    void replaceAllIsOneStep();
    void goToLineGoesThere();
    void sizeDecidesTheEditor();
    void unreadableFileSaysWhy();
    void largeFileIsEditedLineByLine();
    void largeFileKeepsOddBytes();
    void largeFileLinesComeAndGo();
    void largeFileIsQuick();
    void randomEditsKeepTheLargeViewInStep();
    void findingsAreUnderlined();
    void fixesAreOfferedAtTheCaret();
    void changedLinesAreMarked();
};

void TestFileEditor::searchFinds_data()
{
    QTest::addColumn<QByteArray>("text"); // «» around what is to be found
    QTest::addColumn<QString>("what");
    QTest::addColumn<bool>("matchCase");
    QTest::addColumn<bool>("wholeWords");
    QTest::addColumn<bool>("isRegex");
    const auto add = [](const char *name, const char *text, const char *what, const char *options = "") {
        const QByteArray set(options);
        QTest::newRow(name) << QByteArray(text) << QString::fromUtf8(what) << set.contains('c')
                            << set.contains('w') << set.contains('r');
    };
    add("plain, any case", "«Relay» «relay» rel", "RELAY");
    add("plain, this case", "Relay «relay»", "relay", "c");
    add("whole words", "relayhost «relay» relay_ x-«relay»", "relay", "w");
    add("regular expression", "«a1» b «a22»", "a[0-9]+", "r");
    add("line ends of a regular expression", "«x» = 1\n«y» = 2\n", "^[a-z]", "r");
    add("beyond ASCII, any case", "«\xc3\x84» «\xc3\xa4» a", "\xc3\xa4");
    add("a regular expression after UTF-8", "\xc3\xa4\xe2\x82\xac «x1»", "x\\d", "r");
    add("among bytes that are no UTF-8", "\xff\xfe «x1» \xff", "x\\d", "r");
    add("empty matches are none", "abc", "x*", "r");
    add("dots are dots", "a.b «a.c» abc", "a.c");
    add("nothing", "abc", "d");
}

void TestFileEditor::searchFinds()
{
    QFETCH(QByteArray, text);
    QFETCH(const QString, what);
    QFETCH(const bool, matchCase);
    QFETCH(const bool, wholeWords);
    QFETCH(const bool, isRegex);
    QList<syntax::ByteRange> expected;
    const QByteArray open = QByteArrayLiteral("\xc2\xab");
    const QByteArray close = QByteArrayLiteral("\xc2\xbb");
    for (qsizetype at = text.indexOf(open); at >= 0; at = text.indexOf(open)) {
        text.remove(at, 2);
        const qsizetype end = text.indexOf(close);
        text.remove(end, 2);
        expected.append(syntax::ByteRange{at, end});
    }
    const syntax::Text source(text, syntax::Text::Layout::Whole);
    const ui::TextSearch search(what, {.matchCase = matchCase, .wholeWords = wholeWords, .isRegex = isRegex});
    QCOMPARE(search.all(source), expected);
    if (expected.isEmpty())
        return;
    QCOMPARE(search.next(source, 0), std::optional(expected.first()));
    QCOMPARE(search.previous(source, source.size()), std::optional(expected.last()));
    QCOMPARE(search.previous(source, expected.first().begin), std::optional<syntax::ByteRange>());
}

void TestFileEditor::searchFindsInPieces()
{
    const QByteArray bytes = manyRows(20'000);
    const syntax::Text text(bytes, syntax::Text::Layout::Chunked);
    QVERIFY(text.chunkCount() > 5);
    const ui::TextSearch search(QStringLiteral("MAILBOX12345"), {});
    const qsizetype at = bytes.indexOf("mailbox12345");
    QCOMPARE(search.next(text, 0), std::optional(syntax::ByteRange{at, at + 12}));
    QCOMPARE(search.previous(text, text.size()), std::optional(syntax::ByteRange{at, at + 12}));
    QCOMPARE(ui::TextSearch(QStringLiteral("^user\\d+@"), {.isRegex = true}).all(text).size(), 20'000);
}

void TestFileEditor::factsAreToldInWords_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("plain") << QByteArray("a b\nc d\n") << QStringLiteral("2 lines · 8 bytes");
    QTest::newRow("UTF-8") << QByteArray("\xc3\xa4\n") << QStringLiteral("1 line · 3 bytes · UTF-8");
    QTest::newRow("no last newline") << QByteArray("a")
                                     << QStringLiteral("1 line · 1 bytes · no line end at the end");
    QTest::newRow("CRLF") << QByteArray("a\r\n")
                          << QStringLiteral("1 line · 3 bytes · Windows line ends (CRLF)");
    QTest::newRow("mixed") << QByteArray("a\r\nb\n") << QStringLiteral("2 lines · 5 bytes · mixed line ends");
    QTest::newRow("Latin-1") << QByteArray(
        "\xe4\n") << QStringLiteral("1 line · 2 bytes · not UTF-8: such bytes are shown as \\x and kept");
}

void TestFileEditor::factsAreToldInWords()
{
    QFETCH(const QByteArray, text);
    QTEST(ui::factsText(ui::fileFacts(syntax::Text(text, syntax::Text::Layout::Chunked))), "expected");
}

void TestFileEditor::anyLineCanBeEdited()
{
    QRandomGenerator random(11);
    for (int round = 0; round < support::share(2000); ++round) {
        QByteArray line;
        for (int length = random.bounded(12); length > 0; --length)
            line += random.bounded(3) ? static_cast<char>(random.bounded(256)) : 'a';
        QCOMPARE(ui::editedBytes(ui::editableText(line)), line);
    }
    QCOMPARE(ui::editedBytes(QStringLiteral("\U0001F4E7 \u00e4")), "\xf0\x9f\x93\xa7 \xc3\xa4");
}

void TestFileEditor::findBarGoesFromMatchToMatch()
{
    Desk desk("one two\nTwo three\ntwo\n");
    auto *bar = desk.editor->findChild<ui::FindBar *>();
    QVERIFY(!bar->isVisible());
    QTest::keySequence(desk.editor->sourceEditor(), QKeySequence::Find);
    QVERIFY(bar->isVisible());
    auto *what = desk.named<QLineEdit>(QStringLiteral("Find"));
    QTest::keyClicks(what, QStringLiteral("two"));
    QCOMPARE(desk.editor->sourceEditor()->selectedRange(), (syntax::ByteRange{4, 7}));
    QTest::keyClick(what, Qt::Key_Return);
    QCOMPARE(desk.editor->sourceEditor()->selectedRange(), (syntax::ByteRange{8, 11}));
    QTest::keyClick(what, Qt::Key_F3);
    QCOMPARE(desk.editor->sourceEditor()->selectedRange(), (syntax::ByteRange{18, 21}));
    QTest::keyClick(what, Qt::Key_F3);
    QCOMPARE(desk.editor->sourceEditor()->selectedRange(), (syntax::ByteRange{4, 7}));
    QTest::keyClick(what, Qt::Key_F3, Qt::ShiftModifier);
    QCOMPARE(desk.editor->sourceEditor()->selectedRange(), (syntax::ByteRange{18, 21}));
    QTest::mouseClick(desk.named<QToolButton>(QStringLiteral("Match upper and lower case")), Qt::LeftButton);
    QTest::keyClick(what, Qt::Key_F3);
    QCOMPARE(desk.editor->sourceEditor()->selectedRange(), (syntax::ByteRange{4, 7}));
    QTest::keyClick(what, Qt::Key_Escape);
    QVERIFY(!bar->isVisible());
}

void TestFileEditor::findBarReplaces()
{
    Desk desk("a1 b a2\n");
    QTest::keyClick(desk.editor->sourceEditor(), Qt::Key_H, Qt::ControlModifier);
    QTest::mouseClick(desk.named<QToolButton>(QStringLiteral("Regular expression")), Qt::LeftButton);
    QTest::keyClicks(desk.named<QLineEdit>(QStringLiteral("Find")), QStringLiteral("a(\\d)"));
    auto *with = desk.named<QLineEdit>(QStringLiteral("Replace with"));
    with->setFocus();
    QTest::keyClicks(with, QStringLiteral("<\\1>"));
    QTest::keyClick(with, Qt::Key_Return);
    QCOMPARE(desk.text(), "<1> b a2\n");
    QCOMPARE(desk.selected(), "a2");
    QTest::keyClick(with, Qt::Key_Return);
    QCOMPARE(desk.text(), "<1> b <2>\n");
    desk.session.undoStack()->undo();
    QCOMPARE(desk.text(), "<1> b a2\n");
}

void TestFileEditor::replaceAllIsOneStep()
{
    for (const int rows : {10, 40'000}) { // in a source editor, and in a large view
        Desk desk(manyRows(rows));
        const QByteArray before = desk.text();
        QCOMPARE(desk.editor->largeView() != nullptr, rows > 1000);
        QWidget *view = desk.editor->focusProxy();
        QTest::keyClick(view, Qt::Key_H, Qt::ControlModifier);
        QTest::keyClicks(desk.named<QLineEdit>(QStringLiteral("Find")), QStringLiteral("example.org"));
        QTest::keyClicks(desk.named<QLineEdit>(QStringLiteral("Replace with")),
                         QStringLiteral("example.net"));
        for (auto *button : desk.editor->findChildren<QPushButton *>()) {
            if (button->text() == QStringLiteral("Replace &All"))
                QTest::mouseClick(button, Qt::LeftButton);
        }
        QCOMPARE(desk.text(), QByteArray(before).replace("example.org", "example.net"));
        QCOMPARE(desk.session.undoStack()->count(), 1);
        desk.session.undoStack()->undo();
        QCOMPARE(desk.text(), before);
    }
}

void TestFileEditor::goToLineGoesThere()
{
    Desk desk("a\nb\nc\n");
    QTest::keyClick(desk.editor->sourceEditor(), Qt::Key_G, Qt::ControlModifier);
    auto *line = desk.editor->findChild<ui::GoToBar *>()->findChild<QLineEdit *>();
    QTest::keyClicks(line, QStringLiteral("3"));
    QTest::keyClick(line, Qt::Key_Return);
    QCOMPARE(desk.editor->sourceEditor()->caretLine(), 2);
}

void TestFileEditor::sizeDecidesTheEditor()
{
    QVERIFY(Desk("a b\n").editor->sourceEditor());
    QVERIFY(Desk(manyRows(40'000)).editor->largeView());
    QVERIFY(Desk("a " + QByteArray(100'000, 'x') + "\nb c\n").editor->largeView());
}

void TestFileEditor::unreadableFileSaysWhy()
{
    const Desk desk({}, base::Error{base::Error::Code::NotPermitted, QStringLiteral("/etc/postfix/virtual")});
    QVERIFY(!desk.editor->sourceEditor() && !desk.editor->largeView());
    const Desk missing({}, base::Error{base::Error::Code::NotFound, QStringLiteral("/etc/postfix/virtual")});
    QVERIFY(missing.editor->sourceEditor());
    QTest::keyClicks(missing.editor->sourceEditor(), QStringLiteral("a b"));
    QCOMPARE(missing.text(), "a b");
}

void TestFileEditor::largeFileIsEditedLineByLine()
{
    Desk desk(manyRows(40'000));
    ui::LargeTextView *view = desk.editor->largeView();
    view->goToLine(20'000);
    QTest::keyClick(view, Qt::Key_Return);
    QVERIFY(view->isEditing());
    auto *line = view->viewport()->findChild<QLineEdit *>();
    QCOMPARE(line->text(), QStringLiteral("user20000@example.org\tmailbox20000"));
    QTest::keyClick(line, Qt::Key_End);
    QTest::keyClicks(line, QStringLiteral("-x"));
    QTest::keyClick(line, Qt::Key_Return);
    QVERIFY(!view->isEditing());
    QCOMPARE(view->lineBytes(20'000), "user20000@example.org\tmailbox20000-x");
    QCOMPARE(desk.session.undoStack()->count(), 1);
    // Escape leaves it as it was; so does an edit of the line from elsewhere.
    QTest::keyClick(view, Qt::Key_F2);
    line = view->viewport()->findChild<QLineEdit *>();
    QTest::keyClicks(line, QStringLiteral("zzz"));
    QTest::keyClick(line, Qt::Key_Escape);
    QCOMPARE(desk.session.undoStack()->count(), 1);
    QTest::keySequence(view, QKeySequence::Undo);
    QCOMPARE(desk.text(), manyRows(40'000));
    QCOMPARE(view->currentLine(), 20'000);
}

void TestFileEditor::largeFileKeepsOddBytes()
{
    const QByteArray odd("k\xff\xc3 v\0w\r\n", 9);
    Desk desk(odd + manyRows(40'000));
    ui::LargeTextView *view = desk.editor->largeView();
    view->goToLine(0);
    QTest::keyClick(view, Qt::Key_Return);
    auto *line = view->viewport()->findChild<QLineEdit *>();
    QTest::keyClicks(line, QStringLiteral("x"));
    QTest::keyClick(line, Qt::Key_Return);
    QCOMPARE(view->lineBytes(0), "x" + odd.chopped(2));
    QVERIFY(desk.text().startsWith("x" + odd + "user0"));
}

void TestFileEditor::largeFileLinesComeAndGo()
{
    Desk desk(manyRows(40'000));
    ui::LargeTextView *view = desk.editor->largeView();
    view->goToLine(5);
    QTest::keyClick(view, Qt::Key_Insert);
    QVERIFY(view->isEditing());
    QTest::keyClicks(view->viewport()->findChild<QLineEdit *>(), QStringLiteral("new row"));
    QTest::keyClick(view->viewport()->findChild<QLineEdit *>(), Qt::Key_Return);
    QCOMPARE(view->lineBytes(6), "new row");
    QTest::keyClick(view, Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(view, Qt::Key_Delete);
    QCOMPARE(view->lineBytes(6), "user7@example.org\tmailbox7");
    QTest::keyClick(view, Qt::Key_Slash, Qt::ControlModifier);
    QCOMPARE(view->lineBytes(6), "#user7@example.org\tmailbox7");
    QGuiApplication::clipboard()->setText(QStringLiteral("p q\nr s"));
    QTest::keySequence(view, QKeySequence::Paste);
    QCOMPARE(view->lineBytes(7), "r s");
    desk.session.undoStack()->setIndex(0);
    QCOMPARE(desk.text(), manyRows(40'000));
}

void TestFileEditor::largeFileIsQuick()
{
    // The same view of 30 times as many rows takes no longer: nothing depends on the size of the file.
    const auto timed = [](int rows) {
        Desk desk(manyRows(rows));
        ui::LargeTextView *view = desk.editor->largeView();
        view->grab();
        QElapsedTimer timer;
        timer.start();
        for (int i = 1; i <= 20; ++i) {
            view->verticalScrollBar()->setValue(view->verticalScrollBar()->maximum() / 21 * i);
            view->grab();
        }
        return timer.elapsed();
    };
    const qint64 few = timed(40'000);
    const qint64 many = timed(1'200'000);
    QVERIFY2(many <= few * 4 + 50, qPrintable(QStringLiteral("%1 ms, %2 ms").arg(few).arg(many)));
}

void TestFileEditor::randomEditsKeepTheLargeViewInStep()
{
    Desk desk(manyRows(40'000));
    const QByteArray before = desk.text();
    ui::LargeTextView *view = desk.editor->largeView();
    QRandomGenerator random(5);
    for (int round = 0; round < 300; ++round) {
        const qsizetype size = desk.session.snapshot().file(table).text().size();
        const qsizetype begin = random.bounded(static_cast<int>(size));
        const qsizetype end = std::min<qsizetype>(size, begin + random.bounded(60));
        const QByteArray fresh = random.bounded(2) ? QByteArray("x\ny z\n") : QByteArray();
        desk.session.edit(QStringLiteral("e"), [&](model::Draft &draft) {
            draft.replace(table, {begin, end}, fresh);
        });
        const syntax::Text &text = desk.session.snapshot().file(table).text();
        QCOMPARE(view->lineCount(), text.lineCount());
        const qsizetype line = random.bounded(static_cast<int>(view->lineCount()));
        const QByteArray expected = text.bytes({text.lineStart(line), text.lineStart(line + 1)}).chopped(1);
        if (line + 1 < view->lineCount())
            QCOMPARE(view->lineBytes(line), expected);
    }
    desk.session.undoStack()->setIndex(0);
    QCOMPARE(desk.text(), before);
}

void TestFileEditor::findingsAreUnderlined()
{
    Desk desk("a b\nc d\n");
    ui::SourceEditor *editor = desk.editor->sourceEditor();
    const auto marks = [&](int at) { return editor->send(QsciScintilla::SCI_INDICATORALLONFOR, at) != 0; };
    QVERIFY(!marks(5));
    desk.findings.set(ui::Finding::Origin::Lint,
                      {ui::Finding{.message = QStringLiteral("Odd."), .place = model::Place{table, {4, 4}}}});
    QVERIFY(!marks(1) && marks(5));
    desk.findings.set(ui::Finding::Origin::Lint, {});
    QVERIFY(!marks(5));
}

void TestFileEditor::fixesAreOfferedAtTheCaret()
{
    Desk desk("abc def\nghi\n");
    QVERIFY(desk.isActive);
    const auto fix = [](const QByteArray &by) {
        return [by](model::Draft &draft) -> edits::Outcome {
            draft.replace(table, {4, 7}, by);
            return {};
        };
    };
    desk.findings.set(ui::Finding::Origin::Lint,
                      {ui::Finding{.message = QStringLiteral("Odd."),
                                   .place = model::Place{table, {4, 7}},
                                   .fixes = {{QStringLiteral("Write x"), fix("x")},
                                             {QStringLiteral("Write y"), fix("y")}}}});
    ui::SourceEditor *source = desk.editor->sourceEditor();
    const auto menu = [&] { return source->findChild<QMenu *>(QStringLiteral("quickFixes")); };
    source->selectRange({9, 9}); // another line
    QTest::keyClick(source, Qt::Key_Period, Qt::ControlModifier);
    QTRY_VERIFY(menu() && menu()->isVisible());
    QVERIFY(!menu()->actions().first()->isEnabled());
    QTest::keyClick(menu(), Qt::Key_Escape);
    QTRY_VERIFY(!menu());
    desk.editor->activateWindow();
    source->setFocus();
    QTRY_VERIFY(source->hasFocus());
    source->selectRange({1, 1}); // the same line will do
    QTest::keyClick(source, Qt::Key_Period, Qt::ControlModifier);
    QTRY_VERIFY(menu() && menu()->isVisible());
    QTest::keyClick(menu(), Qt::Key_Down);
    QTest::keyClick(menu(), Qt::Key_Return);
    QTRY_COMPARE(desk.session.snapshot().file(table).text().bytes(), "abc y\nghi\n");
    QCOMPARE(desk.session.undoStack()->undoText(), QStringLiteral("Write y"));
}

void TestFileEditor::changedLinesAreMarked()
{
    Desk desk("a b\nc d\ne f\ng h\ni j\n");
    ui::SourceEditor *editor = desk.editor->sourceEditor();
    const auto marks = [&] {
        QByteArray found;
        for (int line = 0; line < 4; ++line)
            found +=
                QByteArray::number(static_cast<int>(editor->send(QsciScintilla::SCI_MARKERGET, line)) & 3);
        return found;
    };
    QCOMPARE(marks(), "0000");
    editor->send(QsciScintilla::SCI_GOTOPOS, 7);
    QTest::keyClicks(editor, QStringLiteral("x"));
    QTRY_COMPARE(marks(), "0100");
    desk.session.edit(QStringLiteral("remove"), [](model::Draft &draft) {
        draft.replace(table, {13, 17}, {});
    });
    QTRY_COMPARE(marks(), "0120");
    desk.session.setBaseline(desk.session.snapshot());
    QCOMPARE(marks(), "0000");
}

QTEST_MAIN(TestFileEditor)
#include "tst_fileeditor.moc"
