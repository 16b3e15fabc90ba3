// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/markedconfig.h"
#include "ui/editor/completer.h"
#include "ui/editor/completionpopup.h"
#include "ui/editor/fileeditor.h"
#include "ui/editor/hover.h"
#include "ui/editor/sourceeditor.h"
#include "ui/session/editsession.h"
#include "ui/session/findings.h"
#include "ui/session/knowledge.h"
#include "ui/session/language.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QListView>
#include <QSignalSpy>
#include <QTest>
#include <QToolTip>

using model::FileId;
using support::MarkedConfig;

namespace {

using Sci = QsciScintillaBase;

/// A window with the file of the caret, and the caret where the ¦ is.
struct Desk
{
    explicit Desk(const QByteArray &marked) : config(marked)
    {
        session.open(config.snapshot());
        editor = std::make_unique<ui::FileEditor>(session, findings, config.caret.file, &language);
        editor->resize(800, 500);
        editor->show();
        editor->activateWindow();
        isActive = QTest::qWaitForWindowActive(editor.get());
        editor->showRange(config.caret.range);
        completer = source()->findChild<ui::Completer *>();
        hover = source()->findChild<ui::Hover *>();
    }

    ui::SourceEditor *source() const { return editor->sourceEditor(); }
    QByteArray text(FileId file = FileId::MainCf) const
    {
        return session.snapshot().file(file).text().bytes();
    }
    void type(const char *keys) const { QTest::keyClicks(source(), QString::fromLatin1(keys)); }
    void press(int key, Qt::KeyboardModifiers modifiers = {}) const
    {
        QTest::keyClick(source(), static_cast<Qt::Key>(key), modifiers);
    }
    QStringList offered() const
    {
        QStringList texts;
        for (int row = 0; completer->isOpen() && row < completer->popup()->count(); ++row)
            texts.append(QString::fromUtf8(completer->popup()->candidate(row).text));
        return texts;
    }
    QPoint pointOf(qsizetype offset) const
    {
        const auto at = static_cast<long>(offset);
        const auto x = static_cast<int>(source()->SendScintilla(Sci::SCI_POINTXFROMPOSITION, 0UL, at));
        const auto y = static_cast<int>(source()->SendScintilla(Sci::SCI_POINTYFROMPOSITION, 0UL, at));
        return {x + 1, y + 5};
    }
    qsizetype caret() const { return source()->send(Sci::SCI_GETCURRENTPOS); }

    MarkedConfig config;
    ui::EditSession session;
    ui::Findings findings{session};
    ui::Knowledge knowledge{session};
    ui::Language language{session, knowledge};
    std::unique_ptr<ui::FileEditor> editor;
    ui::Completer *completer = nullptr;
    ui::Hover *hover = nullptr;
    bool isActive = false;
};

const QByteArray services = "--- master.cf\nsmtp unix - - y - - smtp\nslow unix - - y - - smtp\n";

} // namespace

class TestLanguage : public QObject
{
    Q_OBJECT

private slots:
    void opensAfterTheSecondLetter();
    void opensOnRequest();
    void opensAfterASign_data();
    void opensAfterASign();
    void enterAndTabTake_data();
    void enterAndTabTake();
    void escapeLeavesTheText();
    void takingIsOneStepOfUndo();
    void arrowsChoose();
    void clickTakes();
    void enterIsEnterWhenTheWordIsComplete();
    void staysOutOfComments();
    void closesWhenTheCaretLeaves();
    void narrowsAndWidensWithTheKeys();
    void valuesFollowTheName();
    void bytesThatAreNoUtf8Stay();
    void popupStaysInTheWindow();
    void readOnlyFileOffersNothing();
    void controlAndClickGoesToTheDefinition();
    void controlUnderlinesTheName();
    void placeIsKnown();
    void contextMenuIsAboutWhatItIsOpenedOn();
    void hoverSaysWhatItIs_data();
    void hoverSaysWhatItIs();
    void keyExplainsTheCaret();
};

void TestLanguage::opensAfterTheSecondLetter()
{
    Desk desk("¦\n");
    desk.type("r");
    QVERIFY(!desk.completer->isOpen());
    desk.type("e");
    QVERIFY(desk.completer->isOpen());
    QVERIFY(desk.offered().contains(QStringLiteral("relayhost")));
    const QAbstractItemModelTester tester(desk.completer->popup()->findChild<QListView *>()->model());
    QVERIFY(desk.source()->hasFocus());
}

