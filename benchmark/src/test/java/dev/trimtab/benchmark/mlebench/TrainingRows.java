package dev.trimtab.benchmark.mlebench;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trimtab.benchmark.competition.Competition;
import dev.trimtab.benchmark.mlebench.archive.Unpacking;
import dev.trimtab.benchmark.mlebench.archive.WholeFiles;
import dev.trimtab.benchmark.mlebench.json.JsonFiles;
import dev.trimtab.benchmark.mlebench.recipe.Part;
import dev.trimtab.benchmark.mlebench.recipe.Preparation;
import dev.trimtab.benchmark.mlebench.recipe.Preparation.Pack;
import dev.trimtab.benchmark.mlebench.recipe.Preparation.Table;
import dev.trimtab.benchmark.mlebench.recipe.Preparation.Write;
import dev.trimtab.benchmark.mlebench.table.PandasTable;
import dev.trimtab.benchmark.mlebench.table.Reading;
import dev.trimtab.runtime.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The training rows that a public folder shows, as texts without the ids that are given anew. */
final class TrainingRows {
    private static final Pattern ROWS = Pattern.compile("'shape': \\((\\d+)");

    /** What a row is, and where, in competitions whose recipe has no table. */
    private static final Map<String, String> ELSEWHERE = Map.ofEntries(
            entry("3d-object-detection-for-autonomous-vehicles", "table train.csv"),
            entry("alaska2-image-steganalysis", "files Cover"),
            entry("billion-word-imputation", "lines train_v2.txt"),
            entry("cdiscount-image-classification-challenge", "bson train.bson"),
            entry("denoising-dirty-documents", "files train"),
            entry("dogs-vs-cats-redux-kernels-edition", "files train"),
            entry("google-research-identify-contrails-reduce-global-warming", "json train_metadata.json"),
            entry("herbarium-2020-fgvc7", "files nybg2020/train"),
            entry("herbarium-2021-fgvc8", "files train"),
            entry("herbarium-2022-fgvc9", "files train_images"),
            entry("icecube-neutrinos-in-deep-ice", "files train"),
            entry("inaturalist-2019-fgvc6", "files train_val2019"),
            entry("iwildcam-2020-fgvc7", "files train"),
            entry("ml2021spring-hw2", "npy timit_11/timit_11/train_11.npy"),
            entry("mlsp-2013-birds", "labels essential_data/rec_labels_test_hidden.txt"),
            entry("plant-seedlings-classification", "files train"),
            entry("random-acts-of-pizza", "json train.json"),
            entry("rsna-2022-cervical-spine-fracture-detection", "table train.csv"),
            entry("smartphone-decimeter-2022", "files train"),
            entry("stanford-covid-vaccine", "json train.json"),
            entry("statoil-iceberg-classifier-challenge", "json train.json"),
            entry("tensorflow-speech-recognition-challenge", "files train/audio"),
            entry("tensorflow2-question-answering", "lines simplified-nq-train.jsonl"));

    private final String id;
    private final Preparation recipe;
    private final Path scratch;

    /**
     * @param competition whose rows
     * @param scratch a folder for what is unpacked
     */
    TrainingRows(Competition competition, Path scratch) {
        this.id = competition.id();
        this.recipe = RecipePreparer.refoldRecipe(competition);
        this.scratch = scratch;
    }

    List<String> of(Path publicDir) throws IOException {
        if (recipe.table().isPresent()) {
            return ofRecipe(publicDir, recipe.table().get());
        }
        String[] where = ELSEWHERE.get(id).split(" ", 2);
        Path place = find(publicDir, where[1]);
        return switch (where[0]) {
            case "files" -> files(place);
            case "lines" -> Files.readAllLines(place);
            case "labels" -> labels(place);
            case "json" -> json(place);
            case "bson" -> bson(place);
            case "npy" -> npy(place);
            default -> table(Reading.of(place), Set.of());
        };
    }

    private List<String> ofRecipe(Path publicDir, Table table) throws IOException {
        Optional<Write> training = recipe.write().stream()
                .filter(write -> write.rows() == Part.TRAIN && write.file().startsWith("public/"))
                .findFirst();
        String file = training.map(write -> write.file().substring("public/".length()))
                .orElse(table.file());
        return table(
                new Reading(find(publicDir, file), Set.copyOf(table.text()), Reading.Precision.ROUND_TRIP, Map.of()),
                training.map(Write::set).orElse(Map.of()).keySet());
    }

    private static List<String> table(Reading reading, Set<String> renumbered) throws IOException {
        PandasTable table = PandasTable.scan(reading);
        List<String> rows = new ArrayList<>();
        table.forEach((number, cells) -> {
            List<String> kept = new ArrayList<>();
            for (int i = 0; i < cells.length; i++) {
                if (!renumbered.contains(table.header().get(i))) {
                    kept.add(cells[i]);
                }
            }
            rows.add(String.join("|", kept));
        });
        return rows;
    }

    private static List<String> files(Path folder) throws IOException {
        List<String> rows = new ArrayList<>();
        for (Path file : WholeFiles.filesBelow(folder)) {
            if (!file.endsWith("metadata.json")) {
                rows.add(Sha256.of(Files.readAllBytes(file)));
            }
        }
        return rows;
    }

    /** The labels of recordings that have some. */
    private static List<String> labels(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .skip(1)
                .map(line -> line.replaceFirst("^\\d+,?", ""))
                .filter(labels -> !labels.equals("?"))
                .toList();
    }

    /** The elements of an array, or a value a line; one may know its number, which is given anew. */
    private static List<String> json(Path file) throws IOException {
        List<String> rows = new ArrayList<>();
        try (MappingIterator<JsonNode> values =
                JsonFiles.MAPPER.readerFor(JsonNode.class).readValues(file.toFile())) {
            while (values.hasNextValue()) {
                JsonNode row = values.nextValue();
                ((ObjectNode) row).remove("index");
                rows.add(row.toString());
            }
        }
        return rows;
    }

    private static List<String> bson(Path file) throws IOException {
        ByteBuffer all = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        List<String> rows = new ArrayList<>();
        while (all.hasRemaining()) {
            byte[] record = new byte[all.getInt(all.position())];
            all.get(record);
            rows.add(Sha256.of(record));
        }
        return rows;
    }

    private static List<String> npy(Path file) throws IOException {
        byte[] all = Files.readAllBytes(file);
        Matcher shape = ROWS.matcher(new String(all, StandardCharsets.ISO_8859_1));
        if (!shape.find()) {
            throw new AssertionError(file + " tells no shape");
        }
        int rows = Integer.parseInt(shape.group(1));
        int header = new String(all, StandardCharsets.ISO_8859_1).indexOf('\n') + 1;
        int length = (all.length - header) / rows;
        List<String> texts = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            int from = header + row * length;
            texts.add(Arrays.toString(Arrays.copyOfRange(all, from, from + length)));
        }
        return texts;
    }

    /** Returns a public file or folder, unpacked if it is in an archive. */
    private Path find(Path publicDir, String name) throws IOException {
        Path root = publicDir.resolveSibling("");
        for (Pack pack : recipe.pack()) {
            if (!pack.keep() && pack.source().equals("public/" + name)) {
                Path folder = Files.createDirectories(scratch).resolve(Integer.toHexString(root.hashCode()));
                Unpacking.unpack(root.resolve(pack.to()), pack.inside() ? folder.resolve(name) : folder);
                return folder.resolve(name);
            }
        }
        return publicDir.resolve(name);
    }
}
