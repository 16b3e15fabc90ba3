// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/usages/roles.h"

#include "core/syntax/expansion.h"
#include "core/syntax/listvalue.h"
#include "core/usages/references.h"
#include "core/usages/tablewords.h"

namespace usages {

using model::FileId;
using syntax::ServiceField;

namespace {

constexpr ValueForms tableForms =
    ValueForm::TransportTables | ValueForm::CheckTables | ValueForm::Restrictions;
/// Only what the value begins with is of this form.
constexpr ValueForms headForms = ValueForm::Nexthop | ValueForm::ServiceName;

} // namespace

Roles::Roles(const model::Snapshot &snapshot, const catalog::Catalog &catalog) : m_catalog(&catalog)
{
    QList<Value> values;
    readSettings(snapshot, values);
    readServices(snapshot, values);
    passOnForms(values);
    readTables(snapshot, values);
}

void Roles::readSettings(const model::Snapshot &snapshot, QList<Value> &values)
{
    const syntax::MainCf &file = snapshot.mainCf();
    values.reserve(file.settings().size());
    for (const syntax::Setting &setting : file.settings()) {
        const Value value{file.nameOf(setting).toByteArray(), file.valueOf(setting)};
        if (setting.enabled)
            m_set.insert(value.parameter, value.text);
        values.append(value);
    }
}

void Roles::readServices(const model::Snapshot &snapshot, QList<Value> &values)
{
    const syntax::MasterCf &file = snapshot.masterCf();
    for (const syntax::Service &service : file.services()) {
        const bool isNetwork = file.fieldOf(service, ServiceField::Type) == "inet";
        (isNetwork ? m_networkServices : m_localServices)
            .insert(file.fieldOf(service, ServiceField::Name).toByteArray());
        for (const syntax::Override &option : service.overrides)
            values.append(Value{file.nameOf(option).toByteArray(), file.valueOf(option)});
    }
}

void Roles::passOnForms(const QList<Value> &values)
{
    QHash<QByteArray, QList<qsizetype>> byName;
    QByteArrayList open;
    for (qsizetype i = 0; i < values.size(); ++i) {
        QList<qsizetype> &those = byName[values[i].parameter];
        if (those.isEmpty() && usages::formsOf(values[i].parameter))
            open.append(values[i].parameter);
        those.append(i);
    }
    const auto add = [&](const QByteArray &name, ValueForms forms) {
        if (!forms || m_catalog->find(name))
            return;
        ValueForms &known = m_forms[name];
        if ((known | forms) != known) {
            known |= forms;
            open.append(name);
        }
    };
    while (!open.isEmpty()) {
        const QByteArray name = open.takeLast();
        const ValueForms forms = formsOf(name);
        for (const qsizetype i : byName.value(name)) {
            const QByteArray &text = values[i].text;
            for (const Reference &reference : references(text))
                add(reference.name.in(text).toByteArray(), reference.isHead ? forms : forms & ~headForms);
            if (!(forms & ValueForm::ClassList))
                continue;
            for (const syntax::ListItem &item : syntax::listItems(text)) {
                const QByteArray word = item.range.in(text).toByteArray();
                if (word.startsWith('$') || item.isGroup)
                    continue;
                m_classes.insert(word);
                add(word, ValueForm::Restrictions);
            }
        }
    }
}

void Roles::readTables(const model::Snapshot &snapshot, const QList<Value> &values)
{
    const QString mainCf = snapshot.file(FileId::MainCf).info().path;
    m_folder = mainCf.section(u'/', 0, -2);
    QSet<QByteArray> baseNames; // a file is called the same wherever the folder has been copied to
    for (const FileId id : snapshot.ids()) {
        const QString path = snapshot.file(id).info().path;
        m_paths.insert(path, id);
        baseNames.insert(path.sliced(path.lastIndexOf(u'/') + 1).toUtf8());
    }
    for (const Value &value : values) {
        if (!value.text.contains(':'))
            continue;
        for (const TableWord &word : tableWords(value.text)) {
            const QByteArrayView name = word.name.in(value.text);
            const QByteArray baseName = name.sliced(name.lastIndexOf('/') + 1).toByteArray();
            if (!baseName.contains('$') && !baseNames.contains(baseName))
                continue;
            const auto file = fileOf(expandedName(name));
            if (!file)
                continue;
            m_tables[*file] |= formsOf(value.parameter) & tableForms;
            QByteArrayList &naming = m_naming[*file];
            if (!naming.contains(value.parameter))
                naming.append(value.parameter);
        }
    }
}

ValueForms Roles::formsOf(QByteArrayView parameter) const
{
    const ValueForms own = usages::formsOf(parameter);
    return own ? own : m_forms.value(parameter.toByteArray());
}

ValueForms Roles::formsOf(FileId table) const
{
    return m_tables.value(table);
}

QByteArrayList Roles::parametersNaming(FileId table) const
{
    return m_naming.value(table);
}

bool Roles::isRaw(QByteArrayView parameter) const
{
    const catalog::Parameter *known = m_catalog->find(parameter);
    return known && known->isRaw;
}

QByteArray Roles::serviceOf(QByteArrayView parameter) const
{
    for (const QByteArrayView service : serviceNamesIn(parameter)) {
        if (!isLocalService(service) && !isNetworkService(service))
            continue;
        const catalog::Parameter *known = m_catalog->find(parameter);
        if (!known)
            return service.toByteArray();
        // "smtpd_recipient_limit" is smtpd's own; "smtp_destination_recipient_limit" is for the service smtp.
        const QByteArrayView value = known->defaultFor(catalog::Catalog::newest);
        if (service == "local" || value.startsWith("$default_") || value == "$initial_destination_concurrency"
            || value == "$command_time_limit")
            return service.toByteArray();
    }
    return {};
}

QByteArray Roles::expandedName(QByteArrayView name) const
{
    if (!name.contains('$'))
        return name.toByteArray();
    bool isKnown = true;
    const auto value = syntax::expanded(name, [&](QByteArrayView wanted) -> std::optional<QByteArray> {
        if (const auto found = m_set.constFind(wanted.toByteArray()); found != m_set.cend())
            return *found;
        if (wanted == "config_directory")
            return m_folder.toUtf8();
        if (const catalog::Parameter *parameter = m_catalog->find(wanted))
            return parameter->defaultFor(catalog::Catalog::newest).toByteArray();
        isKnown = false;
        return std::nullopt;
    });
    return isKnown ? value.value_or(QByteArray()) : QByteArray();
}

// As folder::localPath() has it, but from what is open alone.
std::optional<FileId> Roles::fileOf(const QByteArray &path) const
{
    const QString wanted = QString::fromUtf8(path);
    if (!wanted.startsWith(u'/'))
        return {};
    const QString system = QStringLiteral("/etc/postfix");
    QStringList candidates{wanted};
    if (wanted.startsWith(system + u'/'))
        candidates.append(m_folder + wanted.sliced(system.size()));
    if (m_folder.endsWith(system))
        candidates.append(m_folder.chopped(system.size()) + wanted);
    candidates.append(m_folder + u'/' + wanted.section(u'/', -1));
    for (const QString &candidate : candidates) {
        if (const auto found = m_paths.constFind(candidate); found != m_paths.cend())
            return *found;
    }
    return {};
}

} // namespace usages
