// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

class TestTranslations : public QObject
{
    Q_OBJECT

private slots:
    void everyCountedTextHasItsTwoEnglishForms();
};

namespace {

QString contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// As it stands in the translation files.
QString escaped(QString text)
{
    return text.replace(QStringLiteral("\\\""), QStringLiteral("\"")).toHtmlEscaped();
}

} // namespace

// A text with %n that nobody gave its forms says "1 file(s)".
void TestTranslations::everyCountedTextHasItsTwoEnglishForms()
{
    const QString root = QStringLiteral(SOURCE_DIR);
    const QString english = contentOf(root + QStringLiteral("/translations/postwright_en.ts"));
    QVERIFY(!english.isEmpty());
    QVERIFY2(!english.contains(QStringLiteral("unfinished")),
             "postwright_en.ts has a text without its forms");
    const QRegularExpression literal(QStringLiteral(R"re("((?:[^"\\\n]|\\.)*%n(?:[^"\\\n]|\\.)*)")re"));
    int count = 0;
    for (const QString &top : {QStringLiteral("core"), QStringLiteral("ui"), QStringLiteral("app")}) {
        QDirIterator files(root + u'/' + top, {QStringLiteral("*.cpp"), QStringLiteral("*.h")}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            auto texts = literal.globalMatch(contentOf(path));
            while (texts.hasNext()) {
                const QString source = escaped(texts.next().captured(1));
                QVERIFY2(english.contains(QStringLiteral("<source>") + source + QStringLiteral("</source>")),
                         qPrintable(path + QStringLiteral(": postwright_en.ts lacks \"") + source + u'"'));
                ++count;
            }
        }
    }
    QVERIFY(count > 0);
    qInfo("%d texts", count);
}

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
