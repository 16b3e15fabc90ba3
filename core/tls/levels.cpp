// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tls/levels.h"

#include <QtGlobal>

#include <algorithm>
#include <span>

namespace tls {

namespace {

struct Level
{
    const char *value;
    LevelWords words;
};

constexpr Level serverLevels[] = {
    {"none",
     {QT_TRANSLATE_NOOP("tls", "Never"),
      QT_TRANSLATE_NOOP("tls", "Mail and passwords arrive readable for everyone on the way.")}},
    {"may",
     {QT_TRANSLATE_NOOP("tls", "Offered"),
      QT_TRANSLATE_NOOP("tls",
                        "Who can encrypt does, and mail of servers that can't arrives all the same: right "
                        "for port 25.")}},
    {"encrypt",
     {QT_TRANSLATE_NOOP("tls", "Required"),
      QT_TRANSLATE_NOOP("tls",
                        "Nobody gets in without encryption: right for mail programs, but on port 25 mail of "
                        "some servers is lost.")}},
};

constexpr Level clientLevels[] = {
    {"none",
     {QT_TRANSLATE_NOOP("tls", "Never"),
      QT_TRANSLATE_NOOP("tls", "Mail leaves readable for everyone on the way.")}},
    {"may",
     {QT_TRANSLATE_NOOP("tls", "Where possible"),
      QT_TRANSLATE_NOOP("tls",
                        "Encrypted where the other server can, readable where it can't; who it is, is not "
                        "verified.")}},
    {"encrypt",
     {QT_TRANSLATE_NOOP("tls", "Always"),
      QT_TRANSLATE_NOOP("tls",
                        "Mail for servers that can't encrypt waits and comes back; who it is, is not "
                        "verified.")}},
    {"dane",
     {QT_TRANSLATE_NOOP("tls", "Verified where DNS says how"),
      QT_TRANSLATE_NOOP(
          "tls",
          "Servers that publish their certificate in signed DNS (DANE) are verified; all others are "
          "treated as “where possible”.")}},
    {"dane-only",
     {QT_TRANSLATE_NOOP("tls", "Verified by DNS only"),
      QT_TRANSLATE_NOOP("tls",
                        "Mail goes to none but servers that publish their certificate in signed DNS: for "
                        "chosen destinations, not for all.")}},
    {"fingerprint",
     {QT_TRANSLATE_NOOP("tls", "Known certificates only"),
      QT_TRANSLATE_NOOP("tls",
                        "Mail goes to none but servers whose fingerprint is listed: for chosen "
                        "destinations, not for all.")}},
    {"verify",
     {QT_TRANSLATE_NOOP("tls", "Verified, by the name in DNS"),
      QT_TRANSLATE_NOOP("tls",
                        "The certificate must be of a trusted authority and for the name that DNS gave, "
                        "which can be forged.")}},
    {"secure",
     {QT_TRANSLATE_NOOP("tls", "Verified, by the name of the destination"),
      QT_TRANSLATE_NOOP("tls",
                        "The certificate must be of a trusted authority and for the destination itself: for "
                        "relay hosts and partners, not for all.")}},
};

const LevelWords *wordsFor(QByteArrayView level, std::span<const Level> levels)
{
    const auto found =
        std::ranges::find_if(levels, [&](const Level &one) { return level == QByteArrayView(one.value); });
    return found == levels.end() ? nullptr : &found->words;
}

} // namespace

const LevelWords *serverLevelWords(QByteArrayView level)
{
    return wordsFor(level, serverLevels);
}

const LevelWords *clientLevelWords(QByteArrayView level)
{
    return wordsFor(level, clientLevels);
}

} // namespace tls
