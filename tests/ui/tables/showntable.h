// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/support/desk.h"
#include "ui/grids/gridview.h"
#include "ui/grids/tablerowsmodel.h"
#include "ui/pages/tablespage.h"
#include "ui/tables/tableeditor.h"

#include <QLineEdit>
#include <QPointer>
#include <QTest>

#include <memory>

inline const QByteArray masterCf =
    "smtp inet n - n - - smtpd\nsmtp unix - - n - - smtp\nrelay unix - - n - - smtp\n";

/// The page with one table open, whose file is `rows`.
struct ShownTable
{
    ShownTable(const QByteArray &mainCf, model::FileKind kind, const QByteArray &rows)
        : desk("config_directory = /etc/postfix\nalias_maps =\nalias_database =\n" + mainCf + '\n', masterCf)
    {
        desk.session.include(support::fileOf(QStringLiteral("table"), kind, rows));
        page = std::make_unique<ui::TablesPage>(desk.context, QStringLiteral("Tables"),
                                                QStringLiteral("Every lookup table."));
        page->resize(1100, 700);
        page->show();
        page->activateWindow();
        isActive = QTest::qWaitForWindowActive(page.get());
    }

    ui::TableEditor *editor() const { return page->findChild<ui::TableEditor *>(); }
    ui::GridView *grid() const { return editor()->grid(); }
    ui::TableRowsModel *model() const { return editor()->model(); }
    QByteArray rows() const { return desk.session.snapshot().files().last().text().bytes(); }
    QString cell(int row, int column) const { return model()->index(row, column).data().toString(); }
    QStringList titles() const
    {
        QStringList all;
        for (int i = 0; i < model()->columnCount(); ++i)
            all.append(model()->headerData(i, Qt::Horizontal, Qt::DisplayRole).toString());
        return all;
    }

    template<typename Widget>
    Widget *named(const QString &begin) const
    {
        for (Widget *widget : page->findChildren<Widget *>()) {
            if (widget->isVisible() && widget->accessibleName().startsWith(begin))
                return widget;
        }
        return nullptr;
    }

    /// Into a cell, with keys.
    void write(int row, int column, const QString &text) const
    {
        grid()->setFocus();
        grid()->setCurrentCell(row, column);
        QTest::keyClick(grid(), Qt::Key_F2);
        const QPointer<QLineEdit> line = grid()->viewport()->findChild<QLineEdit *>();
        QVERIFY(line);
        QTest::keyClick(line, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(line, Qt::Key_Delete);
        QTest::keyClicks(line, text);
        QTest::keyClick(line, Qt::Key_Return);
        QTRY_VERIFY(!line); // it is taken over and closed a moment later
    }

    /// A new row, in the lines below the grid.
    void add(const QStringList &cells) const
    {
        for (int i = 0; i < cells.size(); ++i) {
            QLineEdit *line = nullptr;
            const QString title = titles()[ui::TableRowsModel::KeyColumn + i];
            for (QLineEdit *one : page->findChildren<QLineEdit *>()) {
                if (one->accessibleName().startsWith(title + QStringLiteral(" (new row")))
                    line = one;
            }
            QVERIFY2(line, qPrintable(title));
            line->setFocus();
            QTest::keyClicks(line, cells[i]);
            if (i == cells.size() - 1)
                QTest::keyClick(line, Qt::Key_Return);
        }
    }

    support::Desk desk;
    std::unique_ptr<ui::TablesPage> page;
    bool isActive = false;
};
