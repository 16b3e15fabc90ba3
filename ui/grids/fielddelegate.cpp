// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/grids/fielddelegate.h"

#include "ui/grids/keyedmodel.h"
#include "ui/widgets/colors.h"
#include "ui/widgets/spacing.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPainter>

namespace ui {

namespace {

bool isNumber(const QModelIndex &index)
{
    return index.data(Qt::TextAlignmentRole).toInt() & Qt::AlignRight;
}

/// What is chosen from its list is meant; with arrow keys alone one may still be on the way to another.
class ChoiceBox : public QComboBox
{
public:
    explicit ChoiceBox(QWidget *parent) : QComboBox(parent)
    {
        connect(this, &QComboBox::activated, this, [this] { m_isModified = true; });
    }

    bool isModified() const { return m_isModified; }
    bool isListOpened() const { return m_isListOpened; }
    void showPopup() override
    {
        m_isListOpened = true;
        QComboBox::showPopup();
    }

private:
    bool m_isModified = false;
    bool m_isListOpened = false;
};

} // namespace

FieldDelegate::FieldDelegate(QObject *parent, Choices choices)
    : QStyledItemDelegate(parent), m_choices(std::move(choices))
{
}

void FieldDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    QStyleOptionViewItem inner = option;
    if (isNumber(index)) {
        // Numbers keep off the column at their right.
        QStyleOptionViewItem whole = option;
        initStyleOption(&whole, index);
        whole.widget->style()->drawPrimitive(QStyle::PE_PanelItemViewItem, &whole, painter, whole.widget);
        inner.rect.setRight(inner.rect.right() - spacing::parts);
    }
    QStyledItemDelegate::paint(painter, inner, index);
    if (index.column() != 0 || !index.data(KeyedModel::ChangedRole).toBool())
        return;
    constexpr int barWidth = 3;
    const bool isSelected = option.state & QStyle::State_Selected;
    painter->fillRect(QRect(option.rect.topLeft(), QSize(barWidth, option.rect.height())),
                      isSelected ? option.palette.color(QPalette::HighlightedText)
                                 : colorsFor(option.palette).accent);
}

QSize FieldDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return QStyledItemDelegate::sizeHint(option, index) + QSize(0, spacing::tight);
}

QWidget *FieldDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &,
                                     const QModelIndex &index) const
{
    const QString name =
        index.model()->headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString().trimmed();
    const QList<FieldChoice> choices = m_choices ? m_choices(index.column()) : QList<FieldChoice>();
    if (choices.isEmpty()) {
        auto *line = new QLineEdit(parent);
        line->setFrame(false);
        line->setAccessibleName(name);
        return line;
    }
    auto *box = new ChoiceBox(parent);
    box->setAccessibleName(name);
    for (const FieldChoice &choice : choices) {
        //: A value of a column of master.cf and what it means
        box->addItem(tr("%1 – %2").arg(choice.value, choice.meaning), choice.value);
    }
    auto *self = const_cast<FieldDelegate *>(this); // signals are not const
    connect(box, &QComboBox::activated, self, [self, box] {
        if (!box->isListOpened())
            return;
        emit self->commitData(box);
        emit self->closeEditor(box);
    });
    return box;
}

void FieldDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    const QString text = index.data(Qt::EditRole).toString();
    // What is being written stays, whatever is said of the cell meanwhile.
    if (auto *box = dynamic_cast<ChoiceBox *>(editor)) {
        if (box->isModified())
            return;
        if (box->findData(text) < 0)
            box->insertItem(0, text, text);
        box->setCurrentIndex(box->findData(text));
    } else if (auto *line = qobject_cast<QLineEdit *>(editor); line && !line->isModified()) {
        line->setText(text);
    }
}

void FieldDelegate::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    if (const auto *box = qobject_cast<QComboBox *>(editor))
        write(model, index, box->currentData().toString());
    else if (const auto *line = qobject_cast<QLineEdit *>(editor); line && line->isModified())
        write(model, index, line->text());
}

void FieldDelegate::write(QAbstractItemModel *model, const QModelIndex &index, const QString &text) const
{
    if (m_writer)
        m_writer(index, text);
    else
        model->setData(index, text, Qt::EditRole);
}

void FieldDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                                         const QModelIndex &) const
{
    QRect area = option.rect;
    if (qobject_cast<QComboBox *>(editor)) {
        // As wide as its words, which say more than the cell does.
        area.setWidth(std::max(area.width(), editor->sizeHint().width()));
        const QWidget *room = editor->parentWidget();
        if (room && area.right() > room->rect().right())
            area.moveRight(std::max(room->rect().right(), area.width()));
    }
    editor->setGeometry(area);
}

} // namespace ui
