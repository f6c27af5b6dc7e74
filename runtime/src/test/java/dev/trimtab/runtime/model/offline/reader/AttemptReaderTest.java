package dev.trimtab.runtime.model.offline.reader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.runtime.model.offline.grammar.Design;
import dev.trimtab.runtime.model.offline.grammar.Designs;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The same fact is read from every format, alone and among others. */
final class AttemptReaderTest {
    @Property(tries = 300, seed = "1")
    void read_anyFormat_givesTheFactThatWasWritten(
            @ForAll("designs") Design design,
            @ForAll FactFormat format,
            @ForAll("scores") double score,
            @ForAll boolean failed) {
        String error = failed ? "NumberFormatException" : "";

        List<AttemptFact> facts = AttemptReader.read(Redaction.of(format.write(7, design, score, error)));

        assertThat(facts).hasSize(1);
        assertThat(facts.get(0).design()).isEqualTo(design);
        assertThat(facts.get(0).error()).isEqualTo(error);
        assertThat(facts.get(0).score().isPresent()).isEqualTo(!failed);
        facts.get(0).score().ifPresent(read -> assertThat(read).isEqualTo(score));
    }

    @Property(tries = 100, seed = "1")
    void read_severalFactsInOneFormat_keepsThemApart(
            @ForAll("designs") Design one, @ForAll("designs") Design two, @ForAll FactFormat format) {
        String text = format.write(1, one, 0.25, "") + "\n\n" + format.write(2, two, 0, "ArithmeticException") + "\n\n"
                + format.write(3, one, 0.5, "");

        List<AttemptFact> facts = AttemptReader.read(Redaction.of(text));

        assertThat(facts).extracting(AttemptFact::design).containsExactly(one, two, one);
        assertThat(facts.get(0).score()).hasValue(0.25);
        assertThat(facts.get(1).error()).isEqualTo("ArithmeticException");
        assertThat(facts.get(2).score()).hasValue(0.5);
    }

    @Property(tries = 300, seed = "1")
    void sentence_anyDesign_fitsALedgerLineAndIsReadBack(@ForAll("designs") Design design) {
        assertThat(design.sentence().length()).isLessThanOrEqualTo(260);
        assertThat(DesignReader.read(design.sentence())).contains(design);
    }

    @Provide
    Arbitrary<Design> designs() {
        return Designs.any();
    }

    @Provide
    Arbitrary<Double> scores() {
        return Arbitraries.integers().between(1, 999_999).map(i -> i / 1e6);
    }
}
