// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lookup/open.h"
#include "tests/core/lookup/tables.h"
#include "tests/support/share.h"

#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using lookup::MapPointer;

namespace {

constexpr int rowsPerTable = 60;
constexpr int keysPerTable = support::share(1000);
constexpr quint32 tablesPerType = 4;

QString systemProgram(const QString &name)
{
    return QStandardPaths::findExecutable(
        name, qEnvironmentVariable("PATH").split(u':') + QStringList{QStringLiteral("/usr/sbin")});
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
    // Postfix reads a text that was just written again and again until it has cooled down.
    file.flush();
    QVERIFY(file.setFileTime(QDateTime::currentDateTime().addSecs(-3600), QFileDevice::FileModificationTime));
}

QByteArrayList firstWords(const QByteArray &text)
{
    QByteArrayList words;
    for (const QByteArray &line : text.split('\n')) {
        const QByteArray word = line.left(line.indexOf(' ')).trimmed();
        if (!word.isEmpty() && !word.startsWith('#') && !word.contains('\0') && words.size() < 200)
            words.append(word.endsWith(':') ? word.chopped(1) : word);
    }
    return words;
}

base::Result<syntax::Table> readTable(const QByteArray &path, syntax::TableKind kind)
{
    const QByteArray bytes = contentOf(QFile::decodeName(path));
    return syntax::Table(syntax::Text(bytes, syntax::Text::Layout::Chunked), kind);
}

} // namespace

class TestLookupParity : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void generatedTablesAnswerAlike_data();
    void generatedTablesAnswerAlike();
    void everyLetterFoldsAlike();
    void corpusTablesAnswerAlike();
    void errorsAreErrorsToPostmapToo_data();
    void errorsAreErrorsToPostmapToo();
    void cleanupTestCase();

private:
    struct Asked
    {
        int status = -1;
        QByteArray out;
        QByteArray err;
    };
    static Asked run(const QString &program, const QStringList &arguments, const QByteArray &input = {})
    {
        QProcess process;
        process.start(program, arguments);
        process.write(input);
        process.closeWriteChannel();
        if (!process.waitForFinished(60000) || process.exitStatus() != QProcess::NormalExit)
            return {};
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }
    QString configuration(bool isUtf8) const
    {
        return m_folder.filePath(isUtf8 ? QStringLiteral("utf8") : QStringLiteral("bytes"));
    }
    Asked ask(const QByteArray &name, const QByteArray &keys, bool isUtf8, bool areAliases) const
    {
        return run(areAliases ? m_postalias : m_postmap,
                   {QStringLiteral("-c"), configuration(isUtf8), QStringLiteral("-q"), QStringLiteral("-"),
                    QFile::decodeName(name)},
                   keys);
    }
    void compare(const QByteArray &name, const QByteArrayList &keys, bool isUtf8, bool areAliases);

    QTemporaryDir m_folder;
    QString m_postmap = systemProgram(QStringLiteral("postmap"));
    QString m_postalias = systemProgram(QStringLiteral("postalias"));
    QByteArrayList m_types;
    /// Folders of the corpus with configurations of clients rather than tables.
    const QByteArrayList m_notAsked{"ldap", "mysql", "pgsql", "sqlite", "other"};
    qint64 m_lookups = 0;
    qint64 m_found = 0;
    qint64 m_errors = 0;
};

void TestLookupParity::initTestCase()
{
    if (m_postmap.isEmpty() || m_postalias.isEmpty())
        QSKIP("Postfix is not installed.");
    for (const bool isUtf8 : {false, true}) {
        QVERIFY(QDir().mkpath(configuration(isUtf8)));
        writeFile(configuration(isUtf8) + QStringLiteral("/main.cf"),
                  QByteArray("compatibility_level = 3.6\nsmtputf8_enable = ") + (isUtf8 ? "yes" : "no")
                      + "\n");
    }
    m_types =
        run(systemProgram(QStringLiteral("postconf")), {QStringLiteral("-m")}).out.simplified().split(' ');
    QVERIFY(m_types.contains("texthash"));
}

