// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/accesspage.h"

#include "core/base/displaytext.h"
#include "ui/access/accesslanes.h"
#include "ui/access/steplane.h"
#include "ui/forms/fieldbinding.h"
#include "ui/forms/fieldframe.h"
#include "ui/forms/formsection.h"
#include "ui/forms/formview.h"
#include "ui/pages/fieldpages.h"
#include "ui/session/editsession.h"
#include "ui/session/knowledge.h"
#include "ui/widgets/pageheader.h"

#include <QComboBox>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {

FormContext formsOf(const PageContext &context)
{
    return {context.session, context.findings, context.knowledge, context.presence};
}

} // namespace

AccessPage::AccessPage(PageContext &context, QWidget *parent) : QWidget(parent), m_context(context)
{
    m_scope = new QComboBox;
    m_scope->setObjectName(QStringLiteral("accessScope"));
    m_scope->setAccessibleName(tr("Rules of"));
    m_scope->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_scope->setToolTip(tr("Whose rules are shown: those of main.cf, or those of one service with what it "
                           "has from main.cf."));
    auto *header = new PageHeader(tr("Access rules"),
                                  tr("Which mail is refused, at which moment of the session, and why."));
    header->addWidget(m_scope);
    m_view = new FormView(formsOf(context), tr("Access rules"));
    m_lanes = new AccessLanes(formsOf(context));
    m_view->addWidget(m_lanes);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(header);
    column->addWidget(m_view, 1);
    buildSections();
    refreshServices();
    connect(m_scope, &QComboBox::currentIndexChanged, this,
            [this] { showService(m_scope->currentData().toByteArray()); });
    connect(&context.session, &EditSession::changed, this, &AccessPage::refreshServices);
    connect(&context.session, &EditSession::opened, this, &AccessPage::refreshServices);
}

/// All but the lists themselves, which are lanes.
void AccessPage::buildSections()
{
    for (FormSection *section : std::as_const(m_sections)) {
        section->hide();
        section->deleteLater();
    }
    m_sections.clear();
    for (const FormGroup &group : accessGroups().subspan(1)) {
        m_sections.append(new FormSection(formsOf(m_context), group, m_lanes->service()));
        m_view->addWidget(m_sections.last());
    }
}

/// Every smtpd of master.cf that is in force.
void AccessPage::refreshServices()
{
    const syntax::MasterCf &file = m_context.session.snapshot().masterCf();
    QList<std::pair<QString, QByteArray>> wanted{{tr("main.cf: every service"), QByteArray()}};
    for (const syntax::Service &service : file.services()) {
        const QByteArrayView command = file.fieldOf(service, syntax::ServiceField::Command);
        const QByteArray key = serviceKey(file, service);
        const bool isThere =
            std::ranges::any_of(wanted, [&](const auto &other) { return other.second == key; });
        if (service.enabled && command.sliced(command.lastIndexOf('/') + 1) == "smtpd" && !isThere)
            wanted.append({tr("Service %1").arg(base::displayText(key)), key});
    }
    bool isSame = m_scope->count() == wanted.size();
    for (int i = 0; isSame && i < m_scope->count(); ++i)
        isSame = m_scope->itemData(i).toByteArray() == wanted[i].second;
    if (isSame)
        return;
    const QByteArray shown = m_lanes->service();
    const QSignalBlocker quiet(m_scope);
    m_scope->clear();
    for (const auto &[text, key] : wanted)
        m_scope->addItem(text, key);
    const int at = m_scope->findData(shown);
    m_scope->setCurrentIndex(std::max(at, 0));
    if (at < 0)
        showService({});
}

void AccessPage::showService(const QByteArray &service)
{
    const QSignalBlocker quiet(m_scope);
    m_scope->setCurrentIndex(std::max(m_scope->findData(service), 0));
    if (service == m_lanes->service())
        return;
    m_lanes->setService(service);
    buildSections();
    m_view->verticalScrollBar()->setValue(0);
}

void AccessPage::showParameter(const QByteArray &name)
{
    showService({});
    if (StepLane *lane = m_lanes->lane(name)) {
        lane->focusStep(0);
        m_view->ensureWidgetVisible(lane);
        return;
    }
    const std::span<const FormGroup> groups = accessGroups().subspan(1);
    for (size_t i = 0; i < groups.size(); ++i) {
        const auto here = std::ranges::find_if(
            groups[i].fields, [&](const FormField &field) { return name == field.parameter; });
        if (here == groups[i].fields.end())
            continue;
        FormSection *section = m_sections[static_cast<qsizetype>(i)];
        section->setOpen(true);
        FieldFrame *frame = section->frames()[here - groups[i].fields.begin()];
        frame->takeKeyboard();
        m_view->ensureWidgetVisible(frame);
        return;
    }
}

} // namespace ui
