// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/certificatewords.h"

#include "core/base/displaytext.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QStringList>

namespace ui {

using certificates::Certificate;
using certificates::Chain;

namespace {

constexpr qint64 day = 86400; // seconds

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(certificates)
};

QString dateOf(qint64 time)
{
    return QLocale().toString(QDateTime::fromSecsSinceEpoch(time).date(), QLocale::ShortFormat);
}

} // namespace

QString commonNameOf(const QByteArray &subject)
{
    for (const QByteArray &part : subject.split(',')) {
        if (part.startsWith("CN="))
            return base::displayText(part.sliced(3));
    }
    return base::displayText(subject);
}

QString namesOf(const Certificate &certificate)
{
    if (certificate.names.isEmpty() || certificate.isAuthority)
        return commonNameOf(certificate.subject);
    constexpr qsizetype most = 4;
    QStringList names;
    for (const QByteArray &name : certificate.names.first(std::min(most, certificate.names.size())))
        names.append(base::displayText(name));
    if (certificate.names.size() > most)
        //: Names of a certificate: "a.example, b.example and more"
        return Words::tr("%1 and more").arg(names.join(QStringLiteral(", ")));
    return names.join(QStringLiteral(", "));
}

bool isValidAt(const Certificate &certificate, qint64 now)
{
    return certificate.notBefore <= now && now <= certificate.notAfter;
}

QString validityOf(const Certificate &certificate, qint64 now)
{
    if (now < certificate.notBefore)
        return Words::tr("Not valid before %1").arg(dateOf(certificate.notBefore));
    const auto days = static_cast<int>(std::abs(certificate.notAfter - now) / day);
    if (now > certificate.notAfter)
        return Words::tr("Expired on %1, %n day(s) ago", nullptr, days).arg(dateOf(certificate.notAfter));
    return Words::tr("Valid until %1, %n day(s) left", nullptr, days).arg(dateOf(certificate.notAfter));
}

QString keyWords(const Certificate &certificate)
{
    const QString type = base::displayText(certificate.keyType);
    QStringList parts{certificate.keyBits > 0
                          //: A kind of key and its size: "RSA 2048 bits"
                          ? Words::tr("%1 %2 bits").arg(type).arg(certificate.keyBits)
                          : type};
    if (!certificate.signatureDigest.isEmpty())
        parts.append(base::displayText(certificate.signatureDigest));
    return parts.join(QStringLiteral(", "));
}

QString endWords(const Chain &chain)
{
    const QString issuer = commonNameOf(chain.issuer);
    switch (chain.end) {
    case Chain::End::SelfSigned:
        return chain.links.size() == 1
            ? Words::tr("Signed by itself: enough to encrypt, but nobody can verify it.")
            : Words::tr("The root is in the file. It does no harm; others have their own copy of it.");
    case Chain::End::KnownRoot:
        return Words::tr("%1, the root, is not in the file, and need not be: others have it.").arg(issuer);
    case Chain::End::Intermediate:
        return Words::tr(
                   "%1 is not in the file, and is no root that is known here: of a private authority, or "
                   "one more intermediate certificate is missing.")
            .arg(issuer);
    case Chain::End::MissingIntermediate:
        break;
    }
    return Words::tr(
               "The intermediate certificate of %1 is missing: most programs can't verify the one above. "
               "Put it below that in the same file; authorities provide both as “full chain”.")
        .arg(issuer);
}

bool isEndBad(const Chain &chain)
{
    return chain.end == Chain::End::MissingIntermediate;
}

QString keyStateWords(Chain::Key key)
{
    switch (key) {
    case Chain::Key::Fits:
        return Words::tr("The private key fits.");
    case Chain::Key::DoesNotFit:
        return Words::tr(
            "The private key belongs to another certificate: Postfix can't encrypt with the two.");
    case Chain::Key::Encrypted:
        return Words::tr(
            "The private key needs a pass phrase, which Postfix can't give: store it without one.");
    case Chain::Key::Missing:
        break;
    }
    return Words::tr("Its private key could not be read here.");
}

QString stateWords(const tls::PemFile &file)
{
    const QString path = base::displayText(file.path);
    switch (file.state) {
    case tls::PemFile::State::Read:
        return {};
    case tls::PemFile::State::Missing:
        return Words::tr(
                   "%1 does not exist. Put the file there or name another one: without it Postfix can't "
                   "encrypt.")
            .arg(path);
    case tls::PemFile::State::Unreadable:
        return (file.isKey ? Words::tr(
                    "%1 can't be read with your rights, as it should be for a key. Open the folder as root "
                    "to see whether it fits.")
                           : Words::tr("%1 can't be read with your rights. Open the folder as root, or "
                                       "make the certificate readable."))
            .arg(path);
    case tls::PemFile::State::OutOfSight:
        return Words::tr(
                   "%1 is on the server and can't be seen from this copy of its folder. Open the folder "
                   "on the server, or over a mount of its whole file system.")
            .arg(path);
    case tls::PemFile::State::NotPem:
        break;
    }
    return Words::tr("%1 holds neither a certificate nor a key in PEM form, which is the one "
                     "Postfix reads.")
        .arg(path);
}

} // namespace ui
