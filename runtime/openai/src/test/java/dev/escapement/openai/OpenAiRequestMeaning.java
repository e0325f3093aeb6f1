package dev.escapement.openai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.escapement.fake.client.Counts;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The meaning of a request, independent of protocol and form: messages, calls with their ids and arguments as JSON values,
 * answers, tools, and all other properties. Equivalent forms have equal meanings; each difference in form is counted.
 */
final class OpenAiRequestMeaning {

    private static final Pattern THOUGHT = Pattern.compile("(?s)<think>.*</think>");

    private final Counts leveled;
    private final List<String> prompts = new ArrayList<>();
    private final List<String> said = new ArrayList<>();
    private final List<String> tools = new ArrayList<>();
    private final TreeMap<String, JsonNode> rest = new TreeMap<>();

    private OpenAiRequestMeaning(Counts leveled) {
        this.leveled = leveled;
    }

    static String of(JsonNode request, Counts leveled) throws JsonProcessingException {
        OpenAiRequestMeaning meaning = new OpenAiRequestMeaning(leveled);
        meaning.take(request);
        return "prompt: " + meaning.prompts + "\n" + String.join("\n", meaning.said) + "\n"
                + String.join("\n", meaning.tools) + "\n" + meaning.rest;
    }

    private void take(JsonNode request) throws JsonProcessingException {
        for (var property : request.properties()) {
            JsonNode value = property.getValue();
            switch (property.getKey()) {
                case "messages", "input" -> {
                    for (JsonNode item : value) {
                        item(item);
                    }
                }
                case "instructions" -> prompt(value.asText(), "a prompt in instructions");
                case "tools" -> value.forEach(this::tool);
                case "tool_choice" -> choice(value);
                case "stream", "stream_options" -> leveled.add("asked for in a stream or whole");
                case "store" -> leveled.add("stored or not");
                default -> {
                    if (!value.isNull()) {
                        rest.put(property.getKey(), value);
                    }
                }
            }
        }
        if (!request.has("tool_choice")) {
            rest.put("tool_choice", TextNode.valueOf("auto"));
            leveled.add("tool_choice left out, which is auto");
        }
    }

    private void prompt(String text, String form) {
        if (!text.isEmpty()) {
            prompts.add(text);
            leveled.add(form);
        }
    }

    private void item(JsonNode item) throws JsonProcessingException {
        String kind =
                item.has("role") ? item.get("role").asText() : item.get("type").asText();
        switch (kind) {
            case "system", "developer" -> prompt(text(item), "a prompt as a message");
            case "user" -> user(text(item));
            case "assistant" -> {
                assistant(text(item));
                for (JsonNode call : item.path("tool_calls")) {
                    call(call.get("id"), call.get("function"));
                }
            }
            case "function_call" -> call(item.get("call_id"), item);
            case "tool" -> said.add(item.get("tool_call_id") + " answered: " + item.get("content"));
            case "function_call_output" -> {
                JsonNode output = item.get("output");
                said.add(item.get("call_id") + " answered: " + (output.isArray() ? parts(output) : output));
            }
            case "reasoning" ->
                said.add("reasoning: " + item.get("id") + item.get("summary")
                        + item.path("encrypted_content").asText("") + text(item));
            default -> throw new AssertionError("unknown item: " + item);
        }
    }

    private void assistant(String text) {
        String spoken = THOUGHT.matcher(text).replaceAll("");
        if (!spoken.equals(text)) {
            leveled.add("thinking passed back as text of the reply");
        }
        if (!spoken.isEmpty()) {
            said.add("assistant: " + spoken);
        }
    }

    private void user(String text) {
        if (!said.isEmpty() && said.get(said.size() - 1).startsWith("user: ")) {
            said.set(said.size() - 1, said.get(said.size() - 1) + "\n\n" + text);
            leveled.add("messages of the user that follow one another");
        } else {
            said.add("user: " + text);
        }
    }

    private void call(JsonNode id, JsonNode function) throws JsonProcessingException {
        String arguments = function.path("arguments").asText("{}");
        said.add("call " + id + " " + function.get("name") + " " + OpenAiRecording.MAPPER.readTree(arguments));
    }

    private void tool(JsonNode tool) {
        JsonNode function = tool.has("function") ? tool.get("function") : tool;
        if (!function.has("strict")) {
            leveled.add("strict left to the provider");
        }
        tools.add("tool " + function.get("name").asText() + ": "
                + function.path("description").asText("") + " strict="
                + function.path("strict").asBoolean() + " " + function.get("parameters"));
    }

    private void choice(JsonNode choice) {
        JsonNode name = choice.findValue("name");
        if (name != null) {
            rest.put("tool_choice", name);
        } else if (choice.asText().equals("any")) {
            rest.put("tool_choice", TextNode.valueOf("required"));
            leveled.add("tool_choice any, which Mistral also calls required");
        } else {
            rest.put("tool_choice", choice);
        }
    }

    private String text(JsonNode message) {
        JsonNode content = message.path("content");
        return content.isArray() ? parts(content) : content.isTextual() ? content.asText() : "";
    }

    /** Returns the texts of a list of parts, with a mark in place of each file. */
    private String parts(JsonNode content) {
        StringBuilder text = new StringBuilder();
        for (JsonNode part : content) {
            String type = part.path("type").asText();
            if (type.contains("image")) {
                text.append("[an image]");
            } else if (type.contains("file")) {
                text.append("[a document]");
            } else {
                text.append(part.path("text").asText());
            }
            if (part.findValue("file_id") != null || part.toString().contains("\"https://")) {
                leveled.add("a file by its id or address");
            }
        }
        return text.toString();
    }
}
