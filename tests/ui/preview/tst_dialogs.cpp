// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/preview/diffview.h"
#include "ui/preview/mergedialog.h"
#include "ui/preview/savedialog.h"
#include "ui/session/editsession.h"
#include "ui/session/findings.h"

#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QTest>

using model::FileId;

namespace {

struct Desk
{
    Desk()
    {
        model::Draft draft{model::Snapshot()};
        draft.replace(FileId::MainCf, {0, 0}, "myhostname = a\nrelayhost =\n");
        draft.replace(FileId::MasterCf, {0, 0}, "smtp inet n - y - - smtpd\n");
        session.open(draft.snapshot());
    }

    void append(FileId file, const QByteArray &bytes)
    {
        session.edit(QStringLiteral("edit"), [&](model::Draft &draft) {
            const qsizetype end = draft.snapshot().file(file).text().size();
            draft.replace(file, {end, end}, bytes);
        });
    }

    ui::EditSession session;
    ui::Findings findings{session};
};

QPushButton *button(const QDialog &dialog, const QString &text)
{
    for (auto *candidate : dialog.findChildren<QPushButton *>()) {
        if (candidate->text().remove(u'&') == text)
            return candidate;
    }
    return nullptr;
}

bool says(const QDialog &dialog, const QString &text)
{
    const QList<QLabel *> labels = dialog.findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(),
                       [&](const QLabel *label) { return label->text().contains(text); });
}

} // namespace

class TestDialogs : public QObject
{
    Q_OBJECT

private slots:
    void saveListsFilesAndWhatChanged();
    void saveSavesOnlyWhatIsChecked();
    void saveSaysWhatComesAfter();
    void saveNamesTablesAsTheServerDoes();
    void mergeShowsAndReturnsTheChoice();
    void mergeFlagsTheLinesToChooseFrom();
};

void TestDialogs::saveListsFilesAndWhatChanged()
{
    Desk desk;
    desk.append(FileId::MainCf, "mydomain = b\nmyorigin = c\n");
    desk.append(FileId::MasterCf, "submission inet n - y - - smtpd\n");
    const ui::SaveDialog dialog(desk.session, desk.findings, QStringLiteral("/etc/postfix"), "/etc/postfix");
    const auto *list = dialog.findChild<QListWidget *>();
    QCOMPARE(list->count(), 2);
    QCOMPARE(list->item(0)->text(), QStringLiteral("main.cf\n2 settings"));
    QCOMPARE(list->item(1)->text(), QStringLiteral("master.cf\n1 service added"));
    const QString diff = dialog.findChild<ui::DiffView *>()->plainText();
    QVERIFY(diff.contains(QStringLiteral("+mydomain = b\n")));
    QVERIFY(diff.contains(QStringLiteral("+submission inet n - y - - smtpd\n")));
    QCOMPARE(dialog.files(), QList<FileId>({FileId::MainCf, FileId::MasterCf}));
}

void TestDialogs::saveSavesOnlyWhatIsChecked()
{
    Desk desk;
    desk.append(FileId::MainCf, "mydomain = b\n");
    desk.append(FileId::MasterCf, "# prose\n");
    ui::SaveDialog dialog(desk.session, desk.findings, QStringLiteral("/etc/postfix"), "/etc/postfix");
    dialog.show();
    auto *list = dialog.findChild<QListWidget *>();
    QCOMPARE(list->item(1)->text(), QStringLiteral("master.cf\nonly comments or spacing, +1 \u22120 lines"));
    list->setCurrentRow(0);
    QTest::keyClick(list, Qt::Key_Space);
    QCOMPARE(dialog.files(), QList<FileId>({FileId::MasterCf}));
    QVERIFY(says(dialog, QStringLiteral("Nothing has to be done")));
    list->setCurrentRow(1);
    QTest::keyClick(list, Qt::Key_Space);
    QVERIFY(!button(dialog, QStringLiteral("Save"))->isEnabled());
    QTest::keyClick(list, Qt::Key_Space);
    QTest::mouseClick(button(dialog, QStringLiteral("Save")), Qt::LeftButton);
    QCOMPARE(dialog.result(), static_cast<int>(QDialog::Accepted));
    QCOMPARE(dialog.files(), QList<FileId>({FileId::MasterCf}));
}

