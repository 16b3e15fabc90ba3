// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/edits/refusal.h"
#include "core/model/draft.h"

#include <QByteArrayList>

namespace edits {

/// Gives the parameter this value. Where it is set more than once, the setting in force is changed. A line
/// break in `value` becomes a continuation line; blanks around it say nothing to Postfix and are left out. A
/// list over several lines is edited by item: lines and comments between the others stay, an item that is in
/// another place takes its comment along, and the same items on other lines are no change. A parameter
/// that is not set yet is written below its own commented-out example, else beside its relatives, else at
/// the end.
Outcome setParameter(model::Draft &draft, QByteArrayView name, const QByteArray &value);

/// Removes every setting of that name that is in force or was overridden, so that the default applies. What
/// is switched off stays, and so does every comment outside of the settings. Not set at all is as wanted.
Outcome resetParameter(model::Draft &draft, QByteArrayView name);

/// Puts '#' in front of every line of the setting. With several settings of that name all are switched off;
/// with none there is nothing to do.
Outcome commentOutParameter(model::Draft &draft, QByteArrayView name);

/// The same for setting `index` alone: with several of that name an earlier one counts then, if there is one.
/// What is switched off stays as it is.
Outcome commentOutSetting(model::Draft &draft, qsizetype index);

/// Takes the '#' off setting `index` of main.cf's settings(). Another setting of that name that is in force
/// is switched off first, so that the switched-on one counts. A setting in force stays as it is.
Outcome switchOnParameter(model::Draft &draft, qsizetype index);

/// Removes setting `index`, in force or not, with the remark that belongs to it.
Outcome removeSetting(model::Draft &draft, qsizetype index);

/// Changes the value of setting `index` only, whether or not it is the one in force.
Outcome setSettingValue(model::Draft &draft, qsizetype index, const QByteArray &value);

/// Moves setting `from` with its remark in front of setting `to`; `to` == settings().size() moves to the end.
/// Refused when it would pass another setting of its name, since then another one would count.
Outcome moveSetting(model::Draft &draft, qsizetype from, qsizetype to);

/// The items of the setting in force, as Postfix splits them.
QByteArrayList listItemsOf(const model::Snapshot &snapshot, QByteArrayView name);

/// List edits work on the setting in force, by item index; `at` == count appends. The separators, lines and
/// indentation around are kept, and a comment on the lines above an item goes where the item goes. An item is
/// one word or one `{ }` group.
Outcome insertListItem(model::Draft &draft, QByteArrayView name, qsizetype at, const QByteArray &item);
Outcome removeListItem(model::Draft &draft, QByteArrayView name, qsizetype at);
Outcome replaceListItem(model::Draft &draft, QByteArrayView name, qsizetype at, const QByteArray &item);
/// The item at `from` ends up at index `to` of the resulting list.
Outcome moveListItem(model::Draft &draft, QByteArrayView name, qsizetype from, qsizetype to);

} // namespace edits
