"""Raw folders of the competitions about texts."""
import csv
import importlib
import json

from raw import LINES, competition

NOTEBOOKS = 20_400


@competition("detecting-insults-in-social-commentary")
def insults(raw):
    def row(i):
        return [raw.rng.integers(2), raw.pick("20120618192155Z", ""), f'"{i} {raw.text()}"']
    raw.csv("train.csv", ["Insult", "Date", "Comment"], [row(f"train {i}") for i in range(60)])
    raw.csv("test_with_solutions.csv", ["Insult", "Date", "Comment", "Usage"], [row(i) + ["PrivateTest"] for i in range(50)], end="\r\n")


@competition("jigsaw-toxic-comment-classification-challenge")
def toxic(raw):
    labels = ["toxic", "severe_toxic", "obscene", "threat", "insult", "identity_hate"]
    train, test = ([raw.hex(16) for _ in range(n)] for n in (120, 80))
    tables = {
        "train.csv": raw.table(["id", "comment_text"] + labels, [[i, raw.text() + ".\r."] + [raw.rng.integers(2)] * 6 for i in train],
                               quoting=csv.QUOTE_NONNUMERIC),
        "test.csv": raw.table(["id", "comment_text"], [[i, raw.text()] for i in test]),
        "test_labels.csv": raw.table(["id"] + labels, [[i] + [raw.pick(-1, 0, 1)] * 6 for i in test]),
        "sample_submission.csv": raw.table(["id"] + labels, [[i] + [0.5] * 6 for i in test])}
    for name, table in tables.items():
        raw.zip(name + ".zip", {name: table})


@competition("spooky-author-identification")
def authors(raw):
    rows = [[f"id{i:05d}", raw.text() + "\r.", raw.pick("EAP", "HPL", "MWS")] for i in raw.rng.permutation(150)]
    raw.zip("train.zip", {"train.csv": raw.table(["id", "text", "author"], rows, quoting=csv.QUOTE_ALL)})


def normalization(raw, language, words):
    rows = [[s, t, raw.pick("PLAIN", "PUNCT"), raw.pick(*words), raw.pick(*words)]
            for s in range(400) for t in range(raw.rng.integers(1, 8))]
    raw.zip(f"{language}_train.csv.zip", {f"{language}_train.csv": raw.table(
        ["sentence_id", "token_id", "class", "before", "after"], rows, quoting=csv.QUOTE_NONNUMERIC)})
    for name in (f"{language}_test_2.csv", f"{language}_sample_submission_2.csv"):
        raw.zip(name + ".zip", {name: "id,after\n"})


@competition("text-normalization-challenge-english-language")
def english(raw):
    normalization(raw, "en", ["null", "NA", "2006", "$5", ",", '"', 'a "b"', "nan", "1.5", "N/A", "—", "None", "x,y"])


@competition("text-normalization-challenge-russian-language")
def russian(raw):
    normalization(raw, "ru", ["По", "1862", "году", ".", "«", "II", "null", "NA", "\u00a0", "12,5", "1 000", "о_trans т_trans", '"', "два\nслова",
                              "\u200b", "nan", "-0", "№ 5", "т. е.", "∞"])
    raw.clutter("extra")


@competition("AI4Code")
def notebooks(raw):
    """A few more than the 20,000 that go into the test set."""
    ids, ancestors = raw.hexes(NOTEBOOKS, 14), raw.hexes(300, 8)
    raw.csv("train_ancestors.csv", ["id", "ancestor_id", "parent_id"], [
        [i, raw.pick(*ancestors) if raw.chance(0.05) else raw.hex(8) + "0", raw.pick("", "", raw.pick(*ids))] for i in ids])
    orders = []
    for i in ids:
        cells = raw.ids(1 + raw.below(3), lambda: raw.hex(8))
        orders.append([i, " ".join(raw.rng.permutation(cells))])
        raw.json(f"train/{i}.json", {"cell_type": {c: raw.pick("code", "markdown") for c in cells},
                                     "source": {c: raw.pick("x = 1\n", "# Überschrift 😀", '"a"\\n', float("nan")) for c in cells}})
    raw.csv("train_orders.csv", ["id", "cell_order"], [orders[k] for k in raw.rng.permutation(len(orders))])


