// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/postconf/editing.h"
#include "core/postconf/entryedits.h"
#include "core/postconf/nameval.h"
#include "core/postconf/servicepattern.h"

#include <algorithm>

namespace postconf {

namespace {

using model::Draft;
using syntax::ServiceField;
using syntax::serviceFieldCount;

constexpr const char *modes = "-Me, -Fe, -Pe, -X, or -#";

/// One operand, PATTERN=VALUE or PATTERN.
struct Request
{
    ServicePattern pattern;
    QByteArray value;
    int field = -1; ///< -Fe
    std::optional<MasterEntry> entry = std::nullopt; ///< -Me: what the value says
    int matches = 0;
};

/// A run of postconf over master.cf. It reads as pcf_edit_master() in src/postconf/postconf_edit.c does, and
/// notes what is to be done to which service.
class MasterEditor
{
public:
    MasterEditor(Draft &draft, const Options &options, const QByteArray &path)
        : m_draft(draft), m_options(options), m_path(path)
    {
    }

    Log run()
    {
        for (const QByteArray &operand : m_options.operands)
            readRequest(operand);
        readFile();
        for (auto service = m_todo.crbegin(); service != m_todo.crend(); ++service) {
            for (const std::function<edits::Outcome()> &step : *service) {
                if (!m_log.hasEnded())
                    refuse(step());
            }
        }
        for (Request &request : m_requests)
            finish(request);
        return m_log;
    }

private:
    bool isAboutEntries() const { return m_options.has('M'); }
    bool isAboutFields() const { return m_options.has('F'); }

    void readRequest(const QByteArray &operand)
    {
        const QByteArray text = operand.trimmed();
        Request request;
        QByteArray place = text;
        if (operand.contains('\n')) {
            m_log.end(QByteArray(modes) + " accept no multi-line input");
        } else if (text.startsWith('#')) {
            m_log.end(QByteArray(modes) + " accept no comment input");
        } else if (m_options.has('e')) {
            const NameValue both = nameValueOf(text);
            if (both.error)
                m_log.end(QByteArray(both.error) + ": \"" + operand + '"');
            place = both.name;
            request.value = both.value;
        } else if (text.contains('=')) {
            m_log.end("-X or -# requires names without value");
        }
        if (m_log.hasEnded())
            return;
        const qsizetype parts = isAboutEntries() ? 2 : 3;
        if (const auto pattern = servicePatternOf(place, parts, parts))
            request.pattern = *pattern;
        else if (isAboutEntries())
            m_log.end("-Me, -MX or -M# requires service_name/type");
        else if (isAboutFields())
            m_log.end("-Fe or -FX requires service_name/type/field_name");
        else
            m_log.end("-Pe or -PX requires service_name/type/parameter");
        request.pattern.text = operand;
        if (!m_log.hasEnded())
            checkRequest(request);
        m_requests.append(request);
    }

    void checkRequest(Request &request)
    {
        const bool hasBlanks = std::any_of(request.value.cbegin(), request.value.cend(), [](char c) {
            return c == ' ' || c == '\t' || c == '\r' || c == '\n';
        });
        if (isAboutFields()) {
            request.field = fieldOf(request.pattern.parts[2], m_log);
            if (request.field < 0)
                m_log.end("-Fe does not accept wild-card field name");
            else if (hasBlanks && request.field + 1 < serviceFieldCount)
                m_log.end("-Fe does not accept whitespace in non-command field");
        } else if (!isAboutEntries() && request.pattern.parts[2] == "*") {
            m_log.end("-Pe does not accept wild-card parameter name");
        } else if (!isAboutEntries() && hasBlanks) {
            m_log.end("-Pe does not accept whitespace in parameter value");
        }
    }

    /// What is to be written is read no earlier than the first line of the file, whose faults come first.
    void readEntries()
    {
        for (Request &request : m_requests) {
            if (request.entry || !isAboutEntries() || !m_options.has('e') || m_log.hasEnded())
                continue;
            request.entry = parsedEntry(request.value, "master.cf", m_log);
            if (!request.entry)
                m_log.end(QByteArray(tooFewFields) + ": \"" + request.pattern.text + '"');
        }
    }

