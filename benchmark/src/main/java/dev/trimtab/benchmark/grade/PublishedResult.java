package dev.trimtab.benchmark.grade;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A published result on the 75 competitions of MLE-bench: percent of competitions, mean and one standard error over seeds,
 * as table 2 of its paper (arXiv 2410.07095) states them.
 *
 * @param agent scaffold and model
 * @param shares made a submission, valid submission, above the median, bronze, silver, gold, any medal
 */
public record PublishedResult(String agent, List<Share> shares) {
    /**
     * A share of the competitions.
     *
     * @param mean percent
     * @param error one standard error, percent points
     */
    public record Share(double mean, double error) {}

    /** Returns the paper's results, each over 24 hours a competition. */
    public static List<PublishedResult> all() {
        return List.of(
                of("AIDE, o1-preview", 98.4, 0.4, 82.8, 1.1, 29.4, 1.3, 3.4, 0.5, 4.1, 0.6, 9.4, 0.8, 16.9, 1.1),
                of("AIDE, GPT-4o", 70.7, 0.9, 54.9, 1.0, 14.4, 0.7, 1.6, 0.2, 2.2, 0.3, 5.0, 0.4, 8.7, 0.5),
                of("AIDE, Llama 3.1 405B", 46.3, 2.9, 27.3, 2.6, 6.7, 1.4, 0.0, 0.0, 1.3, 0.7, 1.7, 0.7, 3.0, 1.0),
                of("AIDE, Claude 3.5 Sonnet", 68.9, 3.1, 51.1, 3.3, 12.9, 2.2, 0.9, 0.6, 2.2, 1.0, 4.4, 1.4, 7.6, 1.8),
                of("MLAB, GPT-4o", 65.6, 2.5, 44.3, 2.6, 1.9, 0.7, 0.0, 0.0, 0.0, 0.0, 0.8, 0.5, 0.8, 0.5),
                of("OpenHands, GPT-4o", 59.1, 3.3, 52.0, 3.3, 7.1, 1.7, 0.4, 0.4, 1.3, 0.8, 2.7, 1.1, 4.4, 1.4));
    }

    private static PublishedResult of(String agent, double... figures) {
        List<Share> shares = IntStream.range(0, figures.length / 2)
                .mapToObj(i -> new Share(figures[2 * i], figures[2 * i + 1]))
                .toList();
        return new PublishedResult(agent, shares);
    }
}
