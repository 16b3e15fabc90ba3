// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/icon.h"

#include "ui/widgets/colors.h"

#include <QApplication>
#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace ui {

namespace {

class LineIcon : public QIconEngine
{
public:
    LineIcon(QString name, QByteArray svg, IconColor color)
        : m_name(std::move(name)), m_svg(std::move(svg)), m_color(color)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal scale = painter->device()->devicePixelRatioF();
        painter->drawPixmap(rect, scaledPixmap(rect.size() * scale, mode, state, scale));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }

    /// `size` is in device pixels.
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal scale) override
    {
        const QColor color = colorFor(mode);
        const QString key = QStringLiteral("icon/%1/%2/%3x%4/%5")
                                .arg(m_name, color.name(QColor::HexArgb))
                                .arg(size.width())
                                .arg(size.height())
                                .arg(scale);
        QPixmap pixmap;
        if (!QPixmapCache::find(key, &pixmap)) {
            pixmap = drawn(size, color);
            pixmap.setDevicePixelRatio(scale);
            QPixmapCache::insert(key, pixmap);
        }
        return pixmap;
    }

    QSize actualSize(const QSize &size, QIcon::Mode, QIcon::State) override
    {
        const int side = std::min(size.width(), size.height());
        return {side, side};
    }

    QString key() const override { return QStringLiteral("postwright"); }
    QString iconName() override { return m_name; }
    QIconEngine *clone() const override { return new LineIcon(*this); }

private:
    QPixmap drawn(const QSize &size, const QColor &color) const
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QByteArray svg = m_svg;
        QSvgRenderer renderer(svg.replace("currentColor", color.name().toLatin1()));
        const int side = std::min(size.width(), size.height());
        QPainter painter(&pixmap);
        painter.setOpacity(color.alphaF());
        renderer.render(&painter,
                        QRectF((size.width() - side) / 2.0, (size.height() - side) / 2.0, side, side));
        return pixmap;
    }

    QColor colorFor(QIcon::Mode mode) const
    {
        const QPalette palette = QApplication::palette();
        if (mode == QIcon::Disabled)
            return palette.color(QPalette::Disabled, QPalette::Text);
        if (mode == QIcon::Selected)
            return palette.color(QPalette::Active, QPalette::HighlightedText);
        const Colors &colors = colorsFor(palette);
        switch (m_color) {
        case IconColor::Muted:
            return colors.muted;
        case IconColor::Accent:
            return colors.accent;
        case IconColor::Error:
            return colors.error;
        case IconColor::Warning:
            return colors.warning;
        case IconColor::Info:
            return colors.info;
        case IconColor::Text:
            break;
        }
        return palette.color(QPalette::Active, QPalette::Text);
    }

    QString m_name;
    QByteArray m_svg;
    IconColor m_color;
};

} // namespace

QIcon icon(const QString &name, IconColor color)
{
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QIcon(new LineIcon(name, file.readAll(), color));
}

} // namespace ui
