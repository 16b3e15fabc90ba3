// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/edits/serviceedits.h"
#include "tests/support/masterfile.h"
#include "tests/support/mastermodel.h"
#include "tests/support/randommaster.h"

#include <QtTest>

using edits::Outcome;
using model::Draft;
using support::PlainService;
using syntax::MasterCf;
using syntax::Service;
using syntax::ServiceField;

namespace {

/// Files read, and files edited twice each.
constexpr int cases = 25000;

/// A field that an open brace or a vertical tab stretches over lines, as Postfix holds it.
QByteArray fieldText(QByteArrayView raw)
{
    const QByteArrayList lines = raw.toByteArray().split('\n');
    QByteArray text = lines.first();
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const QByteArray content = support::plainTrimmed(lines[i]);
        const bool isNothing = content.startsWith('#') || (content.isEmpty() && i + 1 < lines.size());
        if (!isNothing)
            text += lines[i];
    }
    return text;
}

/// The services in force as our reader has them, in the form of the plain one.
QList<PlainService> servicesInForce(const MasterCf &file)
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

/// Index among the services in force of the first one at or after service `index`.
qsizetype placeInForce(const MasterCf &file, qsizetype index)
{
    return std::count_if(file.services().begin(), file.services().begin() + index,
                         [](const Service &service) { return service.enabled; });
}

QByteArray described(const QList<PlainService> &services)
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

/// The one in force of every name, as Postfix takes the last.
QMap<QByteArray, QByteArray> effective(const PlainService &service)
{
    QMap<QByteArray, QByteArray> values;
    for (const auto &option : service.overrides)
        values[option.first] = option.second;
    return values;
}

/// One random edit: what it does to the file, and what it must do to the services in force.
struct RandomEdit
{
    QByteArray name;
    Outcome refused;
    QList<PlainService> expected;
    bool anyOrder = false; ///< compare the effective overrides, not their order
    syntax::ByteRange allowed; ///< bytes of the first file that may change; all when empty
};