void TestLanguage::opensOnRequest()
{
    Desk desk("smtpd_helo_required = ¦\n");
    desk.press(Qt::Key_Space, Qt::ControlModifier);
    QCOMPARE(desk.offered(), (QStringList{QStringLiteral("no"), QStringLiteral("yes")}));
    QCOMPARE(desk.text(), "smtpd_helo_required = \n");
}

void TestLanguage::opensAfterASign_data()
{
    QTest::addColumn<QByteArray>("marked");
    QTest::addColumn<QByteArray>("keys");
    QTest::addColumn<QString>("expected");
    QTest::newRow("dollar") << QByteArray("a = ¦\n") << QByteArray("$") << QStringLiteral("mydomain");
    QTest::newRow("brace") << QByteArray("a = ¦\n") << QByteArray("${") << QStringLiteral("mydomain");
    QTest::newRow("override") << QByteArray("--- master.cf\na inet n - y - - smtpd ¦\n") << QByteArray("-o ")
                              << QStringLiteral("smtpd_banner");
    QTest::newRow("table type") << QByteArray("alias_maps = ¦\n" + services + "--- aliases aliases\n")
                                << QByteArray("hash:") << QStringLiteral("/etc/postfix/aliases");
}

void TestLanguage::opensAfterASign()
{
    QFETCH(const QByteArray, marked);
    QFETCH(const QByteArray, keys);
    QFETCH(const QString, expected);
    Desk desk(marked);
    desk.type(keys.constData());
    QVERIFY2(desk.offered().contains(expected), qPrintable(desk.offered().mid(0, 10).join(u' ')));
}

void TestLanguage::enterAndTabTake_data()
{
    QTest::addColumn<int>("key");
    QTest::newRow("Enter") << int(Qt::Key_Return);
    QTest::newRow("Enter of the keypad") << int(Qt::Key_Enter);
    QTest::newRow("Tab") << int(Qt::Key_Tab);
}

void TestLanguage::enterAndTabTake()
{
    QFETCH(const int, key);
    Desk desk("a = 1\n¦\nb = 2\n");
    desk.type("relayho");
    QVERIFY(desk.completer->isOpen());
    desk.press(key);
    QCOMPARE(desk.text(), "a = 1\nrelayhost = \nb = 2\n");
    QCOMPARE(desk.source()->bytes(), desk.text());
    QCOMPARE(desk.caret(), 18);
    QVERIFY(!desk.completer->isOpen());
}

void TestLanguage::escapeLeavesTheText()
{
    Desk desk("¦\n");
    desk.type("relayho");
    QVERIFY(desk.completer->isOpen());
    desk.press(Qt::Key_Escape);
    QVERIFY(!desk.completer->isOpen());
    QCOMPARE(desk.text(), "relayho\n");
}

void TestLanguage::takingIsOneStepOfUndo()
{
    Desk desk("¦ = x\n");
    desk.type("smtpd_tls_cert_f");
    const int steps = desk.session.undoStack()->count();
    desk.press(Qt::Key_Tab);
    QCOMPARE(desk.text(), "smtpd_tls_cert_file = x\n");
    QCOMPARE(desk.session.undoStack()->count(), steps + 1);
    desk.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(desk.text(), "smtpd_tls_cert_f = x\n");
    QCOMPARE(desk.source()->bytes(), desk.text());
}

void TestLanguage::arrowsChoose()
{
    Desk desk("smtpd_helo_required = ¦\n");
    desk.press(Qt::Key_Space, Qt::ControlModifier);
    desk.press(Qt::Key_Down);
    QCOMPARE(desk.completer->popup()->current(), 1);
    desk.press(Qt::Key_Down);
    QCOMPARE(desk.completer->popup()->current(), 0);
    desk.press(Qt::Key_Up);
    desk.press(Qt::Key_Return);
    QCOMPARE(desk.text(), "smtpd_helo_required = yes\n");
}

void TestLanguage::clickTakes()
{
    Desk desk("smtpd_helo_required = ¦\n");
    desk.press(Qt::Key_Space, Qt::ControlModifier);
    auto *list = desk.completer->popup()->findChild<QListView *>();
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                      list->visualRect(list->model()->index(1, 0)).center());
    QCOMPARE(desk.text(), "smtpd_helo_required = yes\n");
    QVERIFY(desk.source()->hasFocus());
}

void TestLanguage::enterIsEnterWhenTheWordIsComplete()
{
    Desk desk("smtpd_helo_required = ¦");
    desk.type("yes");
    QVERIFY(!desk.completer->isOpen());
    desk.press(Qt::Key_Return);
    QCOMPARE(desk.text(), "smtpd_helo_required = yes\n");
}

