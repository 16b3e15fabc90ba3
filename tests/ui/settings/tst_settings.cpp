// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/settings.h"

#include <QTemporaryDir>
#include <QTest>

using namespace ui;

class tst_Settings : public QObject
{
    Q_OBJECT

private slots:
    void whatIsNotSetIsTheDefault();
    void whatIsSetIsReadBack();
    void recentFoldersAreEachOnceAndTen();

private:
    QTemporaryDir m_folder;
};

void tst_Settings::whatIsNotSetIsTheDefault()
{
    QSettings store(m_folder.filePath(QStringLiteral("a.ini")), QSettings::IniFormat);
    const Settings settings(store);
    QCOMPARE(settings.get(settings::tabWidth), 8);
    QCOMPARE(settings.get(settings::checkWhileTyping), true);
    QVERIFY(settings.get(settings::geometry).isEmpty());
}

void tst_Settings::whatIsSetIsReadBack()
{
    const QString path = m_folder.filePath(QStringLiteral("b.ini"));
    {
        QSettings store(path, QSettings::IniFormat);
        Settings settings(store);
        settings.set(settings::tabWidth, 4);
        settings.set(settings::checkWhileTyping, false);
        settings.set(settings::layout, QByteArray("\0\xff", 2));
    }
    QSettings store(path, QSettings::IniFormat);
    const Settings settings(store);
    QCOMPARE(settings.get(settings::tabWidth), 4);
    QCOMPARE(settings.get(settings::checkWhileTyping), false);
    QCOMPARE(settings.get(settings::layout), QByteArray("\0\xff", 2));
}

void tst_Settings::recentFoldersAreEachOnceAndTen()
{
    QSettings store(m_folder.filePath(QStringLiteral("c.ini")), QSettings::IniFormat);
    Settings settings(store);
    for (int i = 0; i < 12; ++i)
        addRecentFolder(settings, QStringLiteral("/f/%1").arg(i));
    addRecentFolder(settings, QStringLiteral("/f/5"));
    QCOMPARE(recentFolders(settings).size(), 10);
    QCOMPARE(recentFolders(settings).first(), QStringLiteral("/f/5"));
    QCOMPARE(recentFolders(settings).count(QStringLiteral("/f/5")), 1);
    removeRecentFolder(settings, QStringLiteral("/f/5"));
    QVERIFY(!recentFolders(settings).contains(QStringLiteral("/f/5")));
}

QTEST_MAIN(tst_Settings)
#include "tst_settings.moc"
