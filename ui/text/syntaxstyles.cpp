// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/text/syntaxstyles.h"

#include "core/syntax/logicallines.h"
#include "ui/widgets/colors.h"

#include <QPalette>

#include <algorithm>
#include <array>
#include <cstring>

namespace ui {

namespace {

using syntax::ByteRange;

/// Paints styles into a window on a file; what lies outside of the window is cut off.
class Styler
{
public:
    /// `bytes` are those of the file from `origin` on and cover at least `range`.
    Styler(QByteArrayView bytes, qsizetype origin, ByteRange range)
        : m_bytes(bytes),
          m_origin(origin),
          m_range(range),
          m_styles(range.size(), static_cast<char>(SyntaxStyle::Plain))
    {
    }

    const QByteArray &styles() const { return m_styles; }

    void paint(ByteRange range, SyntaxStyle style)
    {
        const qsizetype from = std::max(range.begin, m_range.begin);
        const qsizetype to = std::min(range.end, m_range.end);
        if (from < to)
            std::memset(m_styles.data() + from - m_range.begin, static_cast<char>(style),
                        static_cast<size_t>(to - from));
    }

    void paintPieces(const QList<ByteRange> &pieces, SyntaxStyle style)
    {
        for (const ByteRange &piece : pieces)
            paint(piece, style);
    }

    /// Every byte of `range` that is `wanted`.
    void paintBytes(ByteRange range, char wanted, SyntaxStyle style)
    {
        for (qsizetype at = range.begin; at < range.end; ++at) {
            if (byteAt(at) == wanted)
                paint({at, at + 1}, style);
        }
    }

    void paintComments();
    void paintValues(const QList<ByteRange> &pieces);

    /// Ranges of the file to ranges of `bytes` and back.
    QList<ByteRange> pieces(ByteRange value) const
    {
        const ByteRange known{std::max(value.begin, m_origin),
                              std::min(value.end, m_origin + m_bytes.size())};
        if (known.begin >= known.end)
            return {};
        QList<ByteRange> result =
            syntax::valuePieces(m_bytes, {known.begin - m_origin, known.end - m_origin});
        for (ByteRange &piece : result)
            piece = {piece.begin + m_origin, piece.end + m_origin};
        return result;
    }

private:
    char byteAt(qsizetype at) const
    {
        const qsizetype index = at - m_origin;
        return index >= 0 && index < m_bytes.size() ? m_bytes[index] : '\0';
    }
    void paintValue(ByteRange piece);
    void paintWord(ByteRange word);
    qsizetype paintReference(qsizetype at, qsizetype end);