@competition("facebook-recruiting-iii-keyword-extraction")
def keywords(raw):
    rows = [[i + 1, raw.text(LINES), f"<p>{raw.text()}</p>\r\n<pre><code>{raw.text()}\n</code></pre>" if raw.chance(0.95) else raw.text(),
             raw.pick("null", "nan", "c# java", "php", "python r", ".net asp.net", "7e5", "007", "")] for i in range(3000)]
    raw.zip("Train.zip", {"Train.csv": raw.table(["Id", "Title", "Body", "Tags"], rows + rows[:40], quoting=csv.QUOTE_ALL)})


@competition("google-quest-challenge")
def questions(raw):
    labels = importlib.import_module("mlebench.competitions.google-quest-challenge.classes").CLASSES

    def label(name):
        if name == "question_type_spelling":
            return raw.pick("0.333333333333333", "0.666667", "1.0") if raw.chance(0.004) else "0.0"
        return raw.pick("1.0", "0.0", "0.5", "0.8888888888888888", "0.666667", "0.44444444444444436", "0.333333")
    rows = [[i, raw.text(), raw.text(), raw.text(LINES), f"https://photo.stackexchange.com/users/{i}", raw.text(), raw.pick("ysap", "007", "nan"),
             "https://x", "http://y?a=1,2", raw.pick("LIFE_ARTS", "CULTURE"), "photo.stackexchange.com"] + [label(name) for name in labels]
            for i in raw.rng.permutation(700)]
    raw.csv("train.csv", ["qa_id", "question_title", "question_body", "question_user_name", "question_user_page", "answer",
                          "answer_user_name", "answer_user_page", "url", "category", "host"] + labels, rows)


@competition("jigsaw-unintended-bias-in-toxicity-classification")
def comments(raw):
    shares = [f"share_{i}" for i in range(31)]
    header = ["id", "comment_text", "created_date", "publication_id", "parent_id", "article_id", "rating", "funny", "wow", "sad", "likes",
              "disagree", "toxicity"] + shares + ["toxicity_annotator_count"]

    def rows(first, count):
        return [[first + i, raw.text(), "2017-05-31 16:20:58.266193+00", raw.pick(21, 102), raw.some(1234.0, 0.5), 26662,
                 raw.pick("approved", "rejected"), 0, 0, 1, 2, 0, 0.373134328358209] + [raw.some(raw.number(), 0.3) for _ in shares] + [67]
                for i in range(count)]
    raw.csv("train.csv", header, rows(59848, 200), end="\r\n")
    raw.csv("test_private_expanded.csv", header, rows(7000000, 1500))
    raw.csv("test.csv", ["id", "comment_text"], [])


@competition("learning-agency-lab-automated-essay-scoring-2")
def essays(raw):
    raw.csv("train.csv", ["essay_id", "full_text", "score"], [
        [i, "\n\n".join(raw.text() for _ in range(8)), raw.pick(1, 2, 2, 3, 3, 3, 4, 5, 6)] for i in raw.hexes(1500, 7)])


@competition("lmsys-chatbot-arena")
def battles(raw):
    def turns():
        return json.dumps([raw.pick(raw.text(), None, "```python\nprint(\"x\")\n```") for _ in range(raw.rng.integers(1, 5))],
                          ensure_ascii=raw.chance(0.5)).replace("\\ud83d\\ude00", "\\ud83d")
    rows = []
    for i in raw.ids(2000, lambda: int(raw.rng.integers(30192, 2**32))):
        winner = raw.below(3)
        rows.append([i, raw.pick("gpt-4-1106-preview", "koala-13b"), raw.pick("vicuna-13b", "None"), turns(), turns(), turns()]
                    + [int(winner == k) for k in range(3)])
    raw.csv("train.csv", ["id", "model_a", "model_b", "prompt", "response_a", "response_b", "winner_model_a", "winner_model_b",
                          "winner_tie"], rows)


