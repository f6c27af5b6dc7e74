package dev.trimtab.runtime.model.offline.protocol;

import dev.trimtab.runtime.model.offline.grammar.Design;
import dev.trimtab.runtime.model.offline.grammar.DesignSpace;
import dev.trimtab.runtime.model.offline.grammar.Metric;
import dev.trimtab.runtime.model.offline.reader.AttemptFact;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the attempts that were read teach about single changes: two attempts that differ in one setting say whether it gained.
 *
 * @param tried the attempts that were read
 * @param seen the changes, by setting
 */
record Lessons(List<AttemptFact> tried, List<Lesson> seen) {
    /** How much likelier a change is made that gained elsewhere, and how much less likely one that lost. */
    private static final double PULL = 4;

    private record Lesson(String setting, String from, String to, boolean gained) {}

    static Lessons of(List<AttemptFact> tried, Metric metric) {
        List<Lesson> lessons = new ArrayList<>();
        for (AttemptFact a : tried) {
            for (AttemptFact b : tried) {
                if (a.score().isPresent() && b.score().isPresent() && a.position() < b.position()) {
                    compare(a, b, metric, lessons);
                }
            }
        }
        return new Lessons(tried, lessons);
    }

    private static void compare(AttemptFact a, AttemptFact b, Metric metric, List<Lesson> lessons) {
        Map<String, String> before = a.design().settings();
        Map<String, String> after = b.design().settings();
        if (!a.design().kind().equals(b.design().kind()) || !before.keySet().equals(after.keySet())) {
            return;
        }
        List<Lesson> changed = new ArrayList<>();
        double gain = (b.score().orElseThrow() - a.score().orElseThrow()) * (metric.higherIsBetter() ? 1 : -1);
        before.forEach((setting, from) -> {
            String to = after.getOrDefault(setting, from);
            if (!from.equals(to)) {
                changed.add(new Lesson(setting, from, to, gain > 0));
                changed.add(new Lesson(setting, to, from, gain < 0));
            }
        });
        if (changed.size() == 2) {
            lessons.addAll(changed);
        }
    }

    /** Returns whether a design was read of. */
    boolean knows(Design design) {
        return tried.stream().anyMatch(t -> t.design().equals(design));
    }

    /** Returns how likely a change is worth trying, 1 when nothing is known of it. */
    double weight(DesignSpace.Step step) {
        double weight = 1;
        for (Lesson lesson : seen) {
            if (lesson.setting().equals(step.setting()) && sameWay(lesson, step)) {
                weight *= lesson.gained() ? PULL : 1 / PULL;
            }
        }
        return weight;
    }

    private static boolean sameWay(Lesson lesson, DesignSpace.Step step) {
        try {
            double lessonWay = Double.parseDouble(lesson.to()) - Double.parseDouble(lesson.from());
            double stepWay = Double.parseDouble(step.to()) - Double.parseDouble(step.from());
            return lessonWay * stepWay > 0;
        } catch (NumberFormatException names) {
            return lesson.to().equals(step.to());
        }
    }
}
