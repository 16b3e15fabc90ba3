// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/postconf/buildlists.h"

#include "core/postconf/logicallines.h"

#include <algorithm>
#include <array>

namespace postconf {

namespace {

QByteArray linesOf(const QList<QByteArray> &words)
{
    QByteArray lines;
    for (const QByteArray &word : words)
        lines += word + '\n';
    return lines;
}

/// Those of the host's Postfix; of another version, without what it has not got yet and with what is always
/// built in.
QList<QByteArray> tableTypes(const Configuration &configuration)
{
    QList<QByteArray> types = configuration.host.tableTypes;
    const catalog::Version debug{3, 11, 0};
    const bool isListed = types.contains("debug");
    if (configuration.target < debug)
        types.removeAll("debug");
    else if (!isListed && configuration.host.version.value_or(catalog::Version{}) < debug)
        types.append("debug");
    std::sort(types.begin(), types.end());
    return types;
}

/// mail_conf_read() in src/global/mail_conf.c, as far as main.cf's syntax goes.
void readMain(const Configuration &configuration, Log &log)
{
    const QByteArray path = configuration.mainPath();
    const auto content = configuration.readFile(path);
    if (!content) {
        log.end("open " + path + ": " + content.error().detail.toLocal8Bit());
        return;
    }
    QMap<QByteArray, QByteArray> settings;
    for (LogicalLines lines(*content, path, log); !log.hasEnded() && lines.next();)
        readSetting(lines, path, settings, log);
}

/// pcf_show_tls() in src/postconf/postconf_misc.c knows these modes.
bool isTlsMode(const QByteArray &mode)
{
    constexpr std::array<const char *, 3> modes{"compile-version", "run-version", "public-key-algorithms"};
    return std::any_of(modes.begin(), modes.end(), [&](const char *one) { return mode == one; });
}

} // namespace

bool isAboutBuild(const Options &options)
{
    return std::any_of(options.letters.begin(), options.letters.end(),
                       [](char letter) { return QByteArrayView("mlaATbt").contains(letter); });
}

Listing listBuild(const Configuration &configuration, const Options &options)
{
    Listing listing;
    const catalog::Host &host = configuration.host;
    if (options.has('b') || options.has('t')) {
        if (options.operands.size() > 1)
            listing.log.end("options -b and -t require at most one template file");
        readMain(configuration, listing.log);
        listing.log.end("-b and -t show the texts of bounces, which only the bounce(8) of an installed "
                        "Postfix knows");
    } else if (options.has('m')) {
        readMain(configuration, listing.log);
        if (!listing.log.hasEnded())
            listing.out = linesOf(tableTypes(configuration));
    } else if (options.has('l')) {
        listing.out = linesOf(host.lockMethods);
    } else if (options.has('T')) {
        listing.hasFailed = !isTlsMode(options.tlsMode);
        if (listing.hasFailed)
            listing.log.warn("unknown 'postconf -T' mode: " + options.tlsMode);
        else
            listing.log.end("-T asks for the TLS library of an installed Postfix, which only its own "
                            "postconf knows");
    } else {
        listing.out = linesOf(options.has('a') ? host.saslServerTypes : host.saslClientTypes);
    }
    listing.warningsBefore = listing.log.warnings().size();
    return listing;
}

} // namespace postconf
