// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/style.h"

#include "ui/widgets/colors.h"
#include "ui/widgets/icon.h"

#include <QPainter>
#include <QStyleOption>

namespace ui {

namespace {

void drawButton(const QStyleOptionButton &option, QPainter *painter)
{
    const QPalette &palette = option.palette;
    const bool isEnabled = option.state & QStyle::State_Enabled;
    const bool isDefault = option.features & QStyleOptionButton::DefaultButton;
    const bool hasFocus = (option.state & QStyle::State_HasFocus) != 0;
    QColor fill = palette.color(isEnabled ? QPalette::Button : QPalette::Window);
    if (option.state & (QStyle::State_Sunken | QStyle::State_On))
        fill = palette.color(QPalette::Mid);
    else if (isEnabled && (option.state & QStyle::State_MouseOver))
        fill = palette.color(QPalette::Midlight);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(fill);
    painter->setPen(isEnabled && (isDefault || hasFocus) ? colorsFor(palette).accent
                                                         : palette.color(QPalette::Mid));
    painter->drawRoundedRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter->restore();
}

} // namespace

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_ToolBarIconSize:
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ListViewIconSize:
    case PM_TabBarIconSize:
        return 16;
    case PM_ToolBarItemSpacing:
        return 4;
    case PM_ToolBarItemMargin:
        return 6;
    case PM_ToolBarFrameWidth:
        return 0;
    case PM_LayoutLeftMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutBottomMargin:
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return 8;
    case PM_DockWidgetSeparatorExtent:
    case PM_SplitterWidth:
        return 4;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                     QStyleHintReturn *data) const
{
    if (hint == SH_ItemView_ShowDecorationSelected)
        return 1;
    return QProxyStyle::styleHint(hint, option, widget, data);
}

QIcon Style::standardIcon(StandardPixmap standardIcon, const QStyleOption *option,
                          const QWidget *widget) const
{
    switch (standardIcon) {
    case SP_MessageBoxWarning:
        return icon(QStringLiteral("triangle-alert"), IconColor::Warning);
    case SP_MessageBoxCritical:
        return icon(QStringLiteral("circle-x"), IconColor::Error);
    case SP_MessageBoxInformation:
        return icon(QStringLiteral("info"), IconColor::Info);
    case SP_MessageBoxQuestion:
        return icon(QStringLiteral("circle-help"), IconColor::Info);
    case SP_TitleBarCloseButton:
    case SP_DockWidgetCloseButton:
    case SP_LineEditClearButton:
        return icon(QStringLiteral("x"));
    case SP_TitleBarNormalButton:
        return icon(QStringLiteral("external-link"));
    default:
        return QProxyStyle::standardIcon(standardIcon, option, widget);
    }
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                          const QWidget *widget) const
{
    switch (element) {
    case PE_PanelButtonCommand:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option))
            return drawButton(*button, painter);
        break;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
        if (isDark(option->palette)) { // Fusion's own outline is darker than what it stands on
            painter->setPen(colorsFor(option->palette).muted);
            painter->setBrush(Qt::NoBrush);
            painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        }
        return;
    case PE_IndicatorRadioButton:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
        if (isDark(option->palette)) {
            painter->save();
            painter->setRenderHint(QPainter::Antialiasing);
            painter->setPen(colorsFor(option->palette).muted);
            painter->setBrush(Qt::NoBrush);
            painter->drawEllipse(QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5));
            painter->restore();
        }
        return;
    case PE_PanelStatusBar:
    case PE_FrameStatusBarItem:
        return; // quiet: the page above ends with its own line
    case PE_IndicatorDockWidgetResizeHandle: {
        const QRect area = option->rect;
        const bool isUpright = option->state & State_Horizontal; // a handle between left and right
        painter->setPen(colorsFor(option->palette).line);
        if (isUpright)
            painter->drawLine(area.center().x(), area.top(), area.center().x(), area.bottom());
        else
            painter->drawLine(area.left(), area.center().y(), area.right(), area.center().y());
        return;
    }
    case PE_IndicatorToolBarSeparator: {
        const QRect area = option->rect;
        painter->setPen(colorsFor(option->palette).line);
        painter->drawLine(area.center().x(), area.top() + 4, area.center().x(), area.bottom() - 4);
        return;
    }
    default:
        break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void Style::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                        const QWidget *widget) const
{
    if (element == CE_ToolBar) {
        painter->setPen(colorsFor(option->palette).line);
        painter->drawLine(option->rect.bottomLeft(), option->rect.bottomRight());
        return;
    }
    if (element == CE_Splitter) {
        QStyleOption handle(*option);
        drawPrimitive(PE_IndicatorDockWidgetResizeHandle, &handle, painter, widget);
        return;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

} // namespace ui
