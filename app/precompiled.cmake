# SPDX-FileCopyrightText: 2026 The Postwright authors
# SPDX-License-Identifier: GPL-3.0-or-later

# The headers of Qt that nearly every file reads, read once: a build from nothing takes less than half of the time.
# ccache keeps nothing that uses one; whoever prefers ccache turns them off.
option(POSTWRIGHT_PRECOMPILED_HEADERS "Precompile the headers of Qt" ON)

set(core_headers <QByteArray> <QCoreApplication> <QDir> <QFile> <QFileInfo> <QFuture> <QHash> <QList> <QObject> <QSet>
    <QString> <algorithm> <array> <functional> <memory> <optional> <variant> <vector>)
set(widget_headers <QAbstractItemModel> <QAction> <QDialog> <QLabel> <QLineEdit> <QListWidget> <QPainter> <QPushButton>
    <QSortFilterProxyModel> <QStyledItemDelegate> <QTableView> <QUndoStack> <QVBoxLayout>)

# add_precompiled(NAME LIBRARY HEADERS...) for the targets of this folder and below.
function(add_precompiled name library)
    if(POSTWRIGHT_PRECOMPILED_HEADERS)
        file(GENERATE OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/${name}.cpp CONTENT "")
        add_library(precompiled_${name} OBJECT ${CMAKE_CURRENT_BINARY_DIR}/${name}.cpp)
        target_link_libraries(precompiled_${name} PRIVATE project_options ${library})
        target_precompile_headers(precompiled_${name} PRIVATE ${ARGN})
    endif()
endfunction()

# use_precompiled(TARGET NAME)
function(use_precompiled target name)
    if(POSTWRIGHT_PRECOMPILED_HEADERS)
        target_precompile_headers(${target} REUSE_FROM precompiled_${name})
    endif()
endfunction()

# clang-tidy and clangd take g++'s precompiled headers for broken ones of their own: clang/ has the commands without.
file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/clang)
add_custom_target(clang_commands ALL
    COMMAND sed -n -e "s| -Winvalid-pch -include [^ ]*cmake_pch.hxx||" -e "w clang/compile_commands.json"
        compile_commands.json
    WORKING_DIRECTORY ${CMAKE_BINARY_DIR} VERBATIM)