void TestLookupParity::compare(const QByteArray &name, const QByteArrayList &keys, bool isUtf8,
                               bool areAliases)
{
    const MapPointer map =
        lookup::open(name, {.read = readTable, .rules = {.isUtf8 = isUtf8}, .areAliases = areAliases});
    QByteArray ours;
    QByteArrayList answered;
    for (const QByteArray &key : keys) {
        const lookup::Answer answer = map->find(key);
        if (answer.isError()) {
            // It ends there, so such a key is asked alone.
            if (m_errors++ % 20 == 0) {
                const Asked alone = ask(name, key + '\n', isUtf8, areAliases);
                QVERIFY2(alone.err.contains("query error"), alone.err.right(500).constData());
            }
            continue;
        }
        answered.append(key);
        if (answer.isFound()) {
            ours += key + (areAliases ? ":\t" : "\t") + answer.value + '\n';
            ++m_found;
            const QList<lookup::Match> rows = map->matches(key);
            QVERIFY2(!rows.isEmpty(), key.constData());
        }
    }
    m_lookups += answered.size();
    const Asked asked = ask(name, answered.join('\n') + '\n', isUtf8, areAliases);
    QVERIFY2(asked.status == 0 || asked.status == 1, asked.err.right(500).constData());
    if (ours == asked.out)
        return;
    const QByteArrayList left = ours.split('\n');
    const QByteArrayList right = asked.out.split('\n');
    for (qsizetype i = 0; i < qMin(left.size(), right.size()); ++i)
        QCOMPARE(left[i], right[i]);
    QCOMPARE(left.size(), right.size());
}

void TestLookupParity::generatedTablesAnswerAlike_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<bool>("isUtf8");
    for (const char *type : {"hash", "btree", "lmdb", "cdb", "texthash", "regexp", "pcre", "cidr", "inline",
                             "static", "unionmap", "pipemap", "aliases hash", "aliases lmdb", "inline regexp",
                             "inline pcre", "inline cidr"}) {
        const QByteArray installed = QByteArray(type).split(' ').last();
        if (!m_types.contains(installed)) {
            qInfo("%s tables are not installed.", type);
            continue;
        }
        QTest::addRow("%s, bytes", type) << QByteArray(type) << false;
        QTest::addRow("%s, UTF-8", type) << QByteArray(type) << true;
    }
}

