package dev.trimtab.runtime.model;

import java.util.List;
import java.util.stream.Collectors;

/** The largest count of several counters, for prompts that go to models of different encodings. */
final class LargestTokenCounter implements TokenCounter {
    private final List<TokenCounter> counters;

    /** @param counters at least one */
    LargestTokenCounter(List<TokenCounter> counters) {
        this.counters = List.copyOf(counters);
    }

    @Override
    public String name() {
        return counters.stream().map(TokenCounter::name).collect(Collectors.joining(" or ", "the larger of ", ""));
    }

    @Override
    public int count(String text) {
        return counters.stream().mapToInt(counter -> counter.count(text)).max().orElseThrow();
    }
}
