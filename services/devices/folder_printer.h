// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/devices/printer.h"

namespace kontor {

//! Writes each paper as a PDF into a folder; its drawer is always open.
class FolderPrinter final : public Printer
{
public:
    explicit FolderPrinter(const QString &folder) : m_folder(folder) {}

    void print(const Document &paper, Printed printed, PaperForm form) override;
    void openDrawer(Printed opened) override { opened({}); }
    bool hasPaper() const override { return false; }

private:
    QString m_folder;
};

} // namespace kontor
