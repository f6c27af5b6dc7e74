package dev.trimtab.runtime.model.offline.reader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.runtime.model.offline.grammar.Design;
import dev.trimtab.runtime.model.offline.grammar.Designs;
import dev.trimtab.runtime.model.offline.grammar.Grammar;
import dev.trimtab.runtime.model.offline.grammar.JavaGrammar;
import dev.trimtab.runtime.model.offline.grammar.Metric;
import dev.trimtab.runtime.model.offline.grammar.ProgramTask;
import dev.trimtab.runtime.model.offline.grammar.PythonGrammar;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A design is read back from its own sentence. That facts are read from every format is shown where all formats are in sight, with the scaffolds. */
final class AttemptReaderTest {
    @Property(tries = 300, seed = "1")
    void sentence_anyDesign_fitsALedgerLineAndIsReadBack(@ForAll("designs") Design design) {
        assertThat(design.sentence().length()).isLessThanOrEqualTo(260);
        assertThat(DesignReader.read(design.sentence())).contains(design);
    }

    @Property(tries = 300, seed = "1")
    void program_ofAnyDesign_tellsOfThatDesignOnly(@ForAll("designs") Design design, @ForAll Metric metric) {
        ProgramTask task = new ProgramTask(metric, "id", "goal", ProgramTask.INPUT, ProgramTask.Folder.SUBMISSION);

        for (Grammar grammar : List.of(new JavaGrammar(), new PythonGrammar())) {
            assertThat(AttemptReader.read(grammar.write(design, task, null)))
                    .extracting(AttemptFact::design)
                    .as(grammar.language())
                    .containsExactly(design);
        }
    }

    @Provide
    Arbitrary<Design> designs() {
        return Designs.any();
    }
}
