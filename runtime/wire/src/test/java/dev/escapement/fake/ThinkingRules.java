package dev.escapement.fake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What Messages showed of its thinking has to come back as it was, with the calls that came of it. */
final class ThinkingRules {

    private final Map<String, List<Node>> thoughtBefore = new HashMap<>();

    /** Takes note of a reply that is sent. */
    synchronized void sent(Node content) {
        List<Node> thoughts = thoughts(content.items());
        for (Node block : content.items()) {
            if (block.get("type").text().equals("tool_use")) {
                thoughtBefore.put(block.get("id").text(), thoughts);
            }
        }
    }

    synchronized void check(Node message, List<Node> blocks) {
        List<Node> thoughts = thoughts(blocks);
        for (Node block : blocks) {
            if (block.get("type").text().equals("tool_use")) {
                List<Node> wanted = thoughtBefore.getOrDefault(block.get("id").text(), thoughts);
                if (!same(wanted, thoughts)) {
                    throw message.wrong("thinking blocks cannot be modified. They must remain as they were: " + wanted);
                }
            }
        }
        if (!thoughts.isEmpty() && !blocks.get(0).sameAs(thoughts.get(0))) {
            throw message.wrong("Expected 'thinking', but found '"
                    + blocks.get(0).get("type").text() + "'.");
        }
    }

    private static List<Node> thoughts(List<Node> blocks) {
        List<Node> thoughts = new ArrayList<>();
        for (Node block : blocks) {
            if (block.get("type").text().endsWith("thinking")) {
                thoughts.add(block);
            }
        }
        return thoughts;
    }

    private static boolean same(List<Node> some, List<Node> others) {
        boolean same = some.size() == others.size();
        for (int i = 0; same && i < some.size(); i++) {
            same = some.get(i).sameAs(others.get(i));
        }
        return same;
    }
}
