package dev.escapement.json;

import dev.escapement.internal.failure.Failures;
import dev.escapement.internal.lock.LockSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * The conversions of recorded JSON from earlier forms of a type to its current form. Generated from the {@link
 * dev.escapement.Upcast} methods of the type. A text in an earlier form passes through the method for this form and all
 * methods declared after it. Immutable; safe for use by multiple Java threads if the methods are.
 *
 * <pre>{@code
 * Upcasts upcasts = Upcasts.to(Upcasts.fingerprint(canonicalSchema))
 *         .from("3d76b3becf5d95c9", old -> new JsonText(old.canonical().replace("\"id\"", "\"orderId\"")));
 * String current = upcasts.upcast("3d76b3becf5d95c9", "{\"id\": \"A-1042\"}");
 * }</pre>
 */
public final class Upcasts {

    /** The conversions of a type without {@link dev.escapement.Upcast} methods. */
    public static final Upcasts NONE = new Upcasts("", List.of());

    /** One conversion of the form whose fingerprint has the given prefix. */
    private record Conversion(String from, UnaryOperator<JsonText> method) {

        JsonText apply(JsonText old) {
            try {
                return Objects.requireNonNull(method.apply(old), "the converted text");
            } catch (RuntimeException | Error e) {
                StaleCodeError.throwIfStale(e);
                Failures.throwIfFatal(e);
                throw new UpcastException(from, e);
            }
        }
    }

    private final String current;
    private final List<Conversion> conversions;

    private Upcasts(String current, List<Conversion> conversions) {
        this.current = current;
        this.conversions = List.copyOf(conversions);
    }

    /**
     * Returns an empty list of conversions to a form.
     *
     * @param fingerprint the fingerprint of the current form
     * @return the conversions, to which {@link #from} adds
     */
    public static Upcasts to(String fingerprint) {
        return new Upcasts(fingerprint, List.of());
    }

    /**
     * Returns the fingerprint of a schema, which does not depend on its white space and descriptions.
     *
     * @param schema the JSON Schema of a reply or a result
     * @return 16 lower-case hexadecimal digits, as in the lock file
     */
    public static String fingerprint(String schema) {
        return LockSchema.of(schema).fingerprint();
    }

    /**
     * Returns these conversions and another one, which follows them.
     *
     * @param prefix the prefix of the fingerprint of the earlier form
     * @param method the conversion to the next form
     * @return the conversions
     */
    public Upcasts from(String prefix, UnaryOperator<JsonText> method) {
        List<Conversion> more = new ArrayList<>(conversions);
        more.add(new Conversion(prefix.toLowerCase(Locale.ROOT), method));
        return new Upcasts(current, more);
    }

    /**
     * Returns whether there are no conversions.
     *
     * @return {@code true} if each text is returned unchanged
     */
    public boolean isEmpty() {
        return conversions.isEmpty();
    }

    /**
     * Returns whether texts in a recorded form are converted.
     *
     * @param fingerprint the fingerprint of the recorded form, or its first 16 digits
     * @return {@code true} if the form is not current and a conversion begins with it
     */
    public boolean include(String fingerprint) {
        return start(fingerprint) >= 0;
    }

    private int start(String fingerprint) {
        if (fingerprint.isEmpty() || isSame(current, fingerprint)) {
            return -1;
        }
        for (int i = 0; i < conversions.size(); i++) {
            if (isSame(conversions.get(i).from(), fingerprint)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isSame(String first, String second) {
        return first.startsWith(second) || second.startsWith(first);
    }

    /**
     * Converts a text that was recorded in a known form.
     *
     * @param fingerprint the fingerprint of the recorded form, or its first 16 digits
     * @param json the recorded text
     * @return the text in the current form; the text unchanged if the form is current or has no conversion, or if the
     *     text is not JSON
     * @throws UpcastException if a method fails
     */
    public String upcast(String fingerprint, String json) {
        int start = start(fingerprint);
        return start < 0 ? json : parsed(json).map(old -> chain(start, old)).orElse(json);
    }

    /**
     * Converts a text that was recorded in an unknown form. The text is converted only if it is not valid in the current
     * form, and exactly one earlier form results in a valid text.
     *
     * @param json the recorded text
     * @param isValid the test whether a text is valid in the current form
     * @return the converted text, or the text unchanged
     */
    public String upcastUnknown(String json, Predicate<String> isValid) {
        return upcastUnknown(json, isValid, failure -> {});
    }

    /**
     * Converts a text that was recorded in an unknown form, like {@link #upcastUnknown(String, Predicate)}. If the text
     * remains in an invalid form, the exceptions of the methods are reported.
     *
     * @param json the recorded text
     * @param isValid the test whether a text is valid in the current form
     * @param failures the receiver of the exceptions, in the order of the methods
     * @return the converted text, or the text unchanged
     */
    public String upcastUnknown(String json, Predicate<String> isValid, Consumer<UpcastException> failures) {
        if (isEmpty() || isValid.test(json)) {
            return json;
        }
        Optional<JsonText> old = parsed(json);
        List<String> valid = new ArrayList<>();
        List<UpcastException> failed = new ArrayList<>();
        for (int i = 0; old.isPresent() && i < conversions.size(); i++) {
            try {
                Optional.of(chain(i, old.get())).filter(isValid).ifPresent(valid::add);
            } catch (UpcastException e) { // usually because the text has another form
                failed.add(e);
            }
        }
        if (valid.size() == 1) {
            return valid.get(0);
        }
        failed.forEach(failures);
        return json;
    }

    private String chain(int start, JsonText old) {
        JsonText text = old;
        for (Conversion conversion : conversions.subList(start, conversions.size())) {
            text = conversion.apply(text);
        }
        return text.json();
    }

    private static Optional<JsonText> parsed(String json) {
        try {
            return Optional.of(new JsonText(json));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
