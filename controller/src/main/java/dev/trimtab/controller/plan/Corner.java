package dev.trimtab.controller.plan;

/** One point a family: a choice, and what it takes and reaches. */
final class Corner {
    final int[] points;
    long tokens;
    double legacy;
    double nats;

    Corner(int families) {
        points = new int[families];
    }

    /** Goes to the point of each family that is best at these prices. */
    void best(FamilyFront[] families, double price, double legacyPrice) {
        clear();
        for (int f = 0; f < points.length; f++) {
            add(families[f], f, families[f].best(price, legacyPrice));
        }
    }

    /** Goes to the cheapest point of each family. */
    void cheapest(FamilyFront[] families) {
        clear();
        for (int f = 0; f < points.length; f++) {
            add(families[f], f, 0);
        }
    }

    double worth(double price, double legacyPrice) {
        return nats - price * tokens - legacyPrice * legacy;
    }

    /** Goes over to what gains most and still fits, family by family, until nothing does. */
    void fill(FamilyFront[] families, int cap, boolean limitLegacy) {
        for (int change = 0; change < points.length; change++) {
            double most = 0;
            int family = -1;
            int point = -1;
            for (int f = 0; f < points.length; f++) {
                FamilyFront front = families[f];
                int now = points[f];
                for (int j = 0; j < front.size && front.tokens[j] - front.tokens[now] <= cap - tokens; j++) {
                    double gain = front.nats[j] - front.nats[now];
                    boolean clean =
                            !limitLegacy || Relaxation.withinLegacy(legacy + front.legacy[j] - front.legacy[now]);
                    if (gain > most && clean) {
                        most = gain;
                        family = f;
                        point = j;
                    }
                }
            }
            if (family < 0) {
                return;
            }
            replace(families[family], family, point);
        }
    }

    private void clear() {
        tokens = 0;
        legacy = 0;
        nats = 0;
    }

    private void add(FamilyFront front, int f, int point) {
        points[f] = point;
        tokens += front.tokens[point];
        legacy += front.legacy[point];
        nats += front.nats[point];
    }

    private void replace(FamilyFront front, int f, int point) {
        tokens -= front.tokens[points[f]];
        legacy -= front.legacy[points[f]];
        nats -= front.nats[points[f]];
        add(front, f, point);
    }
}
