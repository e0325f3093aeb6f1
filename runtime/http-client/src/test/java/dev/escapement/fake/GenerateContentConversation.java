package dev.escapement.fake;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/**
 * The rules of generateContent for conversations: both sides alternate, and the turn after calls begins with one answer
 * to each of them, in their order.
 */
final class GenerateContentConversation {

    private static final Set<String> OF_MODEL = Set.of(
            "text",
            "thought",
            "thoughtSignature",
            "functionCall",
            "inlineData",
            "executableCode",
            "codeExecutionResult");
    private static final Set<String> IN_ANSWERS =
            Set.of("image/png", "image/jpeg", "image/webp", "application/pdf", "text/plain");
    private static final Set<String> FILES = Set.of(
            "image/png",
            "image/jpeg",
            "image/webp",
            "image/heic",
            "image/heif",
            "application/pdf",
            "text/plain",
            "text/csv",
            "text/html",
            "text/markdown",
            "audio/wav",
            "audio/mpeg",
            "video/mp4");

    private final SignatureRules signatures;
    private final int generation;
    private List<RequestNode> open = List.of();

    GenerateContentConversation(SignatureRules signatures, int generation) {
        this.signatures = signatures;
        this.generation = generation;
    }

    void check(List<RequestNode> contents, boolean hasTools) {
        for (int i = 0; i < contents.size(); i++) {
            RequestNode content = contents.get(i).only("role", "parts");
            String turn = i % 2 == 0 ? "user" : "model";
            if (!content.get("role").oneOf("user", "model").equals(turn)) {
                throw content.wrong("roles must alternate, the user's first: expected " + turn);
            }
            List<RequestNode> parts = content.get("parts").someItems();
            if (turn.equals("user")) {
                user(content, parts);
            } else {
                model(content, parts, hasTools);
            }
        }
        if (contents.size() % 2 == 0) {
            throw new Complaint("Please ensure that the conversation ends with a user role.");
        }
    }

    private void user(RequestNode content, List<RequestNode> parts) {
        List<RequestNode> answers = new ArrayList<>();
        for (RequestNode part : parts) {
            part.only("text", "inlineData", "functionResponse");
            if (part.find("functionResponse").isPresent()) {
                if (answers.size() < parts.indexOf(part)) {
                    throw part.wrong("function responses come before all other parts");
                }
                answers.add(answer(part.get("functionResponse")));
            } else if (part.find("inlineData").isPresent()) {
                file(part.get("inlineData"), FILES);
            } else {
                part.get("text").someText();
            }
            oneOf(part, "text", "inlineData", "functionResponse");
        }
        if (answers.size() != open.size()) {
            throw content.wrong("Please ensure that the number of function response parts is equal to the number of"
                    + " function call parts of the function call turn: " + open.size());
        }
        for (int i = 0; i < open.size(); i++) {
            pair(open.get(i), answers.get(i));
        }
        open = List.of();
    }

    private static void pair(RequestNode call, RequestNode answer) {
        if (!call.get("name").text().equals(answer.get("name").text())) {
            throw answer.wrong("the function response is for another function: expected "
                    + call.get("name").text());
        }
        String called = call.find("id").map(RequestNode::text).orElse("");
        if (!called.equals(answer.find("id").map(RequestNode::text).orElse(""))) {
            throw answer.wrong("the function response has another id than its call: expected " + called);
        }
    }

    private RequestNode answer(RequestNode answer) {
        answer.only("id", "name", "response", "parts");
        answer.get("name").matching(GenerateContentTools.NAME);
        answer.get("response").properties();
        answer.find("parts").ifPresent(files -> {
            if (generation < 3) {
                throw files.wrong("Multimodal function responses are not supported for this model.");
            }
            for (RequestNode part : files.someItems()) {
                file(part.only("inlineData").get("inlineData"), IN_ANSWERS);
            }
        });
        return answer;
    }

    private static void file(RequestNode file, Set<String> types) {
        file.only("mimeType", "data");
        if (!types.contains(file.get("mimeType").text())) {
            throw file.wrong("Unsupported MIME type: " + file.get("mimeType").text());
        }
        try {
            if (Base64.getDecoder().decode(file.get("data").someText()).length == 0) {
                throw file.wrong("the file is empty");
            }
        } catch (IllegalArgumentException notBase64) {
            throw file.wrong("Base64 decoding failed");
        }
    }

    private void model(RequestNode content, List<RequestNode> parts, boolean hasTools) {
        List<RequestNode> calls = new ArrayList<>();
        for (RequestNode part : parts) {
            part.only(OF_MODEL);
            oneOf(part, "text", "functionCall", "inlineData", "executableCode", "codeExecutionResult");
            part.find("text").ifPresent(text -> {
                if (text.text().isEmpty() && part.find("thoughtSignature").isEmpty()) {
                    throw part.wrong("the text must not be empty");
                }
            });
            if (part.find("functionCall").isPresent()) {
                if (!hasTools) {
                    throw part.wrong("function calls need function_declarations");
                }
                calls.add(call(part.get("functionCall"), calls));
            }
        }
        signatures.check(content, parts, generation);
        open = calls;
    }

    private static RequestNode call(RequestNode call, List<RequestNode> before) {
        call.only("id", "name", "args");
        call.get("name").matching(GenerateContentTools.NAME);
        call.get("args").properties();
        call.find("id").ifPresent(id -> {
            if (before.stream()
                    .anyMatch(other -> other.find("id").filter(id::sameAs).isPresent())) {
                throw id.wrong("the id of a call is used twice: " + id.text());
            }
        });
        return call;
    }

    private static void oneOf(RequestNode part, String... fields) {
        if (List.of(fields).stream()
                        .filter(field -> part.find(field).isPresent())
                        .count()
                != 1) {
            throw part.wrong("required oneof field 'data' must have one initialized field");
        }
    }
}
