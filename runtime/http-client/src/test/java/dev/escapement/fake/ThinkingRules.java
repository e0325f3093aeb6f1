package dev.escapement.fake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Thinking of Messages must be repeated unchanged with the calls that followed it. */
final class ThinkingRules {

    private final Map<String, List<RequestNode>> thoughtBefore = new HashMap<>();

    /** Records a reply that was sent. */
    synchronized void sent(RequestNode content) {
        List<RequestNode> thoughts = thoughts(content.items());
        for (RequestNode block : content.items()) {
            if (block.get("type").text().equals("tool_use")) {
                thoughtBefore.put(block.get("id").text(), thoughts);
            }
        }
    }

    synchronized void check(RequestNode message, List<RequestNode> blocks) {
        List<RequestNode> thoughts = thoughts(blocks);
        for (RequestNode block : blocks) {
            if (block.get("type").text().equals("tool_use")) {
                List<RequestNode> wanted =
                        thoughtBefore.getOrDefault(block.get("id").text(), thoughts);
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

    private static List<RequestNode> thoughts(List<RequestNode> blocks) {
        List<RequestNode> thoughts = new ArrayList<>();
        for (RequestNode block : blocks) {
            if (block.get("type").text().endsWith("thinking")) {
                thoughts.add(block);
            }
        }
        return thoughts;
    }

    private static boolean same(List<RequestNode> some, List<RequestNode> others) {
        boolean same = some.size() == others.size();
        for (int i = 0; same && i < some.size(); i++) {
            same = some.get(i).sameAs(others.get(i));
        }
        return same;
    }
}
