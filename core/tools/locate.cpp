// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tools/locate.h"

#include <QByteArrayView>

#include <algorithm>

namespace tools {

namespace {

constexpr char mainCfName[] = "main.cf";
constexpr char masterCfName[] = "master.cf";

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\v' || c == '\f';
}

bool isNameByte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/// Postfix prints '?' for bytes that are not printable.
bool isPrintedAs(QByteArrayView bytes, const QByteArray &printed)
{
    return std::equal(bytes.begin(), bytes.end(), printed.begin(), printed.end(),
                      [](char byte, char shown) { return byte == shown || shown == '?'; });
}

struct Line
{
    int number = 0;
    QByteArrayView bytes;
    bool continues = false; ///< it belongs to the logical line that began above: readllines() in readlline.c
};

/// All lines but comments and blank ones.
QList<Line> linesOf(const QByteArray &file)
{
    QList<Line> lines;
    const QByteArrayView view(file);
    int number = 0;
    for (qsizetype start = 0; start < view.size(); ++number) {
        const qsizetype newline = view.indexOf('\n', start);
        const qsizetype end = newline < 0 ? view.size() : newline;
        const QByteArrayView bytes = view.sliced(start, end - start);
        const auto *text = std::find_if_not(bytes.begin(), bytes.end(), isBlank);
        if (text != bytes.end() && *text != '#')
            lines.append(Line{.number = number + 1, .bytes = bytes, .continues = isBlank(bytes.front())});
        start = end + 1;
    }
    return lines;
}

QByteArrayView nameSetBy(const Line &line)
{
    const qsizetype equals = line.bytes.indexOf('=');
    return line.continues || equals < 0 ? QByteArrayView() : line.bytes.first(equals).trimmed();
}

int lineSetting(const QList<Line> &mainCf, const QByteArray &name)
{
    const auto found = std::find_if(mainCf.rbegin(), mainCf.rend(),
                                    [&name](const Line &line) { return isPrintedAs(nameSetBy(line), name); });
    return found == mainCf.rend() ? 0 : found->number;
}

/// `-o name=value`, `-o { name = value }`: the name between a blank or brace and an equals sign.
bool overrides(const Line &line, const QByteArray &name)
{
    const QByteArrayView bytes = line.bytes;
    for (qsizetype at = 0; at + name.size() < bytes.size(); ++at) {
        if (!isPrintedAs(bytes.sliced(at, name.size()), name))
            continue;
        const bool begins =
            at > 0 && (isBlank(bytes[at - 1]) || bytes[at - 1] == '{' || bytes[at - 1] == 'o');
        const auto *next = std::find_if_not(bytes.begin() + at + name.size(), bytes.end(), isBlank);
        if (begins && next != bytes.end() && *next == '=')
            return true;
    }
    return false;
}

int lineOverriding(const QList<Line> &masterCf, const QByteArray &name)
{
    const auto found = std::find_if(masterCf.begin(), masterCf.end(),
                                    [&name](const Line &line) { return overrides(line, name); });
    return found == masterCf.end() ? 0 : found->number;
}

/// `$name`, `${name...` or `$(name...`
bool uses(const Line &line, const QByteArray &name)
{
    const QByteArrayView bytes = line.bytes;
    for (qsizetype dollar = bytes.indexOf('$'); dollar >= 0; dollar = bytes.indexOf('$', dollar + 1)) {
        qsizetype at = dollar + 1;
        if (at < bytes.size() && (bytes[at] == '{' || bytes[at] == '('))
            ++at;
        while (at < bytes.size() && isBlank(bytes[at]))
            ++at;
        const qsizetype end = at + name.size();
        if (end <= bytes.size() && isPrintedAs(bytes.sliced(at, name.size()), name)
            && (end == bytes.size() || !isNameByte(bytes[end])))
            return true;
    }
    return false;
}

int lineUsing(const QList<Line> &lines, const QByteArray &name)
{
    const auto found =
        std::find_if(lines.begin(), lines.end(), [&name](const Line &line) { return uses(line, name); });
    return found == lines.end() ? 0 : found->number;
}

int lineOfService(const QList<Line> &masterCf, const QByteArray &service)
{
    const auto found = std::find_if(masterCf.rbegin(), masterCf.rend(), [&service](const Line &line) {
        const QList<QByteArray> fields = line.bytes.toByteArray().simplified().split(' ');
        return !line.continues && fields.size() > 1 && isPrintedAs(fields[0] + '/' + fields[1], service);
    });
    return found == masterCf.rend() ? 0 : found->number;
}

/// What stands between the outermost quotes, as in: truncated macro reference: "${x"
QByteArray quotedIn(const QString &text)
{
    const auto first = text.indexOf(u'"');
    const auto last = text.lastIndexOf(u'"');
    return last > first + 1 ? text.mid(first + 1, last - first - 1).trimmed().toUtf8() : QByteArray();
}

int lineContaining(const QList<Line> &lines, const QByteArray &bytes)
{
    const auto found = std::find_if(lines.begin(), lines.end(),
                                    [&bytes](const Line &line) { return line.bytes.contains(bytes); });
    return found == lines.end() ? 0 : found->number;
}

class Locator
{
public:
    Locator(const QByteArray &mainCf, const QByteArray &masterCf)
        : m_mainCf(linesOf(mainCf)), m_masterCf(linesOf(masterCf))
    {
    }

    void locate(Message &message) const
    {
        if (message.line > 0 && !isWrongLine(message))
            return;
        if (!message.service.isEmpty())
            take(message, masterCfName, lineOfService(m_masterCf, message.service));
        else if (!message.parameter.isEmpty())
            locateParameter(message);
        else
            locateQuoted(message);
    }

private:
    bool isWrongLine(const Message &message) const
    {
        const auto line = std::find_if(m_mainCf.begin(), m_mainCf.end(),
                                       [&message](const Line &l) { return l.number == message.line; });
        return message.file == QLatin1String(mainCfName) && !message.parameter.isEmpty()
            && (line == m_mainCf.end() || !isPrintedAs(nameSetBy(*line), message.parameter))
            && lineSetting(m_mainCf, message.parameter) > 0;
    }

    void locateParameter(Message &message) const
    {
        const QByteArray &name = message.parameter;
        const QString file = message.file;
        take(message, mainCfName, lineSetting(m_mainCf, name), file)
            || take(message, masterCfName, lineOverriding(m_masterCf, name), file)
            || take(message, mainCfName, lineUsing(m_mainCf, name), file)
            || take(message, masterCfName, lineUsing(m_masterCf, name), file);
    }

    void locateQuoted(Message &message) const
    {
        const QByteArray quoted = quotedIn(message.text);
        const QString file = message.file;
        if (!quoted.isEmpty())
            take(message, mainCfName, lineContaining(m_mainCf, quoted), file)
                || take(message, masterCfName, lineContaining(m_masterCf, quoted), file);
    }

    /// Only what was found counts, and only in the file the message is about, if it tells one.
    static bool take(Message &message, const char *file, int line, const QString &only = {})
    {
        const QString name = QLatin1String(file);
        if (line == 0 || (!only.isEmpty() && only != name))
            return false;
        message.file = name;
        message.line = line;
        return true;
    }

    QList<Line> m_mainCf;
    QList<Line> m_masterCf;
};

} // namespace

QList<Message> located(const QList<Message> &messages, const QByteArray &mainCf, const QByteArray &masterCf)
{
    const Locator locator(mainCf, masterCf);
    QList<Message> result = messages;
    for (Message &message : result)
        locator.locate(message);
    return result;
}

} // namespace tools
