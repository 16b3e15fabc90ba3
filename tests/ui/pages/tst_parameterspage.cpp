// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/desk.h"
#include "ui/grids/gridview.h"
#include "ui/grids/parametersmodel.h"
#include "ui/pages/parameterspage.h"

#include <QAbstractItemModelTester>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTest>
#include <QToolButton>

using ui::ParametersModel;

namespace {

const QByteArray mainCf = "# names\n"
                          "myhostname = mail.example.org\n"
                          "relayhost = old\n"
                          "mynetworks =\n"
                          "    127.0.0.0/8\n"
                          "    # the office\n"
                          "    192.0.2.0/24\n"
                          "#inet_protocols = ipv4\n"
                          "relayhost = new\n";
const QByteArray masterCf = "submission inet n - n - - smtpd\n"
                            "  -o smtpd_tls_auth_only=yes\n"
                            "# -o syslog_name=x\n";

struct Shown
{
    explicit Shown(const QByteArray &main = mainCf) : desk(main, masterCf), page(desk.context)
    {
        page.resize(1000, 700);
        page.show();
        page.activateWindow();
        isActive = QTest::qWaitForWindowActive(&page);
        grid = widget<ui::GridView>("Parameters");
        items = widget<ui::GridView>("Items of the value");
        text = page.findChild<QPlainTextEdit *>();
        grid->setFocus();
    }

    template<typename Widget>
    Widget *widget(const char *name) const
    {
        for (Widget *found : page.findChildren<Widget *>()) {
            if (found->accessibleName() == QLatin1String(name))
                return found;
        }
        return nullptr;
    }

    QPushButton *button(const QString &label) const
    {
        for (QPushButton *found : page.findChildren<QPushButton *>()) {
            if (found->text().remove(u'&') == label)
                return found;
        }
        return nullptr;
    }

    void goTo(int row, int column = ParametersModel::ValueColumn)
    {
        grid->scrollTo(grid->model()->index(row, column));
        QTest::mouseClick(grid->viewport(), Qt::LeftButton, {},
                          grid->visualRect(grid->model()->index(row, column)).center());
    }

    /// Types into the current cell as a person would.
    void write(ui::GridView *view, const QString &words)
    {
        QTest::keyClick(view, Qt::Key_Return);
        auto *line = view->viewport()->findChild<QLineEdit *>();
        QVERIFY(line);
        line->selectAll();
        QTest::keyClicks(line, words);
        QTest::keyClick(line, Qt::Key_Return);
        QCoreApplication::processEvents(); // editors commit after their key
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }

    QString cell(int row, int column) const { return grid->model()->index(row, column).data().toString(); }

    support::Desk desk;
    ui::ParametersPage page;
    ui::GridView *grid = nullptr;
    ui::GridView *items = nullptr;
    QPlainTextEdit *text = nullptr;
    bool isActive = false;
};

} // namespace

class TestParametersPage : public QObject
{
    Q_OBJECT

private slots:
    void rowsAreAllSettings();
    void searchAndFilterNarrow();
    void valueIsTypedIntoItsCell();
    void duplicateIsChangedWhereItStands();
    void settingsAreSwitched();
    void resetAndRemove();
    void parameterIsAdded();
    void textOfSeveralLines();
    void textIsAppliedWhenTheRowIsLeft();
    void refusedTextStays();
    void itemsAreEdited();
    void bytesThatAreNoTextAreKept();
    void changedRowsAreMarked();
    void focusAndSource();
    void everythingHasAName();
};

void TestParametersPage::rowsAreAllSettings()
{
    const support::Desk desk(mainCf, masterCf);
    ui::EditSession session;
    ParametersModel model(session);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    session.open(desk.session.snapshot());
    QCOMPARE(model.rowCount(), 7);
    using State = ParametersModel::State;
    const QList<State> states{State::InForce, State::Overridden, State::InForce, State::Off,
                              State::InForce, State::InForce,    State::Off};
    for (int row = 0; row < states.size(); ++row)
        QCOMPARE(model.stateOf(row), states[row]);
    QCOMPARE(model.placeText(4), QStringLiteral("main.cf:9"));
    QCOMPARE(model.placeText(5), QStringLiteral("master.cf:2 submission/inet"));
    QCOMPARE(model.index(2, ParametersModel::ValueColumn).data().toString(),
             QStringLiteral("127.0.0.0/8 192.0.2.0/24"));
    session.edit(QStringLiteral("e"), [](model::Draft &draft) {
        draft.replace(model::FileId::MainCf, {0, 8}, "a = b\nc = d\n");
        draft.replace(model::FileId::MasterCf, {0, 0}, "x unix - - n - - smtp -o y=z\n");
    });
    QCOMPARE(model.rowCount(), 10);
    session.undoStack()->undo();
    QCOMPARE(model.rowCount(), 7);
}

