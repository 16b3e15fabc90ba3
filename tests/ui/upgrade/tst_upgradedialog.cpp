// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/desk.h"
#include "ui/preview/diffview.h"
#include "ui/upgrade/upgradedialog.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeWidget>

using ui::UpgradeDialog;

namespace {

const QByteArray mainCf = "compatibility_level = 3.6\nsmtpd_use_tls = yes\nvirtual_maps = hash:/v\n"
                          "smtp_tls_per_site = hash:/x\n";

struct Shown
{
    Shown()
    {
        desk.knowledge.chooseTarget(catalog::Version{3, 7, 11});
        dialog.show();
        dialog.activateWindow();
        isActive = QTest::qWaitForWindowActive(&dialog);
        list = dialog.findChild<QTreeWidget *>();
        versions = dialog.findChild<QComboBox *>();
        diff = dialog.findChild<ui::DiffView *>();
    }

    QTreeWidgetItem *item(const QString &part) const
    {
        const QList<QTreeWidgetItem *> found = list->findItems(part, Qt::MatchContains | Qt::MatchRecursive);
        return found.isEmpty() ? nullptr : found.first();
    }
    QPushButton *apply() const
    {
        for (QPushButton *button : dialog.findChildren<QPushButton *>()) {
            if (button->isDefault())
                return button;
        }
        return nullptr;
    }
    bool says(const QString &part) const
    {
        const QList<QLabel *> labels = dialog.findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [&](const QLabel *label) { return label->text().contains(part); });
    }

    support::Desk desk{mainCf, {}};
    UpgradeDialog dialog{desk.session, desk.knowledge};
    QTreeWidget *list = nullptr;
    QComboBox *versions = nullptr;
    ui::DiffView *diff = nullptr;
    bool isActive = false;
};

} // namespace

class TestUpgradeDialog : public QObject
{
    Q_OBJECT

private slots:
    void whatIsOutOfDateIsChosen();
    void spaceChoosesAndThePreviewFollows();
    void chosenStepsAreOneStepOfUndo();
    void anotherVersionIsAnotherPlan();
    void selectedStepSaysWhy();
    void everythingHasAName();
};

void TestUpgradeDialog::whatIsOutOfDateIsChosen()
{
    const Shown shown;
    QVERIFY(shown.isActive);
    QCOMPARE(shown.versions->currentText(), QStringLiteral("3.12.0"));
    QTreeWidgetItem *level = shown.item(QStringLiteral("smtpd_tls_security_level = may"));
    QVERIFY(level);
    QCOMPARE(level->checkState(0), Qt::Checked);
    QTreeWidgetItem *lmdb = shown.item(QStringLiteral("lmdb:"));
    QVERIFY(lmdb);
    QCOMPARE(lmdb->checkState(0), Qt::Unchecked);
    QTreeWidgetItem *perSite = shown.item(QStringLiteral("smtp_tls_per_site"));
    QVERIFY(perSite && !perSite->flags().testFlag(Qt::ItemIsUserCheckable));
    QVERIFY(shown.diff->plainText().contains(QLatin1String("+smtpd_tls_security_level = may")));
    QVERIFY(!shown.diff->plainText().contains(QLatin1String("+virtual_alias_maps = lmdb:/v")));
}

void TestUpgradeDialog::spaceChoosesAndThePreviewFollows()
{
    const Shown shown;
    shown.list->setFocus();
    shown.list->setCurrentItem(shown.item(QStringLiteral("lmdb:")));
    QTest::keyClick(shown.list, Qt::Key_Space);
    QVERIFY(shown.diff->plainText().contains(QLatin1String("+virtual_alias_maps = lmdb:/v")));
    QTest::keyClick(shown.list, Qt::Key_Space);
    QVERIFY(!shown.diff->plainText().contains(QLatin1String("lmdb:/v")));
}

void TestUpgradeDialog::chosenStepsAreOneStepOfUndo()
{
    Shown shown;
    QVERIFY(shown.apply() && shown.apply()->isEnabled());
    shown.list->setCurrentItem(shown.item(QStringLiteral("compatibility_level to 3.11")));
    shown.list->setFocus();
    QTest::keyClick(shown.list, Qt::Key_Space); // not that one
    QTest::mouseClick(shown.apply(), Qt::LeftButton);
    QVERIFY(!shown.dialog.isVisible());
    QCOMPARE(shown.desk.mainCf(),
             "compatibility_level = 3.6\nsmtpd_tls_security_level = may\n"
             "virtual_alias_maps = hash:/v\nsmtp_tls_per_site = hash:/x\n");
    QCOMPARE(shown.desk.session.undoStack()->count(), 1);
    QCOMPARE(shown.desk.session.undoStack()->undoText(), QStringLiteral("Upgrade to Postfix 3.12.0"));
    shown.desk.session.undoStack()->undo();
    QCOMPARE(shown.desk.mainCf(), mainCf);
}

void TestUpgradeDialog::anotherVersionIsAnotherPlan()
{
    const Shown shown;
    QVERIFY(shown.item(QStringLiteral("virtual_alias_maps")));
    shown.versions->setFocus();
    QTest::keyClick(shown.versions, Qt::Key_End); // the oldest
    QVERIFY(!shown.item(QStringLiteral("smtpd_tls_security_level = may (")));
    QTest::keyClick(shown.versions, Qt::Key_Home);
    QVERIFY(shown.item(QStringLiteral("virtual_alias_maps")));
}

void TestUpgradeDialog::selectedStepSaysWhy()
{
    const Shown shown;
    shown.list->setCurrentItem(shown.item(QStringLiteral("smtp_tls_per_site")));
    QVERIFY(shown.says(QStringLiteral("MUST_NOPEERMATCH")));
    QVERIFY(shown.says(QStringLiteral("main.cf:4")));
}

void TestUpgradeDialog::everythingHasAName()
{
    const Shown shown;
    const QStringList nameless = support::namelessWidgets(&shown.dialog);
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u' ')));
}

QTEST_MAIN(TestUpgradeDialog)
#include "tst_upgradedialog.moc"
