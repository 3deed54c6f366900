// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/grammar.h"
#include "core/train/commands.h"

#include <cstdio>
#include <cstring>

int main(int argc, char** argv)
{
    if (argc >= 2 && std::strcmp(argv[1], "analyse") == 0) return skein::analyseLines(argc > 2 ? argv[2] : "");
    std::fputs("usage: skein-train analyse [MODEL] < lines\n", stderr);
    return 2;
}
