package dev.escapement.gemini;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.escapement.fake.client.Counts;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The normalized meaning of a request, equal for equivalent forms. Each difference in form is counted. */
final class GeminiRequestMeaning {

    private static final Map<String, String> NAMES = Map.of(
            "function_call", "functionCall",
            "function_response", "functionResponse",
            "thought_signature", "thoughtSignature",
            "file_data", "fileData",
            "inline_data", "inlineData",
            "mime_type", "mimeType",
            "file_uri", "fileUri",
            "function_declarations", "functionDeclarations",
            "parameters_json_schema", "parametersJsonSchema",
            "parameters", "parametersJsonSchema");

    private final Counts leveled;
    private final ObjectNode meaning;

    private GeminiRequestMeaning(JsonNode request, Counts leveled) {
        this.leveled = leveled;
        this.meaning = request.deepCopy();
    }

    static JsonNode of(JsonNode request, Counts leveled) {
        GeminiRequestMeaning meaning = new GeminiRequestMeaning(request, leveled);
        meaning.level();
        return meaning.meaning;
    }

    /** Returns text in Base64 with the alphabet of replies, without the mark of a cut. */
    static String plainBase64(String text) {
        return text.replaceFirst("\\.\\.\\..*", "").replace('-', '+').replace('_', '/');
    }

    private void level() {
        if (meaning.path("tools").isObject()) {
            leveled.add("theirs has tools that are not a list");
            JsonNode tools = meaning.remove("tools");
            meaning.putArray("tools").add(tools);
        }
        meaning.get("tools").forEach(tool -> {
            rename((ObjectNode) tool);
            tool.get("functionDeclarations").forEach(declaration -> rename((ObjectNode) declaration));
        });
        if (meaning.has("systemInstruction")
                && ((ObjectNode) meaning.get("systemInstruction")).remove("role") != null) {
            leveled.add("theirs has a prompt with a role");
        }
        if (meaning.path("generationConfig").isEmpty() && meaning.remove("generationConfig") != null) {
            leveled.add("theirs has an empty configuration");
        }
        choice();
        meaning.set("contents", contents());
        beginning();
    }

    /** Replaces an empty message at the beginning by the prompt. */
    private void beginning() {
        JsonNode first = meaning.at("/contents/0/parts/0");
        if (first.path("text").asText("-").isEmpty()) {
            leveled.add("theirs begins with an empty message");
            JsonNode prompt = meaning.remove("systemInstruction");
            ((ObjectNode) first).set("text", prompt.at("/parts/0/text"));
        }
    }

    private void rename(ObjectNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            if (NAMES.containsKey(name)) {
                leveled.add("theirs has another name of " + NAMES.get(name));
                object.set(NAMES.get(name), object.remove(name));
            }
        }
    }

    private void choice() {
        JsonNode choice = meaning.at("/toolConfig/functionCallingConfig");
        if (!choice.has("allowedFunctionNames")) {
            return;
        }
        Set<String> offered = new TreeSet<>();
        meaning.at("/tools/0/functionDeclarations")
                .forEach(tool -> offered.add(tool.get("name").asText()));
        Set<String> allowed = new TreeSet<>();
        choice.get("allowedFunctionNames").forEach(name -> allowed.add(name.asText()));
        if (offered.equals(allowed) && offered.size() > 1) {
            leveled.add("theirs names all tools as allowed");
            ((ObjectNode) choice).remove("allowedFunctionNames");
        }
    }

    private ArrayNode contents() {
        ArrayNode turns = GeminiSamples.MAPPER.createArrayNode();
        for (JsonNode content : meaning.get("contents")) {
            content.get("parts").forEach(part -> part((ObjectNode) part));
            JsonNode last = turns.path(turns.size() - 1);
            if (last.path("role").equals(content.get("role"))) {
                ((ArrayNode) last.get("parts")).addAll((ArrayNode) content.get("parts"));
                leveled.add("theirs has consecutive contents of one side");
            } else {
                turns.add(content);
            }
        }
        return turns;
    }

    private void part(ObjectNode part) {
        rename(part);
        if (part.has("thoughtSignature")) {
            String signature = part.get("thoughtSignature").asText();
            part.put("thoughtSignature", plainBase64(signature));
            if (signature.startsWith("Y29udGV4dF9lbmdpbmVlcmluZ19pc190aGVfd2F5X3RvX2dv")) {
                leveled.add("theirs has the other placeholder of a signature");
                part.put("thoughtSignature", GeminiTurn.UNSIGNED);
            }
            if (part.get("thoughtSignature").asText().startsWith("skip")) {
                part.put("thoughtSignature", GeminiTurn.UNSIGNED);
            }
        }
        if (part.has("functionCall")) {
            unidentified((ObjectNode) part.get("functionCall"));
        } else if (part.has("functionResponse")) {
            unidentified((ObjectNode) part.get("functionResponse"));
            answer((ObjectNode) part.get("functionResponse"));
        } else {
            file(part);
        }
    }

    private void unidentified(ObjectNode object) {
        if (object.remove("id") != null) {
            leveled.add("theirs has an id that the provider did not send");
        }
    }

    private void file(ObjectNode part) {
        if (part.has("inlineData")) {
            ObjectNode file = (ObjectNode) part.get("inlineData");
            rename(file);
            file.put("data", plainBase64(file.get("data").asText()));
        } else if (part.has("fileData")) {
            leveled.add("theirs refers to a file by its address");
            ObjectNode file = (ObjectNode) part.remove("fileData");
            rename(file);
            byte[] bytes = file.get("fileUri").asText().getBytes(StandardCharsets.UTF_8);
            part.putObject("inlineData")
                    .put("mimeType", file.get("mimeType").asText())
                    .put("data", Base64.getEncoder().encodeToString(bytes));
        }
    }

    private void answer(ObjectNode answer) {
        answer.path("parts").forEach(part -> {
            rename((ObjectNode) part);
            file((ObjectNode) part);
        });
        ObjectNode response = (ObjectNode) answer.get("response");
        for (String name : List.of("return_value", "files", "output")) {
            JsonNode value = response.remove(name);
            if (value != null) {
                if (!name.equals("output") || !value.isTextual()) {
                    leveled.add("theirs has a result with another name or type");
                }
                response.put("output", value.isTextual() ? value.asText() : value.toString());
            }
        }
    }
}
