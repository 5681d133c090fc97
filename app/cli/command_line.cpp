// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command_line.h"

#include "app/data_folder.h"

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

struct CommandSpec
{
    int arguments = 0;
    QStringList options;
    bool takesAll = false; //!< --all, in place of the arguments
};

const QHash<QString, CommandSpec> &specs()
{
    static const QHash<QString, CommandSpec> known = {
        {u"import-products"_s, {1, {u"map"_s, u"currency"_s, u"decimal"_s}}},
        {u"replay"_s,
         {1,
          {u"fulfilment"_s, u"opening-stock"_s, u"limit"_s, u"currency"_s, u"zone"_s,
           u"sandbox-faults"_s}}},
        {u"audit"_s, {0, {u"ledger"_s, u"acknowledged"_s}}},
        {u"verify"_s, {0, {u"anchor"_s}}},
        {u"order"_s, {1, {}}},
        {u"shift"_s, {0, {u"z"_s}}},
        {u"attention"_s, {0, {}}},
        {u"retry"_s, {3, {}, true}},
        {u"kiosk-pin"_s, {0, {}}},
        {u"demo"_s, {0, {}}},
        {u"demo-shop"_s, {0, {}}},
    };
    return known;
}

QString countText(int arguments)
{
    static const QStringList counts{u"no argument"_s, u"one argument"_s, u"two arguments"_s,
                                    u"three arguments"_s};
    return counts.value(arguments);
}

//! An error if what was given does not make a whole command.
Result<> checkedArguments(const CommandLine &line, const CommandSpec *spec)
{
    if (line.json && line.command.startsWith(u"demo"_s))
        return Error(UsageError::Wrong,
                     u"'%1' speaks to people: it takes no --json."_s.arg(line.command));
    if (line.kiosk && spec)
        return Error(UsageError::Wrong, u"--kiosk opens a window; it takes no command."_s);
    const int wanted = spec && !line.options.contains(u"all"_s) ? spec->arguments : 0;
    if (!spec || line.arguments.size() == wanted)
        return {};
    return Error(UsageError::Wrong, u"'%1' takes %2, not %3."_s.arg(line.command, countText(wanted))
                                        .arg(line.arguments.size()));
}

} // namespace

QString CommandLine::help()
{
    return QStringLiteral(
               R"(Kontor, a point of sale and back office.

  kontor [--data DIR]                       opens the window
  kontor [--data DIR] --kiosk               opens self-service for customers, over all of the screen
  kontor [--data DIR] [--json] COMMAND …    does one thing; exit code 0 only on success

  import-products FILE      reads products from a CSV file (plain or gzip)
      --map FIELD=COLUMN    takes a field (name, sku, barcode, price, category, tax, …) from this column
      --currency CODE       of the prices (as the shop; EUR)
      --decimal point|comma what marks the decimals, where the file leaves it open
  replay FILE               sends a history of invoices through the whole shop
      --fulfilment counter|delivery
      --opening-stock N     pieces of each product, for deliveries
      --limit N             no more than N orders
      --currency CODE       (GBP)    --zone ZONE  (Europe/London)
      --sandbox-faults FILE a fault plan for the sandbox
  audit                     recomputes the invariants from the stores
      --ledger FILE         and from this record of the sandbox (found in the data folder by itself)
      --acknowledged FILE   and from this list of answered commands
  verify                    checks that no event was altered
      --anchor TOPIC:NUMBER:HASH   and that the chain passes through this point
  order ID|NUMBER           tells the whole story of one order
  shift                     the X report of the shift that is open at the till
      --z NUMBER            the Z report of this number
  attention                 lists everything that needs a person
  retry SERVICE SOURCE ID|NUMBER   tries once more what a service parked of an order, an account, …
      --all                 all that is parked anywhere
  kiosk-pin                 sets the PIN that leads out of self-service
  demo                      sells a few things in a shop of its own (%1-demo), and shows what happened
  demo-shop                 makes a shop to look at (%1-demo-shop): products with pictures, stock,
                            customers and a month of orders

  --data DIR                where the shop's data lie (%1)
  --json                    for machines
  --help, --version
)")
        .arg(DataFolder::usual());
}

Result<CommandLine> CommandLine::parse(const QStringList &arguments)
{
    CommandLine line;
    const CommandSpec *spec = nullptr;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString &argument = arguments[i];
        if (!argument.startsWith(u'-')) {
            if (spec) {
                line.arguments.append(argument);
                continue;
            }
            const auto known = specs().constFind(argument);
            if (known == specs().cend())
                return Error(
                    UsageError::Wrong,
                    u"There is no command '%1'; kontor --help lists them."_s.arg(argument));
            line.command = argument;
            spec = &*known;
            continue;
        }
        const qsizetype equals = argument.indexOf(u'=');
        if (!argument.startsWith(u"--"_s))
            return Error(UsageError::Wrong,
                         u"There is no option %1; a file of this name is ./%1."_s.arg(argument));
        const QString name = argument.mid(2, equals < 0 ? -1 : equals - 2);
        if (name == u"json"_s && equals < 0) {
            line.json = true;
            continue;
        }
        if (name == u"kiosk"_s && equals < 0) {
            line.kiosk = true;
            continue;
        }
        if (name == u"all"_s && equals < 0 && spec && spec->takesAll) {
            line.options.insert(name, {});
            continue;
        }
        if (name != u"data"_s && (!spec || !spec->options.contains(name)))
            return Error(UsageError::Wrong, u"There is no option --%1 here."_s.arg(name));
        const QString value = equals < 0 ? arguments.value(++i) : argument.mid(equals + 1);
        if (value.isEmpty())
            return Error(UsageError::Wrong, u"The option --%1 needs a value."_s.arg(name));
        if (name == u"data"_s)
            line.folder = value;
        else if (name == u"map"_s)
            line.maps.append(value);
        else
            line.options.insert(name, value);
    }
    if (line.folder.isEmpty()) {
        line.folder = DataFolder::usual();
        if (line.command.startsWith(u"demo"_s))
            line.folder += u'-' + line.command;
    }
    if (const auto right = checkedArguments(line, spec); !right)
        return right.error();
    return line;
}

Result<int> CommandLine::number(const QString &name, int least, int otherwise) const
{
    const auto given = options.constFind(name);
    if (given == options.cend())
        return otherwise;
    bool isNumber = false;
    const int value = given->toInt(&isNumber);
    if (!isNumber || value < least)
        return Error(
            UsageError::Wrong,
            u"--%1 takes a whole number from %2, not '%3'."_s.arg(name).arg(least).arg(*given));
    return value;
}

} // namespace kontor
