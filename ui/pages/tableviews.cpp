// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/tableviews.h"

#include "core/base/displaytext.h"
#include "ui/pages/tablechoices.h"
#include "ui/session/editsession.h"
#include "ui/session/knowledge.h"
#include "ui/tables/inlineeditor.h"
#include "ui/tables/tableeditor.h"
#include "ui/tabletools/clientform.h"
#include "ui/tabletools/endpointform.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/spacing.h"
#include "ui/widgets/textlabel.h"

#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {

QVBoxLayout *newColumn(QWidget *widget)
{
    auto *column = new QVBoxLayout(widget);
    column->setContentsMargins({});
    column->setSpacing(spacing::parts);
    return column;
}

/// A file of rows.
class RowsView final : public TableView
{
public:
    RowsView(PageContext &context, const tables::UsedTable &table, QWidget *parent)
        : TableView(parent), m_context(context)
    {
        m_editor = new TableEditor(context.session, context.findings, table);
        newColumn(this)->addWidget(m_editor);
        offerChoices();
        connect(&context.knowledge, &Knowledge::changed, this, &RowsView::offerChoices);
    }

    bool setTable(const tables::UsedTable &table) override
    {
        if (!m_editor->canShow(table))
            return false;
        m_editor->setTable(table);
        return true;
    }

    void showPlace(const model::Place &place) override
    {
        const syntax::Table *rows = m_context.session.snapshot().file(place.file).table();
        if (rows && rows->rowCount() > 0)
            m_editor->showRow(std::min(rows->rowAt(place.range.begin), rows->rowCount() - 1));
    }

private:
    void offerChoices()
    {
        const QList<FieldChoice> choices = choicesFor(m_context, m_editor->table());
        if (!choices.isEmpty())
            m_editor->setChoices(choices);
    }

    PageContext &m_context;
    TableEditor *m_editor = nullptr;
};

/// Rows that stand in the setting.
class InlineView final : public TableView
{
public:
    InlineView(PageContext &context, const tables::UsedTable &table, QWidget *parent) : TableView(parent)
    {
        m_editor = new InlineEditor(context.session, table);
        newColumn(this)->addWidget(m_editor);
    }

    bool setTable(const tables::UsedTable &table) override
    {
        if (!tables::hasInlineRows(table.table) || table.table.type != m_editor->type())
            return false;
        m_editor->setTable(table);
        return true;
    }

private:
    InlineEditor *m_editor = nullptr;
};

/// unionmap and pipemap: the tables that they consist of.
class MembersView final : public TableView
{
public:
    MembersView(PageContext &context, const tables::UsedTable &table, QWidget *parent)
        : TableView(parent), m_session(context.session)
    {
        QVBoxLayout *column = newColumn(this);
        m_sentence = new TextLabel(TextLabel::Rank::Body, {});
        m_sentence->setWordWrap(true);
        column->addWidget(m_sentence);
        m_list = new QListWidget;
        m_list->setAccessibleName(tr("Tables in it"));
        connect(m_list, &QListWidget::itemActivated, this,
                [this](const QListWidgetItem *item) { emit wanted(item->data(Qt::UserRole).toByteArray()); });
        column->addWidget(m_list, 1);
        setTable(table);
    }

    bool setTable(const tables::UsedTable &table) override
    {
        if (table.members.isEmpty() && table.table.type != "unionmap" && table.table.type != "pipemap")
            return false;
        m_sentence->setText(
            table.table.type == "unionmap"
                ? tr("Asks all these tables with the same key; what they answer is put together, "
                     "with commas between. Press Enter on one to open it.")
                : tr("Asks the first table; its answer is the key for the next, and what the "
                     "last one answers counts. Press Enter on one to open it."));
        const int current = m_list->currentRow();
        m_list->clear();
        for (const QByteArray &member : table.members) {
            auto *item = new QListWidgetItem(icon(QStringLiteral("table"), IconColor::Muted),
                                             m_session.shownText(member), m_list);
            item->setData(Qt::UserRole, member);
        }
        m_list->setCurrentRow(std::max(current, 0));
        return true;
    }

private:
    const EditSession &m_session;
    TextLabel *m_sentence = nullptr;
    QListWidget *m_list = nullptr;
};

/// Settings of a database client.
class ClientView final : public TableView
{
public:
    ClientView(PageContext &context, const tables::UsedTable &table, QWidget *parent) : TableView(parent)
    {
        m_form = new ClientForm(context.session, context.knowledge);
        newColumn(this)->addWidget(m_form);
        setTable(table);
    }

