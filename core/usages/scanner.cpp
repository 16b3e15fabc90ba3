// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/usages/scanner.h"

#include "core/syntax/listvalue.h"
#include "core/syntax/logicallines.h"
#include "core/usages/beginnings.h"
#include "core/usages/references.h"
#include "core/usages/tablewords.h"

#include <algorithm>

namespace usages {

using syntax::ByteRange;
using syntax::ServiceField;
using Kind = Symbol::Kind;
using Role = Usage::Role;

namespace {

constexpr int maxDepth = 16; ///< of tables within tables

/// A word that can be the name of a service as it stands.
bool isServiceWord(QByteArrayView word)
{
    return !word.isEmpty() && std::none_of(word.begin(), word.end(), [](char c) {
        return syntax::isSpace(c) || c == '$' || c == '{' || c == '}' || c == '[' || c == ',' || c == '/'
            || c == '"' || c == '(' || c == ')';
    });
}

bool endsWord(char c)
{
    return syntax::isSpace(c) || c == ',' || c == '{' || c == '}';
}

} // namespace

Scanner::Scanner(const model::Snapshot &snapshot, const Roles &roles, Visit visit)
    : m_snapshot(snapshot), m_roles(roles), m_visit(std::move(visit))
{
}

void Scanner::scanSetting(const syntax::Setting &setting)
{
    const syntax::MainCf &file = m_snapshot.mainCf();
    m_source = {model::FileId::MainCf, setting.enabled};
    const QByteArray name = file.nameOf(setting).toByteArray();
    scanName(name, setting.name, Role::Setting);
    scanValue(JoinedValue(file.text(), file.piecesOf(setting)), name);
}

void Scanner::scanService(const syntax::Service &service)
{
    const syntax::MasterCf &file = m_snapshot.masterCf();
    m_source = {model::FileId::MasterCf, service.enabled};
    emitUsage({Kind::Service, file.fieldOf(service, ServiceField::Name).toByteArray(),
               file.fieldOf(service, ServiceField::Type) == "inet"},
              service.field(ServiceField::Name), Role::Service);
    for (const syntax::Override &option : service.overrides) {
        m_source.enabled = service.enabled && option.enabled;
        const QByteArray name = file.nameOf(option).toByteArray();
        scanName(name, option.name, Role::Override);
        scanValue(JoinedValue(file.text(), file.piecesOf(option)), name);
    }
}

void Scanner::scanRow(model::FileId file, const syntax::Table &table, const syntax::Row &row)
{
    if (row.form != syntax::Row::Form::Entry)
        return;
    m_source = {file, row.enabled};
    const QByteArray bytes = table.text().bytes(row.whole);
    QList<ByteRange> pieces = table.piecesOf(row);
    for (ByteRange &piece : pieces)
        piece = {piece.begin - row.whole.begin, piece.end - row.whole.begin};
    scanResult(JoinedValue(bytes, pieces, row.whole.begin), m_roles.formsOf(file));
}

void Scanner::emitUsage(Symbol symbol, ByteRange range, Role role)
{
    if (!symbol.name.isEmpty())
        m_visit(Usage{std::move(symbol), {m_source.file, range}, role, m_source.enabled});
}

void Scanner::emitPart(Kind kind, const JoinedValue &value, ByteRange part, Role role)
{
    if (!part.isEmpty())
        emitUsage({kind, part.in(value.text()).toByteArray()}, value.inFile(part), role);
}

void Scanner::scanName(const QByteArray &name, ByteRange range, Role role)
{
    emitUsage({Kind::Parameter, name}, range, role);
    const QByteArray service = m_roles.serviceOf(name);
    if (!service.isEmpty())
        emitUsage({Kind::Service, service, !m_roles.isLocalService(service)},
                  {range.begin, range.begin + service.size()}, Role::Derived);
}

void Scanner::scanValue(const JoinedValue &value, const QByteArray &parameter)
{
    if (value.text().isEmpty())
        return;
    // What is not expanded refers to something else: the recipient, a reply.
    if (!m_roles.isRaw(parameter))
        scanReferences(value);
    const ValueForms forms = m_roles.formsOf(parameter);
    if (value.text().contains('/'))
        scanEndpoints(value);
    if (value.text().contains(':')) {
        scanTables(value);
        if (forms & (ValueForm::TransportTables | ValueForm::CheckTables | ValueForm::Restrictions))
            scanInlineTables(value, forms, 0);
    }
    if (forms)
        scanForms(value, forms);
}

void Scanner::scanReferences(const JoinedValue &value)
{
    for (const Reference &reference : references(value.text())) {
        const QByteArray name = reference.name.in(value.text()).toByteArray();
        scanName(name, value.inFile(reference.name), Role::Reference);
    }
}

/// `private/name` and `public/name`, the sockets of services: src/global/mail_proto.h.
void Scanner::scanEndpoints(const JoinedValue &value)
{
    const QByteArray &text = value.text();
    for (const QByteArrayView folder : {QByteArrayView("private/"), QByteArrayView("public/")}) {
        for (qsizetype at = text.indexOf(folder); at >= 0; at = text.indexOf(folder, at + 1)) {
            const QByteArrayView before = QByteArrayView(text).first(at);
            const bool isWhole = at == 0 || endsWord(before.back()) || before.back() == ':'
                || before.back() == '=' || before.endsWith("queue_directory/")
                || before.endsWith("queue_directory}/");
            qsizetype end = at + folder.size();
            while (end < text.size() && !endsWord(text[end]))
                ++end;
            const ByteRange name{at + folder.size(), end};
            if (isWhole && m_roles.isLocalService(name.in(text)))
                emitPart(Kind::Service, value, name, Role::Value);
        }
    }
}

void Scanner::scanTables(const JoinedValue &value)
{
    for (const TableWord &word : tableWords(value.text())) {
        const QByteArray name = m_roles.expandedName(word.name.in(value.text()));
        emitUsage({Kind::Table, name}, value.inFile(word.name), Role::TableName);
    }
}

/// Tables that are written in the value itself: dict_inline_open(), dict_static_open() and, for patterns,
/// dict_inline.h in src/util.
void Scanner::scanInlineTables(const JoinedValue &value, ValueForms forms, int depth)
{
    const QByteArray &text = value.text();
    for (const syntax::ListItem &item : syntax::listItems(text)) {
        const QByteArrayView word = item.range.in(text);
        qsizetype from = item.range.begin;
        while (text.sliced(from).startsWith("proxy:") || text.sliced(from).startsWith("debug:"))
            from += 6;
        const qsizetype colon = QByteArrayView(text).sliced(from, item.range.end - from).indexOf(':');
        const QByteArrayView type = colon < 0 ? QByteArrayView() : QByteArrayView(text).sliced(from, colon);
        const qsizetype begin = item.isGroup ? item.range.begin : from + colon + 1;
        const bool isBraced = begin < item.range.end && text[begin] == '{' && word.endsWith('}');
        const ByteRange inside =
            isBraced ? ByteRange{begin + 1, item.range.end - 1} : ByteRange{begin, item.range.end};
        if (inside.isEmpty() || depth > maxDepth)
            continue;
        const JoinedValue content(value, inside);
        if (type == "static") {
            scanResult(content, forms);
        } else if (isBraced && (item.isGroup || type == "pipemap" || type == "unionmap")) {
            scanInlineTables(content, forms, depth + 1);
        } else if (isBraced && (type == "inline" || type == "pcre" || type == "regexp" || type == "cidr")) {
            for (const syntax::ListItem &row : syntax::listItems(content.text())) {
                const ByteRange bare =
                    row.isGroup ? ByteRange{row.range.begin + 1, row.range.end - 1} : row.range;
                const JoinedValue entry(content, syntax::trimmed(content.text(), bare));
                qsizetype at = entry.text().indexOf(type == "inline" ? '=' : ' ');
                at = at < 0 ? entry.text().size() : at + 1;
                scanResult(JoinedValue(entry, syntax::trimmed(entry.text(), {at, entry.text().size()})),
                           forms);
            }
        }
    }
}

void Scanner::scanForms(const JoinedValue &value, ValueForms forms)
{
    const QByteArray &text = value.text();
    if (forms & ValueForm::Nexthop)
        scanNexthop(value, Role::Value);
    if (forms & ValueForm::ServiceName) {
        for (const ByteRange &part : beginnings(text)) {
            if (isServiceWord(part.in(text)))
                emitPart(Kind::Service, value, part, Role::Value);
        }
    }
    if (!(forms
          & (ValueForm::TransportList | ValueForm::ServiceList | ValueForm::ClassList
             | ValueForm::Restrictions)))
        return;
    for (const syntax::ListItem &item : syntax::listItems(text)) {
        if (forms & ValueForm::TransportList && isServiceWord(item.range.in(text)))
            emitPart(Kind::Service, value, item.range, Role::Value);
        if (forms & ValueForm::ServiceList)
            scanServiceItem(value, item.range);
        if (forms & (ValueForm::ClassList | ValueForm::Restrictions) && m_roles.isClass(item.range.in(text)))
            emitPart(Kind::Parameter, value, item.range, Role::ClassName);
    }
}

/// The branches of a condition count, since any of them can come into force.
void Scanner::scanNexthop(const JoinedValue &value, Role role)
{
    const QByteArray &text = value.text();
    for (const ByteRange &part : beginnings(text)) {
        qsizetype end = part.begin;
        while (end < part.end && text[end] != ':' && !syntax::isSpace(text[end]))
            ++end;
        const ByteRange name{part.begin, end};
        if (isServiceWord(name.in(text)))
            emitPart(Kind::Service, value, name, role);
    }
}

/// `name/type`: master_service_disable, match_service_match() in src/global/match_service.c.
void Scanner::scanServiceItem(const JoinedValue &value, ByteRange item)
{
    const QByteArrayView text(value.text());
    if (item.in(text).startsWith('!'))
        ++item.begin;
    const qsizetype slash = item.in(text).lastIndexOf('/');
    if (slash <= 0 || item.in(text).contains('$'))
        return;
    const ByteRange name{item.begin, item.begin + slash};
    emitUsage({Kind::Service, name.in(text).toByteArray(), item.in(text).endsWith("/inet")},
              value.inFile(name), Role::Value);
}

/// What a table answers: a transport, or an action (access(5), header_checks(5)).
void Scanner::scanResult(const JoinedValue &result, ValueForms forms)
{
    const QByteArray &text = result.text();
    if (forms & ValueForm::TransportTables)
        scanNexthop(result, Role::Row);
    if (!(forms & (ValueForm::CheckTables | ValueForm::Restrictions)))
        return;
    const QByteArrayView filter("FILTER");
    const qsizetype begin = syntax::trimmed(text, {0, text.size()}).begin;
    const QByteArrayView first =
        QByteArrayView(text).sliced(begin).first(std::min(filter.size(), text.size() - begin));
    const qsizetype behind = begin + filter.size();
    if (first.compare(filter, Qt::CaseInsensitive) == 0 && behind < text.size()
        && syntax::isSpace(text[behind]))
        return scanNexthop(JoinedValue(result, {behind, text.size()}), Role::Row);
    if (!(forms & ValueForm::Restrictions))
        return;
    for (const syntax::ListItem &item : syntax::listItems(text)) {
        if (m_roles.isClass(item.range.in(text)))
            emitPart(Kind::Parameter, result, item.range, Role::ClassName);
    }
}

} // namespace usages
