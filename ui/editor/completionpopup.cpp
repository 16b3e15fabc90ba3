// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/editor/completionpopup.h"

#include "core/base/displaytext.h"
#include "ui/widgets/colors.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/spacing.h"
#include "ui/widgets/textlabel.h"

#include <QEvent>
#include <QFontDatabase>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {

using completion::Candidate;

constexpr int mostRows = 9;
constexpr qsizetype longestHelp = 300;
constexpr int narrowest = 320;
constexpr int widest = 620;
constexpr int iconSize = 16;

QString iconOf(Candidate::Kind kind)
{
    switch (kind) {
    case Candidate::Kind::Parameter:
        return QStringLiteral("sliders-horizontal");
    case Candidate::Kind::OwnParameter:
        return QStringLiteral("at-sign");
    case Candidate::Kind::Value:
        return QStringLiteral("circle");
    case Candidate::Kind::Restriction:
        return QStringLiteral("shield-check");
    case Candidate::Kind::TableType:
        return QStringLiteral("table");
    case Candidate::Kind::File:
        return QStringLiteral("file-text");
    case Candidate::Kind::Service:
        return QStringLiteral("server");
    case Candidate::Kind::Program:
        return QStringLiteral("package");
    case Candidate::Kind::Option:
        return QStringLiteral("settings");
    case Candidate::Kind::Action:
        return QStringLiteral("route");
    }
    return {};
}

QString kindText(Candidate::Kind kind)
{
    switch (kind) {
    case Candidate::Kind::Parameter:
        return CompletionPopup::tr("Parameter of Postfix");
    case Candidate::Kind::OwnParameter:
        return CompletionPopup::tr("Parameter of this configuration");
    case Candidate::Kind::Value:
        return CompletionPopup::tr("Value");
    case Candidate::Kind::Restriction:
        return CompletionPopup::tr("Restriction");
    case Candidate::Kind::TableType:
        return CompletionPopup::tr("Type of a table");
    case Candidate::Kind::File:
        return CompletionPopup::tr("File");
    case Candidate::Kind::Service:
        return CompletionPopup::tr("Service");
    case Candidate::Kind::Program:
        return CompletionPopup::tr("Program");
    case Candidate::Kind::Option:
        return CompletionPopup::tr("Option");
    case Candidate::Kind::Action:
        return CompletionPopup::tr("Action");
    }
    return {};
}

/// Text at the left with what was typed in bold, the detail at the right.
class CandidateDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const bool isSelected = option.state & QStyle::State_Selected;
        const QPalette &palette = option.palette;
        painter->save();
        if (isSelected)
            painter->fillRect(option.rect, palette.color(QPalette::Highlight));
        QRect room = option.rect.adjusted(spacing::parts, 0, -spacing::parts, 0);
        const QIcon symbol = qvariant_cast<QIcon>(index.data(Qt::DecorationRole));
        const QRect symbolRect(room.left(), room.center().y() - iconSize / 2 + 1, iconSize, iconSize);
        symbol.paint(painter, symbolRect, Qt::AlignCenter, isSelected ? QIcon::Selected : QIcon::Normal);
        room.setLeft(symbolRect.right() + spacing::parts);
        const QColor text = palette.color(isSelected ? QPalette::HighlightedText : QPalette::Text);
        const QColor muted = isSelected ? text : colorsFor(palette).muted;
        const bool isDeprecated = index.data(CandidatesModel::DeprecatedRole).toBool();
        paintText(painter, option.font, room, index, isDeprecated ? muted : text, isDeprecated);
        painter->setFont(option.font);
        painter->setPen(muted);
        const QFontMetrics metrics(option.font);
        const int used = metrics.horizontalAdvance(index.data().toString()) + spacing::fields;
        room.setLeft(room.left() + used);
        const QString detail = metrics.elidedText(index.data(CandidatesModel::DetailRole).toString(),
                                                  Qt::ElideRight, room.width());
        if (room.width() > metrics.averageCharWidth() * 3)
            painter->drawText(room, Qt::AlignRight | Qt::AlignVCenter, detail);
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {narrowest, std::max(iconSize, QFontMetrics(option.font).height()) + spacing::tight};
    }

private:
    static void paintText(QPainter *painter, QFont font, const QRect &room, const QModelIndex &index,
                          const QColor &color, bool isStruck)
    {
        const QString text = index.data().toString();
        const QString typed = index.data(CandidatesModel::TypedRole).toString();
        const qsizetype at = typed.isEmpty() ? -1 : text.indexOf(typed, 0, Qt::CaseInsensitive);
        QFont bold = font;
        bold.setBold(true);
        font.setStrikeOut(isStruck);
        bold.setStrikeOut(isStruck);
        painter->setPen(color);
        int x = room.left();
        const auto draw = [&](const QString &part, const QFont &with) {
            painter->setFont(with);
            painter->drawText(QRect(x, room.top(), room.right() - x, room.height()),
                              Qt::AlignLeft | Qt::AlignVCenter, part);
            x += QFontMetrics(with).horizontalAdvance(part);
        };
        if (at < 0) {
            draw(text, font);
            return;
        }
        draw(text.first(at), font);
        draw(text.sliced(at, typed.size()), bold);
        draw(text.sliced(at + typed.size()), font);
    }
};

} // namespace