void TestParametersPage::searchAndFilterNarrow()
{
    Shown shown;
    QVERIFY(shown.isActive);
    auto *search = shown.widget<QLineEdit>("Search names and values");
    QTest::keyClick(shown.grid, Qt::Key_F, Qt::ControlModifier);
    QVERIFY(search->hasFocus());
    QTest::keyClicks(search, QStringLiteral("RELAY"));
    QCOMPARE(shown.grid->model()->rowCount(), 2);
    search->clear();
    QTest::keyClicks(search, QStringLiteral("192.0.2"));
    QCOMPARE(shown.grid->model()->rowCount(), 1);
    search->clear();
    auto *filter = shown.widget<QComboBox>("Settings to show");
    filter->setFocus();
    const QList<int> counts{4, 2, 0, 2};
    for (const int count : counts) {
        QTest::keyClick(filter, Qt::Key_Down);
        QCOMPARE(shown.grid->model()->rowCount(), count);
    }
    QTest::keyClicks(search, QStringLiteral("nothing like it"));
    QVERIFY(!shown.grid->isVisible());
}

void TestParametersPage::valueIsTypedIntoItsCell()
{
    Shown shown;
    shown.goTo(0);
    shown.write(shown.grid, QStringLiteral("mx.example.org"));
    QVERIFY(shown.desk.mainCf().contains("\nmyhostname = mx.example.org\n"));
    QCOMPARE(shown.desk.session.undoStack()->count(), 1);
    shown.goTo(5);
    shown.write(shown.grid, QStringLiteral("no"));
    QVERIFY(shown.desk.masterCf().contains("  -o smtpd_tls_auth_only=no\n"));
    shown.desk.undoAll();
    QCOMPARE(shown.desk.mainCf(), mainCf);
    QCOMPARE(shown.desk.masterCf(), masterCf);
}

void TestParametersPage::duplicateIsChangedWhereItStands()
{
    Shown shown;
    shown.goTo(1);
    shown.write(shown.grid, QStringLiteral("older"));
    QVERIFY(shown.desk.mainCf().contains("relayhost = older\n"));
    QVERIFY(shown.desk.mainCf().endsWith("relayhost = new\n"));
}

void TestParametersPage::settingsAreSwitched()
{
    Shown shown;
    shown.goTo(3);
    QTest::keyClick(shown.grid, Qt::Key_Space);
    QVERIFY(shown.desk.mainCf().contains("\ninet_protocols = ipv4\n"));
    QTest::keyClick(shown.grid, Qt::Key_Space);
    QCOMPARE(shown.desk.mainCf(), mainCf);
    shown.goTo(6);
    QTest::keyClick(shown.grid, Qt::Key_Space);
    QVERIFY(shown.desk.masterCf().contains("\n  -o syslog_name=x\n"));
    shown.desk.undoAll();
    QCOMPARE(shown.desk.masterCf(), masterCf);
}

void TestParametersPage::resetAndRemove()
{
    Shown shown;
    shown.goTo(1);
    QPushButton *reset = shown.button(QStringLiteral("Reset"));
    QVERIFY(reset->toolTip().contains(QStringLiteral("3")) && reset->toolTip().contains(QStringLiteral("9")));
    QTest::mouseClick(reset, Qt::LeftButton);
    QVERIFY(!shown.desk.mainCf().contains("relayhost"));
    shown.desk.undoAll();
    QCOMPARE(shown.desk.mainCf(), mainCf);
    shown.goTo(1);
    QTest::keyClick(shown.grid, Qt::Key_Delete);
    QVERIFY(!shown.desk.mainCf().contains("relayhost = old"));
    QVERIFY(shown.desk.mainCf().contains("relayhost = new"));
    shown.desk.undoAll();
    shown.goTo(5);
    QTest::keyClick(shown.grid, Qt::Key_Backspace, Qt::ControlModifier);
    QVERIFY(!shown.desk.masterCf().contains("smtpd_tls_auth_only"));
    shown.desk.undoAll();
    QCOMPARE(shown.desk.masterCf(), masterCf);
}