void TestLanguage::staysOutOfComments()
{
    Desk desk("# ¦\n");
    desk.type("see relayhost and $myhost");
    QVERIFY(!desk.completer->isOpen());
}

void TestLanguage::closesWhenTheCaretLeaves()
{
    Desk desk("\na = ¦\n");
    desk.type("$my");
    QVERIFY(desk.completer->isOpen());
    desk.press(Qt::Key_Home);
    QTRY_VERIFY(!desk.completer->isOpen());
    desk.press(Qt::Key_End);
    desk.type("d");
    QVERIFY(desk.completer->isOpen());
    desk.source()->clearFocus();
    QVERIFY(!desk.completer->isOpen());
}

void TestLanguage::narrowsAndWidensWithTheKeys()
{
    Desk desk("a = ¦\n");
    desk.type("$mydes");
    const qsizetype narrow = desk.offered().size();
    QVERIFY(narrow > 0);
    desk.press(Qt::Key_Backspace);
    desk.press(Qt::Key_Backspace);
    QTRY_VERIFY(desk.offered().size() > narrow);
    desk.type("zzz");
    QVERIFY(!desk.completer->isOpen());
}

void TestLanguage::valuesFollowTheName()
{
    Desk desk("¦\n");
    desk.type("smtpd_helo_requ");
    desk.press(Qt::Key_Return);
    QCOMPARE(desk.text(), "smtpd_helo_required = \n");
    QCOMPARE(desk.offered(), (QStringList{QStringLiteral("no"), QStringLiteral("yes")}));
    desk.press(Qt::Key_Down);
    desk.press(Qt::Key_Return);
    QCOMPARE(desk.text(), "smtpd_helo_required = yes\n");
}

void TestLanguage::bytesThatAreNoUtf8Stay()
{
    Desk desk("# \xe9\xff\nmydestination = \xe9, ¦\n# \xff\n");
    desk.type("$mydoma");
    desk.press(Qt::Key_Return);
    QCOMPARE(desk.text(), "# \xe9\xff\nmydestination = \xe9, $mydomain\n# \xff\n");
    QCOMPARE(desk.source()->bytes(), desk.text());
}

void TestLanguage::popupStaysInTheWindow()
{
    QByteArray lines;
    for (int i = 0; i < 60; ++i)
        lines += "name_" + QByteArray::number(i) + " = 1\n";
    Desk desk(lines + "a = " + QByteArray(70, 'x') + ", ¦\n");
    desk.type("$my");
    QVERIFY(desk.completer->isOpen());
    QVERIFY(desk.editor->rect().contains(desk.completer->popup()->geometry()));
}

void TestLanguage::readOnlyFileOffersNothing()
{
    Desk desk("a = ¦\n");
    desk.source()->send(Sci::SCI_SETREADONLY, 1);
    desk.press(Qt::Key_Space, Qt::ControlModifier);
    QVERIFY(!desk.completer->isOpen());
}

void TestLanguage::controlAndClickGoesToTheDefinition()
{
    Desk desk("mine = 1\n¦a = $mine\n");
    QSignalSpy requested(&desk.session, &ui::EditSession::requested);
    QTest::mouseClick(desk.source()->viewport(), Qt::LeftButton, Qt::ControlModifier, desk.pointOf(15));
    QCOMPARE(requested.count(), 1);
    QCOMPARE(requested.first().first().value<model::Place>(), (model::Place{FileId::MainCf, {0, 4}}));
    QSignalSpy said(&desk.language, &ui::Language::said);
    QTest::mouseClick(desk.source()->viewport(), Qt::LeftButton, Qt::ControlModifier, desk.pointOf(9));
    QCOMPARE(requested.count(), 2);
    QTest::mouseClick(desk.source()->viewport(), Qt::LeftButton, Qt::ControlModifier, desk.pointOf(7));
    QCOMPARE(said.count(), 1);
}

void TestLanguage::controlUnderlinesTheName()
{
    Desk desk("mine = 1\n¦a = $mine\n");
    QMouseEvent move(QEvent::MouseMove, desk.pointOf(15),
                     desk.source()->viewport()->mapToGlobal(desk.pointOf(15)), Qt::NoButton, Qt::NoButton,
                     Qt::ControlModifier);
    QApplication::sendEvent(desk.source()->viewport(), &move);
    const auto marked = [&](qsizetype at) {
        return desk.source()->SendScintilla(Sci::SCI_INDICATORVALUEAT,
                                            static_cast<unsigned long>(Sci::INDIC_CONTAINER) + 3,
                                            static_cast<long>(at));
    };
    QVERIFY(marked(14) && marked(17) && !marked(13) && !marked(18));
    QTest::keyRelease(desk.source(), Qt::Key_Control);
    QVERIFY(!marked(14));
}

