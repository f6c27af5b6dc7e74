package dev.trimtab.runtime.model.offline.profile;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Reads the profiles that are shipped beside the offline engineer. */
public final class ProfileFile {
    private static final ObjectMapper YAML =
            new ObjectMapper(new YAMLFactory()).enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private record Content(String name, int version, Attention attention, Profile.Rates rates, List<String> sources) {}

    private ProfileFile() {}

    /** Loads a shipped profile by its name, such as {@code perfect}. */
    public static Profile load(String name) {
        String path = "/dev/trimtab/runtime/model/offline/profiles/" + name + ".yaml";
        try (InputStream in = ProfileFile.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("profile " + name + " is missing from the class path");
            }
            byte[] bytes = in.readAllBytes();
            Content content = YAML.readValue(bytes, Content.class);
            return new Profile(
                    content.name(),
                    content.version(),
                    content.attention(),
                    content.rates(),
                    content.sources(),
                    sha256(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException("profile " + name + " cannot be read", e);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
