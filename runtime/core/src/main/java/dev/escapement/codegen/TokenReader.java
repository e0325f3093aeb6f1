package dev.escapement.codegen;

import dev.escapement.internal.json.LimitMessages;
import dev.escapement.internal.json.Numbers;
import dev.escapement.internal.json.TimeMessages;
import dev.escapement.internal.json.ViolationMessages;
import dev.escapement.internal.text.Excerpt;
import dev.escapement.json.ReadOptions;
import dev.escapement.json.Repair;
import dev.escapement.json.Violation;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamContext;

/**
 * A position in JSON text, with the violations and repairs found so far. A value of the wrong kind is reported as a
 * {@link Violation} and skipped, so that one pass finds all violations.
 */
public abstract sealed class TokenReader extends CodecChecks permits ScalarReader {

    /** The maximum number of characters quoted from an exception message. */
    private static final int MAX_REASON_LENGTH = 300;

    final ReadOptions options;
    List<Violation> violations = List.of();
    List<Repair> repairs = List.of();
    JsonSource source;
    JsonParser parser;
    Frame frame = new Frame(null);
    int violationCount;
    private @Nullable Instant now;

    TokenReader(JsonSource source, ReadOptions options) {
        this.options = options;
        this.source = source;
        this.parser = source.parser();
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

    /** Skips the current value. */
    public void skip() {
        parser.skipChildren();
    }

    /** Reports that the current map key equals an earlier key. */
    public void reportRepeatedKey() {
        report(ViolationMessages.KEY_ONCE, ViolationMessages.AGAIN);
    }

    /**
     * Reports a string that does not have the form that its type requires.
     *
     * @param expected the description of the form
     * @param written the string
     */
    public void reportUnreadable(String expected, String written) {
        report(expected, ValueDescription.string(written));
    }

    /** Reports a string that does not have the form that its type requires, with an explanation. */
    void reportUnreadable(String expected, String written, String explanation) {
        report(expected, TimeMessages.explained(ValueDescription.string(written), explanation));
    }

    /**
     * Reports that a constructor rejected values that are valid under the schema.
     *
     * @param refusal the exception. The violation contains the message of an {@link IllegalArgumentException}. Any
     *     other exception is a defect of the constructor: the violation does not quote it, and
     *     {@link ReadOptions#defects()} receives it
     */
    public void reportRefusal(RuntimeException refusal) {
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
    void broken(String expected, String found) {
        add("", expected, found); // the value still counts as read, because it can violate other rules too
    }

    /** Returns to the enclosing object or array, and returns whether the current one has no violations. */
    boolean leave() {
        boolean right = violationCount == frame.violationsBefore();
        frame = frame.outer();
        unwrapped();
        return right;
    }

    /**
     * Returns whether the current value begins with a token. Also enters a string that contains the JSON text of such a
     * value. Reports and skips any other value.
     */
    boolean expectStart(JsonToken token, String expected) {
        if (parser.currentToken() == JsonToken.VALUE_STRING && source.holds(token)) {
            String inner = parser.getString();
            repaired("", Repair.Kind.STRING_AS_JSON, ValueDescription.quote(inner), ValueDescription.shorten(inner));
            source = source.inside(inner, frame);
            parser = source.parser();
            parser.nextToken();
        }
        return expect(token, expected) && isWithinDepth();
    }

    /** Returns whether the current object or array is within the maximum depth. Otherwise reports and skips it. */
    boolean isWithinDepth() {
        if (frame.depth() < JsonReader.MAX_DEPTH) {
            return true;
        }
        report(ViolationMessages.nesting(JsonReader.MAX_DEPTH), ViolationMessages.EXCEEDED);
        parser.skipChildren();
        unwrapped();
        return false;
    }

    /** Skips a value of any type, and returns whether it is within the limits. Otherwise reports what exceeds them. */
    boolean skipWithinLimits() {
        int before = violationCount;
        int max = JsonReader.MAX_DEPTH - frame.depth();
        TokenStreamContext around = parser.streamReadContext();
        JsonToken token = parser.currentToken();
        around = token.isStructStart() ? around.getParent() : around;
        int depth = 0;
        int deepest = 0;
        while (true) {
            if (token.isStructStart()) {
                deepest = Math.max(deepest, ++depth);
            } else if (token.isStructEnd()) {
                depth--;
            } else if (token.isNumeric()) {
                checkLength(parser, around);
            }
            if (depth == 0) {
                break;
            }
            token = parser.nextToken();
        }
        if (deepest > max) {
            report(ViolationMessages.nesting(JsonReader.MAX_DEPTH), ViolationMessages.EXCEEDED);
        }
        return violationCount == before;
    }

    /** Returns whether the current number is within the maximum length. Otherwise reports it. */
    boolean checkLength(JsonParser number, TokenStreamContext around) {
        int length = number.getStringLength();
        if (length <= JsonReader.MAX_NUMBER_LENGTH) {
            return true;
        }
        report(
                ParserPaths.between(around, number.streamReadContext()),
                ViolationMessages.numberLength(JsonReader.MAX_NUMBER_LENGTH),
                LimitMessages.ofLength(ViolationMessages.NUMBER, length));
        return false;
    }

    /** Resumes reading the enclosing JSON if the value just read was the content of a string. */
    void unwrapped() {
        if (source.isInside(frame)) {
            source = source.around();
            parser = source.parser();
        }
    }

    /** Records the repair of a value at a path segment below the current value. */
    void repaired(String segment, Repair.Kind kind, String before, String after) {
        if (repairs.isEmpty()) {
            repairs = new ArrayList<>();
        }
        repairs.add(new Repair(frame.path() + segment, kind, before, after));
    }

    /** Returns whether the current token is the given one. Otherwise reports and skips the value. */
    boolean expect(JsonToken token, String expected) {
        return parser.currentToken() == token || mismatch(expected);
    }

    /** Reports a value of the wrong kind, skips it, and returns false. */
    boolean mismatch(String expected) {
        report(expected, ValueDescription.describe(parser));
        parser.skipChildren();
        return false;
    }

    /** Reports a violation that prevents the current value from being read. */
    void report(String expected, String actual) {
        report("", expected, actual);
    }

    /** Reports such a violation at a path segment below the current value. */
    void report(String segment, String expected, String actual) {
        frame.markFaulty();
        add(segment, expected, actual);
    }

    /** Reports such a violation at the outermost list in whose place the current value appears. */
    void reportAtList(String expected, String actual) {
        Frame list = frame;
        list.markFaulty();
        while (list.isSingle()) {
            list = list.outer();
            list.markFaulty();
        }
        addAt(list.path(), expected, actual);
    }

    private void add(String segment, String expected, String actual) {
        addAt(frame.path() + segment, expected, actual);
    }

    private void addAt(String path, String expected, String actual) {
        violationCount++;
        if (violations.isEmpty()) {
            violations = new ArrayList<>();
        }
        if (violations.size() < JsonReader.MAX_VIOLATIONS) {
            violations.add(new Violation(path, expected, actual));
        }
    }
}
