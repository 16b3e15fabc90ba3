// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/postconf/options.h"

#include "core/postconf/nameval.h"

#include <array>

namespace postconf {

namespace {

constexpr const char *usage =
    "usage: postconf [-a (server SASL types)] [-A (client SASL types)] [-b (bounce templates)] "
    "[-c config_dir] [-c param_class] [-d (parameter defaults)] [-e (edit configuration)] [-f (fold lines)] "
    "[-F (master.cf fields)] [-h (no names)] [-H (no values)] [-l (lock types)] [-m (map types)] "
    "[-M (master.cf)] [-n (non-default parameters)] [-o name=value (override parameter value)] "
    "[-p (main.cf, default)] [-P (master.cf parameters)] [-t (bounce templates)] "
    "[-T compile-version|run-version|public-key-algorithms] [-v (verbose)] [-x (expand parameter values)] "
    "[-X (exclude)] [-# (comment-out)] [name...]";

/// pcf_compat_names: the order in which options are listed in messages.
constexpr const char *order = "aAbCdefFhHlmMnopPtTxX#";

/// pcf_incompat_options: at most one of each row. The first row are the major modes.
constexpr std::array<const char *, 6> alternatives{"aAbltmpMFPT", "denX#", "feX#", "xeX#", "odeX#", "heX#H"};

/// pcf_compat_options: what may go with a major mode.
struct Company
{
    char mode;
    const char *allowed;
};
constexpr std::array<Company, 11> companies{
    Company{'a', ""},       Company{'A', ""},       Company{'b', ""},        Company{'l', ""},
    Company{'m', ""},       Company{'T', ""},       Company{'t', ""},        Company{'p', "eX#fhxdnoH"},
    Company{'M', "eX#fox"}, Company{'F', "efhoxH"}, Company{'P', "eXfhoxH"},
};

struct NamedClass
{
    const char *name;
    quint8 bits;
};
constexpr std::array<NamedClass, 4> classNames{NamedClass{"builtin", 1}, NamedClass{"service", 2},
                                               NamedClass{"user", 4}, NamedClass{"all", 7}};

/// The options of `letters` that are among `wanted`, as a message has them.
QByteArray listed(const QByteArray &letters, QByteArrayView wanted)
{
    QByteArray text;
    for (const char *letter = order; *letter; ++letter) {
        if (letters.contains(*letter) && wanted.contains(*letter))
            text += QByteArray(text.isEmpty() ? "-" : " -") + *letter;
    }
    return text;
}

/// Reads the letters as getopt(3) takes them: they may share a dash, "--" ends them, and so does the first
/// operand.
class Reader
{
public:
    Reader(const QByteArrayList &arguments, const catalog::Version &target)
        : m_arguments(arguments), m_hasQuiet(target >= catalog::Version{3, 9, 0})
    {
    }

    CommandLine read()
    {
        qsizetype i = 0;
        for (; i < m_arguments.size() && m_line.fatal.isEmpty(); ++i) {
            const QByteArray &word = m_arguments[i];
            if (word == "--") {
                ++i;
                break;
            }
            if (!word.startsWith('-') || word.size() == 1)
                break;
            readWord(word, i);
        }
        m_line.options.operands = m_arguments.sliced(std::min(i, m_arguments.size()));
        if (m_line.fatal.isEmpty())
            complete();
        return m_line;
    }

private:
    void readWord(const QByteArray &word, qsizetype &i)
    {
        for (qsizetype at = 1; at < word.size() && m_line.fatal.isEmpty(); ++at) {
            const char letter = word[at];
            if (!QByteArrayView("cCoT").contains(letter)) {
                take(letter);
                continue;
            }
            if (at + 1 < word.size()) {
                takeWithValue(letter, word.sliced(at + 1));
            } else if (i + 1 < m_arguments.size()) {
                takeWithValue(letter, m_arguments[++i]);
            } else {
                m_line.complaint = QByteArray("option requires an argument -- '") + letter + '\'';
                m_line.fatal = usage;
            }
            return;
        }
    }

    void add(char letter)
    {
        if (!m_line.options.has(letter))
            m_line.options.letters += letter;
    }

    void take(char letter)
    {
        const bool isKnown =
            QByteArrayView("aAbdeEfFhHlmMnpPtvxX#").contains(letter) || (letter == 'q' && m_hasQuiet);
        if (!isKnown)
            m_line.complaint = QByteArray("invalid option -- '") + letter + '\'';
        if (!isKnown || letter == 'E')
            m_line.fatal = usage;
        else if ((letter == 'b' || letter == 't') && (m_line.options.has('b') || m_line.options.has('t')))
            m_line.fatal = "specify one of -b and -t";
        else
            add(letter);
    }

    void takeWithValue(char letter, const QByteArray &value)
    {
        Options &options = m_line.options;
        if (letter == 'c') {
            options.directory = value;
        } else if (letter == 'C') {
            readClasses(value);
        } else if (letter == 'o') {
            add('o');
            options.overrides.append(value);
        } else if (options.has('T')) {
            m_line.fatal = "At most one -T <mode> option may be specified";
        } else {
            add('T');
            options.tlsMode = value;
        }
    }

    void readClasses(const QByteArray &value)
    {
        m_line.options.classes = 0;
        QByteArrayView rest = value;
        for (QByteArrayView name = nextPlainWord(rest, blanksAndCommas); !name.isNull();
             name = nextPlainWord(rest, blanksAndCommas)) {
            const QByteArray wanted = name.toByteArray();
            const auto *found =
                std::find_if(classNames.begin(), classNames.end(), [&](const NamedClass &one) {
                    return wanted.compare(one.name, Qt::CaseInsensitive) == 0;
                });
            if (found == classNames.end()) {
                m_line.fatal = "unknown -C option value \"" + wanted + "\" in \"" + value + '"';
                return;
            }
            m_line.options.classes |= found->bits;
        }
    }

    void complete()
    {
        Options &options = m_line.options;
        if (listed(options.letters, alternatives[0]).isEmpty())
            add('p');
        const bool isOfFiles = options.has('p') || options.isAboutServices();
        if (isOfFiles && !options.operands.isEmpty() && options.operands.first().contains('='))
            add('e');
        for (const char *row : alternatives) {
            const QByteArray clash = listed(options.letters, row);
            if (clash.contains(' ')) {
                m_line.fatal = "specify one of " + clash;
                return;
            }
        }
        for (const Company &company : companies) {
            if (!options.has(company.mode))
                continue;
            QByteArray excess = options.letters;
            for (const char allowed : QByteArray(company.allowed) + company.mode + "vq")
                excess.replace(allowed, "");
            if (!excess.isEmpty()) {
                m_line.fatal = QByteArray("with option -") + company.mode + ", do not specify "
                    + listed(options.letters, excess);
                return;
            }
        }
        if (options.has('e') && options.operands.isEmpty())
            m_line.fatal = "-e requires name=value argument";
    }

    const QByteArrayList &m_arguments;
    bool m_hasQuiet;
    CommandLine m_line;
};

} // namespace

CommandLine parsedCommandLine(const QByteArrayList &arguments, const catalog::Version &target)
{
    return Reader(arguments, target).read();
}

} // namespace postconf