    bool setTable(const tables::UsedTable &table) override
    {
        if (m_type != table.table.type && !m_type.isEmpty())
            return false;
        m_type = table.table.type;
        m_form->setTable(table.table);
        return true;
    }

private:
    ClientForm *m_form = nullptr;
    QByteArray m_type;
};

/// A program that answers.
class EndpointView final : public TableView
{
public:
    EndpointView(PageContext &context, const tables::UsedTable &table, QWidget *parent) : TableView(parent)
    {
        m_form = new EndpointForm(context.session, context.knowledge);
        newColumn(this)->addWidget(m_form);
        setTable(table);
    }

    bool setTable(const tables::UsedTable &table) override
    {
        if (table.table.type != "tcp" && table.table.type != "socketmap")
            return false;
        m_form->setTable(table);
        return true;
    }

private:
    EndpointForm *m_form = nullptr;
};

/// What there is to say of a table without rows.
class WordsView final : public TableView
{
public:
    WordsView(PageContext &context, const tables::UsedTable &table, QWidget *parent)
        : TableView(parent), m_context(context)
    {
        QVBoxLayout *column = newColumn(this);
        m_sentence = new TextLabel(TextLabel::Rank::Body, {});
        m_sentence->setWordWrap(true);
        column->addWidget(m_sentence);
        m_open = new QPushButton(icon(QStringLiteral("file-text")), tr("Open Its File"));
        connect(m_open, &QPushButton::clicked, this, [this] {
            if (m_file)
                m_context.session.request({*m_file, {}});
        });
        column->addWidget(m_open, 0, Qt::AlignLeft);
        column->addStretch(1);
        setTable(table);
    }

    bool setTable(const tables::UsedTable &table) override
    {
        if ((table.table.hasRows() && table.meaning != "cache") || tables::hasInlineRows(table.table))
            return false;
        m_file = table.table.file;
        m_sentence->setText(sentenceFor(table));
        m_open->setVisible(m_file && table.meaning != "cache");
        return true;
    }

private:
    QString sentenceFor(const tables::UsedTable &table) const
    {
        const QByteArray &type = table.table.type;
        // With its type: "static:" is part of what tells a password.
        const QString whole = m_context.session.shownText(table.table.name());
        const QString name = whole.sliced(whole.indexOf(u':') + 1);
        if (table.meaning == "cache")
            return tr("Postfix keeps this table itself; there is nothing to write in it.");
        if (type == "static")
            return tr("Answers every key with “%1”.").arg(name);
        if (type == "randmap")
            return tr("Answers every key with one of these, by chance: %1").arg(name);
        if (type == "unix")
            return tr("Asks the system’s own list of %1.")
                .arg(type == "group.byname" ? tr("groups") : tr("users"));
        if (type == "tcp" || type == "socketmap")
            return tr("Asks a program that listens at %1. Only the server can say what it answers.")
                .arg(name);
        if (type == "fail")
            return tr("Fails every lookup; for tests.");
        if (table.table.kind)
            return tr("Asks a database. The file %1 says which, and how.").arg(name);
        return tr("A table of type %1: %2").arg(base::displayText(type), name);
    }

    PageContext &m_context;
    std::optional<model::FileId> m_file;
    TextLabel *m_sentence = nullptr;
    QPushButton *m_open = nullptr;
};

struct ViewOfTypes
{
    QByteArrayView types; ///< with blanks between; empty: all others
    TableView *(*create)(PageContext &context, const tables::UsedTable &table, QWidget *parent);
};

template<typename View>
TableView *create(PageContext &context, const tables::UsedTable &table, QWidget *parent)
{
    return new View(context, table, parent);
}

/// A view for each kind of table; the first that names the type.
constexpr ViewOfTypes views[] = {
    {"unionmap pipemap", create<MembersView>},
    {"ldap mysql pgsql sqlite mongodb memcache", create<ClientView>},
    {"tcp socketmap", create<EndpointView>},
    {"", create<WordsView>},
};

} // namespace

TableView *newTableView(PageContext &context, const tables::UsedTable &table, QWidget *parent)
{
    if (table.table.hasRows() && table.meaning != "cache")
        return new RowsView(context, table, parent);
    if (tables::hasInlineRows(table.table))
        return create<InlineView>(context, table, parent);
    for (const ViewOfTypes &view : views) {
        if (view.types.isEmpty() || view.types.toByteArray().split(' ').contains(table.table.type))
            return view.create(context, table, parent);
    }
    return nullptr;
}

} // namespace ui
