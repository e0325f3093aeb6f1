package dev.escapement.fake;

import static dev.escapement.fake.JsonForm.object;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The rules of both OpenAI protocols. */
final class OpenAiRules {

    static final String BASE = "/v1";
    static final Pattern TOOL_NAME = Pattern.compile("[a-zA-Z0-9_-]{1,64}");

    private OpenAiRules() {}

    static void checkKey(ReceivedRequest request) {
        if (!("Bearer " + FakeProtocol.KEY).equals(request.headers().get("authorization"))) {
            throw new Complaint(401, "Incorrect API key provided.");
        }
    }

    /** Checks a function of the tools, including the positions of its strictness and schema. */
    static void checkFunction(RequestNode function) {
        RequestNode schema = function.get("parameters");
        function.find("description").ifPresent(RequestNode::text);
        if (function.find("strict").map(RequestNode::flag).orElse(false)) {
            OpenAiStrictSchema.check(schema);
        } else {
            SchemaNodes.objectAtRoot(schema);
        }
    }

    /** Checks a choice of a tool; {@code named} is the node with the name of a forced tool. */
    static void checkChoice(RequestNode choice, Set<String> tools) {
        if (choice.isText()) {
            choice.oneOf("auto", "none", "required");
        } else {
            choice.get("type").oneOf("function");
            RequestNode name = choice.find("function").orElse(choice).get("name");
            if (!tools.contains(name.text())) {
                throw name.wrong("Tool choice '" + name.text() + "' not found in 'tools'.");
            }
        }
    }

    /** Rejects properties that require tools. */
    static void onlyWithTools(RequestNode body) {
        for (String name : Set.of("tool_choice", "parallel_tool_calls")) {
            if (body.find(name).isPresent() && body.find("tools").isEmpty()) {
                throw new Complaint(
                        "Invalid value for '" + name + "': '" + name + "' is only allowed when 'tools' are specified.");
            }
        }
        body.find("parallel_tool_calls").ifPresent(RequestNode::flag);
    }

    static void checkLimits(RequestNode body) {
        for (String name : Set.of("max_completion_tokens", "max_tokens", "max_output_tokens")) {
            body.find(name).filter(most -> most.number().signum() <= 0).ifPresent(most -> {
                throw most.wrong("integer below minimum value. Expected a value >= 1.");
            });
        }
    }

    static String error(int status, String message) {
        return JsonForm.of(object("error", errorObject(status, message)));
    }

    static Map<String, Object> errorObject(int status, String message) {
        String type = switch (status) {
            case 429 -> "requests";
            case 500, 502, 503 -> "server_error";
            default -> "invalid_request_error";
        };
        String code = switch (status) {
            case 401 -> "invalid_api_key";
            case 429 -> "rate_limit_exceeded";
            default -> null;
        };
        return object("message", message, "type", type, "param", null, "code", code);
    }
}
