package dev.escapement.content;

import dev.escapement.codegen.JsonReader;
import dev.escapement.codegen.JsonWriter;
import dev.escapement.codegen.PropertySet;
import dev.escapement.json.JsonCodec;
import org.jspecify.annotations.Nullable;

/**
 * The JSON codec of {@link Content.File}, for generated code. It has the members of a generated codec, and records the
 * files that it reads and writes. Written by hand, because the processor requires this module.
 */
public final class Content_FileCodec implements JsonCodec<Content.File> {

    /** The only instance. It has no state. */
    public static final Content_FileCodec INSTANCE = new Content_FileCodec();

    private static final PropertySet FILE_PROPERTIES = PropertySet.required("mediaType", "name", "sha256", "size");

    private Content_FileCodec() {}

    @Override
    public Content.@Nullable File read(JsonReader in) {
        return read(in, FILE_PROPERTIES);
    }

    /** Reads an object with the properties of a file. */
    static Content.@Nullable File read(JsonReader in, PropertySet properties) {
        if (!in.beginObject(properties)) {
            return null;
        }
        String mediaType = null;
        String name = null;
        String sha256 = null;
        long size = 0;
        while (in.nextProperty()) {
            switch (in.name()) {
                case "mediaType" -> mediaType = in.readString();
                case "name" -> name = in.readString();
                case "sha256" -> sha256 = in.readString();
                case "size" -> size = in.readLong();
                default -> in.skip();
            }
        }
        if (!in.endObject() || mediaType == null || name == null || sha256 == null) {
            return null;
        }
        try {
            Content.File file = new Content.File(mediaType, name, sha256, size);
            in.addFile(file);
            return file;
        } catch (IllegalArgumentException refusal) {
            in.reportRefusal(refusal);
            return null;
        }
    }

    @Override
    public void write(JsonWriter out, Content.File value) {
        out.beginObject(value);
        writeProperties(out, value);
        out.endObject();
    }

    /** Writes the properties of a file in an object, and records the file. */
    static void writeProperties(JsonWriter out, Content.File value) {
        out.property("mediaType", value.mediaType());
        out.property("name", value.name());
        out.property("sha256", value.sha256());
        out.name("size");
        out.writeLong(value.size());
        out.addFile(value);
    }

    /**
     * Returns the fingerprint of the shape of {@link Content.File} for which this class was written.
     *
     * @return 16 hexadecimal digits
     */
    public static String shapeFingerprint() {
        return "2d7307821a2b0c91";
    }
}
