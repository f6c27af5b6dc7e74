package dev.trimtab.runtime.context;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.runtime.attempt.Attempt;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotBlank;
import org.junit.jupiter.api.Test;

/** A signature line carries the control signature and gives it back exactly (law L7). */
final class SignatureLineTest {
    private final SignatureLine line = new SignatureLine();

    @Property(tries = 300, seed = "1")
    void read_ofAWrittenLine_isTheSignature(
            @ForAll @NotBlank String plan,
            @ForAll double score,
            @ForAll boolean failed,
            @ForAll @NotBlank String family) {
        Attempt attempt = new Attempt(
                "n1",
                null,
                0,
                Attempt.Stage.DRAFT,
                plan,
                "code",
                failed || !Double.isFinite(score) ? null : score,
                "",
                failed ? "KeyError" : null,
                failed ? Attempt.Fault.EXCEPTION : null,
                true,
                family.codePoints().allMatch(Character::isLetter) ? family : null);
        Hypotheses hypotheses = new Hypotheses(new CodeFeatureClassifier(), true, /* window= */ 8);
        Hypotheses.Tracked tracked = hypotheses.observe(attempt);
        SearchState search = hypotheses.state(1, 2);
        ContextItem item = new ContextItem("n1", ContextItem.Kind.ATTEMPT, 0, plan, attempt);

        String text = line.of(search, item);

        assertThat(text).doesNotContain("\n");
        assertThat(SignatureLine.read(text)).contains(line.signature(search, tracked));
    }

    @Test
    void read_ofAnythingElse_isEmpty() {
        List.of("", "Design: a plan", "- (n1) family: x | outcome: scored")
                .forEach(text -> assertThat(SignatureLine.read(text)).isEmpty());
    }
}
