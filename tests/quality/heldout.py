#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes a data folder that holds nothing but what a model trained with `skein-train … --hold-out K` has not seen.

    heldout.py DATA OUT K        K is 0 … 4; OUT is made anew

Sets with a development file of their own (CrossNER, WNUT-17, GUM, EWT) keep that file. Sets that are one file keep the
units [K·n/5, (K+1)·n/5) in the order of the file: sentences of WikiGold, SEC and UNER, passages of GAP, documents of
Re-DocRED and WikiWars, instances of CORE, documents of KnowledgeNet sorted by id. What no model is trained on (CaRB, pages)
is kept whole.
"""
import csv
import io
import json
import re
import shutil
import sys
from pathlib import Path

FOLDS = 5


def fold(items, k):
    return items[k * len(items) // FOLDS:(k + 1) * len(items) // FOLDS]


def read(path):
    return path.read_bytes().decode("utf-8").replace("\r\n", "\n")


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode("utf-8"))


def copy(data, out, *patterns):
    for pattern in patterns:
        for path in sorted(data.glob(pattern)):
            target = out / path.relative_to(data)
            target.parent.mkdir(parents=True, exist_ok=True)
            if path.is_dir():
                shutil.copytree(path, target)
            else:
                shutil.copy(path, target)


def sentences(text):
    """Blocks of a column file that hold words: what lies between empty lines, comments and document marks apart."""
    def has_word(block):
        return any(line.strip() and not line.startswith("#") and not line.startswith("-DOCSTART-") for line in block.split("\n"))
    return [block for block in re.split(r"\n[ \t]*\n", text) if has_word(block)]


def names(data, out, k):
    copy(data, out, "ner/crossner/*/*dev*", "ner/wnut17/*dev*")
    for path in ["ner/wikigold/wikigold.conll.txt", "ner/sec/FIN5.txt", "ner/uner-ewt/en_ewt-ud-dev.iob2"]:
        write(out / path, "\n\n".join(fold(sentences(read(data / path)), k)) + "\n")


def coreference(data, out, k):
    text = read(data / "coref/gap/gap-development.tsv")
    rows = list(csv.reader(io.StringIO(text), delimiter="\t", quoting=csv.QUOTE_NONE))
    write(out / "coref/gap/gap-development.tsv", "".join("\t".join(row) + "\n" for row in rows[:1] + fold(rows[1:], k)))
    documents = json.loads(read(data / "coref/redocred/dev_revised.json"))
    write(out / "coref/redocred/dev_revised.json", json.dumps(fold(documents, k), ensure_ascii=False))


def relations(data, out, k):
    lines = [line for line in read(data / "relations/knowledgenet/train-folds123.jsonl").split("\n") if line.strip()]
    ids = [json.loads(line)["doc"] for line in lines]
    kept = set(fold(sorted(set(ids)), k))
    write(out / "relations/knowledgenet/train-folds123.jsonl",
          "".join(line + "\n" for line, document in zip(lines, ids) if document in kept))
    write(out / "relations/core/train.json",
          json.dumps(fold(json.loads(read(data / "relations/core/train.json")), k), ensure_ascii=False))


def times(data, out, k):
    copy(data, out, "time/gum/*dev*")
    for path in fold(sorted((data / "time/wikiwars").glob("*.xml")), k):
        copy(data, out, str(path.relative_to(data)))


def main():
    if len(sys.argv) != 4 or sys.argv[3] not in "01234":
        sys.exit(__doc__)
    data, out, k = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
    if not (data / "ner").is_dir():
        sys.exit(f"heldout.py: {data} holds no data sets; name the folder that has ner, coref, relations …")
    shutil.rmtree(out, ignore_errors=True)
    names(data, out, k)
    coreference(data, out, k)
    relations(data, out, k)
    times(data, out, k)
    copy(data, out, "openie/*", "html/*", "treebank/ewt-dev.conllu", "treebank/gum/dev")


main()