    void readFile()
    {
        const syntax::MasterCf &file = m_draft.masterCf();
        const QByteArray text = file.text();
        syntax::LineScanner scanner(text);
        int number = 0;
        qsizetype service = 0;
        for (syntax::PhysicalLine line; !m_log.hasEnded() && scanner.next(line);) {
            ++number;
            if (line.kind != syntax::LineKind::Start)
                continue;
            while (service < file.services().size()
                   && (!file.services()[service].enabled
                       || file.services()[service].field(ServiceField::Name).begin < line.range.begin))
                ++service;
            const bool isService = service < file.services().size()
                && file.services()[service].field(ServiceField::Name).begin == line.range.begin;
            QByteArrayView rest = line.range.in(text);
            const QByteArray name = nextPlainWord(rest, blanks).toByteArray();
            const QByteArray type = nextPlainWord(rest, blanks).toByteArray();
            const QByteArray where = "file " + m_path + ": line " + QByteArray::number(number) + ": ";
            if (type.isEmpty())
                m_log.end(where + "specify service name and type on the same line");
            else if (name.contains('='))
                m_log.end(where + "service name syntax \"" + name + "\" is unsupported with " + modes);
            else if (type.contains('=') || type.contains('/'))
                m_log.end(where + "service type syntax \"" + type + "\" is unsupported with " + modes);
            else
                readEntries();
            if (m_log.hasEnded())
                break;
            if (isService)
                visit(service, name, type);
            else if (matchesAny(name, type))
                m_log.end(where + tooFewFields);
        }
        readEntries();
    }

    bool matchesAny(const QByteArray &name, const QByteArray &type) const
    {
        return std::any_of(m_requests.cbegin(), m_requests.cend(),
                           [&](const Request &request) { return request.pattern.matches(name, type); });
    }

    void visit(qsizetype service, const QByteArray &name, const QByteArray &type)
    {
        bool isMatched = false;
        const Request *replacement = nullptr;
        m_todo.append(Steps());
        for (Request &request : m_requests) {
            const bool isSame =
                request.entry && request.entry->name() == name && request.entry->type() == type;
            if (!isSame && !request.pattern.matches(name, type))
                continue;
            isMatched = true;
            ++request.matches;
            if (request.entry && request.matches == 1)
                replacement = &request;
            else if (isAboutFields())
                later([this, service, &request] { return setField(service, request); });
            else if (!isAboutEntries())
                later([this, service, &request] { return setOverride(service, request); });
        }
        if (!isMatched || !isAboutEntries())
            return;
        if (replacement)
            later([this, service, replacement] { return become(m_draft, service, *replacement->entry); });
        else if (m_options.has('#'))
            later([this, service] { return edits::setServiceEnabled(m_draft, service, false); });
        else
            later([this, service] { return edits::removeService(m_draft, service); });
    }

    void later(const std::function<edits::Outcome()> &step) { m_todo.last().append(step); }

    edits::Outcome setField(qsizetype service, const Request &request)
    {
        MasterEntry entry = entryAt(m_draft.masterCf(), service, m_log);
        const bool isCommand = request.field + 1 == serviceFieldCount;
        if (isCommand) {
            entry.words =
                entry.words.first(request.field) + parsedArguments(request.value, "master.cf", m_log);
        } else {
            entry.words[request.field] = request.value;
        }
        if (entry.words.size() < serviceFieldCount)
            m_log.end(QByteArray(tooFewFields) + ": \"" + request.pattern.text + '"');
        else
            checkColumns(entry.words, request.value, m_log);
        if (m_log.hasEnded())
            return std::nullopt;
        if (isCommand)
            return become(m_draft, service, entry);
        return setColumn(m_draft, service, static_cast<ServiceField>(request.field), request.value);
    }

    edits::Outcome setOverride(qsizetype service, const Request &request)
    {
        entryAt(m_draft.masterCf(), service, m_log); // says what is wrong with it
        if (m_log.hasEnded())
            return std::nullopt;
        const QByteArray &name = request.pattern.parts[2];
        if (m_options.has('X')) {
            const edits::Outcome refusal = edits::removeOverride(m_draft, service, name);
            const bool wasNotThere = refusal && refusal->reason == edits::Refusal::Reason::NotThere;
            return wasNotThere ? std::nullopt : refusal;
        }
        return setOverrides(m_draft, service, name, request.value);
    }

    void finish(Request &request)
    {
        if (m_log.hasEnded() || request.matches > 0)
            return;
        if (request.entry)
            refuse(append(m_draft, *request.entry));
        else if (!isAboutEntries())
            m_log.warn("unmatched service_name/type: \"" + request.pattern.text + '"');
    }

    void refuse(const edits::Outcome &outcome)
    {
        if (outcome)
            m_log.end(edits::refusalText(*outcome).toUtf8());
    }

    Draft &m_draft;
    const Options &m_options;
    const QByteArray &m_path;
    Log m_log;
    QList<Request> m_requests;
    using Steps = QList<std::function<edits::Outcome()>>;
    QList<Steps> m_todo; ///< by service, in file order; done from the last, so that indexes stay
};

} // namespace

Log editMaster(Draft &draft, const Options &options, const QByteArray &path)
{
    return MasterEditor(draft, options, path).run();
}

} // namespace postconf
