package dev.trimtab.benchmark.metric;

import java.util.List;

/**
 * The Dice coefficient of masks, twice the common pixels divided by all marked ones; 1 is perfect.
 *
 * @param masks where the masks are
 * @param pooled whether the pixels of all pictures count together, NaN if none is marked; else the pictures' coefficients
 *     are averaged, 1 where neither side marks a pixel
 */
record Dice(MaskColumns masks, boolean pooled) implements Metric {
    @Override
    public List<String> columns() {
        return List.of(masks.predicted());
    }

    @Override
    public List<String> truthColumns() {
        return masks.truthColumns();
    }

    @Override
    public double score(Table answers, Table submission) {
        double common = 0;
        double marked = 0;
        double sum = 0;
        for (MaskColumns.Pair pair : masks.pairs(answers, submission)) {
            double both = pair.truth().common(pair.predicted());
            double all = pair.truth().count() + pair.predicted().count();
            common += both;
            marked += all;
            sum += all == 0 ? 1 : 2 * both / all;
        }
        return pooled ? 2 * common / marked : sum / answers.size();
    }
}
