// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/displaytext.h"
#include "core/bundle/bundle.h"
#include "core/tables/usedtables.h"
#include "tests/support/workbench.h"
#include "ui/editor/fileeditor.h"
#include "ui/pages/tablespage.h"
#include "ui/preview/diffview.h"
#include "ui/preview/mergedialog.h"
#include "ui/preview/savedialog.h"
#include "ui/shell/foldercommands.h"
#include "ui/shell/mainwindow.h"
#include "ui/text/textview.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QClipboard>
#include <QComboBox>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QProcess>
#include <QTabBar>
#include <QToolButton>

using namespace ui;
using model::FileId;

namespace {

/// Nothing else in the configuration reads so.
const QByteArray marker = "zq9Tiger";

/// What follows it in main.cf and master.cf.
const QByteArray ofSettings = "hijklmnopqrs";

QByteArray logged; // NOLINT: what the program has said to developers

void keepLog(QtMsgType, const QMessageLogContext &, const QString &message)
{
    logged += message.toUtf8() + '\n';
}

/// Where the text of main.cf or master.cf is asked for as it is.
bool isSourceOfSettings(const QWidget *widget)
{
    for (; widget; widget = widget->parentWidget()) {
        if (const auto *editor = qobject_cast<const FileEditor *>(widget))
            return editor->file() < FileId::FirstOther;
    }
    return false;
}

/// All that a person sees or hears of a widget and what is in it; but see isSourceOfSettings().
QStringList textsOf(QWidget *top)
{
    QStringList texts;
    QList<QWidget *> widgets = top->findChildren<QWidget *>();
    widgets.append(top);
    for (QWidget *widget : widgets) {
        if (!widget->isVisible() || isSourceOfSettings(widget))
            continue;
        texts += {widget->toolTip(), widget->accessibleName(), widget->accessibleDescription(),
                  widget->windowTitle()};
        if (const auto *label = qobject_cast<QLabel *>(widget))
            texts.append(label->text());
        if (const auto *line = qobject_cast<QLineEdit *>(widget))
            texts.append(line->displayText());
        if (const auto *view = qobject_cast<QAbstractItemView *>(widget); view && view->model()) {
            const QAbstractItemModel *model = view->model();
            for (int row = 0; row < std::min(model->rowCount(), 3000); ++row) {
                for (int column = 0; column < model->columnCount(); ++column) {
                    for (const int role : {int(Qt::DisplayRole), int(Qt::ToolTipRole),
                                           int(Qt::AccessibleTextRole), int(Qt::StatusTipRole)})
                        texts.append(model->index(row, column).data(role).toString());
                }
            }
        }
        if (QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget)) {
            for (const QAccessible::Text kind :
                 {QAccessible::Name, QAccessible::Description, QAccessible::Value, QAccessible::Help})
                texts.append(interface->text(kind));
            if (QAccessibleTextInterface *text = interface->textInterface())
                texts.append(text->text(0, text->characterCount()));
        }
        if (qobject_cast<TextView *>(widget) || qobject_cast<DiffView *>(widget)) {
            QGuiApplication::clipboard()->clear();
            QTest::keyClick(widget, Qt::Key_A, Qt::ControlModifier);
            QTest::keyClick(widget, Qt::Key_C, Qt::ControlModifier);
            texts.append(QGuiApplication::clipboard()->text());
        }
    }
    return texts;
}

QString leakIn(const QStringList &texts)
{
    for (const QString &text : texts) {
        if (text.contains(QString::fromLatin1(marker)))
            return text;
    }
    return {};
}