void TestLookupParity::generatedTablesAnswerAlike()
{
    QFETCH(const QByteArray, type);
    QFETCH(const bool, isUtf8);
    const bool areAliases = type.startsWith("aliases ");
    const QByteArray kind = type.split(' ').last();
    const bool isInline = type.startsWith("inline");
    for (quint32 seed = 1; seed <= tablesPerType; ++seed) {
        // The name of a table goes through the command line as text.
        tables::Maker maker(seed, isUtf8 || isInline || kind == "static");
        QByteArrayList known;
        const auto file = [&](const char *base, const QByteArray &text) {
            const QString path =
                m_folder.filePath(QStringLiteral("%1-%2-%3-%4")
                                      .arg(QString::fromLatin1(base), QString::fromLatin1(type).remove(u' '))
                                      .arg(isUtf8)
                                      .arg(seed));
            writeFile(path, text);
            return QFile::encodeName(path);
        };
        QByteArray name;
        if (kind == "inline") {
            name = "inline:" + maker.inlined(rowsPerTable, known);
        } else if (kind == "static") {
            known = {"a", "B"};
            name = seed % 2 ? "static:" + maker.word() : "static:{ " + maker.word() + " x }";
        } else if (kind == "unionmap" || kind == "pipemap") {
            const QByteArray keyed = "texthash:" + file("keyed", maker.keyValues(rowsPerTable, known));
            const QByteArray pattern =
                "pcre:" + file("pattern", maker.patterns(rowsPerTable / 6, true, known));
            const bool isKeyedFirst = seed % 2 != 0;
            name = kind + ":{" + (isKeyedFirst ? keyed + ", " + pattern : pattern + " " + keyed)
                + (kind == "unionmap" ? ",inline:{ x=y, root=z }}" : "}");
        } else if (isInline) {
            name = kind + ':'
                + tables::inlinedLines(kind == "cidr"
                                           ? maker.networks(rowsPerTable, known)
                                           : maker.patterns(rowsPerTable / 2, kind == "pcre", known));
        } else if (kind == "regexp" || kind == "pcre") {
            name = kind + ':' + file("rules", maker.patterns(rowsPerTable / 2, kind == "pcre", known));
        } else if (kind == "cidr") {
            name = kind + ':' + file("networks", maker.networks(rowsPerTable, known));
        } else {
            const QByteArray path =
                file("keys",
                     areAliases ? maker.aliases(rowsPerTable, known) : maker.keyValues(rowsPerTable, known));
            name = kind + ':' + path;
            if (kind != "texthash") {
                const Asked made =
                    run(areAliases ? m_postalias : m_postmap,
                        {QStringLiteral("-c"), configuration(isUtf8), QFile::decodeName(name)});
                QVERIFY2(made.status == 0, made.err.constData());
            }
        }
        QByteArrayList keys;
        for (int i = 0; i < keysPerTable; ++i)
            keys.append(maker.question(known));
        compare(name, keys, isUtf8, areAliases);
        if (QTest::currentTestFailed())
            return;
    }
}

void TestLookupParity::everyLetterFoldsAlike()
{
    QByteArray text;
    QByteArrayList keys;
    // Letters of Unicode 15 and later may fold in one of the two libraries only.
    for (char16_t code = 0x80; code < 0xabc0; ++code) {
        const QString letter = QChar(code);
        const bool folds = letter.toCaseFolded() != letter || letter.toUpper() != letter;
        if (!folds || letter.at(0).unicodeVersion() > QChar::Unicode_12_1)
            continue;
        const QByteArray key = "x" + letter.toUtf8() + "y";
        text += key + " " + QByteArray::number(code, 16) + "\n";
        for (const QString &other : {letter.toUpper(), letter.toCaseFolded()})
            keys.append("X" + other.toUtf8() + "Y");
    }
    for (const char *ligatures : {"\xef\xac\x80", "\xef\xac\x83", "\xef\xac\x97", "ff", "ffi"}) {
        text += QByteArray(ligatures) + " x\n";
        keys.append(ligatures);
    }
    const QString path = m_folder.filePath(QStringLiteral("letters"));
    writeFile(path, text);
    compare("texthash:" + QFile::encodeName(path), keys, true, false);
}

