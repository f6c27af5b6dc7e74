package dev.trimtab.benchmark.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Names of what is compared: no longer than needed, never the same for two things. */
final class ArmLabelsTest {
    private static final Stratum AIDE = new Stratum("aide", "scaffold", "offline/weak", "16000/300", "original", "aa");

    @Test
    void label_saysOnlyWhatDiffers() {
        Stratum wider = new Stratum("aide", "scaffold", "offline/weak", "16000/1200", "original", "bb");
        Stratum mlab = new Stratum("mlab", "scaffold", "offline/weak", "16000/300", "original", "cc");

        assertThat(new ArmLabels(List.of(AIDE)).of(AIDE)).isEqualTo("aide");
        assertThat(new ArmLabels(List.of(AIDE, mlab)).of(mlab)).isEqualTo("mlab");
        assertThat(new ArmLabels(List.of(AIDE, wider, mlab)).of(wider)).isEqualTo("aide 16000/1200");
    }

    @Test
    void label_ofWhatDiffersInItsSettingsAlone_saysTheirHash() {
        Stratum longer = new Stratum("aide", "scaffold", "offline/weak", "16000/300", "original", "bb");
        ArmLabels labels = new ArmLabels(List.of(AIDE, longer));

        assertThat(labels.of(AIDE)).isEqualTo("aide aa");
        assertThat(labels.of(longer)).isEqualTo("aide bb");
    }

    @Test
    void model_ofAFile_isNamedWithoutItsFolder() {
        assertThat(Arm.model("offline", "/any/place/configs/profiles/perfect-bug.yaml"))
                .isEqualTo("offline/perfect-bug");
        assertThat(Arm.model("models/mine.yaml", null)).isEqualTo("mine");
        assertThat(Arm.model("meta-llama/llama-3.1-405b", null)).isEqualTo("meta-llama/llama-3.1-405b");
    }
}
