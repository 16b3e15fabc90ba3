// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/syntax/mastercf.h"
#include "tests/support/mastermodel.h"

namespace support {

using syntax::MasterCf;
using syntax::Service;

/// A field that an open brace or a vertical tab stretches over lines, as Postfix holds it.
inline QByteArray fieldText(QByteArrayView raw)
{
    const QByteArrayList lines = raw.toByteArray().split('\n');
    QByteArray text = lines.first();
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const QByteArray content = plainTrimmed(lines[i]);
        const bool isNothing = content.startsWith('#') || (content.isEmpty() && i + 1 < lines.size());
        if (!isNothing)
            text += lines[i];
    }
    return text;
}

/// The services in force as our reader has them, in the form of the plain one.
inline QList<PlainService> servicesInForce(const MasterCf &file)
{
    QList<PlainService> services;
    for (const Service &service : file.services()) {
        if (!service.enabled)
            continue;
        PlainService plain;
        for (const syntax::ByteRange &field : service.fields)
            plain.fields.append(fieldText(field.in(file.text())));
        for (const syntax::Override &option : service.overrides) {
            if (option.enabled)
                plain.overrides.append(
                    {file.nameOf(option).toByteArray(), file.valueOf(option).simplified()});
        }
        for (const syntax::Argument &argument : service.arguments)
            plain.others.append(file.argumentOf(argument).simplified());
        services.append(plain);
    }
    return services;
}

inline QByteArray described(const QList<PlainService> &services)
{
    QByteArray text;
    for (const PlainService &service : services) {
        text += service.fields.join(' ') + " |";
        for (const auto &option : service.overrides)
            text += ' ' + option.first + '=' + option.second;
        text += " | " + service.others.join(' ') + '\n';
    }
    return text;
}

/// What is wrong about how master.cf is read; nothing when all is as it should be.
inline QByteArray wrongReading(const QByteArray &text)
{
    const MasterCf file(text);
    if (file.text() != text)
        return "bytes were lost";
    const QList<PlainService> expected = plainServices(text);
    if (servicesInForce(file) != expected) {
        return text + "\n---- read as\n" + described(servicesInForce(file)) + "---- instead of\n"
            + described(expected);
    }
    qsizetype end = 0;
    for (const Service &service : file.services()) {
        const bool remarkFits = service.remark.begin >= end && service.remark.end == service.whole.begin;
        if (!remarkFits)
            return text + "\n---- remark of the service at " + QByteArray::number(service.whole.begin);
        end = service.whole.end;
        qsizetype at = service.whole.begin;
        for (const syntax::StanzaLine &line : file.linesOf(service).lines) {
            if (line.line.range.begin != at)
                return text + "\n---- lines of the service at " + QByteArray::number(service.whole.begin);
            at = line.line.range.end;
        }
        bool fits = at == service.whole.end;
        for (const syntax::Override &option : service.overrides) {
            fits = fits && service.whole.begin <= option.whole.begin && option.whole.end <= service.whole.end
                && option.whole.begin <= option.name.begin && option.value.end <= option.whole.end
                && option.line == text.first(option.whole.begin).count('\n');
        }
        if (!fits)
            return text + "\n---- places in the service at " + QByteArray::number(service.whole.begin);
    }
    return {};
}

} // namespace support