struct Stage
{
    bool open()
    {
        if (!bench.writeSample())
            return false;
        QFile mainCf(bench.file(QStringLiteral("main.cf")));
        if (!mainCf.open(QIODevice::Append))
            return false;
        mainCf.write("\nlmtp_sasl_password_maps = hash:/etc/postfix/relays\n"
                     "relay_recipient_maps = ldap:/etc/postfix/people.cf mysql:/etc/postfix/sql.cf "
                     "pgsql:/etc/postfix/pg.cf mongodb:/etc/postfix/mongo.cf\n");
        // In the settings themselves: rows, one that is switched off, one that Postfix would refuse.
        mainCf.write("own_passwords = inline:{ {[own.example]:587 = me:" + marker
                     + "h} }\nsmtp_sasl_password_maps = hash:/etc/postfix/sasl_passwd $own_passwords\n"
                       " inline:{\n  {[in.example]:587 = me:"
                     + marker + "j},\n#  {[off.example] = me:" + marker + "k}\n  wrong=" + marker + "l "
                     + marker + "s\n  } static:me:" + marker
                     + "i\nsender_canonical_maps = ldap:owner\nowner_bind_pw = " + marker
                     + "n\n#lmtp_sasl_password_maps = static:" + marker + "o\n");
        mainCf.close();
        QFile masterCf(bench.file(QStringLiteral("master.cf")));
        if (!masterCf.open(QIODevice::Append))
            return false;
        masterCf.write("\nother unix - - n - - smtp\n  -o smtp_sasl_password_maps=static:me:" + marker
                       + "p\n  -o { lmtp_sasl_password_maps = inline:{ {[o.example] = me:" + marker
                       + "q} } }\n#  -o smtp_sasl_password_maps=static:" + marker + "r\n");
        masterCf.close();
        // Among them what the lint complains of: the same key twice, a row without a value, stray bytes.
        bench.write(QStringLiteral("relays"),
                    "[a.example]:587 user:" + marker + "1\n[a.example]:587 user:" + marker
                        + "2\n"
                          "b.example "
                        + marker + "3\n  continued:" + marker
                        + "4\nc.example\n"
                          "#[off.example] user:"
                        + marker + "5\n user:" + marker
                        + "6\n"
                          "d.example \"user:"
                        + marker + "7 x\n\"e.example user:" + marker + "8\n");
        bench.write(QStringLiteral("sasl_passwd"), "[relay.example.net]:587 me:" + marker + "9\n");
        bench.write(QStringLiteral("people.cf"),
                    "server_host = ldap://a.example\nbind = yes\nbind_pw = " + marker
                        + "a\n bindpw = " + marker + "b\n# bind_pw = " + marker + "c\nnonsense = 1\n");
        bench.write(QStringLiteral("sql.cf"),
                    "hosts = localhost\nuser = x\npassword = " + marker
                        + "d\ndbname = mail\nquery = SELECT 1\n");
        bench.write(QStringLiteral("pg.cf"),
                    "hosts = pgsql://me:" + marker + "e@db.example/mail\npasswort = " + marker + "f\n");
        bench.write(QStringLiteral("mongo.cf"), "uri = mongodb://me:" + marker + "g@db.example\n");
        QSignalSpy opened(&bench.folder, &FolderSession::opened);
        bench.folder.open(bench.path());
        if (!opened.wait(10000))
            return false;
        bench.checker.setFolder(bench.path());
        window = std::make_unique<MainWindow>(bench.context);
        window->resize(1500, 1000);
        window->show();
        window->activateWindow();
        return QTest::qWaitForWindowActive(window.get());
    }
    FileId fileNamed(const QString &name) const
    {
        const model::Snapshot &snapshot = bench.session.snapshot();
        for (const FileId id : snapshot.ids()) {
            if (snapshot.file(id).info().name == name)
                return id;
        }
        return FileId::MainCf;
    }
    /// As if another password were typed into each of the files.
    void edit()
    {
        for (const char *name :
             {"relays", "sasl_passwd", "people.cf", "sql.cf", "pg.cf", "mongo.cf", "main.cf", "master.cf"}) {
            const FileId id = fileNamed(QLatin1String(name));
            bench.session.edit(QStringLiteral("Edit"), [id](model::Draft &draft) {
                const qsizetype at = draft.snapshot().file(id).text().bytes().indexOf(marker);
                draft.replace(id, {at + marker.size(), at + marker.size()}, "X" + marker);
            });
        }
    }
    /// Previews and findings come a moment after an edit; what leaks then is to be seen.
    static void settle() { QTest::qWait(300); }

    Workbench bench;
    std::unique_ptr<MainWindow> window;
};

} // namespace

