// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/desk.h"
#include "ui/lookup/lookupmodel.h"
#include "ui/lookup/lookuptester.h"
#include "ui/widgets/placetable.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using model::FileId;
using model::FileKind;
using ui::LookupModel;

namespace {

const QByteArray mainCf = "myhostname = mail.example.org\n"
                          "myorigin = example.org\n"
                          "recipient_delimiter = +\n"
                          "virtual_alias_maps = hash:/etc/postfix/virtual pcre:/etc/postfix/rules\n"
                          "smtp_sasl_password_maps = hash:/etc/postfix/sasl_passwd\n"
                          "smtpd_sender_restrictions = check_sender_access hash:/etc/postfix/access\n";

struct Shown
{
    Shown() : desk(mainCf, {})
    {
        QList<model::File> files = desk.session.snapshot().files();
        files.append(support::fileOf(QStringLiteral("virtual"), FileKind::KeyValue,
                                     "# ours\njoe@example.org jim@example.net\n"));
        files.append(support::fileOf(QStringLiteral("rules"), FileKind::Pattern,
                                     "if /@example/\n/^(\\w+)\\.(\\w+)@/ $2@example.net\nendif\n"
                                     "/^jane/ jane@example.net\n/^(a+)+$/ never\n"));
        files.append(
            support::fileOf(QStringLiteral("sasl_passwd"), FileKind::KeyValue, "relay.example u:tiger77\n"));
        files.append(support::fileOf(QStringLiteral("access"), FileKind::KeyValue, "bad.example REJECT\n"));
        desk.session.open(model::Snapshot(files));
        tester = std::make_unique<ui::LookupTester>(desk.language, desk.knowledge);
        tester->resize(900, 300);
        tester->show();
        tester->activateWindow();
        isActive = QTest::qWaitForWindowActive(tester.get());
        key = tester->findChild<QLineEdit *>();
        asker = tester->findChild<QComboBox *>();
        table = tester->findChild<ui::PlaceTable *>();
        model = tester->findChild<LookupModel *>();
    }

    QString cell(int row, int column) const { return model->index(row, column).data().toString(); }
    /// Every text that a reader could say, and every one that is seen.
    QString allTexts() const
    {
        QString all;
        for (const QLabel *label : tester->findChildren<QLabel *>())
            all += label->text() + QLatin1Char('\n');
        for (int row = 0; row < model->rowCount(); ++row) {
            for (int column = 0; column < LookupModel::ColumnCount; ++column) {
                for (const int role :
                     {int(Qt::DisplayRole), int(Qt::ToolTipRole), int(Qt::AccessibleTextRole)})
                    all += model->index(row, column).data(role).toString() + QLatin1Char('\n');
            }
        }
        for (int i = 0; i < asker->count(); ++i)
            all += asker->itemText(i) + QLatin1Char('\n');
        return all;
    }
    void choose(const QString &title) const
    {
        asker->setFocus();
        asker->setCurrentIndex(asker->findText(title));
    }
    void type(const QString &text) const
    {
        key->setFocus();
        key->selectAll();
        QTest::keyClicks(key, text);
    }

    support::Desk desk;
    std::unique_ptr<ui::LookupTester> tester;
    QLineEdit *key = nullptr;
    QComboBox *asker = nullptr;
    ui::PlaceTable *table = nullptr;
    LookupModel *model = nullptr;
    bool isActive = false;
};

} // namespace

class TestLookupTester : public QObject
{
    Q_OBJECT

private slots:
    void everyStepIsShownInItsOrder();
    void answeringRowIsShownInItsFile();
    void everyPatternThatFitsIsShown();
    void patternThatTakesTooLongIsShown();
    void editIsSeenAtOnce();
    void nothingFoundIsSaidInWords();
    void passwordsAreDotsUntilTheyAreAskedFor();
    void otherViewsCanAsk();
    void everythingHasAName();
};

void TestLookupTester::everyStepIsShownInItsOrder()
{
    Shown shown;
    QVERIFY(shown.isActive);
    const QAbstractItemModelTester modelTester(shown.model);
    shown.choose(QStringLiteral("virtual_alias_maps"));
    shown.type(QStringLiteral("joe+news"));
    QTRY_VERIFY(shown.allTexts().contains(QStringLiteral("jim+news@example.net")));
    QVERIFY(shown.allTexts().contains(QStringLiteral("joe+news@example.org")));
    QCOMPARE(shown.model->rowCount(), 3);
    QCOMPARE(shown.cell(0, LookupModel::KeyColumn), QStringLiteral("joe+news@example.org"));
    QCOMPARE(shown.cell(0, LookupModel::TableColumn), QStringLiteral("hash:/etc/postfix/virtual"));
    QCOMPARE(shown.cell(0, LookupModel::AnswerColumn), QStringLiteral("no row"));
    QCOMPARE(shown.cell(1, LookupModel::TableColumn), QStringLiteral("pcre:/etc/postfix/rules"));
    QCOMPARE(shown.cell(2, LookupModel::KeyColumn), QStringLiteral("joe@example.org"));
    QCOMPARE(shown.cell(2, LookupModel::AnswerColumn), QStringLiteral("jim@example.net"));
    QCOMPARE(shown.cell(2, LookupModel::PlaceColumn), QStringLiteral("virtual:2"));
}

