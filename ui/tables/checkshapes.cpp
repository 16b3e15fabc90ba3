// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/tables/checkshapes.h"

#include <QtGlobal>

namespace ui::shapes {

namespace {

constexpr TableColumn columns[] = {
    {QT_TRANSLATE_NOOP("tables", "Pattern"), QT_TRANSLATE_NOOP("tables", "/^Subject: .*lottery/")},
    {QT_TRANSLATE_NOOP("tables", "Action"), QT_TRANSLATE_NOOP("tables", "REJECT")},
    {QT_TRANSLATE_NOOP("tables", "Text, address or destination"),
     QT_TRANSLATE_NOOP("tables", "No lotteries")},
};

constexpr tables::Columns actionAndText{.separator = ' '};

const TableShape headers{.parameter = "header_checks",
                         .title = QT_TRANSLATE_NOOP("tables", "Header checks"),
                         .empty = QT_TRANSLATE_NOOP("tables", "Headers are not looked at."),
                         .fileName = "header_checks",
                         .columns = columns,
                         .value = actionAndText,
                         .type = "regexp"};
const TableShape mimeHeaders{.parameter = "mime_header_checks",
                             .title = QT_TRANSLATE_NOOP("tables", "Checks of MIME headers"),
                             .empty = QT_TRANSLATE_NOOP("tables", "MIME headers: as other headers."),
                             .fileName = "mime_header_checks",
                             .columns = columns,
                             .value = actionAndText,
                             .type = "regexp"};
const TableShape body{.parameter = "body_checks",
                      .title = QT_TRANSLATE_NOOP("tables", "Body checks"),
                      .empty = QT_TRANSLATE_NOOP("tables", "The text of mail is not looked at."),
                      .fileName = "body_checks",
                      .columns = columns,
                      .value = actionAndText,
                      .type = "regexp"};
const TableShape outgoing{.parameter = "smtp_header_checks",
                          .title = QT_TRANSLATE_NOOP("tables", "Header checks on the way out"),
                          .empty = QT_TRANSLATE_NOOP("tables", "Headers leave this server as they are."),
                          .fileName = "smtp_header_checks",
                          .columns = columns,
                          .value = actionAndText,
                          .type = "regexp"};

} // namespace

std::span<const Check> checks()
{
    static const Check all[] = {{&headers, "header_checks"},
                                {&mimeHeaders, "header_checks"},
                                {&body, "body_checks"},
                                {&outgoing, "smtp_header_checks"}};
    return all;
}

} // namespace ui::shapes
