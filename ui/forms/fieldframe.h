// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/values/complaint.h"
#include "ui/forms/fieldbinding.h"
#include "ui/forms/formgroup.h"
#include "ui/session/findings.h"
#include "ui/widgets/focuswatch.h"

class QHBoxLayout;
class QLabel;
class QPushButton;
class QStackedLayout;
class QToolButton;

namespace ui {

class ElidedLabel;
class RawField;
class TextLabel;

/// A parameter on a page: its field and, once for all kinds of fields, its label, where the value comes from,
/// what it means, what is wrong with it, reset, the raw text, help and the way to its line.
class FieldFrame : public QWidget
{
    Q_OBJECT

public:
    /// Without a label the name of the parameter, read as words, is one.
    FieldFrame(const FormContext &context, const FieldTarget &target, const QString &label = {},
               QWidget *parent = nullptr, FieldStyle style = FieldStyle::Usual);
    ~FieldFrame() override;

    const FieldBinding &binding() const { return *m_binding; }
    /// Gives away what is being written.
    void commit();
    /// Nothing of what is being written is given away any more.
    void abandon();
    bool isModified() const;
    bool isRaw() const;
    void setRaw(bool isRaw);
    /// Puts what has the keyboard in the field.
    void takeKeyboard();
    void reset();

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    /// All that it shows of what it is bound to.
    struct Bound
    {
        struct Remark
        {
            Finding::Severity severity;
            QString message;
            QByteArray item; ///< of a list, which it is about
            QString fix;

            bool operator==(const Remark &) const = default;
        };
        bool isText = false;
        bool isEditable = false;
        bool isSetHere = false;
        bool isChanged = false;
        QByteArray value;
        QByteArray lines;
        std::optional<QByteArray> expanded;
        QString origin;
        QString reset;
        QList<Remark> findings;

        bool operator==(const Bound &) const = default;
    };

    QLayout *buildLabel(const QString &label);
    QLayout *buildField();
    void bind(Field *field);
    void makeField();
    void makeFieldAnew();
    QLayout *buildComplaint();
    QToolButton *newButton(const QString &icon, const QString &name, const QString &toolTip);
    Field *shownField() const;
    Bound bound() const;
    void refresh();
    void refreshIfOther();
    void refreshRaw();
    void refreshMarks();
    void refreshMeaning(const QByteArray &value);
    void showComplaint(const QString &text, const QIcon &icon);
    void mend();
    void showHelp();
    void lightSource(const QWidget *focus);

    FormContext m_context;
    FieldBinding *m_binding = nullptr;
    values::Domain m_domain;
    QString m_name; ///< for readers: "Plain words (parameter_name)"
    QString m_help;
    FieldStyle m_style;
    Field *m_field = nullptr;
    RawField *m_rawField = nullptr;
    QToolButton *m_raw = nullptr;
    QToolButton *m_reset = nullptr;
    QToolButton *m_source = nullptr;
    QToolButton *m_helpButton = nullptr;
    TextLabel *m_meaning = nullptr;
    QHBoxLayout *m_fieldRow = nullptr;
    TextLabel *m_origin = nullptr;
    QWidget *m_complaint = nullptr;
    QLabel *m_complaintIcon = nullptr;
    TextLabel *m_complaintText = nullptr;
    QPushButton *m_mend = nullptr;
    std::optional<QByteArray> m_instead;
    std::optional<Bound> m_shown;
    bool m_isRawWanted = false;
    bool m_isStale = false; ///< something has changed while it was out of sight
    FocusWatch m_focus{[this](const QWidget *now) { lightSource(now); }};
};

} // namespace ui
