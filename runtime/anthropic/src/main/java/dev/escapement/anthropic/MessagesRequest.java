package dev.escapement.anthropic;

import dev.escapement.codegen.JsonWriter;
import dev.escapement.http.ToolSelection;
import dev.escapement.http.client.ToolDefinition;
import dev.escapement.json.JsonEncoder;
import dev.escapement.model.ModelRequest;
import dev.escapement.model.spi.Conversation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A writer of requests to the Messages API. The same request always results in the same bytes.
 *
 * <p>Four markers make the provider cache the parts that later requests repeat: after the tools, after the prompt, and
 * after the last two turns of the user. The last marker stores the new part, and the one before it finds the part that
 * the previous request stored. Without the latter, the provider would search only 20 blocks back.
 */
final class MessagesRequest {

    private static final int MARKED_TURNS = 2;

    private final AnthropicSettings settings;
    private final List<ToolDefinition> tools;
    private final ToolSelection selection;
    private final boolean stream;
    private final String system;
    private final List<Turn> turns;
    private final Set<Block> marked;

    private MessagesRequest(
            AnthropicSettings settings,
            List<ToolDefinition> tools,
            ContentState state,
            ModelRequest request,
            boolean stream) {
        this.settings = settings;
        this.tools = tools;
        this.selection = settings.client().selectionFor(request);
        this.stream = stream;
        List<Turn> conversation = Turn.of(Conversation.of(request), state);
        boolean userBegins = !conversation.isEmpty() && conversation.get(0).isUsers();
        this.system = userBegins ? request.prompt() : "";
        this.turns = userBegins ? conversation : afterPrompt(request.prompt(), conversation);
        this.marked = settings.caching() ? marked(turns) : Set.of();
    }

    /**
     * Returns a conversation preceded by the prompt as a user turn. The API's documentation does not cover
     * conversations that are empty or begin with the model.
     */
    private static List<Turn> afterPrompt(String prompt, List<Turn> conversation) {
        if (prompt.isBlank()) {
            throw new IllegalArgumentException("The conversation does not begin with the user, and the prompt is blank."
                    + " Anthropic requires a first message. Add a prompt or a message of the user.");
        }
        List<Turn> turns = new ArrayList<>(List.of(new Turn(true, List.of(new Block.Text(prompt)))));
        turns.addAll(conversation);
        return turns;
    }

    private static Set<Block> marked(List<Turn> turns) {
        List<Turn> newestFirst = new ArrayList<>(turns);
        Collections.reverse(newestFirst);
        Set<Block> marked = Collections.newSetFromMap(new IdentityHashMap<>()); // two turns may have equal blocks
        newestFirst.stream()
                .filter(Turn::isUsers)
                .limit(MARKED_TURNS)
                .flatMap(turn -> turn.markable().stream())
                .forEach(marked::add);
        return marked;
    }

    /**
     * Returns a request as JSON text.
     *
     * @param tools the tools of the request
     * @param state reads the state of earlier replies
     * @param stream whether the reply is streamed
     * @return JSON text
     * @throws IllegalArgumentException as {@link Conversation#of}, and if conversation and prompt are empty
     */
    static String write(
            AnthropicSettings settings,
            List<ToolDefinition> tools,
            ContentState state,
            ModelRequest request,
            boolean stream) {
        JsonEncoder<MessagesRequest> encoder = (out, written) -> written.body(out);
        return encoder.encode(new MessagesRequest(settings, tools, state, request, stream));
    }

    private void body(JsonWriter out) {
        Optional<ThinkingMode> thinking = settings.thinking().filter(this::allows);
        out.beginObject();
        out.property("model", settings.client().model());
        out.name("max_tokens");
        out.writeInt(settings.maxOutputTokens());
        if (!tools.isEmpty()) {
            tools(out);
            selection(out, thinking.isPresent());
        }
        if (!system.isBlank()) {
            out.name("system");
            out.beginArray();
            new Block.Text(system).write(out, settings.caching());
            out.endArray();
        }
        messages(out);
        thinking.ifPresent(kind -> thinking(out, kind));
        if (stream) {
            out.name("stream");
            out.writeBoolean(true);
        }
        settings.client().properties().forEach(out::property);
        out.endObject();
    }

    private void tools(JsonWriter out) {
        out.name("tools");
        out.beginArray();
        for (int i = 0; i < tools.size(); i++) {
            AnthropicTools.write(out, tools.get(i), settings.caching() && i == tools.size() - 1);
        }
        out.endArray();
    }

    /**
     * Returns whether this request may enable a thinking mode. The API rejects a thinking budget after calls that were
     * made without thinking, such as those of other providers' models.
     */
    private boolean allows(ThinkingMode thinking) {
        return thinking.accept(new ThinkingMode.Visitor<>() {
            @Override
            public Boolean adaptive(ThinkingMode.Adaptive adaptive) {
                return true;
            }

            @Override
            public Boolean budget(ThinkingMode.TokenBudget budget) {
                Optional<Turn> newest =
                        turns.stream().filter(turn -> !turn.isUsers()).reduce((before, last) -> last);
                return newest.filter(Turn::callsWithoutThinking).isEmpty();
            }
        });
    }

    private void selection(JsonWriter out, boolean isThinking) {
        out.name("tool_choice");
        out.beginObject();
        boolean allowsCalls = selection.accept(new ToolSelectionWriter(out, isThinking));
        if (allowsCalls) {
            settings.client().parallelToolCalls().ifPresent(allowed -> {
                out.name("disable_parallel_tool_use");
                out.writeBoolean(!allowed);
            });
        }
        out.endObject();
    }

    /**
     * A visitor that writes a tool selection and returns whether the selection allows calls.
     *
     * @param isThinking whether the model thinks, in which case the API rejects a forced call
     */
    private record ToolSelectionWriter(JsonWriter out, boolean isThinking) implements ToolSelection.Visitor<Boolean> {

        @Override
        public Boolean mode(ToolSelection.Mode mode) {
            out.property(
                    "type",
                    switch (mode) {
                        case AUTO -> "auto";
                        case REQUIRED -> isThinking ? "auto" : "any";
                        case NONE -> "none";
                    });
            return mode != ToolSelection.Mode.NONE;
        }

        @Override
        public Boolean only(ToolSelection.Only only) {
            if (isThinking) {
                return mode(ToolSelection.Mode.AUTO);
            }
            out.property("type", "tool");
            out.property("name", only.tool());
            return true;
        }
    }

    private void messages(JsonWriter out) {
        out.name("messages");
        out.beginArray();
        for (Turn turn : turns) {
            out.beginObject();
            out.property("role", turn.isUsers() ? "user" : "assistant");
            out.name("content");
            out.beginArray();
            turn.blocks().forEach(block -> block.write(out, marked.contains(block)));
            out.endArray();
            out.endObject();
        }
        out.endArray();
    }

    private static void thinking(JsonWriter out, ThinkingMode kind) {
        out.name("thinking");
        out.beginObject();
        kind.accept(new ThinkingMode.Visitor<Runnable>() {
                    @Override
                    public Runnable adaptive(ThinkingMode.Adaptive adaptive) {
                        return () -> out.property("type", "adaptive");
                    }

                    @Override
                    public Runnable budget(ThinkingMode.TokenBudget budget) {
                        return () -> {
                            out.property("type", "enabled");
                            out.name("budget_tokens");
                            out.writeInt(budget.tokens());
                        };
                    }
                })
                .run();
        out.endObject();
    }
}
