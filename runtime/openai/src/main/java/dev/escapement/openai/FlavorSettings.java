package dev.escapement.openai;

import dev.escapement.model.StopReason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** The settings of a {@link Flavor}. A flavor owns its settings and does not change them. */
final class FlavorSettings {

    private static final int FOREIGN_CALL_ID_LENGTH = 24;
    private static final int SHORTEST_CALL_ID = 9;
    private static final int LONGEST_CALL_ID = 32;
    private static final Set<String> LIMITS = Set.of("max_completion_tokens", "max_tokens", "max_output_tokens");

    /** The properties of the two protocols that the client writes and that are required. */
    private static final Set<String> REQUIRED = Set.of("model", "messages", "input", "instructions", "tools", "stream");

    /** The properties of the two protocols that the client writes and that are optional. */
    private static final Set<String> OPTIONAL = Set.of(
            "include",
            "max_completion_tokens",
            "max_output_tokens",
            "max_tokens",
            "parallel_tool_calls",
            "prompt_cache_retention",
            "reasoning",
            "reasoning_effort",
            "store",
            "stream_options",
            "strict",
            "temperature",
            "tool_choice");

    final String name;
    final Map<String, StopReason> stopReasons = new LinkedHashMap<>();
    final Set<String> omitted = new LinkedHashSet<>();
    final Map<String, String> renamed = new LinkedHashMap<>();

    /** The values as JSON texts, which are parsed when a message is written: the start of a client loads no parser. */
    final Map<String, String> messageWithCalls = new LinkedHashMap<>();

    final List<List<String>> usagePaths = new ArrayList<>();
    final Set<String> mediaTypes = new LinkedHashSet<>();
    boolean automaticToolChoice = true;
    String promptRole = "system";
    String keyHeader = "Authorization";

    @Nullable
    Set<String> returned;

    @Nullable
    Pattern callIds;

    int callIdLength = FOREIGN_CALL_ID_LENGTH;
    boolean userJoinsAnswer;
    boolean documentUrls;

    FlavorSettings(String name) {
        this.name = name;
    }

    FlavorSettings copy(String copyName) {
        FlavorSettings copy = new FlavorSettings(copyName);
        copy.stopReasons.putAll(stopReasons);
        copy.omitted.addAll(omitted);
        copy.renamed.putAll(renamed);
        copy.messageWithCalls.putAll(messageWithCalls);
        copy.usagePaths.addAll(usagePaths);
        copy.mediaTypes.addAll(mediaTypes);
        copy.automaticToolChoice = automaticToolChoice;
        copy.promptRole = promptRole;
        copy.keyHeader = keyHeader;
        copy.returned = returned;
        copy.callIds = callIds;
        copy.callIdLength = callIdLength;
        copy.userJoinsAnswer = userJoinsAnswer;
        copy.documentUrls = documentUrls;
        return copy;
    }

    Flavor build() {
        return new Flavor(this);
    }

    static String normalized(String word) {
        return word.strip().toLowerCase(Locale.ROOT);
    }

    FlavorSettings stopReason(String word, StopReason reason) {
        stopReasons.put(normalized(word), Objects.requireNonNull(reason, "reason"));
        return this;
    }

    FlavorSettings omit(String... properties) {
        for (String property : properties) {
            checkOptional(property, "omitted");
            omitted.add(property);
        }
        return this;
    }

    FlavorSettings rename(String property, String newName) {
        checkOptional(property, "renamed");
        boolean isOther = !property.equals(newName) && !(LIMITS.contains(property) && LIMITS.contains(newName));
        if (newName.isBlank() || (isOther && (REQUIRED.contains(newName) || OPTIONAL.contains(newName)))) {
            throw new IllegalArgumentException("The property " + property + " cannot be renamed to \"" + newName
                    + "\". Choose a name that is not blank and not one of another property.");
        }
        renamed.put(property, newName);
        return this;
    }

    /**
     * Checks that the client writes a property and that it is optional.
     *
     * @param change the change that requires it, as a participle
     * @throws IllegalArgumentException if it is not
     */
    static void checkOptional(String property, String change) {
        if (!OPTIONAL.contains(property)) {
            throw new IllegalArgumentException("The property \"" + property + "\" cannot be " + change
                    + ". The optional properties are " + String.join(", ", new TreeSet<>(OPTIONAL)) + ".");
        }
    }

    FlavorSettings automaticToolChoice(boolean written) {
        automaticToolChoice = written;
        return this;
    }

    FlavorSettings promptRole(String role) {
        promptRole = Objects.requireNonNull(role, "role");
        return this;
    }

    FlavorSettings keyHeader(String header) {
        keyHeader = Objects.requireNonNull(header, "header");
        return this;
    }

    FlavorSettings returnedProperties(String... names) {
        returned = Set.of(names);
        return this;
    }

    FlavorSettings messageWithCalls(String property, String json) {
        messageWithCalls.put(Objects.requireNonNull(property, "name"), Objects.requireNonNull(json, "json"));
        return this;
    }

    FlavorSettings usageAt(String... path) {
        usagePaths.add(List.of(path));
        return this;
    }

    FlavorSettings callIds(String regex, int length) {
        if (length < SHORTEST_CALL_ID || length > LONGEST_CALL_ID) {
            throw new IllegalArgumentException("The length of call ids is " + length + ". It must be "
                    + SHORTEST_CALL_ID + " to " + LONGEST_CALL_ID + ".");
        }
        try {
            callIds = Pattern.compile(regex);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("The form of call ids is not a regular expression.", e);
        }
        callIdLength = length;
        return this;
    }

    FlavorSettings userJoinsAnswer(boolean joins) {
        userJoinsAnswer = joins;
        return this;
    }

    FlavorSettings documentUrls(boolean urls) {
        documentUrls = urls;
        return this;
    }

    FlavorSettings mediaTypes(String... types) {
        mediaTypes.clear();
        for (String type : types) {
            mediaTypes.add(type.toLowerCase(Locale.ROOT));
        }
        return this;
    }
}
