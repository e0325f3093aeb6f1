package dev.escapement.processor.schema;

import dev.escapement.processor.model.Constraint;
import dev.escapement.processor.model.TextForm;
import dev.escapement.processor.model.TypeShape;
import dev.escapement.processor.schema.Schema.Bound;
import dev.escapement.processor.schema.Schema.Size;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The sentences that state constraints in a description, for dialects that lack the corresponding keyword. */
final class ConstraintDescriptions {

    private static final String NOW = "now";

    /** The values that a sentence describes. */
    private enum SentenceSubject {
        VALUE("Must "),
        KEY("Each key must ");

        private final String beginning;

        SentenceSubject(String beginning) {
            this.beginning = beginning;
        }

        String must(String predicate) {
            return beginning + predicate + ".";
        }
    }

    private ConstraintDescriptions() {}

    /** Returns a schema with a sentence appended to its description. */
    static Schema add(Schema schema, String sentence) {
        return schema.with(add(schema.notes(), sentence));
    }

    /** Returns schema notes with a sentence appended to the description. */
    static Schema.Notes add(Schema.Notes notes, String sentence) {
        return notes.described(join(notes.description(), sentence));
    }

    /** Returns a description with a sentence appended. */
    static String join(String text, String sentence) {
        if (text.isEmpty() || sentence.isEmpty()) {
            return text + sentence;
        }
        char last = text.charAt(text.length() - 1);
        return text + (".!?:;…".indexOf(last) >= 0 ? " " : ". ") + sentence;
    }

    /** Returns the sentence for a date or time that is compared with the present, to the precision of its form. */
    static String relative(Constraint.Relative relative, TypeShape shape) {
        return relative(SentenceSubject.VALUE, relative, shape);
    }

    private static String relative(SentenceSubject subject, Constraint.Relative relative, TypeShape shape) {
        String present = shape instanceof TypeShape.TextOf text ? present(text.form()) : NOW;
        if (relative.orPresent()) {
            return form(subject, present + (relative.past() ? " or earlier" : " or later"));
        } else if (present.equals(NOW)) {
            return form(subject, relative.past() ? "in the past" : "in the future");
        }
        return form(subject, (relative.past() ? "before " : "after ") + present);
    }

    private static String present(TextForm form) {
        return switch (form) {
            case LOCAL_DATE, MONTH_DAY -> "today";
            case YEAR_MONTH -> "this month";
            case YEAR -> "this year";
            case INSTANT,
                    LOCAL_TIME,
                    LOCAL_DATE_TIME,
                    OFFSET_TIME,
                    OFFSET_DATE_TIME,
                    ZONED_DATE_TIME,
                    BYTES,
                    UUID,
                    URI,
                    URL,
                    LOCALE,
                    CURRENCY,
                    DURATION,
                    PERIOD,
                    ZONE_ID,
                    ZONE_OFFSET -> NOW;
        };
    }

    static String form(String words) {
        return form(SentenceSubject.VALUE, words);
    }

    private static String form(SentenceSubject subject, String words) {
        return subject.must("be " + words);
    }

    static String pattern(Schema.Expression expression) {
        return pattern(SentenceSubject.VALUE, expression);
    }

    private static String pattern(SentenceSubject subject, Schema.Expression expression) {
        if (expression.constraint().equals(Constraint.Matches.NOT_BLANK)) {
            return subject.must("not be blank");
        }
        return expression.hasWords()
                ? form(subject, expression.constraint().words())
                : subject.must("match the regular expression \"" + expression.regex() + "\"");
    }

    /**
     * Returns the sentence for a minimum size, where {@code thing} is a noun with a regular plural, such as
     * "character".
     */
    static String atLeast(int count, String thing) {
        return atLeast(SentenceSubject.VALUE, count, thing);
    }

    private static String atLeast(SentenceSubject subject, int count, String thing) {
        return subject.must("have at least " + plural(count, thing));
    }

    static String atMost(int count, String thing) {
        return atMost(SentenceSubject.VALUE, count, thing);
    }

    private static String atMost(SentenceSubject subject, int count, String thing) {
        return subject.must("have at most " + plural(count, thing));
    }

    static String exactly(Size size, String thing) {
        return "Must have exactly " + plural(size.min(), thing) + ".";
    }

