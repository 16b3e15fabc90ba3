// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/lookupcommand.h"

#include "app/cli/environment.h"
#include "app/cli/expansiontext.h"
#include "app/cli/lookuptext.h"
#include "core/base/errortext.h"
#include "core/delivery/expander.h"
#include "core/files/path.h"
#include "core/folder/opening.h"
#include "core/folder/secretsettings.h"
#include "core/lookup/site.h"

#include <QCommandLineParser>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QRandomGenerator>

#include <algorithm>
#include <iostream>
#include <string>

namespace cli {

namespace {

int usage()
{
    sayError(
        "usage: postwright-cli lookup [-c DIR] [-f] [--aliases] [--all] [--format text|json] TYPE:FILE "
        "KEY|-\n"
        "       postwright-cli lookup [-c DIR] [--format text|json] --for PARAMETER [--service NAME[/TYPE]] "
        "[TYPE:FILE]... ADDRESS\n"
        "       postwright-cli lookup [-c DIR] [--format text|json] --expand ADDRESS");
    return BadCall;
}

int fail(const QString &why)
{
    sayError("postwright-cli: " + why.toUtf8());
    return CouldNot;
}

struct Call
{
    QString folder;
    bool foldsKeys = true;
    bool areAliases = false;
    bool showsAll = false;
    bool asJson = false;
    bool expands = false; ///< --expand
    QByteArray parameter = {}; ///< --for
    QByteArray service = {};
    QByteArrayList tables = {};
    QByteArray key = {};
};

std::optional<Call> callFrom(const Invocation &invocation)
{
    QCommandLineParser parser;
    const QCommandLineOption folder(QStringLiteral("c"), {}, QStringLiteral("DIR"),
                                    QStringLiteral("/etc/postfix"));
    const QCommandLineOption asWritten(QStringLiteral("f"));
    const QCommandLineOption aliases(QStringLiteral("aliases"));
    const QCommandLineOption all(QStringLiteral("all"));
    const QCommandLineOption format(QStringLiteral("format"), {}, QStringLiteral("FORMAT"),
                                    QStringLiteral("text"));
    const QCommandLineOption parameter(QStringLiteral("for"), {}, QStringLiteral("PARAMETER"));
    const QCommandLineOption expand(QStringLiteral("expand"));
    const QCommandLineOption service(QStringLiteral("service"), {}, QStringLiteral("NAME[/TYPE]"));
    parser.addOptions({folder, asWritten, aliases, all, format, parameter, expand, service});
    if (!parse(parser, invocation))
        return std::nullopt;
    QByteArrayList words;
    for (const QString &word : parser.positionalArguments())
        words.append(files::pathToBytes(word));
    const bool isFor = parser.isSet(parameter);
    const QString wanted = parser.value(format);
    if ((wanted != QLatin1String("text") && wanted != QLatin1String("json"))
        || (parser.isSet(expand) ? isFor || words.size() != 1 : (isFor ? words.isEmpty() : words.size() != 2))
        || (parser.isSet(service) && !isFor)) {
        usage();
        return std::nullopt;
    }
    Call call{.folder = QFileInfo(parser.value(folder)).absoluteFilePath(),
              .foldsKeys = !parser.isSet(asWritten),
              .areAliases = parser.isSet(aliases),
              .showsAll = parser.isSet(all),
              .asJson = wanted == QLatin1String("json"),
              .expands = parser.isSet(expand),
              .parameter = parser.value(parameter).toUtf8(),
              .service = parser.value(service).toUtf8(),
              .key = words.takeLast()};
    call.tables = words;
    return call;
}

/// Text of the server's files: those of the folder, or of the copy that it is, and any that is named by hand.
lookup::ReadTable readerOf(const files::FileStore &store, const QString &folder)
{
    return [&store, folder](const QByteArray &path, syntax::TableKind kind) -> base::Result<syntax::Table> {
        const QString seen = folder::localPath(folder, path);
        auto content =
            store.read(seen.isEmpty() ? files::pathFromBytes(path) : seen, {.limit = folder::Limits().table});
        if (!content)
            return content.error();
        return syntax::Table(syntax::Text(content->bytes, syntax::Text::Layout::Chunked), kind);
    };
}

/// Whether main.cf says that the table is one of aliases, so that postalias(1) makes it.
bool isAliasTable(const effective::Values &values, const QByteArray &name)
{
    const auto isNamedBy = [&](QByteArrayView parameter) {
        const auto value = values.value(parameter);
        return value && value->expanded.contains(name);
    };
    return name.contains(':') && (isNamedBy("alias_maps") || isNamedBy("alias_database"));
}

QByteArrayList keysFrom(const QByteArray &key)
{
    if (key != "-")
        return {key};
    QByteArrayList keys;
    for (std::string line; std::getline(std::cin, line);)
        keys.append(QByteArray::fromStdString(line));
    return keys;
}

/// What `postmap -q` says: of a randmap one of its values, by chance.
QByteArray saidValue(const lookup::Answer &answer)
{
    if (answer.choices.size() < 2 || answer.value != answer.choices.first())
        return answer.value;
    return answer.choices[QRandomGenerator::global()->bounded(static_cast<int>(answer.choices.size()))];
}

/// Rows that Postfix gives up on; what follows them counts.
void sayHitches(const lookup::Answer &answer)
{
    for (const lookup::Hitch &hitch : answer.hitches)
        sayError("warning: " + hitch.table + ", line " + QByteArray::number(hitch.line)
                 + ": the pattern takes too many steps for this key and is passed over: " + hitch.problem);
}

int askTable(const Call &call, const lookup::Opening &opening)
{
    const lookup::MapPointer map = lookup::open(call.tables.first(), opening);
    QList<KeyAnswer> answers;
    bool isFound = false;
    const bool isOneKey = call.key != "-";
    if (!call.asJson) {
        for (const lookup::Warning &warning : map->warnings())
            sayError("warning: " + map->name()
                     + (warning.line > 0 ? ", line " + QByteArray::number(warning.line) : "") + ": "
                     + warning.text);
    }
    for (const QByteArray &key : keysFrom(call.key)) {
        const lookup::Answer answer = map->find(key);
        isFound = isFound || answer.isFound();
        if (call.asJson) {
            answers.append(KeyAnswer{key, answer, map->matches(key)});
            continue;
        }
        sayHitches(answer);
        if (answer.isError())
            return fail(answer.problem);
        if (call.showsAll)
            say(matchLines(map->matches(key)));
        else if (answer.isFound())
            say((isOneKey ? QByteArray() : key + '\t') + saidValue(answer) + '\n');
    }
    if (call.asJson)
        say(QJsonDocument(answersAsJson(*map, answers)).toJson());
    const auto failed = std::find_if(answers.begin(), answers.end(),
                                     [](const KeyAnswer &one) { return one.answer.isError(); });
    if (failed != answers.end())
        return fail(failed->answer.problem);
    return isFound ? Done : Found;
}

/// The service that --service names; nothing when master.cf has none.
std::optional<qsizetype> serviceOf(const Call &call, const effective::Values &values)
{
    if (call.service.isEmpty())
        return effective::noService;
    for (qsizetype i = 0; i < values.services().size(); ++i) {
        const effective::Service &service = values.services()[i];
        if (call.service == service.name || call.service == service.name + '/' + service.type)
            return i;
    }
    return std::nullopt;
}

/// An answer is asked for; the other passwords in the names of tables that were asked are not.
void maskNames(lookup::AddressAnswer &answer, const QByteArray &parameter, const effective::Values &values)
{
    const folder::SecretSettings secrets(values.snapshot());
    const auto mask = [&](lookup::Answer &one) {
        for (lookup::Match &row : one.rows)
            row.table = secrets.masked(parameter, row.table);
        for (lookup::Hitch &hitch : one.hitches)
            hitch.table = secrets.masked(parameter, hitch.table);
        one.problem = QString::fromUtf8(secrets.masked(one.problem.toUtf8()));
    };
    mask(answer.answer);
    for (lookup::Step &step : answer.steps) {
        step.table = secrets.masked(parameter, step.table);
        mask(step.answer);
    }
}

int askParameter(const Call &call, const effective::Values &values, lookup::Opening opening)
{
    const auto service = serviceOf(call, values);
    if (!service) {
        sayError("postwright-cli: master.cf has no service \"" + call.service + "\" that is in force.");
        return BadCall;
    }
    opening = lookup::openingOf(values, opening.read, *service);
    QByteArray tables = call.tables.join(' ');
    if (tables.isEmpty()) {
        const auto value = values.value(call.parameter, *service);
        tables = value ? value->expanded : QByteArray();
    }
    if (tables.isEmpty()) {
        sayError("postwright-cli: " + call.parameter
                 + " names no table. Set it, or name the tables behind it: --for " + call.parameter
                 + " TYPE:FILE ADDRESS.");
        return BadCall;
    }
    lookup::AddressAnswer answer =
        lookup::findAddress(call.parameter, lookup::openAll(call.parameter, tables, opening), call.key,
                            lookup::siteOf(values, call.parameter, opening, *service));
    maskNames(answer, call.parameter, values);
    if (call.asJson) {
        say(QJsonDocument(stepsAsJson(call.parameter, call.key, answer)).toJson());
    } else {
        for (const lookup::Step &step : answer.steps)
            sayHitches(step.answer);
        say(stepLines(answer));
    }
    if (answer.answer.isError())
        return fail(answer.answer.problem);
    return answer.answer.isFound() ? Done : Found;
}

/// Done when somebody gets the mail, Found when it goes back or waits.
int expandAddress(const Call &call, const effective::Values &values, const lookup::Opening &opening,
                  const QString &passwd)
{
    delivery::Surroundings surroundings{
        .values = values, .read = opening.read, .isThisMachine = opening.isThisMachine};
    QFile users(passwd);
    if (opening.isThisMachine)
        surroundings.findUser = delivery::usersOfThisMachine();
    else if (!passwd.isEmpty() && users.open(QIODevice::ReadOnly))
        surroundings.findUser = delivery::usersOf(users.readAll());
    const delivery::Tree tree = delivery::Expander(surroundings).expand(call.key);
    say(call.asJson ? QJsonDocument(treeAsJson(tree)).toJson() : treeLines(tree));
    const QList<int> ends = tree.ends();
    const bool isProblem = ends.isEmpty() || std::any_of(ends.begin(), ends.end(), [&](int end) {
                               const delivery::Step step = tree.nodes[end].step;
                               return step == delivery::Step::Bounced || step == delivery::Step::Deferred;
                           });
    return isProblem ? Found : Done;
}

} // namespace

int runLookup(const Invocation &invocation)
{
    const std::optional<Call> call = callFrom(invocation);
    if (!call)
        return BadCall;
    const auto catalog = catalog::Catalog::load();
    if (!catalog)
        return fail(base::errorText(catalog.error()));
    const auto store = localFileStore();
    const bool needsServices = call->expands || !call->service.isEmpty();
    const auto opened =
        folder::open(*store, call->folder,
                     {.scope = needsServices ? folder::Scope::MainAndMaster : folder::Scope::MainCf});
    if (!opened && opened.error().code != base::Error::Code::NotFound)
        return fail(base::errorText(opened.error()));
    const effective::Values values(
        opened ? opened->snapshot : model::Snapshot(),
        {.catalog = *catalog, .version = targetOf(invocation), .host = localHost()});
    lookup::Opening opening = lookup::openingOf(values, readerOf(*store, call->folder));
    opening.rules.foldsKeys = call->foldsKeys;
    opening.isThisMachine = folder::configDirectory(call->folder) == files::pathToBytes(call->folder);
    if (call->expands)
        return expandAddress(*call, values, opening, folder::localPath(call->folder, "/etc/passwd"));
    if (!call->parameter.isEmpty())
        return askParameter(*call, values, opening);
    opening.areAliases = call->areAliases || isAliasTable(values, call->tables.first());
    return askTable(*call, opening);
}

} // namespace cli
