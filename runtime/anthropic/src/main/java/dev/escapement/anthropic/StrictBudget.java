package dev.escapement.anthropic;

/**
 * The limits of all strict tools of one request together.
 *
 * @see <a href="https://platform.claude.com/docs/en/build-with-claude/structured-outputs">Structured outputs</a>, "Schema
 *     complexity limits"
 */
final class StrictBudget {

    static final int MAX_TOOLS = 20;
    static final int MAX_OPTIONAL = 24;
    static final int MAX_UNIONS = 16;

    static final String LIMIT = "the strict tools of one request may be at most " + MAX_TOOLS + ", with " + MAX_OPTIONAL
            + " optional properties and " + MAX_UNIONS + " unions together";

    private int tools;
    private SchemaSize used = new SchemaSize(0, 0);

    /** Adds one more tool unless it exceeds a limit; returns whether it was added. */
    boolean admits(SchemaSize schema) {
        SchemaSize sum = used.plus(schema);
        if (tools == MAX_TOOLS || sum.optional() > MAX_OPTIONAL || sum.unions() > MAX_UNIONS) {
            return false;
        }
        tools++;
        used = sum;
        return true;
    }
}
