package dev.escapement.openai;

import dev.escapement.codegen.JsonWriter;
import dev.escapement.http.ClientSettings;
import dev.escapement.http.ToolSelection;
import dev.escapement.http.client.CallIds;
import dev.escapement.http.client.ToolDefinition;
import dev.escapement.http.client.UnpairedSurrogates;
import dev.escapement.json.JsonEncoder;
import dev.escapement.json.JsonText;
import dev.escapement.model.Message;
import dev.escapement.model.ModelRequest;
import dev.escapement.model.RequestOptions;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * A writer of the parts of a request that both protocols have in common. The same request always results in the same
 * bytes. As a visitor it returns the writer of each message.
 */
abstract class OpenAiRequest implements Message.Visitor<Consumer<JsonWriter>> {

    private final ConfiguredRequest context;
    private final List<Message> messages;
    private final CallIds ids;
    private final RequestFiles files;

    /**
     * Creates a writer of the parts that both protocols have in common.
     *
     * @param context the request and the settings
     * @param messages the conversation in a form that the server accepts
     * @param ids the ids of the calls
     */
    OpenAiRequest(ConfiguredRequest context, List<Message> messages, CallIds ids) {
        this.context = context;
        this.messages = messages;
        this.ids = ids;
        this.files = new RequestFiles(context.request().contents(), context.info());
    }

    /** Returns the request as JSON text in UTF-8. */
    final byte[] write() {
        JsonEncoder<ModelRequest> encoder = this::body;
        return files.bytes(encoder.encode(context.request()));
    }

    /** Returns the names of the properties without which the server may accept the request. */
    Set<String> optional() {
        Set<String> names = new TreeSet<>(
                Set.of("strict", "tool_choice", "parallel_tool_calls", "temperature", "prompt_cache_retention"));
        for (String name : List.copyOf(names)) {
            names.add(flavor().name(name));
        }
        return names;
    }

    private void body(JsonWriter out, ModelRequest request) {
        out.beginObject();
        out.property("model", context.model());
        conversation(out, request.prompt());
        if (!context.tools().isEmpty()) {
            tools(out);
            ToolSelection selection = client().selectionFor(request);
            boolean isDefault =
                    selection == ToolSelection.Mode.AUTO && client().selection().isEmpty();
            if (!isDefault || flavor().writesAutomaticToolChoice()) {
                optional(out, "tool_choice", () -> selection(out, selection));
            }
            client().parallelToolCalls()
                    .ifPresent(allowed -> optional(out, "parallel_tool_calls", () -> out.writeBoolean(allowed)));
        }
        limit(out);
        request.options()
                .temperature()
                .ifPresent(temperature -> optional(out, "temperature", () -> out.writeDouble(temperature)));
        context.settings()
                .cacheRetention()
                .ifPresent(retention -> optional(out, "prompt_cache_retention", () -> out.writeString(retention)));
        options(out);
        if (context.stream()) {
            out.name("stream");
            out.writeBoolean(true);
            streamOptions(out);
        }
        client().properties().forEach((name, value) -> {
            if (!context.replaces(name, value)) {
                out.property(name, value);
            }
        });
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

    /** Returns whether a tool that is not strict must be declared as such. */
    abstract boolean declaresPlainTools();

    /** Writes an optional property unless a setting or the server excludes it. */
    final void optional(JsonWriter out, String property, Runnable value) {
        if (!context.omits(property)) {
            out.name(flavor().name(property));
            value.run();
        }
    }

    private void limit(JsonWriter out) {
        OptionalInt requested = options().maxOutputTokens();
        OptionalInt limit = requested.isPresent() ? requested : client().maxOutputTokens();
        String name = context.limitName(limitName());
        if (limit.isPresent() && !name.isEmpty()) {
            out.name(name);
            out.writeInt(limit.getAsInt());
        }
    }

    final ConfiguredRequest context() {
        return context;
    }

    final RequestOptions options() {
        return context.request().options();
    }

    final ClientSettings client() {
        return context.settings().client();
    }

    final Flavor flavor() {
        return context.settings().flavor();
    }

    final RequestFiles files() {
        return files;
    }

    final List<Message> messages() {
        return messages;
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

    /** Writes a property that a server added, as the server wrote it. */
    static void member(JsonWriter out, String name, JsonText value) {
        out.property(name, new JsonText(UnpairedSurrogates.replaceInJson(value.json())));
    }

    private void tools(JsonWriter out) {
        out.name("tools");
        out.beginArray();
        for (ToolDefinition tool : context.tools()) {
            out.beginObject();
            out.property("type", "function");
            function(out, () -> {
                OpenAiTools.write(out, tool);
                if (tool.strict() || declaresPlainTools()) {
                    optional(out, "strict", () -> out.writeBoolean(tool.strict()));
                }
            });
            out.endObject();
        }
        out.endArray();
    }

    private void selection(JsonWriter out, ToolSelection selection) {
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
