// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/corpus.h"
#include "tests/support/desk.h"
#include "ui/access/accesslanes.h"
#include "ui/access/stepcard.h"
#include "ui/access/stepeditor.h"
#include "ui/access/steplane.h"
#include "ui/forms/fieldframe.h"
#include "ui/forms/formsection.h"
#include "ui/pages/accesspage.h"

#include <QCheckBox>
#include <QElapsedTimer>
#include <QLabel>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

namespace {

const QByteArray mainCf = "compatibility_level = 3.6\n"
                          "smtpd_recipient_restrictions =\n"
                          "    permit_mynetworks,\n"
                          "    # friends\n"
                          "    check_client_access hash:/etc/postfix/friends,\n"
                          "    reject_unauth_destination\n"
                          "smtpd_data_restrictions = reject_unauth_pipelining\n";
const QByteArray masterCf = "smtp       inet  n - y - - smtpd\n"
                            "submission inet  n - y - - smtpd\n"
                            "  -o smtpd_client_restrictions=permit_sasl_authenticated,reject\n"
                            "qmgr       unix  n - n 300 1 qmgr\n";
const QByteArray recipient = "smtpd_recipient_restrictions";

struct Shown
{
    explicit Shown(const QByteArray &main = mainCf, const QByteArray &master = masterCf)
        : desk(main, master), page(desk.context)
    {
        page.resize(900, 900);
        page.show();
        page.activateWindow();
        isActive = QTest::qWaitForWindowActive(&page);
    }

    ui::StepLane *lane(const QByteArray &parameter = recipient) const
    {
        return page.lanes()->lane(parameter);
    }

    QList<ui::StepCard *> cards(const QByteArray &parameter = recipient) const
    {
        QList<ui::StepCard *> all;
        for (ui::StepCard *card : lane(parameter)->findChildren<ui::StepCard *>()) {
            if (!card->isHidden())
                all.append(card);
        }
        std::ranges::sort(all, {}, [](const ui::StepCard *card) { return card->y(); });
        return all;
    }

    QByteArrayList steps(const QByteArray &parameter = recipient) const
    {
        QByteArrayList texts;
        for (const ui::StepCard *card : cards(parameter))
            texts.append(card->text());
        return texts;
    }

    QPushButton *addButton(const QByteArray &parameter = recipient) const
    {
        return page.findChild<QPushButton *>(QStringLiteral("addStep:") + QString::fromLatin1(parameter));
    }

    /// The one that is open; null without.
    ui::StepEditor *editor() const
    {
        for (ui::StepEditor *one : page.findChildren<ui::StepEditor *>()) {
            if (!one->isHidden())
                return one;
        }
        return nullptr;
    }

    static bool says(const QWidget *widget, const char *words)
    {
        const QList<QLabel *> labels = widget->findChildren<QLabel *>();
        return std::ranges::any_of(labels, [&](const QLabel *label) {
            return label->isVisible() && label->text().contains(QLatin1String(words));
        });
    }

    /// Presses a key where the keyboard is.
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const
    {
        QTest::keyClick(page.focusWidget(), key, modifiers);
    }
    void write(const char *text) const { QTest::keyClicks(page.focusWidget(), QLatin1String(text)); }

    support::Desk desk;
    ui::AccessPage page;
    bool isActive = false;
};

} // namespace

/// The page of access rules with real keys, clicks and a drag.
class TestAccessPage : public QObject
{
    Q_OBJECT

private slots:
    void everyStageIsALane();
    void stepIsAddedByKeys();
    void wholeStepCanBeWritten();
    void stepGoesInFrontOfTheEnd();
    void argumentIsAskedForAndJudged();
    void stepIsMovedByKeys();
    void stepIsMovedToAnotherList();
    void stepIsRemovedAndBack();
    void stepIsDragged();
    void stepIsDraggedToAnotherList();
    void argumentIsChanged();
    void stepIsOnlyLogged();
    void idleStepsSayWhy();
    void classIsMadeRenamedAndTakenApart();
    void serviceHasItsOwnRules();
    void valueThatHasNoStepsIsShownAsText();
    void unknownWordIsShownAsItIs();
    void parameterIsShown();
    void lookingChangesNothing_data();
    void lookingChangesNothing();
    void everyWidgetHasAName();
    void tabReachesEveryLaneOnce();
    void realFilesAreLeftAlone();
};

