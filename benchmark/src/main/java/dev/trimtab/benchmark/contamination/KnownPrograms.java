package dev.trimtab.benchmark.contamination;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.trimtab.runtime.InfrastructureError;
import dev.trimtab.runtime.IoReason;
import dev.trimtab.runtime.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Programs that a solution may have been copied from, such as a competition's best public notebooks.
 *
 * @param fingerprints by the file's path below the folder
 */
record KnownPrograms(Map<String, List<Integer>> fingerprints) {
    private static final JsonMapper JSON = new JsonMapper();

    /**
     * Reads every {@code .py}, {@code .java} and {@code .ipynb} file below a folder; of a notebook the cells of code.
     *
     * @throws UserError if there is no such folder or nothing in it to compare with, or a notebook is none
     */
    static KnownPrograms in(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new UserError("there is no folder " + folder + " of programs to compare with");
        }
        Map<String, List<Integer>> fingerprints = new LinkedHashMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .sorted(Comparator.comparing(Path::toString))
                    .toList()) {
                CodeLanguage.ofFile(file.toString())
                        .ifPresent(language -> fingerprints.put(
                                folder.relativize(file).toString(),
                                Winnowing.DOLOS.fingerprints(language.tokens(code(file)))));
            }
        } catch (IOException e) {
            throw new InfrastructureError("cannot read " + folder + ": " + IoReason.of(e), e);
        }
        if (fingerprints.isEmpty()) {
            throw new UserError(folder + " holds no .py, .java or .ipynb file to compare with");
        }
        return new KnownPrograms(fingerprints);
    }

    /** Returns how alike a program is to each, most alike first. */
    List<Likeness> alike(String name, CodeLanguage language, String code) {
        List<Integer> own = Winnowing.DOLOS.fingerprints(language.tokens(code));
        List<Likeness> found = new ArrayList<>();
        fingerprints.forEach((file, known) -> found.add(Likeness.of(name, own, file, known)));
        found.sort(Comparator.comparingDouble(Likeness::similarity).reversed());
        return found;
    }

    private static String code(Path file) {
        try {
            String text = Files.readString(file);
            return file.toString().endsWith(".ipynb") ? cells(file, text) : text;
        } catch (IOException e) {
            throw new UserError("cannot read " + file + ": " + IoReason.of(e), e);
        }
    }

    private static String cells(Path file, String notebook) {
        StringBuilder code = new StringBuilder();
        try {
            for (JsonNode cell : JSON.readTree(notebook).path("cells")) {
                if (cell.path("cell_type").asText().equals("code")) {
                    JsonNode source = cell.path("source");
                    if (source.isArray()) {
                        source.forEach(line -> code.append(line.asText()));
                    } else {
                        code.append(source.asText());
                    }
                    code.append('\n');
                }
            }
        } catch (JsonProcessingException e) {
            throw new UserError(file + " is no notebook: " + e.getOriginalMessage(), e);
        }
        return code.toString();
    }
}
