// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/listed_products.h"
#include "models/paper_desk.h"
#include "ui/commands/overlay.h"

class QLabel;
class QPushButton;

namespace kontor {

class MessageLine;
class Segments;

//! For which products shelf labels are asked.
struct LabelWish
{
    std::optional<Product> chosen;
    ProductWish listed;
};

//! Prints shelf labels for the chosen product, or for all that is listed.
class ShelfLabels : public Overlay
{
    Q_OBJECT
public:
    ShelfLabels(const ShopAccess &access, const ReaderThread<CatalogLookup> &lookup,
                QWidget *parent);

    void openFor(const LabelWish &wish);

private:
    enum Which
    {
        Chosen,
        Listed
    };

    void build();
    void choose(int which);
    void refresh();
    QList<Product> products() const;
    void print(PaperDesk::Way way);

    PaperDesk m_desk;
    ListedProducts m_listed;
    LabelWish m_wish;
    int m_which = Chosen;
    Segments *m_choice;
    QLabel *m_what;
    QLabel *m_sample;
    MessageLine *m_message;
    QPushButton *m_sheets;
    QPushButton *m_roll;
    QPushButton *m_close;
};

} // namespace kontor
