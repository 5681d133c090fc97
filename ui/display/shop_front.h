// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pictures/picture_cache.h"

#include <QWidget>

#include <memory>

namespace kontor {

//! What customers see while nobody is served: the shop's name below an awning, or a picture of the
//! shop's own.
class ShopFront : public QWidget
{
    Q_OBJECT
public:
    explicit ShopFront(const QString &shopName, QWidget *parent = nullptr);

    //! A file; empty: the drawn one.
    void setPicture(const QString &file);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void drawAwning(QPainter &painter, int height) const;
    void drawName(QPainter &painter, const QRect &place) const;

    QString m_name;
    QString m_file; //!< of the picture, without its folder
    std::unique_ptr<PictureCache> m_pictures;
};

} // namespace kontor
