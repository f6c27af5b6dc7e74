package dev.trimtab.benchmark.mlebench.special;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trimtab.benchmark.competition.split.Permutation;
import dev.trimtab.benchmark.mlebench.archive.WholeFiles;
import dev.trimtab.benchmark.mlebench.json.JsonFiles;
import dev.trimtab.benchmark.mlebench.json.PandasJson;
import dev.trimtab.benchmark.mlebench.recipe.SpecialStep;
import dev.trimtab.benchmark.mlebench.table.PandasWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** stanford-covid-vaccine: test sequences are drawn of the clean ones; every position of one is an answer. */
final class VaccineSequences implements SpecialStep {
    private static final List<String> PREDICTED =
            List.of("reactivity", "deg_Mg_pH10", "deg_pH10", "deg_Mg_50C", "deg_50C");
    private static final String ZERO = "0.0000000000";

    @Override
    public void run(Work work) throws IOException {
        List<ObjectNode> sequences = lines(work.raw("train.json"));
        List<String> shown = new ArrayList<>();
        lines(work.raw("test.json")).get(0).fieldNames().forEachRemaining(shown::add);
        Set<String> numbers = columns(sequences, JsonNode::isNumber);
        Set<String> whole = columns(sequences, VaccineSequences::isWhole);
        BitSet held = held(work, sequences);
        StringBuilder train = new StringBuilder();
        StringBuilder test = new StringBuilder();
        List<String[]> answers = new ArrayList<>();
        List<String[]> sample = new ArrayList<>();
        int trains = 0;
        int tests = 0;
        for (int i = 0; i < sequences.size(); i++) {
            ObjectNode sequence = sequences.get(i);
            numbers.forEach(name -> sequence.put(name, sequence.get(name).asDouble()));
            whole.forEach(name -> sequence.put(name, sequence.get(name).asLong()));
            if (held.get(i)) {
                addAnswers(sequence, answers, sample);
                test.append(PandasJson.text(some(sequence, shown).put("index", tests++)))
                        .append('\n');
            } else {
                train.append(PandasJson.text(sequence.put("index", trains++))).append('\n');
            }
        }
        write(work.out("public/train.json"), train);
        write(work.out("public/test.json"), test);
        List<String> header = new ArrayList<>(List.of("id_seqpos"));
        header.addAll(PREDICTED);
        PandasWriter.write(work.out("public/sample_submission.csv"), header, sample);
        header.add("keep");
        PandasWriter.write(work.out("private/test.csv"), header, answers);
    }

    private static BitSet held(Work work, List<ObjectNode> sequences) {
        int[] clean = IntStream.range(0, sequences.size())
                .filter(i -> sequences.get(i).get("SN_filter").asDouble() > 0)
                .toArray();
        int[] chosen = work.fold().isPresent()
                ? work.split(clean.length).test()
                : Arrays.copyOf(Permutation.of(clean.length, 0), (int)
                        (sequences.size() * Objects.requireNonNull(work.rule().test())));
        BitSet held = new BitSet();
        Arrays.stream(chosen).forEach(i -> held.set(clean[i]));
        return held;
    }

    /** Returns the columns all of whose values are of a kind. Pandas gives the numbers of a column one type, integers if all are whole. */
    private static Set<String> columns(List<ObjectNode> sequences, Predicate<JsonNode> kind) {
        Set<String> columns = new HashSet<>();
        sequences.get(0).fieldNames().forEachRemaining(columns::add);
        sequences.forEach(sequence -> columns.removeIf(name -> !kind.test(sequence.path(name))));
        return columns;
    }

    private static boolean isWhole(JsonNode value) {
        return value.isNumber() && value.asDouble() == Math.rint(value.asDouble());
    }

    private static void addAnswers(ObjectNode sequence, List<String[]> answers, List<String[]> sample) {
        int scored = sequence.get("seq_scored").asInt();
        for (int i = 0; i < sequence.get("seq_length").asInt(); i++) {
            List<String> row = new ArrayList<>(List.of(sequence.get("id").asText() + "_" + i));
            List<String> guess = new ArrayList<>(row);
            for (String name : PREDICTED) {
                row.add(i < scored ? fixed(sequence.get(name).get(i).asDouble()) : ZERO);
                guess.add(ZERO);
            }
            row.add(i < scored ? "True" : "False");
            answers.add(row.toArray(String[]::new));
            sample.add(guess.toArray(String[]::new));
        }
    }

    private static String fixed(double value) {
        String digits = String.format(Locale.ROOT, "%.10f", new BigDecimal(Math.abs(value)));
        // a decimal number of Java's has no negative zero
        return Math.copySign(1, value) < 0 ? "-" + digits : digits;
    }

    private static ObjectNode some(ObjectNode sequence, List<String> names) {
        ObjectNode some = JsonFiles.MAPPER.createObjectNode();
        names.forEach(name -> some.set(name, sequence.get(name)));
        return some;
    }

    private static List<ObjectNode> lines(Path file) throws IOException {
        List<ObjectNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            JsonNode value = JsonFiles.MAPPER.readTree(line);
            if (value.isObject()) {
                lines.add((ObjectNode) value);
            }
        }
        return lines;
    }

    private static void write(Path file, StringBuilder text) throws IOException {
        WholeFiles.write(file, out -> out.write(text.toString().getBytes(StandardCharsets.US_ASCII)));
    }
}
