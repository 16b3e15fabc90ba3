// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/resources/resourcesuser.h"

#include <QDir>
#include <QImage>
#include <QPainter>
#include <QSet>
#include <QSvgRenderer>
#include <QTest>

class TestIcons : public QObject
{
    Q_OBJECT

private slots:
    void isDrawn_data();
    void isDrawn();
    void everyFileIsEmbedded();
};

void TestIcons::isDrawn_data()
{
    QTest::addColumn<QString>("path");
    for (const QString &name : QDir(QStringLiteral(":/icons")).entryList())
        QTest::addRow("%s", qPrintable(name)) << (QStringLiteral(":/icons/") + name);
}

void TestIcons::isDrawn()
{
    QFETCH(const QString, path);
    QByteArray svg = embeddedFile(path);
    const bool ofTheSet = !path.endsWith(QLatin1String("/postwright.svg"));
    QCOMPARE(svg.contains("currentColor"), ofTheSet);

    // As the window does it: the text's colour in place of currentColor.
    QSvgRenderer renderer(svg.replace("currentColor", "#204060"));
    QVERIFY(renderer.isValid());
    QCOMPARE(renderer.viewBoxF().width(), renderer.viewBoxF().height());
    QImage image(16, 16, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    renderer.render(&painter);
    painter.end();
    QSet<QRgb> opaque;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (qAlpha(image.pixel(x, y)) > 127)
                opaque.insert(image.pixel(x, y) & 0xffffffU);
    QVERIFY2(!opaque.isEmpty(), "nothing is drawn at 16 pixels");
    QVERIFY2(!ofTheSet || !opaque.contains(0), "the icon does not take the text's colour");
}

void TestIcons::everyFileIsEmbedded()
{
    const QStringList onDisk = QDir(QStringLiteral(SOURCE_DIR "/resources/icons"))
                                   .entryList({QStringLiteral("*.svg")}, QDir::Files, QDir::Name);
    QVERIFY(!onDisk.isEmpty());
    QCOMPARE(QDir(QStringLiteral(":/icons")).entryList(QDir::Files, QDir::Name), onDisk);
}

QTEST_GUILESS_MAIN(TestIcons)
#include "tst_icons.moc"
