package dev.escapement.processor.diagnostic;

import dev.escapement.processor.model.Constraint;

/** Values that are expected. */
public enum Expectation implements Wording {
    STRING("a string"),
    CHARACTER("one character"),
    BOOLEAN("true or false"),
    TRUE("true"),
    FALSE("false"),
    INTEGER("an integer"),
    INTEGER_OF_BITS("an integer of {0} bits"),
    FLOAT("a float"),
    DOUBLE("a double"),
    DECIMAL("a decimal number"),
    CONSTANT("one of {0}"),
    ARRAY("a JSON array like []"),
    DISTINCT_ELEMENTS("an array with each element once"),
    EMPTY_MAP("{}, an empty map"),
    LENGTH("text of {0} to {1} characters"),
    MIN_LENGTH("text of at least {0} characters"),
    COUNT("an array of {0} to {1} elements"),
    MIN_COUNT("an array of at least {0} elements"),
    SIZE("at least {0} and at most {1} long"),
    AT_LEAST("at least {0}"),
    MORE_THAN("more than {0}"),
    AT_MOST("at most {0}"),
    LESS_THAN("less than {0}"),
    BOTH_LIMITS("{0} and {1}"),
    DIGITS("a number with at most {0} digits before the decimal point and {1} after it"),
    MATCH("text that matches {0}"),
    NOT_BLANK(Constraint.Matches.NOT_BLANK.words()),
    EMAIL(Constraint.Matches.EMAIL.words()),
    BOTH_AT_ONCE("both at once"),
    OTHER("another value"),
    POLICY_COUNT("a number from 1 on, or 0 for no limit"),
    POLICY_COST("a decimal number above 0, like \"0.50\", or leave it out for no limit"),
    POLICY_TIME("a duration above 0 in the form of ISO 8601, like \"PT10M\", or leave it out for no limit");

    private final String template;

    Expectation(String template) {
        this.template = template;
    }

    @Override
    public String template() {
        return template;
    }
}
