package dev.escapement.internal.json;

import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/**
 * A JSON syntax error, described independently of the parser.
 *
 * @param expected the content that JSON requires
 * @param actual the content found, with its line and column if they are known
 */
public record SyntaxFault(String expected, String actual) {

    /**
     * Returns the syntax fault that a Jackson exception reports.
     *
     * @param fault the exception of the parser
     * @return the fault
     */
    public static SyntaxFault of(JacksonException fault) {
        TokenStreamLocation at = fault.getLocation();
        String place = at == null ? "" : ViolationMessages.at(at.getLineNr(), at.getColumnNr());
        if (fault instanceof StreamConstraintsException) {
            return new SyntaxFault(limit(fault.getOriginalMessage()), ViolationMessages.EXCEEDED + place);
        }
        if (fault instanceof UnexpectedEndOfInputException) {
            return new SyntaxFault(ViolationMessages.COMPLETE_JSON, ViolationMessages.END_OF_TEXT + place);
        }
        return new SyntaxFault(ViolationMessages.WELL_FORMED_JSON, ViolationMessages.SYNTAX_ERROR + place);
    }

    /** Returns the phrase for an exceeded limit. Jackson identifies the limit only in its message. */
    private static String limit(String message) {
        return message.contains("nesting")
                ? ViolationMessages.nesting(JsonSyntax.MAX_DEPTH)
                : ViolationMessages.numberLength(JsonSyntax.MAX_NUMBER_LENGTH);
    }
}
