#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures how well Skein reads, with the scorers of the gold data, and holds every figure against what it was.

    measure.py --score DIR --data DIR --cli "skein-cli" [--floors FILE]

--score   the folder with the scorers (ner.py, parse.py …)
--data    gold data that the models have not seen: what heldout.py wrote
--cli     the program; SKEIN_RESOURCES names the folder with the models to be measured

Prints a table in Markdown. Exit status 1 when a figure lies below its floor in FILE (floors.json beside this program
unless given), 2 when a scorer fails.
"""
import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

# What is measured: a name for people, the scorer, the set, the measure, and what the project wants to reach.
FIGURES = [
    ("word classes, EWT", "parse", "ewt-dev", "upos", .945),
    ("trees (LAS), EWT", "parse", "ewt-dev", "las", .80),
    ("sentences, EWT", "parse", "ewt-dev", "sent", .82),
    ("trees (LAS), GUM", "parse", "gum-dev", "las", None),
    ("names, AI text, all types", "ner", "crossner-ai-dev", "f1", .68),
    ("names, AI text, person/organization/place", "ner", "crossner-ai-dev", "plo", .82),
    ("names, politics, person/organization/place", "ner", "crossner-politics-dev", "plo", .80),
    ("names, science, person/organization/place", "ner", "crossner-science-dev", "plo", .80),
    ("names, SEC filings, person/organization/place", "ner", "sec-FIN5", "plo", .80),
    ("names, WikiGold, person/organization/place", "ner", "wikigold-wikigold", "plo", .80),
    ("names, politics, all types", "ner", "crossner-politics-dev", "f1", None),
    ("names, science, all types", "ner", "crossner-science-dev", "f1", None),
    ("names, literature, all types", "ner", "crossner-literature-dev", "f1", None),
    ("names, music, all types", "ner", "crossner-music-dev", "f1", None),
    ("names, web text (UNER)", "ner", "uner-ewt-en_ewt-ud-dev", "f1", None),
    ("names, noisy text (WNUT-17)", "ner", "wnut17-emerging.dev", "f1", None),
    ("pronouns, GAP", "coref", "gap-development", "f1", .70),
    ("names of one thing, Re-DocRED (B-cubed)", "coref", "redocred-dev", "b3", .88),
    ("the same, over the names found", "coref", "redocred-dev", "b3_linking", None),
    ("relations, KnowledgeNet, F1", "relations", "knowledgenet-train-folds123", "f1", .55),
    ("relations, KnowledgeNet, precision", "relations", "knowledgenet-train-folds123", "p", .75),
    ("company relations, CORE, F1", "relations", "core-train", "f1", .65),
    ("company relations, CORE, accuracy where both ends are found", "relations", "core-train", "acc_covered", None),
    ("relations, Re-DocRED, F1", "relations", "redocred-dev", "f1", None),
    ("open propositions, CaRB, F1", "openie", "carb-dev-minus-benchie", "f1", .47),
    ("times, WikiWars, overlap", "times", "wikiwars", "relaxed", .92),
    ("times, WikiWars, value", "times", "wikiwars", "value", .78),
    ("times, GUM, overlap", "times", "gum-dev", "relaxed", .92),
    ("times, GUM, value", "times", "gum-dev", "value", .78),
    ("article text, Readability pages", "article", "readability", "f1", .95),
    ("article text, trafilatura pages", "article", "trafilatura", "f1", .95),
]


def scored(options, scorer):
    with tempfile.NamedTemporaryFile(suffix=".json") as report:
        run = subprocess.run([sys.executable, str(Path(options.score) / f"{scorer}.py"), "--data", options.data, "--cli", options.cli,
                              "--json", report.name], capture_output=True, text=True)
        if run.returncode:
            print(f"measure.py: {scorer}.py failed: {run.stderr.strip() or run.stdout.strip()}", file=sys.stderr)
            sys.exit(2)
        return json.load(open(report.name))["sets"]


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("--score", required=True)
    parser.add_argument("--data", required=True)
    parser.add_argument("--cli", required=True)
    parser.add_argument("--floors", default=str(Path(__file__).with_name("floors.json")))
    options = parser.parse_args()
    floors = json.load(open(options.floors)) if Path(options.floors).exists() else {}

    sets = {scorer: scored(options, scorer) for scorer in dict.fromkeys(figure[1] for figure in FIGURES)}
    fallen = []
    print("| what | measured | to reach | must not fall below |\n|---|---|---|---|")
    for title, scorer, name, measure, reach in FIGURES:
        key = f"{scorer} {name} {measure}"
        value, floor = sets[scorer][name][measure], floors.get(key)
        print(f"| {title} | {value:.3f} | {'–' if reach is None else f'{reach:.3f}'} | {'–' if floor is None else f'{floor:.3f}'} |")
        if floor is not None and value < floor:
            fallen.append(f"{title}: {value:.3f} is below {floor:.3f} ({scorer}.py, {name}, {measure})")
    for line in fallen:
        print(f"measure.py: {line}", file=sys.stderr)
    sys.exit(1 if fallen else 0)


main()
