package dev.trimtab.benchmark.mlebench.special;

import dev.trimtab.benchmark.mlebench.recipe.SpecialStep;
import java.util.Map;

/** The special steps by the names under which recipes know them. */
public final class SpecialSteps {
    private static final Map<String, SpecialStep> ALL = Map.ofEntries(
            Map.entry("brain-vote-shares", new VoteShares()),
            Map.entry("breast-sides", new BreastSides()),
            Map.entry("character-corners", new CharacterCorners()),
            Map.entry("drawn-essay-scores", new EssayScores()),
            Map.entry("drawn-pawpularity", new PawpularityScores()),
            Map.entry("empty-image-archives", new EmptyImageArchives()));

    private SpecialSteps() {}

    /** Returns them all. */
    public static Map<String, SpecialStep> all() {
        return ALL;
    }
}
