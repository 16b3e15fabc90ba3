// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tls/pictures.h"

#include "core/facts/disk.h"
#include "core/syntax/listvalue.h"

#include <array>
#include <utility>

namespace tls {

using certificates::Item;

namespace {

struct Reader
{
    const facts::View &view;

    QList<Item> read(const QByteArray &path, PemFile &file) const
    {
        file.path = path;
        const QString local = view.localPath(path);
        if (local.isEmpty())
            return {};
        const QString root = view.root.value_or(QString());
        const auto fact = facts::factAt(root, local);
        if (fact && !fact->exists) {
            file.state = PemFile::State::Missing;
            return {};
        }
        std::optional<QByteArray> text = facts::pemTextAt(root, local);
        if (!text) {
            file.state = PemFile::State::Unreadable;
            return {};
        }
        QList<Item> items = certificates::itemsIn(*text);
        text->fill('\0');
        file.state = items.isEmpty() ? PemFile::State::NotPem : PemFile::State::Read;
        return items;
    }
};

QByteArray textOf(const effective::Values &values, const QByteArray &name, qsizetype service)
{
    const auto value = values.value(name, service);
    return value ? value->expanded.trimmed() : QByteArray();
}

/// What others trust, going by what the machine of the configuration does.
QList<certificates::Certificate> rootsSeenBy(const Reader &reader)
{
    QList<certificates::Certificate> roots;
    for (const char *path : {"/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt"}) {
        PemFile file;
        for (const Item &item : reader.read(path, file)) {
            if (item.certificate)
                roots.append(*item.certificate);
        }
        if (!roots.isEmpty())
            break;
    }
    return roots;
}

} // namespace

QList<PemSource> pemSourcesIn(const effective::Values &values, const QByteArray &side, qsizetype service)
{
    const QByteArray prefix = side + "_tls_";
    const QByteArray chains = textOf(values, prefix + "chain_files", service);
    QByteArrayList chainFiles;
    for (const syntax::ListItem &item : syntax::listItems(chains))
        chainFiles.append(item.range.in(chains).toByteArray());
    if (!chainFiles.isEmpty())
        return {PemSource{.files = chainFiles, .isChain = true}};
    QList<PemSource> sources;
    for (const char *kind : {"", "ec", "d"}) {
        const QByteArray certificate = textOf(values, prefix + kind + "cert_file", service);
        const QByteArray key = textOf(values, prefix + kind + "key_file", service);
        if (certificate.isEmpty() || certificate == "none")
            continue;
        sources.append(PemSource{.files = {certificate}, .keyFile = key == certificate ? QByteArray() : key});
    }
    return sources;
}

QList<Picture> picturesOf(const QList<PemSource> &sources, const facts::View &view)
{
    if (sources.isEmpty())
        return {};
    const Reader reader{view};
    const QList<certificates::Certificate> roots = rootsSeenBy(reader);
    QList<Picture> pictures;
    for (const PemSource &source : sources) {
        Picture picture;
        QList<Item> items;
        for (const QByteArray &path : source.files) {
            picture.files.append(PemFile{.path = path});
            items += reader.read(path, picture.files.last());
        }
        if (!source.keyFile.isEmpty()) {
            picture.files.append(PemFile{.path = source.keyFile, .isKey = true});
            items += reader.read(source.keyFile, picture.files.last());
        }
        if (source.isChain)
            picture.chains = certificates::chainsOf(items, roots);
        else if (const auto chain = certificates::chainOf(items, roots))
            picture.chains = {*chain};
        pictures.append(picture);
    }
    return pictures;
}

} // namespace tls
