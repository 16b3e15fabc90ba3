// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lint/serverprofile.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace lint {

namespace {

/// Takes values out of the description, and remembers what it could not make sense of.
class Reader
{
public:
    explicit Reader(QJsonObject json) : m_json(std::move(json)) { }

    const QString &problem() const { return m_problem; }
    bool has(const char *key) const { return m_json.contains(QLatin1String(key)); }
    QJsonValue at(const char *key) const { return m_json[QLatin1String(key)]; }

    void refuse(const QString &key)
    {
        if (m_problem.isEmpty())
            m_problem = QCoreApplication::translate("lint", "the value of \"%1\" makes no sense").arg(key);
    }
    void refuse(const char *key) { refuse(QString::fromLatin1(key)); }

    void take(const char *key, QByteArray &into)
    {
        if (!has(key))
            return;
        if (at(key).isString())
            into = at(key).toString().toUtf8();
        else
            refuse(key);
    }

    void take(const char *key, QSet<QByteArray> &into)
    {
        if (!has(key))
            return;
        if (!at(key).isArray()) {
            refuse(key);
            return;
        }
        into.clear();
        for (const auto &word : at(key).toArray())
            into.insert(word.toString().toUtf8());
    }

    void takeMode(std::optional<int> &into)
    {
        constexpr int octal = 8;
        if (!has("mode"))
            return;
        bool isMode = false;
        into = at("mode").toString().toInt(&isMode, octal);
        if (!isMode)
            refuse("mode");
    }

    template<typename Number>
    void take(const char *key, std::optional<Number> &into)
    {
        if (!has(key))
            return;
        if (at(key).isDouble())
            into = static_cast<Number>(at(key).toInteger());
        else
            refuse(key);
    }

private:
    QJsonObject m_json;
    QString m_problem;
};

void takePorts(Reader &reader, QHash<QByteArray, int> &ports)
{
    constexpr int somePort = 1; // the name alone was told
    const QJsonValue services = reader.at("services");
    for (const auto &name : services.toArray())
        ports.insert(name.toString().toUtf8(), somePort);
    const QJsonObject numbered = services.toObject();
    for (auto it = numbered.begin(); it != numbered.end(); ++it)
        ports.insert(it.key().toUtf8(), it.value().toInt(somePort));
    if (reader.has("services") && !services.isArray() && !services.isObject())
        reader.refuse("services");
}

void takeListing(Reader &reader, Listing &listing)
{
    QByteArray word;
    reader.take("listing", word);
    if (word == "all")
        listing = Listing::All;
    else if (word == "config")
        listing = Listing::Folder;
    else if (word == "partial")
        listing = Listing::Partial;
    else if (!word.isEmpty())
        reader.refuse("listing");
}

void takeFacts(Reader &reader, Target &target)
{
    if (reader.has("facts") && !reader.at("facts").isObject())
        reader.refuse("facts");
    const QJsonObject facts = reader.at("facts").toObject();
    for (auto it = facts.begin(); it != facts.end(); ++it) {
        Reader one(it.value().toObject());
        FileFact fact{.exists = one.at("exists").toBool(true)};
        one.takeMode(fact.mode);
        one.take("uid", fact.uid);
        one.take("gid", fact.gid);
        one.take("group", fact.group);
        one.take("mtime", fact.modified);
        one.take("type", fact.type);
        if (!it.value().isObject() || !one.problem().isEmpty())
            reader.refuse(it.key());
        const QByteArray path = it.key().toUtf8();
        target.files.insert(path.startsWith('/') ? path : target.folder + '/' + path, fact);
    }
}

} // namespace

base::Result<ServerProfile> readServerProfile(const QByteArray &json, const Target &known,
                                              const QString &subject)
{
    const auto malformed = [&](const QString &why) {
        return base::Error{base::Error::Code::Malformed, subject, why};
    };
    QJsonParseError error{};
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        return malformed(error.errorString());
    if (!document.isObject())
        return malformed(QCoreApplication::translate("lint", "it is not a JSON object"));

    Reader reader(document.object());
    ServerProfile server{.target = known};
    Target &target = server.target;
    QByteArray version;
    reader.take("target", version);
    if (!version.isEmpty()) {
        const auto parsed = catalog::Version::parse(version);
        server.hasVersion = parsed.has_value();
        if (parsed)
            target.version = *parsed;
        else
            reader.refuse("target");
    }
    QByteArray profile;
    reader.take("profile", profile);
    if (profile == "advice")
        server.profile = Profile::Advice;
    else if (!profile.isEmpty() && profile != "normal")
        reader.refuse("profile");
    reader.take("map_types", target.tableTypes);
    reader.take("sasl_server_types", target.saslServerTypes);
    reader.take("sasl_client_types", target.saslClientTypes);
    reader.take("platform", target.platform);
    reader.take("default_database_type", target.defaultTableType);
    reader.take("host_name", target.hostName);
    reader.take("config_directory", target.folder);
    takePorts(reader, target.ports);
    takeListing(reader, target.listing);
    takeFacts(reader, target);
    if (!reader.problem().isEmpty())
        return malformed(reader.problem());
    return server;
}

} // namespace lint
