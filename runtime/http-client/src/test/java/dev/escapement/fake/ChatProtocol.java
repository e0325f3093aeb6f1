package dev.escapement.fake;

import static dev.escapement.fake.JsonForm.object;

import dev.escapement.fake.FakeReply.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The replies of Chat Completions. */
final class ChatProtocol extends OpenAiProtocol {

    private static final String THOUGHT = "The order has to be looked up first.";

    private final ChatFlavor flavor;
    private final ChatRules rules;

    ChatProtocol(ChatFlavor flavor) {
        super("/chat/completions");
        this.flavor = flavor;
        this.rules = new ChatRules(flavor);
    }

    @Override
    void check(RequestNode body) {
        rules.check(body);
    }

    @Override
    public String faultEvent() {
        return data(
                JsonForm.of(object("error", OpenAiRules.errorObject(500, "The provider failed while it replied."))));
    }

    @Override
    public String whole(FakeReply reply, ReceivedRequest request, int number) {
        reply.calls().forEach(call -> rules.sent(call.id()));
        Map<String, Object> message =
                object("role", "assistant", "content", reply.allText().isEmpty() ? null : reply.allText());
        message.put("refusal", refusal(reply));
        if (flavor == ChatFlavor.DEEPSEEK) {
            message.put("reasoning_content", THOUGHT);
        }
        List<Object> calls = new ArrayList<>();
        for (Part.Call call : reply.calls()) {
            calls.add(
                    signed(object("id", call.id(), "type", "function", "function", function(call, call.arguments()))));
        }
        if (!calls.isEmpty()) {
            message.put("tool_calls", calls);
        }
        Map<String, Object> body = envelope("chat.completion", request, number);
        body.put(
                "choices",
                List.of(object("index", 0, "message", message, "logprobs", null, "finish_reason", reason(reply))));
        body.put("usage", usage(reply));
        return JsonForm.of(body);
    }

    @Override
    public List<String> stream(FakeReply reply, ReceivedRequest request, int number) {
        reply.calls().forEach(call -> rules.sent(call.id()));
        List<String> events = new ArrayList<>();
        Map<String, Object> envelope = envelope("chat.completion.chunk", request, number);
        events.add(chunk(envelope, object("role", "assistant", "content", "", "refusal", null), null));
        if (flavor == ChatFlavor.DEEPSEEK) {
            reply.split().texts(THOUGHT).forEach(piece -> {
                events.add(chunk(envelope, object("reasoning_content", piece), null));
            });
        }
        int index = 0;
        for (Part part : reply.parts()) {
            if (part instanceof Part.Text text) {
                reply.split().texts(text.text()).forEach(piece -> {
                    events.add(chunk(envelope, object("content", piece), null));
                });
            } else if (part instanceof Part.Refusal refusal) {
                reply.split().texts(refusal.text()).forEach(piece -> {
                    events.add(chunk(envelope, object("refusal", piece), null));
                });
            } else if (part instanceof Part.Call call) {
                callInPieces(events, envelope, reply, call, index++);
            } // this API does not send thinking
        }
        events.add(chunk(envelope, object(), reason(reply)));
        if (flavor.sendsUsage(request)) {
            envelope.put("choices", List.of());
            envelope.put("usage", usage(reply));
            events.add(data(JsonForm.of(envelope)));
        }
        events.add(data("[DONE]"));
        return events;
    }

    private Map<String, Object> signed(Map<String, Object> call) {
        if (flavor == ChatFlavor.GEMINI) {
            call.put("extra_content", object("google", object("thought_signature", "EjQKMgEMOdbHk2W3")));
        }
        return call;
    }

    private void callInPieces(
            List<String> events, Map<String, Object> envelope, FakeReply reply, Part.Call call, int index) {
        Map<String, Object> begun =
                object("index", index, "id", call.id(), "type", "function", "function", function(call, ""));
        events.add(chunk(envelope, object("tool_calls", List.of(signed(begun))), null));
        for (String piece : reply.split().texts(call.arguments())) {
            Map<String, Object> more = object("index", index, "function", object("arguments", piece));
            events.add(chunk(envelope, object("tool_calls", List.of(more)), null));
        }
    }

    private static Map<String, Object> function(Part.Call call, String arguments) {
        return object("name", call.tool(), "arguments", arguments);
    }

    private static String chunk(Map<String, Object> envelope, Map<String, Object> delta, String reason) {
        envelope.put("choices", List.of(object("index", 0, "delta", delta, "logprobs", null, "finish_reason", reason)));
        envelope.put("obfuscation", "x7Qp");
        return data(JsonForm.of(envelope));
    }

    private static String data(String text) {
        return "data: " + text + "\n\n";
    }

    private static Map<String, Object> envelope(String kind, ReceivedRequest request, int number) {
        return object(
                "id",
                "chatcmpl-" + number,
                "object",
                kind,
                "created",
                1_790_000_000L,
                "model",
                request.model() + "-2026");
    }

    private static String refusal(FakeReply reply) {
        for (Part part : reply.parts()) {
            if (part instanceof Part.Refusal refusal) {
                return refusal.text();
            }
        }
        return null;
    }

    private static String reason(FakeReply reply) {
        return switch (reply.end()) {
            case COMPLETE, REFUSED -> reply.calls().isEmpty() ? "stop" : "tool_calls";
            case LENGTH -> "length";
            case FILTERED -> "content_filter";
            case UNHEARD_OF -> "moonrise";
        };
    }

    private static Map<String, Object> usage(FakeReply reply) {
        FakeReply.Tokens tokens = reply.tokens();
        return object(
                "prompt_tokens",
                tokens.input(),
                "completion_tokens",
                tokens.output(),
                "total_tokens",
                tokens.input() + tokens.output(),
                "prompt_tokens_details",
                object("cached_tokens", tokens.cached(), "audio_tokens", 0),
                "completion_tokens_details",
                object("reasoning_tokens", 0));
    }
}
