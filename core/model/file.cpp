// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/file.h"

namespace model {

namespace {

syntax::TableKind tableKind(FileKind kind)
{
    switch (kind) {
    case FileKind::Aliases:
        return syntax::TableKind::Aliases;
    case FileKind::Pattern:
        return syntax::TableKind::Pattern;
    case FileKind::Cidr:
        return syntax::TableKind::Cidr;
    default:
        return syntax::TableKind::KeyValue;
    }
}

bool isTable(FileKind kind)
{
    return kind == FileKind::KeyValue || kind == FileKind::Aliases || kind == FileKind::Pattern
        || kind == FileKind::Cidr;
}

} // namespace

syntax::Text::Layout File::layoutOf(FileKind kind)
{
    const bool whole = kind == FileKind::MainCf || kind == FileKind::MasterCf;
    return whole ? syntax::Text::Layout::Whole : syntax::Text::Layout::Chunked;
}

File::File(FileInfo info, syntax::Text text)
    : File(std::make_shared<const FileInfo>(std::move(info)), std::move(text), {})
{
}

File::File(std::shared_ptr<const FileInfo> info, syntax::Text text, const Index &before)
    : m_info(std::move(info)), m_text(std::move(text))
{
    const FileKind kind = m_info->kind;
    Q_ASSERT(m_text.layout() == layoutOf(kind));
    if (kind == FileKind::MainCf) {
        m_index = std::make_shared<const syntax::MainCf>(m_text.bytes());
    } else if (kind == FileKind::MasterCf) {
        m_index = std::make_shared<const syntax::MasterCf>(m_text.bytes());
    } else if (isTable(kind)) {
        if (const auto *table = std::get_if<std::shared_ptr<const syntax::Table>>(&before))
            m_index = std::make_shared<const syntax::Table>(m_text, **table);
        else
            m_index = std::make_shared<const syntax::Table>(m_text, tableKind(kind));
    }
}

const syntax::MainCf *File::mainCf() const
{
    const auto *held = std::get_if<std::shared_ptr<const syntax::MainCf>>(&m_index);
    return held ? held->get() : nullptr;
}

const syntax::MasterCf *File::masterCf() const
{
    const auto *held = std::get_if<std::shared_ptr<const syntax::MasterCf>>(&m_index);
    return held ? held->get() : nullptr;
}

const syntax::Table *File::table() const
{
    const auto *held = std::get_if<std::shared_ptr<const syntax::Table>>(&m_index);
    return held ? held->get() : nullptr;
}

bool File::isEditable() const
{
    return !m_info->problem || m_info->problem->code == base::Error::Code::NotFound;
}

File File::replaced(syntax::ByteRange range, const QByteArray &bytes) const
{
    return withText(m_text.replaced(range, bytes));
}

File File::withText(syntax::Text text) const
{
    return {m_info, std::move(text), m_index};
}

} // namespace model
