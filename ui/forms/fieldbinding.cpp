// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/forms/fieldbinding.h"

#include "core/base/displaytext.h"
#include "core/edits/parameteredits.h"
#include "core/edits/serviceedits.h"
#include "core/restrictions/listtext.h"
#include "core/restrictions/splitting.h"
#include "core/restrictions/stages.h"
#include "core/restrictions/stepedits.h"
#include "ui/session/editsession.h"
#include "ui/session/findings.h"
#include "ui/session/knowledge.h"

#include <QLocale>

#include <algorithm>

namespace ui {

using model::FileId;
using model::Snapshot;
using syntax::MainCf;
using syntax::MasterCf;
using syntax::Override;
using syntax::Service;
using syntax::ServiceField;
using syntax::Setting;

namespace {

edits::Outcome applied(model::Draft &draft, const QByteArray &name, const ListChange &change)
{
    switch (change.kind) {
    case ListChange::Kind::Insert:
        return edits::insertListItem(draft, name, change.at, change.item);
    case ListChange::Kind::Remove:
        return edits::removeListItem(draft, name, change.at);
    case ListChange::Kind::Move:
        return edits::moveListItem(draft, name, change.at, change.to);
    case ListChange::Kind::Replace:
        return edits::replaceListItem(draft, name, change.at, change.item);
    }
    return {};
}

/// A draft of a main.cf with this one setting, to change a list that is not in main.cf as if it were.
model::Draft scratchDraft(const QByteArray &name, const QByteArray &value)
{
    model::Draft scratch{Snapshot()};
    edits::setParameter(scratch, name, value);
    return scratch;
}

restrictions::Vocabulary words(const Knowledge &knowledge)
{
    restrictions::Vocabulary words{.reference = knowledge.reference()};
    if (const effective::Values *values = knowledge.values())
        words.classes = restrictions::classesIn(*values, effective::noService);
    return words;
}

QString lineText(const Snapshot &snapshot, FileId file, int line)
{
    return QStringLiteral("%1:%2").arg(snapshot.file(file).info().name).arg(line + 1);
}

qsizetype serviceOf(const MasterCf &file, const FieldTarget &target)
{
    const qsizetype slash = target.service.lastIndexOf('/');
    if (slash < 0)
        return -1;
    const QByteArrayView key = target.service;
    return file.indexOf(key.first(slash), key.sliced(slash + 1));
}

const Override *overrideOf(const MasterCf &file, const FieldTarget &target)
{
    const qsizetype index = serviceOf(file, target);
    return index < 0 ? nullptr : file.overrideOf(file.services()[index], target.parameter);
}

} // namespace

bool isSetHere(const Snapshot &snapshot, const FieldTarget &target)
{
    return target.service.isEmpty() ? snapshot.mainCf().find(target.parameter) != nullptr
                                    : overrideOf(snapshot.masterCf(), target) != nullptr;
}

QByteArray serviceKey(const MasterCf &file, const Service &service)
{
    return file.fieldOf(service, ServiceField::Name).toByteArray() + '/'
        + file.fieldOf(service, ServiceField::Type).toByteArray();
}

FieldBinding::FieldBinding(const FormContext &context, FieldTarget target, QObject *parent)
    : QObject(parent), m_context(context), m_target(std::move(target))
{
    connect(&context.knowledge, &Knowledge::changed, this, &FieldBinding::changed);
    connect(&context.session, &EditSession::baselineChanged, this, &FieldBinding::changed);
    connect(&context.findings, &Findings::changed, this, &FieldBinding::changed);
}

QString FieldBinding::title() const
{
    QString name = base::displayText(m_target.parameter);
    if (m_target.service.isEmpty())
        return name;
    //: A parameter and the service it is set for: "syslog_name of submission/inet"
    return tr("%1 of %2").arg(name, base::displayText(m_target.service));
}

qsizetype FieldBinding::serviceIndex(const MasterCf &file) const
{
    return serviceOf(file, m_target);
}

const Override *FieldBinding::overrideIn(const Snapshot &snapshot) const
{
    return overrideOf(snapshot.masterCf(), m_target);
}

const Setting *FieldBinding::settingIn(const Snapshot &snapshot) const
{
    return snapshot.mainCf().find(m_target.parameter);
}

bool FieldBinding::isSetHere() const
{
    return ui::isSetHere(m_context.session.snapshot(), m_target);
}

QByteArray FieldBinding::value() const
{
    const Snapshot &snapshot = m_context.session.snapshot();
    if (const Override *option = overrideIn(snapshot))
        return snapshot.masterCf().valueOf(*option);
    if (const Setting *setting = settingIn(snapshot))
        return snapshot.mainCf().valueOf(*setting);
    return defaultValue();
}

/// The default of a list of access rules has its conditions decided, so that it has steps as well.
QByteArray FieldBinding::defaultValue() const
{
    const QByteArray text = m_context.knowledge.defaultOf(m_target.parameter);
    return isStepList() ? expanded(text).value_or(text) : text;
}

bool FieldBinding::isStepList() const
{
    const effective::Values *values = m_context.knowledge.values();
    return restrictions::stageOf(m_target.parameter)
        || (values && values->kindOf(m_target.parameter) == effective::NameKind::RestrictionClass);
}

QList<syntax::ByteRange> FieldBinding::stepRanges(const QByteArray &value) const
{
    return restrictions::stepRanges(value, words(m_context.knowledge));
}

QByteArray FieldBinding::settingLines(const Setting &setting) const
{
    const MainCf &file = m_context.session.snapshot().mainCf();
    QByteArrayList pieces;
    for (const syntax::ByteRange &piece : file.piecesOf(setting))
        pieces.append(piece.in(file.text()).toByteArray());
    return pieces.join('\n');
}

QByteArray FieldBinding::lines() const
{
    const Setting *setting = settingIn(m_context.session.snapshot());
    if (!setting || overrideIn(m_context.session.snapshot()))
        return value();
    return settingLines(*setting);
}

QByteArray FieldBinding::resetValue() const
{
    const Snapshot &snapshot = m_context.session.snapshot();
    if (const Setting *setting = settingIn(snapshot); setting && !m_target.service.isEmpty())
        return snapshot.mainCf().valueOf(*setting);
    return defaultValue();
}

bool FieldBinding::isChanged() const
{
    const Snapshot &now = m_context.session.snapshot();
    const Snapshot &then = m_context.session.baseline();
    if (!m_target.service.isEmpty()) {
        const Override *ours = overrideIn(now);
        const Override *theirs = overrideIn(then);
        return !ours != !theirs
            || (ours && now.masterCf().valueOf(*ours) != then.masterCf().valueOf(*theirs));
    }
    const Setting *ours = settingIn(now);
    const Setting *theirs = settingIn(then);
    return !ours != !theirs || (ours && now.mainCf().valueOf(*ours) != then.mainCf().valueOf(*theirs));
}

bool FieldBinding::isEditable() const
{
    const Snapshot &snapshot = m_context.session.snapshot();
    if (!m_target.service.isEmpty() && serviceIndex(snapshot.masterCf()) < 0)
        return false;
    const FileId file = m_target.service.isEmpty() ? FileId::MainCf : FileId::MasterCf;
    return snapshot.file(file).isEditable() && isText() && !isSecret();
}

bool FieldBinding::isSecret() const
{
    return m_context.session.secrets().hides(m_target.parameter, value());
}

QByteArray FieldBinding::shown(const QByteArray &value) const
{
    return m_context.session.secrets().masked(m_target.parameter, value);
}

bool FieldBinding::isText() const
{
    const QByteArray bytes = value();
    return bytes.isValidUtf8() && std::none_of(bytes.begin(), bytes.end(), [](char c) {
               const auto byte = static_cast<unsigned char>(c);
               return (byte < ' ' && c != '\t') || byte == 0x7f;
           });
}

std::optional<model::Place> FieldBinding::place() const
{
    const Snapshot &snapshot = m_context.session.snapshot();
    if (const Override *option = overrideIn(snapshot))
        return model::Place{FileId::MasterCf, option->whole};
    if (const Setting *setting = settingIn(snapshot))
        return model::Place{FileId::MainCf,
                            {setting->name.begin, std::max(setting->name.end, setting->value.end)}};
    return {};
}

QString FieldBinding::mainOrigin() const
{
    const Snapshot &snapshot = m_context.session.snapshot();
    if (const Setting *setting = settingIn(snapshot))
        return tr("Set in %1").arg(lineText(snapshot, FileId::MainCf, setting->line));
    return tr("Default");
}

QString FieldBinding::placeText() const
{
    const Snapshot &snapshot = m_context.session.snapshot();
    QStringList parts;
    if (const Override *option = overrideIn(snapshot)) {
        parts.append(
            tr("Set for this service in %1").arg(lineText(snapshot, FileId::MasterCf, option->line)));
        if (const Setting *setting = settingIn(snapshot))
            parts.append(tr("main.cf says “%1”")
                             .arg(base::displayText(shown(snapshot.mainCf().valueOf(*setting))).left(60)));
        else
            parts.append(tr("the default is “%1”").arg(base::displayText(resetValue()).left(60)));
    } else {
        parts.append(mainOrigin());
    }
    return parts.join(QStringLiteral(" · "));
}

QString FieldBinding::originText() const
{
    QStringList parts{placeText()};
    const QByteArray written = value();
    const std::optional<QByteArray> read = written.contains('$') ? expanded(written) : std::nullopt;
    if (read && *read != written)
        parts.append(read->isEmpty()
                         ? tr("comes out empty")
                         : tr("comes out as “%1”").arg(base::displayText(shown(*read)).left(120)));
    return parts.join(QStringLiteral(" · "));
}

QString FieldBinding::resetText() const
{
    if (!isSetHere())
        return {};
    const Snapshot &snapshot = m_context.session.snapshot();
    const QByteArray next = resetValue();
    const QString nextText = base::displayText(shown(next)).left(200);
    if (const Override *option = overrideIn(snapshot)) {
        const QString where = lineText(snapshot, FileId::MasterCf, option->line);
        if (settingIn(snapshot))
            return tr("Removes %1. The service then has what main.cf says: “%2”.").arg(where, nextText);
        return tr("Removes %1. The service then has the default: “%2”.").arg(where, nextText);
    }
    const MainCf &file = snapshot.mainCf();
    QStringList numbers;
    for (const qsizetype index : file.allOf(m_target.parameter))
        numbers.append(QString::number(file.settings()[index].line + 1));
    const QString removes = tr("Removes line %1 of main.cf.", nullptr, static_cast<int>(numbers.size()))
                                .arg(QLocale().createSeparatedList(numbers));
    if (!m_context.knowledge.isKnown(m_target.parameter))
        return tr("%1 Postfix has no such parameter, so it is gone then.").arg(removes);
    if (next.isEmpty())
        return tr("%1 The default is empty.").arg(removes);
    return tr("%1 The default is “%2”.").arg(removes, nextText);
}

namespace {

bool isAt(const Finding &finding, const model::Place &here)
{
    return finding.place && finding.place->file == here.file && finding.place->range.begin < here.range.end
        && finding.place->range.end >= here.range.begin;
}

} // namespace

const Finding *FieldBinding::finding() const
{
    const std::optional<model::Place> here = isSetHere() ? place() : std::nullopt;
    const QList<Finding> &all = m_context.findings.all();
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&](const Finding &finding) { return here && isAt(finding, *here); });
    return found == all.end() ? nullptr : &*found;
}

