// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/syntax/table.h"
#include "tests/support/corpus.h"
#include "tests/support/randomsource.h"

#include <QFileInfo>
#include <QProcess>
#include <QSet>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using syntax::Row;
using syntax::Table;
using syntax::TableKind;
using syntax::Text;

namespace {

Table tableOf(const QByteArray &bytes, TableKind kind)
{
    return {Text(bytes, Text::Layout::Chunked), kind};
}

bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.flush())
        return false;
    // Postfix waits until a file is two seconds old.
    return file.setFileTime(QDateTime::currentDateTime().addSecs(-60), QFileDevice::FileModificationTime);
}

/// Blanks and the ways to quote are Postfix's own in a listing of aliases.
QByteArray withoutBlanks(QByteArray text)
{
    for (const char c : {' ', '\t', '\r', '"', '\\'})
        text.replace(c, "");
    return text;
}

/// What postmap -s or postalias -s would list, sorted: of equal keys the first counts.
QByteArrayList listed(const Table &table)
{
    const bool isAliases = table.kind() == TableKind::Aliases;
    QByteArrayList lines;
    QSet<QByteArray> seen;
    for (qsizetype i = 0; i < table.rowCount(); ++i) {
        const Row row = table.row(i);
        if (!row.enabled || row.form != Row::Form::Entry)
            continue;
        const QByteArray key = isAliases ? table.keyOf(row).toLower() : table.keyOf(row);
        if (seen.contains(key))
            continue;
        seen.insert(key);
        lines += isAliases ? key + ":" + withoutBlanks(table.storedValueOf(row))
                           : key + '\t' + table.storedValueOf(row);
    }
    std::sort(lines.begin(), lines.end());
    return lines;
}

QByteArrayList linesOf(const QByteArray &listing, TableKind kind)
{
    QByteArrayList lines;
    for (const QByteArray &line : listing.split('\n')) {
        if (line.isEmpty() || line.startsWith("@:\t") || line.startsWith("YP_LAST_MODIFIED")
            || line.startsWith("YP_MASTER_NAME"))
            continue;
        if (kind != TableKind::Aliases) {
            lines += line;
            continue;
        }
        // "key:<tab>value", and a key may have a colon.
        const qsizetype tab = line.indexOf(":\t");
        lines += line.first(tab) + ':' + withoutBlanks(line.sliced(tab + 2));
    }
    std::sort(lines.begin(), lines.end());
    return lines;
}

TableKind kindOf(const QString &path)
{
    if (path.endsWith(u".aliases"))
        return TableKind::Aliases;
    if (path.endsWith(u".regexp") || path.endsWith(u".pcre"))
        return TableKind::Pattern;
    return path.endsWith(u".cidr") ? TableKind::Cidr : TableKind::KeyValue;
}

QByteArray run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    process.waitForFinished(30000);
    return process.readAllStandardOutput();
}

} // namespace

class TableParityTest : public QObject
{
    Q_OBJECT

private slots:
    void listsWhatPostfixListed();
    void skipsWhatPostfixSkipped();
    void readsWhatPostmapReads();
    void readsWhatPostaliasReads();
    void listsWhatPostfixListsNow();

private:
    QString indexType(const QString &postconf);
    QString program(const QString &name);
    QTemporaryDir m_folder;
};

void TableParityTest::listsWhatPostfixListed()
{
    const QDir oracle(corpus::folder() + QStringLiteral("/oracle/maps"));
    if (!oracle.exists())
        QSKIP("There is no corpus with Postfix's own listings here (POSTWRIGHT_CORPUS names one).");
    int files = 0;
    qsizetype rows = 0;
    for (const QString &path : corpus::files()) {
        const QFileInfo info(path);
        if (info.suffix() != u"map" && info.suffix() != u"aliases")
            continue;
        const QString listing = oracle.filePath(info.dir().dirName() + u'/' + info.completeBaseName())
            + QStringLiteral("/list.out");
        if (!QFile::exists(listing))
            continue;
        const TableKind kind = kindOf(info.fileName());
        const QByteArrayList expected = linesOf(corpus::read(listing), kind);
        QByteArrayList ours = listed(tableOf(corpus::read(info.filePath()), kind));
        // Postfix ignores lines that are not UTF-8.
        ours.removeIf([](const QByteArray &line) { return !line.isValidUtf8(); });
        QVERIFY2(ours == expected,
                 qPrintable(info.filePath() + u'\n' + QString::fromUtf8(ours.join('\n'))
                            + QStringLiteral("\n--\n") + QString::fromUtf8(expected.join('\n'))));
        ++files;
        rows += expected.size();
    }
    qInfo("%d tables with %lld rows are read as Postfix listed them", files, static_cast<long long>(rows));
    QVERIFY2(files > 0, "the named corpus has no listed tables");
}

