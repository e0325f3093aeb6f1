package dev.escapement.run;

import dev.escapement.codegen.JsonReader;
import dev.escapement.codegen.JsonWriter;
import dev.escapement.codegen.PropertySet;
import dev.escapement.json.JsonCodec;
import dev.escapement.json.Violation;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The first line of a thread's file.
 *
 * @param thread the id of the thread, which the name of the file does not always contain
 * @param version the version of the format of the following lines
 */
record ThreadFileHeader(String thread, int version) {

    /**
     * The current version of the file format. In this version, each line after the header is an event in the form of
     * {@link dev.escapement.thread.Event#CODEC} with a {@linkplain ChecksumChain checksum}.
     */
    private static final int VERSION = 2;

    private static final JsonCodec<ThreadFileHeader> CODEC = new HeaderCodec();

    /** Returns the header line for the file of a new thread. */
    static byte[] line(String thread) {
        return JsonLine.of(CODEC, new ThreadFileHeader(thread, VERSION));
    }

    /**
     * Verifies the header line of a thread's file.
     *
     * @param file the file
     * @param thread the expected id
     * @param line the line without its line feed
     * @throws CorruptThreadException if the line is not the header of the thread's file
     * @throws NewerThreadException if the file has the format of a later release
     */
    static void require(Path file, String thread, ByteBuffer line) {
        ByteBuffer expected = ByteBuffer.wrap(line(thread));
        if (line.equals(expected.limit(expected.limit() - 1))) {
            return;
        }
        ThreadFileHeader header = JsonLine.read(
                line,
                CODEC,
                () -> CorruptThreadException.encoding(file, thread, 1),
                (json, violations) -> invalid(file, thread, json, violations));
        if (header.version > VERSION) {
            throw NewerThreadException.version(file, thread, VERSION, header.version);
        }
        if (header.version < VERSION) {
            throw CorruptThreadException.version(file, thread, VERSION, header.version);
        }
        throw header.thread.equals(thread)
                ? CorruptThreadException.noHeader(file, thread)
                : CorruptThreadException.otherThread(file, thread, header.thread);
    }

    private static RuntimeException invalid(Path file, String thread, String json, List<Violation> violations) {
        int version = FormatProbe.of(json).version();
        return version > VERSION
                ? NewerThreadException.version(file, thread, VERSION, version)
                : CorruptThreadException.header(file, thread, violations);
    }

    /**
     * Returns the thread id in the header line of a file of any version.
     *
     * @throws CorruptThreadException if the line does not contain an id
     */
    static String thread(Path file, ByteBuffer line) {
        String json = JsonLine.text(line, () -> CorruptThreadException.encoding(file, "", 1));
        FormatProbe probe = FormatProbe.of(json);
        if (probe.thread().isEmpty()) {
            throw CorruptThreadException.noHeader(file, "");
        }
        return probe.thread();
    }

    private static final class HeaderCodec implements JsonCodec<ThreadFileHeader> {

        private static final PropertySet PROPERTIES = PropertySet.required("thread", "version");

        @Override
        public @Nullable ThreadFileHeader read(JsonReader in) {
            if (!in.beginObject(PROPERTIES)) {
                return null;
            }
            String thread = null;
            int version = 0;
            while (in.nextProperty()) {
                switch (in.name()) {
                    case "thread" -> thread = in.readString();
                    default -> version = in.readInt();
                }
            }
            return in.endObject() && thread != null ? new ThreadFileHeader(thread, version) : null;
        }

        @Override
        public void write(JsonWriter out, ThreadFileHeader header) {
            out.beginObject();
            out.property("thread", header.thread);
            out.name("version");
            out.writeInt(header.version);
            out.endObject();
        }
    }
}
