// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/files/path.h"

#include <QTest>

class TestPath : public QObject
{
    Q_OBJECT

private slots:
    void bytesComeBack_data();
    void bytesComeBack();
    void everyPairOfBytesComesBack();
    void shownOnOneLine();
};

void TestPath::bytesComeBack_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("path");
    QTest::newRow("plain") << QByteArray("/etc/postfix/main.cf") << QStringLiteral("/etc/postfix/main.cf");
    QTest::newRow("UTF-8") << QByteArray("/etc/\xc3\xa4") << QStringLiteral("/etc/\u00e4");
    QTest::newRow("beyond the basic plane") << QByteArray("\xf0\x9f\x93\xa7") << QStringLiteral("\U0001f4e7");
    QTest::newRow("Latin-1") << QByteArray("a\xe4z") << QStringView(u"a\xdce4z").toString();
    QTest::newRow("cut short at the end")
        << QByteArray("a\xf0\x9f\x93") << QStringView(u"a\xdcf0\xdc9f\xdc93").toString();
    QTest::newRow("byte order mark") << QByteArray("\xef\xbb\xbf"
                                                   "a")
                                     << QStringView(u"\xfeff"
                                                    u"a")
                                            .toString();
    QTest::newRow("byte order mark and Latin-1")
        << QByteArray("\xef\xbb\xbf\xe4") << QStringView(u"\xfeff\xdce4").toString();
    QTest::newRow("surrogate written as UTF-8")
        << QByteArray("\xed\xb3\xa4") << QStringView(u"\xdced\xdcb3\xdca4").toString();
    QTest::newRow("line break, dash") << QByteArray("-rf\n\x01") << QStringLiteral("-rf\n\x01");
}

void TestPath::bytesComeBack()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, path);
    QCOMPARE(files::pathFromBytes(bytes), path);
    QCOMPARE(files::pathToBytes(path), bytes);
}

void TestPath::everyPairOfBytesComesBack()
{
    for (int first = 1; first < 256; ++first) {
        for (int second = 1; second < 256; ++second) {
            const char bytes[] = {'x', static_cast<char>(first), static_cast<char>(second), 'y'};
            const QByteArray name(bytes, sizeof bytes);
            QCOMPARE(files::pathToBytes(files::pathFromBytes(name)), name);
        }
    }
}

void TestPath::shownOnOneLine()
{
    QCOMPARE(files::displayPath("a\nb\x7f"), QStringLiteral("a\\x0ab\\x7f"));
    QCOMPARE(files::displayPath("\xe4"), QStringLiteral("\\xe4"));
    QCOMPARE(files::displayPath("\xc3\xa4"), QStringLiteral("\u00e4"));
}

QTEST_GUILESS_MAIN(TestPath)
#include "tst_path.moc"
