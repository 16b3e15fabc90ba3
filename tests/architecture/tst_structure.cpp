// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QDirIterator>
#include <QFile>
#include <QHash>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

namespace {

// Who may include whom, besides what those may include. A new edge is a decision, and this is where it is
// taken.
const QHash<QString, QStringList> allowed{
    {QStringLiteral("core/base"), {}},
    {QStringLiteral("core/syntax"), {QStringLiteral("core/base")}},
    {QStringLiteral("core/catalog"), {QStringLiteral("core/base")}},
    {QStringLiteral("core/files"), {QStringLiteral("core/base")}},
    {QStringLiteral("core/tools"), {QStringLiteral("core/base")}},
    {QStringLiteral("core/diff"), {QStringLiteral("core/syntax")}},
    {QStringLiteral("core/values"), {QStringLiteral("core/syntax")}},
    {QStringLiteral("core/model"), {QStringLiteral("core/syntax"), QStringLiteral("core/catalog")}},
    {QStringLiteral("core/edits"), {QStringLiteral("core/model")}},
    {QStringLiteral("core/usages"), {QStringLiteral("core/edits"), QStringLiteral("core/catalog")}},
    {QStringLiteral("core/effective"), {QStringLiteral("core/model"), QStringLiteral("core/catalog")}},
    {QStringLiteral("core/restrictions"), {QStringLiteral("core/edits"), QStringLiteral("core/effective")}},
    {QStringLiteral("core/submission"), {QStringLiteral("core/restrictions")}},
    {QStringLiteral("core/postscreen"), {QStringLiteral("core/submission")}},
    {QStringLiteral("core/filters"), {QStringLiteral("core/master"), QStringLiteral("core/restrictions")}},
    {QStringLiteral("core/routing"),
     {QStringLiteral("core/edits"), QStringLiteral("core/effective"), QStringLiteral("core/tables")}},
    {QStringLiteral("core/master"), {QStringLiteral("core/edits"), QStringLiteral("core/effective")}},
    {QStringLiteral("core/completion"), {QStringLiteral("core/usages")}},
    {QStringLiteral("core/patterns"), {QStringLiteral("core/syntax")}},
    {QStringLiteral("core/lint"),
     {QStringLiteral("core/edits"), QStringLiteral("core/effective"), QStringLiteral("core/patterns"),
      QStringLiteral("core/submission")}},
    {QStringLiteral("core/lookup"), {QStringLiteral("core/effective"), QStringLiteral("core/patterns")}},
    {QStringLiteral("core/delivery"), {QStringLiteral("core/lookup")}},
    {QStringLiteral("core/upgrade"), {QStringLiteral("core/lint")}},
    {QStringLiteral("core/folder"),
     {QStringLiteral("core/model"), QStringLiteral("core/diff"), QStringLiteral("core/files")}},
    {QStringLiteral("core/tables"),
     {QStringLiteral("core/edits"), QStringLiteral("core/folder"), QStringLiteral("core/lint"),
      QStringLiteral("core/lookup"), QStringLiteral("core/restrictions")}},
    {QStringLiteral("core/certificates"), {QStringLiteral("core/base")}},
    {QStringLiteral("core/facts"),
     {QStringLiteral("core/lint"), QStringLiteral("core/folder"), QStringLiteral("core/certificates")}},
    {QStringLiteral("core/sasl"), {QStringLiteral("core/edits"), QStringLiteral("core/effective")}},
    {QStringLiteral("core/tls"), {QStringLiteral("core/facts"), QStringLiteral("core/tools")}},
    {QStringLiteral("core/review"), {QStringLiteral("core/folder")}},
    {QStringLiteral("core/check"),
     {QStringLiteral("core/certificates"), QStringLiteral("core/files"), QStringLiteral("core/folder"),
      QStringLiteral("core/lint"), QStringLiteral("core/tools")}},
    {QStringLiteral("core/indexes"),
     {QStringLiteral("core/facts"), QStringLiteral("core/files"), QStringLiteral("core/tables"),
      QStringLiteral("core/tools")}},
    {QStringLiteral("core/clients"),
     {QStringLiteral("core/catalog"), QStringLiteral("core/edits"), QStringLiteral("core/folder")}},
    {QStringLiteral("core/tablemoves"),
     {QStringLiteral("core/patterns"), QStringLiteral("core/tables"), QStringLiteral("core/usages")}},
    {QStringLiteral("core/postconf"), {QStringLiteral("core/edits"), QStringLiteral("core/catalog")}},
    {QStringLiteral("core/bundle"),
     {QStringLiteral("core/check"), QStringLiteral("core/folder"), QStringLiteral("core/review")}},

    {QStringLiteral("ui/settings"), {}},
    {QStringLiteral("ui/widgets"), {}},
    {QStringLiteral("ui/session"),
     {QStringLiteral("core/check"), QStringLiteral("core/completion"), QStringLiteral("core/effective"),
      QStringLiteral("core/facts"), QStringLiteral("core/folder"), QStringLiteral("core/edits"),
      QStringLiteral("core/indexes"), QStringLiteral("ui/widgets")}},
    {QStringLiteral("ui/text"), {QStringLiteral("core/model"), QStringLiteral("ui/widgets")}},
    {QStringLiteral("ui/editor"),
     {QStringLiteral("ui/session"), QStringLiteral("ui/settings"), QStringLiteral("ui/text")}},
    {QStringLiteral("ui/forms"),
     {QStringLiteral("core/restrictions"), QStringLiteral("core/tls"), QStringLiteral("core/values"),
      QStringLiteral("ui/session"), QStringLiteral("ui/settings"), QStringLiteral("ui/widgets")}},
    {QStringLiteral("ui/access"),
     {QStringLiteral("core/restrictions"), QStringLiteral("core/usages"), QStringLiteral("ui/forms")}},
    {QStringLiteral("ui/grids"),
     {QStringLiteral("core/master"), QStringLiteral("core/tables"), QStringLiteral("core/usages"),
      QStringLiteral("ui/session"), QStringLiteral("ui/settings"), QStringLiteral("ui/text")}},
    {QStringLiteral("ui/tables"),
     {QStringLiteral("core/indexes"), QStringLiteral("core/tables"), QStringLiteral("ui/grids")}},
    {QStringLiteral("ui/preview"),
     {QStringLiteral("core/review"), QStringLiteral("ui/session"), QStringLiteral("ui/settings"),
      QStringLiteral("ui/text")}},
    {QStringLiteral("ui/problems"), {QStringLiteral("ui/preview"), QStringLiteral("ui/widgets")}},
    {QStringLiteral("ui/usages"),
     {QStringLiteral("ui/session"), QStringLiteral("ui/settings"), QStringLiteral("ui/text"),
      QStringLiteral("ui/widgets")}},
    {QStringLiteral("ui/lookup"),
     {QStringLiteral("core/tables"), QStringLiteral("ui/session"), QStringLiteral("ui/text"),
      QStringLiteral("ui/widgets")}},
    {QStringLiteral("ui/tabletools"),
     {QStringLiteral("core/clients"), QStringLiteral("core/indexes"), QStringLiteral("core/tablemoves"),
      QStringLiteral("core/tables"), QStringLiteral("ui/preview"), QStringLiteral("ui/session"),
      QStringLiteral("ui/text"), QStringLiteral("ui/widgets")}},
    {QStringLiteral("ui/upgrade"), {QStringLiteral("core/upgrade"), QStringLiteral("ui/preview")}},
    {QStringLiteral("ui/aliases"),
     {QStringLiteral("core/delivery"), QStringLiteral("core/tables"), QStringLiteral("ui/session"),
      QStringLiteral("ui/widgets")}},
    {QStringLiteral("ui/pages"),
     {QStringLiteral("core/filters"), QStringLiteral("core/postscreen"), QStringLiteral("core/routing"),
      QStringLiteral("core/sasl"), QStringLiteral("core/submission"), QStringLiteral("core/tls"),
      QStringLiteral("core/usages"), QStringLiteral("ui/access"), QStringLiteral("ui/aliases"),
      QStringLiteral("ui/editor"), QStringLiteral("ui/forms"), QStringLiteral("ui/grids"),
      QStringLiteral("ui/preview"), QStringLiteral("ui/problems"), QStringLiteral("ui/tables"),
      QStringLiteral("ui/tabletools")}},
    {QStringLiteral("ui/shell"),
     {QStringLiteral("ui/pages"), QStringLiteral("ui/lookup"), QStringLiteral("ui/tabletools"),
      QStringLiteral("ui/upgrade"), QStringLiteral("ui/usages"), QStringLiteral("core/bundle")}},
    {QStringLiteral("app/cli"),
     {QStringLiteral("core/bundle"), QStringLiteral("core/delivery"), QStringLiteral("core/facts"),
      QStringLiteral("core/postconf"), QStringLiteral("core/tables")}},
    {QStringLiteral("app/desktop"), {QStringLiteral("ui/shell")}},
};

// Files that are longer than 500 lines, and why.
const QHash<QString, QString> longFiles{};

const QString root = QStringLiteral(SOURCE_DIR "/");

QSet<QString> reachable(const QString &folder)
{
    QSet<QString> found{folder};
    QStringList open{folder};
    while (!open.isEmpty()) {
        for (const QString &next : allowed.value(open.takeLast())) {
            if (!found.contains(next)) {
                found.insert(next);
                open.append(next);
            }
        }
    }
    return found;
}

QStringList sourcesIn(const QString &folder)
{
    QStringList sources;
    QDirIterator files(root + folder, {QStringLiteral("*.h"), QStringLiteral("*.cpp")}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext())
        sources.append(files.next());
    return sources;
}

QString contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

class TestStructure : public QObject
{
    Q_OBJECT

private slots:
    void everyFolderIsOnTheMap();
    void folderIncludesOnlyWhatTheMapAllows_data();
    void folderIncludesOnlyWhatTheMapAllows();
    void coreKnowsNothingAboveQtCore();
    void commandLineLoadsNoGuiLibrary();
    void filesAreShortAndLicensed();
};

void TestStructure::everyFolderIsOnTheMap()
{
    int seen = 0;
    for (const QString &top : {QStringLiteral("core"), QStringLiteral("ui"), QStringLiteral("app")}) {
        const QStringList folders = QDir(root + top).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
        for (const QString &folder : folders) {
            QVERIFY2(allowed.contains(top + u'/' + folder), qPrintable(top + u'/' + folder));
            ++seen;
        }
    }
    QVERIFY(seen > 0);
}

void TestStructure::folderIncludesOnlyWhatTheMapAllows_data()
{
    QTest::addColumn<QString>("folder");
    for (auto it = allowed.cbegin(); it != allowed.cend(); ++it) {
        if (QDir(root + it.key()).exists())
            QTest::newRow(qPrintable(it.key())) << it.key();
    }
}

void TestStructure::folderIncludesOnlyWhatTheMapAllows()
{
    QFETCH(const QString, folder);
    static const QRegularExpression include(QStringLiteral("^#include \"((?:core|ui|app)/[a-z]+)/"),
                                            QRegularExpression::MultilineOption);
    const QSet<QString> mayInclude = reachable(folder);
    const QStringList sources = sourcesIn(folder);
    QVERIFY(!sources.isEmpty());
    for (const QString &path : sources) {
        auto matches = include.globalMatch(contentOf(path));
        while (matches.hasNext()) {
            const QString target = matches.next().captured(1);
            QVERIFY2(mayInclude.contains(target), qPrintable(path + QStringLiteral(" includes ") + target));
        }
    }
}

void TestStructure::coreKnowsNothingAboveQtCore()
{
    static const QRegularExpression include(QStringLiteral("^#include <(Q[A-Za-z]+)>"),
                                            QRegularExpression::MultilineOption);
    QStringList headerFolders = QStringLiteral(QT_CORE_HEADERS).split(u':');
    int checked = 0;
    for (const QString &path : sourcesIn(QStringLiteral("core"))) {
        auto matches = include.globalMatch(contentOf(path));
        while (matches.hasNext()) {
            const QString header = matches.next().captured(1);
            const bool isOfQtCore =
                std::any_of(headerFolders.cbegin(), headerFolders.cend(), [&](const QString &folder) {
                    return folder.endsWith(QStringLiteral("/QtCore"))
                        && QFile::exists(folder + u'/' + header);
                });
            QVERIFY2(isOfQtCore, qPrintable(path + QStringLiteral(" includes ") + header));
            ++checked;
        }
    }
    QVERIFY(checked > 0);
}

void TestStructure::commandLineLoadsNoGuiLibrary()
{
    const QString tool = QStringLiteral(CORE_TOOL);
    QProcess ldd;
    ldd.start(QStringLiteral("ldd"), {tool});
    QVERIFY(ldd.waitForFinished());
    const QByteArray libraries = ldd.readAllStandardOutput();
    QVERIFY(libraries.contains("libQt6Core"));
    QVERIFY(!libraries.contains("libQt6Gui") && !libraries.contains("libQt6Widgets"));
    // They would double the time that postconf -n takes.
    QVERIFY(!libraries.contains("libgit2") && !libraries.contains("libarchive")
            && !libraries.contains("libcrypto"));
}

void TestStructure::filesAreShortAndLicensed()
{
    for (const QString &top : {QStringLiteral("core"), QStringLiteral("ui"), QStringLiteral("app")}) {
        for (const QString &path : sourcesIn(top)) {
            const QString content = contentOf(path);
            QVERIFY2(content.startsWith(QStringLiteral("// SPDX-FileCopyrightText: ")), qPrintable(path));
            QVERIFY2(content.contains(QStringLiteral("SPDX-License-Identifier: GPL-3.0-or-later")),
                     qPrintable(path));
            const bool isShort = content.count(u'\n') <= 500 || longFiles.contains(path.sliced(root.size()));
            QVERIFY2(isShort, qPrintable(path + QStringLiteral(" has more than 500 lines")));
        }
    }
}

QTEST_GUILESS_MAIN(TestStructure)
#include "tst_structure.moc"
