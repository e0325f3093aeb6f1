package dev.escapement.json;

import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/** Turns what Jackson says about a text that is no JSON into a violation of our own words. */
final class SyntaxFault {

    private SyntaxFault() {}

    static Violation describe(JacksonException fault) {
        TokenStreamLocation at = fault.getLocation();
        String place = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
        if (fault instanceof StreamConstraintsException) {
            return new Violation("$", limit(fault.getOriginalMessage()), "more than that" + place);
        }
        if (fault instanceof UnexpectedEndOfInputException) {
            return new Violation("$", "complete JSON", "the end of the text" + place);
        }
        return new Violation("$", "well-formed JSON", "a syntax error" + place);
    }

    /** Which of the two limits it is, only Jackson's own words tell. */
    private static String limit(String message) {
        return message.contains("nesting")
                ? "JSON nested at most " + JsonReader.MAX_DEPTH + " levels deep"
                : "numbers of at most " + JsonReader.MAX_NUMBER_LENGTH + " characters";
    }
}
