package dev.trimtab.runtime.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.trimtab.runtime.InfrastructureError;
import dev.trimtab.runtime.IoReason;
import dev.trimtab.runtime.UserError;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * The event log of a run being written, and played back first when the run is resumed.
 *
 * <p>While recorded events remain, {@link #append} only checks that the run does again what it did before, and {@link #recorded} hands out
 * the next recorded event so that nothing paid for is done twice. After the last recorded event, lines are appended to the file. Not
 * thread-safe: the steps of a run are sequential.
 */
public final class Journal implements AutoCloseable {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final ObjectWriter WRITER = MAPPER.writerFor(Event.class);

    private final FileChannel file;
    private final InstantSource clock;
    private final List<Event> recorded;
    private int next;

    private Journal(FileChannel file, InstantSource clock, List<Event> recorded) {
        this.file = file;
        this.clock = clock;
        this.recorded = List.copyOf(recorded);
    }

    /**
     * Starts the log of a new run.
     *
     * @param path a file that does not exist yet
     * @param clock gives the lines' time stamps
     * @throws InfrastructureError if the file exists or cannot be written
     */
    public static Journal create(Path path, InstantSource clock) {
        try {
            return new Journal(
                    FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), clock, List.of());
        } catch (IOException e) {
            throw new InfrastructureError("cannot start the event log " + path + ": " + IoReason.of(e), e);
        }
    }

    /**
     * Opens the log of an interrupted run to play it back and go on; a torn last line is cut off.
     *
     * @param path the log
     * @param clock gives the time stamps of new lines
     * @throws InfrastructureError if the file cannot be read or written
     * @throws UserError if a line before the last is damaged
     */
    public static Journal resume(Path path, InstantSource clock) {
        JournalReader.Log log = JournalReader.read(path);
        try {
            FileChannel file = FileChannel.open(path, StandardOpenOption.WRITE);
            file.truncate(log.intactBytes());
            file.position(log.intactBytes());
            return new Journal(file, clock, log.events());
        } catch (IOException e) {
            throw new InfrastructureError("cannot go on with the event log " + path + ": " + IoReason.of(e), e);
        }
    }

    /** Returns whether recorded events remain to be played back. */
    public boolean replaying() {
        return next < recorded.size();
    }

    /** Returns the recorded events that remain to be played back, in order. */
    public List<Event> remaining() {
        return recorded.subList(next, recorded.size());
    }

    /** Returns the next recorded event if it is of a type; empty when it is of another, or nothing recorded remains. */
    public <E extends Event> Optional<E> upcoming(Class<E> type) {
        return replaying() && type.isInstance(recorded.get(next))
                ? Optional.of(type.cast(recorded.get(next)))
                : Optional.empty();
    }

    /**
     * Returns the next recorded event, which a following {@link #append} of the same event passes; empty when nothing recorded remains.
     *
     * @param type the type that the run is about to append
     * @throws UserError if the next recorded event is of another type: the run does not do what it did before
     */
    public <E extends Event> Optional<E> recorded(Class<E> type) {
        if (!replaying()) {
            return Optional.empty();
        }
        Event event = recorded.get(next);
        if (!type.isInstance(event)) {
            throw diverged(event, type);
        }
        return Optional.of(type.cast(event));
    }

    /**
     * Records an event, or checks it against the recorded one during play-back.
     *
     * @param event what happened
     * @throws UserError if play-back expected another event
     * @throws InfrastructureError if the file cannot be written
     */
    public void append(Event event) {
        if (replaying()) {
            Event expected = recorded.get(next);
            if (!comparable(expected).equals(comparable(event))) {
                throw diverged(expected, event.getClass());
            }
            next++;
            return;
        }
        write(event);
    }

    /**
     * Forces what was appended to the disk.
     *
     * @throws InfrastructureError if the disk refuses
     */
    public void sync() {
        try {
            file.force(false);
        } catch (IOException e) {
            throw new InfrastructureError("cannot sync the event log: " + IoReason.of(e), e);
        }
    }

    @Override
    public void close() {
        try {
            file.force(true);
            file.close();
        } catch (IOException e) {
            throw new InfrastructureError("cannot close the event log: " + IoReason.of(e), e);
        }
    }

    private void write(Event event) {
        String head = "{\"n\":" + next + ",\"at\":\"" + clock.instant().truncatedTo(ChronoUnit.MILLIS) + "\",";
        try {
            String fields = WRITER.writeValueAsString(event).substring(1);
            ByteBuffer bytes = ByteBuffer.wrap((head + fields + "\n").getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event could not be written as JSON", e);
        } catch (IOException e) {
            throw new InfrastructureError("cannot write the event log: " + IoReason.of(e), e);
        }
        next++;
    }

    /** Compares as text, since a number read back may be another kind of node than the one written. */
    private static String comparable(Event event) {
        return JournalReader.comparable(MAPPER.valueToTree(event)).toString();
    }

    private static UserError diverged(Event expected, Class<? extends Event> actual) {
        String held = "'" + Event.word(expected.getClass()) + "'";
        return new UserError("cannot resume: at step " + expected.step() + " the log holds "
                + (expected.getClass() == actual
                        ? "another " + held + " than the run now makes"
                        : held + " where the run now does '" + Event.word(actual) + "'")
                + "; the code, the configuration or the installed libraries changed since, start a new run");
    }
}
