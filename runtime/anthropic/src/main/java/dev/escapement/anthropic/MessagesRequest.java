package dev.escapement.anthropic;

import dev.escapement.codegen.JsonWriter;
import dev.escapement.json.JsonEncoder;
import dev.escapement.model.Message;
import dev.escapement.model.ModelRequest;
import dev.escapement.model.spi.Conversation;
import dev.escapement.wire.ToolSelection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Writes requests of the Messages API. Pure: the same request gives the same bytes.
 *
 * <p>Four markers ask the provider to cache what will be sent again: after the tools, after the prompt, and after the last
 * two turns of the user. The last one stores what is new, the one before is what the request before has stored; without it
 * the provider would look back only 20 blocks for that.
 */
final class MessagesRequest {

    private static final int MARKED_TURNS = 2;

    private final Settings settings;
    private final List<OfferedTool> tools;
    private final ToolSelection selection;
    private final boolean stream;
    private final String system;
    private final List<Turn> turns;
    private final Set<Block> marked;

    private MessagesRequest(
            Settings settings, List<OfferedTool> tools, KeptContent kept, ModelRequest request, boolean stream) {
        this.settings = settings;
        this.tools = tools;
        this.selection = ToolSelection.of(settings.client().selection(), request);
        this.stream = stream;
        List<Message> messages = Conversation.of(request);
        boolean userBegins = !messages.isEmpty() && messages.get(0) instanceof Message.User;
        this.system = userBegins ? request.prompt() : "";
        this.turns = Turn.of(userBegins ? messages : begunWith(request.prompt(), messages), kept);
        this.marked = settings.caching() ? marked(turns) : Set.of();
    }

    /**
     * What is asked if the conversation does not begin with the user, because its beginning was left out or because the
     * prompt says all. The API documents no such conversation, so the user begins with the prompt: not a word is added.
     */
    private static List<Message> begunWith(String prompt, List<Message> messages) {
        if (prompt.isBlank()) {
            throw new IllegalArgumentException(
                    "Anthropic needs something to reply to: the conversation does not begin with"
                            + " the user, and there is no prompt that could take that place.");
        }
        List<Message> begun = new ArrayList<>(List.of(new Message.User(prompt)));
        begun.addAll(messages);
        return begun;
    }

    private static Set<Block> marked(List<Turn> turns) {
        List<Turn> newestFirst = new ArrayList<>(turns);
        Collections.reverse(newestFirst);
        Set<Block> marked = Collections.newSetFromMap(new IdentityHashMap<>()); // two turns may say the same
        newestFirst.stream()
                .filter(Turn::isUsers)
                .limit(MARKED_TURNS)
                .flatMap(turn -> turn.markable().stream())
                .forEach(marked::add);
        return marked;
    }

    /**
     * Writes a request.
     *
     * @param tools the tools of the request, as they are offered
     * @param kept understands what was kept of earlier replies
     * @param stream whether the reply shall be streamed
     * @return JSON text
     * @throws IllegalArgumentException as {@link Conversation#of}, and if there is nothing to reply to
     */
    static String write(
            Settings settings, List<OfferedTool> tools, KeptContent kept, ModelRequest request, boolean stream) {
        JsonEncoder<MessagesRequest> encoder = (out, written) -> written.body(out);
        return encoder.encode(new MessagesRequest(settings, tools, kept, request, stream));
    }

    private void body(JsonWriter out) {
        Optional<Thinking> thinking = settings.thinking().filter(this::allows);
        out.beginObject();
        out.name("model");
        out.writeString(settings.client().model());
        out.name("max_tokens");
        out.writeInt(settings.maxOutputTokens());
        if (!tools.isEmpty()) {
            tools(out);
            selection(out, thinking.isPresent() ? unforced(selection) : selection);
        }
        if (!system.isBlank()) {
            out.name("system");
            out.beginArray();
            new Block.Text(system).write(out, settings.caching());
            out.endArray();
        }
        messages(out);
        thinking.ifPresent(way -> thinking(out, way));
        if (stream) {
            out.name("stream");
            out.writeBoolean(true);
        }
        settings.client().properties().forEach((name, value) -> {
            out.name(name);
            out.writeJson(value);
        });
        out.endObject();
    }

    private void tools(JsonWriter out) {
        out.name("tools");
        out.beginArray();
        for (int i = 0; i < tools.size(); i++) {
            tools.get(i).write(out, settings.caching() && i == tools.size() - 1);
        }
        out.endArray();
    }

    /**
     * Whether the model may think now. With a budget, the API refuses a request in which the calls that were just answered
     * were made without thinking; those of another provider's model were.
     */
    private boolean allows(Thinking thinking) {
        Optional<Turn> newest = turns.stream().filter(turn -> !turn.isUsers()).reduce((before, last) -> last);
        return thinking instanceof Thinking.Adaptive
                || !newest.map(Turn::callsWithoutThinking).orElse(false);
    }

    /** Whoever thinks cannot be forced to call a tool: the API refuses that. */
    private static ToolSelection unforced(ToolSelection wanted) {
        return wanted == ToolSelection.Mode.NONE ? wanted : ToolSelection.Mode.AUTO;
    }

    private static String word(ToolSelection.Mode mode) {
        return switch (mode) {
            case AUTO -> "auto";
            case REQUIRED -> "any";
            case NONE -> "none";
        };
    }

    private void selection(JsonWriter out, ToolSelection selection) {
        out.name("tool_choice");
        out.beginObject();
        out.name("type");
        if (selection instanceof ToolSelection.Only only) {
            out.writeString("tool");
            out.name("name");
            out.writeString(only.tool());
        } else {
            out.writeString(word((ToolSelection.Mode) selection));
        }
        if (selection != ToolSelection.Mode.NONE
                && settings.client().parallelToolCalls().isPresent()) {
            out.name("disable_parallel_tool_use");
            out.writeBoolean(!settings.client().parallelToolCalls().get());
        }
        out.endObject();
    }

    private void messages(JsonWriter out) {
        out.name("messages");
        out.beginArray();
        for (Turn turn : turns) {
            out.beginObject();
            out.name("role");
            out.writeString(turn.isUsers() ? "user" : "assistant");
            out.name("content");
            out.beginArray();
            turn.blocks().forEach(block -> block.write(out, marked.contains(block)));
            out.endArray();
            out.endObject();
        }
        out.endArray();
    }

    private static void thinking(JsonWriter out, Thinking way) {
        out.name("thinking");
        out.beginObject();
        out.name("type");
        if (way instanceof Thinking.Budget budget) {
            out.writeString("enabled");
            out.name("budget_tokens");
            out.writeInt(budget.tokens());
        } else {
            out.writeString("adaptive");
        }
        out.endObject();
    }
}
