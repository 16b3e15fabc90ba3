// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/pages/pagecontext.h"
#include "ui/shell/docks.h"
#include "ui/shell/pages.h"
#include "ui/shell/problemsteps.h"
#include "ui/shell/visits.h"
#include "ui/widgets/focuswatch.h"

#include <QMainWindow>
#include <QTimer>

class QMenu;
class QStackedWidget;
class QToolBar;

namespace ui {

class ActionSet;
class BundleExport;
class FindBox;
class FolderCommands;
class MessageArea;
class PageList;
class StatusLine;
class WelcomePage;

/// The frame around the pages: it lays out what the tables of pages, docks and actions say, and goes where
/// the user wants to go.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(PageContext &context, std::span<const Page> pages = ui::pages(),
                        std::span<const Dock> docks = ui::docks());
    ~MainWindow() override;

    PageContext &context() const { return m_context; }
    FolderCommands &commands() const { return *m_commands; }
    BundleExport &bundleExport() const { return *m_bundleExport; }
    MessageArea &messages() const { return *m_messages; }
    StatusLine &statusLine() const { return *m_status; }
    FindBox &findBox() const { return *m_findBox; }
    const Visits &visits() const { return m_visits; }
    std::span<const Page> pages() const { return m_pages; }

    void showPage(const QString &id);
    QString currentPage() const;
    /// Shows the place in the page that shows places.
    void goTo(const model::Place &place);
    /// Shows what stands for the place in the page that has it; in its source where none has.
    void goToPage(const model::Place &place);
    void goBack();
    void goForward();
    void goToProblem(int step);
    void find();
    void about();

protected:
    void showEvent(QShowEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void buildCentre();
    void buildToolBar();
    void fillMenus();
    void fillRecent(QMenu &menu);
    void connectContext();
    void connectLanguage();
    void onPostfixKnown();
    void onFocus(const QWidget *now);
    void restoreLayout();
    void saveLayout();

    QWidget *page(const Page &row);
    /// Into sight, created if need be.
    QWidget *bring(const Page &row);
    const Page *row(const QString &id) const;
    const Page *rowForPlaces() const;
    void visit(const Visit &visit);
    void showOpened();
    void refreshFrame();
    void refreshTitle();
    void scheduleRefresh();
    void refresh();

    PageContext &m_context;
    std::span<const Page> m_pages;
    Docks *m_docks = nullptr;
    FolderCommands *m_commands = nullptr;
    BundleExport *m_bundleExport = nullptr;
    ActionSet *m_actions = nullptr;
    MessageArea *m_messages = nullptr;
    PageList *m_list = nullptr;
    QStackedWidget *m_stack = nullptr;
    WelcomePage *m_welcome = nullptr;
    QWidget *m_empty = nullptr; ///< while a folder is opened and none was open
    QToolBar *m_toolBar = nullptr;
    FindBox *m_findBox = nullptr;
    StatusLine *m_status = nullptr;
    QHash<QString, QWidget *> m_created;
    Visits m_visits;
    QTimer m_refresh;
    ProblemSteps m_problems;
    bool m_mayClose = false;
    FocusWatch m_focus{[this](const QWidget *now) { onFocus(now); }};
};

} // namespace ui
