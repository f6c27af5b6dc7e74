package dev.trimtab.runtime.model.offline.profile;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.trimtab.runtime.IoReason;
import dev.trimtab.runtime.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Reads profiles: those that are shipped beside the offline engineer, and a user's own. */
public final class ProfileFile {
    private static final ObjectMapper YAML = JsonMapper.builder(new YAMLFactory())
            .enable(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .defaultSetterInfo(JsonSetter.Value.construct(Nulls.FAIL, Nulls.FAIL))
            .build();

    private record Content(String name, int version, Attention attention, Profile.Rates rates, List<String> sources) {}

    private ProfileFile() {}

    /** Loads a shipped profile by its name, such as {@code perfect}. */
    public static Profile load(String name) {
        String path = "/dev/trimtab/runtime/model/offline/profiles/" + name + ".yaml";
        try (InputStream in = ProfileFile.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("profile " + name + " is missing from the class path");
            }
            return parse(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("profile " + name + " cannot be read", e);
        }
    }

    /**
     * Reads a user's own profile.
     *
     * @throws UserError if it cannot be read, or its numbers do not fit
     */
    public static Profile read(Path file) {
        try {
            return parse(Files.readAllBytes(file));
        } catch (JsonProcessingException e) {
            throw new UserError("offline profile " + file + " does not fit: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new UserError("cannot read the offline profile " + file + ": " + IoReason.of(e), e);
        }
    }

    private static Profile parse(byte[] bytes) throws IOException {
        Content content = YAML.readValue(bytes, Content.class);
        return new Profile(
                content.name(),
                content.version(),
                content.attention(),
                content.rates(),
                content.sources(),
                sha256(bytes));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
