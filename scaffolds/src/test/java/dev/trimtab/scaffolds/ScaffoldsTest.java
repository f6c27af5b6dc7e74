package dev.trimtab.scaffolds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trimtab.runtime.UserError;
import dev.trimtab.scaffolds.aide.Aide;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The registry: every shipped name is found, a slip of the pen is pointed out. */
class ScaffoldsTest {
    @Test
    void names_always_listTheShippedScaffolds() {
        assertThat(new Scaffolds().names()).containsExactly("aide", "mlab", "openhands");
    }

    @Test
    void named_unknownName_namesTheNearest() {
        assertThatThrownBy(() -> new Scaffolds().named("aid"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("unknown scaffold 'aid'")
                .hasMessageContaining("did you mean aide?");
    }

    @Test
    void constructor_twoOfOneName_isRefused() {
        assertThatThrownBy(() -> new Scaffolds(List.of(new Aide(), new Aide())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("aide");
    }
}
