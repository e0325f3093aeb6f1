package dev.escapement.internal.json;

import dev.escapement.internal.text.Excerpt;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;

/**
 * A JSON syntax error, described independently of the parser.
 *
 * @param expected the content that JSON requires
 * @param summary the content found, its line and column if they are known, and the usual cause with its remedy
 * @param excerpt an excerpt with the position marked; empty if the position is unknown
 * @param cause the usual cause of the error
 */
public record SyntaxFault(String expected, String summary, String excerpt, SyntaxCause cause) {

    /** The mark in an excerpt, at the position of the fault. */
    static final String MARK = "<HERE>";

    private static final int EXCERPT_BEFORE = 30;
    private static final int EXCERPT_AFTER = 30;

    /**
     * Returns the syntax fault that a Jackson exception reports.
     *
     * @param fault the exception of the parser
     * @param text the text that the parser read
     * @return the fault
     */
    public static SyntaxFault of(JacksonException fault, String text) {
        if (fault instanceof StreamConstraintsException) {
            String limit = limit(fault.getOriginalMessage());
            return new SyntaxFault(limit, ViolationMessages.beyond(limit) + place(fault), "", SyntaxCause.UNKNOWN);
        }
        SyntaxScan scan = new SyntaxScan(text);
        return scan.isFaulty()
                ? of(scan)
                : new SyntaxFault(
                        ViolationMessages.WELL_FORMED_JSON,
                        ViolationMessages.SYNTAX_ERROR + place(fault),
                        "",
                        SyntaxCause.UNKNOWN);
    }

    /** Returns whether a text has a syntax fault. */
    public static boolean isIn(String text) {
        return new SyntaxScan(text).isFaulty();
    }

    /**
     * Returns the first syntax fault in a text that is not strict JSON, such as more text after its value.
     *
     * @param text the text
     * @return the fault
     */
    public static SyntaxFault in(String text) {
        return of(new SyntaxScan(text));
    }

    /** Returns the description of the actual input: the summary and the excerpt. */
    public String actual() {
        return excerpt.isEmpty() ? summary : ViolationMessages.near(summary, excerpt);
    }

    private static SyntaxFault of(SyntaxScan scan) {
        SyntaxCause cause = SyntaxDiagnosis.of(scan);
        String found = scan.isAtEnd() ? ViolationMessages.END_OF_TEXT : ViolationMessages.quoted(character(scan));
        return new SyntaxFault(
                scan.expected.phrase(),
                ViolationMessages.explained(found + new TextPosition(scan.text).phrase(scan.at), cause.phrase()),
                excerpt(scan),
                cause);
    }

    private static String character(SyntaxScan scan) {
        return Character.toString(scan.text.codePointAt(scan.at));
    }

    private static String excerpt(SyntaxScan scan) {
        String text = scan.text;
        int from = Math.max(0, scan.at - EXCERPT_BEFORE);
        from -= from > 0 && Character.isLowSurrogate(text.charAt(from)) ? 1 : 0;
        String before = Excerpt.line(text.substring(from, scan.at), Integer.MAX_VALUE);
        String after = Excerpt.line(
                text.substring(scan.at, Math.min(text.length(), scan.at + 2 * EXCERPT_AFTER)), EXCERPT_AFTER);
        return (from > 0 ? "…" : "") + before + MARK + after;
    }

    private static String place(JacksonException fault) {
        TokenStreamLocation at = fault.getLocation();
        return at == null ? "" : ViolationMessages.at(at.getLineNr(), at.getColumnNr());
    }

    /** Returns the phrase for an exceeded limit. Jackson identifies the limit only in its message. */
    private static String limit(String message) {
        return message.contains("nesting")
                ? ViolationMessages.nesting(JsonSyntax.MAX_DEPTH)
                : ViolationMessages.numberLength(JsonSyntax.MAX_NUMBER_LENGTH);
    }
}