void CandidatesModel::setCompletion(const completion::Completion &completion)
{
    beginResetModel();
    m_completion = completion;
    endResetModel();
}

int CandidatesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_completion.candidates.size());
}

QVariant CandidatesModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Candidate &row = candidate(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return base::displayText(row.text);
    case DetailRole:
        return base::displayText(row.detail);
    case TypedRole:
        return base::displayText(m_completion.typed);
    case DeprecatedRole:
        return row.isDeprecated;
    case Qt::DecorationRole:
        return icon(iconOf(row.kind), IconColor::Muted);
    case Qt::AccessibleTextRole:
        //: A candidate of completion as a reader says it: its text, and what it is
        return tr("%1, %2").arg(base::displayText(row.text), kindText(row.kind));
    default:
        return {};
    }
}

CompletionPopup::CompletionPopup(QWidget &editor) : QFrame(editor.window())
{
    setObjectName(QStringLiteral("completion"));
    setFocusPolicy(Qt::NoFocus);
    setAutoFillBackground(true);
    m_model = new CandidatesModel(this);
    m_list = new QListView;
    m_list->setAccessibleName(tr("Completions"));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new CandidateDelegate(m_list));
    m_list->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_help = new TextLabel(TextLabel::Rank::Small, {});
    m_help->setWordWrap(true);
    m_help->setTextFormat(Qt::PlainText);
    m_help->setMargin(spacing::tight);
    m_help->setIndent(spacing::tight);
    m_help->setFocusPolicy(Qt::NoFocus);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    column->addWidget(m_list);
    column->addWidget(m_help);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &CompletionPopup::refreshHelp);
    connect(m_list, &QListView::clicked, this,
            [this](const QModelIndex &index) { emit chosen(index.row()); });
    hide();
}

void CompletionPopup::setCompletion(const completion::Completion &completion)
{
    m_model->setCompletion(completion);
    m_list->setCurrentIndex(m_model->index(0));
    m_list->scrollToTop();
    refreshHelp();
}

int CompletionPopup::widthForRows() const
{
    const QFontMetrics metrics(m_list->font());
    int needed = 0;
    const int measured = std::min(count(), 200);
    for (int row = 0; row < measured; ++row) {
        const QModelIndex index = m_model->index(row);
        const QString detail = index.data(CandidatesModel::DetailRole).toString();
        needed = std::max(needed,
                          metrics.horizontalAdvance(index.data().toString())
                              + std::min(metrics.horizontalAdvance(detail), narrowest / 2));
    }
    return std::clamp(needed + iconSize + 6 * spacing::parts, narrowest, widest);
}

void CompletionPopup::showAt(const QRect &caret)
{
    const int rows = std::min(count(), mostRows);
    const QRect area =
        parentWidget()->rect().adjusted(spacing::tight, spacing::tight, -spacing::tight, -spacing::tight);
    const int width = std::min(widthForRows(), area.width());
    m_list->setFixedHeight(rows * m_list->sizeHintForRow(0));
    m_help->setFixedWidth(width - 2);
    const int helpHeight = m_help->isHidden() ? 0 : m_help->heightForWidth(width - 2);
    const QSize size(width, m_list->height() + helpHeight + 2);
    QPoint at(caret.left() - iconSize - 2 * spacing::parts, caret.bottom() + 2);
    const bool isRoomier = caret.top() - area.top() > area.bottom() - caret.bottom();
    if (at.y() + size.height() > area.bottom() && isRoomier)
        at.setY(caret.top() - 2 - size.height());
    at.setX(std::clamp(at.x(), area.left(), std::max(area.left(), area.right() - size.width())));
    setGeometry(QRect(at, size));
    raise();
    show();
}

void CompletionPopup::moveRows(int rows)
{
    const int all = count();
    if (all > 0)
        m_list->setCurrentIndex(m_model->index((current() + rows + all) % all));
}

void CompletionPopup::movePages(int pages)
{
    const int next = std::clamp(current() + pages * (mostRows - 1), 0, std::max(0, count() - 1));
    m_list->setCurrentIndex(m_model->index(next));
}

int CompletionPopup::current() const
{
    return m_list->currentIndex().row();
}

void CompletionPopup::refreshHelp()
{
    const int row = current();
    QString text;
    if (row >= 0 && row < count()) {
        const Candidate &candidate = m_model->candidate(row);
        // What the row may have no room for, or at least what it is.
        text = !candidate.help.isEmpty()  ? QString::fromUtf8(candidate.help)
            : !candidate.detail.isEmpty() ? base::displayText(
                  candidate.detail.first(std::min<qsizetype>(candidate.detail.size(), longestHelp)))
                                          : kindText(candidate.kind);
        if (candidate.isDeprecated)
            text = tr("Out of date. %1").arg(text);
    }
    m_help->setText(text);
    m_help->setVisible(!text.isEmpty());
    if (isVisible()) {
        const int helpHeight = m_help->heightForWidth(width() - 2);
        resize(width(), m_list->height() + helpHeight + 2);
    }
}

void CompletionPopup::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(colorsFor(palette()).line);
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

void CompletionPopup::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        m_list->viewport()->update();
}

} // namespace ui