void TestAccessPage::everyStageIsALane()
{
    Shown shown;
    QByteArrayList names;
    for (const ui::StepLane *lane : shown.page.lanes()->lanes())
        names.append(lane->parameter());
    QCOMPARE(
        names,
        (QByteArrayList{"smtpd_client_restrictions", "smtpd_helo_restrictions", "smtpd_etrn_restrictions",
                        "smtpd_sender_restrictions", "smtpd_relay_restrictions", recipient,
                        "smtpd_data_restrictions", "smtpd_end_of_data_restrictions"}));
    QCOMPARE(shown.steps(),
             (QByteArrayList{"permit_mynetworks", "check_client_access hash:/etc/postfix/friends",
                             "reject_unauth_destination"}));
    QCOMPARE(shown.steps("smtpd_relay_restrictions"),
             (QByteArrayList{"permit_mynetworks", "permit_sasl_authenticated", "defer_unauth_destination"}));
    QTRY_VERIFY(shown.says(shown.lane("smtpd_relay_restrictions"), "Default"));
    QTRY_VERIFY(shown.says(shown.lane("smtpd_client_restrictions"), "asked at the first recipient"));
    QTRY_VERIFY(shown.says(shown.lane("smtpd_helo_restrictions"), "No steps"));
}

void TestAccessPage::stepIsAddedByKeys()
{
    Shown shown;
    QVERIFY(shown.isActive);
    shown.addButton("smtpd_client_restrictions")->setFocus(Qt::TabFocusReason);
    shown.press(Qt::Key_Space);
    QVERIFY(shown.editor());
    shown.write("block list by address");
    shown.press(Qt::Key_Down); // the first is the one that accepts by an allow list, or it is the wanted one
    shown.press(Qt::Key_Up);
    QTRY_VERIFY(shown.editor()->text().startsWith("reject_rbl_client"));
    shown.press(Qt::Key_Return); // to the argument
    shown.write("zen.example.org");
    shown.press(Qt::Key_Return);
    QVERIFY(!shown.editor());
    QCOMPARE(QString::fromUtf8(shown.desk.mainCf()),
             QString::fromUtf8(mainCf + "smtpd_client_restrictions = reject_rbl_client zen.example.org\n"));
    QCOMPARE(shown.page.focusWidget(), shown.cards("smtpd_client_restrictions").first());
    QCOMPARE(shown.desk.session.undoStack()->count(), 1);
    shown.desk.session.undoStack()->undo();
    QCOMPARE(shown.desk.mainCf(), mainCf);
    QVERIFY(shown.steps("smtpd_client_restrictions").isEmpty());
}

void TestAccessPage::wholeStepCanBeWritten()
{
    Shown shown;
    QVERIFY(shown.isActive);
    shown.addButton("smtpd_sender_restrictions")->setFocus(Qt::TabFocusReason);
    shown.press(Qt::Key_Space);
    shown.write("warn_if_reject check_sender_access hash:/etc/postfix/senders");
    shown.press(Qt::Key_Return);
    QCOMPARE(shown.steps("smtpd_sender_restrictions"),
             QByteArrayList{"warn_if_reject check_sender_access hash:/etc/postfix/senders"});
}

void TestAccessPage::stepGoesInFrontOfTheEnd()
{
    Shown shown("smtpd_recipient_restrictions = permit_mynetworks, reject\n");
    QVERIFY(shown.isActive);
    shown.addButton()->click();
    shown.write("permit_sasl_authenticated");
    shown.press(Qt::Key_Return);
    QCOMPARE(QString::fromUtf8(shown.desk.mainCf()),
             QStringLiteral(
                 "smtpd_recipient_restrictions = permit_mynetworks, permit_sasl_authenticated, reject\n"));
}

