// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/screenshots.h"

#include "core/edits/parameteredits.h"
#include "core/edits/tableedits.h"
#include "core/tables/namedtable.h"
#include "ui/editor/completer.h"
#include "ui/editor/hover.h"
#include "ui/editor/sourceeditor.h"
#include "ui/forms/fieldframe.h"
#include "ui/grids/gridview.h"
#include "ui/grids/tablerowsmodel.h"
#include "ui/pages/parameterspage.h"
#include "ui/pages/servicespage.h"
#include "ui/pages/tablespage.h"
#include "ui/preview/mergedialog.h"
#include "ui/problems/problemspanel.h"
#include "ui/session/checker.h"
#include "ui/session/editsession.h"
#include "ui/session/findings.h"
#include "ui/session/foldersession.h"
#include "ui/session/language.h"
#include "ui/shell/findbox.h"
#include "ui/shell/foldercommands.h"
#include "ui/shell/mainwindow.h"
#include "ui/tables/findreplacebar.h"
#include "ui/tables/rowfilterline.h"
#include "ui/tables/tableeditor.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QDir>
#include <QDockWidget>
#include <QLineEdit>
#include <QTabBar>
#include <QTimer>
#include <QToolTip>
#include <QTreeView>

#include <algorithm>

namespace desktop {

namespace {

constexpr int settleTime = 250; // ms: for what is painted or found a moment later
constexpr int longestWait = 40; // times that

} // namespace

Screenshots::Screenshots(ui::MainWindow &window, QString folder)
    : QObject(&window), m_window(window), m_folder(std::move(folder))
{
}

void Screenshots::start(bool withEdits)
{
    QDir().mkpath(m_folder);
    if (withEdits)
        add([this] { makeEdits(); });
    const QSize small(1000, 640);
    const QSize large(1600, 1000);
    plan(small, QStringLiteral("small"), ui::Theme::Light, QStringLiteral("light"));
    plan(small, QStringLiteral("small"), ui::Theme::Dark, QStringLiteral("dark"));
    plan(large, QStringLiteral("large"), ui::Theme::Dark, QStringLiteral("dark"));
    plan(large, QStringLiteral("large"), ui::Theme::Light, QStringLiteral("light"));
    // The last of all: it takes a closed folder.
    for (const auto &[size, sizeName] :
         {std::pair(large, QStringLiteral("large")), std::pair(small, QStringLiteral("small"))}) {
        for (const auto &[theme, themeName] : {std::pair(ui::Theme::Light, QStringLiteral("light")),
                                               std::pair(ui::Theme::Dark, QStringLiteral("dark"))}) {
            add([this, size = size, sizeName = sizeName, theme = theme, themeName = themeName] {
                m_suffix = QStringLiteral("-%1-%2").arg(sizeName, themeName);
                ui::applyTheme(theme);
                m_window.resize(size);
                m_window.context().folder.close();
            });
            add([this] { shoot(&m_window, QStringLiteral("welcome")); });
        }
    }
    next();
}

void Screenshots::plan(const QSize &size, const QString &sizeName, ui::Theme theme, const QString &themeName)
{
    add([this, size, sizeName, theme, themeName] {
        m_suffix = QStringLiteral("-%1-%2").arg(sizeName, themeName);
        ui::applyTheme(theme);
        m_window.resize(size);
    });
    for (const ui::Page &page : m_window.pages()) {
        const QString id = QString::fromLatin1(page.id);
        add([this, id] { m_window.showPage(id); });
        add([this, id] { shoot(&m_window, id); });
        if (id == QLatin1String("services")) {
            add([this] { showServiceValues(1); });
            add([this] {
                shoot(&m_window, QStringLiteral("services-values"));
                showServiceValues(0);
            });
        }
    }
    planTables();
    planNames();
    planParameters();
    planProblems();
    add([this] { m_window.find(); });
    add([this] {
        shoot(&m_window, QStringLiteral("find"));
        m_window.findBox().leave();
    });
    add([this] {
        if (m_window.isWindowModified())
            m_window.commands().save();
    });
    add([this] { shootDialog(QStringLiteral("save")); });
    add([this] {
        if (m_window.isWindowModified())
            openMerge();
    });
    add([this] { shootDialog(QStringLiteral("merge")); });
    add([this] { m_window.about(); });
    add([this] { shootDialog(QStringLiteral("about")); });
    add([this] {
        if (m_window.isWindowModified())
            m_window.commands().close();
    });
    add([this] { shootDialog(QStringLiteral("unsaved")); });
}

void Screenshots::goTo(model::FileId file, const QByteArray &text)
{
    const model::Snapshot &snapshot = m_window.context().session.snapshot();
    const qsizetype at = snapshot.file(file).text().bytes().indexOf(text);
    const qsizetype end = std::max<qsizetype>(0, at) + (at < 0 ? 0 : text.size());
    m_window.goTo({file, {end, end}});
    m_window.context().language.setPlace(model::Place{file, {end, end}}); // there may be no keyboard here
}

void Screenshots::planNames()
{
    const auto editor = [this]() -> ui::SourceEditor * {
        for (auto *source : m_window.findChildren<ui::SourceEditor *>()) {
            if (source->isVisible())
                return source;
        }
        return nullptr;
    };
    add([this] { goTo(model::FileId::MainCf, "smtp_tls_security_level = "); });
    add([this, editor] {
        if (ui::SourceEditor *source = editor())
            source->findChild<ui::Completer *>()->open();
    });
    add([this] {
        shoot(&m_window, QStringLiteral("completion"));
        goTo(model::FileId::MainCf, "smtpd_sasl_ty");
    });
    add([this, editor] {
        if (ui::SourceEditor *source = editor())
            source->findChild<ui::Hover *>()->explainCaret();
    });
    add([this] {
        for (QWidget *widget : QApplication::topLevelWidgets()) {
            if (widget->isVisible() && widget->windowFlags().testFlag(Qt::ToolTip))
                shoot(widget, QStringLiteral("hover"));
        }
        QToolTip::hideText();
        goTo(model::FileId::MasterCf, "\nslow");
    });
    add([this] { m_window.context().language.findUsages(); });
    add([this] {
        shoot(&m_window, QStringLiteral("usages"));
        if (auto *panel = m_window.findChild<QDockWidget *>(QStringLiteral("usages")))
            panel->hide();
        m_window.context().language.lookUp({.parameter = "virtual_alias_maps", .key = "info+jobs"});
    });
    add([this] {
        shoot(&m_window, QStringLiteral("lookup"));
        m_window.context().language.lookUp(
            {.table = "pcre:/etc/postfix/sender_login.pcre", .key = "anna@example.org"});
    });
    add([this] {
        shoot(&m_window, QStringLiteral("lookup-pattern"));
        if (auto *panel = m_window.findChild<QDockWidget *>(QStringLiteral("lookup")))
            panel->hide();
        m_window.context().language.rename();
    });
    add([this] {
        if (auto *name = m_window.findChild<QDialog *>(QStringLiteral("renameDialog")))
            name->findChild<QLineEdit *>()->setText(QStringLiteral("gentle"));
    });
    add([this] { shootDialog(QStringLiteral("rename")); });
    add([this] { m_window.context().language.moveTable("hash:/etc/postfix/virtual"); });
    add([this] {
        if (auto *move = m_window.findChild<QDialog *>(QStringLiteral("moveDialog"))) {
            auto *type = move->findChild<QComboBox *>();
            type->setCurrentIndex(type->findData(QByteArray("pcre")));
        }
    });
    add([this] { shootDialog(QStringLiteral("move")); });
}

/// A table of each kind, and what the grid can do.
void Screenshots::planTables()
{
    add([this] { m_window.showPage(QStringLiteral("tables")); });
    for (const char *name : {"pcre:/etc/postfix/header_checks.pcre", "hash:/etc/postfix/virtual",
                             "hash:/etc/postfix/sasl_passwd", "hash:/etc/postfix/transport"}) {
        add([this, name] {
            if (auto *page = m_window.findChild<ui::TablesPage *>())
                page->showTable(name);
        });
        add([this, name] {
            const QString file = QString::fromLatin1(name);
            shoot(&m_window, QStringLiteral("tables-") + file.mid(file.lastIndexOf(u'/') + 1));
        });
    }
    add([this] {
        const auto editors = m_window.findChildren<ui::TableEditor *>();
        const auto shown = std::ranges::find_if(editors, &QWidget::isVisible);
        auto *editor = shown == editors.end() ? nullptr : *shown;
        if (!editor)
            return;
        editor->grid()->setCurrentCell(1, ui::TableRowsModel::KeyColumn);
        if (auto *bar = editor->findChild<ui::FindReplaceBar *>())
            bar->open(QStringLiteral("example"));
        if (auto *filter = editor->findChild<ui::RowFilterLine *>())
            filter->setText(QStringLiteral("example"));
    });
    add([this] {
        shoot(&m_window, QStringLiteral("tables-find"));
        if (auto *page = m_window.findChild<ui::TablesPage *>())
            page->showTable("hash:/etc/postfix/virtual");
    });
}

/// The states of its page: what is searched for, and each kind of field.
void Screenshots::planParameters()
{
    add([this] { m_window.showPage(QStringLiteral("parameters")); });
    const auto shot = [this](const QString &name, const std::function<void(ui::ParametersPage &)> &prepare) {
        add([this, prepare] {
            if (auto *page = m_window.findChild<ui::ParametersPage *>())
                prepare(*page);
        });
        add([this, name] { shoot(&m_window, QStringLiteral("parameters-") + name); });
    };
    shot(QStringLiteral("search"),
         [](ui::ParametersPage &page) { page.search(QStringLiteral("@set tls ")); });
    shot(QStringLiteral("question"),
         [](ui::ParametersPage &page) { page.search(QStringLiteral("@chnaged tls")); });
    const std::pair<const char *, const char *> kinds[] = {{"yesno", "smtpd_tls_auth_only"},
                                                           {"number", "default_process_limit"},
                                                           {"time", "maximal_queue_lifetime"},
                                                           {"size", "message_size_limit"},
                                                           {"choice", "smtpd_tls_security_level"},
                                                           {"list", "mynetworks"},
                                                           {"tables", "virtual_alias_maps"},
                                                           {"file", "smtp_tls_CAfile"},
                                                           {"restrictions", "smtpd_recipient_restrictions"},
                                                           {"deprecated", "maps_rbl_domains"}};
    for (const auto &[name, parameter] : kinds) {
        shot(QString::fromLatin1(name), [parameter = QByteArray(parameter)](ui::ParametersPage &page) {
            page.search({});
            page.showParameter(parameter);
        });
    }
    shot(QStringLiteral("raw"), [](ui::ParametersPage &page) {
        page.showParameter("mynetworks");
        page.findChild<ui::FieldFrame *>()->setRaw(true);
    });
    add([this] {
        m_window.context().session.edit(
            tr("Set %1").arg(QStringLiteral("smtp_tls_security_level")), [](model::Draft &draft) {
                return edits::setParameter(draft, "smtp_tls_security_level", "encrpyt");
            });
    });
    shot(QStringLiteral("refused"),
         [](ui::ParametersPage &page) { page.showParameter("smtp_tls_security_level"); });
    add([this] { m_window.context().session.undoStack()->undo(); });
}

void Screenshots::planProblems()
{
    constexpr int tall = 320; // of the dock, so that there is a list to see
    const auto panel = [this] { return m_window.findChild<ui::ProblemsPanel *>(); };
    const auto chooseFirst = [panel](const QString &rule) {
        auto *tree = panel()->findChild<QTreeView *>();
        const auto *model = tree->model();
        const QModelIndexList found =
            model->match(model->index(0, 2), Qt::DisplayRole, rule, 1, Qt::MatchExactly | Qt::MatchRecursive);
        tree->setCurrentIndex(found.isEmpty() ? model->index(0, 0) : found.first().siblingAtColumn(0));
    };
    const auto group = [panel](int way) {
        for (auto *choice : panel()->findChildren<QComboBox *>()) {
            if (choice->count() == 4 && way < choice->count())
                choice->setCurrentIndex(way);
        }
    };
    add([this] {
        m_window.context().session.edit(tr("Make mistakes"), [](model::Draft &draft) {
            edits::setParameter(draft, "smtpd_use_tls", "yes");
            edits::setParameter(draft, "smtpd_tls_mandatory_protcols", "!SSLv2");
            edits::setParameter(draft, "smtp_tls_security_level", "encrpyt");
            edits::setParameter(draft, "postscreen_whitelist_interfaces", "static:all");
            edits::setParameter(draft, "smtpd_relay_restrictions", "permit_mynetworks, permit");
            edits::setParameter(draft, "message_size_limit", "50M");
        });
    });
    add([this] {
        m_window.showPage(QStringLiteral("files"));
        if (auto *dock = m_window.findChild<QDockWidget *>(QStringLiteral("problems")))
            m_window.resizeDocks({dock}, {tall}, Qt::Vertical);
        goTo(model::FileId::MainCf, "smtpd_relay_restrictions");
    });
    add([chooseFirst] { chooseFirst(QStringLiteral("PF-NAME-004")); });
    add([this, panel] {
        shoot(&m_window, QStringLiteral("problems"));
        panel()->findChild<QTreeView *>()->setFocus();
        for (QAction *action : panel()->findChild<QTreeView *>()->actions()) {
            if (action->shortcut() == QKeySequence(Qt::ALT | Qt::Key_Return))
                action->trigger();
        }
    });
    add([this] { shootDialog(QStringLiteral("problems-fix")); });
    add([group] { group(2); });
    add([this, group] {
        shoot(&m_window, QStringLiteral("problems-kinds"));
        group(0);
        m_window.context().checker.setAdviceWanted(true);
    });
    add([this] {
        shoot(&m_window, QStringLiteral("problems-advice"));
        m_window.context().checker.setAdviceWanted(false);
        if (auto *action = m_window.findChild<QAction *>(QStringLiteral("upgrade")))
            action->trigger();
    });
    add([this] { shootDialog(QStringLiteral("upgrade")); });
    add([this] { m_window.context().session.undoStack()->undo(); });
}

void Screenshots::showServiceValues(int tab)
{
    for (auto *tabs : m_window.findChildren<QTabBar *>()) {
        if (tabs->isVisible() && tabs->accessibleName() == ui::ServicesPage::tr("Views of the services"))
            tabs->setCurrentIndex(tab);
    }
}

void Screenshots::makeEdits()
{
    ui::EditSession &session = m_window.context().session;
    session.edit(tr("Set %1").arg(QStringLiteral("message_size_limit")), [](model::Draft &draft) {
        return edits::setParameter(draft, "message_size_limit", "52428800");
    });
    session.edit(tr("Add Row"), [](model::Draft &draft) {
        const auto table = tables::fileNamed(draft.snapshot(), "/etc/postfix/virtual");
        return table ? edits::addRow(draft, *table, 0, "new@example.org", "anna@example.org")
                     : edits::Outcome();
    });
    session.edit(tr("Set %1").arg(QStringLiteral("smtpd_tls_security_level")), [](model::Draft &draft) {
        return edits::setParameter(draft, "smtpd_tls_security_level", "encrypt");
    });
}

void Screenshots::openMerge()
{
    ui::EditSession &session = m_window.context().session;
    const QByteArray opened = session.baseline().mainCf().text();
    const QByteArray theirs = QByteArray(opened).replace("smtpd_tls_loglevel = 1", "smtpd_tls_loglevel = 0");
    auto merged = diff::merge(opened, session.snapshot().mainCf().text(), theirs);
    if (!merged)
        return;
    auto *dialog = new ui::MergeDialog(
        session,
        {folder::Conflict{.file = model::FileId::MainCf, .disk = theirs, .merge = *std::move(merged)}},
        &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void Screenshots::add(Step step)
{
    m_steps.append(std::move(step));
}

bool Screenshots::isSettled() const
{
    const ui::PageContext &context = m_window.context();
    return !context.folder.isBusy() && !context.findings.isChecking();
}

void Screenshots::next()
{
    QTimer::singleShot(settleTime, this, [this] {
        if (!isSettled() && ++m_waited < longestWait)
            return next();
        m_waited = 0;
        if (m_steps.isEmpty()) {
            emit finished(m_hasFailed ? -1 : m_count);
            return;
        }
        const Step step = m_steps.takeFirst();
        step();
        next();
    });
}

void Screenshots::shoot(QWidget *widget, const QString &name)
{
    const QString path = QStringLiteral("%1/%2%3.png").arg(m_folder, name, m_suffix);
    if (widget->grab().save(path))
        ++m_count;
    else
        m_hasFailed = true;
}

void Screenshots::shootDialog(const QString &name)
{
    const QList<QDialog *> dialogs = m_window.findChildren<QDialog *>();
    for (QDialog *dialog : dialogs) {
        if (!dialog->isVisible())
            continue;
        shoot(dialog, name);
        dialog->reject();
        return;
    }
}

} // namespace desktop
