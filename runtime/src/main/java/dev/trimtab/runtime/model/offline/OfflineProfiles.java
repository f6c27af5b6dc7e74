package dev.trimtab.runtime.model.offline;

import dev.trimtab.runtime.UserError;
import dev.trimtab.runtime.model.offline.profile.Profile;
import dev.trimtab.runtime.model.offline.profile.ProfileFile;
import java.util.List;

/** The shipped profiles by name. */
public final class OfflineProfiles {
    private static final List<String> NAMES = List.of("perfect", "middle-lost", "recent", "anchored", "weak");

    private OfflineProfiles() {}

    /** Returns the names, in the order in which tables show them. */
    public static List<String> names() {
        return NAMES;
    }

    /**
     * Returns a profile.
     *
     * @throws UserError if there is none of that name
     */
    public static Profile get(String name) {
        if (!NAMES.contains(name)) {
            throw new UserError("no offline profile is called '" + name + "'; there are " + String.join(", ", NAMES));
        }
        return ProfileFile.load(name);
    }
}
