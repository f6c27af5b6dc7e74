package dev.trimtab.benchmark.mlebench.special;

import dev.trimtab.benchmark.competition.split.RandomState;
import dev.trimtab.benchmark.metric.PythonText;
import dev.trimtab.benchmark.mlebench.recipe.SpecialStep;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** billion-word-imputation: about one in a hundred sentences loses an inner word and becomes a test sentence. */
final class MissingWords implements SpecialStep {
    private static final long LINES = 30_301_028;
    private static final long FOLDS = 1000;
    private static final double TEST = 0.01;
    private static final String HEADER = "\"id\",\"sentence\"\n";

    @Override
    public void run(Work work) throws IOException {
        Path sample = work.out("private/sample_submission.csv");
        if (Files.exists(sample)) {
            return;
        }
        Path text = work.raw("train_v2.txt");
        try (BufferedReader sentences = Files.newBufferedReader(text, StandardCharsets.UTF_8);
                BufferedWriter train = open(work.out("public/train_v2.txt"));
                BufferedWriter test = open(work.out("public/test_v2.txt"));
                BufferedWriter answers = open(work.out("private/test.csv"))) {
            test.write(HEADER);
            answers.write(HEADER);
            // every fold is a draw of its own, as large as the competition's test set
            long seed = work.fold().map(fold -> FOLDS + fold.number()).orElse(0L);
            deal(sentences, endsInLineEnd(text), new RandomState(seed), train, test, answers);
        }
        work.put(work.out("public/test_v2.txt"), sample);
    }

    private static void deal(
            BufferedReader sentences,
            boolean closed,
            RandomState random,
            BufferedWriter train,
            BufferedWriter test,
            BufferedWriter answers)
            throws IOException {
        long tests = 0;
        @Nullable String sentence = sentences.readLine();
        for (long line = 0; sentence != null && line < LINES; line++) {
            @Nullable String next = sentences.readLine();
            if (random.uniform() <= TEST && PythonText.words(sentence).size() > 2) {
                String quoted = PythonText.strip(sentence).replace("\"", "\"\"");
                answers.write(tests + ",\"" + quoted + "\"\n");
                test.write(tests + ",\"" + withoutAWord(quoted, random) + "\"\n");
                tests++;
            } else {
                train.write(next == null && !closed ? sentence : sentence + "\n");
            }
            sentence = next;
        }
    }

    /** Returns whether the last line of a text has a line end. */
    private static boolean endsInLineEnd(Path text) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(text.toFile(), "r")) {
            file.seek(Math.max(0, file.length() - 1));
            int last = file.read();
            return last == '\n' || last == '\r';
        }
    }

    private static String withoutAWord(String sentence, RandomState random) {
        List<String> words = new ArrayList<>(PythonText.words(sentence));
        words.remove(random.integer(1, words.size() - 1));
        return String.join(" ", words);
    }

    private static BufferedWriter open(Path file) throws IOException {
        return new BufferedWriter(new OutputStreamWriter(Files.newOutputStream(file), StandardCharsets.UTF_8));
    }
}
