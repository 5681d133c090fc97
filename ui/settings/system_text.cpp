// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/system_text.h"

#include <QCoreApplication>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

struct Systems
{
    Q_DECLARE_TR_FUNCTIONS(kontor::Systems)
};

QString withNote(const QString &text, const QString &note)
{
    return note.isEmpty() ? text : Systems::tr("%1 It says: %2").arg(text, note);
}

QString faultText(const SystemCheck &check, const QString &server)
{
    switch (check.fault) {
    case HttpFault::None:
    case HttpFault::Broken:
        return Systems::tr("The connection to %1 broke off without an answer: %2. Check the "
                           "address.")
            .arg(server, check.note);
    case HttpFault::Configuration:
        return Systems::tr("This makes no connection. Check the address and the key.");
    case HttpFault::HostNotFound:
        return Systems::tr("There is no server of the name %1. Check how it is written, and "
                           "whether this machine is in the network.")
            .arg(server);
    case HttpFault::NotReached:
        return Systems::tr("Nothing answers at %1. Check the address, and whether a firewall is in "
                           "between.")
            .arg(server);
    case HttpFault::TimedOut:
        return Systems::tr("%1 does not answer in time. Check the address, and try again.")
            .arg(server);
    case HttpFault::CertificateTime:
    case HttpFault::CertificateName:
    case HttpFault::CertificateTrust:
    case HttpFault::NoTls:
        return certificateText(check.fault, check.note) + u' ' +
               Systems::tr("Nothing was sent, the key neither.");
    }
    Q_UNREACHABLE();
}

QString worksText(const QString &server, SystemMode mode)
{
    switch (mode) {
    case SystemMode::Sandbox:
        return Systems::tr("The sandbox of this machine answers.");
    case SystemMode::Test:
        return Systems::tr("%1 takes the key. It is in the test mode: nothing real happens.")
            .arg(server);
    case SystemMode::Live:
        return Systems::tr("%1 takes the key. It is live: real money moves.").arg(server);
    }
    Q_UNREACHABLE();
}

} // namespace

QString certificateText(HttpFault fault, const QString &note)
{
    switch (fault) {
    case HttpFault::CertificateTime:
        return Systems::tr("The server's certificate has expired, or this machine's clock is "
                           "wrong.");
    case HttpFault::CertificateName:
        return Systems::tr("The server's certificate is made out to another name.");
    case HttpFault::CertificateTrust:
        return Systems::tr("Nobody whom this machine trusts has signed the server's certificate.");
    default:
        return Systems::tr("No secured connection comes about: %1").arg(note);
    }
}

QString checkText(const SystemCheck &check, const SystemSettings &system)
{
    const QString server =
        system.mode == SystemMode::Sandbox ? u"kontor-sandbox"_s : system.url.authority();
    switch (check.kind) {
    case SystemCheck::Kind::Works:
        return worksText(server, system.mode);
    case SystemCheck::Kind::WrongKey:
        return withNote(
            Systems::tr("%1 refuses the key. Copy it anew from the provider's page.").arg(server),
            check.note);
    case SystemCheck::Kind::NotAllowed:
        return withNote(Systems::tr("%1 knows the key, but it lacks a permission. Give it more at "
                                    "the provider's, or take another key.")
                            .arg(server),
                        check.note);
    case SystemCheck::Kind::OtherMode:
        return system.mode == SystemMode::Live
                   ? Systems::tr("%1 answers in the test mode, where nothing real happens, and not "
                                 "live. Enter the live key.")
                         .arg(server)
                   : Systems::tr("%1 answers live, where real money moves, and not in the test "
                                 "mode. Enter the test key.")
                         .arg(server);
    case SystemCheck::Kind::Stranger:
        return Systems::tr("What answers at %1 is something else (%2). Check the address.")
            .arg(server, check.note);
    case SystemCheck::Kind::Busy:
        return Systems::tr("%1 gets too many calls at this moment. Try again in a minute.")
            .arg(server);
    case SystemCheck::Kind::Failing:
        return Systems::tr("%1 is there, but has trouble itself (%2). Try again later.")
            .arg(server, check.note);
    case SystemCheck::Kind::NotAnswered:
        return faultText(check, server);
    }
    Q_UNREACHABLE();
}

} // namespace kontor
