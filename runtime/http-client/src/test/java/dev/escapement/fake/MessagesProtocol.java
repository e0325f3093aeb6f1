package dev.escapement.fake;

import static dev.escapement.fake.JsonForm.object;

import dev.escapement.fake.FakeReply.End;
import dev.escapement.fake.FakeReply.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The replies of Messages. */
final class MessagesProtocol implements FakeProtocol {

    private static final String VERSION = "2023-06-01";

    private final ThinkingRules thinking = new ThinkingRules();
    private final MessagesRules rules = new MessagesRules(thinking);

    @Override
    public String base() {
        return "";
    }

    @Override
    public String path() {
        return "/v1/messages";
    }

    @Override
    public void check(ReceivedRequest request) {
        if (!KEY.equals(request.headers().get("x-api-key"))) {
            throw new Complaint(401, "invalid x-api-key");
        }
        if (!VERSION.equals(request.headers().get("anthropic-version"))) {
            throw new Complaint("anthropic-version: header is required");
        }
        rules.check(request.body());
    }

    @Override
    public String error(int status, String message) {
        String type = switch (status) {
            case 401 -> "authentication_error";
            case 403 -> "permission_error";
            case 404 -> "not_found_error";
            case 429 -> "rate_limit_error";
            case 500, 503 -> "api_error";
            case 529 -> "overloaded_error";
            default -> "invalid_request_error";
        };
        return error(type, message);
    }

    private static String error(String type, String message) {
        Map<String, Object> error = object("type", type, "message", message);
        return JsonForm.of(object("type", "error", "error", error, "request_id", "req_fake"));
    }

    @Override
    public String faultEvent() {
        return "event: error\ndata: " + error("overloaded_error", "Overloaded") + "\n\n";
    }

    @Override
    public String whole(FakeReply reply, ReceivedRequest request, int number) {
        List<Map<String, Object>> content = content(reply, number);
        return JsonForm.of(
                message(reply, request, number, content, reply.tokens().output()));
    }

    @Override
    public List<String> stream(FakeReply reply, ReceivedRequest request, int number) {
        List<Map<String, Object>> content = content(reply, number);
        List<String> events = new ArrayList<>();
        Map<String, Object> begun = message(reply, request, number, List.of(), 1);
        begun.put("stop_reason", null);
        begun.remove("stop_details");
        events.add(event("message_start", "message", begun));
        for (int i = 0; i < content.size(); i++) {
            boolean half = i == content.size() - 1
                    && reply.end() == End.LENGTH
                    && reply.parts().get(i) instanceof Part.Call;
            block(events, reply.split(), content.get(i), reply.parts().get(i), i, half);
            if (i == 0) {
                events.add(event("ping"));
            }
        }
        Map<String, Object> delta = object("stop_reason", reason(reply), "stop_sequence", null);
        if (reply.end() == End.REFUSED) {
            delta.put("stop_details", details(reply));
        }
        events.add(event(
                "message_delta",
                "delta",
                delta,
                "usage",
                object("output_tokens", reply.tokens().output())));
        events.add(event("message_stop"));
        return events;
    }

    private static void block(
            List<String> events, Split split, Map<String, Object> block, Part part, int index, boolean half) {
        if (part instanceof Part.Text text) {
            begin(events, index, object("type", "text", "text", ""));
            split.texts(text.text()).forEach(piece -> delta(events, index, "text_delta", "text", piece));
        } else if (part instanceof Part.Thinking thinking) {
            begin(events, index, object("type", "thinking", "thinking", "", "signature", ""));
            split.texts(thinking.text()).forEach(piece -> delta(events, index, "thinking_delta", "thinking", piece));
            delta(events, index, "signature_delta", "signature", (String) block.get("signature"));
        } else if (part instanceof Part.Call call) {
            begin(events, index, object("type", "tool_use", "id", call.id(), "name", call.tool(), "input", object()));
            delta(events, index, "input_json_delta", "partial_json", "");
            split.texts(call.arguments()).forEach(piece -> {
                delta(events, index, "input_json_delta", "partial_json", piece);
            });
        }
        if (!half) {
            events.add(event("content_block_stop", "index", index));
        }
    }

    private static void begin(List<String> events, int index, Map<String, Object> block) {
        events.add(event("content_block_start", "index", index, "content_block", block));
    }

    private static void delta(List<String> events, int index, String type, String name, String piece) {
        events.add(event("content_block_delta", "index", index, "delta", object("type", type, name, piece)));
    }

    private static String event(String type, Object... namesAndValues) {
        Map<String, Object> data = object("type", type);
        data.putAll(object(namesAndValues));
        return "event: " + type + "\ndata: " + JsonForm.of(data) + "\n\n";
    }

    private List<Map<String, Object>> content(FakeReply reply, int number) {
        List<Map<String, Object>> content = new ArrayList<>();
        for (Part part : reply.parts()) {
            if (part instanceof Part.Text text) {
                content.add(object("type", "text", "text", text.text()));
            } else if (part instanceof Part.Thinking thought) {
                String signature = "EqQB" + number + "_" + content.size() + "==";
                content.add(object("type", "thinking", "thinking", thought.text(), "signature", signature));
            } else if (part instanceof Part.Call call) {
                content.add(object(
                        "type", "tool_use", "id", call.id(), "name", call.tool(), "input", input(call.arguments())));
            }
        }
        thinking.sent(RequestNode.parse(JsonForm.of(content)));
        return content;
    }

    /** Without a stream, incomplete arguments are empty, because they would not be valid JSON. */
    private static JsonForm.Raw input(String arguments) {
        try {
            return new JsonForm.Raw(RequestNode.parse(arguments).isObject() ? arguments : "{}");
        } catch (Complaint half) {
            return new JsonForm.Raw("{}");
        }
    }

    private static Map<String, Object> message(
            FakeReply reply, ReceivedRequest request, int number, List<Map<String, Object>> content, long output) {
        FakeReply.Tokens tokens = reply.tokens();
        Map<String, Object> message = object(
                "id",
                "msg_" + number,
                "type",
                "message",
                "role",
                "assistant",
                "model",
                request.model() + "-2026",
                "content",
                content,
                "stop_reason",
                reason(reply),
                "stop_sequence",
                null);
        if (reply.end() == End.REFUSED) {
            message.put("stop_details", details(reply));
        }
        message.put(
                "usage",
                object(
                        "input_tokens",
                        tokens.input() - tokens.cached(), // Anthropic counts cached tokens separately
                        "cache_creation_input_tokens",
                        0,
                        "cache_read_input_tokens",
                        tokens.cached(),
                        "output_tokens",
                        output));
        return message;
    }

    private static Map<String, Object> details(FakeReply reply) {
        String explanation = reply.parts().stream()
                .filter(Part.Refusal.class::isInstance)
                .map(part -> ((Part.Refusal) part).text())
                .findFirst()
                .orElse("");
        return object("type", "refusal", "category", null, "explanation", explanation);
    }

    private static String reason(FakeReply reply) {
        return switch (reply.end()) {
            case COMPLETE -> reply.calls().isEmpty() ? "end_turn" : "tool_use";
            case LENGTH -> "max_tokens";
            case FILTERED, REFUSED -> "refusal";
            case UNHEARD_OF -> "moonrise";
        };
    }
}
