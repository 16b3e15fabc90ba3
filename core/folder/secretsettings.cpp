// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/folder/secretsettings.h"

#include "core/folder/secretscan.h"
#include "core/syntax/logicallines.h"

#include <algorithm>
#include <cctype>

namespace folder {

using syntax::ByteRange;

namespace {

const QByteArray dots = QByteArrayLiteral("\u2022\u2022\u2022\u2022\u2022\u2022\u2022\u2022");

/// Every value of main.cf and master.cf with its parameter, in force or not.
template<typename Visit>
void forEachValue(const model::Snapshot &snapshot, Visit visit)
{
    const syntax::MainCf &mainCf = snapshot.mainCf();
    for (const syntax::Setting &setting : mainCf.settings())
        visit(mainCf.nameOf(setting), mainCf.valueOf(setting));
    const syntax::MasterCf &masterCf = snapshot.masterCf();
    for (const syntax::Service &service : masterCf.services()) {
        for (const syntax::Override &option : service.overrides)
            visit(masterCf.nameOf(option), masterCf.valueOf(option));
    }
}

bool isPasswordOfClient(QByteArrayView parameter)
{
    return parameter.endsWith("_password") || parameter.endsWith("_bind_pw");
}

/// The names behind the dollars of `value`.
QByteArrayList referencesIn(const QByteArray &value)
{
    QByteArrayList names;
    for (qsizetype at = value.indexOf('$'); at >= 0; at = value.indexOf('$', at + 1)) {
        qsizetype begin = at + 1;
        if (begin < value.size() && (value[begin] == '{' || value[begin] == '('))
            ++begin;
        qsizetype end = begin;
        while (end < value.size()
               && (std::isalnum(static_cast<unsigned char>(value[end])) || value[end] == '_'))
            ++end;
        if (end > begin)
            names.append(value.sliced(begin, end - begin));
    }
    return names;
}

/// Dots on each line that a part is on.
QByteArray withDots(const QByteArray &text, const QList<SecretPart> &parts)
{
    QByteArray shown;
    qsizetype at = 0;
    for (const SecretPart &part : parts) {
        shown += QByteArrayView(text).sliced(at, part.secret.begin - at);
        shown += dots;
        const QByteArrayView hidden = part.secret.in(text);
        const qsizetype lineEnds = hidden.count('\n');
        for (qsizetype i = 0; i < lineEnds; ++i)
            shown += '\n' + dots;
        at = part.secret.end;
    }
    shown += QByteArrayView(text).sliced(at);
    return shown;
}

/// Comment signs at the starts of lines as blanks: a row that is switched off holds a password all the same.
QByteArray withoutCommentSigns(QByteArray text)
{
    bool isStart = true;
    for (char &c : text) {
        if (isStart && c == '#')
            c = ' ';
        isStart = c == '\n' || (isStart && syntax::isSpace(c));
    }
    return text;
}

} // namespace

SecretSettings::SecretSettings(const model::Snapshot &snapshot)
{
    forEachValue(snapshot, [&](QByteArrayView name, const QByteArray &) {
        if (name.endsWith("_sasl_password_maps"))
            m_names.insert(name.toByteArray(), Kind::Tables);
        else if (isPasswordOfClient(name))
            m_names.insert(name.toByteArray(), Kind::Password);
    });
    // And what these are put together from.
    for (bool isGrowing = !m_names.isEmpty(); isGrowing;) {
        isGrowing = false;
        const auto learn = [&](const QByteArray &name, Kind kind) {
            if (m_names.contains(name))
                return;
            m_names.insert(name, kind);
            isGrowing = true;
        };
        forEachValue(snapshot, [&](QByteArrayView name, const QByteArray &value) {
            const auto known = m_names.constFind(name.toByteArray());
            if (known == m_names.cend() || !value.contains('$'))
                return;
            const bool isTables = *known == Kind::Tables;
            QByteArray outside = value;
            for (const SecretPart &part : partsOf(name, value)) {
                for (const QByteArray &reference : referencesIn(part.secret.in(value).toByteArray()))
                    learn(reference, Kind::Text);
                std::fill(outside.begin() + part.known.begin, outside.begin() + part.known.end, ' ');
            }
            for (const QByteArray &reference : isTables ? referencesIn(outside) : QByteArrayList())
                learn(reference, Kind::Tables);
        });
    }
    if (!m_names.isEmpty())
        collect(snapshot);
}

void SecretSettings::collect(const model::Snapshot &snapshot)
{
    // What is shorter would also stand for something else.
    constexpr qsizetype shortestWord = 3;
    constexpr qsizetype shortestAlone = 6;
    forEachValue(snapshot, [&](QByteArrayView name, const QByteArray &value) {
        for (const SecretPart &part : partsOf(name, value)) {
            const QByteArray known = part.known.in(value).toByteArray();
            const QByteArray secret = part.secret.in(value).toByteArray();
            if (secret.startsWith('$'))
                continue;
            const qsizetype front = part.secret.begin - part.known.begin;
            if (front > 0 || secret.size() >= shortestAlone)
                m_pairs.append({known, known.first(front) + dots + known.sliced(front + secret.size())});
            if (secret.size() >= shortestWord)
                m_words.append(secret);
        }
    });
    const auto isLonger = [](const auto &a, const auto &b) { return a.first.size() > b.first.size(); };
    std::stable_sort(m_pairs.begin(), m_pairs.end(), isLonger);
    std::stable_sort(m_words.begin(), m_words.end(),
                     [](const QByteArray &a, const QByteArray &b) { return a.size() > b.size(); });
}

QList<SecretPart> SecretSettings::partsOf(QByteArrayView parameter, const QByteArray &value) const
{
    const auto kind = m_names.constFind(parameter.toByteArray());
    if (kind == m_names.cend())
        return {};
    switch (*kind) {
    case Kind::Tables:
        return secretPartsOfTables(value);
    case Kind::Text:
        return secretPartsOfText(value);
    case Kind::Password:
        break;
    }
    const ByteRange all = syntax::trimmed(value, {0, value.size()});
    return all.size() == 0 ? QList<SecretPart>() : QList<SecretPart>{{all, all}};
}

QByteArray SecretSettings::masked(const QByteArray &parameter, const QByteArray &value) const
{
    const QList<SecretPart> parts = partsOf(parameter, value);
    return masked(parts.isEmpty() ? value : withDots(value, parts));
}

QByteArray SecretSettings::masked(const QByteArray &text) const
{
    QByteArray shown = text;
    for (const auto &[written, instead] : m_pairs)
        shown.replace(written, instead);
    return shown;
}

QByteArray SecretSettings::maskedSentence(const QByteArray &sentence) const
{
    QByteArray shown = masked(sentence);
    for (const QByteArray &word : m_words)
        shown.replace(word, dots);
    return shown;
}

QList<SecretPart> SecretSettings::partsIn(const model::File &file) const
{
    QList<SecretPart> all;
    const QByteArray text = m_names.isEmpty() ? QByteArray() : file.text().bytes();
    const auto add = [&](QByteArrayView name, ByteRange range) {
        const QByteArray value = withoutCommentSigns(range.in(text).toByteArray());
        for (SecretPart part : partsOf(name, value)) {
            part.secret = {part.secret.begin + range.begin, part.secret.end + range.begin};
            part.known = {part.known.begin + range.begin, part.known.end + range.begin};
            all.append(part);
        }
    };
    if (const syntax::MainCf *mainCf = m_names.isEmpty() ? nullptr : file.mainCf()) {
        for (const syntax::Setting &setting : mainCf->settings())
            add(mainCf->nameOf(setting),
                {setting.value.begin, std::max(setting.value.end, setting.whole.end)});
    }
    if (const syntax::MasterCf *masterCf = m_names.isEmpty() ? nullptr : file.masterCf()) {
        for (const syntax::Service &service : masterCf->services()) {
            for (const syntax::Override &option : service.overrides)
                add(masterCf->nameOf(option), option.value);
        }
    }
    std::stable_sort(all.begin(), all.end(), [](const SecretPart &a, const SecretPart &b) {
        return a.secret.begin < b.secret.begin;
    });
    return all;
}

model::File SecretSettings::maskedFile(const model::File &file) const
{
    const QList<SecretPart> parts = partsIn(file);
    return parts.isEmpty()
        ? file
        : file.withText(syntax::Text(withDots(file.text().bytes(), parts), file.text().layout()));
}

} // namespace folder
