package dev.trimtab.benchmark.grade;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.trimtab.runtime.InfrastructureError;
import dev.trimtab.runtime.IoReason;
import dev.trimtab.runtime.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Writes runs as a {@link RunGroup}: copies of what they submitted and logged and of their programs. */
public final class RunGroupWriter {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss'-UTC'", Locale.ROOT);

    private RunGroupWriter() {}

    /**
     * What of a run goes into a group. Files that are not there are left out.
     *
     * @param competition id of the competition
     * @param name names the run; what ids cannot hold is replaced
     * @param submission what it submitted
     * @param logs its logs
     * @param code texts of its programs by the name of the file
     */
    public record Member(String competition, String name, Path submission, List<Path> logs, Map<String, String> code) {
        /** Copies the collections. */
        public Member {
            logs = List.copyOf(logs);
            code = Map.copyOf(code);
        }
    }

    private record Metadata(
            @JsonProperty("run_group") String group,
            @JsonProperty("created_at") String createdAt,
            @JsonProperty("runs") Map<String, Status> runs) {}

    /** Whether a run came to its end, which MLE-bench calls success whatever it submitted. */
    private record Status(@JsonProperty("success") boolean success) {}

    /**
     * Writes a group, {@code metadata.json} last.
     *
     * @param root its directory, made if absent
     * @param members runs that came to their end
     * @param at when the group is made
     * @throws UserError if there is something in the directory already; nothing is overwritten
     * @throws InfrastructureError if it cannot be written
     */
    public static RunGroup write(Path root, List<Member> members, ZonedDateTime at) {
        try {
            if (Files.exists(root) && !isEmptyDirectory(root)) {
                throw new UserError(root + " is not empty or no directory; choose another one for the run group");
            }
            Map<String, Status> runs = new LinkedHashMap<>();
            for (Member member : members) {
                String id = unusedId(member, runs);
                copy(member, root.resolve(id));
                runs.put(id, new Status(true));
            }
            String created = TIME.format(at.withZoneSameInstant(ZoneOffset.UTC));
            Metadata metadata = new Metadata(
                    String.valueOf(root.toAbsolutePath().normalize().getFileName()), created, runs);
            Files.writeString(root.resolve(RunGroup.METADATA), ReportJson.of(metadata) + "\n");
            return new RunGroup(root, new ArrayList<>(runs.keySet()));
        } catch (IOException e) {
            throw new InfrastructureError("cannot write the run group " + root + ": " + IoReason.of(e), e);
        }
    }

    private static boolean isEmptyDirectory(Path root) throws IOException {
        if (!Files.isDirectory(root)) {
            return false;
        }
        try (Stream<Path> inside = Files.list(root)) {
            return inside.findAny().isEmpty();
        }
    }

    private static String unusedId(Member member, Map<String, Status> used) {
        String id = member.competition() + "_"
                + member.name().toLowerCase(Locale.ROOT).replaceAll("[^0-9a-z]+", "-");
        return Stream.iterate(1, n -> n + 1)
                .map(n -> n == 1 ? id : id + "-" + n)
                .filter(candidate -> !used.containsKey(candidate))
                .findFirst()
                .orElseThrow();
    }

    private static void copy(Member member, Path folder) throws IOException {
        Path submission = Files.createDirectories(folder.resolve("submission"));
        Path logs = Files.createDirectories(folder.resolve("logs"));
        Path code = Files.createDirectories(folder.resolve("code"));
        copyInto(submission, member.submission());
        for (Path log : member.logs()) {
            copyInto(logs, log);
        }
        for (Map.Entry<String, String> program : member.code().entrySet()) {
            Files.writeString(code.resolve(program.getKey()), program.getValue());
        }
    }

    private static void copyInto(Path folder, Path file) throws IOException {
        if (Files.isRegularFile(file)) {
            Files.copy(file, folder.resolve(file.getFileName()));
        }
    }
}
