// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/edits/valuewriter.h"

#include "core/syntax/logicallines.h"

namespace edits {

namespace {

using syntax::ByteRange;
using syntax::MainCf;
using syntax::Setting;

/// What the second line of the value starts with; null when there is none.
QByteArray ownPrefix(const MainCf &file, const Setting &setting)
{
    if (!setting.value.in(file.text()).contains('\n') && !setting.separator.in(file.text()).contains('\n'))
        return {};
    const QList<ByteRange> pieces = file.piecesOf(setting);
    const qsizetype firstLineEnd = syntax::physicalLineAt(file.text(), setting.name.end).end;
    for (const ByteRange &piece : pieces) {
        if (piece.begin < firstLineEnd)
            continue;
        const qsizetype lineBegin = file.text().lastIndexOf('\n', piece.begin - 1) + 1;
        const QByteArray prefix = file.text().sliced(lineBegin, piece.begin - lineBegin);
        return prefix.contains('=') ? QByteArray() : prefix;
    }
    return {};
}

/// What the nearest setting with more than one line starts them with, `index` itself included.
QByteArray prefixNear(const MainCf &file, qsizetype index, bool enabled)
{
    const QList<Setting> &settings = file.settings();
    for (qsizetype away = 0; away <= settings.size(); ++away) {
        for (const qsizetype near : {index - away, index + away}) {
            if (near < 0 || near >= settings.size() || settings.at(near).enabled != enabled)
                continue;
            QByteArray prefix = ownPrefix(file, settings.at(near));
            if (!prefix.isEmpty())
                return prefix;
        }
    }
    return {};
}

} // namespace

QByteArrayList valueLines(const QByteArray &value)
{
    QByteArrayList lines;
    for (qsizetype at = 0; at < value.size();) {
        const ByteRange line = syntax::physicalLineAt(value, at);
        const QByteArray text = syntax::trimmed(value, line).in(value).toByteArray();
        at = line.end;
        if (text.isEmpty())
            continue;
        if (text.startsWith('#') && !lines.isEmpty())
            lines.last() += ' ' + text;
        else
            lines.append(text);
    }
    return lines;
}

qsizetype behindEquals(const MainCf &file, const Setting &setting)
{
    const QByteArrayView text = file.text();
    for (qsizetype at = setting.name.end; at < setting.whole.end;) {
        const ByteRange line = syntax::physicalLineAt(text, at);
        const ByteRange inner = syntax::trimmed(text, line);
        // Between the name and the '=' there may be comments.
        if (!inner.isEmpty() && text[inner.begin] == '=')
            return inner.begin + 1;
        at = line.end;
    }
    Q_UNREACHABLE();
}

QByteArray lineEndAt(QByteArrayView text, qsizetype offset)
{
    qsizetype end = text.indexOf('\n', offset);
    if (end < 0)
        end = text.lastIndexOf('\n');
    return end > 0 && text[end - 1] == '\r' ? QByteArrayLiteral("\r\n") : QByteArrayLiteral("\n");
}

QByteArray continuationPrefix(const MainCf &file, qsizetype index)
{
    const Setting &setting = file.settings().at(index);
    QByteArray prefix = ownPrefix(file, setting);
    if (prefix.isEmpty())
        prefix = prefixNear(file, index, setting.enabled);
    if (!prefix.isEmpty())
        return prefix;
    return ByteRange{setting.whole.begin, setting.name.begin}.in(file.text()).toByteArray() + "    ";
}

QByteArray newContinuationPrefix(const MainCf &file, qsizetype model)
{
    const QByteArray prefix = prefixNear(file, model < 0 ? file.settings().size() : model, true);
    return prefix.isEmpty() ? QByteArrayLiteral("    ") : prefix;
}

QByteArray settingText(const QByteArray &head, const QByteArrayList &lines, const QByteArray &prefix,
                       const QByteArray &lineEnd)
{
    QByteArray text = head;
    for (qsizetype i = 0; i < lines.size(); ++i)
        text += i == 0 ? lines[i] : lineEnd + prefix + lines[i];
    return text;
}

Replacements replaceWholeValue(const MainCf &file, qsizetype index, const QByteArrayList &lines)
{
    const Setting &setting = file.settings().at(index);
    const QByteArrayView text = file.text();
    const qsizetype behind = behindEquals(file, setting);
    if (lines.isEmpty())
        return {{{behind, setting.value.end}, {}}};
    const bool startsBelow = ByteRange{behind, setting.value.begin}.in(text).contains('\n');
    qsizetype begin = setting.value.begin;
    QByteArray head;
    if (startsBelow && lines.first().startsWith('#')) { // would be a comment down there
        begin = behind;
        head = " ";
    } else if (begin == behind && setting.value.isEmpty() && text[setting.name.end] != '=') {
        head = " ";
    }
    const QByteArray prefix = lines.size() > 1 ? continuationPrefix(file, index) : QByteArray();
    return {
        {{begin, setting.value.end}, settingText(head, lines, prefix, lineEndAt(text, setting.whole.begin))}};
}

} // namespace edits
