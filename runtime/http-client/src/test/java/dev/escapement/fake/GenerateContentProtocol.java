package dev.escapement.fake;

import static dev.escapement.fake.JsonForm.object;

import dev.escapement.fake.FakeReply.Part;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The replies of generateContent. Models since Gemini 3 sign their calls and texts and send ids of calls. Thoughts are
 * sent if the request includes them.
 */
final class GenerateContentProtocol implements FakeProtocol {

    private static final Pattern PATH =
            Pattern.compile("(?:/v1beta|/v1/projects/[^/]+/locations/[^/]+/publishers/google)/models/([^/:?]+)"
                    + ":(generateContent|streamGenerateContent\\?alt=sse)");
    private static final Pattern GENERATION = Pattern.compile("gemini-(\\d+)");

    private final SignatureRules signatures = new SignatureRules();
    private final GenerateContentRules rules = new GenerateContentRules(signatures);

    @Override
    public String base() {
        return "";
    }

    @Override
    public String path() {
        return "/v1beta/models/gemini-3-fake:generateContent";
    }

    @Override
    public boolean accepts(String uri) {
        return PATH.matcher(uri).matches();
    }

    @Override
    public void check(ReceivedRequest request) {
        boolean hasKey = KEY.equals(request.headers().get("x-goog-api-key"));
        if (!hasKey && !("Bearer " + KEY).equals(request.headers().get("authorization"))) {
            throw new Complaint(401, "API key not valid. Please pass a valid API key.");
        }
        rules.check(request.body(), generation(request));
    }

    private static String model(ReceivedRequest request) {
        Matcher path = PATH.matcher(request.uri());
        return path.matches() ? path.group(1) : "";
    }

    private static int generation(ReceivedRequest request) {
        Matcher name = GENERATION.matcher(model(request));
        return name.find() ? Integer.parseInt(name.group(1)) : 3;
    }

    @Override
    public String error(int status, String message) {
        String name = switch (status) {
            case 401 -> "UNAUTHENTICATED";
            case 403 -> "PERMISSION_DENIED";
            case 404 -> "NOT_FOUND";
            case 429 -> "RESOURCE_EXHAUSTED";
            case 500 -> "INTERNAL";
            case 503, 529 -> "UNAVAILABLE";
            default -> "INVALID_ARGUMENT";
        };
        return JsonForm.of(object("error", object("code", status, "message", message, "status", name)));
    }

    @Override
    public String faultEvent() {
        return "data: " + error(503, "The model is overloaded. Please try again later.") + "\r\n\r\n";
    }

    @Override
    public String whole(FakeReply reply, ReceivedRequest request, int number) {
        List<Map<String, Object>> parts = parts(reply, request, number, true);
        return JsonForm.of(response(reply, request, number, parts, reason(reply)));
    }

    @Override
    public List<String> stream(FakeReply reply, ReceivedRequest request, int number) {
        List<String> events = new ArrayList<>();
        events.add(event(response(reply, request, number, List.of(), null)));
        events.add(event(response(reply, request, number, List.of(object("text", "")), null)));
        for (Map<String, Object> part : parts(reply, request, number, false)) {
            if (!(part.get("text") instanceof String text)) {
                events.add(event(response(reply, request, number, List.of(part), null)));
                continue;
            }
            for (String piece : reply.split().texts(text)) {
                Map<String, Object> fragment = object("text", piece);
                if (part.containsKey("thought")) {
                    fragment.put("thought", true);
                }
                events.add(event(response(reply, request, number, List.of(fragment), null)));
            }
        }
        Map<String, Object> end = object("text", "");
        String signature = signature(number);
        if (isSigned(reply, request)) {
            end.put("thoughtSignature", signature); // streams have the signature of a text in an empty part
        }
        events.add(event(response(reply, request, number, List.of(end), reason(reply))));
        return events;
    }

    private static String event(Map<String, Object> response) {
        return "data: " + JsonForm.of(response) + "\r\n\r\n";
    }

    /** Returns whether a reply is a text with a signature. */
    private static boolean isSigned(FakeReply reply, ReceivedRequest request) {
        return generation(request) >= 3
                && reply.calls().isEmpty()
                && !reply.allText().isEmpty();
    }

    private static String signature(int number) {
        return Base64.getEncoder().encodeToString(("?>signature " + number).getBytes(StandardCharsets.UTF_8));
    }

    private List<Map<String, Object>> parts(FakeReply reply, ReceivedRequest request, int number, boolean isWhole) {
        boolean signs = generation(request) >= 3;
        String signature = signature(number);
        boolean hasSignedCall = false;
        List<Map<String, Object>> parts = new ArrayList<>();
        for (Part part : reply.parts()) {
            if (part instanceof Part.Text text) {
                parts.add(object("text", text.text()));
            } else if (part instanceof Part.Refusal refusal) {
                parts.add(object("text", refusal.text()));
            } else if (part instanceof Part.Thinking thought && wantsThoughts(request)) {
                parts.add(object("text", thought.text(), "thought", true));
            } else if (part instanceof Part.Call call) {
                Map<String, Object> function = object("name", call.tool());
                arguments(call.arguments(), function);
                Map<String, Object> sent = object("functionCall", function);
                if (signs) {
                    function.put("id", call.id());
                    if (!hasSignedCall) {
                        sent.put("thoughtSignature", signature);
                        signatures.sentCall(call.id(), signature);
                    }
                    hasSignedCall = true;
                }
                parts.add(sent);
            }
        }
        if (isSigned(reply, request)) {
            signatures.sentText(reply.allText(), signature);
            if (isWhole) {
                parts.get(parts.size() - 1).put("thoughtSignature", signature);
            }
        }
        return parts;
    }

    private static boolean wantsThoughts(ReceivedRequest request) {
        return request.body()
                .find("generationConfig")
                .flatMap(config -> config.find("thinkingConfig"))
                .flatMap(thinking -> thinking.find("includeThoughts"))
                .map(RequestNode::flag)
                .orElse(false);
    }

    /** Adds arguments. Incomplete ones are never sent, and empty ones are omitted. */
    private static void arguments(String arguments, Map<String, Object> function) {
        try {
            if (RequestNode.parse(arguments).isObject()) {
                function.put("args", new JsonForm.Raw(arguments));
            }
        } catch (Complaint half) {
            function.put("args", object());
        }
    }

    private static Map<String, Object> response(
            FakeReply reply, ReceivedRequest request, int number, List<Map<String, Object>> parts, String reason) {
        Map<String, Object> candidate = object("content", object("role", "model", "parts", parts));
        if (reason != null) {
            candidate.put("finishReason", reason);
        }
        candidate.put("index", 0);
        FakeReply.Tokens tokens = reply.tokens();
        long thoughts = Math.min(3, tokens.output());
        Map<String, Object> usage = object("promptTokenCount", tokens.input());
        if (reason != null) {
            usage.put("candidatesTokenCount", tokens.output() - thoughts);
            usage.put("thoughtsTokenCount", thoughts);
        }
        usage.put("cachedContentTokenCount", tokens.cached());
        usage.put("totalTokenCount", tokens.input() + (reason == null ? 0 : tokens.output()));
        return object(
                "candidates",
                List.of(candidate),
                "usageMetadata",
                usage,
                "modelVersion",
                model(request) + "-2026",
                "responseId",
                "resp_" + number);
    }

    private static String reason(FakeReply reply) {
        return switch (reply.end()) {
            case COMPLETE -> "STOP";
            case LENGTH -> "MAX_TOKENS";
            case FILTERED, REFUSED -> "SAFETY";
            case UNHEARD_OF -> "MOONRISE";
        };
    }
}
