package dev.escapement.fake;

import java.util.List;

/** The rules of Messages for conversations: both sides alternate, and results come first in the turn after their calls. */
final class MessagesConversation {

    private final ThinkingRules thinking;
    private final CacheMarkers markers;
    private final CallPairing pairing = new CallPairing();

    MessagesConversation(ThinkingRules thinking, CacheMarkers markers) {
        this.thinking = thinking;
        this.markers = markers;
    }

    void check(List<RequestNode> messages, boolean tools) {
        for (int i = 0; i < messages.size(); i++) {
            RequestNode message = messages.get(i).only("role", "content");
            String turn = i % 2 == 0 ? "user" : "assistant";
            if (!message.get("role").oneOf("user", "assistant").equals(turn)) {
                throw message.wrong("roles must alternate, the user's first: expected " + turn);
            }
            if (message.get("content").isText()) {
                pairing.nothingOpen(message.path());
                message.get("content").someText();
            } else if (turn.equals("user")) {
                user(message.get("content"), tools);
            } else {
                assistant(message, message.get("content").someItems(), tools);
            }
        }
        if (messages.size() % 2 == 0) {
            continued(messages.get(messages.size() - 1).get("content"));
        }
    }

    /** Checks the last message of the model, which is possible only in a turn that the provider paused. */
    private static void continued(RequestNode content) {
        if (content.isText() || content.items().stream().noneMatch(MessagesConversation::isServerCall)) {
            throw new Complaint("This model does not support assistant message prefill. The conversation must end with"
                    + " a user message.");
        }
        List<RequestNode> blocks = content.items();
        RequestNode last = blocks.get(blocks.size() - 1);
        if (last.get("type").text().endsWith("thinking")) {
            throw last.wrong("The final block in an assistant message cannot be `thinking`.");
        }
        if (last.get("type").text().equals("text")
                && !last.get("text").text().equals(last.get("text").text().stripTrailing())) {
            throw last.wrong("final assistant content cannot end with trailing whitespace");
        }
    }

    private static boolean isServerCall(RequestNode block) {
        return block.get("type").text().equals("server_tool_use");
    }

    private void user(RequestNode content, boolean tools) {
        boolean onlyResults = true;
        for (RequestNode block : content.someItems()) {
            if (block.get("type")
                    .oneOf("text", "image", "document", "tool_result")
                    .equals("tool_result")) {
                if (!onlyResults) {
                    throw block.wrong("tool_result blocks come before all other content");
                }
                toolsNeeded(block, tools);
                result(block);
            } else {
                onlyResults = false;
                part(block);
            }
        }
        pairing.nothingOpen("the end of " + content.path());
    }

    private void result(RequestNode block) {
        block.only("type", "tool_use_id", "content", "is_error", "cache_control");
        pairing.result(block.get("tool_use_id"));
        markers.on(block);
        boolean failed = block.find("is_error").map(RequestNode::flag).orElse(false);
        if (block.find("content").isEmpty() || block.get("content").isText()) {
            String text = block.find("content").map(RequestNode::text).orElse("");
            boolean marked = block.find("cache_control").isPresent();
            if (text.isBlank() && (failed || marked)) {
                throw block.wrong("content cannot be empty if is_error is true, or if it has a cache_control");
            }
            return;
        }
        for (RequestNode part : block.get("content").items()) {
            if (failed && !part.get("type").text().equals("text")) {
                throw block.wrong("all content must be type `text` if `is_error` is true");
            }
            part(part);
        }
    }

    private void part(RequestNode block) {
        if (MessagesFiles.isFile(block)) {
            MessagesFiles.check(block, markers);
        } else {
            MessagesRules.text(block, markers);
        }
    }

    private void assistant(RequestNode message, List<RequestNode> blocks, boolean tools) {
        pairing.nothingOpen(message.path());
        for (RequestNode block : blocks) {
            switch (block.get("type")
                    .oneOf(
                            "text",
                            "tool_use",
                            "thinking",
                            "redacted_thinking",
                            "server_tool_use",
                            "web_search_tool_result")) {
                case "text" -> MessagesRules.text(block, markers);
                case "tool_use" -> {
                    toolsNeeded(block, tools);
                    call(block);
                }
                case "thinking" -> {
                    block.only("type", "thinking", "signature").get("thinking").text();
                    block.get("signature").someText();
                }
                case "server_tool_use" ->
                    block.only("type", "id", "name", "input").get("id").someText();
                case "web_search_tool_result" ->
                    block.only("type", "tool_use_id", "content").get("content");
                default -> block.only("type", "data").get("data").someText();
            }
        }
        thinking.check(message, blocks);
    }

    private void call(RequestNode block) {
        block.only("type", "id", "name", "input", "cache_control");
        CallIdFormat.ANTHROPIC.check(block.get("id"));
        pairing.call(block.get("id"));
        MessagesTools.RULES.called(block.get("name"));
        block.get("input").properties();
        markers.on(block);
    }

    private static void toolsNeeded(RequestNode block, boolean tools) {
        if (!tools) {
            throw block.wrong("Requests which include tool_use or tool_result blocks must define tools");
        }
    }
}