QList<Finding> FieldBinding::findings() const
{
    const std::optional<model::Place> here = isSetHere() ? place() : std::nullopt;
    QList<Finding> found;
    for (const Finding &finding : m_context.findings.all()) {
        if (here && isAt(finding, *here))
            found.append(finding);
    }
    return found;
}

std::optional<QByteArray> FieldBinding::expanded(const QByteArray &value) const
{
    return m_context.knowledge.expanded(value, m_target.service);
}

bool FieldBinding::set(const QByteArray &value)
{
    return m_context.session.edit(tr("Set %1").arg(title()), [&](model::Draft &draft) -> edits::Outcome {
        if (m_target.service.isEmpty())
            return edits::setParameter(draft, m_target.parameter, value);
        return edits::setOverride(draft, serviceIndex(draft.masterCf()), m_target.parameter, value);
    });
}

edits::Outcome FieldBinding::changeSteps(model::Draft &draft, const ListChange &change) const
{
    const effective::Target target = m_context.knowledge.values()->target();
    const restrictions::ListName list{m_target.parameter,
                                      m_target.service.isEmpty() ? -1 : serviceIndex(draft.masterCf())};
    const QByteArrayList items = restrictions::itemsNow(draft, list, target);
    const QList<restrictions::Step> steps = restrictions::splitSteps(items, words(m_context.knowledge));
    const auto itemAt = [&](qsizetype step) {
        return step < steps.size() ? steps[std::max<qsizetype>(step, 0)].first : items.size();
    };
    const restrictions::Items step{itemAt(change.at), steps.value(change.at).count};
    switch (change.kind) {
    case ListChange::Kind::Insert:
        return restrictions::insertStep(draft, list, itemAt(change.at), change.item, target);
    case ListChange::Kind::Remove:
        return restrictions::removeStep(draft, list, step, target);
    case ListChange::Kind::Move:
        return restrictions::moveStep(draft, list, step, list,
                                      itemAt(change.to > change.at ? change.to + 1 : change.to), target);
    case ListChange::Kind::Replace:
        return restrictions::replaceStep(draft, list, step, change.item, target);
    }
    return {};
}

