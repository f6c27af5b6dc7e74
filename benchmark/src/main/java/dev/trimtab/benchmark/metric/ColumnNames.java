package dev.trimtab.benchmark.metric;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The names that pandas gives the columns of a CSV file, no two of which are the same. */
public final class ColumnNames {
    private ColumnNames() {}

    /**
     * Returns the names of a header's columns: {@code Unnamed: 0} for one without a name, {@code a.1} for a second {@code a}. Columns that have a name
     * keep it before those that have none.
     *
     * @param header what the file says, in order
     */
    public static List<String> of(List<String> header) {
        List<String> names = new ArrayList<>(header);
        List<Integer> order = new ArrayList<>();
        List<Integer> unnamed = new ArrayList<>();
        for (int at = 0; at < header.size(); at++) {
            if (header.get(at).isEmpty()) {
                names.set(at, "Unnamed: " + at);
                unnamed.add(at);
            } else {
                order.add(at);
            }
        }
        order.addAll(unnamed);
        Set<String> taken = new HashSet<>(names);
        Map<String, Integer> counts = new HashMap<>();
        for (int at : order) {
            String said = names.get(at);
            String name = said;
            int count = counts.getOrDefault(said, 0);
            while (count > 0) {
                counts.put(said, count + 1);
                name = said + "." + count;
                count = taken.contains(name) ? count + 1 : counts.getOrDefault(name, 0);
            }
            names.set(at, name);
            taken.add(name);
            counts.put(name, count + 1);
        }
        return List.copyOf(names);
    }
}
