// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scan/scan_alert.h"

#include "ui/commands/key_cap.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/lists.h"
#include "ui/widgets/named.h"
#include "ui/widgets/row_delegate.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostRows = 3;

} // namespace

ScanAlert::ScanAlert(const Clock &clock, QWidget *parent)
    : QFrame(parent)
    , m_model(clock)
    , m_title(named(plainLabel({}, "alert"), u"scanAlertTitle"_s, tr("Scanner")))
    , m_list(rowTable(u"scanFailures"_s, tr("What was scanned and came to nothing")))
    , m_seen(named(new QPushButton(tr("Understood")), u"scanAlertSeen"_s,
                   tr("Understood: close this message")))
{
    setObjectName(u"scanAlert"_s);
    inRole(this, "alertBand");
    build();
    connect(m_seen, &QPushButton::clicked, this, &ScanAlert::acknowledge);
    hide();
}

void ScanAlert::build()
{
    placeKey(m_seen, new KeyCap(u"window.scanSeen"_s));
    m_seen->setFixedWidth(metrics::keyedWidth);
    m_seen->setFocusPolicy(Qt::TabFocus);
    inRole(m_list, "plain");
    m_list->setModel(&m_model);
    m_list->horizontalHeader()->hide();
    m_list->setFocusPolicy(Qt::TabFocus);
    auto *delegate = new RowDelegate(metrics::alertRowHeight, m_list);
    delegate->setMuted(ScanFailuresModel::TimeColumn);
    delegate->setBold(ScanFailuresModel::CodeColumn);
    delegate->setSeparators(false);
    delegate->setEnds(0);
    m_list->setItemDelegate(delegate);
    m_list->verticalHeader()->setDefaultSectionSize(metrics::alertRowHeight);
    QHeaderView *header = m_list->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::Fixed);
    header->resizeSection(ScanFailuresModel::TimeColumn, metrics::timeWidth);
    header->resizeSection(ScanFailuresModel::CodeColumn, metrics::codeWidth);
    header->setSectionResizeMode(ScanFailuresModel::ReasonColumn, QHeaderView::Stretch);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_seen);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::group, metrics::inside, metrics::group, metrics::inside);
    layout->setSpacing(metrics::inside);
    layout->addLayout(head);
    layout->addWidget(m_list);
}

void ScanAlert::add(const QString &what, const QString &reason)
{
    m_model.add(what, reason);
    m_list->scrollToTop();
    fit();
    show();
    QApplication::beep();
}

void ScanAlert::fit()
{
    const int rows = m_model.rowCount();
    if (m_unsold)
        m_title->setText(
            rows > mostRows ? tr("Not sold: scan again what is in this list (%L1 in all)").arg(rows)
                            : tr("Not sold: scan again what is in this list"));
    else
        m_title->setText(tr("Look at these goods before they are sold"));
    setAccessibleName(m_title->text());
    m_list->setFixedHeight(std::min(rows, mostRows) * metrics::alertRowHeight);
}

void ScanAlert::refuse(const QString &code, const QString &reason)
{
    m_unsold = true;
    add(code, reason);
}

void ScanAlert::warn(const QString &goods, const QString &reason) { add(goods, reason); }

void ScanAlert::acknowledge()
{
    m_unsold = false;
    m_model.clear();
    hide();
    Q_EMIT acknowledged();
}

} // namespace kontor
