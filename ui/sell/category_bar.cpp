// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sell/category_bar.h"

#include "services/catalog/catalog.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/arrangement.h"
#include "ui/widgets/named.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QScrollBar>
#include <QWheelEvent>

namespace kontor {

using namespace Qt::StringLiterals;

CategoryBar::CategoryBar(QWidget *parent) : QScrollArea(parent), m_chips(new QButtonGroup(this))
{
    setObjectName(u"categories"_s);
    setAccessibleName(tr("Categories"));
    setFocusPolicy(Qt::NoFocus);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFixedHeight(metrics::chipHeight);
    m_chips->setExclusive(false);
    auto *content = new QWidget;
    m_row = new QHBoxLayout(content);
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(metrics::inside);
    setWidget(content);
    connect(m_chips, &QButtonGroup::idClicked, this, [this](int id) {
        const QString path = m_chips->button(id)->property("path").toString();
        pick(path);
        focusChosen();
    });
    keepArrangement(this);
    hide();
}

void CategoryBar::setPaths(const QStringList &paths)
{
    if (m_paths == paths)
        return;
    m_paths = paths;
    if (categoriesBelow(m_paths, m_chosen).isEmpty() && !m_paths.contains(m_chosen))
        m_chosen.clear();
    build();
    setVisible(!m_paths.isEmpty());
}

void CategoryBar::choose(const QString &path)
{
    m_chosen = path;
    build();
}

void CategoryBar::pick(const QString &path)
{
    choose(path);
    Q_EMIT picked(path);
}

void CategoryBar::setSearching(bool searching)
{
    m_searching = searching;
    for (QAbstractButton *chip : m_chips->buttons())
        chip->setChecked(!searching && chip->property("path") == m_chosen);
}

void CategoryBar::build()
{
    while (QLayoutItem *item = m_row->takeAt(0)) {
        // A chip that was just clicked is still at work.
        if (QWidget *chip = item->widget()) {
            chip->hide();
            chip->deleteLater();
        }
        delete item;
    }
    for (QAbstractButton *chip : m_chips->buttons())
        m_chips->removeButton(chip);

    QString level = m_chosen;
    if (categoriesBelow(m_paths, level).isEmpty())
        level = parentCategory(m_chosen);
    if (!level.isEmpty()) {
        const QString above = parentCategory(level);
        addChip(above.isEmpty() ? tr("‹ All") : tr("‹ %1").arg(categoryName(above)), above);
    }
    addChip(level.isEmpty() ? tr("All") : tr("All %1").arg(categoryName(level)), level);
    for (const QString &name : categoriesBelow(m_paths, level).mid(0, mostChips))
        addChip(name, level.isEmpty() ? name : level + categorySeparator + name);
    m_row->addStretch();
}

void CategoryBar::addChip(const QString &text, const QString &path)
{
    const int id = int(m_chips->buttons().size());
    auto *chip = inRole(named(new QPushButton, u"category%1"_s.arg(id), text), "chip");
    QFont bold = chip->font(); // as the chosen one has it
    bold.setWeight(QFont::DemiBold);
    // An ampersand in a name is no mnemonic.
    chip->setText(QFontMetrics(bold)
                      .elidedText(text, Qt::ElideRight, metrics::longestChip)
                      .replace(u"&"_s, u"&&"_s));
    chip->setMinimumWidth(QFontMetrics(bold).horizontalAdvance(chip->text()) +
                          2 * metrics::cellPadding + metrics::gap);
    chip->setToolTip(categoryName(path).toHtmlEscaped());
    chip->setProperty("path", path);
    chip->setCheckable(true);
    chip->setChecked(!m_searching && path == m_chosen);
    chip->installEventFilter(this);
    m_chips->addButton(chip, id);
    m_row->addWidget(chip);
    chip->show(); // the layout would do it later, and only what is shown can have the focus
}

void CategoryBar::focusChosen()
{
    for (QAbstractButton *chip : m_chips->buttons()) {
        if (chip->property("path") == m_chosen)
            return chip->setFocus();
    }
}

bool CategoryBar::eventFilter(QObject *watched, QEvent *event)
{
    auto *chip = qobject_cast<QPushButton *>(watched);
    if (chip && event->type() == QEvent::FocusIn)
        ensureWidgetVisible(chip, metrics::page, 0);
    if (chip && event->type() == QEvent::KeyPress &&
        chipKey(chip, static_cast<QKeyEvent *>(event)->key()))
        return true;
    return QScrollArea::eventFilter(watched, event);
}

bool CategoryBar::chipKey(QWidget *chip, int key)
{
    // Going through the chips chooses none yet; a group of buttons would.
    const bool isRightToLeft = layoutDirection() == Qt::RightToLeft;
    const int next = isRightToLeft ? Qt::Key_Left : Qt::Key_Right;
    const int previous = isRightToLeft ? Qt::Key_Right : Qt::Key_Left;
    if (key == next || key == previous) {
        const int at = m_row->indexOf(chip) + (key == next ? 1 : -1);
        if (QLayoutItem *item = m_row->itemAt(at); item && item->widget())
            item->widget()->setFocus();
        return true;
    }
    if (key == Qt::Key_Down)
        Q_EMIT left();
    if (key == Qt::Key_Return || key == Qt::Key_Enter)
        static_cast<QPushButton *>(chip)->click();
    return key == Qt::Key_Down || key == Qt::Key_Up || key == Qt::Key_Return ||
           key == Qt::Key_Enter;
}

void CategoryBar::wheelEvent(QWheelEvent *event)
{
    const QPoint turned = event->angleDelta();
    const int delta = turned.x() != 0 ? turned.x() : turned.y();
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() - delta);
    event->accept();
}

} // namespace kontor
