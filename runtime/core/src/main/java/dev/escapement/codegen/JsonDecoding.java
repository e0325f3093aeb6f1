package dev.escapement.codegen;

import dev.escapement.Leniency;
import dev.escapement.internal.json.JsonPath;
import dev.escapement.internal.json.JsonSyntax;
import dev.escapement.internal.json.PythonLiterals;
import dev.escapement.internal.json.RelaxedChanges;
import dev.escapement.internal.json.SyntaxFault;
import dev.escapement.internal.json.ViolationMessages;
import dev.escapement.json.Decoded;
import dev.escapement.json.JsonDecoder;
import dev.escapement.json.ReadOptions;
import dev.escapement.json.Repair;
import dev.escapement.json.StaleCodeError;
import dev.escapement.json.Violation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;

/** The decoding of a JSON text: by the strict rules first, then by the relaxed ones if they are allowed. */
final class JsonDecoding {

    /**
     * The byte order mark that some editors write at the beginning of a file. A parser may ignore it (RFC 8259, section
     * 8.1).
     */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private JsonDecoding() {}

    /** Decodes a value. See {@link JsonReader#decode}. */
    static <T> Decoded<T> decode(JsonDecoder<T> decoder, String text, ReadOptions options) {
        boolean marked = text.startsWith(BYTE_ORDER_MARK);
        String json = marked ? text.substring(1) : text;
        JsonReader strict = new JsonReader(new JsonSource(json, JsonSyntax.UNLIMITED), options);
        try {
            return decode(decoder, strict, marked);
        } catch (StreamConstraintsException limit) {
            return tooDeep(strict);
        } catch (JacksonException fault) {
            if (!SyntaxFault.isIn(json)) {
                return decodeUnpaired(decoder, json, options, marked);
            }
            if (options.allows(Leniency.RELAXED_SYNTAX)) {
                try {
                    JsonReader reader = new JsonReader(
                            JsonSource.ofUnpaired(PythonLiterals.asJson(json), JsonSyntax.relaxed()), options);
                    reader.repaired("", Repair.Kind.RELAXED_SYNTAX, "", "");
                    return describingChanges(decode(decoder, reader, marked), json);
                } catch (JacksonException stillNoJson) {
                    // Report the violations found by the strict rules.
                }
            }
            return rejected(SyntaxFault.of(fault, json));
        }
    }

    /** Decodes strict JSON that the parser rejects for its escaped unpaired surrogates in names. */
    private static <T> Decoded<T> decodeUnpaired(
            JsonDecoder<T> decoder, String json, ReadOptions options, boolean marked) {
        JsonSource source = JsonSource.ofUnpaired(json, JsonSyntax.UNLIMITED);
        JsonReader reader = new JsonReader(source, options);
        try {
            return decode(decoder, reader, marked);
        } catch (StreamConstraintsException limit) {
            return tooDeep(reader);
        } catch (JacksonException fault) {
            return rejected(SyntaxFault.of(fault, json));
        }
    }

    /** Returns a result whose repair of relaxed syntax lists the changes. */
    private static <T> Decoded<T> describingChanges(Decoded<T> decoded, String json) {
        if (!(decoded instanceof Decoded.Accepted<T> accepted)) {
            return decoded;
        }
        RelaxedChanges changes = RelaxedChanges.of(json);
        List<Repair> repairs = new ArrayList<>(accepted.repairs());
        repairs.replaceAll(repair -> repair.kind() == Repair.Kind.RELAXED_SYNTAX
                ? new Repair(repair.path(), repair.kind(), changes.before(), changes.after())
                : repair);
        return new Decoded.Accepted<>(accepted.value(), repairs);
    }

    private static <T> Decoded<T> tooDeep(JsonReader reader) {
        return rejected(
                reader.frame.path(), ViolationMessages.nesting(JsonReader.MAX_DEPTH), ViolationMessages.EXCEEDED);
    }

    private static <T> Decoded<T> rejected(SyntaxFault syntax) {
        return rejected("$", syntax.expected(), syntax.actual());
    }

    private static <T> Decoded<T> rejected(String path, String expected, String actual) {
        return new Decoded.Rejected<>(List.of(new Violation(path, expected, actual)));
    }

    private static <T> Decoded<T> decode(JsonDecoder<T> decoder, JsonReader reader, boolean marked) {
        if (marked) {
            reader.repaired("", Repair.Kind.BYTE_ORDER_MARK, "\\ufeff", "");
        }
        try (JsonSource outermost = reader.source) {
            outermost.parser().nextToken();
            T value = read(decoder, reader);
            if (outermost.parser().nextToken() != null) {
                reader.report(ViolationMessages.ONE_VALUE, outermost.moreText());
            }
            if (value != null && reader.violationCount == 0) {
                reader.files().forEach(reader.options.files());
                return new Decoded.Accepted<>(value, reader.repairs);
            }
        }
        List<Violation> violations = new ArrayList<>(reader.violations);
        violations.sort((one, other) -> JsonPath.compare(one.path(), other.path()));
        return new Decoded.Rejected<>(violations);
    }

    private static <T> @Nullable T read(JsonDecoder<T> decoder, JsonReader reader) {
        try {
            return reader.read(decoder);
        } catch (LinkageError failure) {
            StaleCodeError stale = ShapeCheck.staleCode(reader.codec, failure);
            throw stale == null ? failure : stale;
        }
    }
}
