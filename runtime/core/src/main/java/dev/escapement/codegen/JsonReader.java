package dev.escapement.codegen;

import dev.escapement.Leniency;
import dev.escapement.internal.json.JsonPath;
import dev.escapement.internal.json.JsonSyntax;
import dev.escapement.internal.json.LimitMessages.Unit;
import dev.escapement.internal.json.Numbers;
import dev.escapement.internal.json.PythonLiterals;
import dev.escapement.internal.json.SyntaxFault;
import dev.escapement.internal.json.ViolationMessages;
import dev.escapement.internal.text.Excerpt;
import dev.escapement.json.Decoded;
import dev.escapement.json.JsonCodec;
import dev.escapement.json.JsonEncoder;
import dev.escapement.json.JsonText;
import dev.escapement.json.ReadOptions;
import dev.escapement.json.Repair;
import dev.escapement.json.Violation;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * A JSON reader for generated code. It is positioned at a value, which a {@code read…} method consumes. A value of the
 * wrong kind is reported as a {@link Violation} and skipped, so that one pass finds all violations.
 *
 * <p>Strict RFC 8259: no comments, no trailing commas, no duplicate names, exactly one value. Not safe for use by
 * multiple Java threads.
 */
public final class JsonReader extends ValueChecks {

    /** The maximum number of violations recorded by one call to {@link #decode}. */
    public static final int MAX_VIOLATIONS = 100;

    /** The maximum nesting depth of objects and arrays. */
    public static final int MAX_DEPTH = JsonSyntax.MAX_DEPTH;

    /** The maximum length of a number, in characters. */
    public static final int MAX_NUMBER_LENGTH = JsonSyntax.MAX_NUMBER_LENGTH;

    /** The maximum absolute exponent of a decimal number. Arithmetic with larger exponents can exhaust memory. */
    public static final int MAX_EXPONENT = 1_000;

    /**
     * The byte order mark that some editors write at the beginning of a file. A parser may ignore it (RFC 8259, section
     * 8.1).
     */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** The maximum number of characters quoted from an exception message. */
    private static final int MAX_REASON_LENGTH = 300;

    private final ReadOptions options;
    private List<Violation> violations = List.of();
    private List<Repair> repairs = List.of();
    private JsonSource source;
    private JsonParser parser;
    private Frame frame = new Frame(null);
    private int violationCount;
    private int count;
    private Unit counted = Unit.PROPERTY;
    private boolean asFloat;
    private @Nullable Instant now;
    private @Nullable ValueChecks names;

    private JsonReader(JsonSource source, ReadOptions options) {
        this.options = options;
        this.source = source;
        this.parser = source.parser();
    }

    /**
     * Decodes a value from JSON.
     *
     * @param codec the reader of the value
     * @param text any text
     * @param options the leniency, the clock and the receiver of defects
     * @param <T> the type of the value
     * @return the value, or all violations; invalid input does not cause an exception
     */
    public static <T> Decoded<T> decode(JsonCodec<T> codec, String text, ReadOptions options) {
        boolean marked = text.startsWith(BYTE_ORDER_MARK);
        char[] characters = (marked ? text.substring(1) : text).toCharArray();
        try {
            return decode(codec, new JsonReader(new JsonSource(characters, JsonSyntax.STRICT), options), marked);
        } catch (JacksonException fault) {
            if (options.allows(Leniency.RELAXED_SYNTAX)) {
                try {
                    JsonReader reader = new JsonReader(
                            new JsonSource(PythonLiterals.asJson(characters), JsonSyntax.relaxed()), options);
                    reader.repaired(Repair.Kind.RELAXED_SYNTAX, ValueDescription.shorten(text), "");
                    return decode(codec, reader, marked);
                } catch (JacksonException stillNoJson) {
                    // Report the violations found by the strict rules.
                }
            }
            SyntaxFault syntax = SyntaxFault.of(fault);
            return new Decoded.Rejected<>(List.of(new Violation("$", syntax.expected(), syntax.actual())));
        }
    }