void TestParametersPage::parameterIsAdded()
{
    Shown shown;
    shown.goTo(0);
    QTest::keyClick(shown.grid, Qt::Key_N, Qt::ControlModifier);
    auto *name = shown.widget<QLineEdit>("Parameter");
    auto *value = shown.widget<QLineEdit>("Value in main.cf");
    QVERIFY(name->hasFocus());
    QTest::keyClicks(name, QStringLiteral("mydomain"));
    QTest::keyClicks(value, QStringLiteral("example.org"));
    QTest::keyClick(value, Qt::Key_Return);
    QVERIFY(shown.desk.mainCf().contains("mydomain = example.org\n"));
    QCOMPARE(shown.cell(shown.grid->currentRow(), ParametersModel::NameColumn), QStringLiteral("mydomain"));
    shown.desk.undoAll();
    QCOMPARE(shown.desk.mainCf(), mainCf);

    const QSignalSpy refused(&shown.desk.session, &ui::EditSession::refused);
    QTest::keyClicks(name, QStringLiteral("two words"));
    QTest::keyClick(name, Qt::Key_Return);
    QCOMPARE(refused.size(), 1);
    QCOMPARE(name->text(), QStringLiteral("two words")); // still there to be mended
}

void TestParametersPage::textOfSeveralLines()
{
    Shown shown;
    shown.goTo(2);
    QCOMPARE(shown.text->toPlainText(), QStringLiteral("127.0.0.0/8\n192.0.2.0/24"));
    shown.text->moveCursor(QTextCursor::End);
    QTest::keyClick(shown.text, Qt::Key_Return);
    QTest::keyClicks(shown.text, QStringLiteral("198.51.100.0/24"));
    QCOMPARE(shown.desk.mainCf(), mainCf); // not before it is applied
    QTest::mouseClick(shown.button(QStringLiteral("Apply")), Qt::LeftButton);
    QVERIFY(shown.desk.mainCf().contains("    # the office\n    192.0.2.0/24\n    198.51.100.0/24\n"));
    QCOMPARE(shown.desk.session.undoStack()->count(), 1);
    QTest::keyClicks(shown.text, QStringLiteral("x"));
    QTest::mouseClick(shown.button(QStringLiteral("Revert")), Qt::LeftButton);
    QVERIFY(!shown.text->toPlainText().contains(u'x'));
    shown.desk.undoAll();
    QCOMPARE(shown.desk.mainCf(), mainCf);
    QCOMPARE(shown.text->toPlainText(), QStringLiteral("127.0.0.0/8\n192.0.2.0/24"));
}

void TestParametersPage::textIsAppliedWhenTheRowIsLeft()
{
    Shown shown;
    shown.goTo(0);
    shown.text->moveCursor(QTextCursor::End);
    QTest::keyClicks(shown.text, QStringLiteral(".test"));
    shown.goTo(3);
    QVERIFY(shown.desk.mainCf().contains("myhostname = mail.example.org.test\n"));
    QCOMPARE(shown.grid->currentRow(), 3);
    QCOMPARE(shown.text->toPlainText(), QStringLiteral("ipv4"));
}

void TestParametersPage::refusedTextStays()
{
    Shown shown;
    shown.goTo(5);
    const QSignalSpy refused(&shown.desk.session, &ui::EditSession::refused);
    shown.text->selectAll();
    QTest::keyClicks(shown.text, QStringLiteral("a { b"));
    QTest::mouseClick(shown.button(QStringLiteral("Apply")), Qt::LeftButton);
    QCOMPARE(refused.size(), 1);
    QCOMPARE(shown.text->toPlainText(), QStringLiteral("a { b"));
    QVERIFY(shown.button(QStringLiteral("Apply"))->isEnabled());
    QCOMPARE(shown.desk.masterCf(), masterCf);
}

