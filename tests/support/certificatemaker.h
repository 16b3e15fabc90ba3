// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

/// Makes certificates with the openssl program, in a folder of its own.
class CertificateMaker
{
public:
    static bool isPossible() { return !QStandardPaths::findExecutable(QStringLiteral("openssl")).isEmpty(); }

    struct Wish
    {
        QString name; ///< of the files: NAME.pem and NAME.key
        QString subject = QStringLiteral("/CN=mail.example.com");
        QString extensions = {}; ///< "subjectAltName=DNS:a.example"
        QString issuer = {}; ///< the name of another; self-signed without
        QStringList key = {QStringLiteral("-newkey"), QStringLiteral("ec"), QStringLiteral("-pkeyopt"),
                           QStringLiteral("ec_paramgen_curve:prime256v1")};
        int days = 365; ///< 0 and less: it has expired
        QString digest = QStringLiteral("sha256");
    };

    /// False when openssl refuses.
    bool make(const Wish &wish) const
    {
        QFile config(path(wish.name + QStringLiteral(".cnf")));
        const QByteArray extensions =
            wish.extensions.toUtf8().replace(';', '\n').replace("subjectAltName=", "subjectAltName = ");
        if (!config.open(QIODevice::WriteOnly) || config.write("[ext]\n" + extensions + '\n') < 0)
            return false;
        config.close();
        const QString request = path(wish.name + QStringLiteral(".csr"));
        const QString key = path(wish.name + QStringLiteral(".key"));
        if (!run(QStringList{QStringLiteral("req"), QStringLiteral("-utf8"), QStringLiteral("-new"),
                             QStringLiteral("-nodes"), QStringLiteral("-subj"), wish.subject,
                             QStringLiteral("-keyout"), key, QStringLiteral("-out"), request}
                 + wish.key))
            return false;
        QStringList sign{QStringLiteral("x509"),
                         QStringLiteral("-req"),
                         QStringLiteral("-in"),
                         request,
                         QStringLiteral("-out"),
                         path(wish.name + QStringLiteral(".pem")),
                         QStringLiteral("-days"),
                         QString::number(wish.days),
                         QLatin1Char('-') + wish.digest,
                         QStringLiteral("-extfile"),
                         config.fileName(),
                         QStringLiteral("-extensions"),
                         QStringLiteral("ext")};
        if (wish.issuer.isEmpty())
            sign += {QStringLiteral("-signkey"), key};
        else
            sign +=
                {QStringLiteral("-CA"), path(wish.issuer + QStringLiteral(".pem")), QStringLiteral("-CAkey"),
                 path(wish.issuer + QStringLiteral(".key")), QStringLiteral("-CAcreateserial")};
        return run(sign);
    }

    QByteArray certificate(const QByteArray &name) const
    {
        return read(QString::fromLatin1(name) + QStringLiteral(".pem"));
    }
    QByteArray key(const QByteArray &name) const
    {
        return read(QString::fromLatin1(name) + QStringLiteral(".key"));
    }
    QByteArray encryptedKey(const QByteArray &name) const
    {
        const QString from = path(QString::fromLatin1(name) + QStringLiteral(".key"));
        return run({QStringLiteral("pkey"), QStringLiteral("-in"), from, QStringLiteral("-aes128"),
                    QStringLiteral("-passout"), QStringLiteral("pass:test"), QStringLiteral("-out"),
                    path(QStringLiteral("encrypted"))})
            ? read(QStringLiteral("encrypted"))
            : QByteArray();
    }

    QString path(const QString &name) const { return m_folder.filePath(name); }

private:
    bool run(const QStringList &arguments) const
    {
        QProcess openssl;
        openssl.start(QStringLiteral("openssl"), arguments);
        const bool isDone = openssl.waitForFinished() && openssl.exitCode() == 0;
        if (!isDone)
            qWarning("openssl %s: %s", qPrintable(arguments.join(u' ')),
                     openssl.readAllStandardError().constData());
        return isDone;
    }

    QByteArray read(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QTemporaryDir m_folder;
};