void TestAccessPage::argumentIsAskedForAndJudged()
{
    Shown shown;
    QVERIFY(shown.isActive);
    shown.addButton()->click();
    const auto *accept = shown.page.findChild<QPushButton *>(QStringLiteral("stepAccept"));
    shown.write("check_sender_access");
    QVERIFY(!accept->isEnabled());
    shown.press(Qt::Key_Return);
    shown.write("/etc/postfix/senders");
    QTRY_VERIFY(shown.says(shown.editor(), "The type is missing in front"));
    shown.page.focusWidget()->setFocus();
    QTest::keyClick(shown.page.focusWidget(), Qt::Key_Home);
    shown.write("hash:");
    QTRY_VERIFY(!shown.says(shown.editor(), "The type is missing in front"));
    QVERIFY(accept->isEnabled());
    shown.press(Qt::Key_Escape);
    QVERIFY(!shown.editor());
    QCOMPARE(shown.desk.mainCf(), mainCf);
}

void TestAccessPage::stepIsMovedByKeys()
{
    Shown shown;
    QVERIFY(shown.isActive);
    shown.cards().first()->setFocus(Qt::TabFocusReason);
    shown.press(Qt::Key_Down);
    QCOMPARE(shown.page.focusWidget(), shown.cards()[1]);
    shown.press(Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(QString::fromUtf8(shown.desk.mainCf()),
             QStringLiteral("compatibility_level = 3.6\n"
                            "smtpd_recipient_restrictions =\n"
                            "    # friends\n"
                            "    check_client_access hash:/etc/postfix/friends,\n"
                            "    permit_mynetworks,\n"
                            "    reject_unauth_destination\n"
                            "smtpd_data_restrictions = reject_unauth_pipelining\n"));
    QCOMPARE(shown.page.focusWidget(), shown.cards()[0]);
    shown.press(Qt::Key_Up, Qt::AltModifier); // is the first already
    QCOMPARE(shown.desk.session.undoStack()->count(), 1);
    shown.press(Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(shown.steps().first(), QByteArray("permit_mynetworks"));
    QCOMPARE(shown.desk.session.undoStack()->count(), 2);
    shown.desk.undoAll();
    QCOMPARE(shown.desk.mainCf(), mainCf);
}

void TestAccessPage::stepIsMovedToAnotherList()
{
    Shown shown;
    QVERIFY(shown.isActive);
    shown.cards()[2]->setFocus(Qt::TabFocusReason);
    shown.press(Qt::Key_Down, Qt::AltModifier | Qt::ShiftModifier);
    QCOMPARE(shown.steps(),
             (QByteArrayList{"permit_mynetworks", "check_client_access hash:/etc/postfix/friends"}));
    QCOMPARE(shown.steps("smtpd_data_restrictions"),
             (QByteArrayList{"reject_unauth_destination", "reject_unauth_pipelining"}));
    QCOMPARE(shown.page.focusWidget(), shown.cards("smtpd_data_restrictions").first());
    QCOMPARE(shown.desk.session.undoStack()->count(), 1);
}

void TestAccessPage::stepIsRemovedAndBack()
{
    Shown shown;
    QVERIFY(shown.isActive);
    shown.cards()[1]->setFocus(Qt::TabFocusReason);
    shown.press(Qt::Key_Delete);
    QCOMPARE(shown.steps(), (QByteArrayList{"permit_mynetworks", "reject_unauth_destination"}));
    QVERIFY(!shown.desk.mainCf().contains("friends"));
    QCOMPARE(shown.page.focusWidget(), shown.cards()[1]);
    shown.desk.session.undoStack()->undo();
    QCOMPARE(shown.desk.mainCf(), mainCf);
    QCOMPARE(shown.steps().size(), 3);
}

void TestAccessPage::stepIsDragged()
{
    Shown shown;
    QVERIFY(shown.isActive);
    const QList<ui::StepCard *> cards = shown.cards();
    const QPoint from(40, 8);
    const QPoint to = cards[0]->mapFromGlobal(cards[2]->mapToGlobal(QPoint(40, cards[2]->height() - 4)));
    QTest::mousePress(cards[0], Qt::LeftButton, {}, from);
    QTest::mouseMove(cards[0], from + QPoint(0, 20));
    QTest::mouseMove(cards[0], to);
    QTest::mouseRelease(cards[0], Qt::LeftButton, {}, to);
    QCOMPARE(shown.steps(),
             (QByteArrayList{"check_client_access hash:/etc/postfix/friends", "reject_unauth_destination",
                             "permit_mynetworks"}));
    QCOMPARE(shown.desk.session.undoStack()->count(), 1);

    // Escape, and a click without a way, leave it where it is.
    const QByteArray before = shown.desk.mainCf();
    QTest::mousePress(cards[0], Qt::LeftButton, {}, from);
    QTest::mouseMove(cards[0], to);
    QTest::keyClick(cards[0], Qt::Key_Escape);
    QTest::mouseRelease(cards[0], Qt::LeftButton, {}, to);
    QTest::mouseClick(cards[1], Qt::LeftButton, {}, from);
    QCOMPARE(shown.desk.mainCf(), before);
}

void TestAccessPage::stepIsDraggedToAnotherList()
{
    Shown shown;
    QVERIFY(shown.isActive);
    ui::StepCard *card = shown.cards()[1];
    const QWidget *target = shown.lane("smtpd_relay_restrictions");
    const QPoint from(40, 8);
    const QPoint to =
        card->mapFromGlobal(shown.cards("smtpd_relay_restrictions").first()->mapToGlobal(QPoint(40, 2)));
    QVERIFY(target->isVisible());
    QTest::mousePress(card, Qt::LeftButton, {}, from);
    QTest::mouseMove(card, from - QPoint(0, 20));
    QTest::mouseMove(card, to);
    QTest::mouseRelease(card, Qt::LeftButton, {}, to);
    QCOMPARE(shown.steps("smtpd_relay_restrictions").first(),
             QByteArray("check_client_access hash:/etc/postfix/friends"));
    QCOMPARE(shown.steps().size(), 2);
}

void TestAccessPage::argumentIsChanged()
{
    Shown shown;
    QVERIFY(shown.isActive);
    shown.cards()[1]->setFocus(Qt::TabFocusReason);
    shown.press(Qt::Key_Return);
    QVERIFY(shown.editor());
    QCOMPARE(shown.editor()->text(), QByteArray("check_client_access hash:/etc/postfix/friends"));
    auto *argument = shown.page.findChild<QComboBox *>(QStringLiteral("stepArgument"));
    argument->lineEdit()->setFocus(Qt::TabFocusReason);
    argument->lineEdit()->selectAll();
    shown.write("cidr:/etc/postfix/friends.cidr");
    shown.press(Qt::Key_Return);
    QCOMPARE(QString::fromUtf8(shown.desk.mainCf()),
             QString::fromUtf8(
                 QByteArray(mainCf).replace("hash:/etc/postfix/friends", "cidr:/etc/postfix/friends.cidr")));
}

void TestAccessPage::stepIsOnlyLogged()
{
    Shown shown;
    QVERIFY(shown.isActive);
    shown.cards()[2]->setFocus(Qt::TabFocusReason);
    shown.press(Qt::Key_L, Qt::ControlModifier);
    QCOMPARE(shown.steps().last(), QByteArray("warn_if_reject reject_unauth_destination"));
    QTRY_VERIFY(shown.says(shown.cards().last(), "Only logged"));
    shown.press(Qt::Key_L, Qt::ControlModifier);
    QCOMPARE(shown.desk.mainCf(), mainCf);
}

void TestAccessPage::idleStepsSayWhy()
{
    Shown shown("smtpd_recipient_restrictions = permit, permit_sasl_authenticated\n"
                "smtpd_relay_restrictions =\n");
    QTRY_VERIFY(shown.says(shown.cards()[1], "Never asked"));
    QTRY_VERIFY(shown.says(shown.cards()[1], "nobody can log in"));
    QTRY_VERIFY(shown.says(shown.lane("smtpd_relay_restrictions"), "reject_unauth_destination"));
    QVERIFY(shown.cards()[1]->accessibleDescription().contains(QLatin1String("Never asked")));
}

void TestAccessPage::classIsMadeRenamedAndTakenApart()
{
    Shown shown;
    QVERIFY(shown.isActive);
    emit shown.cards()[1]->wished(ui::StepCard::Wish::MakeClass);
    shown.write("friends");
    shown.press(Qt::Key_Return);
    QCOMPARE(shown.steps(), (QByteArrayList{"permit_mynetworks", "friends", "reject_unauth_destination"}));
    QCOMPARE(shown.steps("friends"), QByteArrayList{"check_client_access hash:/etc/postfix/friends"});
    QTRY_VERIFY(shown.says(shown.lane("friends"), "Used in smtpd_recipient_restrictions."));

    const auto button = [&](const char *lane, const char *words) -> QToolButton * {
        for (QToolButton *one : shown.lane(lane)->findChildren<QToolButton *>()) {
            if (one->accessibleName().startsWith(QLatin1String(words)) && one->isVisible())
                return one;
        }
        return nullptr;
    };
    button("friends", "Rename")->click();
    shown.write("known");
    shown.press(Qt::Key_Return);
    QVERIFY(shown.lane("known"));
    QVERIFY(!shown.lane("friends"));
    QCOMPARE(shown.steps()[1], QByteArray("known"));

    button("known", "Take")->click();
    QVERIFY(!shown.lane("known"));
    QCOMPARE(shown.steps()[1], QByteArray("check_client_access hash:/etc/postfix/friends"));
    QVERIFY(!shown.desk.mainCf().contains("smtpd_restriction_classes"));
    QCOMPARE(shown.desk.session.undoStack()->count(), 3);
    shown.desk.undoAll();
    QCOMPARE(shown.desk.mainCf(), mainCf);
}

void TestAccessPage::serviceHasItsOwnRules()
{
    Shown shown;
    QVERIFY(shown.isActive);
    auto *scope = shown.page.findChild<QComboBox *>(QStringLiteral("accessScope"));
    QCOMPARE(scope->count(), 3);
    scope->setFocus(Qt::TabFocusReason);
    shown.press(Qt::Key_End);
    QCOMPARE(shown.page.lanes()->service(), QByteArray("submission/inet"));
    QCOMPARE(shown.steps("smtpd_client_restrictions"),
             (QByteArrayList{"permit_sasl_authenticated", "reject"}));
    QTRY_VERIFY(shown.says(shown.lane("smtpd_client_restrictions"), "Set for this service in master.cf:3"));
    QTRY_VERIFY(shown.says(shown.lane("smtpd_data_restrictions"), "gives this service a list of its own"));

    shown.cards("smtpd_client_restrictions").first()->setFocus(Qt::TabFocusReason);
    shown.press(Qt::Key_Delete);
    QVERIFY(shown.desk.masterCf().contains("  -o smtpd_client_restrictions=reject\n"));
    shown.addButton("smtpd_data_restrictions")->click();
    shown.write("reject_multi_recipient_bounce");
    shown.press(Qt::Key_Return);
    QCOMPARE(QString::fromUtf8(shown.desk.masterCf()),
             QString::fromUtf8(QByteArray(masterCf).replace(
                 "permit_sasl_authenticated,reject\n",
                 "reject\n  -o "
                 "smtpd_data_restrictions=reject_unauth_pipelining,reject_multi_recipient_bounce\n")));
    QCOMPARE(shown.desk.mainCf(), mainCf);
}

void TestAccessPage::valueThatHasNoStepsIsShownAsText()
{
    const QByteArray main = "half = permit_mynetworks, check_client_access\n"
                            "smtpd_client_restrictions = $half hash:/x\n";
    Shown shown(main);
    ui::StepLane *lane = shown.lane("smtpd_client_restrictions");
    const auto *frame = lane->findChild<ui::FieldFrame *>();
    QVERIFY(frame && frame->isVisible() && frame->isRaw());
    QVERIFY(!shown.addButton("smtpd_client_restrictions")->isVisible());
    QCOMPARE(shown.desk.mainCf(), main);
}

void TestAccessPage::unknownWordIsShownAsItIs()
{
    Shown shown("smtpd_data_restrictions = reject_unauth_piplining, { permit }\n");
    QCOMPARE(shown.steps("smtpd_data_restrictions"),
             (QByteArrayList{"reject_unauth_piplining", "{ permit }"}));
    QTRY_VERIFY(shown.says(shown.cards("smtpd_data_restrictions").first(), "Postfix does not know"));
}

void TestAccessPage::parameterIsShown()
{
    Shown shown;
    QVERIFY(shown.isActive);
    shown.page.showParameter("smtpd_data_restrictions");
    QCOMPARE(shown.page.focusWidget(), shown.cards("smtpd_data_restrictions").first());
    shown.page.showParameter("smtpd_helo_required");
    QVERIFY(shown.page.focusWidget()->accessibleName().contains(QLatin1String("smtpd_helo_required")));
}

void TestAccessPage::lookingChangesNothing_data()
{
    QTest::addColumn<QByteArray>("main");
    QTest::newRow("usual") << mainCf;
    QTest::newRow("bytes that are no text") << QByteArray("smtpd_client_restrictions = permit \xff\xfe\n");
    QTest::newRow("no end of line") << QByteArray("smtpd_client_restrictions = permit");
    QTest::newRow("classes in a circle")
        << QByteArray("smtpd_restriction_classes = a b\na = b\nb = a\nsmtpd_helo_restrictions = a\n");
    QTest::newRow("a name of itself") << QByteArray("smtpd_helo_restrictions = $smtpd_helo_restrictions\n");
    QTest::newRow("open braces") << QByteArray("smtpd_helo_restrictions = check_policy_service { unix:x\n");
}

void TestAccessPage::lookingChangesNothing()
{
    QFETCH(const QByteArray, main);
    Shown shown(main);
    for (int i = 0; i < 60; ++i)
        QTest::keyClick(shown.page.focusWidget() ? shown.page.focusWidget() : &shown.page, Qt::Key_Tab);
    shown.page.showService("submission/inet");
    shown.page.showService({});
    QCOMPARE(shown.desk.mainCf(), main);
    QCOMPARE(shown.desk.masterCf(), masterCf);
    QCOMPARE(shown.desk.session.undoStack()->count(), 0);
}

void TestAccessPage::everyWidgetHasAName()
{
    Shown shown;
    QCOMPARE(support::namelessWidgets(&shown.page), QStringList());
    shown.addButton()->click();
    QCOMPARE(support::namelessWidgets(&shown.page), QStringList());
}

void TestAccessPage::tabReachesEveryLaneOnce()
{
    Shown shown;
    QVERIFY(shown.isActive);
    shown.addButton("smtpd_client_restrictions")->setFocus(Qt::TabFocusReason);
    QSet<QWidget *> met;
    for (int i = 0; i < 80; ++i) {
        met.insert(shown.page.focusWidget());
        QTest::keyClick(shown.page.focusWidget(), Qt::Key_Tab);
    }
    for (const ui::StepLane *lane : shown.page.lanes()->lanes()) {
        const auto reached = std::ranges::count_if(met, [&](QWidget *widget) {
            return qobject_cast<ui::StepCard *>(widget) && lane->isAncestorOf(widget);
        });
        QCOMPARE(reached, lane->list().steps.isEmpty() ? 0 : 1);
        QVERIFY(met.contains(lane->addButton()));
    }
}

void TestAccessPage::realFilesAreLeftAlone()
{
    int files = 0;
    qint64 longest = 0;
    for (const QString &path : corpus::files()) {
        const QByteArray text = corpus::read(path);
        if (!text.contains("_restrictions") || text.size() > 200'000)
            continue;
        if (++files % 8 != 0 && !corpus::isNamed())
            continue;
        support::Desk desk(text, masterCf);
        QVERIFY(desk.knowledge.values() && desk.knowledge.reference());
        QElapsedTimer watch;
        watch.start();
        ui::AccessPage page(desk.context);
        page.resize(900, 900);
        page.show();
        QCoreApplication::processEvents();
        longest = std::max(longest, watch.elapsed());
        for (ui::StepLane *lane : page.lanes()->lanes())
            lane->focusStep(0);
        QCOMPARE(desk.mainCf(), text);
    }
    qInfo("%d files, %lld ms at most", files, longest);
}

QTEST_MAIN(TestAccessPage)
#include "tst_accesspage.moc"
