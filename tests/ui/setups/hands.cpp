// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/setups/hands.h"

#include "ui/grids/gridview.h"
#include "ui/grids/servicesmodel.h"
#include "ui/shell/pagelist.h"
#include "ui/tables/tablelistmodel.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QTest>
#include <QToolButton>

#include <algorithm>

using syntax::ServiceField;
using ui::ServicesModel;

namespace {

QByteArrayList itemsOf(const QByteArray &value)
{
    QByteArrayList items;
    const bool hasCommas = value.contains(',');
    for (const QByteArray &item : QByteArray(value).replace(hasCommas ? '\n' : ' ', ',').split(',')) {
        if (!item.trimmed().isEmpty())
            items.append(item.trimmed());
    }
    return items;
}

/// As a page that is scrolled until it can be seen.
void scrollTo(QWidget *widget)
{
    QCoreApplication::processEvents(); // a group that was unfolded lays itself out
    for (QWidget *parent = widget->parentWidget(); parent; parent = parent->parentWidget()) {
        if (auto *area = qobject_cast<QScrollArea *>(parent))
            area->ensureWidgetVisible(widget);
    }
}

void click(QWidget *widget)
{
    scrollTo(widget);
    QTest::mouseClick(widget, Qt::LeftButton);
}

void clickBox(QAbstractButton *button)
{
    scrollTo(button);
    // Where the box and its text are, whatever room the widget has beside them.
    QTest::mouseClick(button, Qt::LeftButton, {}, QPoint(8, button->height() / 2));
}

/// Beside a line that holds the value itself.
bool isHelper(const QWidget *widget)
{
    const QString name = widget->accessibleName();
    return name.startsWith(QLatin1String("Unit of ")) || name.startsWith(QLatin1String("Oldest of "));
}

void settle()
{
    QCoreApplication::processEvents(); // editors give their text away after their key
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

} // namespace

/// The offscreen platform forgets which window is active.
bool Hands::hasKeyboard()
{
    m_window.activateWindow();
    return QTest::qWaitForWindowActive(&m_window);
}

void Hands::goTo(const QString &page)
{
    QVERIFY(hasKeyboard());
    auto *list = m_window.findChild<ui::PageList *>();
    QVERIFY(list);
    const QList<QListWidgetItem *> found = list->findItems(page, Qt::MatchExactly);
    QVERIFY2(found.size() == 1, qPrintable(page));
    list->scrollToItem(found.first());
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualItemRect(found.first()).center());
    settle();
}

/// Every folded group of the page in sight, from the top.
void Hands::unfold()
{
    for (QToolButton *button : m_window.centralWidget()->findChildren<QToolButton *>()) {
        const bool isFold = button->isCheckable() && !button->text().isEmpty() && !button->menu();
        if (isFold && button->isVisible() && !button->isChecked())
            click(button);
    }
}

