package dev.escapement.fake;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.Consumer;

/**
 * A valid text with one change and the resulting complaint. Texts are JSON with single quotes.
 *
 * @param rule the violated rule
 * @param from a part of the valid text
 * @param to the replacement of the part
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