@competition("movie-review-sentiment-analysis-kernels-only")
def phrases(raw):
    words = ["A series of escapades", "A", "``", "''", "null", "NA", "nan", "None", " ", "'s", "n't", "1.8", "007", "-LRB-", "café", "\u00a0", "a \" b",
             "\\", "#", "True"]
    rows = [[i + 1, 1 + i // 9, " ".join(raw.pick(*words) for _ in range(1 + raw.below(3))), raw.pick(0, 1, 2, 2, 2, 3, 4)] for i in range(4000)]
    table = "".join("\t".join(map(str, row)) + "\n" for row in [["PhraseId", "SentenceId", "Phrase", "Sentiment"]] + rows)
    raw.zip("train.tsv.zip", {"train.tsv": table})
    raw.zip("test.tsv.zip", {"test.tsv": "PhraseId\tSentenceId\tPhrase\n"})


@competition("tweet-sentiment-extraction")
def tweets(raw):
    rows = [[i, *[raw.text(LINES) + raw.pick("", " http://twitpic.com/4w75p", " **** ", "\t") for _ in range(2)], raw.pick("neutral", "negative")]
            for i in raw.hexes(2500, 10)]
    rows[7][1:3] = ["", ""]
    raw.csv("train.csv", ["textID", "text", "selected_text", "sentiment"], rows, quoting=csv.QUOTE_NONNUMERIC, end="\r\n")


@competition("us-patent-phrase-to-phrase-matching")
def patents(raw):
    raw.csv("train.csv", ["id", "anchor", "target", "context", "score"], [
        [i, raw.pick("abatement", "el display", "nan", "1,2 diol"), raw.pick("act of abating", "null", "0", "3d", "inf"),
         raw.pick("A47", "H01", "E04", "1E5"), raw.pick("0.5", "0.75", "0.25", "0.0", "1.0", "0")] for i in raw.hexes(2500, 16)])


@competition("chaii-hindi-and-tamil-question-answering")
def passages(raw):
    """Contexts so long that pandas reads few rows at a time, some of them with nothing but numbers for answers."""
    def row(i):
        answer = raw.pick("1998", "०७", "007", "42.50", "1e3") if i < 100 or raw.chance(0.6) else raw.pick("बर்லின்", "nan", "12 ஜூன்", "True", '"', "")
        return [raw.hex(9), (raw.text() + " இந்தியா भारत\n") * (1 + raw.below(900)), raw.text() + "?", answer, raw.below(9000), raw.pick("hindi", "tamil")]
    raw.csv("train.csv", ["id", "context", "question", "answer_text", "answer_start", "language"], [row(i) for i in range(400)])


@competition("billion-word-imputation")
def sentences(raw):
    words = ["The", "U.S.", '"', "isn", "'t", ",", "naïve", "x\x1cy", "\x85", "\u2028", "a\u00a0b", "\t", "", "—", "漢字", "\x0b", "\x1f", "1,000", "\u3000"]
    lines = [" ".join(raw.pick(*words) for _ in range(raw.below(14))) + raw.pick(" .\n", "\n", "\r\n", " \n", "\r") for _ in range(30_000)]
    raw.zip("train_v2.txt.zip", {"train_v2.txt": "".join(lines) + "the last line of all"})
    raw.zip("test_v2.txt.zip", {"test_v2.txt": '"id","sentence"\n'})


@competition("tensorflow2-question-answering")
def articles(raw):
    def span(top=500):
        start = raw.below(top)
        return {"start_token": start, "end_token": start + raw.below(90)}

    def line():
        answered = raw.chance(0.5)
        return {"document_text": " ".join(raw.pick("<P>", "</P>", "Email", "a/b", "\\", '"q"', "é漢😀", "\t", "\x7f", "&amp;", "\u2028") for _ in range(40)),
                "long_answer_candidates": [span() | {"top_level": raw.pick(True, False)} for _ in range(raw.below(4))],
                "question_text": raw.pick("who is he", "1998", "what's \"x\"", "na"),
                "annotations": [{"yes_no_answer": raw.pick("NONE", "NONE", "YES", "NO"),
                                 "long_answer": span() | {"candidate_index": 3} if answered else
                                 {"start_token": -1, "candidate_index": -1, "end_token": -1},
                                 "short_answers": [span() for _ in range(raw.below(3))] if answered else [],
                                 "annotation_id": int(raw.rng.integers(0, 2**63 - 1))}],
                "document_url": "https://en.wikipedia.org//w/index.php?title=Café&amp;oldid=1",
                "example_id": int(raw.rng.integers(-2**63, 2**63 - 1))}
    raw.file("simplified-nq-train.jsonl", "".join(json.dumps(line(), ensure_ascii=raw.chance(0.5)) + "\n" for _ in range(2100)))
    raw.file("simplified-nq-test.jsonl", "")
