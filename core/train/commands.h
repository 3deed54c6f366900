// SPDX-License-Identifier: GPL-3.0-or-later
// What skein-train can be asked to do; each returns the program's exit status.
#pragma once

#include <string>

namespace skein {

// Trains resources/models/grammar-en.model from gold trees; `rounds` times over the examples.
int trainGrammar(const std::string& ewtTrain, const std::string& gumTrain, const std::string& outFile,
                 int rounds);

// Trains resources/models/names-en.model from the sets below `data`, with the lexicons and the grammar beside the model.
// holdOut: the fifth that is left out, for measuring; −1: nothing.
int trainNames(const std::string& data, const std::string& outFile, int holdOut);

// Trains resources/models/coreference-en.model from GAP and the entities of GUM in the folder of the data sets, as the other
// models and lexicons in the folder of resources (SKEIN_RESOURCES in the environment) read them. With `holdOut` 0 … 4 without the parts that
// tests/quality/heldout.py keeps, on which it then tells the scores; -1: with everything.
int trainCoreference(const std::string& data, const std::string& outFile, int holdOut);

// Reads lines {"id", "text"} and writes sentences and tokens as `skein-cli analyse --tokens` does, blocks being what empty
// lines part; tells the speed on standard error. Without a model file: by rules alone.
int analyseLines(const std::string& modelFile);

// Trains resources/models/claims-en.model from the gold relations in the data folder, with the finders that the other
// resources make. `heldOut` in 0 … 4: without that fifth of every set, on which it then reports; -1: on everything.
int trainClaims(const std::string& data, const std::string& modelFile, int heldOut);

// Prints how well the confidences of all claims hold on the held-out fifth (-1: on everything).
int calibrateClaims(const std::string& data, const std::string& modelFile, int heldOut);

} // namespace skein
