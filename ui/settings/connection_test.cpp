// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/connection_test.h"

#include "ui/theme/tokens.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/named.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace kontor {

using namespace Qt::StringLiterals;

ConnectionTest::ConnectionTest(const QString &prefix, QWidget *parent)
    : QWidget(parent)
    , m_outcome(new MessageLine(prefix + u"Outcome"_s))
{
    auto *test =
        named(new QPushButton(tr("Test connection")), prefix + u"Check"_s, tr("Test connection"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::inside);
    layout->addWidget(rule());
    layout->addWidget(test, 0, Qt::AlignLeft);
    layout->addWidget(m_outcome);
    connect(test, &QPushButton::clicked, this, &ConnectionTest::wanted);
}

} // namespace kontor
