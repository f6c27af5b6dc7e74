package dev.trimtab.benchmark.environment;

import dev.trimtab.runtime.InfrastructureError;
import dev.trimtab.runtime.config.ConfigLoader;
import dev.trimtab.runtime.config.Layer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes out of a description what tells where it comes from, by rule: links, the names of its competition and of who held or paid for it, Kaggle,
 * and whole sections on prizes, dates, people and sources. What stands in backticks or fences, the names of files and those of columns stay as they
 * are, unless they hold a link. It is the same every time; what the data themselves give away it cannot hide.
 *
 * @param hosts who held or paid for competitions
 * @param names by competition, what Kaggle calls it
 */
public record Obfuscation(List<String> hosts, Map<String, String> names) {
    private static final String RESOURCE = "obfuscation.yaml";
    private static final String LEAD =
            "(?:the|our|official|important|key|cash|competition|challenge|contest|data|dataset|image|photo)";
    private static final String TOPIC =
            "(?:prizes?|awards|timeline|dates|deadlines?|citations?|acknowledge?ments?|thanks|credits?|attribution"
                    + "|sponsors?|hosts?|organi[sz]ers?|partners?|about (?:the )?(?:hosts?|sponsors?|organi[sz]ers?|us)|code requirements?|rules|eligibility"
                    + "|teams|faqs?|sources?|licen[cs]es?|terms of use|getting started|resources?|references?)";
    private static final String WHOLE = "(?:about .*kaggle|how to cite|(?:hosted|sponsored|organi[sz]ed) by)\\b.*";
    private static final String OF = "\\s+(?:of|for|to)\\s+(?:(?:this|the|our)\\s+)?"
            + "(?:competition|challenge|contest|task|data|data ?sets?|images|photos|pictures)";
    /** A heading is about such a topic only as a whole: "Dates" is, "Date format" tells of the data. */
    private static final Pattern SECTION = Pattern.compile(
            "(?i)^(#{1,6})[^a-z]*(?:" + WHOLE + "|(?:" + LEAD + "\\s+)*" + TOPIC + "(?:[^a-z]+(?:(?:and|or)[^a-z]+)?(?:"
                    + LEAD + "\\s+)*" + TOPIC + ")*(?:" + OF + ")?(?:\\s*[:(].*)?[^a-z]*)$");

    private static final Pattern HEADING = Pattern.compile("^(#{1,6})\\s.*$");
    private static final Pattern IMAGE = Pattern.compile("!\\[[^\\]]*]\\([^)]*\\)");
    private static final Pattern LINK = Pattern.compile("(?<![\\w\\])])\\[([^\\]]*)]\\([^)]*\\)");
    private static final Pattern REFERENCE =
            Pattern.compile("(?m)^\\s*\\[[^\\]]+]:\\s*\\S+.*$|(?<![\\w\\])])\\[([^\\]]+)]\\[[^\\]]*]");
    private static final Pattern TAG = Pattern.compile("(?is)<(?:a|img|iframe|link)\\b[^>]*>|</a>");
    private static final Pattern ADDRESS = Pattern.compile(
            "(?i)<?\\b(?:https?|ftp)://[^\\s>)\\]`|]*[^\\s>)\\]`|.,;:!?]>?|\\bwww\\.[^\\s>)\\]`|]*[^\\s>)\\]`|.,;:!?]|[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+"
                    + "|\\b[\\w.-]+\\.(?:(?:com|org|net|edu|gov)\\b(?:/[^\\s>)\\]`|]*)?|(?:io|ai)/[^\\s>)\\]`|]*)");
    private static final Pattern KEPT = Pattern.compile("(?s)```.*?```|``[^`]*``|`[^`\\n]*`"
            + "|[\\w./*<>\\[\\]{}-]*\\.(?:csv|tsv|jsonl?|txt|zip|7z|tar|gz|parquet|npy|npz|h5|hdf5|tfrec(?:ord)?s?|png|jpe?g|tiff?|gif|bmp|dcm|nii"
            + "|wav|mp3|mp4|avi|aiff?|flac|bson|pkl|feather|mat|xml|md|nmea)\\b");
    private static final Pattern KAGGLE_OF = Pattern.compile("(?i)\\bkaggle(?:'s)?\\s+(?=competition|challenge|task)");
    private static final Pattern KAGGLER = Pattern.compile("(?i)\\bkaggler");
    private static final Pattern KAGGLE = Pattern.compile("(?i)\\bkaggle");