RandomEdit randomEdit(Draft &draft, support::RandomSource &random)
{
    static const QByteArrayList names{"a",   "b",    "off", "x", "syslog_name", "new_name", "",
                                      "b d", "late", "w",   "v"};
    static const QByteArrayList values{"1",     "",   "a b",  "x,y",  "{ z }", "${n?{a b}}", "}",        "{",
                                       "a } b", "#1", "a\nb", "\xff", "=",     "-o",         " trim me "};
    static const QByteArrayList serviceNames{"smtp", "new", "127.0.0.1:587", "x y",
                                             "",     "#no", "relay",         "a-very-long-service-name"};
    const MasterCf file = draft.masterCf();
    const qsizetype count = file.services().size();
    RandomEdit edit;
    edit.expected = servicesInForce(file);
    const qsizetype index = random.below(count + (random.oneIn(20) ? 1 : 0));
    const bool exists = index < count;
    const Service service = exists ? file.services()[index] : Service();
    const qsizetype place = exists ? placeInForce(file, index) : 0;
    const bool inForce = exists && service.enabled;
    if (exists)
        edit.allowed = service.whole;
    const qsizetype which = random.below(service.overrides.size());
    const bool hasOption = !service.overrides.isEmpty();
    switch (random.below(11)) {
    case 0: {
        const auto field = static_cast<ServiceField>(random.below(8));
        static const QByteArrayList fieldValues{"y",    "n",    "-",    "60", "5?",  "inet",
                                                "unix", "smtp", "pipe", "",   "a b", "Y"};
        const QByteArray value =
            field == ServiceField::Name ? random.oneOf(serviceNames) : random.oneOf(fieldValues);
        edit.name = "field " + QByteArray::number(int(field)) + " = " + value;
        edit.refused = edits::setServiceField(draft, index, field, value);
        if (inForce)
            edit.expected[place].fields[int(field)] = value.isEmpty() ? QByteArray("-") : value;
        break;
    }
    case 1:
    case 2: {
        const QByteArray name = random.oneOf(names);
        const QByteArray value = random.oneOf(values);
        edit.name = "set override " + name + " = " + value;
        edit.refused = edits::setOverride(draft, index, name, value);
        edit.anyOrder = true;
        if (inForce)
            edit.expected[place].overrides.append({name, value.simplified()});
        break;
    }
    case 3: {
        const QByteArray name =
            hasOption ? file.nameOf(service.overrides[which]).toByteArray() : QByteArray("q");
        edit.name = "remove override " + name;
        edit.refused = edits::removeOverride(draft, index, name);
        if (inForce)
            edit.expected[place].overrides.removeIf([&](const auto &option) { return option.first == name; });
        break;
    }
    case 4: {
        const bool enabled = random.oneIn(2);
        edit.name = "override " + QByteArray::number(which) + (enabled ? " on" : " off");
        edit.refused = edits::setOverrideEnabled(draft, index, which, enabled);
        if (!inForce || !hasOption || service.overrides[which].enabled == enabled)
            break;
        const syntax::Override &option = service.overrides[which];
        const qsizetype at = std::count_if(service.overrides.begin(), service.overrides.begin() + which,
                                           [](const auto &other) { return other.enabled; });
        if (!enabled) {
            edit.expected[place].overrides.removeAt(at);
        } else {
            const QPair<QByteArray, QByteArray> added{file.nameOf(option).toByteArray(),
                                                      file.valueOf(option).simplified()};
            // Where it ends up is its own affair when it can't be where it was.
            const PlainService before = edit.expected[place];
            edit.expected[place].overrides.insert(at, added);
            if (!edit.refused && servicesInForce(draft.masterCf()) != edit.expected) {
                edit.expected[place] = before;
                edit.expected[place].overrides.append(added);
            }
        }
        break;
    }
    case 5: {
        const QByteArray name = random.oneOf(names);
        const QByteArray value = random.oneOf(values);
        edit.name = "replace override " + QByteArray::number(which) + " by " + name + " = " + value;
        edit.refused = edits::replaceOverride(draft, index, which, name, value);
        if (inForce && hasOption && service.overrides[which].enabled) {
            const qsizetype at = std::count_if(service.overrides.begin(), service.overrides.begin() + which,
                                               [](const auto &other) { return other.enabled; });
            edit.expected[place].overrides[at] = {name, value.simplified()};
        }
        break;
    }
    case 6: {
        edit.name = "remove";
        edit.refused = edits::removeService(draft, index);
        edit.allowed = {};
        if (inForce)
            edit.expected.removeAt(place);
        break;
    }
    case 7: {
        const qsizetype before = random.below(count + 1);
        edit.name = "move before " + QByteArray::number(before);
        edit.refused = edits::moveService(draft, index, before);
        edit.allowed = {};
        if (inForce) {
            const qsizetype to = placeInForce(file, before);
            edit.expected.move(place, to > place ? to - 1 : to);
        }
        break;
    }
    case 8: {
        const bool enabled = random.oneIn(2);
        edit.name = enabled ? "on" : "off";
        edit.refused = edits::setServiceEnabled(draft, index, enabled);
        if (!exists || service.enabled == enabled)
            break;
        if (!enabled)
            edit.expected.removeAt(place);
        else if (!edit.refused)
            edit.expected.insert(place, servicesInForce(draft.masterCf()).value(place));
        break;
    }
    case 9: {
        const QByteArray name = random.oneOf(serviceNames);
        edit.name = "copy as " + name;
        edit.refused = edits::copyService(draft, index, name, "unix");
        edit.allowed = {};
        if (inForce) {
            PlainService copied = edit.expected[place];
            copied.fields[0] = name;
            copied.fields[1] = "unix";
            edit.expected.insert(place + 1, copied);
        }
        break;
    }
    default: {
        edits::ServiceSpec spec;
        spec.name = random.oneOf(serviceNames);
        spec.command = "smtpd";
        const QByteArray value = random.oneOf(values);
        spec.arguments = {"-v", "-o", "first=" + value, "word", value};
        const qsizetype before = random.below(count + 1);
        edit.name = "add " + spec.name + " with " + value + " before " + QByteArray::number(before);
        edit.refused = edits::addService(draft, before, spec);
        edit.allowed = {};
        PlainService added{{spec.name, "unix", "-", "-", "-", "-", "-", "smtpd"},
                           {{"first", value.simplified()}},
                           {"-v", "word"}};
        if (!edit.refused)
            added.others.append(
                servicesInForce(draft.masterCf()).value(placeInForce(file, before)).others.value(2));
        edit.expected.insert(placeInForce(file, before), added);
    }
    }
    return edit;
}

} // namespace

class TestServiceProperties : public QObject
{
    Q_OBJECT

private slots:
    void readsAsPostfixDoes();
    void editsDoWhatTheySay();
    void argumentsAreReplaced();
};

void TestServiceProperties::readsAsPostfixDoes()
{
    support::RandomSource random("reading");
    for (int i = 0; i < cases; ++i) {
        const QByteArray text = support::randomMasterCf(random);
        const MasterCf file(text);
        QCOMPARE(file.text(), text);
        const QList<PlainService> expected = support::plainServices(text);
        if (servicesInForce(file) != expected) {
            qInfo().noquote() << text << "\nread as\n"
                              << described(servicesInForce(file)) << "\ninstead of\n"
                              << described(expected);
            QFAIL("read otherwise than Postfix does");
        }
        qsizetype end = 0;
        for (const Service &service : file.services()) {
            QVERIFY(service.remark.begin >= end && service.remark.end <= service.whole.begin);
            QVERIFY(service.remark.isEmpty() || service.remark.end == service.whole.begin);
            end = service.whole.end;
            qsizetype at = service.whole.begin;
            for (const syntax::StanzaLine &line : file.linesOf(service).lines) {
                QCOMPARE(line.line.range.begin, at);
                at = line.line.range.end;
            }
            QCOMPARE(at, service.whole.end);
            for (const syntax::Override &option : service.overrides) {
                QVERIFY(service.whole.begin <= option.whole.begin && option.whole.end <= service.whole.end);
                QVERIFY(option.whole.begin <= option.name.begin && option.value.end <= option.whole.end);
                QCOMPARE(option.line, text.first(option.whole.begin).count('\n'));
            }
        }
    }
}

