package dev.escapement.anthropic;

/**
 * A counter of the strict tools in one request, which enforces the API's limits on their total size.
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

    /** Adds a tool unless it would exceed a limit, and returns whether the tool was added. */
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
