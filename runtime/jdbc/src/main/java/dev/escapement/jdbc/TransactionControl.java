package dev.escapement.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The detection of statements that begin or end a transaction in a text of one or more statements. The statements in
 * bodies of triggers and functions do not count. A protection against mistakes, not against attacks.
 */
final class TransactionControl {

    private static final Set<String> REFUSED = Set.of("commit", "end", "abort", "begin");

    /** The first words of statements that are refused if the word transaction follows. */
    private static final Set<String> REFUSED_WITH_TRANSACTION = Set.of("start", "prepare");

    /** The objects whose definition can contain statements between begin and end. */
    private static final Set<String> WITH_BODY = Set.of("trigger", "function", "procedure");

    /** The words that can precede the kind of the created object. */
    private static final Set<String> MODIFIERS = Set.of("temp", "temporary", "or", "replace", "constraint");

    /** Whether the next statement belongs to a body. */
    private boolean inBody;

    private TransactionControl() {}

    /** Returns the first words of a statement that begins or ends a transaction, in lower case. */
    static Optional<String> find(String sql, JdbcDialect dialect) {
        TransactionControl control = new TransactionControl();
        SqlWords words = new SqlWords(sql, dialect);
        Optional<String> found = Optional.empty();
        while (found.isEmpty() && words.hasNext()) {
            found = control.refused(words.nextStatement());
        }
        return found;
    }

    private Optional<String> refused(List<String> words) {
        if (words.isEmpty()) {
            return Optional.empty();
        }
        String first = words.get(0);
        if (inBody) {
            inBody = !first.equals("end");
            return Optional.empty();
        }
        inBody = beginsBody(words);
        boolean withTransaction = REFUSED_WITH_TRANSACTION.contains(first)
                && words.size() > 1
                && words.get(1).equals("transaction");
        if (withTransaction) {
            return Optional.of(first + " transaction");
        }
        return REFUSED.contains(first) || rollsBackAll(words) ? Optional.of(first) : Optional.empty();
    }

    private static boolean beginsBody(List<String> words) {
        List<String> definition = new ArrayList<>(words.subList(1, words.size()));
        while (!definition.isEmpty() && MODIFIERS.contains(definition.get(0))) {
            definition.remove(0);
        }
        return words.get(0).equals("create")
                && !definition.isEmpty()
                && WITH_BODY.contains(definition.get(0))
                && definition.contains("begin");
    }

    /** Returns whether a statement is a rollback, but not to a savepoint. */
    private static boolean rollsBackAll(List<String> words) {
        int next = words.size() > 1 && Set.of("work", "transaction").contains(words.get(1)) ? 2 : 1;
        return words.get(0).equals("rollback")
                && !(words.size() > next && words.get(next).equals("to"));
    }
}
