// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/colors.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QDir>
#include <QTest>

using namespace ui;

class tst_Theme : public QObject
{
    Q_OBJECT

private slots:
    void textIsReadable_data();
    void textIsReadable();
    void tintsCarryText_data();
    void tintsCarryText();
    void paletteTextIsReadable_data();
    void paletteTextIsReadable();
    void everyIconFollowsTheTheme();
    void iconIsSharpAtTwiceTheDensity();
    void unknownIconIsNull();
};

static void themes()
{
    QTest::addColumn<QPalette>("palette");
    QTest::newRow("light") << lightPalette();
    QTest::newRow("dark") << darkPalette();
}

static void verifyContrast(const char *name, const QColor &text, const QColor &ground)
{
    const double ratio = contrast(text, ground);
    QVERIFY2(ratio >= 4.5,
             qPrintable(QStringLiteral("%1 %2 on %3: %4")
                            .arg(QLatin1String(name), text.name(), ground.name())
                            .arg(ratio)));
}

void tst_Theme::textIsReadable_data()
{
    themes();
}

void tst_Theme::textIsReadable()
{
    QFETCH(QPalette, palette);
    const Colors &colors = colorsFor(palette);
    const QList<QPair<const char *, QColor>> texts{
        {"muted", colors.muted},     {"accent", colors.accent},       {"error", colors.error},
        {"warning", colors.warning}, {"info", colors.info},           {"comment", colors.comment},
        {"name", colors.name},       {"reference", colors.reference}, {"keyword", colors.keyword},
        {"number", colors.number},   {"stray", colors.stray}};
    for (const auto &[name, color] : texts) {
        verifyContrast(name, color, palette.color(QPalette::Window));
        verifyContrast(name, color, palette.color(QPalette::Base));
        verifyContrast(name, color, palette.color(QPalette::AlternateBase));
    }
    verifyContrast("error on its tint", colors.error, colors.errorTint);
    verifyContrast("warning on its tint", colors.warning, colors.warningTint);
    verifyContrast("info on its tint", colors.info, colors.infoTint);
}

void tst_Theme::tintsCarryText_data()
{
    themes();
}

void tst_Theme::tintsCarryText()
{
    QFETCH(QPalette, palette);
    const Colors &colors = colorsFor(palette);
    for (const QColor &tint : {colors.errorTint, colors.warningTint, colors.infoTint, colors.added,
                               colors.addedWord, colors.removed, colors.removedWord, colors.lit}) {
        verifyContrast("text", palette.color(QPalette::Text), tint);
    }
    for (const QColor &tint : {colors.added, colors.removed, colors.lit}) {
        for (const QColor &text : {colors.comment, colors.name, colors.reference, colors.keyword})
            verifyContrast("source", text, tint);
    }
}

void tst_Theme::paletteTextIsReadable_data()
{
    themes();
}

void tst_Theme::paletteTextIsReadable()
{
    QFETCH(QPalette, palette);
    verifyContrast("text", palette.color(QPalette::Text), palette.color(QPalette::Base));
    verifyContrast("window text", palette.color(QPalette::WindowText), palette.color(QPalette::Window));
    verifyContrast("button text", palette.color(QPalette::ButtonText), palette.color(QPalette::Button));
    verifyContrast("placeholder", palette.color(QPalette::PlaceholderText), palette.color(QPalette::Base));
    verifyContrast("link", palette.color(QPalette::Link), palette.color(QPalette::Window));
    verifyContrast("selection", palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight));
}

static QColor darkestPixel(const QPixmap &pixmap)
{
    QColor found = Qt::transparent;
    const QImage image = pixmap.toImage();
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor pixel = image.pixelColor(x, y);
            if (pixel.alpha() > found.alpha())
                found = pixel;
        }
    }
    return found;
}

void tst_Theme::everyIconFollowsTheTheme()
{
    const QStringList names = QDir(QStringLiteral(":/icons")).entryList({QStringLiteral("*.svg")});
    QVERIFY(names.size() > 20);
    for (const QString &file : names) {
        const QString name = file.chopped(4);
        if (name == QLatin1String("postwright"))
            continue; // the program's own, in its own colours
        const QIcon drawn = icon(name);
        for (const Theme theme : {Theme::Light, Theme::Dark}) {
            applyTheme(theme);
            for (const int side : {16, 20, 32}) {
                const QColor ink = darkestPixel(drawn.pixmap(QSize(side, side), 1.0));
                const QColor text = QApplication::palette().color(QPalette::Text);
                QVERIFY2(ink.alpha() > 128, qPrintable(file));
                QVERIFY2(std::abs(ink.lightness() - text.lightness()) < 16, qPrintable(file));
            }
        }
    }
}

void tst_Theme::iconIsSharpAtTwiceTheDensity()
{
    const QPixmap pixmap = icon(QStringLiteral("save")).pixmap(QSize(16, 16), 2.0);
    QCOMPARE(pixmap.size(), QSize(32, 32));
    QCOMPARE(pixmap.devicePixelRatio(), 2.0);
}

void tst_Theme::unknownIconIsNull()
{
    QVERIFY(icon(QStringLiteral("no-such-icon")).isNull());
}

QTEST_MAIN(tst_Theme)
#include "tst_theme.moc"
