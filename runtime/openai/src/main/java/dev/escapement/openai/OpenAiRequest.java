package dev.escapement.openai;

import dev.escapement.codegen.JsonWriter;
import dev.escapement.http.ToolSelection;
import dev.escapement.http.client.CallIds;
import dev.escapement.http.client.ToolDefinition;
import dev.escapement.http.client.UnpairedSurrogates;
import dev.escapement.json.JsonEncoder;
import dev.escapement.model.Message;
import dev.escapement.model.ModelRequest;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * A writer of the parts of a request that both protocols have in common. The same request always results in the same
 * bytes. As a visitor it returns the writer of each message.
 */
abstract class OpenAiRequest implements Message.Visitor<Consumer<JsonWriter>> {

    private final OpenAiSettings settings;
    private final List<ToolDefinition> tools;
    private final boolean stream;
    private final List<Message> messages;
    private final CallIds ids;

    /**
     * Creates a writer of the parts that both protocols have in common.
     *
     * @param messages the conversation
     * @param tools the tools of the request
     * @param stream whether the reply is streamed
     */
    OpenAiRequest(
            OpenAiSettings settings,
            Protocol protocol,
            List<Message> messages,
            List<ToolDefinition> tools,
            boolean stream) {
        this.settings = settings;
        this.tools = tools;
        this.stream = stream;
        this.messages = messages;
        this.ids = OpenAiCallIds.of(messages, settings.flavor(), protocol);
    }

    /** Returns the request as JSON text. */
    final String write(ModelRequest request) {
        JsonEncoder<ModelRequest> encoder = this::body;
        return encoder.encode(request);
    }

    private void body(JsonWriter out, ModelRequest request) {
        out.beginObject();
        out.property("model", settings.client().model());
        conversation(out, request.prompt());
        if (!tools.isEmpty()) {
            tools(out);
            selection(out, settings.client().selectionFor(request));
            settings.client().parallelToolCalls().ifPresent(allowed -> {
                out.name("parallel_tool_calls");
                out.writeBoolean(allowed);
            });
        }
        settings.client().maxOutputTokens().ifPresent(limit -> {
            out.name(limitName());
            out.writeInt(limit);
        });
        options(out);
        if (stream) {
            out.name("stream");
            out.writeBoolean(true);
            streamOptions(out);
        }
        settings.client().properties().forEach(out::property);
        out.endObject();
    }

    /** Writes the prompt and the messages. */
    abstract void conversation(JsonWriter out, String prompt);

    /** Writes the members of a function definition or selection, either in a nested object or directly. */
    abstract void function(JsonWriter out, Runnable members);

    /** Returns the name of the property that limits the length of the reply. */
    abstract String limitName();

    /**
     * Writes the properties that are specific to this protocol. They follow the length limit and precede {@code
     * stream}.
     */
    abstract void options(JsonWriter out);

    /** Writes the properties that are specific to streamed replies. */
    abstract void streamOptions(JsonWriter out);

    final OpenAiSettings settings() {
        return settings;
    }

    final String acceptedId(String callId) {
        return ids.accepted(callId);
    }

    final void messages(JsonWriter out) {
        messages.forEach(message -> message.accept(this).accept(out));
    }

    static void message(JsonWriter out, String role, String text) {
        out.beginObject();
        out.property("role", role);
        out.property("content", UnpairedSurrogates.replace(text));
        out.endObject();
    }

    private void tools(JsonWriter out) {
        out.name("tools");
        out.beginArray();
        for (ToolDefinition tool : tools) {
            out.beginObject();
            out.property("type", "function");
            function(out, () -> OpenAiTools.write(out, tool));
            out.endObject();
        }
        out.endArray();
    }

    private void selection(JsonWriter out, ToolSelection selection) {
        out.name("tool_choice");
        selection
                .accept(new ToolSelection.Visitor<Runnable>() {
                    @Override
                    public Runnable mode(ToolSelection.Mode mode) {
                        return () -> out.writeString(mode.name().toLowerCase(Locale.ROOT));
                    }

                    @Override
                    public Runnable only(ToolSelection.Only only) {
                        return () -> {
                            out.beginObject();
                            out.property("type", "function");
                            function(out, () -> out.property("name", only.tool()));
                            out.endObject();
                        };
                    }
                })
                .run();
    }
}
