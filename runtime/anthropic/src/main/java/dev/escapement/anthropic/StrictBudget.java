package dev.escapement.anthropic;

import dev.escapement.wire.Json;

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
    private int optional;
    private int unions;

    /** Whether one more tool has room, which it then takes. */
    boolean admits(String schema) {
        StrictBudget sum = new StrictBudget();
        sum.count(Json.parse(schema));
        if (tools == MAX_TOOLS || optional + sum.optional > MAX_OPTIONAL || unions + sum.unions > MAX_UNIONS) {
            return false;
        }
        tools++;
        optional += sum.optional;
        unions += sum.unions;
        return true;
    }

    private void count(Json schema) {
        if (!schema.isObject()) {
            return; // there is none, or one that allows all or nothing
        }
        if (schema.get("anyOf").isArray() || schema.get("type").isArray()) {
            unions++;
        }
        schema.get("anyOf").items().forEach(this::count);
        Json properties = schema.get("properties");
        optional += properties.names().size() - schema.get("required").items().size();
        countAll(properties);
        countAll(schema.get("$defs"));
        count(schema.get("items"));
    }

    private void countAll(Json schemas) {
        schemas.names().forEach(name -> count(schemas.get(name)));
    }
}
