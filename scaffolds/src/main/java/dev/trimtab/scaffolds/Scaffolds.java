package dev.trimtab.scaffolds;

import dev.trimtab.runtime.UserError;
import dev.trimtab.runtime.config.NearestKey;
import dev.trimtab.scaffolds.aide.Aide;
import dev.trimtab.scaffolds.mlab.Mlab;
import dev.trimtab.scaffolds.openhands.OpenHands;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The scaffolds by name. */
public final class Scaffolds {
    private static final List<Scaffold<?>> SHIPPED = List.of(new Aide(), new Mlab(), new OpenHands());

    private final Map<String, Scaffold<?>> byName;

    /** Makes a registry of the scaffolds that are shipped. */
    public Scaffolds() {
        this(SHIPPED);
    }

    /**
     * Makes a registry.
     *
     * @param scaffolds each with a name of its own
     */
    public Scaffolds(List<Scaffold<?>> scaffolds) {
        Map<String, Scaffold<?>> map = new LinkedHashMap<>();
        for (Scaffold<?> scaffold : scaffolds) {
            if (map.put(scaffold.name(), scaffold) != null) {
                throw new IllegalArgumentException("two scaffolds are named " + scaffold.name());
            }
        }
        this.byName = Collections.unmodifiableMap(map);
    }

    /** Returns the names, in the order of registration. */
    public Set<String> names() {
        return byName.keySet();
    }

    /**
     * Returns the scaffold of a name.
     *
     * @throws UserError naming the nearest known one if there is none of this name
     */
    public Scaffold<?> named(String name) {
        Scaffold<?> scaffold = byName.get(name);
        if (scaffold == null) {
            String nearest = NearestKey.of(name, byName.keySet())
                    .map(known -> "; did you mean " + known + "?")
                    .orElse("");
            throw new UserError("unknown scaffold '" + name + "'" + nearest + " (known: "
                    + String.join(", ", byName.keySet()) + ")");
        }
        return scaffold;
    }
}