    private static <T> Decoded<T> decode(JsonCodec<T> codec, JsonReader reader, boolean marked) {
        if (marked) {
            reader.repaired(Repair.Kind.BYTE_ORDER_MARK, "\\ufeff", "");
        }
        try (JsonSource outermost = reader.source) {
            outermost.parser().nextToken();
            T value = codec.read(reader);
            if (outermost.parser().nextToken() != null) {
                reader.report(ViolationMessages.ONE_VALUE, ViolationMessages.MORE_TEXT);
            }
            if (value != null && reader.violationCount == 0) {
                return new Decoded.Accepted<>(value, reader.repairs);
            }
        }
        reader.violations.sort((one, other) -> JsonPath.compare(one.path(), other.path()));
        return new Decoded.Rejected<>(reader.violations);
    }

    /**
     * Begins reading an object.
     *
     * @param properties the allowed and the required properties
     * @return false if the value is not an object; it is then reported and skipped
     */
    public boolean beginObject(PropertySet properties) {
        if (parser.currentToken() == null && properties.names().isEmpty()) {
            repaired(Repair.Kind.NOTHING_AS_EMPTY_OBJECT, "", "{}");
        } else if (!expectStart(JsonToken.START_OBJECT, ViolationMessages.OBJECT)) {
            return false;
        }
        frame = frame.object(properties, violationCount);
        return true;
    }