void TestDialogs::saveSaysWhatComesAfter()
{
    Desk desk;
    desk.append(FileId::MainCf, "inet_interfaces = all\n");
    desk.findings.set(ui::Finding::Origin::Lint, {ui::Finding{.message = QStringLiteral("Odd.")}});
    const ui::SaveDialog dialog(desk.session, desk.findings, QStringLiteral("/etc/postfix"), "/etc/postfix");
    QVERIFY(says(dialog, QStringLiteral("postfix stop, then postfix start: inet_interfaces")));
    QVERIFY(says(dialog, QStringLiteral("errors 0, warnings 1")));
}

void TestDialogs::saveNamesTablesAsTheServerDoes()
{
    Desk desk;
    const QString folder = QStringLiteral("/mnt/server/etc/postfix");
    const QString path = folder + QStringLiteral("/virtual");
    const model::FileInfo info{
        .path = path, .name = QStringLiteral("virtual"), .kind = model::FileKind::KeyValue};
    desk.session.open(
        model::Snapshot(desk.session.snapshot().files()
                        + QList{model::File(info, syntax::Text({}, model::File::layoutOf(info.kind)))}));
    desk.append(FileId::MainCf, "virtual_alias_maps = hash:$config_directory/virtual\n");
    const ui::SaveDialog dialog(desk.session, desk.findings, folder, "/etc/postfix");
    QVERIFY(says(dialog, QStringLiteral("\npostmap hash:/etc/postfix/virtual\n")));
}

void TestDialogs::mergeShowsAndReturnsTheChoice()
{
    Desk desk;
    desk.append(FileId::MainCf, "mine = 1\n");
    folder::Conflict conflict;
    conflict.disk = "theirs = 2\nmyhostname = a\nrelayhost =\n";
    conflict.merge.bytes = "theirs = 2\nmyhostname = a\nrelayhost =\nmine = 1\n";
    {
        ui::MergeDialog dialog(desk.session, {conflict});
        QVERIFY(dialog.findChild<ui::DiffView *>()->plainText().contains(QStringLiteral("+theirs = 2\n")));
        QTest::mouseClick(button(dialog, QStringLiteral("Take Merged")), Qt::LeftButton);
        QCOMPARE(dialog.result(), static_cast<int>(QDialog::Accepted));
        QCOMPARE(dialog.choice(), ui::MergeDialog::Choice::Merged);
        QCOMPARE(dialog.chosen().first().merge.bytes, conflict.merge.bytes);
    }
    ui::MergeDialog dialog(desk.session, {conflict});
    QTest::mouseClick(button(dialog, QStringLiteral("Take Disk’s")), Qt::LeftButton);
    QCOMPARE(dialog.choice(), ui::MergeDialog::Choice::Disk);
    QCOMPARE(dialog.chosen().first().merge.bytes, conflict.disk);
}

void TestDialogs::mergeFlagsTheLinesToChooseFrom()
{
    Desk desk;
    desk.append(FileId::MainCf, "mine = 1\n======= = 2\n");
    folder::Conflict conflict;
    conflict.disk = "first = 3\nmyhostname = a\nrelayhost =\ntheirs = 2\n";
    const auto merged =
        diff::merge("myhostname = a\nrelayhost =\n", desk.session.snapshot().mainCf().text(), conflict.disk);
    QVERIFY(merged && merged->hasConflicts);
    conflict.merge = *merged;
    const ui::MergeDialog dialog(desk.session, {conflict});
    QByteArray shown;
    for (const ui::DiffRow &row : dialog.findChild<ui::DiffView *>()->rows()) {
        if (row.kind != ui::DiffRow::Kind::Line)
            continue;
        const bool isMark = row.conflict == ui::DiffRow::Conflict::Mark;
        shown += (isMark                                               ? "!"
                      : row.conflict == ui::DiffRow::Conflict::Version ? "|"
                                                                       : " ")
            + row.line.bytes + '\n';
    }
    QCOMPARE(shown,
             QByteArray(" first = 3\n myhostname = a\n relayhost =\n!<<<<<<< yours\n|mine = 1\n"
                        "|======= = 2\n!=======\n|theirs = 2\n!>>>>>>> on disk\n"));
}

QTEST_MAIN(TestDialogs)
#include "tst_dialogs.moc"
