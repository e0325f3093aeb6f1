package dev.escapement.processor.diagnostic;

import dev.escapement.processor.model.Constraint;

/** The descriptions of expected values. */
public enum Expectation implements Wording {
    STRING("a string"),
    CHARACTER("one character"),
    BOOLEAN("true or false"),
    TRUE("true"),
    FALSE("false"),
    INTEGER("an integer"),
    INTEGER_OF_BITS("a {0}-bit integer"),
    FLOAT("a number in the range of float"),
    DOUBLE("a number in the range of double"),
    DECIMAL("a decimal number"),
    CONSTANT("one of {0}"),
    ARRAY("a JSON array such as []"),
    DISTINCT_ELEMENTS("an array without duplicates"),
    EMPTY_MAP("an empty map: {}"),
    LENGTH("text of {0} to {1} characters"),
    MIN_LENGTH("text of at least {0} characters"),
    COUNT("an array of {0} to {1} elements"),
    MIN_COUNT("an array of at least {0} elements"),
    SIZE("the size must be at least {0} and at most {1}"),
    AT_LEAST("at least {0}"),
    MORE_THAN("more than {0}"),
    AT_MOST("at most {0}"),
    LESS_THAN("less than {0}"),
    BOTH_LIMITS("the value must be {0} and {1}"),
    DIGITS("a number with at most {0} digits before the decimal point and {1} after it"),
    MATCH("text that matches \"{0}\""),
    NOT_BLANK(Constraint.Matches.NOT_BLANK.words()),
    EMAIL(Constraint.Matches.EMAIL.words()),
    BOTH_AT_ONCE("the constraints exclude each other"),
    OTHER("a different value"),
    DECIMAL_LIMIT("a decimal number with at most 1000 digits, such as 0.01"),
    DIGITS_LIMIT("a number from 0 to 1000"),
    SIZE_LIMIT("0 or a positive number"),
    STEP_ATTEMPTS("a positive number, or 0 for the default"),
    STEP_RESULT_LENGTH("a number of at least {0}, or 0 for the default"),
    OPTION_TEXT("visible characters, or omit the element for the default"),
    OPTION_TEMPERATURE("a number of at least 0, or omit the element for the default"),
    OPTION_TOKENS("a positive number, or omit the element for the default"),
    POLICY_COUNT("a positive number, or 0 for no limit"),
    POLICY_DEPTH("1 or more, or omit the element for the default of 3"),
    POLICY_COST("a decimal number above 0, such as \"0.50\", or omit the element for no limit"),
    POLICY_TIME("an ISO 8601 duration above 0, such as \"PT10M\", or omit the element for no limit");

    private final String template;

    Expectation(String template) {
        this.template = template;
    }

    @Override
    public String template() {
        return template;
    }
}
