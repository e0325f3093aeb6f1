package dev.escapement.codegen;

import dev.escapement.internal.json.SyntaxFault;
import dev.escapement.internal.json.ViolationMessages;
import dev.escapement.json.Decoded;
import dev.escapement.json.JsonCodec;
import dev.escapement.json.Repair;
import dev.escapement.json.Violation;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Assertions;

/** Utilities for tests that decode texts. */
public final class DecodingSupport {

    private DecodingSupport() {}

    /** Returns a codec that only reads. */
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

    /** Decodes a text that must be accepted, and returns its value. */
    public static <T> T value(JsonCodec<T> codec, String text) {
        return accepted(codec, text).value();
    }

    /** Decodes a text that must be accepted, and returns its repairs. */
    public static List<Repair> repairs(JsonCodec<?> codec, String text) {
        return accepted(codec, text).repairs();
    }

    /** Returns the violations of a text; empty if it is accepted. */
    public static List<Violation> violations(JsonCodec<?> codec, String text) {
        return codec.decode(text) instanceof Decoded.Rejected<?> rejected ? rejected.violations() : List.of();
    }

    /** Returns the expectation of the only violation of a text. */
    public static String expectation(JsonCodec<?> codec, String text) {
        List<Violation> violations = violations(codec, text);
        Assertions.assertEquals(1, violations.size(), violations::toString);
        return violations.get(0).expected();
    }

    /** Returns the violation for a text that is not strict JSON. */
    public static Violation syntaxFault(String text) {
        SyntaxFault fault = SyntaxFault.in(text);
        return new Violation("$", fault.expected(), fault.actual());
    }

    /** Returns the violation for a missing property. */
    public static Violation missing(String path) {
        return new Violation(path, ViolationMessages.VALUE, ViolationMessages.NOTHING);
    }

    /** Returns the description of a string without characters to escape. */
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
