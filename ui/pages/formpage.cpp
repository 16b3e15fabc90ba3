// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/formpage.h"

#include "ui/forms/fieldframe.h"
#include "ui/forms/formview.h"
#include "ui/session/editsession.h"
#include "ui/session/findings.h"
#include "ui/widgets/pageheader.h"

#include <QVBoxLayout>

#include <algorithm>

namespace ui {

FormPage::FormPage(PageContext &context, const QString &title, const QString &purpose,
                   std::span<const FormGroup> groups, QWidget *parent)
    : QWidget(parent)
{
    const FormContext forms{context.session, context.findings, context.knowledge, context.presence};
    m_view = new FormView(forms, title);
    for (const FormGroup &group : groups)
        m_view->addGroup(group);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(new PageHeader(title, purpose));
    column->addWidget(m_view, 1);
}

void FormPage::showParameter(const QByteArray &name)
{
    if (FieldFrame *frame = m_view->frame(name)) {
        frame->takeKeyboard();
        m_view->ensureWidgetVisible(frame);
    }
}

bool hasField(std::span<const FormGroup> groups, QByteArrayView parameter)
{
    return std::ranges::any_of(groups, [&](const FormGroup &group) {
        return std::ranges::any_of(group.fields, [&](const FormField &field) {
            return parameter == QByteArrayView(field.parameter);
        });
    });
}

qsizetype problemsAt(const PageContext &context, std::span<const FormGroup> groups)
{
    const syntax::MainCf &file = context.session.snapshot().mainCf();
    const auto isHere = [&](const Finding &finding) {
        if (!finding.place || finding.place->file != model::FileId::MainCf)
            return false;
        const syntax::Setting *setting = file.settingAt(finding.place->range.begin);
        return setting && setting->enabled && hasField(groups, file.nameOf(*setting));
    };
    return std::ranges::count_if(context.findings.all(), isHere);
}

} // namespace ui
