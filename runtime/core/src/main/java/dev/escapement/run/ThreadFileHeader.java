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
 * @param thread the id of the thread, which the name of the file does not always contain
 * @param version the version of the format of the following lines
 */
record ThreadFileHeader(String thread, int version) {

    /**
     * The current version of the file format. In this version, each line after the header is an event in the form of
     * {@link dev.escapement.thread.Event#CODEC}.
     */
    private static final int VERSION = 1;

    private static final JsonCodec<ThreadFileHeader> CODEC = new HeaderCodec();

    /** Returns the header line for the file of a new thread. */
    static byte[] line(String thread) {
        return JsonLine.of(CODEC, new ThreadFileHeader(thread, VERSION));
    }

    /**
     * Decodes the header line of a file.
     *
     * @throws CorruptThreadException if the line is not a header, or has another version
     */
    static ThreadFileHeader read(Path file, ByteBuffer line) {
        ThreadFileHeader header = JsonLine.read(
                line,
                CODEC,
                () -> CorruptThreadException.encoding(file, 1),
                violations -> CorruptThreadException.header(file, violations));
        if (header.version != VERSION) {
            throw CorruptThreadException.version(file, VERSION, header.version);
        }
        return header;
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
