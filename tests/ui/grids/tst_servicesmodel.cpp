// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/edits/serviceedits.h"
#include "ui/grids/overridesmodel.h"
#include "ui/grids/servicesmodel.h"
#include "ui/session/editsession.h"

#include <QAbstractItemModelTester>
#include <QIcon>
#include <QSignalSpy>
#include <QTest>

using ui::ServicesModel;

namespace {

const QByteArray masterCf = "# first\n"
                            "smtp       inet  n       -       y       -       -       smtpd\n"
                            "#submission inet n      -       y       -       -       smtpd\n"
                            "#  -o syslog_name=postfix/submission\n"
                            "\n"
                            "qmgr       unix  n       -       n       300     1       qmgr\n"
                            "relay      unix  -       -       y       -       -       smtp\n"
                            "        -o syslog_name=postfix/$service_name\n"
                            "#       -o smtp_helo_timeout=5\n"
                            "pipe       unix  -       n       n       -       -       pipe\n"
                            "  flags=R user=a argv=/bin/x\n";

model::Snapshot snapshotOf(const QByteArray &mainCf, const QByteArray &master)
{
    using model::FileKind;
    const auto file = [](const QString &name, FileKind kind, const QByteArray &text) {
        return model::File({.path = QStringLiteral("/etc/postfix/") + name, .name = name, .kind = kind},
                           syntax::Text(text, model::File::layoutOf(kind)));
    };
    return model::Snapshot({file(QStringLiteral("main.cf"), FileKind::MainCf, mainCf),
                            file(QStringLiteral("master.cf"), FileKind::MasterCf, master)});
}

QByteArray textOf(const ui::EditSession &session)
{
    return session.snapshot().masterCf().text();
}

} // namespace

class TestServicesModel : public QObject
{
    Q_OBJECT

private slots:
    void rowsAreTheServices();
    void dashIsShownAsWhatItMeans_data();
    void dashIsShownAsWhatItMeans();
    void everyColumnIsEdited_data();
    void everyColumnIsEdited();
    void refusedEditChangesNothing();
    void servicesInTheWayOfEachOtherAreMarked();
    void rowsComeAndGoOneByOne();
    void cellsThatAreNoTextAreKept();
    void cellsKnowTheirPlace();
    void overridesAreEdited();
    void manyServicesAreNoBurden();
};

void TestServicesModel::rowsAreTheServices()
{
    ui::EditSession session;
    ServicesModel model(session);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    session.open(snapshotOf({}, masterCf));
    QCOMPARE(model.rowCount(), 5);
    QCOMPARE(model.index(1, ServicesModel::NameColumn).data().toString(), QStringLiteral("submission"));
    QCOMPARE(model.index(1, ServicesModel::OnColumn).data(Qt::CheckStateRole).toInt(), Qt::Unchecked);
    QCOMPARE(model.index(0, ServicesModel::OnColumn).data(Qt::CheckStateRole).toInt(), Qt::Checked);
    QCOMPARE(model.index(3, ServicesModel::OverridesColumn).data().toString(),
             QStringLiteral("syslog_name=postfix/$service_name"));
    QCOMPARE(model.index(4, ServicesModel::ArgumentsColumn).data().toString(),
             QStringLiteral("flags=R user=a argv=/bin/x"));
}

void TestServicesModel::dashIsShownAsWhatItMeans_data()
{
    QTest::addColumn<QByteArray>("mainCf");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("shown");
    QTest::newRow("private") << QByteArray() << int(ServicesModel::PrivateColumn)
                             << QStringLiteral("– (yes)");
    QTest::newRow("unprivileged") << QByteArray() << int(ServicesModel::UnprivilegedColumn)
                                  << QStringLiteral("– (yes)");
    QTest::newRow("chroot without a compatibility level")
        << QByteArray() << int(ServicesModel::ChrootColumn) << QStringLiteral("– (yes)");
    QTest::newRow("chroot with one") << QByteArray("compatibility_level = 3.6\n")
                                     << int(ServicesModel::ChrootColumn) << QStringLiteral("– (no)");
    QTest::newRow("wakeup") << QByteArray() << int(ServicesModel::WakeupColumn)
                            << QStringLiteral("– (never)");
    QTest::newRow("limit") << QByteArray() << int(ServicesModel::LimitColumn) << QStringLiteral("– (100)");
    QTest::newRow("limit that main.cf sets") << QByteArray("default_process_limit = 40\n")
                                             << int(ServicesModel::LimitColumn) << QStringLiteral("– (40)");
}

