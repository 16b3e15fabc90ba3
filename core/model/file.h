// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/syntax/maincf.h"
#include "core/syntax/mastercf.h"
#include "core/syntax/table.h"
#include "core/syntax/text.h"

#include <memory>
#include <optional>
#include <variant>

namespace model {

/// A file of the open folder, for as long as the folder is open.
enum class FileId : int { MainCf, MasterCf, FirstOther };

enum class FileKind : quint8 { MainCf, MasterCf, KeyValue, Aliases, Pattern, Cidr, Other };

/// What does not change while a file is edited.
struct FileInfo
{
    QString path; ///< absolute
    QString name; ///< as shown: relative to the folder, or absolute when it is outside
    FileKind kind = FileKind::Other;
    bool writable = true;
    /// Why there is no content: missing (NotFound: saving creates it), a folder, not readable, too large.
    std::optional<base::Error> problem = {};
};

/// One file at one moment: its bytes and, by kind, the index over them. Constant and cheap to copy.
class File
{
public:
    File(FileInfo info, syntax::Text text);

    const FileInfo &info() const { return *m_info; }
    const syntax::Text &text() const { return m_text; }
    /// Null when the file is of another kind.
    const syntax::MainCf *mainCf() const;
    const syntax::MasterCf *masterCf() const;
    const syntax::Table *table() const;

    /// False when edits must not touch it: not readable, so what it holds is not known.
    bool isEditable() const;

    File replaced(syntax::ByteRange range, const QByteArray &bytes) const;
    File withText(syntax::Text text) const;

    static syntax::Text::Layout layoutOf(FileKind kind);

private:
    using Index = std::variant<std::monostate, std::shared_ptr<const syntax::MainCf>,
                               std::shared_ptr<const syntax::MasterCf>, std::shared_ptr<const syntax::Table>>;

    File(std::shared_ptr<const FileInfo> info, syntax::Text text, const Index &before);

    std::shared_ptr<const FileInfo> m_info;
    syntax::Text m_text;
    Index m_index;
};

} // namespace model
