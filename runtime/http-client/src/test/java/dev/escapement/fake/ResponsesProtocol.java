package dev.escapement.fake;

import static dev.escapement.fake.JsonForm.object;

import dev.escapement.fake.FakeReply.End;
import dev.escapement.fake.FakeReply.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The replies of Responses. */
final class ResponsesProtocol extends OpenAiProtocol {

    private final ReasoningRules reasoning = new ReasoningRules();
    private final ResponsesRules rules = new ResponsesRules(reasoning);

    ResponsesProtocol() {
        super("/responses");
    }

    @Override
    void check(RequestNode body) {
        rules.check(body);
    }

    @Override
    public String faultEvent() {
        return "event: error\ndata: "
                + JsonForm.of(object(
                        "type",
                        "error",
                        "code",
                        "server_error",
                        "message",
                        "The provider failed while it replied.",
                        "param",
                        null,
                        "sequence_number",
                        99))
                + "\n\n";
    }

    @Override
    public String whole(FakeReply reply, ReceivedRequest request, int number) {
        return JsonForm.of(response(reply, request, number, output(reply, request, number)));
    }

    @Override
    public List<String> stream(FakeReply reply, ReceivedRequest request, int number) {
        List<Map<String, Object>> output = output(reply, request, number);
        ResponsesStream stream = new ResponsesStream(reply.split());
        Map<String, Object> begun = response(reply, request, number, List.of());
        begun.put("status", "in_progress");
        begun.put("incomplete_details", null);
        begun.put("usage", null);
        stream.event("response.created", "response", begun);
        stream.event("response.in_progress", "response", begun);
        for (int i = 0; i < output.size(); i++) {
            stream.item(output.get(i), i);
        }
        stream.event(
                "response." + (isIncomplete(reply) ? "incomplete" : "completed"),
                "response",
                response(reply, request, number, output));
        return stream.events();
    }

    private List<Map<String, Object>> output(FakeReply reply, ReceivedRequest request, int number) {
        List<Map<String, Object>> output = new ArrayList<>();
        for (Part part : reply.parts()) {
            boolean last = output.size() == reply.parts().size() - 1;
            String status = last && isIncomplete(reply) ? "incomplete" : "completed";
            output.add(item(part, status, number + "_" + output.size(), isEncrypted(request)));
        }
        reasoning.sent(RequestNode.parse(JsonForm.of(output)));
        return output;
    }

    /** Returns whether the request includes the reasoning, which is then encrypted. */
    private static boolean isEncrypted(ReceivedRequest request) {
        return request.body().find("include").map(RequestNode::items).orElse(List.of()).stream()
                .anyMatch(wanted -> wanted.text().equals("reasoning.encrypted_content"));
    }

    private static Map<String, Object> item(Part part, String status, String id, boolean encrypted) {
        if (part instanceof Part.Call call) {
            return object(
                    "type",
                    "function_call",
                    "id",
                    "fc_" + id,
                    "call_id",
                    call.id(),
                    "name",
                    call.tool(),
                    "arguments",
                    call.arguments(),
                    "status",
                    status);
        } else if (part instanceof Part.Thinking thinking) {
            Map<String, Object> item = object(
                    "type",
                    "reasoning",
                    "id",
                    "rs_" + id,
                    "summary",
                    List.of(object("type", "summary_text", "text", thinking.text())));
            if (encrypted) {
                item.put("encrypted_content", "gAAAA" + id);
            }
            return item;
        }
        Map<String, Object> content = part instanceof Part.Text text
                ? object("type", "output_text", "annotations", List.of(), "logprobs", List.of(), "text", text.text())
                : object("type", "refusal", "refusal", ((Part.Refusal) part).text());
        return object(
                "type",
                "message",
                "id",
                "msg_" + id,
                "status",
                status,
                "role",
                "assistant",
                "content",
                List.of(content));
    }

    private static Map<String, Object> response(
            FakeReply reply, ReceivedRequest request, int number, List<Map<String, Object>> output) {
        String reason = reply.end() == End.FILTERED ? "content_filter" : "max_output_tokens";
        String whole = reply.end() == End.UNHEARD_OF ? "moonrise" : "completed";
        FakeReply.Tokens tokens = reply.tokens();
        return object(
                "id",
                "resp_" + number,
                "object",
                "response",
                "created_at",
                1_790_000_000L,
                "status",
                isIncomplete(reply) ? "incomplete" : whole,
                "error",
                null,
                "incomplete_details",
                isIncomplete(reply) ? object("reason", reason) : null,
                "model",
                request.model() + "-2026",
                "output",
                output,
                "usage",
                object(
                        "input_tokens",
                        tokens.input(),
                        "input_tokens_details",
                        object("cached_tokens", tokens.cached()),
                        "output_tokens",
                        tokens.output(),
                        "output_tokens_details",
                        object("reasoning_tokens", 0),
                        "total_tokens",
                        tokens.input() + tokens.output()));
    }

    private static boolean isIncomplete(FakeReply reply) {
        return reply.end() == End.LENGTH || reply.end() == End.FILTERED;
    }
}