void TestServicesModel::dashIsShownAsWhatItMeans()
{
    QFETCH(QByteArray, mainCf);
    QFETCH(int, column);
    QFETCH(QString, shown);
    ui::EditSession session;
    ServicesModel model(session);
    session.open(snapshotOf(mainCf, "a unix - - - - - b\n"));
    QCOMPARE(model.index(0, column).data().toString(), shown);
    QCOMPARE(model.index(0, column).data(Qt::EditRole).toString(), QStringLiteral("-"));
    QVERIFY(model.index(0, column).data(Qt::ForegroundRole).isValid());
}

void TestServicesModel::everyColumnIsEdited_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("line");
    const auto row = [](const char *title, int column, const char *text, const QByteArray &line) {
        QTest::newRow(title) << column << QString::fromLatin1(text) << line;
    };
    row("name", ServicesModel::NameColumn, "queue",
        "queue      unix  n       -       n       300     1       qmgr\n");
    row("type", ServicesModel::TypeColumn, "fifo",
        "qmgr       fifo  n       -       n       300     1       qmgr\n");
    row("private", ServicesModel::PrivateColumn, "-",
        "qmgr       unix  -       -       n       300     1       qmgr\n");
    row("unprivileged", ServicesModel::UnprivilegedColumn, "n",
        "qmgr       unix  n       n       n       300     1       qmgr\n");
    row("chroot", ServicesModel::ChrootColumn, "y",
        "qmgr       unix  n       -       y       300     1       qmgr\n");
    row("wakeup", ServicesModel::WakeupColumn, "1000?",
        "qmgr       unix  n       -       n       1000?   1       qmgr\n");
    row("limit", ServicesModel::LimitColumn, "20",
        "qmgr       unix  n       -       n       300     20      qmgr\n");
    row("command", ServicesModel::CommandColumn, "oqmgr",
        "qmgr       unix  n       -       n       300     1       oqmgr\n");
    row("arguments", ServicesModel::ArgumentsColumn, "-v",
        "qmgr       unix  n       -       n       300     1       qmgr -v\n");
}

void TestServicesModel::everyColumnIsEdited()
{
    QFETCH(int, column);
    QFETCH(QString, text);
    QFETCH(QByteArray, line);
    ui::EditSession session;
    session.open(snapshotOf({}, masterCf));
    ServicesModel model(session);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(model.index(2, column).flags() & Qt::ItemIsEditable);
    QVERIFY(model.setData(model.index(2, column), text));
    QByteArray expected = masterCf;
    expected.replace("qmgr       unix  n       -       n       300     1       qmgr\n", line);
    QCOMPARE(textOf(session), expected);
    QCOMPARE(model.index(2, column).data(Qt::EditRole).toString(), text);
    session.undoStack()->undo();
    QCOMPARE(textOf(session), masterCf);
    QVERIFY(!session.undoStack()->canUndo()); // one edit is one step
}

void TestServicesModel::refusedEditChangesNothing()
{
    ui::EditSession session;
    session.open(snapshotOf({}, masterCf));
    ServicesModel model(session);
    const QSignalSpy refused(&session, &ui::EditSession::refused);
    QVERIFY(!model.setData(model.index(2, ServicesModel::WakeupColumn), QStringLiteral("soon")));
    QVERIFY(!model.setData(model.index(2, ServicesModel::NameColumn), QString()));
    QCOMPARE(refused.size(), 2);
    QCOMPARE(textOf(session), masterCf);
    QVERIFY(model.setData(model.index(2, ServicesModel::WakeupColumn), QStringLiteral(" 300 ")));
    QVERIFY(!session.undoStack()->canUndo());
}

void TestServicesModel::servicesInTheWayOfEachOtherAreMarked()
{
    ui::EditSession session;
    ServicesModel model(session);
    // A port without a host is one of these addresses only.
    session.open(snapshotOf("inet_interfaces = 192.0.2.1\n",
                            "smtp inet n - n - - smtpd\n25 inet n - n - - postscreen\n"
                            "smtp unix - - n - - smtp\n#smtp inet n - n - - smtpd\n"
                            "127.0.0.1:smtp inet n - n - - smtpd\n"));
    const auto isMarked = [&model](int row) {
        return !model.index(row, ServicesModel::NameColumn).data(Qt::DecorationRole).value<QIcon>().isNull();
    };
    QVERIFY(isMarked(0));
    QVERIFY(isMarked(1));
    QVERIFY(!isMarked(2));
    QVERIFY(!isMarked(3));
    QVERIFY(!isMarked(4));
    model.setData(model.index(1, ServicesModel::OnColumn), Qt::Unchecked, Qt::CheckStateRole);
    QVERIFY(!isMarked(0));
}