void Hands::type(QWidget *line, const QString &text)
{
    QVERIFY(hasKeyboard());
    click(line);
    QTRY_VERIFY2(line->hasFocus(), qPrintable(line->accessibleName()));
    QTest::keyClick(line, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(line, Qt::Key_Delete);
    QTest::keyClicks(line, text);
}

bool Hands::canSet(const QString &name) const
{
    return named<QRadioButton>(name) || named<QComboBox>(name) || named<QLineEdit>(name)
        || named<QPlainTextEdit>(name) || named<QListView>(name);
}

void Hands::set(const QByteArray &parameter, const QByteArray &value)
{
    const QString name = u'(' + QString::fromUtf8(parameter) + u')';
    if (auto *add = addButton(parameter)) {
        setSteps(add, parameter, value);
        return;
    }
    if (!canSet(name))
        unfold();
    QVERIFY2(canSet(name), ("No field on this page for " + parameter).constData());
    // A line to add an item is no field of its own.
    const QString items = QStringLiteral("New item of ");
    if (auto *list = named<QListView>(name)) {
        setList(list, name, value);
    } else if (auto *line = named<QLineEdit>(name); line && line->accessibleName().startsWith(items)) {
        setList(nullptr, name, value);
    } else if (named<QRadioButton>(name)) {
        // "Yes, ..." or "What it does (value), ..."
        const QString asWord = QString::fromUtf8(value) + u',';
        const QString inBrackets = u'(' + QString::fromUtf8(value) + QStringLiteral("),");
        QRadioButton *wanted = nullptr;
        for (QRadioButton *button : m_window.findChildren<QRadioButton *>()) {
            const QString says = button->accessibleName();
            const bool isIt = says.startsWith(asWord, Qt::CaseInsensitive) || says.contains(inBrackets);
            if (isIt && button->isVisible() && says.endsWith(name))
                wanted = button;
        }
        QVERIFY2(wanted, (parameter + " can't be " + value).constData());
        clickBox(wanted);
        QVERIFY2(wanted->isChecked(), parameter.constData());
    } else if (auto *box = named<QComboBox>(name); box && !isHelper(box)) {
        choose(box, value);
    } else if (line) {
        type(line, QString::fromUtf8(value));
        QTest::keyClick(line, Qt::Key_Tab);
    } else {
        setRaw(name, value);
    }
    settle();
}

void Hands::choose(QComboBox *box, const QByteArray &value)
{
    const QString text = QString::fromUtf8(value);
    if (box->isEditable()) {
        type(box->lineEdit(), text);
        QTest::keyClick(box->lineEdit(), Qt::Key_Tab);
        return;
    }
    const int wanted = box->findData(value);
    QVERIFY2(wanted >= 0, ("Not offered: " + value).constData());
    QVERIFY(hasKeyboard());
    scrollTo(box);
    box->setFocus(Qt::TabFocusReason);
    while (box->currentIndex() != wanted) {
        const int before = box->currentIndex();
        QTest::keyClick(box, before < wanted ? Qt::Key_Down : Qt::Key_Up);
        QVERIFY2(box->currentIndex() != before, ("Refused on the way to " + value).constData());
    }
}

void Hands::setList(QAbstractItemView *list, const QString &name, const QByteArray &value)
{
    const QByteArrayList items = itemsOf(value);
    while (list && list->isVisible() && list->model()->rowCount() > 0) {
        QVERIFY(hasKeyboard());
        const int before = list->model()->rowCount();
        list->setFocus(Qt::TabFocusReason);
        list->setCurrentIndex(list->model()->index(0, 0));
        QTest::keyClick(list, Qt::Key_Delete);
        QVERIFY(list->model()->rowCount() < before);
    }
    auto *line = named<QLineEdit>(name);
    if (!line) {
        setRaw(name, value); // without items it is a text again
        return;
    }
    for (const QByteArray &item : items) {
        type(line, QString::fromUtf8(item));
        QTest::keyClick(line, Qt::Key_Return);
        QVERIFY2(line->text().isEmpty(), ("Not added: " + item).constData());
    }
}

/// Of a list of access rules that is in sight; null without.
QPushButton *Hands::addButton(const QByteArray &parameter) const
{
    auto *button =
        m_window.findChild<QPushButton *>(QStringLiteral("addStep:") + QString::fromUtf8(parameter));
    return button && button->isVisible() ? button : nullptr;
}

/// Steps of access rules: all that are there go, and each that is wanted is written into the search.
void Hands::setSteps(QPushButton *add, const QByteArray &parameter, const QByteArray &value)
{
    const QString first = QStringLiteral("step:%1:0").arg(QString::fromUtf8(parameter));
    constexpr int most = 50;
    for (int i = 0;; ++i) {
        auto *card = m_window.findChild<QWidget *>(first);
        if (!card || !card->isVisible())
            break;
        QVERIFY2(i < most, parameter.constData());
        QVERIFY(hasKeyboard());
        scrollTo(card);
        card->setFocus(Qt::TabFocusReason);
        QTest::keyClick(card, Qt::Key_Delete);
        settle();
    }
    for (const QByteArray &step : itemsOf(value)) {
        click(add);
        auto *search = m_window.findChild<QLineEdit *>(QStringLiteral("stepSearch"));
        QVERIFY(search);
        type(search, QString::fromUtf8(step));
        QTest::keyClick(search, Qt::Key_Return);
        settle();
        QVERIFY2(add->isVisible(), ("Not added: " + step).constData());
    }
}

/// As text, where its field has no words for it.
void Hands::setRaw(const QString &name, const QByteArray &value)
{
    auto *text = named<QPlainTextEdit>(name);
    if (!text) {
        auto *button = named<QToolButton>(name);
        QVERIFY2(button, qPrintable(name));
        click(button);
        text = named<QPlainTextEdit>(name);
    }
    QVERIFY2(text, qPrintable(name));
    type(text, QString::fromUtf8(value));
    QTest::keyClick(text, Qt::Key_Return, Qt::ControlModifier);
}

void Hands::check(const QString &name, bool isOn) const
{
    auto *box = named<QCheckBox>(name);
    QVERIFY2(box, qPrintable(name));
    if (box->isChecked() != isOn)
        clickBox(box);
    settle();
    box = named<QCheckBox>(name); // a card may have been made anew
    QVERIFY2(box && box->isChecked() == isOn, qPrintable(name));
}

void Hands::addRow(const QByteArray &table, const QByteArrayList &cells)
{
    auto *tables = named<QListView>(QStringLiteral("Tables"));
    QVERIFY(tables);
    const QModelIndexList found =
        tables->model()->match(tables->model()->index(0, 0), ui::TableListModel::NameRole,
                               QString::fromUtf8(table), 1, Qt::MatchExactly | Qt::MatchCaseSensitive);
    QVERIFY2(found.size() == 1, table.constData());
    tables->scrollTo(found.first());
    QTest::mouseClick(tables->viewport(), Qt::LeftButton, {}, tables->visualRect(found.first()).center());
    settle();
    QList<QLineEdit *> lines;
    for (QLineEdit *line : m_window.findChildren<QLineEdit *>()) {
        if (line->isVisible() && line->accessibleName().contains(QStringLiteral("(new row of ")))
            lines.append(line);
    }
    QCOMPARE(lines.size(), cells.size());
    std::ranges::sort(lines, {}, [](const QLineEdit *line) { return line->mapToGlobal(QPoint()).x(); });
    for (qsizetype i = 0; i < cells.size(); ++i) {
        type(lines[i], QString::fromUtf8(cells[i]));
        if (QTest::currentTestFailed())
            return;
    }
    QTest::keyClick(lines.last(), Qt::Key_Return);
    settle();
    QVERIFY2(lines.first()->text().isEmpty(), (table + ": " + cells.join(" | ")).constData());
}

void Hands::addParameter(const QByteArray &name, const QByteArray &value)
{
    QVERIFY(hasKeyboard());
    auto *search = named<QLineEdit>(QStringLiteral("Search parameters"));
    QVERIFY(search);
    search->setFocus(Qt::TabFocusReason);
    QTest::keyClick(search, Qt::Key_N, Qt::ControlModifier);
    auto *line = named<QLineEdit>(QStringLiteral("Parameter"));
    QVERIFY(line);
    type(line, QString::fromUtf8(name));
    auto *text = named<QLineEdit>(QStringLiteral("Value in main.cf"));
    QVERIFY(text);
    type(text, QString::fromUtf8(value));
    QTest::keyClick(text, Qt::Key_Return);
    settle();
}

/// Into a cell of a grid, by the keyboard.
void Hands::write(QAbstractItemView *view, const QModelIndex &cell, const QString &text)
{
    QVERIFY(hasKeyboard());
    view->setFocus(Qt::TabFocusReason);
    view->scrollTo(cell);
    view->setCurrentIndex(cell);
    QTest::keyClick(view, Qt::Key_F2);
    const auto shown = [view]<typename Editor>(Editor *) -> Editor * {
        for (Editor *editor : view->viewport()->findChildren<Editor *>()) {
            if (editor->isVisible())
                return editor;
        }
        return nullptr;
    };
    if (QComboBox *box = shown(static_cast<QComboBox *>(nullptr))) {
        if (!box->isEditable()) {
            int wanted = -1;
            for (int i = 0; i < box->count(); ++i) {
                if (box->itemData(i).toString() == text)
                    wanted = i;
            }
            QVERIFY2(wanted >= 0, qPrintable(text));
            while (box->currentIndex() != wanted)
                QTest::keyClick(box, box->currentIndex() < wanted ? Qt::Key_Down : Qt::Key_Up);
            QTest::keyClick(box, Qt::Key_Return);
            settle();
            return;
        }
    }
    QLineEdit *line = shown(static_cast<QLineEdit *>(nullptr));
    QVERIFY2(line, qPrintable(text));
    QTest::keyClick(line, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(line, text);
    QTest::keyClick(line, Qt::Key_Return);
    settle();
}

void Hands::setService(const syntax::MasterCf &wanted, const syntax::Service &service)
{
    const auto field = [&](ServiceField which) {
        return QString::fromUtf8(wanted.fieldOf(service, which).toByteArray());
    };
    const QString name = field(ServiceField::Name);
    auto *grid = named<ui::GridView>(QStringLiteral("Services"));
    QVERIFY(grid);
    // The one in force; where none is, one that is switched off.
    const auto rowOf = [&] {
        int found = -1;
        for (int row = grid->model()->rowCount() - 1; row >= 0; --row) {
            const QModelIndex at = grid->model()->index(row, ServicesModel::NameColumn);
            const bool isIt = at.data(Qt::EditRole).toString() == name
                && at.siblingAtColumn(ServicesModel::TypeColumn).data(Qt::EditRole).toString()
                    == field(ServiceField::Type);
            const bool isOn =
                at.siblingAtColumn(ServicesModel::OnColumn).data(Qt::CheckStateRole).toInt() == Qt::Checked;
            if (isIt && (found < 0 || isOn))
                found = row;
        }
        return found;
    };
    if (rowOf() < 0) {
        QVERIFY(hasKeyboard());
        grid->setFocus(Qt::TabFocusReason);
        grid->setCurrentIndex(grid->model()->index(grid->model()->rowCount() - 1, ServicesModel::NameColumn));
        const int before = grid->model()->rowCount();
        // A copy of the last one is a start like any other: all its fields are written below.
        QTest::keyClick(grid, Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(grid->model()->rowCount(), before + 1);
        settle();
        if (auto *line = grid->viewport()->findChild<QLineEdit *>())
            QTest::keyClick(line, Qt::Key_Escape); // its name is asked for at once
        settle();
        const int row = grid->currentIndex().row();
        auto *overrides = named<ui::GridView>(QStringLiteral("Overrides of the selected service"));
        while (overrides->model()->rowCount() > 0) {
            overrides->setFocus(Qt::TabFocusReason);
            overrides->setCurrentIndex(overrides->model()->index(0, 1));
            QTest::keyClick(overrides, Qt::Key_Delete);
        }
        write(grid, grid->model()->index(row, ServicesModel::TypeColumn), field(ServiceField::Type));
        write(grid, grid->model()->index(row, ServicesModel::NameColumn), name);
    }
    const int row = rowOf();
    QVERIFY2(row >= 0, qPrintable(name));
    const auto cell = [&](int column) { return grid->model()->index(row, column); };
    grid->setFocus(Qt::TabFocusReason);
    grid->setCurrentIndex(cell(ServicesModel::NameColumn));
    if (cell(ServicesModel::OnColumn).data(Qt::CheckStateRole).toInt() != Qt::Checked)
        QTest::keyClick(grid, Qt::Key_Space);
    settle();
    for (int column = ServicesModel::NameColumn; column <= ServicesModel::CommandColumn; ++column) {
        const QString text = field(static_cast<ServiceField>(column - ServicesModel::NameColumn));
        if (cell(column).data(Qt::EditRole).toString() != text)
            write(grid, cell(column), text);
    }
    grid->setCurrentIndex(cell(ServicesModel::NameColumn));
    for (const syntax::Override &override : service.overrides) {
        auto *setting = named<QLineEdit>(QStringLiteral("Setting"));
        auto *value = named<QLineEdit>(QStringLiteral("Value for this service"));
        QVERIFY(setting && value);
        type(setting, QString::fromUtf8(wanted.nameOf(override).toByteArray()));
        type(value, QString::fromUtf8(wanted.valueOf(override)));
        QTest::keyClick(value, Qt::Key_Return);
        settle();
        QVERIFY2(setting->text().isEmpty(), qPrintable(setting->text()));
    }
    QStringList words;
    for (const syntax::Argument &argument : service.arguments)
        words.append(QString::fromUtf8(wanted.argumentOf(argument)));
    auto *line = named<QLineEdit>(QStringLiteral("Arguments"));
    QVERIFY(line);
    if (line->text() == words.join(u' '))
        return;
    type(line, words.join(u' '));
    QTest::keyClick(line, Qt::Key_Return);
    settle();
}
