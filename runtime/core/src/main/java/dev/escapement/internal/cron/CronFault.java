package dev.escapement.internal.cron;

import java.util.List;

/**
 * The reasons why a text is not a usable cron expression. Each template is a predicate of the expression. Unless noted,
 * the first argument is the name of the field and the second is the text of the faulty part.
 */
public enum CronFault {
    /** The argument is the number of fields. */
    FIELD_COUNT("has {0} fields instead of five"),
    EMPTY_PART("has an empty part in the field \"{0}\""),
    UNKNOWN_VALUE("has the value \"{1}\" in the field \"{0}\", which the field does not support"),
    /** The third argument is a similar name. */
    UNKNOWN_NAME("has the value \"{1}\" in the field \"{0}\", which the field does not support (did you mean {2}?)"),
    /** The last arguments are the limits of the field. */
    OUT_OF_RANGE("has the value {1} in the field \"{0}\", which allows {2} to {3}"),
    REVERSED_RANGE("has the range {1} in the field \"{0}\", which ends before it begins"),
    /** The third argument is the greatest step. */
    BAD_STEP("has the step \"{1}\" in the field \"{0}\", which allows steps from 1 to {2}"),
    STEP_OF_VALUE("has the part \"{1}\" in the field \"{0}\", but a step requires * or a range"),
    /** Without arguments. */
    NEVER("never fires, because none of its months has any of its days");

    private final String template;

    CronFault(String template) {
        this.template = template;
    }

    /**
     * Returns the description of the fault, with <code>{0}</code> as the placeholder for the first argument.
     *
     * @return the words
     */
    public String template() {
        return template;
    }

    /**
     * Returns the description of the fault with its arguments inserted.
     *
     * @param arguments the arguments
     * @return the words
     */
    String describe(List<String> arguments) {
        String words = template;
        for (int i = 0; i < arguments.size(); i++) {
            words = words.replace("{" + i + "}", arguments.get(i));
        }
        return words;
    }
}