void TestLookupParity::corpusTablesAnswerAlike()
{
    const QString corpus =
        qEnvironmentVariable("POSTWRIGHT_CORPUS", QStringLiteral(SOURCE_DIR "/../shared/corpus"));
    if (!QDir(corpus).exists())
        QSKIP("There is no corpus; POSTWRIGHT_CORPUS names one.");
    int asked = 0;
    QDirIterator files(corpus + QStringLiteral("/maps"), QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString source = files.next();
        const QByteArray folder = QFileInfo(source).dir().dirName().toLatin1();
        if (m_notAsked.contains(folder))
            continue;
        const QByteArray text = contentOf(source);
        QByteArrayList known = folder == "cidr" ? QByteArrayList{"192.0.2.1", "10.1.2.3", "2001:db8::1"}
                                                : QByteArrayList{"root", "Subject: x"};
        known += firstWords(text);
        tables::Maker maker(static_cast<quint32>(asked), false);
        QByteArrayList keys = known;
        while (keys.size() < 100)
            keys.append(maker.question(known));
        const QString path = m_folder.filePath(QStringLiteral("corpus-%1").arg(asked++));
        writeFile(path, text);
        const bool areAliases = folder == "aliases";
        const bool arePatterns = folder == "regexp_pcre" || folder == "header_checks";
        const QByteArrayList types = folder == "cidr" ? QByteArrayList{"cidr"}
            : arePatterns                             ? QByteArrayList{"regexp", "pcre"}
            : areAliases                              ? QByteArrayList{"hash"}
                                                      : QByteArrayList{"hash", "texthash"};
        for (const QByteArray &type : types) {
            const QByteArray name = type + ':' + QFile::encodeName(path);
            // Making an index takes the disk its time; the text says the same.
            if (type == "hash" && asked % (areAliases ? 2 : 8) != 0)
                continue;
            if (type == "hash")
                QCOMPARE(run(areAliases ? m_postalias : m_postmap,
                             {QStringLiteral("-c"), configuration(false), QFile::decodeName(name)})
                             .status,
                         0);
            compare(name, keys, false, areAliases);
            if (QTest::currentTestFailed()) {
                qInfo("%s as %s", qPrintable(source), type.constData());
                return;
            }
        }
    }
    QVERIFY(asked > 0);
    qInfo("%d tables of the corpus.", asked);
}

void TestLookupParity::errorsAreErrorsToPostmapToo_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<bool>("isError");
    const auto row = [](const char *name, bool isError) {
        QTest::newRow(name) << QByteArray(name) << isError;
    };
    row("inline:{a=1}", false);
    row("inline:{}", true);
    row("inline:{ }", true);
    row("inline:{a}", true);
    row("inline:{=a}", false);
    row("inline:a=1", true);
    row("inline:{a=1,{b = c d}}", false);
    row("inline:{a=1,{b = c}d}", true);
    row("static:{a", true);
    row("static:{a}b", true);
    row("static:{ a } ", true);
    row("static:{ a }", false);
    row("randmap:{a}", false);
    row("randmap:{ }", true);
    row("randmap:a", true);
    row("unionmap:{inline:{a=1}}", false);
    row("unionmap:{}", true);
    row("unionmap:{a}", true);
    row("pipemap:{inline:{a=b},static:c}", false);
    row("pipemap:{x}", true);
    row("fail:x", true);
    row("unionmap:{static:a,fail:x}", true);
    row("nosuch:x", true);
    row("texthash:/nosuch/file", true);
    row("regexp:/nosuch/file", true);
    row("pcre:{{/a/ b}}", false);
    row("pcre:{/a/ b}", true);
    row("cidr:{}", false);
    row("cidr:{", true);
}

void TestLookupParity::errorsAreErrorsToPostmapToo()
{
    QFETCH(const QByteArray, name);
    QFETCH(const bool, isError);
    const MapPointer map = lookup::open(name, {.read = [](const QByteArray &path, syntax::TableKind) {
                                            return base::Result<syntax::Table>(base::Error{
                                                base::Error::Code::NotFound, QFile::decodeName(path)});
                                        }});
    const lookup::Answer answer = map->find("a");
    QCOMPARE(answer.state == lookup::Answer::State::Failed, isError);
    QCOMPARE(answer.problem.isEmpty(), !isError);
    const Asked asked = run(m_postmap,
                            {QStringLiteral("-c"), configuration(false), QStringLiteral("-q"),
                             QStringLiteral("a"), QFile::decodeName(name)});
    QCOMPARE(asked.err.contains("fatal"), isError);
    if (!isError)
        QCOMPARE(asked.out, answer.isFound() ? answer.value + '\n' : QByteArray());
}

void TestLookupParity::cleanupTestCase()
{
    qInfo("%lld lookups, %lld of them found; %lld errors.", static_cast<long long>(m_lookups),
          static_cast<long long>(m_found), static_cast<long long>(m_errors));
}

QTEST_GUILESS_MAIN(TestLookupParity)
#include "tst_lookupparity.moc"
