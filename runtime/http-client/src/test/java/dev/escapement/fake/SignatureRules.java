package dev.escapement.fake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Thought signatures of generateContent: since Gemini 3, the first call of each turn has one. Signatures that were sent
 * must be repeated unchanged, and calls of other models have a documented placeholder.
 */
final class SignatureRules {

    static final Set<String> PLACEHOLDERS =
            Set.of("skip_thought_signature_validator", "context_engineering_is_the_way_to_go");

    private final Map<String, String> ofCalls = new HashMap<>();
    private final Map<String, String> ofTexts = new HashMap<>();

    /** Records the signature of a call that was sent. */
    synchronized void sentCall(String id, String signature) {
        ofCalls.put(id, signature);
    }

    /** Records the signature of a reply without calls that was sent. */
    synchronized void sentText(String text, String signature) {
        ofTexts.put(text, signature);
    }

    synchronized void check(RequestNode content, List<RequestNode> parts, int generation) {
        List<RequestNode> calls = parts.stream()
                .filter(part -> part.find("functionCall").isPresent())
                .toList();
        for (RequestNode part : parts) {
            part.find("thoughtSignature").ifPresent(signature -> known(part, signature.someText()));
        }
        if (calls.isEmpty()) {
            text(content, parts);
            return;
        }
        for (RequestNode part : calls) {
            String id =
                    part.get("functionCall").find("id").map(RequestNode::text).orElse("");
            String sent = ofCalls.getOrDefault(id, "");
            if (!sent.isEmpty() && !sent.equals(signature(part))) {
                throw part.wrong("Corrupted thought signature.");
            }
        }
        if (generation >= 3 && signature(calls.get(0)).isEmpty()) {
            throw calls.get(0).wrong("Function call is missing a thought_signature in functionCall parts.");
        }
    }

    private void known(RequestNode part, String signature) {
        boolean isCall = part.find("functionCall").isPresent();
        boolean isOfCall = isCall && (ofCalls.containsValue(signature) || PLACEHOLDERS.contains(signature));
        if (!isOfCall && !ofTexts.containsValue(signature)) {
            throw part.wrong("Thought signature is not valid.");
        }
    }

    private void text(RequestNode content, List<RequestNode> parts) {
        String text = parts.stream()
                .filter(part -> part.find("thought").isEmpty())
                .map(part -> part.find("text").map(RequestNode::text).orElse(""))
                .collect(Collectors.joining());
        String sent = ofTexts.getOrDefault(text, "");
        if (!sent.isEmpty() && parts.stream().noneMatch(part -> signature(part).equals(sent))) {
            throw content.wrong("the signature of the text is missing: " + sent);
        }
    }

    private static String signature(RequestNode part) {
        return part.find("thoughtSignature").map(RequestNode::text).orElse("");
    }
}