void TableParityTest::skipsWhatPostfixSkipped()
{
    const QDir oracle(corpus::folder() + QStringLiteral("/oracle/maps"));
    if (!oracle.exists())
        QSKIP("There is no corpus with Postfix's own warnings here (POSTWRIGHT_CORPUS names one).");
    int files = 0;
    int skipped = 0;
    for (const QString &path : corpus::files()) {
        const QFileInfo info(path);
        const QString base = oracle.filePath(info.dir().dirName() + u'/' + info.completeBaseName());
        if (!QFile::exists(base + QStringLiteral("/list.out")))
            continue;
        QSet<qsizetype> expected;
        for (const QByteArray &line : corpus::read(base + QStringLiteral("/list.err")).split('\n')) {
            const bool isAboutTheLine = line.contains("skipping this rule")
                || line.contains("ignoring this line") || line.contains("unrecognized request")
                || line.contains("need name:value") || line.contains("must be local");
            const qsizetype number = line.indexOf(", line ");
            if (isAboutTheLine && number >= 0)
                expected.insert(line.sliced(number + 7).split(':').first().toLongLong());
        }
        const Table table = tableOf(corpus::read(info.filePath()), kindOf(info.fileName()));
        QSet<qsizetype> ours;
        for (qsizetype i = 0; i < table.rowCount(); ++i) {
            const Row row = table.row(i);
            if (!row.enabled || row.form != Row::Form::Stray)
                continue;
            // Aliases are warned about by the last line, everything else by the first.
            const bool isAlias = table.kind() == TableKind::Aliases;
            ours.insert(table.text().lineAt(isAlias ? row.whole.end - 1 : row.whole.begin) + 1);
        }
        if (table.kind() == TableKind::Aliases)
            QCOMPARE(ours.size(), expected.size());
        else
            QVERIFY2(ours == expected, qPrintable(info.filePath()));
        ++files;
        skipped += static_cast<int>(expected.size());
    }
    qInfo("%d tables, %d lines that Postfix skips", files, skipped);
    QVERIFY2(files > 0, "the named corpus has no tables");
}

QString TableParityTest::program(const QString &name)
{
    const QString found = QStandardPaths::findExecutable(name);
    if (!found.isEmpty())
        return found;
    return QStandardPaths::findExecutable(name, {QStringLiteral("/usr/sbin"), QStringLiteral("/sbin")});
}

/// One that postalias can write and list; empty without any.
QString TableParityTest::indexType(const QString &postconf)
{
    const QByteArray types = run(postconf, {QStringLiteral("-m")});
    for (const char *name : {"lmdb", "cdb", "hash"}) {
        if (types.split('\n').contains(name))
            return QString::fromLatin1(name);
    }
    return {};
}

void TableParityTest::readsWhatPostmapReads()
{
    const QString postmap = program(QStringLiteral("postmap"));
    if (postmap.isEmpty())
        QSKIP("Postfix is not installed here.");
    support::RandomSource random("postmap reads the same");
    const QByteArrayList pieces{"a b\n",
                                "user@example.com  x, y\n",
                                "# c\n",
                                "\n",
                                "  more\n",
                                "\t, z \n",
                                "k\n",
                                "\"a b\" c\n",
                                "\"open\n",
                                "x\\ y z\n",
                                "r\tv\r\n",
                                "  \r\n",
                                "#off@example.com x\n",
                                "e v",
                                " # in\n",
                                "q \"w e\n",
                                "\"\\\"\" v\n",
                                QByteArray("n\0u l\n", 6),
                                QByteArray("m v\0w\n", 6)};
    int rows = 0;
    for (int i = 0; i < 60; ++i) {
        const QByteArray bytes = random.text(pieces, 30);
        const QString path = m_folder.filePath(QStringLiteral("map%1").arg(i));
        QVERIFY(write(path, bytes));
        const QByteArrayList expected = linesOf(
            run(postmap, {QStringLiteral("-u"), QStringLiteral("-fs"), QStringLiteral("texthash:") + path}),
            TableKind::KeyValue);
        const QByteArrayList ours = listed(tableOf(bytes, TableKind::KeyValue));
        QVERIFY2(ours == expected, bytes.toPercentEncoding().constData());
        rows += static_cast<int>(ours.size());
    }
    qInfo("60 tables with %d rows are read as postmap reads them", rows);
    QVERIFY(rows > 60);
}