    /** Copies what it is given. */
    public Obfuscation {
        hosts = List.copyOf(hosts);
        names = Map.copyOf(names);
    }

    /** Returns the names that come with Trimtab. */
    public static Obfuscation builtIn() {
        try (InputStream resource = Obfuscation.class.getResourceAsStream(RESOURCE)) {
            if (resource == null) {
                throw new InfrastructureError("resource " + RESOURCE + " is missing");
            }
            String yaml = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
            return new ConfigLoader().load(List.of(Layer.text(RESOURCE, yaml)), Obfuscation.class);
        } catch (IOException e) {
            throw new InfrastructureError("resource " + RESOURCE + " cannot be read", e);
        }
    }

    /**
     * Returns a description without what tells where it comes from.
     *
     * @param id the competition's id
     * @param text the description
     * @param columns names of columns, which stay
     */
    public String of(String id, String text, Set<String> columns) {
        String linkless = withoutLinks(withoutSections(text));
        Matcher kept = kept(columns).matcher(linkless);
        StringBuilder result = new StringBuilder();
        int end = 0;
        while (kept.find()) {
            result.append(renamed(id, linkless.substring(end, kept.start()))).append(kept.group());
            end = kept.end();
        }
        return result.append(renamed(id, linkless.substring(end)))
                        .toString()
                        .replaceAll("\\n{3,}", "\n\n")
                        .strip() + "\n";
    }

    /** Returns the text without the sections whose headings say that they tell of people, money, dates or sources. */
    private static String withoutSections(String text) {
        List<String> lines = new ArrayList<>();
        int dropped = 0;
        boolean fenced = false;
        for (String line : text.lines().toList()) {
            fenced ^= line.strip().startsWith("```");
            Matcher heading = HEADING.matcher(line);
            if (!fenced
                    && heading.matches()
                    && (dropped == 0 || heading.group(1).length() <= dropped)) {
                Matcher section = SECTION.matcher(line);
                dropped = section.matches() ? section.group(1).length() : 0;
            }
            if (dropped == 0) {
                lines.add(line);
            }
        }
        return String.join("\n", lines);
    }

    private static String withoutLinks(String text) {
        String plain = IMAGE.matcher(text).replaceAll("");
        plain = LINK.matcher(plain).replaceAll("$1");
        plain = REFERENCE
                .matcher(plain)
                .replaceAll(found -> found.group(1) == null ? "" : Matcher.quoteReplacement(found.group(1)));
        plain = TAG.matcher(plain).replaceAll("");
        return ADDRESS.matcher(plain).replaceAll("");
    }

    private static Pattern kept(Set<String> columns) {
        StringBuilder pattern = new StringBuilder(KEPT.pattern());
        columns.stream()
                .filter(column -> !column.isBlank())
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(column -> column))
                .forEach(column -> pattern.append("|(?<![\\w-])")
                        .append(Pattern.quote(column))
                        .append("(?![\\w-])"));
        return Pattern.compile(pattern.toString());
    }

    private String renamed(String id, String text) {
        String plain = text;
        for (String name : spellings(id)) {
            plain = replaced(plain, name, "this task");
        }
        for (String host : hosts) {
            plain = replaced(plain, host, "the organiser");
        }
        plain = KAGGLE_OF.matcher(plain).replaceAll("");
        plain = KAGGLER.matcher(plain).replaceAll("participant");
        plain = KAGGLE.matcher(plain).replaceAll("the platform");
        return plain.replaceAll("\\bcompetition(s?)\\b", "task$1").replaceAll("\\bCompetition(s?)\\b", "Task$1");
    }

    /** Returns the id and Kaggle's name, whole and, where it has several parts, its first, the longest first. */
    private List<String> spellings(String id) {
        List<String> all = new ArrayList<>(List.of(id, id.replace('-', ' ')));
        String name = names.get(id);
        if (name != null) {
            all.add(name);
            for (String part : name.split("\\s*(?::| - | – |\\(|\\))\\s*", -1)) {
                if (part.strip().contains(" ")) {
                    all.add(part.strip());
                }
            }
        }
        all.sort(Comparator.comparingInt(String::length).reversed().thenComparing(spelling -> spelling));
        return all;
    }

    private static String replaced(String text, String name, String by) {
        return Pattern.compile(
                        "(?<![\\w-])" + Pattern.quote(name) + "(?![\\w-])",
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(text)
                .replaceAll(by);
    }
}
