package dev.escapement.fake;

import java.util.List;
import java.util.Set;

/** The rules of Responses for requests. Nothing is stored, so each request contains the whole conversation. */
final class ResponsesRules {

    private static final Set<String> PARAMETERS = Set.of(
            "model",
            "input",
            "instructions",
            "tools",
            "tool_choice",
            "parallel_tool_calls",
            "stream",
            "stream_options",
            "max_output_tokens",
            "max_tool_calls",
            "temperature",
            "top_p",
            "top_logprobs",
            "store",
            "include",
            "reasoning",
            "text",
            "metadata",
            "truncation",
            "user",
            "safety_identifier",
            "prompt_cache_key",
            "prompt_cache_retention",
            "service_tier");

    private final ToolRules tools = new ToolRules(OpenAiRules.TOOL_NAME);
    private final ReasoningRules reasoning;

    ResponsesRules(ReasoningRules reasoning) {
        this.reasoning = reasoning;
    }

    void check(RequestNode body) {
        body.only(PARAMETERS).get("model").someText();
        body.find("instructions").ifPresent(RequestNode::someText);
        if (body.get("input").isText()) {
            body.get("input").someText();
        } else {
            items(body.get("input").someItems());
        }
        OpenAiRules.onlyWithTools(body);
        OpenAiRules.checkLimits(body);
        Set<String> names = body.find("tools").map(this::tools).orElse(Set.of());
        body.find("tool_choice").ifPresent(choice -> OpenAiRules.checkChoice(choice, names));
    }

    private Set<String> tools(RequestNode list) {
        List<RequestNode> functions = ToolRules.of(list);
        for (RequestNode function : functions) {
            function.only("type", "name", "description", "parameters", "strict")
                    .get("type")
                    .oneOf("function");
            OpenAiRules.checkFunction(function);
        }
        return tools.names(
                functions.stream().map(function -> function.get("name")).toList());
    }

    private void items(List<RequestNode> items) {
        CallPairing pairing = new CallPairing();
        boolean answering = false;
        String kind = "";
        for (RequestNode item : items) {
            kind = item.find("type").map(RequestNode::text).orElse("message");
            boolean result = kind.equals("function_call_output");
            boolean ofTheModel = !result && !isOfTheUser(item);
            if (!result && (answering || !ofTheModel)) {
                pairing.nothingOpen(item.path());
            }
            answering = result;
            item(kind, item, pairing);
        }
        pairing.nothingOpen("the end of input");
        reasoning.check(items);
        if (!kind.equals("function_call_output") && !isOfTheUser(items.get(items.size() - 1))) {
            throw new Complaint("The last item of 'input' is the user's or the result of a call.");
        }
    }

    private static boolean isOfTheUser(RequestNode item) {
        return item.find("role")
                .filter(role -> !role.text().equals("assistant"))
                .isPresent();
    }

    private void item(String kind, RequestNode item, CallPairing pairing) {
        switch (kind) {
            case "message" -> message(item);
            case "function_call" -> {
                item.only("type", "id", "call_id", "name", "arguments", "status");
                item.find("id").filter(id -> !id.text().startsWith("fc_")).ifPresent(id -> {
                    throw id.wrong("Expected an ID that begins with 'fc'.");
                });
                CallIdFormat.OPENAI_RESPONSES.check(item.get("call_id"));
                pairing.call(item.get("call_id"));
                tools.called(item.get("name"));
                ToolRules.arguments(item.get("arguments"));
            }
            case "function_call_output" -> {
                item.only("type", "id", "call_id", "output", "status");
                CallIdFormat.OPENAI_RESPONSES.check(item.get("call_id"));
                pairing.result(item.get("call_id"));
                if (item.get("output").isText()) {
                    item.get("output").text();
                } else {
                    OpenAiFiles.responses(item.get("output").someItems());
                }
            }
            case "reasoning" -> item.get("summary").items();
            default -> throw item.wrong("there are no items of the type " + kind);
        }
    }

    private static void message(RequestNode message) {
        message.only("type", "id", "status", "role", "content");
        String role = message.get("role").oneOf("user", "assistant", "system", "developer");
        RequestNode content = message.get("content");
        if (content.isText()) {
            content.someText();
            return;
        }
        if (!role.equals("assistant")) {
            OpenAiFiles.responses(content.someItems());
            return;
        }
        for (RequestNode part : content.someItems()) {
            String kind = part.get("type").oneOf("output_text", "refusal");
            part.get(kind.equals("refusal") ? "refusal" : "text").text();
        }
    }
}
