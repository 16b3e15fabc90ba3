// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/clients/clientfile.h"

#include "core/edits/parameteredits.h"
#include "core/folder/secrets.h"

#include <QSet>

namespace clients {

bool Setting::isSecret() const
{
    return (key && key->isSecret) || folder::isSecretSetting(name, value.value_or(QByteArray()));
}

QList<Setting> settingsOf(const model::File &file, const catalog::Reference &reference, QByteArrayView type)
{
    const syntax::MainCf content(file.text().bytes());
    QList<Setting> settings;
    QSet<QByteArray> known;
    const auto add = [&](const QByteArray &name, const catalog::ClientKey *key) {
        Setting setting{.name = name, .key = key};
        known.insert(name);
        if (const syntax::Setting *found = content.find(name)) {
            setting.value = content.valueOf(*found);
            setting.place = found->whole;
        } else if (!key || key->isObsolete) {
            return;
        }
        settings.append(setting);
    };
    for (const catalog::ClientKey *key : reference.clientKeys(type))
        add(key->key.toByteArray(), key);
    for (const syntax::Setting &setting : content.settings()) {
        const QByteArray name = content.nameOf(setting).toByteArray();
        if (setting.enabled && !known.contains(name))
            add(name, nullptr);
    }
    return settings;
}

edits::Outcome set(model::Draft &draft, model::FileId file, const QByteArray &name,
                   const std::optional<QByteArray> &value)
{
    const model::File &own = draft.snapshot().file(file);
    if (!own.isEditable())
        return edits::Refusal{edits::Refusal::Reason::NotEditable, name};
    // The file in the place of main.cf: what edits that one edits this one.
    model::FileInfo info = own.info();
    info.kind = model::FileKind::MainCf;
    info.problem.reset();
    QList<model::File> files = model::Snapshot().files();
    files[0] = model::File(info, syntax::Text(own.text().bytes(), syntax::Text::Layout::Whole));
    model::Draft stand{model::Snapshot(files)};
    edits::Outcome refusal =
        value ? edits::setParameter(stand, name, *value) : edits::resetParameter(stand, name);
    if (refusal)
        return refusal;
    for (const model::Change &change : stand.changes())
        draft.replace(file, change.range, change.bytes);
    return {};
}

} // namespace clients
