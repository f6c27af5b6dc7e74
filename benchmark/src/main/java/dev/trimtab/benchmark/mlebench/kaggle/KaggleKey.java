package dev.trimtab.benchmark.mlebench.kaggle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trimtab.runtime.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;

/**
 * A user's key to Kaggle's interface.
 *
 * @param user the user's name
 * @param secret the key itself, never shown
 */
public record KaggleKey(String user, String secret) {
    private static final String HOW =
            "; make a key at https://www.kaggle.com/settings (Create Legacy API Key) and put it into"
                    + " ~/.kaggle/kaggle.json, or its parts into KAGGLE_USERNAME and KAGGLE_KEY";

    /**
     * Finds the key: KAGGLE_USERNAME and KAGGLE_KEY, else {@code kaggle.json} in KAGGLE_CONFIG_DIR or the user's
     * {@code .kaggle}.
     *
     * @throws UserError that says how to get one if there is none
     */
    public static KaggleKey find(Map<String, String> environment, Path home) {
        String user = environment.getOrDefault("KAGGLE_USERNAME", "");
        String secret = environment.getOrDefault("KAGGLE_KEY", "");
        if (!user.isEmpty() && !secret.isEmpty()) {
            return new KaggleKey(user, secret);
        }
        String folder = environment.getOrDefault("KAGGLE_CONFIG_DIR", "");
        Path file = (folder.isEmpty() ? home.resolve(".kaggle") : Path.of(folder)).resolve("kaggle.json");
        if (!Files.isRegularFile(file)) {
            throw new UserError("no key to Kaggle" + HOW);
        }
        try {
            JsonNode key = new ObjectMapper().readTree(file.toFile());
            if (key.path("username").asText("").isEmpty()
                    || key.path("key").asText("").isEmpty()) {
                throw new UserError(file + " has no username and key" + HOW);
            }
            return new KaggleKey(key.get("username").asText(), key.get("key").asText());
        } catch (IOException e) {
            throw new UserError(file + " cannot be read as JSON" + HOW, e);
        }
    }

    /** Returns the header that shows the key to Kaggle. */
    String authorization() {
        byte[] both = (user + ":" + secret).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(both);
    }

    @Override
    public String toString() {
        return "KaggleKey[" + user + "]";
    }
}