void TestLanguage::placeIsKnown()
{
    Desk desk("mine = 1\na = $mi¦ne\n");
    QVERIFY(desk.language.hasPlace());
    QSignalSpy asked(&desk.language, &ui::Language::usagesAsked);
    desk.language.findUsages();
    QCOMPARE(asked.count(), 1);
    QCOMPARE(desk.language.searched()->name, "mine");
    QSignalSpy said(&desk.language, &ui::Language::said);
    desk.press(Qt::Key_End, Qt::ControlModifier);
    QTRY_COMPARE(desk.language.usagesAt({FileId::MainCf, {desk.caret(), desk.caret()}}).size(), 0);
    QCoreApplication::processEvents();
    desk.language.rename();
    QCOMPARE(said.count(), 1);
    desk.language.setPlace({});
    QVERIFY(!desk.language.hasPlace());
}

void TestLanguage::contextMenuIsAboutWhatItIsOpenedOn()
{
    Desk desk("mine = 1\nyours = $mine\n¦");
    const QPoint at = desk.pointOf(20);
    QTest::mousePress(desk.source()->viewport(), Qt::RightButton, {}, at);
    const QList<QAction *> actions = desk.source()->actions();
    const auto usages = std::ranges::find_if(actions, [](const QAction *action) {
        return action->text().remove(u'&').startsWith(QLatin1String("List Usages"));
    });
    QVERIFY(usages != actions.end());
    QSignalSpy asked(&desk.language, &ui::Language::usagesAsked);
    (*usages)->trigger();
    QCOMPARE(asked.count(), 1);
    QCOMPARE(desk.language.searched()->name, "mine");
}

void TestLanguage::hoverSaysWhatItIs_data()
{
    QTest::addColumn<QByteArray>("marked");
    QTest::addColumn<QStringList>("parts");
    QTest::newRow("parameter with its default and its setting")
        << QByteArray("mine = slow\nrelay_tra¦nsport = $mine\n" + services)
        << QStringList{QStringLiteral("<b>relay_transport</b>"),
                       QStringLiteral("Default"),
                       QStringLiteral(">relay<"),
                       QStringLiteral(">slow<"),
                       QStringLiteral(">$mine<"),
                       QStringLiteral("main.cf, line 2")};
    QTest::newRow("what counts for the service")
        << QByteArray("smtpd_banner = a\n--- master.cf\nx inet n - y - - smtpd\n  -o smtpd_ba¦nner=b\n")
        << QStringList{QStringLiteral(">b<"), QStringLiteral("master.cf, line 2")};
    QTest::newRow("default") << QByteArray("a = $relay_tra¦nsport\n")
                             << QStringList{QStringLiteral("Postfix itself")};
    QTest::newRow("old name") << QByteArray("postscreen_whitelist¦_interfaces = x\n")
                              << QStringList{QStringLiteral("postscreen_allowlist_interfaces")};
    QTest::newRow("own parameter") << QByteArray("mine = <b>\na = $mi¦ne\n")
                                   << QStringList{QStringLiteral("2"), QStringLiteral("&lt;b&gt;")};
    QTest::newRow("service") << QByteArray("default_transport = sl¦ow\n" + services)
                             << QStringList{QStringLiteral("unix smtp")};
    QTest::newRow("nothing") << QByteArray("smtpd_banner = hel¦lo\n") << QStringList{};
}

void TestLanguage::hoverSaysWhatItIs()
{
    QFETCH(const QByteArray, marked);
    QFETCH(const QStringList, parts);
    Desk desk(marked);
    const QString text = desk.hover->textAt(desk.caret());
    QCOMPARE(text.isEmpty(), parts.isEmpty());
    for (const QString &part : parts)
        QVERIFY2(text.contains(part), qPrintable(text));
}

void TestLanguage::keyExplainsTheCaret()
{
    Desk desk("relay_tra¦nsport = slow\n" + services);
    QVERIFY2(desk.isActive, "the window did not become active");
    desk.press(Qt::Key_F1, Qt::ControlModifier);
    QTRY_VERIFY(QToolTip::text().contains(QStringLiteral("relay_transport")));
    QToolTip::hideText();
}

QTEST_MAIN(TestLanguage)
#include "tst_language.moc"
