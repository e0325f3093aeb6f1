package dev.escapement.codegen;

import dev.escapement.Leniency;
import dev.escapement.internal.json.JsonPath;
import dev.escapement.internal.json.JsonSyntax;
import dev.escapement.internal.json.LimitMessages.Unit;
import dev.escapement.internal.json.ViolationMessages;
import dev.escapement.json.Decoded;
import dev.escapement.json.JsonDecoder;
import dev.escapement.json.JsonEncoder;
import dev.escapement.json.ReadOptions;
import dev.escapement.json.Repair;
import dev.escapement.json.Violation;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * A JSON reader for generated code. It is positioned at a value, which a {@code read…} method consumes. A value of the
 * wrong kind is reported as a {@link Violation} and skipped, so that one pass finds all violations.
 *
 * <p>Strict RFC 8259: no comments, no trailing commas, no duplicate names, exactly one value. Not safe for use by
 * multiple Java threads.
 */
public final class JsonReader extends ScalarReader {

    /** The maximum number of violations recorded by one call to {@link #decode}. */
    public static final int MAX_VIOLATIONS = 100;

    /** The maximum number of ignored properties recorded by one call to {@link #decode}. */
    public static final int MAX_IGNORED = 100;

    /** The maximum nesting depth of objects and arrays. */
    public static final int MAX_DEPTH = JsonSyntax.MAX_DEPTH;

    /** The maximum length of a number, in characters. */
    public static final int MAX_NUMBER_LENGTH = JsonSyntax.MAX_NUMBER_LENGTH;

    /** The maximum absolute exponent of a decimal number. Arithmetic with larger exponents can exhaust memory. */
    public static final int MAX_EXPONENT = 1_000;

    private int ignoredCount;

    JsonReader(JsonSource source, ReadOptions options) {
        super(source, options);
    }

    /**
     * Decodes a value from JSON.
     *
     * @param decoder the reader of the value
     * @param text any text
     * @param options the leniency, the clock and the receiver of defects
     * @param <T> the type of the value
     * @return the value, or all violations; invalid input does not cause an exception
     */
    public static <T> Decoded<T> decode(JsonDecoder<T> decoder, String text, ReadOptions options) {
        return JsonDecoding.decode(decoder, text, options);
    }

    /**
     * Reads a value with its own codec.
     *
     * @param decoder the codec
     * @return the value, or null if it has violations
     */
    public <T> @Nullable T read(JsonDecoder<T> decoder) {
        Object outer = codec;
        codec = decoder;
        T value = decoder.read(this);
        codec = outer;
        return value;
    }

    /**
     * Begins reading an object.
     *
     * @param properties the allowed and the required properties
     * @return false if the value is not an object; it is then reported and skipped
     */
    public boolean beginObject(PropertySet properties) {
        if (parser.currentToken() == null && properties.names().isEmpty()) {
            repaired("", Repair.Kind.NOTHING_AS_EMPTY_OBJECT, "", "{}");
        } else if (!expectStart(JsonToken.START_OBJECT, ViolationMessages.OBJECT)) {
            return false;
        }
        frame = frame.object(properties, violationCount);
        return true;
    }

    /**
     * Moves to the value of the next known property. Unknown and duplicate properties are skipped and
     * reported. Unknown properties are recorded as repairs instead if the set of properties is open.
     *
     * @return false at the end of the object
     */
    public boolean nextProperty() {
        while (nextName()) {
            int property = frame.findProperty();
            if (violationCount >= MAX_VIOLATIONS) {
                violationCount++; // the wording would be discarded
            } else if (property < 0 && frame.properties().isOpen()) {
                ignoreProperty();
                continue;
            } else if (property < 0) {
                List<String> names = frame.properties().names();
                report(
                        ViolationMessages.UNKNOWN_PROPERTY + ValueDescription.didYouMean(frame.name(), names),
                        ValueDescription.describe(parser));
            } else if (!frame.markProperty(property)) {
                report(ViolationMessages.PROPERTY_ONCE, ViolationMessages.AGAIN);
            } else {
                return true;
            }
            parser.skipChildren();
        }
        return false;
    }

    private void ignoreProperty() {
        if (ignoredCount < MAX_IGNORED) {
            ignoredCount++;
            frame.ignore();
            repaired("", Repair.Kind.UNKNOWN_PROPERTY, ValueDescription.describe(parser), "");
        }
        skipWithinLimits();
    }

    /**
     * Ends the object and reports missing required properties.
     *
     * @return true if the object has no violations
     */
    public boolean endObject() {
        if (!frame.hasRequiredProperties()) {
            reportMissingProperties(frame.properties());
        }
        return leave();
    }

    private void reportMissingProperties(PropertySet properties) {
        for (int i = 0; i < properties.requiredCount(); i++) {
            if (!frame.hasProperty(i)) {
                String expected =
                        ViolationMessages.VALUE + ValueDescription.ignoredAs(properties.name(i), frame.ignored());
                report(JsonPath.segment(properties.name(i)), expected, ViolationMessages.NOTHING);
            }
        }
    }

    /**
     * Begins reading an object with arbitrary property names.
     *
     * @return false if the value is not an object; it is then reported and skipped
     */
    public boolean beginMap() {
        boolean object = expectStart(JsonToken.START_OBJECT, ViolationMessages.OBJECT);
        if (object) {
            frame = frame.map(violationCount);
        }
        return object;
    }

