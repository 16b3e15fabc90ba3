// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/catalog/host.h"
#include "core/catalog/reference.h"
#include "core/effective/values.h"
#include "core/tools/manualsection.h"

#include <QObject>

#include <map>
#include <memory>
#include <optional>

namespace folder {
class SecretSettings;
}

namespace ui {

class EditSession;

/// What is known beside the files: the facts about Postfix, the version that the configuration is for, and
/// the values that Postfix will use. Read or worked out when the first view asks, and once for all views.
class Knowledge : public QObject
{
    Q_OBJECT

public:
    explicit Knowledge(EditSession &session, QObject *parent = nullptr);
    ~Knowledge() override;

    /// Null only when the program's own tables can't be read.
    const catalog::Reference *reference() const;
    /// Also for names that a service makes; null for one that Postfix does not know.
    const catalog::Facts *facts(QByteArrayView parameter) const;

    /// The version that the configuration is for: the chosen one, else the one that was found, else the
    /// newest.
    const catalog::Version &target() const { return m_chosen ? *m_chosen : m_found; }
    const std::optional<catalog::Version> &chosenTarget() const { return m_chosen; }
    /// What the machine has; counts where nothing is chosen.
    void setFoundTarget(const catalog::Version &version);
    void chooseTarget(const std::optional<catalog::Version> &version);
    /// The output of `postconf -d` on the machine: what only it and its Postfix decide.
    void setHostDefaults(const QByteArray &output);
    /// What that said; null until it has.
    const catalog::Host *host() const { return m_isHostKnown ? &m_host : nullptr; }

    /// The source of the postconf(5) of this machine, and of which Postfix it is.
    void setManual(const QByteArray &page, const QString &mailVersion);
    const QString &manualVersion() const { return m_manualVersion; }
    /// What that manual says; nothing without one.
    std::optional<tools::ManualSection> manual(const QByteArray &parameter) const;

    /// The passwords in main.cf and master.cf as they are now.
    const folder::SecretSettings &secrets() const;
    /// Of the configuration as it is now; null only when the program's own tables can't be read.
    const effective::Values *values() const;
    /// This version has the parameter, whether it is set or not.
    bool isKnown(QByteArrayView parameter) const;
    /// What counts where nothing sets it, not expanded; empty for a name that Postfix does not know.
    QByteArray defaultOf(const QByteArray &parameter) const;
    /// `value` with its names replaced by what they are for that service ("name/type"; empty: main.cf).
    /// Nothing where it can't be read.
    std::optional<QByteArray> expanded(const QByteArray &value, const QByteArray &service = {}) const;

signals:
    /// Something of that is another than before: an edit, another folder, another version.
    void changed();
    /// Comes before changed() when target() is another.
    void targetChanged();
    /// Comes before changed() when host() is another.
    void hostChanged();

private:
    void update();
    void afterTarget(const catalog::Version &before);
    qsizetype serviceNamed(const QByteArray &key) const;

    EditSession &m_session;
    catalog::Version m_found = catalog::Catalog::newest;
    std::optional<catalog::Version> m_chosen;
    catalog::Host m_host;
    bool m_isHostKnown = false;
    QByteArray m_manual;
    QString m_manualVersion;
    mutable std::optional<catalog::Reference> m_reference;
    mutable std::map<QByteArray, catalog::Facts> m_perService; ///< made from the pattern of their names
    mutable bool m_isRead = false;
    mutable std::unique_ptr<effective::Values> m_values;
};

} // namespace ui
