// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace kontor {

//! Where papers come out, as a person says it.
struct PrinterPlace
{
    enum class Kind
    {
        None,
        Network, //!< host, or host:port
        Device,  //!< the path of a device file
        Queue,   //!< the name of a queue of this machine
        Folder,  //!< the path of a folder, for a PDF each
    };

    Kind kind = Kind::None;
    QString place;

    bool operator==(const PrinterPlace &) const = default;

    //! Of an address as makePrinter() takes it; none if it is no such address.
    static PrinterPlace of(const QString &address);
    //! Empty for no printer; nothing if the place cannot be one of its kind.
    std::optional<QString> address() const;
};

} // namespace kontor
