package dev.escapement.anthropic;

/**
 * What all strict tools of one request may have together.
 *
 * @see <a href="https://platform.claude.com/docs/en/build-with-claude/structured-outputs">Structured outputs</a>, "Schema
 *     complexity limits"
 */
final class StrictBudget {

    static final int MAX_TOOLS = 20;
    static final int MAX_OPTIONAL = 24;
    static final int MAX_UNIONS = 16;

    private int tools;
    private SchemaSize taken = new SchemaSize(0, 0);

    /** Whether one more tool has room, which it then takes. */
    boolean admits(SchemaSize schema) {
        SchemaSize sum = taken.plus(schema);
        if (tools == MAX_TOOLS || sum.optional() > MAX_OPTIONAL || sum.unions() > MAX_UNIONS) {
            return false;
        }
        tools++;
        taken = sum;
        return true;
    }
}
