package dev.escapement.internal.json;

/** A usual cause of a syntax fault in JSON that a language model wrote, with the remedy. */
public enum SyntaxCause {
    TRAILING_COMMA("a comma after the last item", "Remove the comma"),
    EXTRA_COMMA("a comma without an item before it", "Remove the comma"),
    MISSING_COMMA("a missing comma between two items", "Insert a comma"),
    MISSING_COLON("a missing colon between name and value", "Insert a colon"),
    WRONG_SEPARATOR("a wrong separator", "Use \":\" after a name and \",\" between items"),
    SECOND_COLON("a second colon, or a missing quote before it", "Write one name and one value"),
    MISSING_VALUE("a name without a value", "Write the value, or remove the name"),
    MISSING_NAME("a value without a name in an object", "Write \"name\": value, or use an array"),
    NAME_IN_ARRAY("a name in an array", "Put names and values in an object in braces"),
    SINGLE_QUOTES("single quotes", "Use double quotes"),
    TYPOGRAPHIC_QUOTES("typographic quotes", "Use straight double quotes"),
    BACKTICKS("backticks as quotes", "Use double quotes"),
    UNQUOTED_NAME("a name without quotes", "Put the name in double quotes"),
    UNQUOTED_TEXT("text without quotes", "Put the text in double quotes"),
    STRAY_TEXT("text between the items", "Remove the text, or put it in double quotes"),
    UNESCAPED_QUOTE("a double quote within a string", "Write \\\" for a quote within a string"),
    DOUBLED_QUOTES("doubled quotes", "Write one quote at each end, and \\\" for a quote within a string"),
    UNCLOSED_STRING("a missing closing quote", "Close the string"),
    ESCAPED_CLOSING_QUOTE("a backslash before the closing quote", "Write \\\\ for a backslash"),
    LINE_BREAK_IN_STRING("a raw line break in a string", "Write \\n"),
    TAB_IN_STRING("a raw tab in a string", "Write \\t"),
    CONTROL_IN_STRING("a raw control character in a string", "Escape it as \\u and four hex digits"),
    UNKNOWN_ESCAPE("an escape that JSON does not define", "Write the character itself, or \\\\ for a backslash"),
    INCOMPLETE_UNICODE_ESCAPE(
            "a \\u without four hex digits", "Write \\u and four hex digits, or \\\\ for a backslash"),
    ESCAPED_JSON("JSON that is escaped like the content of a string", "Write quotes without backslashes"),
    NOT_FINITE("a number that JSON does not define", "Write a finite number, or null where it is allowed"),
    PYTHON_LITERAL("a literal of Python", "Write true, false or null"),
    OTHER_LITERAL("a literal that JSON does not define", "Write true, false or null in lower case"),
    FUNCTION_CALL("a function call", "Write the value itself"),
    STRING_PREFIX("a prefix before a string", "Remove the prefix"),
    EXPRESSION("an expression", "Write its value"),
    NUMBER_AND_TEXT("a number with other characters", "Write a plain decimal number, or put the text in double quotes"),
    DIGIT_SEPARATOR("a separator between the digits of a number", "Write the digits without a separator"),
    LEADING_ZERO("a leading zero", "Remove it, or put the digits in double quotes"),
    PLUS_SIGN("a plus sign before a number", "Remove it"),
    HEX_NUMBER("a number that is not decimal", "Write it in decimal"),
    MISSING_DIGIT("a number without a digit before or after its point, sign or exponent", "Write the digit"),
    COMMENT("a comment", "Remove it"),
    ELLIPSIS("an ellipsis", "Write all items"),
    PARENTHESES("parentheses", "Use [ ] for a list, and no parentheses around a value"),
    WRONG_BRACKET("a bracket that does not match, or a missing closing bracket", "Close the innermost bracket first"),
    EXTRA_BRACKET("an extra closing bracket", "Remove it"),
    SEVERAL_VALUES("more than one JSON value", "Write exactly one value"),
    CODE_FENCE("a code fence", "Write the JSON alone"),
    TEXT_BEFORE("text before the JSON", "Write the JSON alone"),
    TEXT_AFTER("text after the JSON", "Write the JSON alone"),
    NOT_JSON("text in place of JSON", "Write a JSON value"),
    INVISIBLE_CHARACTER("an invisible character between the items", "Use plain spaces and line breaks"),
    EMPTY("an empty text", "Write a JSON value"),
    TRUNCATED("a text that was cut off, or a missing closing quote or bracket", "Write the complete JSON"),
    UNKNOWN("a character that JSON does not allow here", "Remove it, or put the text in double quotes");

    private final String problem;
    private final String remedy;

    SyntaxCause(String problem, String remedy) {
        this.problem = problem;
        this.remedy = remedy;
    }

    /** Returns the cause and the remedy, for use at the end of a description of the actual input. */
    public String phrase() {
        return "Usual cause: " + problem + ". " + remedy;
    }
}