void TestServicesModel::rowsComeAndGoOneByOne()
{
    ui::EditSession session;
    session.open(snapshotOf({}, masterCf));
    ServicesModel model(session);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    const QPersistentModelIndex qmgr(model.index(2, 0));
    session.edit(QStringLiteral("add"), [](model::Draft &draft) {
        return edits::addService(draft, 1, {.name = "new", .command = "smtpd"});
    });
    QCOMPARE(model.rowCount(), 6);
    QCOMPARE(qmgr.row(), 3);
    session.edit(QStringLiteral("remove"),
                 [](model::Draft &draft) { return edits::removeService(draft, 0); });
    QCOMPARE(qmgr.row(), 2);
    session.edit(QStringLiteral("move"), [](model::Draft &draft) { return edits::moveService(draft, 0, 3); });
    QCOMPARE(model.rowCount(), 5);
    session.undoStack()->setIndex(0);
    QCOMPARE(qmgr.row(), 2);
    QCOMPARE(textOf(session), masterCf);
    QCOMPARE(resets.size(), 0);
}

void TestServicesModel::cellsThatAreNoTextAreKept()
{
    ui::EditSession session;
    session.open(snapshotOf({}, "caf\xe9 unix - - n - - smtp -o a=\xff\n"));
    ServicesModel model(session);
    const QModelIndex name = model.index(0, ServicesModel::NameColumn);
    QVERIFY(!(name.flags() & Qt::ItemIsEditable));
    QVERIFY(!model.setData(name, QStringLiteral("x")));
    QVERIFY(name.data(Qt::ToolTipRole).toString().contains(QStringLiteral("UTF-8")));
    QCOMPARE(name.data().toString(), QStringLiteral("caf\\xe9"));
    QVERIFY(model.setData(model.index(0, ServicesModel::ChrootColumn), QStringLiteral("y")));
    QCOMPARE(textOf(session), "caf\xe9 unix - - y - - smtp -o a=\xff\n");
}

void TestServicesModel::cellsKnowTheirPlace()
{
    ui::EditSession session;
    session.open(snapshotOf({}, masterCf));
    ServicesModel model(session);
    const auto bytesOf = [&](int row, int column) {
        const model::Place place = model.placeOf(model.index(row, column));
        return textOf(session).sliced(place.range.begin, place.range.size());
    };
    QCOMPARE(bytesOf(2, ServicesModel::WakeupColumn), "300");
    QCOMPARE(bytesOf(3, ServicesModel::OverridesColumn),
             "-o syslog_name=postfix/$service_name\n#       -o smtp_helo_timeout=5");
    QCOMPARE(bytesOf(4, ServicesModel::ArgumentsColumn), "flags=R user=a argv=/bin/x");
    QVERIFY(bytesOf(1, ServicesModel::OnColumn).startsWith("#submission"));
}

void TestServicesModel::overridesAreEdited()
{
    ui::EditSession session;
    session.open(snapshotOf({}, masterCf));
    ui::OverridesModel model(session);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setService(3);
    QCOMPARE(model.rowCount(), 2);
    using Column = ui::OverridesModel::Column;
    QCOMPARE(model.index(1, ui::OverridesModel::OnColumn).data(Qt::CheckStateRole).toInt(), Qt::Unchecked);
    QVERIFY(model.setData(model.index(1, ui::OverridesModel::OnColumn), Qt::Checked, Qt::CheckStateRole));
    QVERIFY(textOf(session).contains("\n        -o smtp_helo_timeout=5\n"));
    model.setService(3);
    QVERIFY(model.setData(model.index(1, Column::ValueColumn), QStringLiteral("7")));
    QVERIFY(model.setData(model.index(1, Column::NameColumn), QStringLiteral("smtp_quit_timeout")));
    QVERIFY(textOf(session).contains("\n        -o smtp_quit_timeout=7\n"));
    QVERIFY(model.setData(model.index(0, ui::OverridesModel::OnColumn), Qt::Unchecked, Qt::CheckStateRole));
    QVERIFY(!session.snapshot().masterCf().services()[3].overrides[0].enabled);
    session.undoStack()->setIndex(0);
    QCOMPARE(textOf(session), masterCf);
    model.setService(-1);
    QCOMPARE(model.rowCount(), 0);
}

void TestServicesModel::manyServicesAreNoBurden()
{
    QByteArray text;
    for (int i = 0; i < 10000; ++i)
        text += 's' + QByteArray::number(i) + " unix - - n - - smtp\n  -o a=b\n";
    ui::EditSession session;
    ServicesModel model(session);
    session.open(snapshotOf({}, text));
    QCOMPARE(model.rowCount(), 10000);
    const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    QVERIFY(model.setData(model.index(5000, ServicesModel::ChrootColumn), QStringLiteral("y")));
    QCOMPARE(resets.size(), 0);
    QCOMPARE(model.index(5000, ServicesModel::ChrootColumn).data().toString(), QStringLiteral("y"));
}

QTEST_MAIN(TestServicesModel)
#include "tst_servicesmodel.moc"