/// Passwords in tables and in the settings of database clients are shown to who asks for them, and to nobody
/// else: one is written into every place there is, and then looked for in all that comes out.
class tst_SecretsNowhere : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { qInstallMessageHandler(keepLog); }
    void cleanupTestCase() { qInstallMessageHandler(nullptr); }
    void windowShowsNone();
    void sourceShowsThemWhenAsked();
    void dialogsShowNone();
    void bundleHoldsNone();
    void commandLinePrintsNone_data();
    void commandLinePrintsNone();
};

void tst_SecretsNowhere::windowShowsNone()
{
    Stage stage;
    QVERIFY(stage.open());
    stage.edit();
    stage.settle();
    for (const Page &page : stage.window->pages()) {
        stage.window->showPage(QString::fromLatin1(page.id));
        stage.settle();
        const QString leak = leakIn(textsOf(stage.window.get()));
        QVERIFY2(leak.isEmpty(), qPrintable(QString::fromLatin1(page.id) + QStringLiteral(": ") + leak));
    }
    stage.window->showPage(QStringLiteral("tables"));
    auto *tables = stage.window->findChild<TablesPage *>();
    QVERIFY(tables);
    int shown = 0;
    for (const tables::UsedTable &table :
         tables::usedTables(*stage.bench.knowledge.values(), *stage.bench.knowledge.reference())) {
        tables->showTable(table.table.name());
        stage.settle();
        const QString leak = leakIn(textsOf(tables));
        QVERIFY2(leak.isEmpty(),
                 qPrintable(base::displayText(table.table.name()) + QStringLiteral(": ") + leak));
        ++shown;
    }
    QVERIFY(shown > 8);
    // Each of the files in its source, with the three tabs of the preview.
    for (const char *name :
         {"relays", "sasl_passwd", "people.cf", "sql.cf", "pg.cf", "mongo.cf", "main.cf", "master.cf"}) {
        const FileId id = stage.fileNamed(QLatin1String(name));
        stage.window->goTo({id, {0, 1}});
        stage.bench.session.setFocus({id, {0, 1}});
        auto *preview = stage.window->findChild<QDockWidget *>(QStringLiteral("preview"));
        for (QTabBar *bar : preview->findChildren<QTabBar *>()) {
            for (int tab = 0; tab < bar->count(); ++tab) {
                bar->setCurrentIndex(tab);
                QCoreApplication::processEvents();
                const QString leak = leakIn(textsOf(stage.window.get()));
                QVERIFY2(leak.isEmpty(), qPrintable(QString::fromLatin1(name) + QStringLiteral(": ") + leak));
            }
        }
    }
    stage.bench.language.lookUp({.parameter = "lmtp_sasl_password_maps", .key = "b.example"});
    auto *tester = stage.window->findChild<QDockWidget *>(QStringLiteral("lookup"));
    QTRY_VERIFY(!tester->findChildren<QAbstractItemView *>().isEmpty()
                && tester->findChildren<QAbstractItemView *>().last()->model());
    stage.settle();
    QVERIFY2(leakIn(textsOf(tester)).isEmpty(), qPrintable(leakIn(textsOf(tester))));
    QVERIFY2(!logged.contains(marker), logged.constData());
}

void tst_SecretsNowhere::sourceShowsThemWhenAsked()
{
    Stage stage;
    QVERIFY(stage.open());
    stage.window->goTo({stage.fileNamed(QStringLiteral("sasl_passwd")), {0, 1}});
    FileEditor *editor = nullptr;
    for (auto *one : stage.window->findChildren<FileEditor *>()) {
        if (one->isVisible())
            editor = one;
    }
    QVERIFY(editor && editor->isMasked() && !editor->sourceEditor());
    auto *reveal = editor->findChild<QToolButton *>();
    QVERIFY(reveal && reveal->isVisible());
    reveal->setFocus();
    QTest::keyClick(reveal, Qt::Key_Space);
    QVERIFY(!editor->isMasked());
    QVERIFY(!leakIn(textsOf(editor)).isEmpty());
    QTest::keyClick(reveal, Qt::Key_Space);
    QVERIFY(editor->isMasked());
    QVERIFY2(leakIn(textsOf(editor)).isEmpty(), qPrintable(leakIn(textsOf(editor))));
}