void TestParametersPage::itemsAreEdited()
{
    Shown shown;
    shown.goTo(2);
    shown.page.findChild<QTabWidget *>()->setCurrentIndex(1);
    QCOMPARE(shown.items->model()->rowCount(), 2);
    shown.items->setFocus();
    shown.items->setCurrentCell(1, 0);
    QTest::keyClick(shown.items, Qt::Key_Up, Qt::AltModifier); // its comment comes along
    QVERIFY(shown.desk.mainCf().contains("    # the office\n    192.0.2.0/24\n    127.0.0.0/8\n"));
    QCOMPARE(shown.items->currentRow(), 0);
    QTest::keyClick(shown.items, Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(shown.desk.mainCf(), mainCf);
    shown.items->setCurrentCell(0, 0);
    shown.write(shown.items, QStringLiteral("127.0.0.1/32"));
    QVERIFY(shown.desk.mainCf().contains("    127.0.0.1/32\n    # the office\n"));
    auto *fresh = shown.widget<QLineEdit>("New item");
    QTest::keyClicks(fresh, QStringLiteral("[::1]/128"));
    QTest::keyClick(fresh, Qt::Key_Return);
    QVERIFY(shown.desk.mainCf().contains("    127.0.0.1/32\n    [::1]/128\n"));
    QTest::keyClick(shown.items, Qt::Key_Delete);
    QVERIFY(!shown.desk.mainCf().contains("::1"));
    shown.desk.undoAll();
    QCOMPARE(shown.desk.mainCf(), mainCf);
    shown.goTo(3); // switched off: as text only
    QCOMPARE(shown.items->model()->rowCount(), 0);
}

void TestParametersPage::bytesThatAreNoTextAreKept()
{
    Shown shown("a = caf\xe9\nb = c\n");
    shown.goTo(0);
    QTest::keyClick(shown.grid, Qt::Key_F2);
    QVERIFY(!shown.grid->viewport()->findChild<QLineEdit *>());
    QVERIFY(shown.text->isReadOnly());
    QVERIFY(shown.text->toolTip().contains(QStringLiteral("UTF-8")));
    QTest::keyClicks(shown.text, QStringLiteral("x"));
    shown.goTo(1);
    QCOMPARE(shown.desk.mainCf(), "a = caf\xe9\nb = c\n");
}

void TestParametersPage::changedRowsAreMarked()
{
    Shown shown;
    const auto isMarked = [&shown](int row) {
        return shown.grid->model()->index(row, 0).data(ui::KeyedModel::ChangedRole).toBool();
    };
    QVERIFY(!isMarked(0));
    shown.goTo(0);
    shown.write(shown.grid, QStringLiteral("other"));
    QVERIFY(isMarked(0));
    QVERIFY(!isMarked(1));
    shown.desk.session.setBaseline(shown.desk.session.snapshot()); // saved
    QVERIFY(!isMarked(0));
    shown.desk.undoAll();
    QVERIFY(isMarked(0));
}

void TestParametersPage::focusAndSource()
{
    Shown shown;
    shown.goTo(2);
    const syntax::ByteRange lit = shown.desk.session.focus().range;
    QVERIFY(mainCf.sliced(lit.begin, lit.size()).startsWith("mynetworks ="));
    QSignalSpy requested(&shown.desk.session, &ui::EditSession::requested);
    QTest::keyClick(shown.grid, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(requested.size(), 1);
    const QRect place = shown.grid->visualRect(shown.grid->model()->index(2, ParametersModel::PlaceColumn));
    QTest::mouseClick(shown.grid->viewport(), Qt::LeftButton, {}, place.center());
    QTest::mouseDClick(shown.grid->viewport(), Qt::LeftButton, {}, place.center());
    QCOMPARE(requested.size(), 2);
    QCOMPARE(requested.last().first().value<model::Place>(), shown.desk.session.focus());
}

void TestParametersPage::everythingHasAName()
{
    const Shown shown;
    QCOMPARE(support::namelessWidgets(&shown.page), QStringList());
    for (const QToolButton *button : shown.page.findChildren<QToolButton *>()) {
        if (!button->parentWidget()->inherits("QLineEdit") && !button->parentWidget()->inherits("QTabBar"))
            QVERIFY2(!button->toolTip().isEmpty(), qPrintable(button->accessibleName()));
    }
}

QTEST_MAIN(TestParametersPage)
#include "tst_parameterspage.moc"
