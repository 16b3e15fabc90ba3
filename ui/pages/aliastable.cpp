// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/aliastable.h"

#include "core/base/displaytext.h"
#include "ui/grids/gridview.h"
#include "ui/grids/tablerows.h"
#include "ui/grids/tablerowsmodel.h"
#include "ui/session/editsession.h"
#include "ui/session/knowledge.h"
#include "ui/tables/tableeditor.h"
#include "ui/widgets/spacing.h"
#include "ui/widgets/textlabel.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

AliasTable::AliasTable(PageContext &context, const TableShape &shape, QWidget *parent)
    : QWidget(parent), m_context(context), m_shape(shape)
{
    const QString title = QCoreApplication::translate("tables", shape.title);
    setAccessibleName(title);
    m_which = new QComboBox;
    m_which->setAccessibleName(tr("Table of %1").arg(title));
    m_which->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_which->setMinimumContentsLength(16);
    connect(m_which, &QComboBox::activated, this, &AliasTable::showTable);
    auto *head = new QHBoxLayout;
    head->setSpacing(spacing::parts);
    head->addWidget(new TextLabel(TextLabel::Rank::Heading, title));
    head->addStretch();
    head->addWidget(m_which, 1);
    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins({});
    m_column->setSpacing(spacing::parts);
    m_column->addLayout(head);
    connect(&context.knowledge, &Knowledge::changed, this, [this] {
        m_isStale = true;
        if (isVisible())
            refresh();
    });
    refresh();
}

GridView *AliasTable::grid() const
{
    return m_editor ? m_editor->grid() : m_first->grid();
}

TableRowsModel *AliasTable::model() const
{
    return m_editor ? m_editor->model() : m_first->model();
}

QList<tables::UsedTable> AliasTable::wanted() const
{
    const effective::Values *values = m_context.knowledge.values();
    const catalog::Reference *reference = m_context.knowledge.reference();
    if (!values || !reference)
        return {};
    QList<tables::UsedTable> found;
    for (const tables::UsedTable &used : tables::usedTables(*values, *reference)) {
        const bool isIts = std::ranges::any_of(used.uses, [&](const tables::Use &use) {
            return use.parameter == QByteArrayView(m_shape.parameter) && use.service.isEmpty();
        });
        if (isIts && used.table.hasRows() && used.table.file)
            found.append(used);
    }
    return found;
}

void AliasTable::refresh()
{
    m_isStale = false;
    m_tables = wanted();
    const QByteArray before = m_editor ? m_editor->table().table.name() : QByteArray();
    int shown = 0;
    const QSignalBlocker quiet(m_which);
    m_which->clear();
    for (const tables::UsedTable &used : std::as_const(m_tables)) {
        if (used.table.name() == before)
            shown = m_which->count();
        m_which->addItem(base::displayText(used.table.name()));
    }
    m_which->setVisible(m_tables.size() > 1);
    m_which->setCurrentIndex(m_tables.isEmpty() ? -1 : shown);
    showTable(m_which->currentIndex());
}

void AliasTable::showTable(int index)
{
    const tables::UsedTable *used = index >= 0 ? &m_tables[index] : nullptr;
    if (m_editor && used && m_editor->canShow(*used)) {
        m_editor->setTable(*used);
        return;
    }
    if (!used && m_first && m_first->isVisibleTo(this))
        return;
    if (m_editor) {
        m_editor->hide();
        m_editor->deleteLater();
        m_editor = nullptr;
    }
    if (m_first)
        m_first->setVisible(!used);
    if (used) {
        m_editor = new TableEditor(m_context.session, m_context.findings, *used);
        m_column->addWidget(m_editor, 1);
    } else if (!m_first) {
        m_first = new TableRows(m_context.session, m_context.knowledge, m_shape);
        m_first->layout()->setContentsMargins({});
        m_first->setTall();
        m_column->addWidget(m_first, 1);
    }
    watch();
    setFocusProxy(grid());
}

void AliasTable::watch()
{
    connect(grid()->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &AliasTable::tell);
    connect(model(), &QAbstractItemModel::dataChanged, this, &AliasTable::tell);
}

void AliasTable::tell()
{
    const int row = grid()->currentRow();
    const std::optional<model::FileId> file = model()->table();
    const model::Snapshot &snapshot = m_context.session.snapshot();
    // While another folder is opened the file may be none any more.
    if (row < 0 || row >= model()->rowCount() || !grid()->hasFocus() || !file || !snapshot.contains(*file))
        return;
    // A pattern is no address.
    if (snapshot.file(*file).info().kind == model::FileKind::Pattern)
        return;
    const QString key = model()->index(row, TableRowsModel::KeyColumn).data().toString().trimmed();
    emit chosen(key.startsWith(u'@') ? QStringLiteral("anyone") + key : key);
}

void AliasTable::beginRow(const QString &key, const QString &value)
{
    if (m_editor) {
        m_editor->beginRow(key, value);
        return;
    }
    m_first->input(0)->setText(key);
    m_first->input(1)->setText(value);
    m_first->input(1)->setFocus(Qt::OtherFocusReason);
}

bool AliasTable::showPlace(const model::Place &place)
{
    const auto isIts = [&](const tables::UsedTable &used) { return used.table.file == place.file; };
    const auto found = std::ranges::find_if(m_tables, isIts);
    const syntax::Table *rows = m_context.session.snapshot().file(place.file).table();
    if (found == m_tables.end() || !rows || rows->rowCount() == 0)
        return false;
    m_which->setCurrentIndex(static_cast<int>(found - m_tables.begin()));
    showTable(m_which->currentIndex());
    m_editor->showRow(std::min(rows->rowAt(place.range.begin), rows->rowCount() - 1));
    grid()->setFocus(Qt::OtherFocusReason);
    return true;
}

void AliasTable::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_isStale)
        refresh();
}

} // namespace ui
