// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/catalog/product_columns.h"

#include "services/core/table_reader.h"

namespace kontor {

namespace {

struct KnownField
{
    const char *name;
    QString ProductCells::*cell;
    const char *aliases; //!< with commas between them, the surest first
    bool required = false;
};

// In the order in which they choose a column: what must not be mistaken comes first.
constexpr KnownField knownFields[] = {
    {"price", &ProductCells::price,
     "retail price,variant price,regular price,price incl tax,gross price,selling price,unit price,"
     "hinta,cijena,maloprodajna cijena,preis,verkaufspreis,prix,prix ttc,precio,prezzo,cena",
     true},
    {"sku", &ProductCells::sku,
     "variant sku,product id,product code,item number,article number,stock code,item code,numero,"
     "artikelnummer,šifra,sifra,indeks,plu,code,id"},
    {"name", &ProductCells::name,
     "title,product name,product title,product,item name,item,nimi,naziv,bezeichnung,artikel,nom,"
     "nombre,nome,nazwa,description,beschreibung"},
    {"barcode", &ProductCells::barcode,
     "variant barcode,ean,ean code,ean13,gtin,gtin upc ean or isbn,upc,upc code,global unique id,"
     "isbn,barkod,viivakoodi,strichcode"},
    {"category", &ProductCells::category,
     "categories,product category,category name,product type,department,product group,type,tyyppi,"
     "kategorija,kategorie,categoria,kategoria,warengruppe"},
    {"subcategory", &ProductCells::subcategory, "alatyyppi,subtype"},
    {"tax", &ProductCells::tax,
     "tax rate,tax percent,vat,vat rate,vat percent,mwst,ust,alv,pdv,iva,tva"},
    {"currency", &ProductCells::currency, "currency code,valuta,währung"},
    {"active", &ProductCells::active, "published,status,is active,enabled"},
    {"stocked", &ProductCells::stocked, "track inventory,track stock,manage stock"},
    {"minAge", &ProductCells::minAge, "minimum age,age limit,age restriction,ikäraja"},
    {"weightGrams", &ProductCells::weightGrams, "variant grams,grams,weight g,weight in grams"},
    {"weightKilograms", &ProductCells::weightKilograms, "weight kg,weight in kg"},
    {"weight", &ProductCells::weight, "item weight,gewicht"},
    {"picture", &ProductCells::picture, "picture file,image file,bilddatei"},
    {"handle", &ProductCells::handle, "url handle,slug"},
    {"kind", &ProductCells::kind, "type"},
    {"parent", &ProductCells::parent, "parent sku"},
    {"recordId", &ProductCells::recordId, "id"},
    {"option1", &ProductCells::option1, "option1 value,variant option one value"},
    {"option2", &ProductCells::option2, "option2 value,variant option two value"},
    {"option3", &ProductCells::option3, "option3 value,variant option three value"},
};

} // namespace

Result<ProductColumns> ProductColumns::match(const QStringList &header,
                                             const QHash<QString, QString> &overrides)
{
    static_assert(std::size(knownFields) == fieldCount);
    QList<FieldAliases> fields;
    for (const KnownField &known : knownFields)
        fields.append({QString::fromLatin1(known.name),
                       QString::fromUtf8(known.aliases).split(u','), known.required});
    const auto map = ColumnMap::match(header, fields, overrides);
    if (!map)
        return map.error();
    ProductColumns columns;
    for (size_t i = 0; i < fieldCount; ++i)
        columns.m_columns[i] = map->column(QString::fromLatin1(knownFields[i].name));
    columns.m_doubled = map->doubled();
    const auto has = [&](const char *name) { return map->column(QString::fromLatin1(name)) >= 0; };
    if (!has("sku") && !has("name") && !has("barcode") && !has("handle"))
        return Error(ColumnError::MissingColumn,
                     QStringLiteral("no column names the products: there must be a sku, name, "
                                    "barcode or handle"));
    return columns;
}

ProductCells ProductColumns::read(const TableReader &row) const
{
    ProductCells cells;
    for (size_t i = 0; i < fieldCount; ++i) {
        if (m_columns[i] >= 0)
            cells.*knownFields[i].cell = row.cell(m_columns[i]).trimmed();
    }
    return cells;
}

} // namespace kontor
