// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/forms/formcontext.h"
#include "ui/forms/formgroup.h"

#include <QByteArray>
#include <QWidget>

class QToolButton;
class QVBoxLayout;

namespace ui {

class FieldFrame;
class TextLabel;

/// A group of fields on a page. Its fields are made when it is first opened.
class FormSection : public QWidget
{
    Q_OBJECT

public:
    /// The fields are those of a service ("name/type"), or of main.cf without one.
    FormSection(const FormContext &context, const FormGroup &group, QByteArray service = {},
                QWidget *parent = nullptr);

    /// Beside the fields, below them.
    void addWidget(QWidget *widget);
    /// Above the fields; for a section that is always open.
    void addOnTop(QWidget *widget);
    const QList<FieldFrame *> &frames() const { return m_frames; }
    bool isOpen() const { return m_isOpen; }
    void setOpen(bool isOpen);
    /// Gives away what is being written.
    void commit();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void buildTitle();
    void buildFields();
    void refreshKnown();
    void refreshCount();

    FormContext m_context;
    FormGroup m_group;
    QByteArray m_service;
    QVBoxLayout *m_column = nullptr;
    QVBoxLayout *m_body = nullptr;
    QWidget *m_box = nullptr; ///< all but the title
    QToolButton *m_fold = nullptr; ///< null in a section that is always open
    TextLabel *m_count = nullptr;
    QList<FieldFrame *> m_frames;
    bool m_isOpen = true;
    bool m_isBuilt = false;
};

} // namespace ui
