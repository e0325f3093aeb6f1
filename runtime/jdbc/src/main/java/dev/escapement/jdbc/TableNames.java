package dev.escapement.jdbc;

import java.util.regex.Pattern;

/**
 * The names of the tables of a store. In the texts of this package, the names of tables begin with {@code esc_}, and those
 * of indexes with {@code idx_}.
 *
 * @param schema the schema of the tables; empty for the default schema of the connection
 * @param prefix the beginning of the names
 */
record TableNames(String schema, String prefix) {

    private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_]{0,39}");
    private static final Pattern TABLE_OR_INDEX = Pattern.compile("\\b(esc_|idx_)");

    // After the patterns, which the constructor uses.
    static final TableNames DEFAULT = new TableNames("", "esc_");

    TableNames {
        if ((!schema.isEmpty() && !NAME.matcher(schema).matches())
                || !NAME.matcher(prefix).matches()) {
            throw new IllegalArgumentException(
                    "The names of the schema and of the prefix must consist of up to 40 lower-case"
                            + " letters, digits and underscores, not \"" + schema + "\" and \"" + prefix + "\".");
        }
    }

    /** Returns an SQL text with the names of this store. */
    String in(String sql) {
        String qualified = schema.isEmpty() ? prefix : schema + "." + prefix;
        // In one pass, because the prefix can contain these words.
        return TABLE_OR_INDEX
                .matcher(sql)
                .replaceAll(word -> word.group().equals("esc_") ? qualified : prefix + "idx_");
    }

    /** Returns the unqualified name of a table, given the part of it that follows the prefix. */
    String table(String name) {
        return prefix + name;
    }
}
