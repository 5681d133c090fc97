// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/owner.h"
#include "app/room.h"
#include "app/table_import.h"
#include "services/core/clock.h"

#include <QTemporaryDir>

namespace kontor {

//! Reads a table of products into a catalog that is thrown away: what would become of each row in
//! a new shop, before there is one.
class ProductTrial : public QObject
{
    Q_OBJECT
public:
    explicit ProductTrial(QObject *parent = nullptr);
    ~ProductTrial() override;

    //! finished() follows; of a table that is being read it is not waited for the end.
    void read(const QString &file, const ImportOptions &options);

Q_SIGNALS:
    void finished(const QString &file, const kontor::Result<kontor::ImportReport> &report);

private:
    struct Attempt;

    const SystemClock m_clock;
    const OwnerOnly m_rights;
    std::unique_ptr<Attempt> m_attempt;
};

} // namespace kontor
