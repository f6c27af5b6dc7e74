package dev.trimtab.runtime.model.offline;

import dev.trimtab.runtime.UserError;
import dev.trimtab.runtime.model.offline.profile.Profile;
import dev.trimtab.runtime.model.offline.profile.ProfileFile;
import java.nio.file.Path;
import java.util.List;

/** The shipped profiles by name, and a user's own by the path of its file. */
public final class OfflineProfiles {
    private static final List<String> NAMES = List.of("perfect", "middle-lost", "recent", "anchored", "weak");
    private static final String SUFFIX = ".yaml";

    private OfflineProfiles() {}

    /** Returns the names, in the order in which tables show them. */
    public static List<String> names() {
        return NAMES;
    }

    /**
     * Returns a profile.
     *
     * @param name a shipped profile's, or a path that ends in {@code .yaml}
     * @throws UserError if there is none of that name, or the file does not fit
     */
    public static Profile get(String name) {
        if (name.endsWith(SUFFIX)) {
            return ProfileFile.read(Path.of(name));
        }
        if (!NAMES.contains(name)) {
            throw new UserError("no offline profile is called '" + name + "'; there are " + String.join(", ", NAMES)
                    + ", and files that end in .yaml");
        }
        return ProfileFile.load(name);
    }
}
