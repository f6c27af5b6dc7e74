package dev.trimtab.benchmark.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.runtime.run.RunListener;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Keeps what a run says of itself. */
final class Notices implements RunListener {
    private static final String STEP = "step ";
    private static final String DONE = "already done: ";

    private final List<String> texts = new ArrayList<>();

    @Override
    public void stepped(Progress progress) {
        texts.add(STEP + progress.step());
    }

    @Override
    public void noticed(String text) {
        texts.add(text);
    }

    List<String> texts() {
        return texts;
    }

    /** Returns the steps that were shown as done now. */
    List<Integer> shown() {
        return texts.stream()
                .filter(text -> text.startsWith(STEP))
                .map(text -> Integer.valueOf(text.substring(STEP.length())))
                .toList();
    }

    /** Returns the steps that one line said to have been done before. */
    List<Integer> done() {
        List<Integer> counts = texts.stream()
                .filter(text -> text.startsWith(DONE))
                .map(text -> Integer.valueOf(text.substring(DONE.length(), text.indexOf(" of "))))
                .toList();
        assertThat(counts).hasSizeLessThanOrEqualTo(1);
        return counts.stream()
                .flatMap(count -> IntStream.rangeClosed(1, count).boxed())
                .toList();
    }
}