void TableParityTest::readsWhatPostaliasReads()
{
    const QString postalias = program(QStringLiteral("postalias"));
    const QString postconf = program(QStringLiteral("postconf"));
    if (postalias.isEmpty() || postconf.isEmpty())
        QSKIP("Postfix is not installed here.");
    const QString type = indexType(postconf);
    if (type.isEmpty())
        QSKIP("This Postfix has no table type that postalias can write and list.");
    support::RandomSource random("postalias reads the same");
    const QByteArrayList pieces{"a: b\n",
                                "root:\tx, y\n",
                                "# c\n",
                                "\n",
                                "  more\n",
                                "\t, z \n",
                                "k\n",
                                "\"a b\": c\n",
                                "x\\ y: z\n",
                                "r:v\r\n",
                                "  \r\n",
                                "#off: x\n",
                                "e: v",
                                " # in\n",
                                "d.e-f_g : h\n",
                                "p: \"|/bin/x y: z\"\n",
                                "f: /var/mail/x\n",
                                "i: :include:/etc/x\n",
                                "n@o: p\n",
                                "t u: w\n",
                                "\"q:r\": s\n",
                                "v(c): w\n",
                                "empty:\n",
                                "l, m: n\n",
                                "\"e\\\"f\": g\n"};
    int rows = 0;
    for (int i = 0; i < 40; ++i) {
        const QByteArray bytes = random.text(pieces, 25);
        const QString path = m_folder.filePath(QStringLiteral("aliases%1").arg(i));
        QVERIFY(write(path, bytes));
        run(postalias, {type + u':' + path});
        const QByteArrayList expected =
            linesOf(run(postalias, {QStringLiteral("-s"), type + u':' + path}), TableKind::Aliases);
        const QByteArrayList ours = listed(tableOf(bytes, TableKind::Aliases));
        QVERIFY2(ours == expected,
                 (bytes.toPercentEncoding() + '\n' + ours.join('\n') + "\n--\n" + expected.join('\n'))
                     .constData());
        rows += static_cast<int>(ours.size());
    }
    qInfo("40 tables with %d aliases are read as postalias reads them", rows);
    QVERIFY(rows > 40);
}

/// Every table of the corpus, key by key and value by value, as the Postfix that is installed lists it.
void TableParityTest::listsWhatPostfixListsNow()
{
    const QString postmap = program(QStringLiteral("postmap"));
    const QString postalias = program(QStringLiteral("postalias"));
    const QString type = indexType(program(QStringLiteral("postconf")));
    if (postmap.isEmpty() || postalias.isEmpty() || type.isEmpty())
        QSKIP("Postfix is not installed here.");
    int files = 0;
    qsizetype rows = 0;
    for (const QString &path : corpus::files()) {
        const QFileInfo info(path);
        const bool isAliases = info.suffix() == u"aliases";
        if (info.suffix() != u"map" && !isAliases)
            continue;
        const TableKind kind = kindOf(info.fileName());
        const QByteArray bytes = corpus::read(path);
        const QString copy = m_folder.filePath(QStringLiteral("corpus%1").arg(files));
        QVERIFY(write(copy, bytes));
        QByteArray listing;
        if (isAliases) {
            run(postalias, {QStringLiteral("-u"), type + u':' + copy});
            listing = run(postalias, {QStringLiteral("-u"), QStringLiteral("-s"), type + u':' + copy});
        } else {
            listing = run(postmap,
                          {QStringLiteral("-u"), QStringLiteral("-fs"), QStringLiteral("texthash:") + copy});
        }
        const QByteArrayList expected = linesOf(listing, kind);
        const QByteArrayList ours = listed(tableOf(bytes, kind));
        QVERIFY2(ours == expected,
                 qPrintable(path + u'\n' + QString::fromUtf8(ours.join('\n')) + QStringLiteral("\n--\n")
                            + QString::fromUtf8(expected.join('\n'))));
        ++files;
        rows += expected.size();
    }
    if (files == 0 && !corpus::isNamed())
        QSKIP("There is no corpus here (POSTWRIGHT_CORPUS names one).");
    qInfo("%d tables with %lld rows are read as the installed Postfix lists them", files,
          static_cast<long long>(rows));
    QVERIFY2(files > 0, "the named corpus has no tables");
}

QTEST_GUILESS_MAIN(TableParityTest)
#include "tst_tableparity.moc"