    /**
     * Moves to the value of the next known property. Unknown and duplicate properties are reported and skipped.
     *
     * @return false at the end of the object
     */
    public boolean nextProperty() {
        while (nextName()) {
            int property = frame.findProperty();
            if (violationCount >= MAX_VIOLATIONS) {
                violationCount++; // the wording would be discarded
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

    /**
     * Ends the object and reports missing required properties.
     *
     * @return true if the object has no violations
     */
    public boolean endObject() {
        PropertySet properties = frame.properties();
        for (int i = 0; i < properties.requiredCount(); i++) {
            if (!frame.hasProperty(i)) {
                report(JsonPath.segment(properties.names().get(i)), ViolationMessages.VALUE, ViolationMessages.NOTHING);
            }
        }
        return leave();
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
     * Returns the name of the current property or map entry.
     *
     * @return the name
     */
    public String name() {
        return frame.name();
    }

    /**
     * Returns the checks for the current map key.
     *
     * @return checks that report violations at the entry
     */
    public ValueChecks names() {
        if (names == null) {
            names = new NameChecks(this);
        }
        return names;
    }

    /**
     * Returns the current time, which is the same for all values that this reader reads.
     *
     * @return the current time; null if times are not compared
     */
    public @Nullable Instant now() {
        InstantSource clock = options.clock();
        if (now == null && clock != null) {
            now = clock.instant();
        }
        return now;
    }

    /**
     * Begins reading an array.
     *
     * @return false if the value is not an array; it is then reported and skipped
     */
    public boolean beginArray() {
        boolean single = isSingle();
        if (single) {
            repaired(Repair.Kind.SINGLE_AS_LIST, ValueDescription.describe(parser), "a list of it");
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
     * Reads a string.
     *
     * @return the string; null if the value is not a string, which is then reported
     */
    public @Nullable String readString() {
        return expect(JsonToken.VALUE_STRING, ViolationMessages.STRING) ? parser.getString() : null;
    }

    /**
     * Reads {@code true} or {@code false}.
     *
     * @return the boolean; false if the value is neither, which is then reported
     */
    public boolean readBoolean() {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_STRING && options.allows(Leniency.QUOTED_SCALARS)) {
            String quoted = parser.getString();
            if (quoted.equals("true") || quoted.equals("false")) {
                repaired(Repair.Kind.QUOTED_SCALAR, ValueDescription.quote(quoted), quoted);
                return quoted.equals("true");
            }
        }
        if (token != JsonToken.VALUE_TRUE && token != JsonToken.VALUE_FALSE) {
            mismatch(ViolationMessages.BOOLEAN);
        }
        return token == JsonToken.VALUE_TRUE;
    }

    /**
     * Reads a one-character string. Emoji and other characters above U+FFFF do not fit in a Java {@code char} and are
     * rejected.
     *
     * @return the character; NUL if the value is invalid, which is then reported
     */
    public char readChar() {
        if (!expect(JsonToken.VALUE_STRING, ViolationMessages.CHARACTER)) {
            return 0;
        }
        String value = parser.getString();
        if (value.length() != 1) {
            report(ViolationMessages.CHARACTER, ValueDescription.describe(parser));
            return 0;
        }
        return value.charAt(0);
    }

    /**
     * Reads an 8-bit integer. {@code 3.0} and {@code 3e0} are integers.
     *
     * @return the number; 0 if the value is invalid, which is then reported
     */
    public byte readByte() {
        return (byte) readInteger(Byte.MIN_VALUE, Byte.MAX_VALUE, ViolationMessages.BYTE);
    }

    /**
     * Reads a 16-bit integer. {@code 3.0} and {@code 3e0} are integers.
     *
     * @return the number; 0 if the value is invalid, which is then reported
     */
    public short readShort() {
        return (short) readInteger(Short.MIN_VALUE, Short.MAX_VALUE, ViolationMessages.SHORT);
    }

    /**
     * Reads a 32-bit integer. {@code 3.0} and {@code 3e0} are integers.
     *
     * @return the number; 0 if the value is invalid, which is then reported
     */
    public int readInt() {
        return (int) readInteger(Integer.MIN_VALUE, Integer.MAX_VALUE, ViolationMessages.INT);
    }

    /**
     * Reads a 64-bit integer. {@code 3.0} and {@code 3e0} are integers.
     *
     * @return the number; 0 if the value is invalid, which is then reported
     */
    public long readLong() {
        return readInteger(Long.MIN_VALUE, Long.MAX_VALUE, ViolationMessages.LONG);
    }

    /**
     * Reads an integer of any size within the limits of {@link #readDecimal}. {@code 3.0} and {@code 3e0} are integers.
     *
     * @return the number; null if the value is invalid, which is then reported
     */
    public @Nullable BigInteger readBigInteger() {
        JsonParser number = number(ViolationMessages.INTEGER);
        if (number == null) {
            return null;
        }
        if (Numbers.kind(number) == Numbers.Kind.FRACTION) {
            report(ViolationMessages.INTEGER, ValueDescription.describe(number));
            return null;
        }
        BigDecimal value = decimal(number);
        if (value == null) {
            return null;
        }
        BigInteger integer = value.toBigIntegerExact();
        if (!Numbers.isWritable(integer)) {
            report(ViolationMessages.integerOfDigits(Numbers.MAX_DIGITS), ValueDescription.describe(number));
            return null;
        }
        return integer;
    }

    /**
     * Reads a number as the nearest float.
     *
     * @return the number; 0 if the value is not a number or is beyond the range of a float, which is then reported
     */
    public float readFloat() {
        JsonParser number = number(ViolationMessages.NUMBER);
        if (number == null) {
            return 0;
        }
        asFloat = true;
        float value = number.getFloatValue();
        if (Numbers.isBeyondFloat(number, value)) {
            report(ViolationMessages.FLOAT, ValueDescription.describe(number));
            return 0;
        }
        return value;
    }

    /**
     * Reads a number as the nearest double.
     *
     * @return the number; 0 if the value is not a number or is beyond the range of a double, which is then reported
     */
    public double readDouble() {
        JsonParser number = number(ViolationMessages.NUMBER);
        if (number == null) {
            return 0;
        }
        asFloat = false;
        double value = number.getDoubleValue();
        if (Numbers.isBeyondDouble(number, value)) {
            report(ViolationMessages.DOUBLE, ValueDescription.describe(number));
            return 0;
        }
        return value;
    }

    /**
     * Reads a number with all its digits, including trailing zeros. {@code 1e2} is read as 100.
     *
     * @return the number; null if the value is not a number or its exponent exceeds {@link #MAX_EXPONENT}, which is
     *     then reported
     */
    public @Nullable BigDecimal readDecimal() {
        JsonParser number = number(ViolationMessages.NUMBER);
        return number == null ? null : decimal(number);
    }

    /**
     * Consumes the current value if it is {@code null}, for a type that allows {@code null}.
     *
     * @return whether the value was {@code null}
     */
    public boolean readNull() {
        return parser.currentToken() == JsonToken.VALUE_NULL;
    }

    /**
     * Consumes the current value if it is {@code null}, and records that the optional property counts as absent.
     *
     * @return whether the value was {@code null}
     */
    public boolean readAbsent() {
        boolean absent = readNull();
        if (absent) {
            repaired(Repair.Kind.NULL_AS_ABSENT, "null", "");
        }
        return absent;
    }

    /**
     * Reads a value of any type as JSON text, without surrounding white space.
     *
     * @return the text; null if the value is missing or valid only under a tool's leniency, which is then reported
     */
    public @Nullable JsonText readJson() {
        if (parser.currentToken() == null) {
            report(ViolationMessages.VALUE, ViolationMessages.NOTHING);
            return null;
        }
        int start = (int) parser.currentTokenLocation().getCharOffset();
        parser.skipChildren();
        parser.finishToken();
        int end = (int) parser.currentLocation().getCharOffset();
        try {
            return new JsonText(source.text(start, end));
        } catch (IllegalArgumentException relaxed) {
            report(ViolationMessages.STRICT_JSON, ViolationMessages.LENIENT_JSON);
            return null;
        }
    }

    /** Skips the current value. */
    public void skip() {
        parser.skipChildren();
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

    /** Reports that the current map key equals an earlier key. */
    public void repeatedKey() {
        report(ViolationMessages.KEY_ONCE, ViolationMessages.AGAIN);
    }

    /**
     * Reads a string that must be one of the allowed constants.
     *
     * @param allowed the strings
     * @return the string; null if the value is not in the set, which is then reported
     */
    public @Nullable String readConstant(ConstantSet allowed) {
        String written = readString();
        return written == null ? null : constant(written, allowed, "");
    }

    /**
     * Reads the current map key, which must be one of the allowed constants.
     *
     * @param allowed the names
     * @return the name; null if it is not in the set, which is then reported
     */
    public @Nullable String readConstantKey(ConstantSet allowed) {
        if (allowed.contains(name())) {
            return name();
        }
        report(ValueDescription.oneOf(name(), allowed.names()), ValueDescription.string(name()));
        return null;
    }

    /**
     * Reports a string that does not have the form that its type requires.
     *
     * @param expected the description of the form
     * @param written the string
     */
    public void unreadable(String expected, String written) {
        report(expected, ValueDescription.string(written));
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
                report(JsonPath.segment(property), ViolationMessages.DISCRIMINATOR, discriminator.found());
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

    /**
     * Reports that a constructor rejected values that are valid under the schema.
     *
     * @param refusal the exception. The violation contains the message of an {@link IllegalArgumentException}. Any
     *     other exception is a defect of the constructor: the violation does not quote it, and
     *     {@link ReadOptions#defects()} receives it
     */
    public void refused(RuntimeException refusal) {
        String actual = ViolationMessages.INCONSISTENT;
        if (!(refusal instanceof IllegalArgumentException)) {
            options.defects().accept(frame.path(), refusal);
        } else if (refusal.getMessage() != null) {
            actual = ViolationMessages.inconsistent(Excerpt.line(refusal.getMessage(), MAX_REASON_LENGTH));
        }
        report(ViolationMessages.CONSISTENT, actual);
    }

    @Override
    boolean isRead() {
        return !frame.isFaulty();
    }

    @Override
    String found(Object value) {
        return ValueDescription.describe(parser);
    }

    @Override
    BigDecimal exact(double value) {
        return Numbers.exact(parser.getString());
    }

    @Override
    BigDecimal rounded(double value) {
        return Numbers.shortest(value, asFloat);
    }

    @Override
    int count() {
        return count;
    }

    @Override
    Unit counted() {
        return counted;
    }

    @Override
    void broken(String expected, String found) {
        add("", expected, found); // the value still counts as read, because it can violate other rules too
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

    private boolean leave() {
        boolean right = violationCount == frame.violationsBefore();
        frame = frame.outer();
        unwrapped();
        return right;
    }

    /**
     * Returns the constant that equals a string, ignoring case if necessary, or reports the string and returns null if
     * none does.
     */
    private @Nullable String constant(String written, ConstantSet allowed, String segment) {
        if (allowed.contains(written)) {
            return written;
        }
        String meant = allowed.inOtherCase(written);
        if (meant == null) {
            report(segment, ValueDescription.oneOf(written, allowed.names()), ValueDescription.string(written));
        } else {
            repaired(
                    Repair.Kind.CONSTANT_IN_OTHER_CASE, ValueDescription.quote(written), ValueDescription.quote(meant));
        }
        return meant;
    }

    /** Returns whether to read the current value as a list of one element. */
    private boolean isSingle() {
        JsonToken token = parser.currentToken();
        return token != JsonToken.START_ARRAY
                && options.allows(Leniency.SINGLE_AS_LIST)
                && token != JsonToken.VALUE_NULL
                && token != null
                && !(token == JsonToken.VALUE_STRING && source.holds(JsonToken.START_ARRAY));
    }

    private boolean expectStart(JsonToken token, String expected) {
        if (parser.currentToken() == JsonToken.VALUE_STRING && source.holds(token)) {
            String inner = parser.getString();
            repaired(Repair.Kind.STRING_AS_JSON, ValueDescription.quote(inner), ValueDescription.shorten(inner));
            source = source.inside(inner, frame);
            parser = source.parser();
            parser.nextToken();
        }
        return expect(token, expected);
    }

    /** Resumes reading the enclosing JSON if the value just read was the content of a string. */
    private void unwrapped() {
        if (source.isInside(frame)) {
            source = source.around();
            parser = source.parser();
        }
    }

    private void repaired(Repair.Kind kind, String before, String after) {
        if (repairs.isEmpty()) {
            repairs = new ArrayList<>();
        }
        repairs.add(new Repair(frame.path(), kind, before, after));
    }

    private long readInteger(long min, long max, String expected) {
        JsonParser number = number(ViolationMessages.INTEGER);
        if (number == null) {
            return 0;
        }
        Numbers.Kind kind = Numbers.kind(number);
        if (kind == Numbers.Kind.LONG) {
            long value = Numbers.longValue(number);
            if (min <= value && value <= max) {
                return value;
            }
        }
        report(kind == Numbers.Kind.FRACTION ? ViolationMessages.INTEGER : expected, ValueDescription.describe(number));
        return 0;
    }

    private @Nullable BigDecimal decimal(JsonParser number) {
        BigDecimal value = Numbers.decimal(number);
        if (value != null && value.signum() == 0 && Math.abs((long) value.scale()) > MAX_EXPONENT) {
            return BigDecimal.ZERO;
        }
        if (value == null || Math.abs((long) value.scale()) > MAX_EXPONENT) {
            report(ViolationMessages.numberWithExponent(MAX_EXPONENT), ValueDescription.describe(number));
            return null;
        }
        return value.scale() < 0 && Numbers.isPlain(value) ? value.setScale(0) : value;
    }

    /**
     * Returns a parser positioned at the current number, or reports the value and returns null if it is not a number.
     */
    private @Nullable JsonParser number(String expected) {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT) {
            return parser;
        }
        if (token == JsonToken.VALUE_STRING && options.allows(Leniency.QUOTED_SCALARS)) {
            JsonParser quoted = JsonSource.number(parser.getString());
            if (quoted != null) {
                repaired(
                        Repair.Kind.QUOTED_SCALAR,
                        ValueDescription.quote(parser.getString()),
                        ValueDescription.describe(quoted));
                return quoted;
            }
        }
        mismatch(expected);
        return null;
    }

    private boolean expect(JsonToken token, String expected) {
        return parser.currentToken() == token || mismatch(expected);
    }

    private boolean mismatch(String expected) {
        report(expected, ValueDescription.describe(parser));
        parser.skipChildren();
        return false;
    }

    private void report(String expected, String actual) {
        report("", expected, actual);
    }

    private void report(String segment, String expected, String actual) {
        frame.markFaulty();
        add(segment, expected, actual);
    }

    private void add(String segment, String expected, String actual) {
        violationCount++;
        if (violations.isEmpty()) {
            violations = new ArrayList<>();
        }
        if (violations.size() < MAX_VIOLATIONS) {
            violations.add(new Violation(frame.path() + segment, expected, actual));
        }
    }
}
