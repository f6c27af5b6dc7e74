package dev.trimtab.benchmark.mlebench.raw;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Raw folders of competitions of texts. */
final class TextRaw {
    static final List<String> TOXIC = List.of("toxic", "severe_toxic", "obscene", "threat", "insult", "identity_hate");
    static final Map<String, Consumer<RawFiles>> ALL = Map.ofEntries(
            Map.entry("chaii-hindi-and-tamil-question-answering", TextRaw::chaii),
            Map.entry("detecting-insults-in-social-commentary", TextRaw::insults),
            Map.entry("facebook-recruiting-iii-keyword-extraction", TextRaw::facebook),
            Map.entry("jigsaw-toxic-comment-classification-challenge", TextRaw::toxic),
            Map.entry("jigsaw-unintended-bias-in-toxicity-classification", TextRaw::bias),
            Map.entry("learning-agency-lab-automated-essay-scoring-2", TextRaw::essays),
            Map.entry("lmsys-chatbot-arena", TextRaw::arena),
            Map.entry("movie-review-sentiment-analysis-kernels-only", TextRaw::movies),
            Map.entry("spooky-author-identification", TextRaw::spooky),
            Map.entry("text-normalization-challenge-english-language", raw -> normalization(raw, "en")),
            Map.entry("text-normalization-challenge-russian-language", raw -> normalization(raw, "ru")),
            Map.entry("tweet-sentiment-extraction", TextRaw::tweets),
            Map.entry("us-patent-phrase-to-phrase-matching", TextRaw::patents));

    private TextRaw() {}

    private static void chaii(RawFiles raw) {
        raw.csv(
                "train.csv",
                60,
                "id: hex 9",
                "context: nasty",
                "question: nasty",
                "answer_text: words 3",
                "answer_start: int 0 9000",
                "language: pick hindi|tamil");
    }

    private static void insults(RawFiles raw) {
        raw.csv("train.csv", 40, "Insult: int 0 1", "Date: pick 20120618192155Z|", "Comment: hex 20");
        raw.csv(
                "test_with_solutions.csv",
                30,
                "Insult: int 0 1",
                "Date: pick 20120618192155Z|",
                "Comment: hex 20",
                "Usage: pick PrivateTest|PublicTest");
    }

    private static void facebook(RawFiles raw) {
        raw.csv("Train.csv", 80, "Id: seq 1", "Title: nasty", "Body: nasty", "Tags: pick c# java|php|1.0 python");
        raw.packed("Train.zip", "Train.csv");
    }

    private static void toxic(RawFiles raw) {
        List<String> labels = TOXIC.stream().map(name -> name + ": int 0 1").toList();
        List<String> train = new ArrayList<>(List.of("id: hex 16", "comment_text: nasty"));
        train.addAll(labels);
        raw.csv("train.csv", 50, train.toArray(String[]::new));
        RawFiles.Rows test = raw.csv("test.csv", 30, "id: hex 16", "comment_text: nasty");
        String ids = String.join("|", test.column("id"));
        List<String> answers = new ArrayList<>(List.of("id: cycle " + ids));
        TOXIC.forEach(name -> answers.add(name + ": cycle -1|0|1|0|1|1|0"));
        raw.csv("test_labels.csv", 30, answers.toArray(String[]::new));
        List<String> sample = new ArrayList<>(List.of("id: cycle " + ids));
        TOXIC.forEach(name -> sample.add(name + ": const 0.5"));
        raw.csv("sample_submission.csv", 30, sample.toArray(String[]::new));
        for (String name : List.of("train", "test", "test_labels", "sample_submission")) {
            raw.packed(name + ".csv.zip", name + ".csv");
        }
    }

    private static void bias(RawFiles raw) {
        List<String> columns = new ArrayList<>(List.of("id: seq 7000000", "comment_text: nasty", "toxicity: real 4"));
        List<String> identities = List.of(
                "male",
                "female",
                "homosexual_gay_or_lesbian",
                "christian",
                "jewish",
                "muslim",
                "black",
                "white",
                "psychiatric_or_mental_illness");
        List<String> members =
                identities.stream().map(name -> name + ": pick 0.0|1.0|0.6|").toList();
        columns.addAll(members);
        for (int i = columns.size(); i < 45; i++) {
            columns.add("extra" + i + ": int? 0 9");
        }
        raw.csv("test_private_expanded.csv", 120, columns.toArray(String[]::new));
        List<String> train =
                new ArrayList<>(List.of("id: seq 1", "target: pick 0.0|0.2|0.6|1.0", "comment_text: nasty"));
        train.addAll(members);
        raw.csv("train.csv", 120, train.toArray(String[]::new));
    }

    private static void essays(RawFiles raw) {
        raw.csv("train.csv", 70, "essay_id: hex 7", "full_text: nasty", "score: int 1 6");
    }

    private static void arena(RawFiles raw) {
        raw.csv(
                "train.csv",
                60,
                "id: seq 30192",
                "model_a: words 1",
                "model_b: words 1",
                "prompt: nasty",
                "response_a: nasty",
                "response_b: nasty",
                "winner_model_a: cycle 1|0|0",
                "winner_model_b: cycle 0|1|0",
                "winner_tie: cycle 0|0|1");
    }

    private static void movies(RawFiles raw) {
        raw.csv("train.tsv", 80, "PhraseId: seq 1", "SentenceId: group 1 3", "Phrase: words 8", "Sentiment: int 0 4");
        raw.packed("train.tsv.zip", "train.tsv");
    }

    private static void spooky(RawFiles raw) {
        raw.csv("train.csv", 60, "id: hex 7", "text: nasty", "author: pick EAP|HPL|MWS");
        raw.packed("train.zip", "train.csv");
    }

    private static void normalization(RawFiles raw, String language) {
        raw.csv(
                language + "_train.csv",
                200,
                "sentence_id: group 1 4",
                "token_id: cycle 0|1|2|3",
                "class: pick PLAIN|PUNCT|CARDINAL",
                "before: nasty",
                "after: nasty");
        raw.csv(language + "_test_2.csv", 8, "sentence_id: group 1 4", "token_id: cycle 0|1|2|3", "before: words 1");
        raw.csv(language + "_sample_submission_2.csv", 8, "id: hex 5", "after: words 1");
        for (String name : List.of("_train", "_test_2", "_sample_submission_2")) {
            raw.packed(language + name + ".csv.zip", language + name + ".csv");
        }
    }

    private static void tweets(RawFiles raw) {
        raw.csv(
                "train.csv",
                60,
                "textID: hex 10",
                "text: nasty",
                "selected_text: words? 3",
                "sentiment: pick neutral|positive");
    }

    private static void patents(RawFiles raw) {
        raw.csv(
                "train.csv",
                60,
                "id: hex 16",
                "anchor: words 2",
                "target: nasty",
                "context: pick A47|H01",
                "score: pick 0.0|0.25|0.5|0.75|1.0");
    }
}
