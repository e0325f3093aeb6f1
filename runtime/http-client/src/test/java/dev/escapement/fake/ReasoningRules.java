package dev.escapement.fake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reasoning of Responses must be repeated unchanged directly before the call that followed it. */
final class ReasoningRules {

    private final Map<String, RequestNode> sent = new HashMap<>();
    private final Map<String, String> thoughtBefore = new HashMap<>();
    private final Map<String, String> orphans = new HashMap<>();

    /** Records a reply that was sent. */
    synchronized void sent(RequestNode output) {
        List<String> thoughts = new ArrayList<>();
        String lost = "";
        for (RequestNode item : output.items()) {
            String kind = item.get("type").text();
            if (kind.equals("reasoning") && item.find("encrypted_content").isEmpty()) {
                lost = item.get("id").text();
            } else if (!lost.isEmpty()) {
                orphans.put(item.get("id").text(), lost);
            } else if (kind.equals("reasoning")) {
                sent.put(item.get("id").text(), item);
                thoughts.add(item.get("id").text());
            } else if (kind.equals("function_call") && !thoughts.isEmpty()) {
                thoughtBefore.put(item.get("call_id").text(), thoughts.get(thoughts.size() - 1));
            }
        }
    }

    synchronized void check(List<RequestNode> input) {
        String thought = "";
        boolean leads = false;
        for (RequestNode item : input) {
            String kind = item.find("type").map(RequestNode::text).orElse("message");
            boolean ofTheModel = item.find("role")
                    .map(role -> role.text().equals("assistant"))
                    .orElse(true);
            if (leads && (kind.equals("function_call_output") || !ofTheModel)) {
                throw item.wrong("Item '" + thought
                        + "' of type 'reasoning' was provided without its required following" + " item.");
            }
            leads = kind.equals("reasoning");
            String orphanOf = item.find("id").map(id -> orphans.get(id.text())).orElse(null);
            if (orphanOf != null) {
                throw item.wrong("Item was provided without its required 'reasoning' item: " + orphanOf);
            }
            if (kind.equals("reasoning")) {
                thought = item.get("id").text();
                unmodified(item);
            } else if (kind.equals("function_call")) {
                String wanted = thoughtBefore.get(item.get("call_id").text());
                if (wanted != null && !wanted.equals(thought)) {
                    throw item.wrong(
                            "Item 'function_call' was provided without its required 'reasoning' item: " + wanted);
                }
            } else if (kind.equals("function_call_output") || !ofTheModel) {
                thought = "";
            }
        }
    }

    private void unmodified(RequestNode item) {
        RequestNode original = sent.get(item.get("id").text());
        if (original != null && !original.sameAs(item)) {
            throw item.wrong("the item is not what it was: " + original);
        }
        if (item.find("encrypted_content").filter(RequestNode::isText).isEmpty()) {
            throw new Complaint(
                    404,
                    "Item with id '" + item.get("id").text() + "' not found. Items are not persisted when 'store' is"
                            + " false.");
        }
    }
}
