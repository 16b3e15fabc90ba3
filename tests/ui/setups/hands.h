// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/syntax/mastercf.h"
#include "ui/shell/mainwindow.h"

#include <QByteArrayList>
#include <QWidget>

class QAbstractItemView;
class QComboBox;
class QModelIndex;
class QPushButton;

/// What a person does in the window with mouse and keys: goes to a page, finds what carries the name of a
/// parameter, unfolds a group to find it, chooses and types. What can't be done fails the running test.
class Hands
{
public:
    explicit Hands(ui::MainWindow &window) : m_window(window) { }

    /// Into the page of this title.
    void goTo(const QString &page);
    /// On the page in sight; a list takes its items one by one, separated by commas or blanks, or by commas
    /// alone where there is one.
    void set(const QByteArray &parameter, const QByteArray &value);
    /// Clicks the box of this name unless it stands like that already.
    void check(const QString &name, bool isOn = true) const;
    /// On the Parameters page.
    void addParameter(const QByteArray &name, const QByteArray &value);
    /// On the Tables page: a row at the end of "type:path", a text for each of its columns.
    void addRow(const QByteArray &table, const QByteArrayList &cells);
    /// On the Services page: this service with these fields and overrides, whether or not it is there.
    void setService(const syntax::MasterCf &wanted, const syntax::Service &service);

    /// What stands in sight and has a name for readers that ends like this.
    template<typename Widget>
    Widget *named(const QString &ending) const
    {
        for (Widget *widget : m_window.findChildren<Widget *>()) {
            if (widget->isVisible() && widget->accessibleName().endsWith(ending))
                return widget;
        }
        return nullptr;
    }

private:
    bool hasKeyboard();
    void unfold();
    void type(QWidget *line, const QString &text);
    void write(QAbstractItemView *view, const QModelIndex &cell, const QString &text);
    bool canSet(const QString &name) const;
    void choose(QComboBox *box, const QByteArray &value);
    void setList(QAbstractItemView *list, const QString &name, const QByteArray &value);
    QPushButton *addButton(const QByteArray &parameter) const;
    void setSteps(QPushButton *add, const QByteArray &parameter, const QByteArray &value);
    void setRaw(const QString &name, const QByteArray &value);

    ui::MainWindow &m_window;
};
