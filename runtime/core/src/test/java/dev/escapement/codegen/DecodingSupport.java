package dev.escapement.codegen;

import dev.escapement.internal.json.ViolationMessages;
import dev.escapement.json.Decoded;
import dev.escapement.json.JsonCodec;
import dev.escapement.json.Repair;
import dev.escapement.json.Violation;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Assertions;

/** Shorthand for tests that decode. */
public final class DecodingSupport {

    private DecodingSupport() {}

    /** A codec that only reads. */
    public static <T> JsonCodec<T> reading(Function<JsonReader, T> read) {
        return new JsonCodec<>() {
            @Override
            public T read(JsonReader in) {
                return read.apply(in);
            }

            @Override
            public void write(JsonWriter out, T value) {
                throw new UnsupportedOperationException("this codec only reads");
            }
        };
    }

    /** The value of a text that must be accepted. */
    public static <T> T value(JsonCodec<T> codec, String text) {
        return accepted(codec, text).value();
    }

    /** The repairs of a text that must be accepted. */
    public static List<Repair> repairs(JsonCodec<?> codec, String text) {
        return accepted(codec, text).repairs();
    }

    /** The violations of a text. None if it is accepted. */
    public static List<Violation> violations(JsonCodec<?> codec, String text) {
        return codec.decode(text) instanceof Decoded.Rejected<?> rejected ? rejected.violations() : List.of();
    }

    /** The expectation of the only violation of a text. */
    public static String expectation(JsonCodec<?> codec, String text) {
        List<Violation> violations = violations(codec, text);
        Assertions.assertEquals(1, violations.size(), violations::toString);
        return violations.get(0).expected();
    }

    /** A missing property. */
    public static Violation missing(String path) {
        return new Violation(path, ViolationMessages.VALUE, ViolationMessages.NOTHING);
    }

    /** The description of a string that has nothing to escape. */
    public static String string(String text) {
        return ViolationMessages.string('"' + text + '"');
    }

    private static <T> Decoded.Accepted<T> accepted(JsonCodec<T> codec, String text) {
        Decoded<T> decoded = codec.decode(text);
        if (decoded instanceof Decoded.Accepted<T> accepted) {
            return accepted;
        }
        return Assertions.fail(text + " was rejected: " + decoded);
    }
}
