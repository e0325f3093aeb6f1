package dev.escapement.gemini;

import dev.escapement.codegen.JsonWriter;
import dev.escapement.http.ToolSelection;
import dev.escapement.http.client.ToolDefinition;
import dev.escapement.json.JsonEncoder;
import dev.escapement.json.JsonText;
import dev.escapement.model.ModelInfo;
import dev.escapement.model.ModelRequest;
import dev.escapement.model.RequestOptions;
import dev.escapement.model.spi.Conversation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A writer of requests to the Gemini API. The same request always results in the same bytes, and a longer conversation
 * begins with the same bytes as a shorter one, so that the provider's implicit cache applies.
 *
 * @see <a href="https://ai.google.dev/api/generate-content">generateContent</a>
 */
final class GeminiRequest {

    private final GeminiSettings settings;
    private final List<ToolDefinition> tools;
    private final ToolSelection selection;
    private final RequestOptions options;
    private final OptionalProperties optional;
    private final GeminiGeneration generation;
    private final String system;
    private final List<GeminiTurn> turns;

    private GeminiRequest(
            GeminiSettings settings,
            List<ToolDefinition> tools,
            ModelInfo model,
            ModelRequest request,
            OptionalProperties optional) {
        this.settings = settings;
        this.tools = tools;
        this.selection = settings.client().selectionFor(request);
        this.options = request.options();
        this.optional = optional;
        this.generation = GeminiGeneration.of(model.model());
        List<GeminiTurn> conversation = new GeminiTurns(
                        new PartState(model.host()), generation, new GeminiFiles(model), request.contents(), optional)
                .turns(Conversation.of(request));
        boolean userBegins = !conversation.isEmpty() && conversation.get(0).isUsers();
        this.system = userBegins ? request.prompt() : "";
        this.turns = userBegins ? conversation : afterPrompt(request.prompt(), conversation);
    }

    /**
     * Returns a conversation preceded by the prompt as a user turn. The API rejects conversations that are empty or in
     * which calls do not follow a turn of the user.
     */
    private static List<GeminiTurn> afterPrompt(String prompt, List<GeminiTurn> conversation) {
        if (prompt.isBlank()) {
            throw new IllegalArgumentException("The conversation does not begin with the user, and the prompt is blank."
                    + " Gemini requires a first message. Add a prompt or a message of the user.");
        }
        List<GeminiTurn> turns =
                new ArrayList<>(List.of(new GeminiTurn(true, List.of(new RequestPart.TextPart(prompt)))));
        turns.addAll(conversation);
        return turns;
    }

    /**
     * Returns a request as JSON text. It does not contain the model, which is part of the address.
     *
     * @param tools the tools of the request
     * @param model the model that the request addresses
     * @param optional the properties to omit
     * @return JSON text
     * @throws IllegalArgumentException as {@link Conversation#of}, and if conversation and prompt are empty
     * @throws dev.escapement.model.RequestRejectedException if the API does not accept the type of a file
     */
    static String write(
            GeminiSettings settings,
            List<ToolDefinition> tools,
            ModelInfo model,
            ModelRequest request,
            OptionalProperties optional) {
        JsonEncoder<GeminiRequest> encoder = (out, written) -> written.body(out);
        return encoder.encode(new GeminiRequest(settings, tools, model, request, optional));
    }

    private void body(JsonWriter out) {
        out.beginObject();
        if (!system.isBlank()) {
            out.name("systemInstruction");
            out.beginObject();
            parts(out, List.of(new RequestPart.TextPart(system)));
            out.endObject();
        }
        if (!tools.isEmpty()) {
            out.name("tools");
            GeminiTools.write(out, tools, optional.has(OptionalProperties.JSON_SCHEMA));
            if (optional.has(OptionalProperties.TOOL_CONFIG) && optional.has(OptionalProperties.CALLING_CONFIG)) {
                selection.accept(new SelectionWriter(out, isValidated(), optional.has(OptionalProperties.ALLOWED)));
            }
        }
        out.name("contents");
        out.beginArray();
        for (GeminiTurn turn : turns) {
            out.beginObject();
            out.property("role", turn.isUsers() ? "user" : "model");
            parts(out, turn.parts());
            out.endObject();
        }
        out.endArray();
        generationConfig(out);
        settings.client().properties().forEach((name, json) -> {
            if (GeminiSettings.isOfRequest(name)) {
                out.property(name, json);
            }
        });
        out.endObject();
    }

