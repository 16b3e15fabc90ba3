// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/support/postconfruns.h"

#include <QRandomGenerator>

namespace support {

/// Small configurations put together from what postconf has an opinion about. POSTWRIGHT_SEED repeats a run.
class RandomPostconf
{
public:
    RandomPostconf()
        : m_seed(qEnvironmentVariableIsSet("POSTWRIGHT_SEED")
                     ? static_cast<quint32>(qEnvironmentVariableIntValue("POSTWRIGHT_SEED"))
                     : 20261121),
          m_random(m_seed)
    {
    }

    quint32 seed() const { return m_seed; }
    int bounded(int end) { return m_random.bounded(end); }
    bool chance(int oneIn) { return m_random.bounded(oneIn) == 0; }
    template<typename T>
    T pick(const QList<T> &list)
    {
        return list[m_random.bounded(static_cast<int>(list.size()))];
    }

    /// With sound services only those arguments that nobody reads in two ways.
    PostconfFiles files(bool hasSoundServices = false)
    {
        m_hasSoundServices = hasSoundServices;
        // Without mynetworks the interfaces of the machine would have a say.
        QByteArray main = "mynetworks = 127.0.0.0/8\n";
        for (int i = m_random.bounded(8); i >= 0; --i)
            main += setting();
        QByteArray master;
        for (int i = m_random.bounded(5); i > 0; --i)
            master += service();
        return {.main = main, .master = master};
    }

    QByteArray name()
    {
        return pick<QByteArray>({"mydomain",
                                 "myorigin",
                                 "mydestination",
                                 "relayhost",
                                 "virtual_alias_maps",
                                 "forward_path",
                                 "smtpd_restriction_classes",
                                 "one",
                                 "two",
                                 "three",
                                 "acct_bind",
                                 "acct_domain",
                                 "acct_nosuch",
                                 "virtual_maps",
                                 "smtp_destination_recipient_limit",
                                 "x_time_limit",
                                 "header_checks",
                                 "smtpd_use_tls",
                                 "default_rbl_reply",
                                 "fallback_relay"});
    }

    QByteArray value()
    {
        QByteArray text;
        for (int i = m_random.bounded(4); i > 0; --i)
            text += piece()
                + pick<QByteArray>({" ", ", ", "  ", "", "\t", "\n  ", "\n# no\n\t", "\n\n ", " \r\n "});
        return text;
    }

    QByteArray service()
    {
        QByteArray text = pick<QByteArray>({"smtp", "x", "127.0.0.1:25", "two"}) + ' '
            + pick<QByteArray>({"inet", "unix", "fifo", "unix-dgram"}) + " n - "
            + pick<QByteArray>({"y", "n", "-"}) + "  - " + pick<QByteArray>({"-", "3", "0"}) + ' '
            + pick<QByteArray>({"smtpd", "smtp", "pipe", "spawn", "local", "lmtp", "a/b"});
        for (int i = m_random.bounded(4); i > 0; --i)
            text += pick<QByteArray>({" ", "\n  ", "\n# no\n  ", "\t"}) + argument();
        return text + (chance(40) ? "\nshort line\n" : "\n");
    }

private:
    QByteArray setting()
    {
        if (chance(60))
            return pick<QByteArray>({"no equals\n", "= a\n", "  orphan = a\n", "\xef\xbb\xbf = b\n"});
        return name() + pick<QByteArray>({" = ", "=", " =", "\t= "}) + value() + '\n';
    }

    QByteArray piece()
    {
        if (chance(60))
            return pick<QByteArray>({"${", "$", "$(one", "${one?{a}", "${one!}", "${{a} ~ {b}}"});
        return pick<QByteArray>({"a",
                                 "b.example",
                                 "$one",
                                 "${two}",
                                 "$(three)",
                                 "$mydomain",
                                 "${one?x}",
                                 "${two:y}",
                                 "$$",
                                 "${one?{$two}:{$three}}",
                                 "${{$one} == {a} ? {b} : {$mydomain}}",
                                 "${{3} < {10}?{c}}",
                                 "hash:/x",
                                 "ldap:acct",
                                 "proxy:ldap:acct",
                                 "mysql:/nosuch",
                                 "{ a, b }",
                                 "pcre:{{/a/ b}}",
                                 "{ldap:acct}",
                                 "pipemap:{ldap:acct,inline:{a=b}}",
                                 "{a",
                                 "b}",
                                 "{a}b",
                                 "#c",
                                 "a:b",
                                 "$service_name",
                                 "$process_name",
                                 "\xc3\xa9",
                                 "one",
                                 "two",
                                 "$nosuch",
                                 "averyveryverylongwordthattakesitstimetoend"});
    }

    QByteArray argument()
    {
        if (m_hasSoundServices)
            return pick<QByteArray>({"-o myorigin=a", "-o mydomain=$myorigin", "-v",
                                     "-o { relayhost = a  b }", "-o two=b", "-o syslog_name=x", "-D"});
        const QByteArray pair = name() + '=' + piece();
        return pick<QByteArray>({"-o " + pair, "-o " + pair, "-o" + pair, "-vo " + pair, "-v",
                                 "-o { " + pair + " }", "-o { " + name() + " = a  b }", "-o {" + pair + "}x",
                                 "-o {" + pair, "-o nothing", "-", "--", "user=a", "argv=/x {a b}", "{c d}",
                                 "-o"});
    }

    bool m_hasSoundServices = false;
    quint32 m_seed;
    QRandomGenerator m_random;
};

} // namespace support
