package dev.escapement.codegen;

import dev.escapement.internal.json.ViolationMessages;
import dev.escapement.json.JsonEncoder;
import dev.escapement.json.StaleCodeError;
import dev.escapement.json.Violation;

/** The encoding of one value, and the conversion of its failures. */
final class JsonEncoding {

    private JsonEncoding() {}

    /** Encodes a value without checking its sets for duplicate elements. */
    static <T> String encodeUnchecked(JsonEncoder<T> encoder, T value) {
        return encode(encoder, value, new JsonWriter(false, false));
    }

    /**
     * Encodes a value.
     *
     * @throws IllegalArgumentException if the value or a part of it is null where null is not allowed
     * @throws StaleCodeError if generated code does not agree with the type of the value
     */
    static <T> String encode(JsonEncoder<T> encoder, T value, JsonWriter writer) {
        try {
            writer.write(encoder, value);
        } catch (NullPointerException e) {
            IllegalArgumentException fault = fault(writer.frame.path(), ViolationMessages.VALUE, "null");
            fault.initCause(e);
            throw fault;
        } catch (RuntimeException | LinkageError e) {
            StaleCodeError stale = ShapeCheck.staleCode(writer.codec, e);
            if (stale != null) {
                throw stale;
            }
            throw e;
        }
        writer.frame.requireOneValue();
        return writer.text.finish();
    }

    /** Returns the exception for a value that violates a rule of its type. */
    static IllegalArgumentException fault(String path, String expected, String found) {
        return new IllegalArgumentException(new Violation(path, expected, found).toString());
    }
}