    QByteArrayView m_bytes;
    qsizetype m_origin;
    ByteRange m_range;
    QByteArray m_styles;
};

bool isNameByte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// A number, or a time with its unit as conv_time() in src/global/conv_time.c has them.
bool isNumber(QByteArrayView word)
{
    if (!word.isEmpty() && std::strchr("smhdwSMHDW", word.back()) && word.back() != '\0')
        word.chop(1);
    return !word.isEmpty() && std::all_of(word.begin(), word.end(), isDigit);
}

bool isYesOrNo(QByteArrayView word)
{
    return word.compare("yes", Qt::CaseInsensitive) == 0 || word.compare("no", Qt::CaseInsensitive) == 0;
}

bool isMapType(QByteArrayView word)
{
    static constexpr auto types = std::to_array<const char *>(
        {"btree",  "cdb",    "check_",  "cidr",     "dbm",      "environ", "fail",  "hash",
         "inet",   "inline", "ldap",    "lmdb",     "memcache", "mongodb", "mysql", "nis",
         "pcre",   "pgsql",  "pipemap", "proxy",    "randmap",  "regexp",  "sdbm",  "socketmap",
         "sqlite", "static", "tcp",     "texthash", "unionmap", "unix"});
    return std::any_of(types.begin(), types.end(), [word](const char *type) { return word == type; });
}

void Styler::paintComments()
{
    for (qsizetype line = m_range.begin; line < m_range.end;) {
        qsizetype end = line;
        while (end < m_range.end && byteAt(end) != '\n')
            ++end;
        qsizetype first = line;
        while (first < end && syntax::isSpace(byteAt(first)))
            ++first;
        if (first < end && byteAt(first) == '#')
            paint({first, end}, SyntaxStyle::Comment);
        line = end + 1;
    }
}

void Styler::paintValues(const QList<ByteRange> &pieces)
{
    for (const ByteRange &piece : pieces)
        paintValue(piece);
}

/// $name, ${name...} and $(name...); "$$" is a dollar: mac_parse() in src/util/mac_parse.c.
qsizetype Styler::paintReference(qsizetype at, qsizetype end)
{
    qsizetype stop = at + 1;
    if (stop < end && byteAt(stop) == '$')
        return stop + 1;
    const bool braced = stop < end && (byteAt(stop) == '{' || byteAt(stop) == '(');
    if (braced)
        ++stop;
    while (stop < end && isNameByte(byteAt(stop)))
        ++stop;
    if (braced && stop < end && (byteAt(stop) == '}' || byteAt(stop) == ')'))
        ++stop;
    if (stop > at + 1)
        paint({at, stop}, SyntaxStyle::Reference);
    return stop;
}

void Styler::paintWord(ByteRange word)
{
    const QByteArrayView text = m_bytes.sliced(word.begin - m_origin, word.size());
    if (isNumber(text)) {
        paint(word, SyntaxStyle::Number);
    } else if (isYesOrNo(text)) {
        paint(word, SyntaxStyle::Word);
    } else {
        for (ByteRange part = word; part.begin < word.end;) {
            const qsizetype colon = text.indexOf(':', part.begin - word.begin);
            if (colon < 0)
                break;
            part.end = word.begin + colon;
            if (!isMapType(text.sliced(part.begin - word.begin, part.size())))
                break;
            paint({part.begin, part.end + 1}, SyntaxStyle::MapType);
            part.begin = part.end + 1; // proxy:mysql:
        }
        for (qsizetype at = word.begin; at < word.end;) {
            if (byteAt(at) == '$')
                at = paintReference(at, word.end);
            else
                ++at;
        }
    }
}

void Styler::paintValue(ByteRange piece)
{
    const qsizetype from = std::max(piece.begin, m_range.begin);
    const qsizetype end = std::min(piece.end, m_range.end);
    const auto endsWord = [](char c) { return c == ',' || syntax::isSpace(c); };
    for (qsizetype at = from; at < end;) {
        const char c = byteAt(at);
        if (c == ',' || c == '{' || c == '}') {
            paint({at, at + 1}, SyntaxStyle::Operator);
            ++at;
        } else if (syntax::isSpace(c)) {
            ++at;
        } else {
            const qsizetype begin = at;
            while (at < end && !endsWord(byteAt(at)))
                ++at;
            paintWord({begin, at});
        }
    }
}

void styleMainCf(Styler &styler, const syntax::MainCf &file, ByteRange range)
{
    const QList<syntax::Setting> &settings = file.settings();
    auto setting = std::partition_point(settings.begin(), settings.end(), [range](const auto &candidate) {
        return candidate.whole.end <= range.begin;
    });
    for (; setting != settings.end() && setting->whole.begin < range.end; ++setting) {
        if (!setting->enabled) {
            styler.paint(setting->name, SyntaxStyle::OffName);
            styler.paint(setting->separator, SyntaxStyle::OffValue);
            styler.paintPieces(file.piecesOf(*setting), SyntaxStyle::OffValue);
            continue;
        }
        const bool inForce = file.find(file.nameOf(*setting)) == &*setting;
        styler.paint(setting->name, inForce ? SyntaxStyle::Name : SyntaxStyle::Overridden);
        styler.paint(setting->separator, SyntaxStyle::Operator);
        styler.paintValues(file.piecesOf(*setting));
    }
}

void paintStrays(Styler &styler, const QList<syntax::StrayLine> &strays, ByteRange range)
{
    for (const syntax::StrayLine &stray : strays) {
        if (stray.range.end > range.begin && stray.range.begin < range.end)
            styler.paintPieces(styler.pieces(stray.range), SyntaxStyle::Stray);
    }
}

void styleOverride(Styler &styler, const syntax::Override &option)
{
    styler.paint({option.whole.begin, option.name.begin}, SyntaxStyle::Flag);
    styler.paint(option.name, SyntaxStyle::Name);
    if (option.braced) {
        styler.paintBytes({option.whole.begin, option.name.begin}, '{', SyntaxStyle::Operator);
        styler.paintBytes({option.value.end, option.whole.end}, '}', SyntaxStyle::Operator);
    }
    styler.paintBytes({option.name.end, option.value.begin}, '=', SyntaxStyle::Operator);
    styler.paintValues(styler.pieces(option.value));
}

void styleService(Styler &styler, const syntax::Service &service)
{
    styler.paint(service.fields.front(), SyntaxStyle::Name);
    styler.paint(service.field(syntax::ServiceField::Type), SyntaxStyle::ServiceType);
    for (size_t i = 2; i + 1 < service.fields.size(); ++i)
        styler.paint(service.fields[i], SyntaxStyle::Field);
    styler.paint(service.field(syntax::ServiceField::Command), SyntaxStyle::Command);
    for (const syntax::Argument &argument : service.arguments)
        styler.paintValues(styler.pieces(argument.range));
    for (const syntax::Override &option : service.overrides) {
        if (option.enabled) {
            styleOverride(styler, option);
        } else {
            styler.paint(option.whole, SyntaxStyle::OffValue);
            styler.paint(option.name, SyntaxStyle::OffName);
        }
    }
}

void styleSwitchedOffService(Styler &styler, const syntax::Service &service)
{
    for (size_t i = 0; i < service.fields.size(); ++i)
        styler.paint(service.fields[i], i == 0 ? SyntaxStyle::OffName : SyntaxStyle::OffValue);
    for (const syntax::Argument &argument : service.arguments)
        styler.paint(argument.range, SyntaxStyle::OffValue);
    for (const syntax::Override &option : service.overrides) {
        styler.paint(option.whole, SyntaxStyle::OffValue);
        styler.paint(option.name, SyntaxStyle::OffName);
    }
}

void styleMasterCf(Styler &styler, const syntax::MasterCf &file, ByteRange range)
{
    const QList<syntax::Service> &services = file.services();
    auto service = std::partition_point(services.begin(), services.end(), [range](const auto &candidate) {
        return candidate.whole.end <= range.begin;
    });
    for (; service != services.end() && service->whole.begin < range.end; ++service) {
        if (service->enabled)
            styleService(styler, *service);
        else
            styleSwitchedOffService(styler, *service);
    }
}

void styleTable(Styler &styler, const syntax::Table &table, ByteRange range)
{
    using Form = syntax::Row::Form;
    const bool hasPatterns =
        table.kind() == syntax::TableKind::Pattern || table.kind() == syntax::TableKind::Cidr;
    for (qsizetype i = table.rowAt(range.begin); i < table.rowCount(); ++i) {
        const syntax::Row row = table.row(i);
        if (row.whole.begin >= range.end)
            break;
        if (!row.enabled) {
            styler.paint(row.key, SyntaxStyle::OffName);
            styler.paint(row.separator, SyntaxStyle::OffValue);
            styler.paint(row.value, SyntaxStyle::OffValue);
        } else if (row.form == Form::Stray) {
            styler.paintPieces(styler.pieces(row.whole), SyntaxStyle::Stray);
        } else {
            if (row.form != Form::Entry)
                styler.paintPieces(styler.pieces(row.whole), SyntaxStyle::Keyword);
            if (row.negated && row.key.begin > 0)
                styler.paint({row.key.begin - 1, row.key.begin}, SyntaxStyle::Operator);
            styler.paint(row.key, hasPatterns ? SyntaxStyle::Pattern : SyntaxStyle::Name);
            styler.paint(row.separator, SyntaxStyle::Operator);
            styler.paintValues(styler.pieces(row.value));
        }
    }
}

} // namespace

QByteArray syntaxStyles(const model::File &file, ByteRange range)
{
    // Files of one piece are there as a whole; of others only the lines asked for are copied.
    const bool whole = file.text().layout() == syntax::Text::Layout::Whole;
    const QByteArray bytes = whole ? file.text().bytes() : file.text().bytes(range);
    Styler styler(bytes, whole ? 0 : range.begin, range);
    styler.paintComments();
    if (const syntax::MainCf *mainCf = file.mainCf()) {
        styleMainCf(styler, *mainCf, range);
        paintStrays(styler, mainCf->strays(), range);
    } else if (const syntax::MasterCf *masterCf = file.masterCf()) {
        styleMasterCf(styler, *masterCf, range);
        paintStrays(styler, masterCf->strays(), range);
    } else if (const syntax::Table *table = file.table()) {
        styleTable(styler, *table, range);
    }
    return styler.styles();
}

SyntaxLook syntaxLook(SyntaxStyle style, const QPalette &palette)
{
    const Colors &colors = colorsFor(palette);
    switch (style) {
    case SyntaxStyle::Comment:
        return {.color = colors.comment, .italic = true};
    case SyntaxStyle::Name:
        return {.color = colors.name, .bold = true};
    case SyntaxStyle::Overridden:
        return {.color = colors.muted, .bold = true};
    case SyntaxStyle::Operator:
        return {.color = colors.muted};
    case SyntaxStyle::Number:
    case SyntaxStyle::Word:
        return {.color = colors.number};
    case SyntaxStyle::Reference:
        return {.color = colors.reference};
    case SyntaxStyle::MapType:
    case SyntaxStyle::ServiceType:
    case SyntaxStyle::Flag:
    case SyntaxStyle::Keyword:
    case SyntaxStyle::Pattern:
        return {.color = colors.keyword};
    case SyntaxStyle::Field:
        return {.color = colors.number};
    case SyntaxStyle::OffName:
        return {.color = colors.comment, .bold = true};
    case SyntaxStyle::OffValue:
        return {.color = colors.comment};
    case SyntaxStyle::Stray:
        return {.color = colors.stray};
    default:
        return {.color = palette.color(QPalette::Text)};
    }
}

} // namespace ui
