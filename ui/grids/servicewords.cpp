// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/grids/servicewords.h"

#include "core/base/displaytext.h"
#include "core/syntax/servicewords.h"

#include <QCoreApplication>

namespace ui {

using syntax::ServiceField;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::ServiceWords)
};

/// get_master_ent() in src/master/master_ent.c: below compatibility level 1 '-' means yes.
bool isChrootDefault(const syntax::MainCf &mainCf)
{
    const syntax::Setting *level = mainCf.find("compatibility_level");
    if (!level)
        return true;
    const QByteArray value = mainCf.valueOf(*level);
    return value.isEmpty() || value == "0" || value.startsWith("0.");
}

QString flagMeaning(ServiceField field, bool isYes)
{
    if (field == ServiceField::Private)
        return isYes ? Words::tr("only Postfix itself can reach it") : Words::tr("others can reach it");
    if (field == ServiceField::Unprivileged)
        return isYes ? Words::tr("unprivileged: runs as the mail owner (mail_owner)")
                     : Words::tr("privileged: runs with the rights of root");
    return isYes ? Words::tr("runs locked into the mail queue’s folder (queue_directory)")
                 : Words::tr("sees the whole file system");
}

} // namespace

QString serviceTitle(const syntax::MasterCf &file, const syntax::Service &service)
{
    return base::displayText(file.fieldOf(service, ServiceField::Name)) + u' '
        + base::displayText(file.fieldOf(service, ServiceField::Type));
}

QString defaultMeaning(ServiceField field, const syntax::MainCf &mainCf)
{
    switch (field) {
    case ServiceField::Private:
    case ServiceField::Unprivileged:
        return Words::tr("yes");
    case ServiceField::Chroot:
        return isChrootDefault(mainCf) ? Words::tr("yes") : Words::tr("no");
    case ServiceField::Wakeup:
        return Words::tr("never");
    case ServiceField::ProcessLimit: {
        const syntax::Setting *limit = mainCf.find("default_process_limit");
        return limit ? base::displayText(mainCf.valueOf(*limit)) : QStringLiteral("100");
    }
    default:
        return {};
    }
}

QList<FieldChoice> fieldChoices(ServiceField field, const syntax::MainCf &mainCf)
{
    switch (field) {
    case ServiceField::Type:
        return {
            {QStringLiteral("inet"), Words::tr("a port on the network")},
            {QStringLiteral("unix"), Words::tr("a socket on this machine")},
            {QStringLiteral("unix-dgram"), Words::tr("a datagram socket on this machine")},
            {QStringLiteral("fifo"), Words::tr("a named pipe")},
            {QStringLiteral("pass"), Words::tr("connections handed over by another service")},
        };
    case ServiceField::Private:
    case ServiceField::Unprivileged:
    case ServiceField::Chroot:
        return {
            {QStringLiteral("-"), Words::tr("the default: %1").arg(defaultMeaning(field, mainCf))},
            {QStringLiteral("y"), flagMeaning(field, true)},
            {QStringLiteral("n"), flagMeaning(field, false)},
        };
    default:
        return {};
    }
}

QString wakeupMeaning(QByteArrayView value)
{
    const bool onlyInUse = value.endsWith('?');
    bool isNumber = false;
    const int seconds = value.first(value.size() - (onlyInUse ? 1 : 0)).toInt(&isNumber);
    if (!isNumber)
        return {};
    if (seconds == 0)
        return Words::tr("never woken up");
    const QString often = seconds % 60 == 0 ? Words::tr("every %n minute(s)", nullptr, seconds / 60)
                                            : Words::tr("every %n second(s)", nullptr, seconds);
    return onlyInUse ? Words::tr("woken up %1, but not while it is unused (“?”)").arg(often)
                     : Words::tr("woken up %1, whether it is in use or not").arg(often);
}

QByteArray argumentLine(const syntax::MasterCf &file, const syntax::Service &service)
{
    QByteArrayList words;
    for (const syntax::Argument &argument : service.arguments)
        words.append(file.argumentOf(argument));
    return words.join(' ');
}

QByteArrayList argumentWords(const QByteArray &line, const syntax::MasterCf &file,
                             const syntax::Service &service)
{
    QByteArrayList known;
    for (const syntax::Argument &argument : service.arguments)
        known.append(file.argumentOf(argument));
    QByteArrayList words;
    for (const syntax::ByteRange &range : syntax::serviceWords(line)) {
        QByteArray word = range.in(line).toByteArray();
        if (!known.contains(word) && word.size() >= 2 && word.startsWith('{') && word.endsWith('}'))
            word = word.sliced(1, word.size() - 2).trimmed();
        words.append(word);
    }
    return words;
}

} // namespace ui
