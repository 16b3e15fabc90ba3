// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/chainview.h"

#include "ui/pages/certificatewords.h"
#include "ui/widgets/colors.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/spacing.h"
#include "ui/widgets/textlabel.h"

#include <QPainter>
#include <QVBoxLayout>

namespace ui {

using certificates::Certificate;
using certificates::Chain;

namespace {

/// The line that leads from one certificate to its issuer, with a node for this one.
class Rail : public QWidget
{
public:
    enum class Kind : quint8 { First, Middle, InFile, NotInFile };

    static constexpr int width = 24;

    Rail(Kind kind, bool isBad) : m_kind(kind), m_isBad(isBad) { setFixedWidth(width); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const Colors &colors = colorsFor(palette());
        const QColor line = m_isBad ? colors.error : colors.muted;
        const QPointF node(width / 2.0, fontMetrics().height() / 2.0 + 2);
        QPen pen(colors.muted, 2);
        if (m_kind != Kind::First) {
            pen.setStyle(m_kind == Kind::NotInFile ? Qt::DotLine : Qt::SolidLine);
            painter.setPen(pen);
            painter.drawLine(QPointF(node.x(), 0), node - QPointF(0, radius));
        }
        if (m_kind == Kind::First || m_kind == Kind::Middle) {
            pen.setStyle(Qt::SolidLine);
            painter.setPen(pen);
            painter.drawLine(node + QPointF(0, radius), QPointF(node.x(), height()));
        }
        painter.setPen(QPen(line, 2, m_kind == Kind::NotInFile ? Qt::DotLine : Qt::SolidLine));
        painter.setBrush(m_kind == Kind::NotInFile               ? QBrush(Qt::NoBrush)
                             : m_kind == Kind::First && !m_isBad ? QBrush(colors.accent)
                                                                 : QBrush(line));
        painter.drawEllipse(node, radius, radius);
        if (m_isBad && m_kind != Kind::NotInFile) {
            painter.setPen(QPen(palette().color(QPalette::Window), 2));
            const double half = radius / 2.0;
            painter.drawLine(node - QPointF(half, half), node + QPointF(half, half));
            painter.drawLine(node + QPointF(-half, half), node + QPointF(half, -half));
        }
    }

private:
    static constexpr double radius = 6;

    Kind m_kind;
    bool m_isBad;
};

TextLabel *wrapped(TextLabel::Rank rank, const QString &text)
{
    auto *label = new TextLabel(rank, text);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

QLayout *rowOf(Rail *rail, const QList<QWidget *> &lines)
{
    auto *texts = new QVBoxLayout;
    texts->setContentsMargins(0, 0, 0, spacing::parts);
    texts->setSpacing(0);
    for (QWidget *line : lines)
        texts->addWidget(line);
    auto *row = new QHBoxLayout;
    row->setSpacing(spacing::parts);
    row->addWidget(rail);
    row->addLayout(texts, 1);
    return row;
}

} // namespace

ChainView::ChainView(const Chain &chain, Of of, qint64 now, QWidget *parent) : QWidget(parent)
{
    setAccessibleName(tr("Certificate of %1").arg(namesOf(chain.links.first())));
    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins({});
    m_column->setSpacing(0);
    for (const Certificate &certificate : chain.links)
        addLink(certificate, now, &certificate == &chain.links.first());
    addEnd(chain, of);
    if (of == Of::Server)
        return;
    const bool isKeyBad = chain.key == Chain::Key::DoesNotFit || chain.key == Chain::Key::Encrypted;
    addRemark(isKeyBad ? QStringLiteral("circle-x") : QStringLiteral("key"), keyStateWords(chain.key));
    if (!chain.isInOrder)
        addRemark(QStringLiteral("info"),
                  tr("The certificates stand in another order than this one: each should be followed by its "
                     "issuer."));
    if (chain.strays > 0)
        addRemark(QStringLiteral("info"),
                  tr("%n further certificate(s) in the file belong to none of these.", nullptr,
                     static_cast<int>(chain.strays)));
}

void ChainView::addRemark(const QString &iconName, const QString &text)
{
    const IconColor color = iconName == QLatin1String("circle-x") ? IconColor::Error
        : iconName == QLatin1String("info")                       ? IconColor::Info
                                                                  : IconColor::Muted;
    auto *sign = new QLabel;
    sign->setFixedWidth(Rail::width);
    sign->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    sign->setPixmap(icon(iconName, color).pixmap(QSize(16, 16), devicePixelRatioF()));
    auto *row = new QHBoxLayout;
    row->setSpacing(spacing::parts);
    row->addWidget(sign, 0, Qt::AlignTop);
    row->addWidget(wrapped(TextLabel::Rank::Body, text), 1);
    m_column->addLayout(row);
}

void ChainView::addLink(const Certificate &certificate, qint64 now, bool isFirst)
{
    const bool isBad = !isValidAt(certificate, now);
    auto *rail = new Rail(isFirst                        ? Rail::Kind::First
                              : certificate.isSelfSigned ? Rail::Kind::InFile
                                                         : Rail::Kind::Middle,
                          isBad);
    auto *name = wrapped(TextLabel::Rank::Body, namesOf(certificate));
    QFont font = name->font();
    font.setWeight(QFont::DemiBold);
    name->setFont(font);
    const QString validity = validityOf(certificate, now);
    //: When a certificate is valid and what its key is: "Valid until 1/2/27, 90 days left · EC 256 bits"
    auto *facts = wrapped(isBad ? TextLabel::Rank::Body : TextLabel::Rank::Muted,
                          tr("%1 · %2").arg(validity, keyWords(certificate)));
    QList<QWidget *> lines{name, facts};
    if (!certificate.isSelfSigned)
        lines.append(
            wrapped(TextLabel::Rank::Muted, tr("Signed by %1").arg(commonNameOf(certificate.issuer))));
    m_column->addLayout(rowOf(rail, lines));
}

void ChainView::addEnd(const Chain &chain, Of of)
{
    const bool isWhole = chain.end == Chain::End::SelfSigned;
    if (of == Of::Server && !isWhole) {
        m_column->addLayout(
            rowOf(new Rail(Rail::Kind::NotInFile, false),
                  {wrapped(TextLabel::Rank::Muted,
                           tr("%1 was not shown by the server.").arg(commonNameOf(chain.issuer)))}));
    } else if (of == Of::Files && !isWhole) {
        const auto rank = isEndBad(chain) ? TextLabel::Rank::Body : TextLabel::Rank::Muted;
        m_column->addLayout(
            rowOf(new Rail(Rail::Kind::NotInFile, isEndBad(chain)), {wrapped(rank, endWords(chain))}));
    } else if (of == Of::Files || chain.links.size() == 1) {
        auto *text = wrapped(TextLabel::Rank::Muted, endWords(chain));
        text->setContentsMargins(Rail::width + spacing::parts, 0, 0, spacing::parts);
        m_column->addWidget(text);
    }
}

} // namespace ui
