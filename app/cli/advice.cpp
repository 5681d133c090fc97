// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/advice.h"

#include "app/demo/demo_shop.h"
#include "services/audit/audit.h"
#include "services/core/founding.h"

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

QString restore()
{
    return u"Put the shop's own file back from a backup, or choose another folder with --data."_s;
}

QString makeReadable()
{
    // SQLite keeps its log and an index of it beside each database, and needs both even to read.
    return u"All of a shop's stores must be there, in a folder that may be written: reading too needs a file beside each."_s;
}

QString storeAdvice(StoreError code)
{
    switch (code) {
    case StoreError::CannotOpen:
    case StoreError::NoPermission:
        return makeReadable();
    case StoreError::NewerVersion:
        return u"Use the newer Kontor, or choose another folder with --data."_s;
    case StoreError::NotAStore:
    case StoreError::Corrupt:
        return restore();
    case StoreError::Busy:
        return u"Somebody else is writing there; give the command again."_s;
    case StoreError::DiskFull:
        return u"The disk is full. Make room and give the same command again: what was done is kept and not done twice."_s;
    case StoreError::InputOutput:
        return u"The disk is full or fails. Once it works, give the same command again: what was done is kept and not done twice."_s;
    case StoreError::ServerLost:
        return u"Give the command again once the database server answers."_s;
    case StoreError::Constraint:
    case StoreError::Statement:
        return {};
    }
    return {};
}

QString auditAdvice(AuditError code)
{
    switch (code) {
    case AuditError::CannotRead:
        return makeReadable();
    case AuditError::Damaged:
        return restore();
    case AuditError::BadRecord:
    case AuditError::Stopped:
        return {};
    }
    return {};
}

} // namespace

QString advice(const Error &error)
{
    if (error.isIn<StoreError>())
        return storeAdvice(error.as<StoreError>());
    if (error.isIn<FoundingError>())
        return u"Put it back from a backup, together with the others, or choose another folder with --data."_s;
    if (error.is(DemoShopError::AnotherShop))
        return u"Choose an empty folder with --data."_s;
    if (error.isIn<AuditError>())
        return auditAdvice(error.as<AuditError>());
    return {};
}

} // namespace kontor