void tst_SecretsNowhere::dialogsShowNone()
{
    Stage stage;
    QVERIFY(stage.open());
    stage.edit();
    stage.window->commands().save();
    auto *save = stage.window->findChild<SaveDialog *>();
    QVERIFY(save);
    stage.settle();
    QVERIFY2(leakIn(textsOf(save)).isEmpty(), qPrintable(leakIn(textsOf(save))));
    save->reject();

    QList<folder::Conflict> conflicts;
    for (const char *name : {"relays", "people.cf", "main.cf"}) {
        const FileId id = stage.fileNamed(QLatin1String(name));
        folder::Conflict conflict{.file = id};
        conflict.disk = stage.bench.session.baseline().file(id).text().bytes();
        conflict.disk.replace(marker, marker + "disk");
        const auto merged =
            diff::merge(stage.bench.session.baseline().file(id).text().bytes(),
                        stage.bench.session.snapshot().file(id).text().bytes(), conflict.disk);
        QVERIFY(merged);
        conflict.merge = *merged;
        conflicts.append(conflict);
    }
    MergeDialog merge(stage.bench.session, conflicts);
    merge.show();
    stage.settle();
    QVERIFY2(leakIn(textsOf(&merge)).isEmpty(), qPrintable(leakIn(textsOf(&merge))));
    QVERIFY2(!logged.contains(marker), logged.constData());
}

void tst_SecretsNowhere::bundleHoldsNone()
{
    Stage stage;
    QVERIFY(stage.open());
    stage.edit();
    check::Problems problems;
    QTRY_VERIFY(!stage.bench.findings.all().isEmpty());
    for (const Finding &finding : stage.bench.findings.all())
        QVERIFY2(!finding.message.contains(QString::fromLatin1(marker)), qPrintable(finding.message));
    const auto made = bundle::exported(stage.bench.session.snapshot(), problems, {});
    QVERIFY(made);
    QVERIFY(made->leftOut.contains(QStringLiteral("relays")));
    QVERIFY(made->leftOut.contains(QStringLiteral("main.cf")));
    const auto entries = bundle::entriesOf(made->bytes);
    QVERIFY(entries);
    for (const bundle::Entry &entry : *entries)
        QVERIFY2(!entry.bytes.contains(marker), entry.path.constData());
}

void tst_SecretsNowhere::commandLinePrintsNone_data()
{
    QTest::addColumn<QStringList>("arguments"); // DIR: the folder
    const auto row = [](const char *line) { QTest::newRow(line) << QString::fromLatin1(line).split(u' '); };
    row("check -c DIR --postfix never");
    row("check -c DIR --postfix never --fix --dry-run");
    row("check -c DIR --postfix auto");
    row("check -c DIR --postfix never --format json");
    row("check -c DIR --postfix never --format sarif");
    row("postconf -c DIR");
    row("postconf -n -c DIR");
    row("postconf -M -c DIR");
    row("postconf -P -c DIR");
    row("bundle export -c DIR --draft -o OUT");
    row("lookup -c DIR hash:/etc/postfix/none x");
    row("lookup -c DIR --for lmtp_sasl_password_maps nobody.example");
    row("lookup -c DIR --for smtp_sasl_password_maps nobody.example");
}

void tst_SecretsNowhere::commandLinePrintsNone()
{
    QFETCH(QStringList, arguments);
    Stage stage;
    QVERIFY(stage.open());
    arguments.replaceInStrings(QStringLiteral("DIR"), stage.bench.path());
    arguments.replaceInStrings(QStringLiteral("OUT"), stage.bench.root.filePath(QStringLiteral("x.tar.gz")));
    QProcess cli;
    cli.start(QStringLiteral(CLI), arguments);
    QVERIFY(cli.waitForFinished(60000));
    QByteArray said = cli.readAllStandardOutput() + cli.readAllStandardError();
    // It is asked for the settings, and says what Postfix's own postconf says.
    if (arguments.first() == QLatin1String("postconf")) {
        for (const char c : ofSettings)
            said.replace(marker + c, "");
    }
    const qsizetype at = said.indexOf(marker);
    QVERIFY2(at < 0, said.mid(std::max<qsizetype>(at - 200, 0), 300).constData());
}

QTEST_MAIN(tst_SecretsNowhere)
#include "tst_secretsnowhere.moc"
