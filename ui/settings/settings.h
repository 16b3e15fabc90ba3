// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QSettings>
#include <QStringList>

#include <type_traits>

namespace ui {

/// One setting: its key, its type and its default, said once.
template<typename T>
struct Setting
{
    const char *key;
    T fallback;
};

namespace settings {
inline const Setting<int> theme{"window/theme", 0}; ///< ui::Theme
inline const Setting<QByteArray> geometry{"window/geometry", {}};
inline const Setting<QByteArray> layout{"window/layout", {}};
inline const Setting<QString> page{"window/page", {}};
inline const Setting<QString> target{"postfix/target", {}}; ///< "3.7.11"; empty: that of this machine
inline const Setting<QStringList> recentFolders{"recentFolders", {}};
inline const Setting<int> tabWidth{"editor/tabWidth", 8};
inline const Setting<bool> wrapLines{"editor/wrapLines", false};
inline const Setting<bool> checkWhileTyping{"problems/checkWhileTyping", true};
inline const Setting<bool> advice{"problems/advice", false}; ///< also what could be better
inline const Setting<int> problemGrouping{"problems/grouping", 0}; ///< ui::ProblemGrouping
inline const Setting<bool> buildIndexes{"save/buildIndexes", false}; ///< of what was saved, where possible
inline const Setting<bool> postfixMissingSaid{"problems/postfixMissingSaid", false};
} // namespace settings

class Settings
{
public:
    explicit Settings(QSettings &store) : m_store(store) { }

    template<typename T>
    T get(const Setting<T> &setting) const
    {
        return m_store.value(QLatin1String(setting.key), QVariant::fromValue(setting.fallback))
            .template value<T>();
    }

    /// The second parameter only converts: which type is stored is the setting's business.
    template<typename T>
    void set(const Setting<T> &setting, const std::type_identity_t<T> &value)
    {
        m_store.setValue(QLatin1String(setting.key), QVariant::fromValue(value));
    }

private:
    QSettings &m_store;
};

/// The folders opened last, the latest first, each once and no more than ten.
QStringList recentFolders(const Settings &settings);
void addRecentFolder(Settings &settings, const QString &path);
void removeRecentFolder(Settings &settings, const QString &path);

} // namespace ui
