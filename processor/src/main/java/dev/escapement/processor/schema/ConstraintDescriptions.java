package dev.escapement.processor.schema;

import dev.escapement.processor.model.Constraint;
import dev.escapement.processor.schema.Schema.Bound;
import dev.escapement.processor.schema.Schema.Size;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The sentences that state constraints in a description, for dialects that lack the corresponding keyword. */
final class ConstraintDescriptions {

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

    static String relative(Constraint.Relative relative) {
        String side = relative.past() ? "in the past" : "in the future";
        return "Must be " + side + (relative.orPresent() ? " or now." : ".");
    }

    static String form(String words) {
        return "Must be " + words + ".";
    }

    static String pattern(Schema.Expression expression) {
        return expression.words().isEmpty()
                ? "Must match the regular expression \"" + expression.regex() + "\"."
                : form(expression.words());
    }

    /**
     * Returns the sentence for a minimum size, where {@code thing} is a noun with a regular plural, such as
     * "character".
     */
    static String atLeast(int count, String thing) {
        return "Must have at least " + plural(count, thing) + ".";
    }

    static String atMost(int count, String thing) {
        return "Must have at most " + plural(count, thing) + ".";
    }

    static String exactly(Size size, String thing) {
        return "Must have exactly " + plural(size.min(), thing) + ".";
    }

    static String minimum(Bound bound) {
        return "Must be " + (bound.exclusive() ? "greater than " : "at least ") + SchemaWriter.number(bound.limit())
                + ".";
    }

    static String maximum(Bound bound) {
        return "Must be " + (bound.exclusive() ? "less than " : "at most ") + SchemaWriter.number(bound.limit()) + ".";
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
        return "If left out, it is " + json + ".";
    }

    static String nullIsDefault(String json) {
        return "If null, it is " + json + ".";
    }

    /**
     * Returns the sentences that state the constraints on property names, for a dialect that cannot restrict these
     * names.
     */
    static String keys(Schema.Text keys) {
        List<String> sentences = new ArrayList<>();
        if (!keys.values().isEmpty()) {
            sentences.add("Must be one of " + quoted(keys.values()) + ".");
        }
        if (!keys.form().words().isEmpty()) {
            sentences.add(form(keys.form().words()));
        }
        if (keys.length().min() == keys.length().max()) {
            sentences.add("Must have " + plural(keys.length().min(), "character") + ".");
        } else {
            if (keys.length().min() > 0) {
                sentences.add(atLeast(keys.length().min(), "character"));
            }
            if (keys.length().hasMax()) {
                sentences.add(atMost(keys.length().max(), "character"));
            }
        }
        keys.expressions().forEach(expression -> sentences.add(pattern(expression)));
        return sentences.stream().map(ConstraintDescriptions::ofNames).collect(Collectors.joining(" "));
    }

    static String keys(String words) {
        return ofNames(form(words));
    }

    /**
     * Returns the sentence for a numeric or time constraint on property names, empty for any other constraint. Dialects
     * cannot express such a constraint, because property names are strings.
     */
    static String keys(Constraint rule) {
        return switch (rule.kind()) {
            case MINIMUM -> {
                Constraint.Minimum minimum = (Constraint.Minimum) rule;
                yield ofNames(minimum(new Bound(minimum.limit(), minimum.exclusive(), false)));
            }
            case MAXIMUM -> {
                Constraint.Maximum maximum = (Constraint.Maximum) rule;
                yield ofNames(maximum(new Bound(maximum.limit(), maximum.exclusive(), false)));
            }
            case DIGITS -> ofNames(atMost(((Constraint.Digits) rule).integer(), "digit"));
            case RELATIVE -> ofNames(relative((Constraint.Relative) rule));
            case LENGTH, COUNT, MATCHES, IS -> "";
        };
    }

    private static String ofNames(String sentence) {
        return "Each of its names m" + sentence.substring(1);
    }

    /** Returns the sentence that lists the discriminator value and the other properties of one branch of a choice. */
    static String branch(String name, String value, String description, List<String> required, List<String> optional) {
        String needs = required.isEmpty() ? "" : " it needs " + String.join(", ", required);
        String mayHave = optional.isEmpty()
                ? ""
                : (needs.isEmpty() ? " it" : " and") + " may have " + String.join(", ", optional);
        String has = needs.isEmpty() && mayHave.isEmpty() ? " it has nothing else" : needs + mayHave;
        return join("If " + name + " is \"" + value + "\"," + has + ".", description);
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
