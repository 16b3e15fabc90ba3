// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/forms/fieldfactory.h"

#include "ui/forms/choicefield.h"
#include "ui/forms/filefield.h"
#include "ui/forms/linefield.h"
#include "ui/forms/listfield.h"
#include "ui/forms/nexthopfield.h"
#include "ui/forms/timefield.h"
#include "ui/forms/yesnofield.h"

namespace ui {

Field *newField(const values::Domain &domain, FilePresence &presence)
{
    using values::Kind;
    switch (domain.kind) {
    case Kind::YesNo:
        return new YesNoField;
    case Kind::Time:
        return new TimeField(domain.unit);
    case Kind::Choice:
        return new ChoiceField(domain);
    case Kind::ChoiceList:
    case Kind::List:
    case Kind::Maps:
        return new ListField(domain, presence);
    case Kind::File:
    case Kind::Folder:
        return new FileField(presence, domain.kind == Kind::Folder);
    case Kind::NextHop:
        return new NextHopField;
    case Kind::Text:
    case Kind::Number:
    case Kind::Size:
        return new LineField(domain);
    }
    return new LineField(domain);
}

} // namespace ui
