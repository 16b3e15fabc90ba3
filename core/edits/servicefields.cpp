// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/edits/servicefields.h"

#include "core/edits/servicecolumns.h"
#include "core/edits/serviceedits.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace edits {

using syntax::ServiceField;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("edits", text);
}

/// A word that Postfix takes as one, not as the start of a comment or of braces.
bool isPlainWord(const QByteArray &value)
{
    return !value.startsWith('#') && std::none_of(value.begin(), value.end(), [](char c) {
        return syntax::isSpace(c) || static_cast<unsigned char>(c) < ' ' || c == '\x7f' || c == '{'
            || c == '}';
    });
}

QString accepted(ServiceField field)
{
    switch (field) {
    case ServiceField::Name:
        return tr(QT_TRANSLATE_NOOP("edits", "Give one word without braces that does not start with “#”."));
    case ServiceField::Type:
        return tr(QT_TRANSLATE_NOOP("edits", "It accepts inet, unix, unix-dgram, fifo and pass."));
    case ServiceField::Private:
    case ServiceField::Unprivileged:
    case ServiceField::Chroot:
        return tr(QT_TRANSLATE_NOOP("edits", "It accepts y, n and - (the default)."));
    case ServiceField::Wakeup:
        return tr(QT_TRANSLATE_NOOP(
            "edits",
            "It accepts a number of seconds, one followed by “?” (only when in use), and - (never)."));
    case ServiceField::ProcessLimit:
        return tr(QT_TRANSLATE_NOOP("edits", "It accepts a number, 0 for no limit, and - (the default)."));
    case ServiceField::Command:
        return tr(
            QT_TRANSLATE_NOOP("edits", "Give the name of a program; its options are set apart from it."));
    }
    return {};
}

bool isAccepted(ServiceField field, const QByteArray &value)
{
    switch (field) {
    case ServiceField::Name:
        return isPlainWord(value);
    case ServiceField::Type:
        return syntax::isServiceType(value);
    case ServiceField::Private:
    case ServiceField::Unprivileged:
    case ServiceField::Chroot:
        return syntax::isServiceFlag(value);
    case ServiceField::Wakeup:
        return syntax::isWakeup(value);
    case ServiceField::ProcessLimit:
        return syntax::isProcessLimit(value);
    case ServiceField::Command:
        return !value.isEmpty() && value != "-" && isPlainWord(value);
    }
    return false;
}

} // namespace

QByteArray writtenField(ServiceField field, const QByteArray &value)
{
    const bool hasDefault =
        field != ServiceField::Name && field != ServiceField::Type && field != ServiceField::Command;
    return value.isEmpty() && hasDefault ? QByteArray("-") : value;
}

Outcome checkedField(ServiceField field, const QByteArray &value)
{
    if (field == ServiceField::Name && value.isEmpty())
        return Refusal{Refusal::Reason::EmptyName, value};
    if (value.contains('\0'))
        return Refusal{Refusal::Reason::NulByte, value};
    if (!isAccepted(field, value))
        return Refusal{Refusal::Reason::BadField, value, accepted(field)};
    return {};
}

Outcome checkedUnique(const syntax::MasterCf &file, const QByteArray &name, const QByteArray &type,
                      qsizetype except)
{
    for (qsizetype i = 0; i < file.services().size(); ++i) {
        const syntax::Service &service = file.services()[i];
        if (i != except && service.enabled && file.fieldOf(service, ServiceField::Name) == name
            && file.fieldOf(service, ServiceField::Type) == type)
            return Refusal{Refusal::Reason::AlreadyThere, name + '/' + type};
    }
    return {};
}

Outcome setServiceField(model::Draft &draft, qsizetype index, ServiceField field, const QByteArray &value)
{
    return setServiceFields(draft, {index}, field, value);
}

Outcome setServiceFields(model::Draft &draft, const QList<qsizetype> &indexes, ServiceField field,
                         const QByteArray &value)
{
    const QByteArray written = writtenField(field, value);
    if (const Outcome refused = checkedField(field, written))
        return refused;
    QList<qsizetype> order = indexes;
    std::sort(order.begin(), order.end());
    order.erase(std::unique(order.begin(), order.end()), order.end());
    const syntax::MasterCf before = draft.masterCf();
    const bool identity = field == ServiceField::Name || field == ServiceField::Type;
    QSet<QByteArray> given;
    ServiceIntent intent{order.isEmpty() ? 0 : order.first(), order.isEmpty() ? 0 : order.last() + 1, {}};
    QList<model::Draft::Replacement> replacements;
    qsizetype next = intent.first; // first service whose meaning is not noted yet
    for (const qsizetype index : order) {
        if (const Outcome refused = checkedService(draft, index))
            return refused;
        const syntax::Service &service = before.services()[index];
        for (; next <= index; ++next)
            intent.after.append(meaningOf(before, before.services()[next]));
        ServiceMeaning &meaning = intent.after.last();
        if (meaning.field(field) == written)
            continue;
        meaning.field(field) = written;
        if (identity && service.enabled) {
            const QByteArray &name = meaning.field(ServiceField::Name);
            const QByteArray &type = meaning.field(ServiceField::Type);
            if (const Outcome refused = checkedUnique(before, name, type, index))
                return refused;
            if (given.contains(name + '/' + type))
                return Refusal{Refusal::Reason::AlreadyThere, name + '/' + type};
            given.insert(name + '/' + type);
        }
        replacements.append(fieldReplacement(before, service, field, written));
    }
    model::Draft trial = draft;
    trial.replaceAll(model::FileId::MasterCf, replacements);
    if (!isFulfilled(intent, before, trial.masterCf()))
        return Refusal{Refusal::Reason::BadValue, value};
    draft = trial;
    return {};
}

} // namespace edits
