package dev.trimtab.runtime.loopback;

import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.nio.file.Files;
import java.nio.file.Path;
import okhttp3.MediaType;
import okhttp3.MultipartReader;
import okio.Buffer;
import okio.BufferedSource;
import okio.Okio;
import okio.Sink;
import org.jspecify.annotations.Nullable;

/** A file in the body of a {@code multipart/form-data} request (RFC 7578). */
public final class UploadedFile {
    private static final int PIECE = 1 << 16;

    private UploadedFile() {}

    /**
     * Saves the first part of a name.
     *
     * @param body the request's body; it is not closed
     * @param contentType the request's content type, with the boundary between parts; null if it states none
     * @param field the part's name
     * @param most bytes that it may have
     * @param target where it goes, in place of what is there
     * @return whether there is such a part
     * @throws ProtocolException if the body is malformed, or the part too large
     * @throws IOException if the body ends too soon, or the target cannot be written
     */
    public static boolean save(InputStream body, @Nullable String contentType, String field, long most, Path target)
            throws IOException {
        MediaType type = contentType == null ? null : MediaType.parse(contentType);
        String boundary = type == null ? null : type.parameter("boundary");
        if (type == null || !type.type().equals("multipart") || boundary == null) {
            return false;
        }
        MultipartReader parts = new MultipartReader(Okio.buffer(Okio.source(body)), boundary);
        for (MultipartReader.Part part = parts.nextPart(); part != null; part = parts.nextPart()) {
            String disposition = String.valueOf(part.headers().get("Content-Disposition"));
            if (disposition.contains("; name=\"" + field + "\"")) {
                copy(part.body(), most, target);
                return true;
            }
        }
        return false;
    }

    private static void copy(BufferedSource part, long most, Path target) throws IOException {
        try (Sink sink = Okio.sink(Files.newOutputStream(target))) {
            Buffer piece = new Buffer();
            long written = 0;
            for (long read = part.read(piece, PIECE); read >= 0; read = part.read(piece, PIECE)) {
                written += read;
                if (written > most) {
                    throw new ProtocolException("the file has more than " + most + " bytes");
                }
                sink.write(piece, read);
            }
        }
    }
}