    /** Returns whether calls must match the schemas of their tools, which the API decides for all tools together. */
    private boolean isValidated() {
        return tools.stream().allMatch(ToolDefinition::strict) && optional.has(OptionalProperties.VALIDATED);
    }

    private static void parts(JsonWriter out, List<RequestPart> parts) {
        out.name("parts");
        out.beginArray();
        parts.forEach(part -> part.write(out));
        out.endArray();
    }

    /**
     * A visitor that writes a tool selection. The default of the API is not written.
     *
     * @param isStrict whether calls must match the schemas of their tools
     * @param namesTools whether the server accepts the name of a required tool
     */
    private record SelectionWriter(JsonWriter out, boolean isStrict, boolean namesTools)
            implements ToolSelection.Visitor<Void> {

        @Override
        public Void mode(ToolSelection.Mode mode) {
            String word = switch (mode) {
                case AUTO -> isStrict ? "VALIDATED" : "";
                case REQUIRED -> "ANY";
                case NONE -> "NONE";
            };
            if (!word.isEmpty()) {
                config(word, Optional.empty());
            }
            return null;
        }

        @Override
        public Void only(ToolSelection.Only only) {
            config("ANY", namesTools ? Optional.of(only.tool()) : Optional.empty());
            return null;
        }

        private void config(String mode, Optional<String> tool) {
            out.name("toolConfig");
            out.beginObject();
            out.name("functionCallingConfig");
            out.beginObject();
            out.property("mode", mode);
            tool.ifPresent(name -> {
                out.name("allowedFunctionNames");
                out.beginArray();
                out.writeString(name);
                out.endArray();
            });
            out.endObject();
            out.endObject();
        }
    }

    private void generationConfig(JsonWriter out) {
        JsonEncoder<GeminiRequest> encoder = (config, request) -> request.generation(config);
        String config = encoder.encode(this);
        if (!config.equals("{}")) {
            out.property("generationConfig", new JsonText(config));
        }
    }

    private void generation(JsonWriter out) {
        boolean hasTemperature = options.temperature().isPresent();
        OptionalInt most = options.maxOutputTokens().isPresent()
                ? options.maxOutputTokens()
                : settings.client().maxOutputTokens();
        out.beginObject();
        if (hasTemperature && optional.has(GeminiSettings.TEMPERATURE)) {
            out.name(GeminiSettings.TEMPERATURE);
            out.writeDouble(options.temperature().orElse(0));
        }
        most.ifPresent(tokens -> {
            out.name("maxOutputTokens");
            out.writeInt(tokens);
        });
        if (optional.has(OptionalProperties.THINKING)) {
            thinking(out);
        }
        settings.client().properties().forEach((name, json) -> {
            boolean isReplaced = name.equals(GeminiSettings.TEMPERATURE) && hasTemperature;
            if (!GeminiSettings.isOfRequest(name) && !isReplaced && optional.has(name)) {
                out.property(name, json);
            }
        });
        out.endObject();
    }

    private void thinking(JsonWriter out) {
        Optional<ThinkingEffort> effort = options.effort()
                .or(settings::effort)
                .map(ThinkingEffort::new)
                .filter(chosen -> optional.has(chosen.property(generation)));
        boolean hasSummaries = settings.thoughtSummaries() && optional.has(OptionalProperties.THOUGHTS);
        if (effort.isEmpty() && !hasSummaries) {
            return;
        }
        out.name(OptionalProperties.THINKING);
        out.beginObject();
        effort.ifPresent(chosen -> chosen.write(out, generation));
        if (hasSummaries) {
            out.name(OptionalProperties.THOUGHTS);
            out.writeBoolean(true);
        }
        out.endObject();
    }
}
