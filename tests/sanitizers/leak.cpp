// SPDX-License-Identifier: GPL-3.0-or-later
#include <QString>

int main(int argc, char **)
{
    auto *lost = new QString(argc, u'x');
    const auto length = lost->size();
    lost = nullptr;
    return length == argc ? 0 : 1;
}
