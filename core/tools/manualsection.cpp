// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tools/manualsection.h"

#include <array>

namespace tools {

namespace {

struct Character
{
    QByteArrayView name;
    char16_t character;
};

constexpr std::array characters{Character{"bu", u'•'},  Character{"em", u'—'}, Character{"en", u'–'},
                                Character{"aq", u'\''}, Character{"dq", u'"'}, Character{"ga", u'`'},
                                Character{"ha", u'^'},  Character{"ti", u'~'}, Character{"rs", u'\\'}};

/// What a line of text, or the argument of a macro, says: groff(7), "Escape sequences".
QString unescaped(QByteArrayView source)
{
    QByteArray plain;
    for (qsizetype at = 0; at < source.size(); ++at) {
        if (source[at] != '\\' || at + 1 == source.size()) {
            plain += source[at];
            continue;
        }
        const char escape = source[++at];
        if (escape == 'f') {
            ++at; // a font
        } else if (escape == '(') {
            const QByteArrayView name = source.sliced(at + 1, std::min<qsizetype>(2, source.size() - at - 1));
            for (const Character &one : characters) {
                if (one.name == name)
                    plain += QStringView(&one.character, 1).toUtf8();
            }
            at += 2;
        } else if (escape == 'e') {
            plain += '\\';
        } else if (escape != '&' && escape != '|' && escape != '^') {
            plain += escape; // "\-", "\ ", "\\", "\."
        }
    }
    return QString::fromUtf8(plain);
}

/// The first argument of a macro, quoted or not.
QByteArrayView firstArgument(QByteArrayView line)
{
    const qsizetype blank = line.indexOf(' ');
    const QByteArrayView rest = blank < 0 ? QByteArrayView() : line.sliced(blank).trimmed();
    if (!rest.startsWith('"'))
        return rest.first(rest.indexOf(' ') < 0 ? rest.size() : rest.indexOf(' '));
    const qsizetype end = rest.indexOf('"', 1);
    return rest.sliced(1, (end < 0 ? rest.size() : end) - 1);
}

bool isMacro(QByteArrayView line, QByteArrayView macro)
{
    return line.startsWith(macro) && (line.size() == macro.size() || line[macro.size()] == ' ');
}

/// Puts the blocks of a section together, line by line.
class SectionBuilder
{
public:
    void addLine(QByteArrayView line)
    {
        if (line.startsWith('.') || line.startsWith('\''))
            addMacro(line);
        else if (m_isLiteral)
            addText(unescaped(line), u'\n');
        else if (line.trimmed().isEmpty())
            begin(ManualBlock::Kind::Paragraph);
        else
            addText(unescaped(line.trimmed()), u' ');
    }

    QList<ManualBlock> finish()
    {
        begin(ManualBlock::Kind::Paragraph);
        return std::move(m_blocks);
    }

private:
    void addMacro(QByteArrayView line)
    {
        if (isMacro(line, ".IP") || isMacro(line, ".TP")) {
            begin(ManualBlock::Kind::Item);
            m_block.tag = unescaped(firstArgument(line));
        } else if (isMacro(line, ".PP") || isMacro(line, ".LP") || isMacro(line, ".P")
                   || isMacro(line, ".sp")) {
            begin(m_isLiteral ? ManualBlock::Kind::Literal : ManualBlock::Kind::Paragraph);
        } else if (isMacro(line, ".nf")) {
            m_isLiteral = true;
            begin(ManualBlock::Kind::Literal);
        } else if (isMacro(line, ".fi")) {
            m_isLiteral = false;
            begin(ManualBlock::Kind::Paragraph);
        }
    }

    void addText(const QString &text, QChar separator)
    {
        if (!m_block.text.isEmpty())
            m_block.text += separator;
        m_block.text += text;
    }

    void begin(ManualBlock::Kind kind)
    {
        if (!m_block.text.trimmed().isEmpty() || !m_block.tag.isEmpty())
            m_blocks.append(m_block);
        m_block = ManualBlock{.kind = kind};
    }

    QList<ManualBlock> m_blocks;
    ManualBlock m_block;
    bool m_isLiteral = false;
};

QString indented(const QString &text)
{
    const QString indent(4, u' ');
    return indent + QString(text).replace(u'\n', u'\n' + indent);
}

} // namespace

QString ManualSection::plainText() const
{
    QString all = title;
    for (const ManualBlock &block : blocks) {
        all += QStringLiteral("\n\n");
        switch (block.kind) {
        case ManualBlock::Kind::Paragraph:
            all += block.text;
            break;
        case ManualBlock::Kind::Item:
            all += block.tag + u'\n' + indented(block.text);
            break;
        case ManualBlock::Kind::Literal:
            all += indented(block.text);
            break;
        }
    }
    return all;
}

std::optional<ManualSection> manualSection(QByteArrayView page, QByteArrayView parameter)
{
    constexpr QByteArrayView heading(".SH ");
    const QByteArray wanted = heading.toByteArray() + parameter.toByteArray() + ' ';
    qsizetype at = page.startsWith(wanted) ? 0 : page.indexOf('\n' + wanted);
    if (at < 0)
        return std::nullopt;
    at += page[at] == '\n' ? 1 : 0;
    const auto lineAt = [&](qsizetype begin) {
        const qsizetype end = page.indexOf('\n', begin);
        return page.sliced(begin, (end < 0 ? page.size() : end) - begin);
    };
    const QByteArrayView title = lineAt(at);
    ManualSection section{.title = unescaped(title.sliced(heading.size()).trimmed()), .blocks = {}};
    SectionBuilder builder;
    for (at += title.size() + 1; at < page.size();) {
        const QByteArrayView line = lineAt(at);
        if (line.startsWith(heading))
            break;
        builder.addLine(line);
        at += line.size() + 1;
    }
    section.blocks = builder.finish();
    return section;
}

} // namespace tools
