package dev.escapement.content;

import dev.escapement.codegen.ConstantSet;
import dev.escapement.codegen.JsonReader;
import dev.escapement.codegen.JsonWriter;
import dev.escapement.codegen.PropertySet;
import dev.escapement.json.JsonCodec;
import org.jspecify.annotations.Nullable;

/**
 * The JSON codec of {@link Content}, for generated code. It has the members of a generated codec. Written by hand, because
 * the processor requires this module.
 */
public final class ContentCodec implements JsonCodec<Content> {

    /** The only instance. It has no state. */
    public static final ContentCodec INSTANCE = new ContentCodec();

    private static final String TYPE = "type";
    private static final String TEXT = "text";
    private static final String FILE = "file";

    private static final ConstantSet NAMES = ConstantSet.of(FILE, TEXT);
    private static final PropertySet TEXT_PROPERTIES = PropertySet.required(TYPE, TEXT);
    private static final PropertySet FILE_PROPERTIES =
            PropertySet.required(TYPE, "mediaType", "name", "sha256", "size");

    private ContentCodec() {}

    @Override
    public @Nullable Content read(JsonReader in) {
        String type = in.readDiscriminator(TYPE, NAMES);
        if (type == null) {
            return null;
        }
        return type.equals(FILE) ? Content_FileCodec.read(in, FILE_PROPERTIES) : readText(in);
    }

    private static Content.@Nullable Text readText(JsonReader in) {
        if (!in.beginObject(TEXT_PROPERTIES)) {
            return null;
        }
        String text = null;
        while (in.nextProperty()) {
            if (in.name().equals(TEXT)) {
                text = in.readString();
            } else {
                in.skip();
            }
        }
        return in.endObject() && text != null ? new Content.Text(text) : null;
    }

    @Override
    public void write(JsonWriter out, Content value) {
        out.beginObject(value);
        value.accept(new PropertyWriter(out)).endObject();
    }

    /**
     * Returns the fingerprint of the shape of {@link Content} for which this class was written.
     *
     * @return 16 hexadecimal digits
     */
    public static String shapeFingerprint() {
        return "3a31a9cffa817a46";
    }

    /** A visitor that writes the properties of an object that has begun. */
    private record PropertyWriter(JsonWriter out) implements Content.Visitor<JsonWriter> {

        @Override
        public JsonWriter text(Content.Text text) {
            out.property(TYPE, TEXT);
            out.property(TEXT, text.text());
            return out;
        }

        @Override
        public JsonWriter file(Content.File file) {
            out.property(TYPE, FILE);
            Content_FileCodec.writeProperties(out, file);
            return out;
        }
    }
}
