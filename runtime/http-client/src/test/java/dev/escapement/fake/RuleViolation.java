package dev.escapement.fake;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.Consumer;

/**
 * A good text with one thing changed, and what there is to complain about then. Texts are JSON with single quotes.
 *
 * @param rule what is broken
 * @param from a part of the good text
 * @param to what stands in its place
 * @param complaint a part of the complaint
 */
record RuleViolation(String rule, String from, String to, String complaint) {

    void checkedBy(Consumer<RequestNode> rules, String good) {
        assertTrue(good.contains(from), from);
        rules.accept(node(good));
        String bad = good.replace(from, to);
        Complaint thrown = assertThrows(Complaint.class, () -> rules.accept(node(bad)), bad);
        assertTrue(thrown.getMessage().contains(complaint), thrown.getMessage());
    }

    static RequestNode node(String text) {
        return RequestNode.parse(text.replace('\'', '"'));
    }

    @Override
    public String toString() {
        return rule;
    }
}
