// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/messagebar.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace ui;

class tst_MessageBar : public QObject
{
    Q_OBJECT

private slots:
    void runsItsActionAndCloses();
    void closesByTheKeyboard();
    void emptyStateOffersTheFirstStep();
    void elidedLabelKeepsItsWholeTextForReaders();
};

void tst_MessageBar::runsItsActionAndCloses()
{
    MessageBar bar(MessageBar::Kind::Warning, QStringLiteral("main.cf changed on disk."));
    int calls = 0;
    bar.addAction(QStringLiteral("Merge"), [&calls] { ++calls; });
    QSignalSpy dismissed(&bar, &MessageBar::dismissed);
    bar.show();
    QTest::mouseClick(bar.findChild<QPushButton *>(), Qt::LeftButton);
    QCOMPARE(calls, 1);
    QCOMPARE(dismissed.size(), 1);
    QVERIFY(bar.isHidden());
    QCOMPARE(bar.accessibleName(), QStringLiteral("main.cf changed on disk."));
    QCoreApplication::removePostedEvents(&bar, QEvent::DeferredDelete); // it lives on the stack here
}

void tst_MessageBar::closesByTheKeyboard()
{
    auto *bar = new MessageBar(MessageBar::Kind::Info, QStringLiteral("Note"));
    QSignalSpy destroyed(bar, &QObject::destroyed);
    bar->show();
    auto *close = bar->findChild<QToolButton *>();
    QVERIFY(!close->accessibleName().isEmpty());
    QTest::keyClick(close, Qt::Key_Space);
    QVERIFY(bar->isHidden());
    QTRY_COMPARE(destroyed.size(), 1);
}

void tst_MessageBar::emptyStateOffersTheFirstStep()
{
    EmptyState empty(QStringLiteral("folder"), QStringLiteral("No folder is open."), QStringLiteral("Open"));
    QSignalSpy activated(&empty, &EmptyState::activated);
    QTest::keyClick(empty.findChild<QPushButton *>(), Qt::Key_Space);
    QCOMPARE(activated.size(), 1);
}

void tst_MessageBar::elidedLabelKeepsItsWholeTextForReaders()
{
    const QString text = QStringLiteral("/a/long/path/to/some/folder/that/does/not/fit/main.cf");
    ElidedLabel label(text);
    label.resize(60, label.sizeHint().height());
    QVERIFY(label.minimumSizeHint().width() < label.sizeHint().width());
    QCOMPARE(label.text(), text);
    QCOMPARE(label.accessibleName(), text);
}

QTEST_MAIN(tst_MessageBar)
#include "tst_messagebar.moc"
