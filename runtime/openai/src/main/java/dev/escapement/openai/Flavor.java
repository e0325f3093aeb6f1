package dev.escapement.openai;

import dev.escapement.http.client.StopReasons;
import dev.escapement.json.JsonText;
import dev.escapement.model.StopReason;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A server-specific set of deviations from OpenAI's protocols. The constants describe common servers. {@link #builder}
 * and {@link #toBuilder} describe others:
 *
 * <pre>{@code
 * Flavor gateway = Flavor.builder()
 *         .omit("stream_options", "parallel_tool_calls")
 *         .rename("max_completion_tokens", "max_tokens")
 *         .stopReason("finished_ok", StopReason.COMPLETE)
 *         .build();
 * }</pre>
 *
 * <p>A server that rejects an optional property does not require a flavor: the request is repeated without the property,
 * and later requests omit it. Immutable; safe for use by several Java threads.
 */
public final class Flavor {

    /** The protocols as OpenAI defines them, for servers without relevant deviations. */
    public static final Flavor OPENAI = new FlavorSettings("OPENAI").build();

    /** The deviations of Azure OpenAI, which expects a key in the header {@code api-key}. */
    public static final Flavor AZURE =
            new FlavorSettings("AZURE").keyHeader("api-key").build();

    /** The deviations of vLLM. The property {@code max_tokens} limits the length of a reply; documents are rejected. */
    public static final Flavor VLLM = new FlavorSettings("VLLM")
            .rename("max_completion_tokens", "max_tokens")
            .mediaTypes("image/*", "audio/wav", "audio/mpeg", "text/*")
            .build();

    /**
     * The deviations of Ollama. The property {@code max_tokens} limits the length of a reply, {@code strict} has no
     * effect and is omitted, and files other than images and text are rejected.
     */
    public static final Flavor OLLAMA = new FlavorSettings("OLLAMA")
            .rename("max_completion_tokens", "max_tokens")
            .omit("strict", "parallel_tool_calls")
            .mediaTypes("image/png", "image/jpeg", "image/webp", "text/*")
            .build();

    /**
     * The deviations of Databricks. The property {@code max_tokens} limits the length of a reply. The properties {@code
     * stream_options}, {@code parallel_tool_calls} and {@code strict} are omitted, because many of its models reject them.
     */
    public static final Flavor DATABRICKS = new FlavorSettings("DATABRICKS")
            .rename("max_completion_tokens", "max_tokens")
            .omit("stream_options", "parallel_tool_calls", "strict")
            .mediaTypes("image/*", "text/*")
            .build();

    /**
     * The deviations of DeepSeek, Moonshot and similar thinking servers. They require {@code reasoning_content} in each
     * earlier message with calls, also in one of another model; it is then empty. The automatic tool choice, {@code strict}
     * and {@code parallel_tool_calls} are omitted, and {@code max_tokens} limits the length of a reply.
     */
    public static final Flavor DEEPSEEK = new FlavorSettings("DEEPSEEK")
            .rename("max_completion_tokens", "max_tokens")
            .omit("strict", "parallel_tool_calls")
            .automaticToolChoice(false)
            .messageWithCalls("reasoning_content", "\"\"")
            .mediaTypes("image/*", "text/*")
            .build();

    /** The deviations of Groq, which rejects {@code strict} and all properties that it adds to its own messages. */
    public static final Flavor GROQ = new FlavorSettings("GROQ")
            .omit("strict")
            .returnedProperties()
            .mediaTypes("image/*", "text/*")
            .build();

    /**
     * The deviations of Mistral's server. Call ids consist of nine letters or digits, the property {@code max_tokens}
     * limits the length of a reply, and every stream contains usage, which a request must not enable. A message of the
     * user directly after an answer to a call becomes part of that answer. Mistral rejects other requests. A PDF is a
     * part {@code document_url}.
     */
    public static final Flavor MISTRAL = new FlavorSettings("MISTRAL")
            .rename("max_completion_tokens", "max_tokens")
            .omit("stream_options")
            .callIds("[a-zA-Z0-9]{9}", 9)
            .userJoinsAnswer(true)
            .documentUrls(true)
            .returnedProperties()
            .mediaTypes("image/*", "application/pdf", "text/*")
            .build();

    /** The deviations of OpenRouter, which includes usage in every stream. */
    public static final Flavor OPENROUTER = new FlavorSettings("OPENROUTER")
            .rename("max_completion_tokens", "max_tokens")
            .build();

    /** The deviations of Gemini's compatible endpoint, which rejects {@code strict} and {@code parallel_tool_calls}. */
    public static final Flavor GEMINI =
            new FlavorSettings("GEMINI").omit("strict", "parallel_tool_calls").build();

    private static final String AUTHORIZATION = "Authorization";

    private final FlavorSettings settings;

    Flavor(FlavorSettings settings) {
        this.settings = settings;
    }

    /**
     * Returns a builder of a flavor, which begins with {@link #OPENAI}.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return OPENAI.toBuilder();
    }

    /**
     * Returns a builder that begins with this flavor.
     *
     * @return a new builder
     */
    public Builder toBuilder() {
        return new Builder(settings.copy("custom"));
    }

    /** Returns the reason that a word denotes, if it is known. */
    Optional<StopReason> stopReason(String word) {
        return Optional.ofNullable(settings.stopReasons.get(FlavorSettings.normalized(word)))
                .or(() -> StopReasons.of(word));
    }

    /** Returns whether requests omit a property. */
    boolean omits(String property) {
        return settings.omitted.contains(property);
    }

    /** Returns the server's name of a property. */
    String name(String property) {
        return settings.renamed.getOrDefault(property, property);
    }

    /** Returns whether {@code tool_choice} is written although it is {@code auto}, the protocol's default. */
    boolean writesAutomaticToolChoice() {
        return settings.automaticToolChoice;
    }

    /** Returns the role of the prompt in Chat Completions. */
    String promptRole() {
        return settings.promptRole;
    }

    /**
     * Returns the headers that contain a key. An access token, which is a JSON web token, is sent as {@code Authorization}
     * in any case.
     */
    Map<String, String> keyHeaders(String key) {
        boolean isBearer = settings.keyHeader.equalsIgnoreCase(AUTHORIZATION) || key.startsWith("eyJ");
        return isBearer ? Map.of(AUTHORIZATION, "Bearer " + key) : Map.of(settings.keyHeader, key);
    }

    /** Returns whether a property that the server added to a message or to a call is returned to it. */
    boolean returns(String property) {
        Set<String> names = settings.returned;
        return names == null || names.contains(property);
    }

    /** Returns the properties that each earlier message with calls requires, with their values if they are unknown. */
    Map<String, JsonText> messageWithCalls() {
        Map<String, JsonText> values = new LinkedHashMap<>();
        settings.messageWithCalls.forEach((name, json) -> values.put(name, new JsonText(json)));
        return values;
    }

    /** Returns whether each earlier message with calls requires a property. */
    boolean requiresWithCalls(String property) {
        return settings.messageWithCalls.containsKey(property);
    }

    /** Returns the additional paths of the usage within a reply or a chunk. */
    List<List<String>> usagePaths() {
        return Collections.unmodifiableList(settings.usagePaths);
    }

    /** Returns whether the server accepts a call id unchanged. */
    boolean accepts(String id, Protocol protocol) {
        Pattern ids = settings.callIds;
        return ids == null
                ? id.length() <= protocol.longestCallId()
                : ids.matcher(id).matches();
    }

    /** Returns the length of the substitute for a call id that the server does not accept. */
    int callIdLength() {
        return settings.callIdLength;
    }

    /** Returns whether a message of the user directly after an answer to a call becomes part of that answer. */
    boolean userJoinsAnswer() {
        return settings.userJoinsAnswer;
    }

    /** Returns whether a document is a part {@code document_url} rather than {@code file}. */
    boolean hasDocumentUrls() {
        return settings.documentUrls;
    }

    /** Returns the media types that the server accepts, or an empty set for those of the protocol. */
    Set<String> mediaTypes() {
        return Collections.unmodifiableSet(settings.mediaTypes);
    }

    @Override
    public String toString() {
        return "Flavor[" + settings.name + "]";
    }

    /** A builder of flavors. Not safe for use by several Java threads. */
    public static final class Builder {

        private final FlavorSettings settings;

        private Builder(FlavorSettings settings) {
            this.settings = settings;
        }

        /**
         * Sets the meaning of a word by which the server states why the model stopped. Other words have the meaning that
         * they have at any known provider. An unknown word after a complete reply does not make the reply incomplete.
         *
         * @param word the word; letter case is ignored
         * @param reason the reason that the word denotes
         * @return this builder
         */
        public Builder stopReason(String word, StopReason reason) {
            settings.stopReason(word, reason);
            return this;
        }

        /**
         * Omits optional properties from all requests, for example {@code strict}, {@code stream_options}, {@code
         * tool_choice}, {@code parallel_tool_calls}, {@code include} or {@code store}.
         *
         * @param properties the names in OpenAI's protocol
         * @return this builder
         * @throws IllegalArgumentException if a property is not optional
         */
        public Builder omit(String... properties) {
            settings.omit(properties);
            return this;
        }

        /**
         * Renames a property of the request body, for example {@code max_completion_tokens} to {@code max_tokens}.
         *
         * @param property the name in OpenAI's protocol
         * @param name the server's name
         * @return this builder
         * @throws IllegalArgumentException if the property is not optional, or the name is blank or that of another property
         */
        public Builder rename(String property, String name) {
            settings.rename(property, name);
            return this;
        }

        /**
         * Sets whether {@code tool_choice} is written although it is {@code auto}, the protocol's default. Default: true.
         *
         * @param written whether it is written
         * @return this builder
         */
        public Builder automaticToolChoice(boolean written) {
            settings.automaticToolChoice(written);
            return this;
        }

        /**
         * Sets the role of the prompt in Chat Completions. Default: {@code system}.
         *
         * @param role for example {@code developer}
         * @return this builder
         */
        public Builder promptRole(String role) {
            settings.promptRole(role);
            return this;
        }

        /**
         * Sets the header that contains the key. Default: {@code Authorization}, as a bearer token. A key in the form of a
         * JSON web token, which begins with {@code eyJ}, is sent in that header in any case.
         *
         * @param header for example {@code api-key}
         * @return this builder
         */
        public Builder keyHeader(String header) {
            settings.keyHeader(header);
            return this;
        }

        /**
         * Sets the properties of messages and calls that are returned to the server that added them. Default: all that
         * OpenAI's protocol does not define, for example {@code reasoning_content}, {@code reasoning_details} and {@code
         * extra_content}.
         *
         * @param names the names; none if the server rejects its own properties
         * @return this builder
         */
        public Builder returnedProperties(String... names) {
            settings.returnedProperties(names);
            return this;
        }

        /**
         * Adds a property to each earlier message with calls that does not have the property, because the message was
         * created by another model. Thinking servers require their {@code reasoning_content}.
         *
         * @param name the name of the property
         * @param json the value as JSON text, for example {@code ""} in quotes
         * @return this builder
         * @throws IllegalArgumentException if the value is not JSON text
         */
        public Builder messageWithCalls(String name, String json) {
            settings.messageWithCalls(name, new JsonText(json).json());
            return this;
        }

        /**
         * Adds a location of the usage within a reply or a chunk. Known locations, for example {@code usage}, {@code
         * choices[0].usage} and {@code x_groq.usage}, need not be added.
         *
         * @param path the names of the properties from the outermost to the innermost
         * @return this builder
         */
        public Builder usageAt(String... path) {
            settings.usageAt(path);
            return this;
        }

        /**
         * Sets the form of call ids. Other ids are replaced by letters and digits. Default: at most as many characters as
         * OpenAI's protocol allows. The ids of the server's own calls are never replaced.
         *
         * @param regex a regular expression that matches each accepted id
         * @param length the length of substitutes, 9 to 32
         * @return this builder
         * @throws IllegalArgumentException if the expression or the length is invalid
         */
        public Builder callIds(String regex, int length) {
            settings.callIds(regex, length);
            return this;
        }

        /**
         * Sets whether a message of the user directly after an answer to a call becomes part of that answer. Default:
         * false.
         *
         * @param joins whether it does
         * @return this builder
         */
        public Builder userJoinsAnswer(boolean joins) {
            settings.userJoinsAnswer(joins);
            return this;
        }

        /**
         * Restricts the media types of files. A request with another file is rejected before it is sent. Default: the
         * types that the protocol can express.
         *
         * @param types media types such as {@code application/pdf}, or ranges such as {@code image/*}
         * @return this builder
         */
        public Builder mediaTypes(String... types) {
            settings.mediaTypes(types);
            return this;
        }

        /**
         * Returns the flavor.
         *
         * @return a flavor with these settings
         */
        public Flavor build() {
            return settings.copy(settings.name).build();
        }
    }
}
