package dev.trimtab.runtime.model;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingRegistry;
import com.knuddels.jtokkit.api.EncodingType;
import dev.trimtab.runtime.UserError;
import java.util.Arrays;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/** Exact counts for models whose byte pair encoding JTokkit knows; special tokens in a text count as ordinary text. */
public final class JTokkitTokenCounter implements TokenCounter {
    private static final EncodingRegistry ENCODINGS = Encodings.newLazyEncodingRegistry();

    private final Encoding encoding;
    private final CachedCounts counts;

    private JTokkitTokenCounter(EncodingType type) {
        this.encoding = ENCODINGS.getEncoding(type);
        boolean byParagraph = type == EncodingType.CL100K_BASE || type == EncodingType.O200K_BASE;
        this.counts = new CachedCounts(byParagraph ? byParagraph(encoding) : encoding::countTokensOrdinary);
    }

    /**
     * Returns a counter for an encoding.
     *
     * @param encoding such as {@code "o200k_base"} (gpt-4o, o1) or {@code "cl100k_base"} (gpt-4, gpt-3.5)
     * @throws UserError if JTokkit has no such encoding
     */
    public static JTokkitTokenCounter of(String encoding) {
        EncodingType type = EncodingType.fromName(encoding)
                .orElseThrow(() -> new UserError("token encoding \"" + encoding
                        + "\" is unknown: use one of "
                        + Arrays.stream(EncodingType.values())
                                .map(EncodingType::getName)
                                .collect(Collectors.joining(", "))
                        + ", or leave it out for an over-estimate"));
        return new JTokkitTokenCounter(type);
    }

    @Override
    public String name() {
        return encoding.getName();
    }

    @Override
    public int count(String text) {
        return counts.count(text);
    }

    /** A new text is mostly made of paragraphs that were counted before. */
    private static ToIntFunction<String> byParagraph(Encoding encoding) {
        CachedCounts paragraphs = new CachedCounts(encoding::countTokensOrdinary);
        return text -> Paragraphs.of(text).stream().mapToInt(paragraphs::count).sum();
    }
}