void TestServiceProperties::editsDoWhatTheySay()
{
    support::RandomSource random("editing");
    int made = 0;
    for (int i = 0; i < cases; ++i) {
        const QByteArray first = support::randomMasterCf(random);
        Draft draft(support::withMasterCf(first));
        for (int step = 0; step < 2; ++step) {
            const QByteArray text = draft.masterCf().text();
            const qsizetype before = draft.changes().size();
            const RandomEdit edit = randomEdit(draft, random);
            const QByteArray after = draft.masterCf().text();
            const auto complain = [&](const char *what) {
                qInfo().noquote() << what << ':' << edit.name << '\n'
                                  << text << "\n---- became\n"
                                  << after << "\n---- read as\n"
                                  << described(support::plainServices(after)) << "\n---- expected\n"
                                  << described(edit.expected);
            };
            if (edit.refused) {
                if (after != text || draft.changes().size() != before)
                    complain("refused and done");
                QCOMPARE(after, text);
                QCOMPARE(draft.changes().size(), before);
                continue;
            }
            ++made;
            QList<PlainService> found = support::plainServices(after);
            QList<PlainService> expected = edit.expected;
            if (edit.anyOrder && found.size() == expected.size()) {
                for (qsizetype k = 0; k < found.size(); ++k) {
                    if (effective(found[k]) == effective(expected[k]))
                        found[k].overrides = expected[k].overrides;
                }
            }
            if (found != expected) {
                complain("not what was meant");
                QFAIL("not what was meant");
            }
            if (servicesInForce(draft.masterCf()) != support::plainServices(after)) {
                complain("read otherwise than Postfix does");
                QFAIL("read otherwise than Postfix does");
            }
            for (qsizetype k = before; k < draft.changes().size() && !edit.allowed.isEmpty()
                 && before + 1 == draft.changes().size();
                 ++k) {
                const syntax::ByteRange range = draft.changes()[k].range;
                if (range.begin < edit.allowed.begin || range.end > edit.allowed.end) {
                    complain("changed bytes of others");
                    QFAIL("changed bytes of others");
                }
            }
        }
        QCOMPARE(model::applied(draft.snapshot(), draft.inverse()).masterCf().text(), first);
        QCOMPARE(model::applied(support::withMasterCf(first), draft.changes()).masterCf().text(),
                 draft.masterCf().text());
    }
    qInfo("%d edits of %d files made, the others refused", made, cases);
    QVERIFY(made > cases / 2);
}

void TestServiceProperties::argumentsAreReplaced()
{
    static const QByteArrayList words{"flags=R", "user=a",  "argv=b", "-v", "${c}",
                                      "x y",     "{ d e }", "#f",     "--", "-D"};
    support::RandomSource random("arguments");
    int made = 0;
    for (int i = 0; i < cases / 5; ++i) {
        const QByteArray text = support::randomMasterCf(random);
        Draft draft(support::withMasterCf(text));
        const MasterCf file = draft.masterCf();
        if (file.services().isEmpty())
            continue;
        const qsizetype index = random.below(file.services().size());
        QByteArrayList wanted;
        for (qsizetype left = random.below(5); left > 0; --left)
            wanted.append(random.oneOf(words));
        QList<PlainService> expected = servicesInForce(file);
        if (edits::setServiceArguments(draft, index, wanted)) {
            QCOMPARE(draft.masterCf().text(), text);
            continue;
        }
        ++made;
        if (file.services()[index].enabled) {
            for (QByteArray &word : wanted) {
                if (word == "x y")
                    word = "{ x y }";
            }
            expected[placeInForce(file, index)].others = wanted;
        }
        if (support::plainServices(draft.masterCf().text()) != expected) {
            qInfo().noquote() << wanted.join('|') << '\n'
                              << text << "\n---- became\n"
                              << draft.masterCf().text();
            QFAIL("not what was meant");
        }
        QCOMPARE(model::applied(draft.snapshot(), draft.inverse()).masterCf().text(), text);
    }
    qInfo("%d of %d made", made, cases / 5);
    QVERIFY(made > cases / 15);
}

QTEST_GUILESS_MAIN(TestServiceProperties)
#include "tst_serviceproperties.moc"
