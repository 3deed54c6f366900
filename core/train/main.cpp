// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/grammar.h"
#include "core/train/commands.h"

#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace {

// The K of "--hold-out K" at the end of the arguments; -1 when there is none.
int heldOut(int argc, char** argv)
{
    return argc >= 6 && std::strcmp(argv[argc - 2], "--hold-out") == 0 ? std::atoi(argv[argc - 1]) : -1;
}

} // namespace

int main(int argc, char** argv)
{
    if (argc >= 4 && std::strcmp(argv[1], "claims") == 0) return skein::trainClaims(argv[2], argv[3], heldOut(argc, argv));
    if (argc >= 4 && std::strcmp(argv[1], "calibrate") == 0) return skein::calibrateClaims(argv[2], argv[3], heldOut(argc, argv));
    if (argc >= 2 && std::strcmp(argv[1], "analyse") == 0) return skein::analyseLines(argc > 2 ? argv[2] : "");
    if ((argc == 5 || argc == 6) && std::strcmp(argv[1], "grammar") == 0)
        return skein::trainGrammar(argv[2], argv[3], argv[4], argc == 6 ? std::atoi(argv[5]) : 10);
    if ((argc == 4 || (argc == 6 && std::strcmp(argv[4], "--hold-out") == 0)) && std::strcmp(argv[1], "names") == 0)
        return skein::trainNames(argv[2], argv[3], argc == 6 ? std::atoi(argv[5]) : -1);
    if (argc >= 4 && std::strcmp(argv[1], "coreference") == 0)
        return skein::trainCoreference(argv[2], argv[3], heldOut(argc, argv));
    std::fputs("usage: skein-train grammar EWT.conllu GUM-FOLDER MODEL [ROUNDS]\n"
               "       skein-train claims DATA MODEL [--hold-out K]\n"
               "       skein-train calibrate DATA MODEL [--hold-out K]\n"
               "       skein-train names DATA MODEL [--hold-out 0…4]\n"
               "       skein-train coreference DATA MODEL [--hold-out K]\n"
               "       skein-train analyse [MODEL] < lines\n",
               stderr);
    return 2;
}
