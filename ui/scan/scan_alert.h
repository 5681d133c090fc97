// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/scan_failures_model.h"

#include <QFrame>

class QLabel;
class QPushButton;
class QTableView;

namespace kontor {

//! Says loudly, on whichever page, what was scanned and came to nothing; stays until it was seen.
class ScanAlert : public QFrame
{
    Q_OBJECT
public:
    explicit ScanAlert(const Clock &clock, QWidget *parent = nullptr);

    void refuse(const QString &code, const QString &reason);
    //! Something that was sold, but with a reason to look at it.
    void warn(const QString &goods, const QString &reason);
    void acknowledge();

Q_SIGNALS:
    void acknowledged();

private:
    void build();
    void add(const QString &what, const QString &reason);
    void fit();

    ScanFailuresModel m_model;
    QLabel *m_title;
    QTableView *m_list;
    QPushButton *m_seen;
    bool m_unsold = false; //!< not only warnings
};

} // namespace kontor
