// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/devices/document.h"
#include "services/devices/paper_pdf.h"

namespace kontor {

enum class DevicesError
{
    NoPrinter,     //!< none is set up
    PrinterOff,    //!< it does not answer, or is not there
    PrinterGone,   //!< it vanished while it was printing
    PrinterStalls, //!< it takes no more bytes, or never says that it is done
    NoPaper,
    PrinterRefused, //!< it, or the system's queue, said no
    CannotWrite,    //!< the folder or file cannot be written
    TooLate,        //!< the drawer was not opened while somebody stood in front of it
    NoSale,         //!< nothing was sold at this till yet
    UnknownSale,    //!< not sold at this till
    NothingToPrint,
    UnknownJob,
    NotWaiting, //!< the job is being printed, or has come to its end
};
KONTOR_ERROR_DOMAIN(DevicesError);
template <>
struct EnumNames<DevicesError>
{
    static constexpr std::string_view names[] = {
        "NoPrinter",      "PrinterOff",  "PrinterGone", "PrinterStalls", "NoPaper",
        "PrinterRefused", "CannotWrite", "TooLate",     "NoSale",        "UnknownSale",
        "NothingToPrint", "UnknownJob",  "NotWaiting"};
};

enum class PrintJobKind
{
    Receipt,
    Drawer, //!< no paper: opens the drawer
    Gift,
    Invoice,
    PackingSlip,
    Report,
    Labels,
    NumberSlip, //!< of self-service
};
template <>
struct EnumNames<PrintJobKind>
{
    static constexpr std::string_view names[] = {"Receipt",     "Drawer", "Gift",   "Invoice",
                                                 "PackingSlip", "Report", "Labels", "NumberSlip"};
};

enum class PrintJobState
{
    Waiting,
    Printing, //!< handed to the printer; found so after a crash, it may be on paper
    Printed,
    Failed,  //!< it came too late
    GivenUp, //!< by a person
};
template <>
struct EnumNames<PrintJobState>
{
    static constexpr std::string_view names[] = {"Waiting", "Printing", "Printed", "Failed",
                                                 "GivenUp"};
};

PaperForm formOf(PrintJobKind kind);

//! What is to come out of the printer, or has.
struct PrintJob
{
    PrintJobId id;
    PrintJobKind kind = PrintJobKind::Receipt;
    OrderId order; //!< null: about none
    Document paper;
    PrintJobState state = PrintJobState::Waiting;
    bool begun = false; //!< a part may be on paper already: what comes now is a copy
    int attempts = 0;
    Timestamp createdAt;
    Timestamp nextAt;                         //!< not tried before
    QString reason;                           //!< why it waits or has failed, for the log
    std::optional<DevicesError> trouble = {}; //!< the same for people

    bool operator==(const PrintJob &) const = default;
};

//! How it stands with the printer.
struct PrinterState
{
    std::optional<Error> trouble; //!< since when it could not print; none: it did, or was not asked
    int waiting = 0;              //!< papers that have yet to come out
    bool isThere = true;          //!< false: none is set up
};

} // namespace kontor
