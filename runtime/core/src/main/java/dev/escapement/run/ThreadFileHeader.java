package dev.escapement.run;

import dev.escapement.codegen.JsonReader;
import dev.escapement.codegen.JsonWriter;
import dev.escapement.codegen.PropertySet;
import dev.escapement.json.JsonCodec;
import dev.escapement.json.Violation;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The first line of a thread's file.
 *
 * @param thread the id of the thread, which the name of the file does not always contain
 * @param version the version of the format of the following lines
 * @param agent the name of the thread's agent
 * @param labels the labels of the thread, sorted by name; empty after an erasure
 * @param erased whether the content of the thread was erased
 */
record ThreadFileHeader(String thread, int version, String agent, Map<String, String> labels, boolean erased) {

    /** The current version of the file format, which {@link StoredLine} describes. */
    static final int VERSION = 3;

    private static final JsonCodec<ThreadFileHeader> CODEC = new HeaderCodec();

    /** Returns the header for the file of a new thread. */
    static ThreadFileHeader of(String thread, String agent, Map<String, String> labels) {
        return new ThreadFileHeader(thread, VERSION, agent, new TreeMap<>(labels), false);
    }

    /** Returns the header of the file after the content of the thread was erased. */
    ThreadFileHeader withoutContent() {
        return new ThreadFileHeader(thread, version, agent, Map.of(), true);
    }

    /** Returns the line with its line feed. */
    byte[] line() {
        return JsonLine.of(CODEC, this);
    }

    /** Returns the part of the header line that the id of a thread determines. */
    static byte[] beginning(String thread) {
        String line = CODEC.encode(of(thread, "", Map.of()));
        return line.substring(0, line.indexOf("\"agent\":\"\"")).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Returns the header in the first line of a thread's file.
     *
     * @param file the file
     * @param thread the expected id
     * @param line the line without its line feed
     * @throws CorruptThreadException if the line is not the header of the thread's file
     * @throws NewerThreadException if the file has the format of a later release
     */
    static ThreadFileHeader read(Path file, String thread, ByteBuffer line) {
        ThreadFileHeader header = JsonLine.read(
                line.duplicate(),
                CODEC,
                () -> CorruptThreadException.encoding(file, thread, 1),
                (json, violations) -> invalid(file, thread, json, violations));
        requireVersion(file, thread, header.version);
        if (!header.thread.equals(thread)) {
            throw CorruptThreadException.otherThread(file, thread, header.thread);
        }
        ByteBuffer written = ByteBuffer.wrap(header.line());
        if (!line.equals(written.limit(written.limit() - 1))) {
            throw CorruptThreadException.noHeader(file, thread);
        }
        return header;
    }

    private static void requireVersion(Path file, String thread, int version) {
        if (version > VERSION) {
            throw NewerThreadException.version(file, thread, VERSION, version);
        } else if (version < VERSION) {
            throw CorruptThreadException.version(file, thread, VERSION, version);
        }
    }

    private static RuntimeException invalid(Path file, String thread, String json, List<Violation> violations) {
        FormatProbe probe = FormatProbe.of(json);
        if (probe.version() > VERSION || (probe.version() > 0 && !probe.thread().isEmpty())) {
            requireVersion(file, thread, probe.version());
        }
        return CorruptThreadException.header(file, thread, violations);
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

        private static final PropertySet PROPERTIES =
                PropertySet.required("thread", "version", "agent").optional("labels", "erased");

        @Override
        public @Nullable ThreadFileHeader read(JsonReader in) {
            if (!in.beginObject(PROPERTIES)) {
                return null;
            }
            String thread = null;
            int version = 0;
            String agent = null;
            Map<String, String> labels = null;
            boolean erased = false;
            while (in.nextProperty()) {
                switch (in.name()) {
                    case "thread" -> thread = in.readString();
                    case "version" -> version = in.readInt();
                    case "agent" -> agent = in.readString();
                    case "labels" -> labels = StoredValues.TEXTS.read(in);
                    default -> erased = in.readBoolean();
                }
            }
            return in.endObject() && thread != null && agent != null
                    ? new ThreadFileHeader(thread, version, agent, labels == null ? Map.of() : labels, erased)
                    : null;
        }

        @Override
        public void write(JsonWriter out, ThreadFileHeader header) {
            out.beginObject();
            out.property("thread", header.thread);
            out.name("version");
            out.writeInt(header.version);
            out.property("agent", header.agent);
            if (!header.labels.isEmpty()) {
                out.name("labels");
                StoredValues.TEXTS.write(out, header.labels);
            }
            if (header.erased) {
                out.name("erased");
                out.writeBoolean(true);
            }
            out.endObject();
        }
    }
}
