// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/namecommands.h"

#include "core/base/displaytext.h"
#include "ui/preview/renamedialog.h"
#include "ui/session/language.h"
#include "ui/shell/docks.h"
#include "ui/shell/messagearea.h"
#include "ui/tabletools/movedialog.h"

#include <QCoreApplication>
#include <QDockWidget>

namespace ui {

namespace {

void openDialog(QDialog *dialog)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void moveTable(PageContext &context, const QByteArray &table, QWidget &window)
{
    if (MoveDialog::tableNamed(context.knowledge, table)) {
        openDialog(new MoveDialog(context.session, context.knowledge, table, &window));
        return;
    }
    emit context.language.said(
        QCoreApplication::translate("NameCommands",
                                    "“%1” has no rows that Postwright can write, so it keeps its "
                                    "name and type.")
            .arg(base::displayText(table)));
}

} // namespace

void connectNameCommands(PageContext &context, Docks &docks, MessageArea &messages, QMainWindow &window)
{
    Language &language = context.language;
    QObject::connect(&language, &Language::said, &window, [&messages](const QString &text) {
        messages.say(QStringLiteral("language"), MessageBar::Kind::Info, text);
    });
    QObject::connect(&language, &Language::usagesAsked, &window,
                     [&docks] { docks.show(QStringLiteral("usages")); });
    QObject::connect(&language, &Language::lookupAsked, &window, [&docks] {
        docks.show(QStringLiteral("lookup"));
        QDockWidget *dock = docks.find(QStringLiteral("lookup"));
        if (dock && dock->widget())
            dock->widget()->setFocus();
    });
    QObject::connect(&language, &Language::renameAsked, &window,
                     [&context, &window](const usages::Symbol &symbol) {
                         openDialog(new RenameDialog(context.language, symbol, &window));
                     });
    QObject::connect(&language, &Language::tableMoveAsked, &window,
                     [&context, &window](const QByteArray &table) { moveTable(context, table, window); });
}

} // namespace ui
