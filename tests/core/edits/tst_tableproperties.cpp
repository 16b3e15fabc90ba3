// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/edits/tableedits.h"
#include "tests/support/randomsource.h"
#include "tests/support/tablesnapshot.h"

#include <QTest>

#include <algorithm>

using edits::Outcome;
using model::Draft;
using model::FileId;
using model::FileKind;
using syntax::Row;
using syntax::Table;

namespace {

constexpr FileId tableId = FileId::FirstOther;

bool isBlank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/// Runs of blanks as one, none at the ends.
QByteArray simplified(const QByteArray &text)
{
    QByteArray result;
    for (const char c : text) {
        if (!isBlank(c))
            result += c;
        else if (!result.isEmpty() && !result.endsWith(' '))
            result += ' ';
    }
    return result.endsWith(' ') ? result.chopped(1) : result;
}

/// Postfix's reading of a table, written once more and as simply as can be: the logical lines that count.
QByteArrayList logicalLines(const QByteArray &bytes)
{
    QByteArrayList lines;
    bool orphaned = false;
    for (qsizetype at = 0; at < bytes.size();) {
        qsizetype end = bytes.indexOf('\n', at);
        if (end < 0)
            end = bytes.size();
        const QByteArray line = bytes.sliced(at, end - at);
        at = end + 1;
        const QByteArray text = simplified(line);
        if (text.isEmpty() || text.startsWith('#'))
            continue;
        if (!isBlank(line.front())) {
            lines += line;
            orphaned = false;
        } else if (!lines.isEmpty() && !orphaned) {
            lines.last() += line;
        } else {
            orphaned = true;
        }
    }
    for (QByteArray &line : lines) {
        const qsizetype nul = line.indexOf('\0');
        line = nul < 0 ? line : line.first(nul);
        // Postfix takes the blanks at the end off, and a carriage return is one.
        while (!line.isEmpty() && isBlank(line.back()))
            line.chop(1);
    }
    return lines;
}

struct Entry
{
    QByteArray key;
    QByteArray value;
    bool negated = false;
};

/// Key and value of a line that is an entry; anything for one that is none.
Entry split(const QByteArray &line, FileKind kind)
{
    Entry entry;
    qsizetype at = 0;
    if (kind == FileKind::KeyValue) {
        bool quoted = false;
        while (at < line.size() && (quoted || !isBlank(line[at]))) {
            if (line[at] == '\\')
                ++at;
            else if (line[at] == '"')
                quoted = !quoted;
            ++at;
        }
    } else if (kind == FileKind::Aliases) {
        bool quoted = false;
        const bool isPlain = !line.contains('"');
        while (at < line.size() && (quoted || line[at] != ':')) {
            if (line[at] == '\\' && at + 1 < line.size())
                entry.key += line[++at];
            else if (line[at] == '"')
                quoted = !quoted;
            else if (isPlain || quoted || !isBlank(line[at]))
                entry.key += line[at];
            ++at;
        }
        if (isPlain)
            entry.key = simplified(entry.key);
        entry.value = simplified(line.sliced(std::min(line.size(), at + 1)));
        return entry;
    } else {
        if (line.size() > 2 && line.first(2).toLower() == "if"
            && !QChar::isLetterOrNumber(static_cast<uchar>(line[2])))
            at = 2;
        while (at < line.size() && (line[at] == '!' || isBlank(line[at])))
            entry.negated ^= line[at++] == '!';
        const qsizetype begin = at;
        if (kind == FileKind::Pattern && at < line.size()) {
            const char delimiter = line[at++];
            while (at < line.size() && line[at] != delimiter)
                at += line[at] == '\\' ? 2 : 1;
        }
        while (at < line.size() && !isBlank(line[at]))
            ++at;
        at = std::min(at, line.size());
        entry.key = line.sliced(begin, at - begin);
        entry.value = simplified(line.sliced(at));
        return entry;
    }
    at = std::min(at, line.size());
    entry.key = line.first(at);
    entry.value = simplified(line.sliced(at));
    return entry;
}

const QByteArrayList &rowPieces(FileKind kind)
{
    static const QByteArrayList keyValue{"a b\n",
                                         "user@example.com\ttarget\n",
                                         "example.org   OK\n",
                                         "key  a,\n  b\n",
                                         "\"q r\"@x.y  z\n",
                                         "#off@example.com x\n",
                                         "# on.example.com\ty\n",
                                         "#m@n.o a,\n#  b\n",
                                         "d\n",
                                         "e REJECT go away\n"};
    static const QByteArrayList aliases{"a: b\n",
                                        "root:\t\tyou\n",
                                        "\"q r\": s, t\n",
                                        "list: a,\n  b,\n# why\n  c\n",
                                        "pipe: \"|/bin/x y\"\n",
                                        "#off: x\n",
                                        "# alsooff: y\n",
                                        "#m: a,\n#\tb\n",
                                        "none:\n",
                                        "f : /var/x\n"};
    static const QByteArrayList patterns{
        "/a/ OK\n",     "/^b c$/i  REJECT x\n", "!/d/\tDUNNO\n",  "if /e/\n",
        "endif\n",      "|/f|  FILTER x:y\n",   "#/off/ OK\n",    "# /alsooff/ OK\n",
        "/g\n  h/ i\n", "/j/ k\n   l\n",        "nonsense here\n"};
    static const QByteArrayList cidr{"10.0.0.0/8 OK\n",   "192.168.0.0/16\tREJECT x\n",
                                     "!::1/128  DUNNO\n", "if 10.0.0.0/8\n",
                                     "endif\n",           "#172.16.0.0/12 OK\n",
                                     "# 127.0.0.1 OK\n",  "2001:db8::/32 x\n   y\n",
                                     "nonsense OK\n",     "10.1.1.1\n"};
    switch (kind) {
    case FileKind::Aliases:
        return aliases;
    case FileKind::Pattern:
        return patterns;
    case FileKind::Cidr:
        return cidr;
    default:
        return keyValue;
    }
}

QByteArray randomTable(support::RandomSource &random, FileKind kind)
{
    static const QByteArrayList between{"\n",        "# a remark\n",   "# two\n# lines\n", "   \n",
                                        "#\n",       "  # indented\n", "#\tdeep prose\n",  "\r\n",
                                        "\xe4\xf6\n"};
    QByteArray bytes;
    if (random.oneIn(25))
        bytes += "  an orphan\n";
    for (qsizetype left = random.below(9); left > 0; --left)
        bytes += random.oneIn(3) ? random.oneOf(between) : random.oneOf(rowPieces(kind));
    if (random.oneIn(8))
        bytes.replace('\n', "\r\n");
    if (random.oneIn(4) && bytes.endsWith('\n'))
        bytes.chop(bytes.endsWith("\r\n") ? 2 : 1);
    if (random.oneIn(40))
        bytes.insert(random.below(bytes.size() + 1), '\0');
    return bytes;
}

QByteArray randomKey(support::RandomSource &random, FileKind kind)
{
    static const QByteArrayList odd{"", " x", "#y", "a b", "\"open", "x\ny", "if /q/", "endif", "/", "!"};
    if (random.oneIn(10))
        return random.oneOf(odd);
    switch (kind) {
    case FileKind::Aliases:
        return random.oneOf(
            QByteArrayList{"new", "John Doe", "a:b", "x\"y", "back\\slash", "owner-new", "user@host"});
    case FileKind::Pattern:
        return random.oneOf(QByteArrayList{"/new/", "/new/i", "^bare$", "http://x", "|p/q|", "!/not/"});
    case FileKind::Cidr:
        return random.oneOf(QByteArrayList{"10.9.0.0/16", "::/0", "2001:db8::1", "!10.8.0.0/16"});
    default:
        return random.oneOf(
            QByteArrayList{"new", "new@example.com", "\"a b\"@c", ".example.com", "[host]:25"});
    }
}

QByteArray randomValue(support::RandomSource &random)
{
    return random.oneOf(QByteArrayList{"x", "x, y", "REJECT now", "a,\nb", "a,\n#c\nb", "", "#z", "  s  ",
                                       "x,\r\ny", "b", "a, b, c", "OK"});
}

bool isOrphan(const Table &table, const Row &row)
{
    return row.form == Row::Form::Stray
        && isBlank(table.text().view({row.whole.begin, row.whole.begin + 1}).front());
}

bool isRead(const Table &table, qsizetype index)
{
    const Row row = table.row(index);
    return row.enabled && !isOrphan(table, row);
}

/// Where the line of row `index` is among the logical lines.
qsizetype lineOf(const Table &table, qsizetype index)
{
    qsizetype line = 0;
    for (qsizetype i = 0; i < index; ++i)
        line += isRead(table, i) ? 1 : 0;
    return line;
}

/// What the bytes before and after one edit have in common at both ends covers all but one place.
bool isOnePlace(const QByteArray &before, const QByteArray &after, qsizetype from, qsizetype to)
{
    const QByteArray head = before.first(from);
    const QByteArray tail = before.sliced(to);
    return after.startsWith(head) && after.endsWith(tail) && after.size() >= head.size() + tail.size();
}

} // namespace