void TestLookupTester::answeringRowIsShownInItsFile()
{
    Shown shown;
    QVERIFY(shown.isActive);
    shown.choose(QStringLiteral("hash:/etc/postfix/virtual"));
    shown.type(QStringLiteral("Joe@Example.org"));
    QTRY_COMPARE(shown.model->rowCount(), 1);
    QSignalSpy requested(&shown.desk.session, &ui::EditSession::requested);
    QTest::keyClick(shown.key, Qt::Key_Tab);
    shown.table->setFocus();
    shown.table->setCurrentIndex(shown.model->index(0, 0));
    QTest::keyClick(shown.table, Qt::Key_Return);
    QCOMPARE(requested.size(), 1);
    const auto place = requested.first().first().value<model::Place>();
    QCOMPARE(shown.desk.session.snapshot().file(place.file).info().name, QStringLiteral("virtual"));
    QCOMPARE(place.range.begin, 7);
}

void TestLookupTester::everyPatternThatFitsIsShown()
{
    Shown shown;
    QVERIFY(shown.isActive);
    shown.choose(QStringLiteral("pcre:/etc/postfix/rules"));
    shown.type(QStringLiteral("jane.doe@example.org"));
    QTRY_COMPARE(shown.model->rowCount(), 3);
    QCOMPARE(shown.cell(0, LookupModel::AnswerColumn), QStringLiteral("doe@example.net"));
    QCOMPARE(shown.cell(1, LookupModel::AnswerColumn),
             QStringLiteral("inside the if of line 1 · $1 = jane · $2 = doe"));
    QCOMPARE(shown.cell(1, LookupModel::PlaceColumn), QStringLiteral("rules:2"));
    QCOMPARE(shown.cell(2, LookupModel::KeyColumn), QStringLiteral("also fits, but is not reached"));
    QCOMPARE(shown.cell(2, LookupModel::PlaceColumn), QStringLiteral("rules:4"));
}

void TestLookupTester::patternThatTakesTooLongIsShown()
{
    Shown shown;
    QVERIFY(shown.isActive);
    shown.choose(QStringLiteral("pcre:/etc/postfix/rules"));
    shown.key->setText(QString(60, u'a') + u'b');
    QTRY_COMPARE_WITH_TIMEOUT(shown.model->rowCount(), 2, 60000);
    QCOMPARE(shown.cell(1, LookupModel::PlaceColumn), QStringLiteral("rules:5"));
    QVERIFY(shown.cell(1, LookupModel::AnswerColumn).contains(QStringLiteral("too many steps")));
}

void TestLookupTester::editIsSeenAtOnce()
{
    Shown shown;
    QVERIFY(shown.isActive);
    shown.choose(QStringLiteral("virtual_alias_maps"));
    shown.type(QStringLiteral("joe@example.org"));
    QTRY_COMPARE(shown.cell(0, LookupModel::AnswerColumn), QStringLiteral("jim@example.net"));
    shown.desk.session.edit(QStringLiteral("Edit"), [](model::Draft &draft) {
        draft.replace(FileId::FirstOther, {23, 26}, "tom");
    });
    QTRY_COMPARE(shown.cell(0, LookupModel::AnswerColumn), QStringLiteral("tom@example.net"));
    shown.desk.undoAll();
    QTRY_COMPARE(shown.cell(0, LookupModel::AnswerColumn), QStringLiteral("jim@example.net"));
}

void TestLookupTester::nothingFoundIsSaidInWords()
{
    Shown shown;
    QVERIFY(shown.isActive);
    shown.choose(QStringLiteral("check_sender_access hash:/etc/postfix/access"));
    shown.type(QStringLiteral("x@good.example"));
    QTRY_VERIFY(shown.allTexts().contains(QStringLiteral("the next restriction decides")));
    shown.type(QStringLiteral("x@bad.example"));
    QTRY_VERIFY(shown.allTexts().contains(QStringLiteral("The answer is “REJECT”.")));
}

void TestLookupTester::passwordsAreDotsUntilTheyAreAskedFor()
{
    Shown shown;
    QVERIFY(shown.isActive);
    auto *reveal = shown.tester->findChild<QToolButton *>();
    for (const char *title : {"smtp_sasl_password_maps", "hash:/etc/postfix/sasl_passwd"}) {
        shown.choose(QLatin1String(title));
        shown.type(QStringLiteral("relay.example"));
        QTRY_COMPARE(shown.cell(0, LookupModel::PlaceColumn), QStringLiteral("sasl_passwd:1"));
        QVERIFY(!shown.allTexts().contains(QStringLiteral("tiger77")));
        QVERIFY(reveal->isVisible());
        reveal->setFocus();
        QTest::keyClick(reveal, Qt::Key_Space);
        QVERIFY(shown.allTexts().contains(QStringLiteral("u:tiger77")));
        QTest::keyClick(reveal, Qt::Key_Space);
        QVERIFY(!shown.allTexts().contains(QStringLiteral("tiger77")));
    }
    shown.choose(QStringLiteral("virtual_alias_maps"));
    QTRY_VERIFY(!reveal->isVisible());
}

void TestLookupTester::otherViewsCanAsk()
{
    Shown shown;
    QVERIFY(shown.isActive);
    shown.desk.language.lookUp({.table = "hash:/etc/postfix/access", .key = "bad.example"});
    QTRY_COMPARE(shown.cell(0, LookupModel::AnswerColumn), QStringLiteral("REJECT"));
    QCOMPARE(shown.asker->currentText(), QStringLiteral("hash:/etc/postfix/access"));
    QVERIFY(shown.key->hasFocus());
    shown.desk.language.lookUp({.parameter = "virtual_alias_maps"});
    QCOMPARE(shown.asker->currentText(), QStringLiteral("virtual_alias_maps"));
    QCOMPARE(shown.key->text(), QStringLiteral("bad.example"));
}

void TestLookupTester::everythingHasAName()
{
    const Shown shown;
    QCOMPARE(support::namelessWidgets(shown.tester.get()), QStringList());
}

QTEST_MAIN(TestLookupTester)
#include "tst_lookuptester.moc"
