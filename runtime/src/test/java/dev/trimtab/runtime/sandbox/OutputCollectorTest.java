package dev.trimtab.runtime.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;

/** The output kept of a program is what it printed, or its two ends and the truth about what lies between. */
final class OutputCollectorTest {
    @Property(seed = "1")
    void text_anyPieces_keepsAllOrBothEndsAndCountsTheRest(
            @ForAll List<@CharRange(from = ' ', to = '\u2fff') String> pieces,
            @ForAll @IntRange(min = 2, max = 64) int kept) {
        OutputCollector output = new OutputCollector(kept);
        for (String piece : pieces) {
            byte[] bytes = piece.getBytes(StandardCharsets.UTF_8);
            output.add(bytes, bytes.length);
        }

        String all = String.join("", pieces);
        int length = all.getBytes(StandardCharsets.UTF_8).length;
        assertThat(output.total()).isEqualTo(length);
        OutputCollector.Printed printed = output.take();
        assertThat(printed.truncated()).isEqualTo(length > kept);
        if (!printed.truncated()) {
            assertThat(printed.text()).isEqualTo(all);
            return;
        }
        String[] parts = printed.text().split("\n\\.\\.\\. \\[|] \\.\\.\\.\n", -1);
        int cut = Integer.parseInt(parts[1].replaceAll("\\D", ""));
        assertThat(all).startsWith(parts[0]).endsWith(parts[2]);
        assertThat(length - cut).isEqualTo((parts[0] + parts[2]).getBytes(StandardCharsets.UTF_8).length);
    }

    @Example
    void text_oneHugePiece_keepsItsEnds() {
        OutputCollector output = new OutputCollector(/* keptBytes= */ 4);
        byte[] bytes = "abcdefgh".getBytes(StandardCharsets.UTF_8);

        output.add(bytes, bytes.length);

        assertThat(output.text()).isEqualTo("ab\n... [4 bytes of output cut] ...\ngh");
    }

    @Example
    void take_betweenTwoOutputs_leavesWhatComesLaterToTheNext() {
        OutputCollector output = new OutputCollector(/* keptBytes= */ 8);
        byte[] first = "abcdef".getBytes(StandardCharsets.UTF_8);
        byte[] late = "ghij".getBytes(StandardCharsets.UTF_8);

        output.add(first, first.length);
        assertThat(output.take()).isEqualTo(new OutputCollector.Printed("abcdef", 6, /* truncated= */ false));
        output.add(late, late.length);
        assertThat(output.take()).isEqualTo(new OutputCollector.Printed("ghij", 4, /* truncated= */ false));
    }
}
