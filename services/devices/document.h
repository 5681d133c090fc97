// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/codec.h"

namespace kontor {

struct PaperStyle;

enum class BlockKind
{
    Heading, //!< large, centred
    Centred,
    Text,
    Columns, //!< words on the left, amounts on the right
    Rule,
    Barcode, //!< Code 128, with its text below
    Mark,    //!< what a reader must not overlook: COPY, TRAINING, GIFT
};
template <>
struct EnumNames<BlockKind>
{
    static constexpr std::string_view names[] = {"Heading", "Centred", "Text", "Columns",
                                                 "Rule",    "Barcode", "Mark"};
};

enum class Mark
{
    Copy,
    Training,
    Gift
};

//! One piece of a document, from top to bottom.
struct Block
{
    BlockKind kind = BlockKind::Text;
    QString left; //!< or all of the text
    QString middle;
    QString right;
    bool strong = false;

    bool operator==(const Block &) const = default;
    template <class Archive, class Self>
    static void fields(Archive &a, Self &self)
    {
        a("kind", self.kind);
        a("left", self.left);
        a("middle", self.middle);
        a("right", self.right);
        a("strong", self.strong);
    }
};

//! What is printed, whatever it is printed on. Text holds no character that would steer a printer.
class Document
{
public:
    QString title; //!< names it in files and mails
    QList<Block> blocks;

    void heading(const QString &text) { add({BlockKind::Heading, text, {}, {}, true}); }
    void centred(const QString &text) { add({BlockKind::Centred, text, {}, {}, false}); }
    void text(const QString &text) { add({BlockKind::Text, text, {}, {}, false}); }
    void columns(const QString &left, const QString &middle, const QString &right,
                 bool strong = false)
    {
        add({BlockKind::Columns, left, middle, right, strong});
    }
    void rule() { add({BlockKind::Rule, {}, {}, {}, false}); }
    //! Printable ASCII; anything else is left out.
    void barcode(const QString &data);
    void mark(Mark mark, const PaperStyle &style);

    bool operator==(const Document &) const = default;
    template <class Archive, class Self>
    static void fields(Archive &a, Self &self)
    {
        a("blocks", self.blocks);
        a("title", self.title);
    }

private:
    void add(Block block);
};

} // namespace kontor
