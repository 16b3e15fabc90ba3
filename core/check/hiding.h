// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/folder/secrets.h"
#include "core/folder/secretsettings.h"
#include "core/lint/rule.h"

#include <QHash>

namespace check {

/// Takes passwords out of what is said about the rows and the settings that hold them: a row that is written
/// wrong is told of, and what is told must not be the password in it.
class Hiding
{
public:
    /// It outlives this.
    explicit Hiding(const model::Snapshot &snapshot) : m_snapshot(snapshot), m_settings(snapshot) { }

    lint::Finding withoutSecrets(const lint::Finding &finding);
    /// A sentence about that place.
    QString withoutSecrets(const QString &message, const model::Place &place);
    /// A sentence about no place that is known.
    QString withoutSecrets(const QString &message) const;

    /// A sentence of Postfix about a setting that nobody reads, which it quotes with its value: a misspelt
    /// password among them.
    static QString withoutUnusedSecret(const QString &message, const QString &file);

private:
    folder::Secret secretOf(model::FileId file);
    /// The setting there holds a password in main.cf or master.cf.
    bool isSecretSettingAt(const model::Place &place) const;
    /// The lines of the row or the setting.
    QByteArrayList linesAround(const model::Place &place) const;

    const model::Snapshot &m_snapshot;
    folder::SecretSettings m_settings;
    QHash<model::FileId, folder::Secret> m_secrets;
};

} // namespace check
