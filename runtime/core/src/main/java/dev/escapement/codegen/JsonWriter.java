package dev.escapement.codegen;

import dev.escapement.internal.json.JsonPath;
import dev.escapement.internal.json.LimitMessages.Unit;
import dev.escapement.internal.json.ViolationMessages;
import dev.escapement.json.JsonCodec;
import dev.escapement.json.JsonEncoder;
import dev.escapement.json.JsonText;
import org.jspecify.annotations.Nullable;

/**
 * A writer of compact JSON for generated code. Numbers have the shortest form that reads back to the same value, and
 * characters outside ASCII are not escaped. The output is valid under the schema of its type: a value that violates a
 * rule of its type causes an {@link IllegalArgumentException} with the path, except that times are not compared with
 * the present. Not safe for use by multiple Java threads.
 */
public final class JsonWriter extends ScalarWriter {

    private final boolean checksSets;

    /**
     * Creates a writer.
     *
     * @param checksSets whether the elements of a set must differ in JSON Schema
     * @param decodable whether nested JSON of any type must not exceed {@link JsonReader#MAX_DEPTH}
     */
    JsonWriter(boolean checksSets, boolean decodable) {
        super(decodable);
        this.checksSets = checksSets;
    }

    /**
     * Encodes a value as JSON.
     *
     * @param encoder the writer of the value
     * @param value the value
     * @param <T> the type of the value
     * @return JSON text
     * @throws IllegalArgumentException if the value cannot be written; the message contains the path
     * @throws IllegalStateException if the encoder does not write exactly one value
     */
    public static <T> String encode(JsonEncoder<T> encoder, T value) {
        return JsonEncoding.encode(encoder, value, new JsonWriter(true, false));
    }

    /**
     * Encodes a value as JSON that the codec can decode. In addition to the rules of {@link #encode(JsonEncoder,
     * Object)}, nested JSON of any type must not exceed {@link JsonReader#MAX_DEPTH}.
     *
     * @param codec the writer of the value
     * @param value the value
     * @param <T> the type of the value
     * @return JSON text
     * @throws IllegalArgumentException if the value cannot be written; the message contains the path
     * @throws IllegalStateException if the codec does not write exactly one value
     */
    public static <T> String encode(JsonCodec<T> codec, T value) {
        return JsonEncoding.encode(codec, value, new JsonWriter(true, true));
    }

    /** Begins an object. */
    public void beginObject() {
        begin('{', true);
    }

    /**
     * Begins the object that represents a value.
     *
     * @param value the value
     * @throws IllegalArgumentException if the value is null; the message contains the path of the object
     */
    public void beginObject(@Nullable Object value) {
        requireValue(value);
        begin('{', true);
    }

    /**
     * Writes a property name. The property's value must be written next.
     *
     * @param name the name
     */
    public void name(String name) {
        if (frame.moveToName(requireKey(name))) {
            text.append(',');
        }
        text.appendName(name);
    }

    /**
     * Checks that a key of a map is not null, before it is converted to the name of a property.
     *
     * @param key the key
     * @param <K> the type of the key
     * @return the key
     * @throws IllegalArgumentException if the key is null; the message contains the path of the map
     */
    public <K> K requireKey(K key) {
        if (key == null) {
            throw JsonEncoding.fault(frame.enclosingPath(), ViolationMessages.KEY, "null");
        }
        return key;
    }

    /**
     * Checks that the {@code Optional} of a property is not null. Nothing is written.
     *
     * @param name the name of the property
     * @param value the {@code Optional}
     * @param <T> the type of the {@code Optional}
     * @return the {@code Optional}
     * @throws IllegalArgumentException if the value is null; the message contains the path of the property
     */
    public <T> T requireNonNull(String name, @Nullable T value) {
        if (value == null) {
            throw JsonEncoding.fault(frame.enclosingPath() + JsonPath.segment(name), ViolationMessages.VALUE, "null");
        }
        return value;
    }

    /**
     * Writes a property whose value is a string.
     *
     * @param name the name
     * @param value the string
     */
    public void property(String name, String value) {
        name(name);
        writeString(value);
    }

    /**
     * Writes a property with a JSON value of any type.
     *
     * @param name the name
     * @param value the value as text
     */
    public void property(String name, JsonText value) {
        name(name);
        writeJson(value);
    }

    /**
     * Writes a value with its own codec.
     *
     * @param encoder the codec
     * @param value the value
     * @param <T> the type of the value
     */
    public <T> void write(JsonEncoder<T> encoder, T value) {
        Object outer = codec;
        codec = encoder;
        encoder.write(this, value);
        codec = outer;
    }

    /** Ends the innermost object. */
    public void endObject() {
        end('}', true);
        counted = Unit.PROPERTY;
    }

    /** Begins an array. */
    public void beginArray() {
        begin('[', false);
    }

    /** Ends the innermost array. */
    public void endArray() {
        end(']', false);
        counted = Unit.ELEMENT;
    }

    private void begin(char bracket, boolean object) {
        int start = atValue().length();
        requireDepth(1);
        frame = frame.inner(object, start);
        text.append(bracket);
    }

    private void end(char bracket, boolean object) {
        count = frame.count();
        frame = frame.outer(object);
        text.append(bracket);
    }

    /** Begins an array for a set whose elements can be equal in JSON Schema although they differ in Java. */
    public void beginSet() {
        beginArray();
    }

    /**
     * Ends the array begun by {@link #beginSet}.
     *
     * @throws IllegalArgumentException if two elements are equal in JSON Schema, like 2.0 and 2.00
     */
    public void endSet() {
        int start = frame.start();
        endArray();
        if (checksSets && count > 1) {
            int repeated = UniqueItems.firstRepeated(text.substring(start));
            if (repeated >= 0) {
                String path = frame.path() + "[" + repeated + "]";
                throw JsonEncoding.fault(path, ViolationMessages.ELEMENT_ONCE, ViolationMessages.AGAIN);
            }
        }
    }
}
