package dev.trimtab.benchmark.environment;

import dev.trimtab.scaffolds.prompt.SpokenDuration;
import dev.trimtab.scaffolds.prompt.Wording;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The wording of what an agent is told above a description: the points of MLE-bench's instructions in our own words.
 *
 * @param opening where the agent is and what is wanted
 * @param rules data, submission, test set, check, what is forbidden, a line each
 * @param notes on hardware and time, a line each; only where a seed need not fix every byte
 * @param description the line before the description
 */
record Instructions(String opening, List<String> rules, List<String> notes, String description) {
    private static final Set<String> WORDS = Set.of("check", "processors", "memory", "graphics", "time", "limit");

    /** Checks that only words that exist are to be filled in. */
    Instructions {
        Wording.allow(WORDS).in("rules", rules).in("notes", notes);
    }

    /**
     * What the notes say.
     *
     * @param hardware what one program has
     * @param time of the whole run; null where it has no limit
     * @param programLimit wall time of one program
     */
    record Notes(Hardware hardware, @Nullable Duration time, Duration programLimit) {}

    /** Returns the wording that comes with Trimtab. */
    static Instructions builtIn() {
        return Wording.load(Instructions.class, Wording.BUILT_IN);
    }

    /**
     * Returns the instructions with the description below them.
     *
     * @param check the tool that checks a submission; null where the agent has none
     * @param told hardware and time; null where they must not reach the agent
     */
    String above(String text, @Nullable String check, @Nullable Notes told) {
        Map<String, String> words = new HashMap<>();
        if (check != null) {
            words.put("check", check);
        }
        List<String> lines = new ArrayList<>(rules);
        if (told != null) {
            add(words, told);
            lines.addAll(notes);
        }
        return opening + "\n\n" + Wording.bullets(lines, words) + "\n\n" + description + "\n\n" + text.strip() + "\n";
    }

    private static void add(Map<String, String> words, Notes told) {
        words.put("processors", told.hardware().processorWords());
        words.put("memory", told.hardware().memoryWords());
        words.put("graphics", told.hardware().graphicsWords());
        words.put("limit", SpokenDuration.of(told.programLimit()));
        if (told.time() != null) {
            words.put("time", SpokenDuration.of(told.time()));
        }
    }
}
