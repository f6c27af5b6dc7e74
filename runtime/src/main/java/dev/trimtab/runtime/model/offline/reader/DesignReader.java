package dev.trimtab.runtime.model.offline.reader;

import dev.trimtab.runtime.model.offline.grammar.Design;
import dev.trimtab.runtime.model.offline.grammar.Family;
import dev.trimtab.runtime.model.offline.grammar.Knob;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a pipeline out of a sentence: the kinds of models it names and the settings it states, in any order of words. */
public final class DesignReader {
    private static final Pattern BLEND = Pattern.compile("\\b(?:blend|averag|ensembl|stack)", Pattern.CASE_INSENSITIVE);
    private static final int MOST_MODELS = 3;

    private record Mention(Family family, int start, int end) {}

    private DesignReader() {}

    /** Returns the design that a sentence states; empty if it names no model, or one without a single setting or preparation. */
    public static Optional<Design> read(String sentence) {
        List<Mention> mentions = mentions(sentence);
        if (mentions.isEmpty()) {
            return Optional.empty();
        }
        boolean blend = mentions.size() > 1 && BLEND.matcher(sentence).find();
        List<Design.Model> models = new ArrayList<>();
        for (int m = 0; m < (blend ? Math.min(MOST_MODELS, mentions.size()) : 1); m++) {
            int end = m + 1 < mentions.size() ? mentions.get(m + 1).start() : sentence.length();
            int start = m == 0 ? 0 : mentions.get(m).end();
            models.add(model(mentions.get(m).family(), sentence.substring(start, end)));
        }
        Map<Knob, String> features = new EnumMap<>(Knob.class);
        for (Knob knob : Knob.features()) {
            knob.read(sentence).ifPresent(value -> features.put(knob, value));
        }
        boolean stated = !features.isEmpty()
                || models.stream().anyMatch(m -> !m.settings().isEmpty());
        if (!stated) {
            return Optional.empty();
        }
        return Optional.of(new Design(models, features));
    }

    private static Design.Model model(Family family, String said) {
        Map<Knob, String> settings = new EnumMap<>(Knob.class);
        for (Knob knob : family.space().keySet()) {
            knob.read(said).ifPresent(value -> settings.put(knob, value));
        }
        return new Design.Model(family, settings);
    }

    private static List<Mention> mentions(String sentence) {
        List<Mention> all = new ArrayList<>();
        for (Family family : Family.values()) {
            Matcher matcher = family.pattern().matcher(sentence);
            while (matcher.find()) {
                all.add(new Mention(family, matcher.start(), matcher.end()));
            }
        }
        all.sort(Comparator.comparingInt(Mention::start).thenComparingInt(m -> -m.end()));
        List<Mention> kept = new ArrayList<>();
        for (Mention mention : all) {
            boolean covered = kept.stream().anyMatch(k -> k.end() > mention.start());
            boolean again = kept.stream().anyMatch(k -> k.family() == mention.family());
            if (!covered && !again) {
                kept.add(mention);
            }
        }
        return kept;
    }
}