    /**
     * Moves to the value of the next map entry. Duplicate entries are reported and skipped.
     *
     * @return false at the end of the object
     */
    public boolean nextEntry() {
        while (nextName()) {
            if (frame.markEntry()) {
                return true;
            }
            report(ViolationMessages.PROPERTY_ONCE, ViolationMessages.AGAIN);
            parser.skipChildren();
        }
        return false;
    }

    /**
     * Ends the object begun by {@link #beginMap}.
     *
     * @return true if it has no violations
     */
    public boolean endMap() {
        count = frame.entryCount();
        counted = Unit.PROPERTY;
        return leave();
    }

    /**
     * Begins reading an array.
     *
     * @return false if the value is not an array; it is then reported and skipped
     */
    public boolean beginArray() {
        boolean single = isSingle();
        if (single && !isWithinDepth()) {
            return false;
        }
        if (single) {
            String value = ValueDescription.literal(parser);
            repaired("", Repair.Kind.SINGLE_AS_LIST, value, "[" + value + "]");
        } else if (!expectStart(JsonToken.START_ARRAY, ViolationMessages.ARRAY)) {
            return false;
        }
        frame = frame.array(violationCount, single);
        return true;
    }

    /**
     * Moves to the next array element.
     *
     * @return false at the end of the array
     */
    public boolean nextElement() {
        boolean more = frame.isSingle() ? frame.isBeforeFirst() : parser.nextToken() != JsonToken.END_ARRAY;
        if (more) {
            frame.moveToNextElement(violationCount);
        }
        return more;
    }

    /**
     * Ends the array.
     *
     * @return true if it has no violations
     */
    public boolean endArray() {
        count = frame.elementCount();
        counted = Unit.ELEMENT;
        return leave();
    }

    /**
     * Adds the element just read to a set, or reports it as a duplicate if the set already contains it. Ignores an
     * element with violations.
     *
     * @param set the set
     * @param element the element
     * @param <T> the type of the elements, for which equality in Java and in JSON Schema coincide
     */
    public <T> void addOnce(Set<T> set, T element) {
        if (isElementRight() && !set.add(element)) {
            report(ViolationMessages.ELEMENT_ONCE, ViolationMessages.AGAIN);
        }
    }

    /**
     * Adds the element just read to a set, or reports it as a duplicate if the set already contains an element that is
     * equal in Java or in JSON Schema. Ignores an element with violations.
     *
     * @param set the set, in insertion order
     * @param element the element
     * @param encoder the writer of the form that JSON Schema compares
     * @param <T> the type of the elements
     */
    public <T> void addOnce(Set<T> set, T element, JsonEncoder<T> encoder) {
        addOnce(set, element);
        if (!isElementRight() || set.size() == 1) {
            return;
        }
        Set<String> forms = frame.elementForms();
        if (forms.isEmpty()) { // the first element needed no comparison
            addForm(forms, set.iterator().next(), encoder);
        }
        if (!addForm(forms, element, encoder)) {
            report(ViolationMessages.ELEMENT_ONCE, ViolationMessages.AGAIN);
        }
    }

    private boolean isElementRight() {
        return violationCount == frame.violationsBeforeElement();
    }

    private static <T> boolean addForm(Set<String> forms, T element, JsonEncoder<T> encoder) {
        try {
            return forms.add(UniqueItems.form(element, encoder));
        } catch (RuntimeException unwritable) {
            return true; // its constructor produced a value that violates its own rules
        }
    }

    /**
     * Returns the value of the discriminator property, which identifies an object's type. The property can be at any
     * position. The reader stays at the object, which must be read next.
     *
     * @param property the name of the discriminator
     * @param allowed the allowed values
     * @return the value; null if the current value is not an object or its type is unknown, which is then reported
     *     and skipped
     */
    public @Nullable String readDiscriminator(String property, ConstantSet allowed) {
        if (!expectStart(JsonToken.START_OBJECT, ViolationMessages.OBJECT)) {
            return null;
        }
        int start = (int) parser.currentTokenLocation().getCharOffset();
        String type = null;
        try (JsonParser scout = source.parserFrom(start)) {
            Discriminator discriminator = Discriminator.find(scout, property);
            if (discriminator.type() == null) {
                String expected = ValueDescription.oneOf("", allowed.names());
                report(JsonPath.segment(property), expected, discriminator.found());
            } else {
                type = constant(discriminator.type(), allowed, JsonPath.segment(property));
            }
        }
        if (type == null) {
            parser.skipChildren();
            unwrapped();
        }
        return type;
    }

    private boolean nextName() {
        String name = parser.nextName();
        if (name == null) {
            frame.moveToEnd();
            return false;
        }
        frame.moveTo(name);
        parser.nextToken();
        return true;
    }

    /**
     * Returns whether to read the current value as a list of one element. It is not if that is not the only reading: an
     * element of a list of lists could also be an element of the only inner list, and a string could be a list itself.
     */
    private boolean isSingle() {
        JsonToken token = parser.currentToken();
        return token != JsonToken.START_ARRAY
                && options.allows(Leniency.SINGLE_AS_LIST)
                && token != JsonToken.VALUE_NULL
                && token != null
                && (!frame.isArray() || frame.isSingle())
                && (token != JsonToken.VALUE_STRING || isSingleString());
    }

    private boolean isSingleString() {
        return !source.holds(JsonToken.START_ARRAY)
                && (source.holds(JsonToken.START_OBJECT) || !SingleTexts.canBeSeveral(parser.getString()));
    }
}
