package dev.escapement.run;

import dev.escapement.codegen.JsonReader;
import dev.escapement.codegen.JsonWriter;
import dev.escapement.codegen.PropertySet;
import dev.escapement.json.JsonCodec;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The first line of a thread's file.
 *
 * @param thread the thread's id, which a file's name does not always tell
 * @param version how the lines after it are to be read
 */
record ThreadFileHeader(String thread, int version) {

    /** What the line should be. */
    static final String EXPECTED = "the header of a thread's file";

    /** After the header an event a line, as {@link dev.escapement.thread.Event#CODEC} writes it. */
    private static final int VERSION = 1;

    private static final JsonCodec<ThreadFileHeader> CODEC = new Codec();

    /** The header of a new file. */
    static byte[] line(String thread) {
        return JsonLine.of(CODEC, new ThreadFileHeader(thread, VERSION));
    }

    /**
     * Reads the header of a file.
     *
     * @throws CorruptThreadException if the line is none, or none of this version
     */
    static ThreadFileHeader read(Path file, ByteBuffer line) {
        ThreadFileHeader header = JsonLine.read(file, 1, line, CODEC, EXPECTED);
        if (header.version != VERSION) {
            throw new CorruptThreadException(
                    file,
                    1,
                    "version " + VERSION,
                    "version " + header.version + " (was it written by another release of the library?)");
        }
        return header;
    }

    private static final class Codec implements JsonCodec<ThreadFileHeader> {

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
