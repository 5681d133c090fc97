// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/result.h"
#include "services/devices/devices.h"

#include <QString>

#include <functional>
#include <memory>

namespace kontor {

//! What came of a paper.
struct PrintOutcome
{
    std::optional<Error> trouble; //!< none: it is printed
    bool begun = false;           //!< with trouble: a part may be on paper
};

using Printed = std::function<void(const PrintOutcome &)>;

//! Where papers come out. Answers later or at once, always in its own thread, exactly once for each
//! call; given one thing at a time. A printer that is destroyed answers no more.
class Printer
{
public:
    virtual ~Printer() = default;
    //! A printer with a roll prints everything on it, whatever the form.
    virtual void print(const Document &paper, Printed printed,
                       PaperForm form = PaperForm::Roll) = 0;
    virtual void openDrawer(Printed opened) = 0;
    //! False: what it prints is kept in files, which nobody takes along.
    virtual bool hasPaper() const { return true; }
};

//! Where the bytes for a receipt printer go.
class BytePort
{
public:
    virtual ~BytePort() = default;
    virtual void send(const QByteArray &bytes, Printed sent) = 0;
};

struct PrinterSettings
{
    QString address;         //!< see makePrinter(); empty: there is none
    int columns = 48;        //!< of a receipt printer: 48 or 42 on 80 mm, 32 on 58 mm
    int patienceMs = 10'000; //!< how long it may take no byte and give no answer
};

//! The printer at an address: tcp://host:9100, file:///dev/usb/lp0, cups:queue, or folder:/path for
//! a PDF each. Null without an address.
Result<std::unique_ptr<Printer>> makePrinter(const PrinterSettings &settings);

} // namespace kontor
