package dev.trimtab.runtime.model;

/**
 * A deliberate over-estimate for models whose tokenizer is not on this machine: the larger of the two counts by OpenAI's
 * encodings {@code cl100k_base} and {@code o200k_base}, times {@value #FACTOR}, rounded up.
 *
 * <p>It is therefore never under either of the two. What it still under-counts for other vocabularies is caught by the
 * comparison with the server's own count after each call, which raises the run's safety factor
 * ({@link CalibratedTokenCounter}).
 */
public final class EstimatingTokenCounter implements TokenCounter {
    /** How much is added to the count. */
    public static final double FACTOR = 1.3;

    private final TokenCounter older = JTokkitTokenCounter.of("cl100k_base");
    private final TokenCounter newer = JTokkitTokenCounter.of("o200k_base");

    @Override
    public String name() {
        return "estimate";
    }

    @Override
    public int count(String text) {
        return (int) Math.ceil(FACTOR * Math.max(older.count(text), newer.count(text)));
    }
}
