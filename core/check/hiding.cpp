// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/check/hiding.h"

#include <algorithm>
#include <array>

namespace check {

using folder::Secret;
using model::FileId;

namespace {

const QByteArray dots = QByteArrayLiteral("\u2022\u2022\u2022\u2022\u2022\u2022\u2022\u2022");

/// What of a line is behind its dots.
QByteArray hiddenPartOf(const QByteArray &line, Secret secret)
{
    const QByteArray masked = folder::maskedLine(line, secret);
    if (masked == line)
        return {};
    const auto end = std::mismatch(line.begin(), line.end(), masked.begin(), masked.end()).first;
    return line.sliced(end - line.begin()).trimmed();
}

} // namespace

Secret Hiding::secretOf(FileId file)
{
    if (file < FileId::FirstOther || !m_snapshot.contains(file))
        return Secret::None;
    const auto known = m_secrets.constFind(file);
    return known != m_secrets.cend() ? *known : *m_secrets.insert(file, folder::secretOf(m_snapshot, file));
}

bool Hiding::isSecretSettingAt(const model::Place &place) const
{
    const qsizetype at = place.range.begin;
    if (place.file == FileId::MainCf) {
        const syntax::MainCf &file = m_snapshot.mainCf();
        const syntax::Setting *setting = file.settingAt(at);
        return setting && m_settings.hides(file.nameOf(*setting).toByteArray(), file.valueOf(*setting));
    }
    const syntax::MasterCf &file = m_snapshot.masterCf();
    const auto isOne = [&](const syntax::Override &option) {
        return m_settings.hides(file.nameOf(option).toByteArray(), file.valueOf(option));
    };
    return place.file == FileId::MasterCf
        && std::any_of(file.services().begin(), file.services().end(), [&](const syntax::Service &service) {
               return at >= service.whole.begin && at <= service.whole.end
                   && std::any_of(service.overrides.begin(), service.overrides.end(), isOne);
           });
}

QByteArrayList Hiding::linesAround(const model::Place &place) const
{
    const model::File &file = m_snapshot.file(place.file);
    const syntax::Table *table = file.table();
    syntax::ByteRange whole = file.text().lineAround(place.range.begin);
    if (table && table->rowAt(place.range.begin) < table->rowCount())
        whole = table->row(table->rowAt(place.range.begin)).whole;
    return file.text().bytes(whole).split('\n');
}

lint::Finding Hiding::withoutSecrets(const lint::Finding &finding)
{
    const bool isHere = finding.unopened.isEmpty();
    const Secret secret = isHere ? secretOf(finding.place.file) : Secret::None;
    if (secret == Secret::None) {
        lint::Finding shown = finding;
        const bool isOfSecret = !m_settings.isEmpty() && isHere && isSecretSettingAt(finding.place);
        for (QByteArray &argument : shown.arguments)
            argument = isOfSecret ? m_settings.maskedSentence(argument) : m_settings.masked(argument);
        return shown;
    }
    const QByteArrayList lines = linesAround(finding.place);
    QByteArrayList visible;
    for (const QByteArray &line : lines)
        visible.append(folder::maskedLine(line, secret));
    lint::Finding result = finding;
    for (QByteArray &argument : result.arguments) {
        if (!lines.join('\n').contains(argument) || visible.join('\n').contains(argument))
            continue;
        const QByteArray masked = folder::maskedLine(argument, Secret::Passwords);
        argument = masked == argument ? dots : masked;
    }
    return result;
}

QString Hiding::withoutSecrets(const QString &message, const model::Place &place)
{
    const Secret secret = secretOf(place.file);
    if (m_snapshot.contains(place.file) && isSecretSettingAt(place))
        return withoutSecrets(message);
    QString result = m_settings.isEmpty() ? message : QString::fromUtf8(m_settings.masked(message.toUtf8()));
    for (const QByteArray &line : secret == Secret::None ? QByteArrayList() : linesAround(place)) {
        constexpr qsizetype shortest = 3; // what is shorter would also stand for something else
        const QByteArray hidden = hiddenPartOf(line, secret);
        if (hidden.size() >= shortest)
            result.replace(QString::fromUtf8(hidden), QString::fromUtf8(dots));
    }
    return result;
}

QString Hiding::withoutSecrets(const QString &message) const
{
    return m_settings.isEmpty() ? message : QString::fromUtf8(m_settings.maskedSentence(message.toUtf8()));
}

// pcf_check_parameters_unused() in src/postconf/postconf_unused.c.
QString Hiding::withoutUnusedSecret(const QString &message, const QString &file)
{
    const QString words = QStringLiteral("unused parameter: ");
    const qsizetype name = message.indexOf(words) + words.size();
    const qsizetype equals = name < words.size() ? -1 : message.indexOf(u'=', name);
    if (equals < 0)
        return message;
    const QByteArray setting = message.sliced(name, equals - name).toUtf8();
    static constexpr std::array clients{"ldap:", "mysql:", "pgsql:", "sqlite:", "mongodb:", "memcache:"};
    const bool isOfClient = std::any_of(clients.begin(), clients.end(), [&](const char *type) {
        return file.startsWith(QLatin1String(type)) || message.startsWith(QLatin1String(type));
    });
    if (!isOfClient && !folder::isSecretSetting(setting, message.sliced(equals + 1).toUtf8()))
        return message;
    return message.first(equals + 1) + QString::fromUtf8(dots);
}

} // namespace check