class TablePropertiesTest : public QObject
{
    Q_OBJECT

private slots:
    void editsMeanWhatWasAsked_data();
    void editsMeanWhatWasAsked();
};

void TablePropertiesTest::editsMeanWhatWasAsked_data()
{
    QTest::addColumn<FileKind>("kind");
    QTest::newRow("key/value tables") << FileKind::KeyValue;
    QTest::newRow("aliases") << FileKind::Aliases;
    QTest::newRow("patterns") << FileKind::Pattern;
    QTest::newRow("networks") << FileKind::Cidr;
}

void TablePropertiesTest::editsMeanWhatWasAsked()
{
    QFETCH(FileKind, kind);
    support::RandomSource random("edits mean what was asked");
    constexpr int cases = 12000;
    int made = 0;
    for (int i = 0; i < cases; ++i) {
        const QByteArray before = randomTable(random, kind);
        const model::Snapshot start = support::snapshotWithTable(before, kind);
        const Table &old = *start.file(tableId).table();
        QByteArrayList expected = logicalLines(before);
        qsizetype read = 0;
        for (qsizetype row = 0; row < old.rowCount(); ++row)
            read += isRead(old, row) ? 1 : 0;
        QVERIFY2(read == expected.size(), before.toPercentEncoding().constData());

        Draft draft(start);
        const qsizetype rows = old.rowCount();
        const qsizetype row = random.below(rows);
        const qsizetype other = random.below(rows + 1);
        const auto action = static_cast<int>(random.below(6));
        const QByteArray key = randomKey(random, kind);
        const QByteArray value = randomValue(random);
        Outcome outcome;
        QByteArray what;
        switch (rows == 0 ? 0 : action) {
        case 0:
            what = "add " + QByteArray::number(other) + ' ' + key + " = " + value;
            outcome = edits::addRow(draft, tableId, other, key, value);
            break;
        case 1:
            what = "key " + QByteArray::number(row) + ' ' + key;
            outcome = edits::setRowKey(draft, tableId, row, key);
            break;
        case 2:
            what = "value " + QByteArray::number(row) + ' ' + value;
            outcome = edits::setRowValue(draft, tableId, row, value);
            break;
        case 3:
            what = "remove " + QByteArray::number(row);
            outcome = edits::removeRow(draft, tableId, row);
            break;
        case 4:
            what = "move " + QByteArray::number(row) + " before " + QByteArray::number(other);
            outcome = edits::moveRow(draft, tableId, row, other);
            break;
        default:
            what = "switch " + QByteArray::number(row);
            outcome = edits::setRowEnabled(draft, tableId, row, !old.row(row).enabled);
        }
        const QByteArray after = draft.snapshot().file(tableId).text().bytes();
        const QByteArray story = what.toPercentEncoding(" =") + "  |  " + before.toPercentEncoding("\n ")
            + "  =>  " + after.toPercentEncoding("\n ");
        if (outcome) {
            QVERIFY2(after == before && draft.changes().isEmpty(), story.constData());
            continue;
        }
        ++made;
        QCOMPARE(model::applied(draft.snapshot(), draft.inverse()).file(tableId).text().bytes(), before);
        QCOMPARE(model::applied(start, draft.changes()).file(tableId).text().bytes(), after);
        if (rows > 0 && (after == before)) {
            continue;
        }

        // What is read afterwards, line by line: all lines but those of the row stay as they were.
        const QByteArrayList lines = logicalLines(after);
        const auto isEntry = [&](const QByteArray &line, const QByteArray &wantedKey,
                                 const QByteArray &wantedValue) {
            const Entry entry = split(line, kind);
            const bool negated = wantedKey.startsWith('!') && wantedKey.size() > 1;
            const QByteArray plain = negated ? wantedKey.sliced(1) : wantedKey;
            const bool sameKey = entry.key == plain
                || (kind == FileKind::Pattern && entry.key.size() > 2
                    && entry.key.sliced(1).chopped(1) == plain)
                || (kind == FileKind::Pattern && plain.startsWith("if ") && entry.key == plain.sliced(3))
                || (plain == "endif" && line.startsWith("endif"));
            return sameKey && entry.value == simplified(wantedValue) && (!negated || entry.negated);
        };
        if (rows == 0 || action == 0) {
            const qsizetype at = lineOf(old, rows == 0 ? 0 : other);
            QVERIFY2(lines.size() == expected.size() + 1 && isEntry(lines[at], key, value),
                     story.constData());
            expected.insert(at, lines[at]);
        } else if (action == 3) {
            if (isRead(old, row))
                expected.removeAt(lineOf(old, row));
        } else if (action == 4) {
            if (isRead(old, row)) {
                const qsizetype from = lineOf(old, row);
                const qsizetype to = lineOf(old, other);
                expected.move(from, to > from ? to - 1 : to);
            }
        } else if (action == 5) {
            const qsizetype at = lineOf(old, row);
            if (isRead(old, row)) {
                expected.removeAt(at);
            } else if (!old.row(row).enabled) {
                QVERIFY2(lines.size() == expected.size() + 1, story.constData());
                const Row::Form form = old.row(row).form;
                QVERIFY2(form != Row::Form::Entry
                             || isEntry(lines[at], old.keyOf(old.row(row)), old.valueOf(old.row(row))),
                         story.constData());
                expected.insert(at, lines[at]);
            }
        } else if (isRead(old, row)) {
            const qsizetype at = lineOf(old, row);
            QVERIFY2(lines.size() == expected.size(), story.constData());
            const QByteArray wantedKey = action == 1 ? key : old.keyOf(old.row(row));
            const QByteArray wantedValue = action == 2 ? value : old.valueOf(old.row(row));
            QVERIFY2(isEntry(lines[at], wantedKey, wantedValue), story.constData());
            expected[at] = lines[at];
        } else {
            const Table &now = *draft.snapshot().file(tableId).table();
            QVERIFY2(!now.row(row).enabled, story.constData());
        }
        QVERIFY2(lines == expected, story.constData());

        // Bytes outside the row, or the place it comes to, never change.
        if (rows > 0 && (action == 1 || action == 2 || action == 5)) {
            const syntax::ByteRange whole = old.row(row).whole;
            QVERIFY2(isOnePlace(before, after, whole.begin, whole.end), story.constData());
        } else if (rows > 0 && action == 3) {
            const qsizetype from = old.remarkOf(old.row(row)).begin;
            const qsizetype lineEnd = before.first(from).endsWith("\r\n") ? 2 : from > 0 ? 1 : 0;
            QVERIFY2(isOnePlace(before, after, from - lineEnd, old.row(row).whole.end), story.constData());
        } else if (rows > 0 && action == 4) {
            QByteArrayList linesBefore = QByteArray(before).replace('\r', "").split('\n');
            QByteArrayList linesAfter = QByteArray(after).replace('\r', "").split('\n');
            linesBefore.removeAll({});
            linesAfter.removeAll({});
            std::sort(linesBefore.begin(), linesBefore.end());
            std::sort(linesAfter.begin(), linesAfter.end());
            QVERIFY2(linesBefore == linesAfter, story.constData());
        }
    }
    qInfo("%d cases, %d edits made, %d refused", cases, made, cases - made);
    QVERIFY2(made > cases / 2, "most edits are possible");
}

QTEST_GUILESS_MAIN(TablePropertiesTest)
#include "tst_tableproperties.moc"
