package dev.trimtab.scaffolds.aide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.trimtab.scaffolds.testing.ToyKernel;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NotBlank;
import org.junit.jupiter.api.Test;

/** A reply is read when it has prose and a program, and never throws. */
class AideReplyParserTest {
    private final AideReplyParser parser = AideReplyParser.of(new ToyKernel("python"));

    @Test
    void a14_noFence_isNoReply() {
        assertThat(parser.parse("score 1")).isEmpty();
    }

    @Test
    void a14_noProseBeforeTheFence_isNoReply() {
        assertThat(parser.parse("\n```python\nscore 1\n```\nAn afterthought.")).isEmpty();
    }

    @Test
    void a14_fenceNeverClosed_isNoReply() {
        assertThat(parser.parse("A plan.\n```python\nscore 1\n")).isEmpty();
        assertThat(parser.parse("A plan.\n```")).isEmpty();
    }

    @Test
    void a16_oneOfTwoBlocksParses_onlyThatOneIsTaken() {
        assertThat(parser.parse("A plan.\n```python\nnot toy\n```\nor\n```python\nscore 2\n```"))
                .hasValueSatisfying(reply -> assertThat(reply.code()).isEqualTo("score 2"));
    }

    @Test
    void parse_twoBlocksThatParse_joinsThemWithABlankLine() {
        assertThat(parser.parse("A plan.\n```\nscore 1\n```\nand\n```py\nwrite\n```"))
                .hasValueSatisfying(reply -> assertThat(reply.code()).isEqualTo("score 1\n\nwrite"));
    }

    @Test
    void parse_blocksThatParseAloneButNotJoined_takesTheLongest() {
        AideReplyParser unit = new AideReplyParser("java", code -> code.indexOf("class") == code.lastIndexOf("class"));

        assertThat(unit.parse("A plan.\n```java\nclass A {}\n```\n```java\nclass Solution {}\n```"))
                .hasValueSatisfying(reply -> assertThat(reply.code()).isEqualTo("class Solution {}"));
    }

    @Test
    void parse_blockOfAnotherLanguage_isPassedOver() {
        assertThat(parser.parse("A plan.\n```bash\nwrite\n```\n```python\nscore 1\n```"))
                .hasValueSatisfying(reply -> assertThat(reply.code()).isEqualTo("score 1"));
    }

    @Test
    void parse_windowsLineEnds_areRead() {
        assertThat(parser.parse("A plan.\r\n\r\n```python\r\nscore 1\r\nwrite\r\n```\r\n"))
                .contains(new AideReply("A plan.", "score 1\nwrite", null));
    }

    @Test
    void parse_blockIndentedUnderAListItem_losesTheCommonIndent() {
        AideReplyParser unindented = new AideReplyParser("python", code -> code.startsWith("if a:\n    b"));

        assertThat(unindented.parse("1. A plan.\n\n   ```python\n   if a:\n       b\n   ```"))
                .hasValueSatisfying(reply -> assertThat(reply.code()).isEqualTo("if a:\n    b"));
    }

    @Test
    void parse_fenceMarksWithinProse_openNoBlock() {
        assertThat(parser.parse("Use ```train.csv``` as it is.\n\n```python\nscore 1\n```"))
                .contains(new AideReply("Use ```train.csv``` as it is.", "score 1", null));
    }

    @Test
    void parse_familyLine_isTheDeclaredFamily() {
        assertThat(parser.parse("Boost.\nFamily: Boosted-Trees\n```python\nwrite\n```"))
                .hasValueSatisfying(reply -> assertThat(reply.family()).isEqualTo("boosted-trees"));
    }

    @Property(seed = "1")
    void parse_anything_neverThrows(@ForAll("fenceSoup") String reply) {
        assertThatCode(() -> parser.parse(reply)).doesNotThrowAnyException();
    }

    @Property(seed = "1")
    void parse_planAndProgram_areReadBack(
            @ForAll @NotBlank @AlphaChars String plan, @ForAll("programs") String program) {
        assertThat(parser.parse(plan + "\n\n```python\n" + program + "\n```\n"))
                .contains(new AideReply(plan.strip(), program.strip(), null));
    }

    @Provide
    Arbitrary<String> fenceSoup() {
        Arbitrary<String> pieces =
                Arbitraries.of("```", "```python", "\n", "\r\n", " ", "plan", "score 1", "`", "\t```", "Family:", "");
        return Arbitraries.oneOf(
                Arbitraries.strings(), pieces.list().ofMaxSize(30).map(list -> String.join("", list)));
    }

    @Provide
    Arbitrary<String> programs() {
        return Arbitraries.of("score 0.5", "print hello", "write", "# ``", "raise KeyError x")
                .list()
                .ofMinSize(1)
                .ofMaxSize(10)
                .map(lines -> String.join("\n", lines));
    }
}
