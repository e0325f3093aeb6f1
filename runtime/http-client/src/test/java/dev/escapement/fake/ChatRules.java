package dev.escapement.fake;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The rules of Chat Completions for requests. */
final class ChatRules {

    private final ChatFlavor flavor;
    private final Set<String> sent = ConcurrentHashMap.newKeySet();
    private final ToolRules tools = new ToolRules(OpenAiRules.TOOL_NAME);

    ChatRules(ChatFlavor flavor) {
        this.flavor = flavor;
    }

    /** Records a call that was sent, because the data added to it must be repeated. */
    void sent(String callId) {
        sent.add(callId);
    }

    void check(RequestNode body) {
        flavor.checkParameters(body);
        body.get("model").someText();
        messages(body.get("messages").someItems());
        OpenAiRules.onlyWithTools(body);
        OpenAiRules.checkLimits(body);
        Set<String> names = body.find("tools").map(this::tools).orElse(Set.of());
        body.find("tool_choice").ifPresent(choice -> OpenAiRules.checkChoice(choice, names));
        body.find("stream_options").ifPresent(options -> {
            if (!body.find("stream").map(RequestNode::flag).orElse(false)) {
                throw new Complaint("The 'stream_options' parameter is only allowed when 'stream' is enabled.");
            }
        });
    }

    private Set<String> tools(RequestNode list) {
        List<RequestNode> functions =
                ToolRules.of(list).stream().map(ChatRules::function).toList();
        return tools.names(
                functions.stream().map(function -> function.get("name")).toList());
    }

    private static RequestNode function(RequestNode tool) {
        tool.only("type", "function").get("type").oneOf("function");
        RequestNode function = tool.get("function").only("name", "description", "parameters", "strict");
        OpenAiRules.checkFunction(function);
        return function;
    }

    private void messages(List<RequestNode> messages) {
        CallPairing pairing = new CallPairing();
        boolean begun = false;
        String before = "";
        for (RequestNode message : messages) {
            String role = message.get("role").oneOf("system", "developer", "user", "assistant", "tool");
            switch (role) {
                case "tool" -> result(message, pairing);
                case "assistant" -> assistant(message, pairing);
                case "user" -> {
                    pairing.nothingOpen(message.path());
                    RequestNode content =
                            message.only("role", "content", "name").get("content");
                    if (content.isText()) {
                        content.someText();
                    } else {
                        OpenAiFiles.chat(content.someItems());
                    }
                }
                default -> {
                    pairing.nothingOpen(message.path());
                    content(message.only("role", "content", "name").get("content"));
                }
            }
            boolean instructs = role.equals("system") || role.equals("developer");
            if (instructs && begun) {
                throw message.wrong("instructions come before the conversation");
            }
            begun |= !instructs;
            flavor.checkOrder(before, message);
            before = role;
        }
        RequestNode last = messages.get(messages.size() - 1);
        pairing.nothingOpen("the end of messages");
        last.get("role").oneOf("user", "tool");
    }

    private void result(RequestNode message, CallPairing pairing) {
        message.only("role", "content", "tool_call_id");
        pairing.result(message.get("tool_call_id"));
        flavor.ids().check(message.get("tool_call_id"));
        if (message.get("content").isList() && flavor.acceptsFilesInAnswers()) {
            OpenAiFiles.chat(message.get("content").someItems());
        } else if (message.get("content").isList()) {
            content(message.get("content"));
        } else {
            message.get("content").text();
        }
    }

    private void assistant(RequestNode message, CallPairing pairing) {
        message.only("role", "content", "refusal", "tool_calls", "name", "reasoning_content");
        pairing.nothingOpen(message.path());
        boolean speaks =
                message.find("content").filter(content -> !content.isNull()).isPresent();
        boolean refuses = message.find("refusal").filter(text -> !text.isNull()).isPresent();
        if (speaks) {
            content(message.get("content"));
        } else if (!refuses && message.find("tool_calls").isEmpty()) {
            throw message.wrong("expected a string or the tool_calls of the model, but both are missing");
        }
        message.find("tool_calls").ifPresent(calls -> {
            calls.someItems().forEach(call -> call(call, pairing));
            if (calls.items().stream()
                    .anyMatch(call -> sent.contains(call.get("id").text()))) {
                flavor.checkAdded(message, calls.someItems());
            }
        });
    }

    private void call(RequestNode call, CallPairing pairing) {
        call.only("id", "type", "function", "extra_content").get("type").oneOf("function");
        flavor.ids().check(call.get("id"));
        pairing.call(call.get("id"));
        RequestNode function = call.get("function").only("name", "arguments");
        tools.called(function.get("name"));
        ToolRules.arguments(function.get("arguments"));
    }

    private static void content(RequestNode content) {
        if (content.isText()) {
            content.someText();
            return;
        }
        for (RequestNode part : content.someItems()) {
            part.only("type", "text").get("type").oneOf("text");
            part.get("text").someText();
        }
    }
}