    static String minimum(Bound bound) {
        return minimum(SentenceSubject.VALUE, bound);
    }

    private static String minimum(SentenceSubject subject, Bound bound) {
        return form(subject, (bound.exclusive() ? "greater than " : "at least ") + SchemaWriter.number(bound.limit()));
    }

    static String maximum(Bound bound) {
        return maximum(SentenceSubject.VALUE, bound);
    }

    private static String maximum(SentenceSubject subject, Bound bound) {
        return form(subject, (bound.exclusive() ? "less than " : "at most ") + SchemaWriter.number(bound.limit()));
    }

    static String step(BigDecimal step) {
        return "Must be a multiple of " + SchemaWriter.number(step) + ".";
    }

    static String only(boolean value) {
        return "Must be " + value + ".";
    }

    static String unique() {
        return "Must not have two equal items.";
    }

    static String isDefault(String json) {
        return "Default: " + json + ".";
    }

    static String nullIsDefault(String json) {
        return "Default if null: " + json + ".";
    }

    /**
     * Returns the sentences that state the constraints on map keys, for a dialect that cannot restrict the keys.
     */
    static String keys(Schema.Text keys) {
        List<String> sentences = new ArrayList<>();
        if (!keys.values().isEmpty()) {
            sentences.add(form(SentenceSubject.KEY, "one of " + quoted(keys.values())));
        }
        if (!keys.form().words().isEmpty()) {
            sentences.add(keys(keys.form().words()));
        }
        if (keys.length().min() == keys.length().max()) {
            sentences.add(
                    SentenceSubject.KEY.must("have " + plural(keys.length().min(), "character")));
        } else {
            if (keys.length().min() > 0) {
                sentences.add(atLeast(SentenceSubject.KEY, keys.length().min(), "character"));
            }
            if (keys.length().hasMax()) {
                sentences.add(atMost(SentenceSubject.KEY, keys.length().max(), "character"));
            }
        }
        keys.expressions().forEach(expression -> sentences.add(pattern(SentenceSubject.KEY, expression)));
        return String.join(" ", sentences);
    }

    static String keys(String words) {
        return form(SentenceSubject.KEY, words);
    }

    /**
     * Returns the sentence for a numeric or time constraint on map keys, empty for any other constraint. Dialects
     * cannot express such a constraint, because the keys are strings.
     */
    static String keys(Constraint rule, TypeShape key) {
        return switch (rule.kind()) {
            case MINIMUM -> {
                Constraint.Minimum minimum = (Constraint.Minimum) rule;
                yield minimum(SentenceSubject.KEY, new Bound(minimum.limit(), minimum.exclusive(), false));
            }
            case MAXIMUM -> {
                Constraint.Maximum maximum = (Constraint.Maximum) rule;
                yield maximum(SentenceSubject.KEY, new Bound(maximum.limit(), maximum.exclusive(), false));
            }
            case DIGITS -> atMost(SentenceSubject.KEY, ((Constraint.Digits) rule).integer(), "digit");
            case RELATIVE -> relative(SentenceSubject.KEY, (Constraint.Relative) rule, key);
            case LENGTH, COUNT, MATCHES, IS -> "";
        };
    }

    /**
     * Returns the sentences for one branch of a choice: the value of its discriminator, its description, and its other
     * properties.
     */
    static String branch(String name, String value, String description, List<String> required, List<String> optional) {
        String text = "If \"" + name + "\" is \"" + value + "\":";
        if (!description.isEmpty()) {
            text = join(text, description);
        }
        if (!required.isEmpty()) {
            text = join(text, "Requires " + quoted(required) + ".");
        }
        if (!optional.isEmpty()) {
            text = join(text, "Optional: " + quoted(optional) + ".");
        }
        return required.isEmpty() && optional.isEmpty() ? join(text, "No other properties.") : text;
    }

    /** Returns the sentence that describes a property, for the description of the enclosing object. */
    static String property(String name, String description) {
        return "\"" + name + "\": " + description;
    }

    private static String quoted(List<String> values) {
        return values.stream().map(value -> "\"" + value + "\"").collect(Collectors.joining(", "));
    }

    private static String plural(int count, String thing) {
        String many = thing.endsWith("y") ? thing.substring(0, thing.length() - 1) + "ies" : thing + "s";
        return count + " " + (count == 1 ? thing : many);
    }
}