bool FieldBinding::change(const ListChange &change)
{
    const QByteArray &name = m_target.parameter;
    if (isStepList() && m_context.knowledge.reference() && m_context.knowledge.values()) {
        return m_context.session.edit(tr("Set %1").arg(title()),
                                      [&](model::Draft &draft) { return changeSteps(draft, change); });
    }
    const Snapshot &snapshot = m_context.session.snapshot();
    if (m_target.service.isEmpty() && settingIn(snapshot)) {
        return m_context.session.edit(tr("Set %1").arg(title()),
                                      [&](model::Draft &draft) { return applied(draft, name, change); });
    }
    // Not in main.cf, where lists are changed by item: change a copy, and write that.
    return m_context.session.edit(tr("Set %1").arg(title()), [&](model::Draft &draft) -> edits::Outcome {
        model::Draft scratch = scratchDraft(name, value());
        if (edits::Outcome refusal = applied(scratch, name, change))
            return refusal;
        const QByteArray next = scratch.mainCf().valueOf(*scratch.mainCf().find(name));
        if (m_target.service.isEmpty())
            return edits::setParameter(draft, name, next);
        return edits::setOverride(draft, serviceIndex(draft.masterCf()), name, next);
    });
}

bool FieldBinding::reset()
{
    return m_context.session.edit(tr("Reset %1").arg(title()), [&](model::Draft &draft) -> edits::Outcome {
        if (m_target.service.isEmpty())
            return edits::resetParameter(draft, m_target.parameter);
        return edits::removeOverride(draft, serviceIndex(draft.masterCf()), m_target.parameter);
    });
}

} // namespace ui
