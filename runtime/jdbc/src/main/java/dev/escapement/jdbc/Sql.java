package dev.escapement.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An SQL statement with named parameters such as {@code :id}. These words are replaced, because the databases differ:
 *
 * <ul>
 *   <li>{@code NOW}: the time of the statement
 *   <li>{@code AFTER(:micros)}: the time after a number of microseconds
 *   <li>{@code IN(:list)}: the condition that a value is in a list
 *   <li>{@code SKIP_LOCKED}: the lock of the selected rows, without waiting for rows that are locked
 * </ul>
 *
 * <p>A statement is compiled at its first use, because a store has many constant ones. Safe for concurrent use.
 */
final class Sql {

    /** The parameter for the time of the clock, on SQLite. */
    static final String NOW = "now";

    private static final Pattern PARAMETER = Pattern.compile("(?<!:):([a-zA-Z][a-zA-Z0-9]*)");
    private static final Pattern NOW_WORD = Pattern.compile("\\bNOW\\b");
    private static final Pattern AFTER = Pattern.compile("\\bAFTER\\((:[a-zA-Z]+)\\)");
    private static final Pattern IN = Pattern.compile("\\bIN\\((:[a-zA-Z]+)\\)");

    private final String source;
    private final JdbcDialect dialect;
    private final TableNames names;
    private volatile @Nullable JdbcText compiled;

    private Sql(String source, JdbcDialect dialect, TableNames names) {
        this.source = source;
        this.dialect = dialect;
        this.names = names;
    }

    /** Returns a statement for a database. */
    static Sql of(String source, JdbcDialect dialect, TableNames names) {
        return new Sql(source, dialect, names);
    }

    /**
     * A statement in the syntax of JDBC.
     *
     * @param text the text; the parameter of an IN condition of SQLite is {@code LIST?}
     * @param parameters the names of the parameters in order
     */
    private record JdbcText(String text, List<String> parameters) {}

    /** Returns the statement that describes the plan of this one, for tests. */
    Sql explained() {
        return new Sql("explain " + source, dialect, names);
    }

    /** Returns the statement in the syntax of JDBC. */
    String text() {
        return compiled().text();
    }

    /** Returns the names of the parameters in order. */
    List<String> parameters() {
        return compiled().parameters();
    }

    private JdbcText compiled() {
        JdbcText known = compiled;
        if (known == null) {
            known = compile();
            compiled = known;
        }
        return known;
    }

    private JdbcText compile() {
        String text = names.in(source);
        text = switch (dialect) {
            case POSTGRESQL -> postgresql(text);
            case SQLITE -> sqlite(text);
        };
        List<String> parameters = new ArrayList<>();
        StringBuilder replaced = new StringBuilder();
        Matcher matcher = PARAMETER.matcher(text);
        while (matcher.find()) {
            parameters.add(matcher.group(1));
            matcher.appendReplacement(replaced, "?");
        }
        matcher.appendTail(replaced);
        return new JdbcText(replaced.toString(), List.copyOf(parameters));
    }

    private static String postgresql(String text) {
        String sql = AFTER.matcher(text).replaceAll("(NOW + $1 * interval '1 microsecond')");
        sql = NOW_WORD.matcher(sql).replaceAll("statement_timestamp()");
        sql = IN.matcher(sql).replaceAll("= any($1)");
        return sql.replace("SKIP_LOCKED", "for update skip locked");
    }

    private static String sqlite(String text) {
        String sql = AFTER.matcher(text).replaceAll("(NOW + $1)");
        sql = NOW_WORD.matcher(sql).replaceAll(":" + NOW);
        sql = IN.matcher(sql).replaceAll("in (LIST$1)");
        return sql.replace("SKIP_LOCKED", "");
    }

    /** Returns the text with a question mark for each element of the lists. */
    String expanded(Args args) {
        String expanded = text();
        for (String name : parameters()) {
            if (expanded.contains("LIST?") && args.get(name) instanceof List<?> list) {
                expanded = expanded.replaceFirst("LIST\\?", "?" + ", ?".repeat(Math.max(0, list.size() - 1)));
            }
        }
        return expanded;
    }
}
