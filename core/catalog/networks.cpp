// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/catalog/networks.h"

#include <algorithm>
#include <arpa/inet.h>
#include <array>

namespace catalog {

namespace {

constexpr qsizetype v4Size = 4;
constexpr qsizetype v6Size = 16;
constexpr int bitsPerByte = 8;

bool isV4(const InterfaceAddress &address)
{
    return address.bytes.size() == v4Size;
}

bool isLoopback(const InterfaceAddress &address)
{
    return isV4(address) ? address.bytes[0] == 127 : address.bytes == QByteArray(v6Size - 1, '\0') + '\1';
}

QList<QByteArrayView> wordsOf(QByteArrayView text)
{
    QList<QByteArrayView> words;
    qsizetype begin = 0;
    for (qsizetype at = 0; at <= text.size(); ++at) {
        if (at < text.size() && text[at] != ',' && text[at] != ' ' && text[at] != '\t')
            continue;
        if (at > begin)
            words.append(text.sliced(begin, at - begin));
        begin = at + 1;
    }
    return words;
}

/// The natural mask of an IPv4 network; there is none of class E.
std::optional<int> classPrefix(uchar firstByte)
{
    if (firstByte < 128)
        return 8;
    if (firstByte < 192)
        return 16;
    if (firstByte < 224)
        return 24;
    return firstByte < 240 ? std::optional(4) : std::nullopt;
}

QByteArray networkText(const InterfaceAddress &address, int prefixLength)
{
    QByteArray network = address.bytes;
    for (qsizetype i = 0; i < network.size(); ++i) {
        const int kept = std::clamp(prefixLength - static_cast<int>(i) * bitsPerByte, 0, bitsPerByte);
        network[i] = static_cast<char>(static_cast<uchar>(network[i]) & (0xff00U >> static_cast<uint>(kept)));
    }
    std::array<char, INET6_ADDRSTRLEN> text{};
    inet_ntop(isV4(address) ? AF_INET : AF_INET6, network.constData(), text.data(), text.size());
    const QByteArray plain(text.data());
    return (isV4(address) ? plain : '[' + plain + ']') + '/' + QByteArray::number(prefixLength);
}

std::optional<int> prefixFor(const InterfaceAddress &address, QByteArrayView style)
{
    if (style == "host")
        return static_cast<int>(address.bytes.size()) * bitsPerByte;
    if (style == "class" && isV4(address))
        return classPrefix(static_cast<uchar>(address.bytes[0]));
    return address.prefixLength;
}

/// The addresses of the protocols in use, those of IPv4 first: inet_addr_local() in src/util.
QList<InterfaceAddress> ofProtocols(const QList<InterfaceAddress> &addresses, QByteArrayView inetProtocols)
{
    const QList<QByteArrayView> protocols = wordsOf(inetProtocols);
    const bool isAll = protocols.contains(QByteArrayView("all"));
    QList<InterfaceAddress> chosen;
    for (const bool v4 : {true, false}) {
        if (!isAll && !protocols.contains(v4 ? QByteArrayView("ipv4") : QByteArrayView("ipv6")))
            continue;
        std::copy_if(addresses.begin(), addresses.end(), std::back_inserter(chosen),
                     [&](const InterfaceAddress &one) { return isV4(one) == v4; });
    }
    return chosen;
}

std::optional<QList<InterfaceAddress>> ofInterfaces(const QList<InterfaceAddress> &addresses,
                                                    QByteArrayView inetInterfaces)
{
    if (inetInterfaces == "all")
        return addresses;
    QList<InterfaceAddress> chosen;
    if (inetInterfaces == "loopback-only") {
        std::copy_if(addresses.begin(), addresses.end(), std::back_inserter(chosen), isLoopback);
        return chosen;
    }
    const auto at = [](const QList<InterfaceAddress> &list, const QByteArray &bytes) {
        return std::find_if(list.begin(), list.end(),
                            [&](const InterfaceAddress &one) { return one.bytes == bytes; });
    };
    for (const QByteArrayView word : wordsOf(inetInterfaces)) {
        if (word.compare("localhost", Qt::CaseInsensitive) == 0) { // its addresses are known
            std::copy_if(addresses.begin(), addresses.end(), std::back_inserter(chosen),
                         [&](const InterfaceAddress &one) {
                             return one.isLocalhost && at(chosen, one.bytes) == chosen.end();
                         });
            continue;
        }
        const std::optional<QByteArray> bytes = addressBytes(word);
        const auto local = bytes ? at(addresses, *bytes) : addresses.end();
        if (local == addresses.end())
            return std::nullopt;
        if (at(chosen, *bytes) == chosen.end())
            chosen.append(*local);
    }
    return chosen;
}

} // namespace

std::optional<QByteArray> mynetworks(const QList<InterfaceAddress> &addresses,
                                     const NetworkSettings &settings)
{
    const QByteArrayView style = settings.mynetworksStyle;
    if (style != "subnet" && style != "class" && style != "host")
        return std::nullopt;
    const auto own = ofInterfaces(ofProtocols(addresses, settings.inetProtocols), settings.inetInterfaces);
    if (!own || own->isEmpty())
        return std::nullopt;
    QByteArray networks;
    for (const InterfaceAddress &address : *own) {
        const std::optional<int> prefixLength = prefixFor(address, style);
        if (!prefixLength)
            return std::nullopt;
        networks += (networks.isEmpty() ? "" : " ") + networkText(address, *prefixLength);
    }
    return networks;
}

std::optional<QByteArray> addressBytes(QByteArrayView text)
{
    const bool isBracketed = text.startsWith('[') && text.endsWith(']');
    const QByteArray plain = (isBracketed ? text.sliced(1, text.size() - 2) : text).toByteArray();
    std::array<char, v6Size> bytes{};
    if (!isBracketed && inet_pton(AF_INET, plain.constData(), bytes.data()) == 1)
        return QByteArray(bytes.data(), v4Size);
    if (inet_pton(AF_INET6, plain.constData(), bytes.data()) == 1)
        return QByteArray(bytes.data(), v6Size);
    return std::nullopt;
}

} // namespace catalog
