package dev.trimtab.runtime.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The preview tells the same of the same bytes, and never more than it may. */
final class DataPreviewTest {
    @TempDir
    private Path dir;

    @Test
    void describe_smallData_matchesTheGolden() throws Exception {
        Files.writeString(dir.resolve("train.csv"), """
                id,price,town,sold,note
                0,1.5,Bern,True,a
                1,2.25,Basel,False,"b, c"
                2,,Bern,True,
                3,4,Chur,True,d
                4,5,,False,e
                5,6,Bern,True,f
                6,7,Bern,True,g
                7,8,Bern,True,h
                8,9,Bern,True,i
                9,10,Bern,True,j
                10,11,Bern,True,j
                11,12,Bern,True,l
                """);
        Files.writeString(
                dir.resolve("meta.json"), "[{\"id\": 1, \"tags\": [\"a\", \"b\"], \"in\": {\"x\": null}}, 3]");
        Files.writeString(dir.resolve("rows.jsonl"), "{\"a\": true}\n{\"a\": false}\n");
        Files.writeString(dir.resolve("readme.txt"), "Two lines\nof prose.\n");
        Files.writeString(dir.resolve("make.py"), "print(1)\n");
        Files.writeString(dir.resolve("description.md"), "held back");
        Files.write(Files.createDirectory(dir.resolve("images")).resolve("a.png"), new byte[2048]);

        assertThat(preview(6000).describe(dir)).isEqualTo(golden("small.md"));
    }

    @Test
    void describeFromOutside_namesTheFolderAboveTheTreeAndBeforeEachFile() throws Exception {
        Path input = Files.createDirectory(dir.resolve("input"));
        Files.writeString(input.resolve("readme.txt"), "One line.\n");
        Files.writeString(Files.createDirectory(input.resolve("more")).resolve("list.txt"), "Another.\n");

        assertThat(preview(6000).describeFromOutside(input)).isEqualTo("""
                ```
                input/
                    readme.txt (1 lines)
                    more/
                        list.txt (1 lines)
                ```

                **input/readme.txt**:
                One line.

                **input/more/list.txt**:
                Another.""");
        assertThat(preview(6000).describe(input)).doesNotContain("input/");
    }

    @Test
    void a22_describe_overTheCap_takesTheShortForm() throws Exception {
        String header = "c" + String.join(",c", List.of("01234567890123456789".split("")));
        Files.writeString(dir.resolve("wide.csv"), header + "\n" + "1,".repeat(19) + "1\n");

        assertThat(preview(400).describe(dir)).isEqualTo(golden("short.md"));
    }

    @Test
    void a22_describe_overTheCap_keepsShortTexts() throws Exception {
        Files.writeString(dir.resolve("notes.txt"), "Column c7 is the target.\n");
        Files.writeString(dir.resolve("wide.csv"), "c,".repeat(200) + "c\n");

        assertThat(preview(400).describe(dir))
                .contains("Column c7 is the target.")
                .contains("201 columns\nColumns: ");
    }

    @Test
    void describe_codeAndMarkup_standInAFenceThatTheyDoNotClose() throws Exception {
        Files.writeString(dir.resolve("readme.md"), "# Data\n```\na\n```\n");
        Files.writeString(dir.resolve("box.xml"), "<box/>\n");

        assertThat(preview(6000).describe(dir)).isEqualTo("""
                ```
                box.xml (1 lines)
                readme.md (4 lines)
                ```

                **box.xml**:
                ```
                <box/>
                ```

                **readme.md**:
                ````
                # Data
                ```
                a
                ```
                ````""");
    }

    @Test
    void describe_rowsOfOtherLengths_areReadAndCounted() throws Exception {
        Files.writeString(dir.resolve("a.csv"), "x,y\n1,2,3\n4\n5,6\n");

        assertThat(preview(6000).describe(dir)).endsWith("""
                **a.csv**: 3 rows, 2 columns; 2 rows with more or fewer cells than the header
                - x: whole number, one of 1, 4, 5
                - y: whole number, one of 2, 6, 1 missing""");
    }

    @Test
    void describe_byteOrderMark_isNoPartOfTheFirstName() throws Exception {
        Files.writeString(dir.resolve("a.csv"), "\uFEFF\"x\"\n1\n");

        assertThat(preview(6000).describe(dir)).contains("\n- x: whole number");
    }

    @Test
    void describe_crowdedFolder_namesFourAndCountsTheRest() throws Exception {
        for (int i = 0; i < 31; i++) {
            Files.write(dir.resolve("%02d.png".formatted(i)), new byte[10]);
        }

        assertThat(preview(6000).describe(dir))
                .isEqualTo("```\n00.png (10 B)\n01.png (10 B)\n02.png (10 B)\n03.png (10 B)\n… and 27 more files\n```");
    }

    @Test
    void describe_changedFile_isReadAgain() throws Exception {
        DataPreview preview = preview(6000);
        Path file = Files.writeString(dir.resolve("a.csv"), "x\n1\n");
        String before = preview.describe(dir);
        Files.writeString(file, "x\n2\n");
        Files.setLastModifiedTime(file, FileTime.fromMillis(1));

        assertThat(preview.describe(dir)).isNotEqualTo(before).contains("one of 2");
    }

    @Test
    void describe_brokenTableAndJson_saysSo() throws Exception {
        Files.writeString(dir.resolve("a.json"), "{\"x\": oops");
        Files.write(dir.resolve("b.csv"), "x\n\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(preview(6000).describe(dir)).contains("not readable as JSON").contains("1 rows, 1 columns");
    }

    @Test
    void describe_manyRowsAndValues_countsAllAndKeepsFew() throws Exception {
        try (BufferedWriter out = Files.newBufferedWriter(dir.resolve("big.csv"))) {
            out.write("id,word\n");
            for (int i = 0; i < 50_000; i++) {
                out.write(i + ",w" + i % 5000 + "\n");
            }
        }

        assertThat(preview(6000).describe(dir))
                .contains("50000 rows, 2 columns")
                .contains("- id: whole number, 0 to 49999")
                .contains("- word: text, over 1000 distinct, most often w0 (10), w1 (10), w10 (10), w100 (10)");
    }

    @Property(tries = 60, seed = "1")
    void a22_describe_anyTextAsAnyFile_staysWithinTheCapAndRepeats(
            @ForAll @Size(min = 1, max = 12) List<@StringLength(max = 200) String> contents,
            @ForAll @IntRange(min = 200, max = 900) int cap)
            throws Exception {
        Path folder = Files.createTempDirectory("preview");
        List<String> kinds = List.of("csv", "json", "txt", "bin", "jsonl", "tsv");
        for (int i = 0; i < contents.size(); i++) {
            Files.write(
                    folder.resolve(i + "." + kinds.get(i % kinds.size())),
                    contents.get(i).getBytes(StandardCharsets.UTF_8));
        }

        String text = preview(cap).describe(folder);

        assertThat(text.length()).isLessThanOrEqualTo(cap);
        assertThat(preview(cap).describe(folder)).isEqualTo(text);
        FileTrees.clear(folder);
        Files.delete(folder);
    }

    private static DataPreview preview(int maxChars) {
        return new DataPreview(new PreviewOptions(maxChars, true, Set.of("description.md")));
    }

    private static String golden(String name) throws IOException {
        try (var in = DataPreviewTest.class.getResourceAsStream("preview/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }
}
