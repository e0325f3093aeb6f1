package dev.escapement.anthropic;

import dev.escapement.codegen.JsonWriter;
import dev.escapement.http.ToolSelection;
import dev.escapement.http.client.ToolDefinition;
import dev.escapement.json.JsonEncoder;
import dev.escapement.model.Message;
import dev.escapement.model.ModelInfo;
import dev.escapement.model.ModelRequest;
import dev.escapement.model.spi.Conversation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
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
    private static final String THINKING = "thinking";

    private final AnthropicSettings settings;
    private final EffectiveSettings effective;
    private final List<ToolDefinition> tools;
    private final ToolSelection selection;
    private final boolean stream;
    private final Set<String> omitted;
    private final CacheMarker marker;
    private final Optional<String> container;
    private final String system;
    private final List<Turn> turns;
    private final Set<Block> marked;

    private MessagesRequest(
            AnthropicSettings settings,
            List<ToolDefinition> tools,
            ModelInfo info,
            ModelRequest request,
            Circumstances circumstances) {
        this.settings = settings;
        this.tools = tools;
        this.selection = settings.client().selectionFor(request);
        this.stream = circumstances.stream();
        this.omitted = new HashSet<>(settings.omitted());
        omitted.addAll(circumstances.omitted());
        this.marker = marker();
        ContentState state = new ContentState(info.host());
        List<Message> messages = Conversation.of(request);
        this.container = state.container(messages);
        List<Turn> conversation =
                Turn.of(messages, state, new FileBlocks(info, request.contents(), allows("title")), allows("is_error"));
        boolean userBegins = !conversation.isEmpty() && conversation.get(0).isUsers();
        this.system = userBegins ? request.prompt() : "";
        this.turns = complete(
                userBegins ? conversation : afterPrompt(request.prompt(), conversation), circumstances.paused());
        this.marked = marked(turns);
        this.effective = EffectiveSettings.of(
                settings,
                request.options(),
                settings.thinking().filter(mode -> !omitted.contains(THINKING)).filter(this::allows),
                circumstances.limit());
    }

    /**
     * The circumstances of one HTTP request for a {@link ModelRequest}.
     *
     * @param stream whether the reply is streamed
     * @param omitted optional properties that the server does not accept
     * @param paused the paused turn to continue, if any
     * @param limit the model's limit of the length of a reply, if it is known
     */
    record Circumstances(boolean stream, Set<String> omitted, PausedTurn paused, OptionalInt limit) {}

    private CacheMarker marker() {
        if (omitted.contains(CacheMarker.NAME)) {
            return CacheMarker.NONE;
        }
        boolean isUsual = settings.marker() == CacheMarker.NONE || !omitted.contains(CacheMarker.LIFETIME);
        return isUsual ? settings.marker() : CacheMarker.FIVE_MINUTES;
    }

    /**
     * Returns a conversation preceded by the prompt as a user turn. The API's documentation does not cover
     * conversations that are empty or begin with the model.
     */
    private static List<Turn> afterPrompt(String prompt, List<Turn> conversation) {
        if (BlankTexts.is(prompt)) {
            throw new IllegalArgumentException("The conversation does not begin with the user, and the prompt is blank."
                    + " Anthropic requires a first message. Add a prompt or a message of the user.");
        }
        List<Turn> turns = new ArrayList<>(List.of(new Turn(true, List.of(new Block.Text(prompt)))));
        turns.addAll(conversation);
        return turns;
    }

    /** Returns a conversation with the paused turn, and with the thinking that the server expects. */
    private List<Turn> complete(List<Turn> conversation, PausedTurn paused) {
        List<Turn> turns = new ArrayList<>(conversation);
        turns.add(new Turn(false, ContentState.continued(paused)));
        if (omitted.contains(THINKING)) {
            turns.replaceAll(turn -> turn.without(Block::isThinking));
        } else if (settings.emptyThinking()) {
            turns.replaceAll(Turn::withThinking);
        }
        List<Turn> complete = new ArrayList<>(Turn.joined(turns));
        int last = complete.size() - 1;
        complete.set(last, complete.get(last).last());
        return complete;
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
     * @param info the model, whose server determines the usable state of earlier replies
     * @param circumstances the circumstances
     * @return JSON text
     * @throws IllegalArgumentException as {@link Conversation#of}, and if conversation and prompt are empty
     */
    static String write(
            AnthropicSettings settings,
            List<ToolDefinition> tools,
            ModelInfo info,
            ModelRequest request,
            Circumstances circumstances) {
        JsonEncoder<MessagesRequest> encoder = (out, written) -> written.body(out);
        return encoder.encode(new MessagesRequest(settings, tools, info, request, circumstances));
    }

    private void body(JsonWriter out) {
        out.beginObject();
        out.property("model", effective.model());
        out.name("max_tokens");
        out.writeInt(effective.maxOutputTokens());
        if (!tools.isEmpty()) {
            tools(out);
            if (allows("tool_choice")) {
                ToolChoiceWriter.write(
                        out,
                        selection,
                        effective.thinking().isPresent(),
                        settings.client().parallelToolCalls().filter(allowed -> allows("disable_parallel_tool_use")));
            }
        }
        if (!BlankTexts.is(system)) {
            out.name("system");
            out.beginArray();
            new Block.Text(system).write(out, marker);
            out.endArray();
        }
        messages(out);
        effective.thinking().ifPresent(mode -> thinking(out, mode));
        options(out);
        if (stream) {
            out.name("stream");
            out.writeBoolean(true);
        }
        effective.properties().forEach((name, json) -> {
            if (allows(name)) {
                out.property(name, json);
            }
        });
        out.endObject();
    }

    private boolean allows(String property) {
        return !omitted.contains(property);
    }

    private void options(JsonWriter out) {
        if (allows("output_config") && allows("effort")) {
            effective.outputConfig().ifPresent(config -> out.property("output_config", config));
        }
        if (allows("temperature") && effective.temperature().isPresent()) {
            out.name("temperature");
            out.writeDouble(effective.temperature().getAsDouble());
        }
        if (allows("container") && !effective.properties().containsKey("container")) {
            container.ifPresent(id -> out.property("container", id));
        }
    }

    private void tools(JsonWriter out) {
        out.name("tools");
        out.beginArray();
        for (int i = 0; i < tools.size(); i++) {
            boolean isLast = i == tools.size() - 1;
            AnthropicTools.write(out, tools.get(i), isLast ? marker : CacheMarker.NONE, allows("strict"));
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

    private void messages(JsonWriter out) {
        out.name("messages");
        out.beginArray();
        for (Turn turn : turns) {
            out.beginObject();
            out.property("role", turn.isUsers() ? "user" : "assistant");
            out.name("content");
            out.beginArray();
            turn.blocks().forEach(block -> block.write(out, marked.contains(block) ? marker : CacheMarker.NONE));
            out.endArray();
            out.endObject();
        }
        out.endArray();
    }

    private static void thinking(JsonWriter out, ThinkingMode kind) {
        out.name(THINKING);
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
