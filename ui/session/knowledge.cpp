// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/session/knowledge.h"

#include "core/syntax/expansion.h"
#include "ui/session/editsession.h"

#include <QLoggingCategory>

namespace ui {

namespace {

constexpr QByteArrayView perServiceTopic = "queue.scheduling";

} // namespace

Knowledge::Knowledge(EditSession &session, QObject *parent) : QObject(parent), m_session(session)
{
    connect(&session, &EditSession::changed, this, &Knowledge::update);
    connect(&session, &EditSession::opened, this, [this] {
        m_values.reset(); // other files
        emit changed();
    });
}

Knowledge::~Knowledge() = default;

const catalog::Reference *Knowledge::reference() const
{
    if (!m_isRead) {
        m_isRead = true;
        const auto catalog = catalog::Catalog::load();
        if (catalog) {
            if (auto reference = catalog::Reference::load(*catalog))
                m_reference.emplace(*std::move(reference));
        }
        if (!m_reference)
            qWarning("The tables about Postfix in this program can't be read.");
    }
    return m_reference ? &*m_reference : nullptr;
}

const catalog::Facts *Knowledge::facts(QByteArrayView parameter) const
{
    if (!reference())
        return nullptr;
    if (const catalog::Facts *facts = reference()->factsOf(parameter))
        return facts;
    const catalog::PerService *pattern = reference()->perServiceOf(parameter);
    if (!pattern)
        return nullptr;
    const auto [entry, isNew] = m_perService.try_emplace(parameter.toByteArray());
    if (isNew) {
        catalog::Facts &facts = entry->second;
        facts.name = entry->first;
        facts.help = pattern->help;
        facts.topic = perServiceTopic;
        facts.kind = pattern->kind;
        facts.valueType = pattern->valueType;
        facts.minimum = pattern->minimum;
        facts.maximum = pattern->maximum;
        facts.unit = pattern->unit;
        facts.usedBy = pattern->appliesTo;
        facts.since = pattern->since;
    }
    return &entry->second;
}

void Knowledge::setFoundTarget(const catalog::Version &version)
{
    const catalog::Version before = target();
    m_found = version;
    afterTarget(before);
}

void Knowledge::chooseTarget(const std::optional<catalog::Version> &version)
{
    const catalog::Version before = target();
    m_chosen = version;
    afterTarget(before);
}

void Knowledge::afterTarget(const catalog::Version &before)
{
    if (target() == before)
        return;
    m_values.reset();
    emit targetChanged();
    emit changed();
}

void Knowledge::setHostDefaults(const QByteArray &output)
{
    if (!reference())
        return;
    m_host = catalog::hostFromDefaults(m_reference->catalog(), output);
    m_isHostKnown = true;
    m_values.reset();
    emit hostChanged();
    emit changed();
}

void Knowledge::setManual(const QByteArray &page, const QString &mailVersion)
{
    m_manual = page;
    m_manualVersion = mailVersion;
    emit changed();
}

std::optional<tools::ManualSection> Knowledge::manual(const QByteArray &parameter) const
{
    return m_manual.isEmpty() ? std::nullopt : tools::manualSection(m_manual, parameter);
}

const folder::SecretSettings &Knowledge::secrets() const
{
    return m_session.secrets();
}

const effective::Values *Knowledge::values() const
{
    if (!m_values && reference())
        m_values = std::make_unique<effective::Values>(
            m_session.snapshot(),
            effective::Target{.catalog = m_reference->catalog(), .version = target(), .host = m_host});
    return m_values.get();
}

void Knowledge::update()
{
    if (m_values)
        *m_values = m_values->updated(m_session.snapshot());
    emit changed();
}

bool Knowledge::isKnown(QByteArrayView parameter) const
{
    const auto kind = values() ? values()->kindOf(parameter) : effective::NameKind::UserDefined;
    return kind == effective::NameKind::BuiltIn || kind == effective::NameKind::ServiceMade;
}

QByteArray Knowledge::defaultOf(const QByteArray &parameter) const
{
    if (!values())
        return {};
    const QList<effective::Origin> origins = values()->originsOf(parameter);
    if (origins.isEmpty() || origins.last().source != effective::Source::Default)
        return {};
    return origins.last().value;
}

qsizetype Knowledge::serviceNamed(const QByteArray &key) const
{
    const QList<effective::Service> &services = values()->services();
    for (qsizetype i = 0; i < services.size(); ++i) {
        if (key == services[i].name + '/' + services[i].type)
            return i;
    }
    return effective::noService;
}

std::optional<QByteArray> Knowledge::expanded(const QByteArray &value, const QByteArray &service) const
{
    if (!value.contains('$'))
        return value;
    if (!values())
        return {};
    const qsizetype scope = serviceNamed(service);
    const syntax::Expansion expansion = syntax::expand(
        value,
        [&](QByteArrayView name) -> std::optional<syntax::NamedValue> {
            const auto found = values()->value(name, scope);
            return found ? std::optional(syntax::NamedValue(found->unexpanded)) : std::nullopt;
        },
        effective::expansionRules(target()));
    return expansion.failed() ? std::nullopt : std::optional(expansion.text);
}

} // namespace ui
