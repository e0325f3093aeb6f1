package dev.escapement.fake;

import static dev.escapement.fake.JsonForm.object;

import dev.escapement.fake.FakeReply.End;
import dev.escapement.fake.FakeReply.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The answers of Responses. */
final class ResponsesProtocol implements FakeProtocol {

    private final ReasoningRules reasoning = new ReasoningRules();
    private final ResponsesRules rules = new ResponsesRules(reasoning);

    @Override
    public String base() {
        return OpenAiRules.BASE;
    }

    @Override
    public String path() {
        return OpenAiRules.BASE + "/responses";
    }

    @Override
    public void check(ReceivedRequest request) {
        OpenAiRules.checkKey(request);
        rules.check(request.body());
    }

    @Override
    public String error(int status, String message) {
        return OpenAiRules.error(status, message);
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
    public String whole(FakeReply said, ReceivedRequest request, int number) {
        return JsonForm.of(response(said, request, number, output(said, request, number)));
    }

    @Override
    public List<String> stream(FakeReply said, ReceivedRequest request, int number) {
        List<Map<String, Object>> output = output(said, request, number);
        ResponsesStream stream = new ResponsesStream(said.split());
        Map<String, Object> begun = response(said, request, number, List.of());
        begun.put("status", "in_progress");
        begun.put("incomplete_details", null);
        begun.put("usage", null);
        stream.event("response.created", "response", begun);
        stream.event("response.in_progress", "response", begun);
        for (int i = 0; i < output.size(); i++) {
            stream.item(output.get(i), i);
        }
        stream.event(
                "response." + (isIncomplete(said) ? "incomplete" : "completed"),
                "response",
                response(said, request, number, output));
        return stream.events();
    }

    private List<Map<String, Object>> output(FakeReply said, ReceivedRequest request, int number) {
        List<Map<String, Object>> output = new ArrayList<>();
        for (Part part : said.parts()) {
            boolean last = output.size() == said.parts().size() - 1;
            String status = last && isIncomplete(said) ? "incomplete" : "completed";
            output.add(item(part, status, number + "_" + output.size(), isEncrypted(request)));
        }
        reasoning.sent(RequestNode.parse(JsonForm.of(output)));
        return output;
    }

    /** What the model thought is given away only if that is asked for, and in a form that none but the provider can read. */
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
            FakeReply said, ReceivedRequest request, int number, List<Map<String, Object>> output) {
        String reason = said.end() == End.FILTERED
                ? "content_filter"
                : said.end() == End.LENGTH ? "max_output_tokens" : "moonrise";
        FakeReply.Tokens tokens = said.tokens();
        return object(
                "id",
                "resp_" + number,
                "object",
                "response",
                "created_at",
                1_790_000_000L,
                "status",
                isIncomplete(said) ? "incomplete" : "completed",
                "error",
                null,
                "incomplete_details",
                isIncomplete(said) ? object("reason", reason) : null,
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

    private static boolean isIncomplete(FakeReply said) {
        return said.end() != End.COMPLETE && said.end() != End.REFUSED;
    }
}
