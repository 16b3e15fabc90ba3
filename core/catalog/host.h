// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/catalog/catalog.h"
#include "core/catalog/networks.h"

namespace catalog {

/// What only an installed Postfix, or the machine it is on, knows. As it is made, it stands in where none is
/// installed: Debian's build of the target version (see build.tsv), on a host called "localhost" that has
/// nothing but its loopback interface, and so is localhost.localdomain in Postfix's eyes.
struct Host
{
    std::optional<Version> version = std::nullopt; ///< of the installed Postfix
    QByteArray mailVersion = {}; ///< as it says it, "3.12-20260821" for a snapshot
    QByteArray releaseDate = {};
    QHash<QByteArray, QByteArray> build = {}; ///< defaults that its build decided, by parameter

    QByteArray name = "localhost"; ///< as gethostname() has it
    QList<InterfaceAddress> addresses = {{QByteArray("\x7f\0\0\1", 4), 8, true},
                                         {QByteArray(15, '\0') + '\1', 128, true}};
    QByteArray toldNetworks = {}; ///< mynetworks of a host whose addresses are not known

    QByteArray processName = "postconf"; ///< $process_name and $process_id
    qint64 processId = 0;

    /// Of the installed Postfix, as `postconf -m`, -l, -a and -A list them; its build may have more plugins.
    QList<QByteArray> tableTypes = {"btree",    "cidr",     "environ",  "fail",      "hash",   "inline",
                                    "internal", "lmdb",     "memcache", "nis",       "pcre",   "pipemap",
                                    "proxy",    "randmap",  "regexp",   "socketmap", "static", "tcp",
                                    "texthash", "unionmap", "unix"};
    QList<QByteArray> lockMethods = {"flock", "fcntl", "dotlock"};
    QList<QByteArray> saslServerTypes = {"cyrus", "dovecot"};
    QList<QByteArray> saslClientTypes = {"cyrus"};
};

/// From the output of `postconf -d` of an installed Postfix, here or elsewhere. Lines that say nothing about
/// the host or the build are passed over; text that is no such output gives the stand-in.
Host hostFromDefaults(const Catalog &catalog, const QByteArray &output);

/// The build settings in Postfix's own build record, the file makedefs.out in its meta_directory; for those
/// who can't wait for a process.
void takeBuildRecord(Host &host, const QByteArray &record);

/// The default of a parameter as `postconf -d` of the target version prints it, unexpanded, with the host's
/// settings if the same, or an earlier or later, Postfix is installed there. Where main.cf says something
/// else, the defaults of the three network parameters follow it: see below.
QByteArray defaultFor(const Catalog &catalog, const Parameter &parameter, const Version &target,
                      const Host &host);

/// The default of myhostname where main.cf sets mydomain to that; "localdomain" if it is empty.
QByteArray myhostnameOf(const Host &host, QByteArrayView mydomain = {});
/// The default of mydomain for a value of myhostname.
QByteArray mydomainOf(QByteArrayView myhostname);
/// The default of mynetworks for these settings; what `postconf -d` said where it can't be told otherwise.
QByteArray mynetworksOf(const Host &host, const NetworkSettings &settings = {});

} // namespace catalog
