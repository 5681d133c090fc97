// SPDX-License-Identifier: GPL-3.0-or-later
#include <limits>

int main(int argc, char **)
{
    const int most = std::numeric_limits<int>::max();
    return most + argc > 0 ? 1 : 0;
}
