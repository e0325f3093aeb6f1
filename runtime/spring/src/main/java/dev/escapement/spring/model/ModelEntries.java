package dev.escapement.spring.model;

import dev.escapement.model.Model;
import dev.escapement.spring.AgentSetupException;
import dev.escapement.spring.AgentSetupException.Reason;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The models that properties describe. Each is created once, when an agent needs it. */
final class ModelEntries {

    static final String PREFIX = "escapement.models.";

    private static final String DEFAULT = "default";

    /** The providers of the starter, and the artifacts that contain their clients. */
    private static final Map<String, String> ARTIFACTS =
            Map.of("openai", "escapement-openai", "anthropic", "escapement-anthropic", "gemini", "escapement-gemini");

    private final Map<String, ModelSettings> settings;
    private final List<ModelFactory> factories;
    private final Map<String, Model> models = new ConcurrentHashMap<>();

    ModelEntries(Map<String, ModelSettings> settings, List<ModelFactory> factories) {
        this.settings = settings;
        this.factories = factories;
    }

    Set<String> names() {
        return settings.keySet();
    }

    /** Returns the name of the default entry, or of the only one. */
    Optional<String> defaultName() {
        return settings.size() == 1
                ? settings.keySet().stream().findFirst()
                : RelaxedNames.find(DEFAULT, settings.keySet());
    }

    /**
     * Returns the model of an entry.
     *
     * @param name a name in {@link #names}
     * @throws AgentSetupException if a setting is missing or invalid
     */
    Model model(String name) {
        return models.computeIfAbsent(name, this::create);
    }

    private Model create(String name) {
        ModelSettings entry = settings.get(name);
        if (entry == null) {
            throw new IllegalArgumentException("The entry " + name + " does not exist.");
        }
        ModelFactory factory = factory(name, entry.provider());
        check(name, "model", entry.model(), true);
        check(name, "api-key", entry.apiKey(), isKeyRequired(factory.provider(), entry));
        try {
            return factory.create(entry);
        } catch (IllegalArgumentException e) {
            AgentSetupException failure = new AgentSetupException(
                    Reason.MODEL_INVALID,
                    "The settings of the model " + name + " are not valid: " + e.getMessage(),
                    "Correct the properties that begin with " + PREFIX + name + ".");
            failure.initCause(e);
            throw failure;
        }
    }

    private static boolean isKeyRequired(String provider, ModelSettings entry) {
        return ARTIFACTS.containsKey(provider)
                && entry.baseUrl() == null
                && entry.headers().isEmpty();
    }

    private ModelFactory factory(String name, @Nullable String configured) {
        String provider = configured == null || configured.isBlank() ? name : configured;
        Optional<ModelFactory> factory = factories.stream()
                .filter(candidate -> RelaxedNames.areEqual(candidate.provider(), provider))
                .findFirst();
        if (factory.isPresent()) {
            return factory.get();
        }
        String artifact = ARTIFACTS.get(RelaxedNames.uniform(provider));
        if (artifact != null) {
            throw new AgentSetupException(
                    Reason.MODEL_INVALID,
                    "The client for " + PREFIX + name + " with the provider " + provider + " is not on the class path.",
                    "Add the dependency dev.escapement:" + artifact + ".");
        }
        Set<String> known = new TreeSet<>(ARTIFACTS.keySet());
        factories.forEach(candidate -> known.add(candidate.provider()));
        if (configured == null || configured.isBlank()) {
            throw new AgentSetupException(
                    Reason.MODEL_INVALID,
                    "The property " + PREFIX + name + ".provider is missing.",
                    "Set it to one of the providers: " + RelaxedNames.list(known) + ".");
        }
        throw new AgentSetupException(
                Reason.MODEL_INVALID,
                "The provider " + provider + " of " + PREFIX + name + ".provider is unknown.",
                RelaxedNames.suggestion(provider, known, "The providers are"));
    }

    /** Checks that a required value exists, and that its placeholder was replaced. */
    private static void check(String name, String property, @Nullable String value, boolean required) {
        if (value != null && value.startsWith("${") && value.endsWith("}")) {
            throw new AgentSetupException(
                    Reason.MODEL_INVALID,
                    "The property " + PREFIX + name + "." + property + " refers to "
                            + value.substring(2, value.length() - 1) + ", which is not set.",
                    "Set this environment variable or property, or remove the reference.");
        }
        if (required && (value == null || value.isBlank())) {
            String other =
                    property.equals("api-key") ? ", or " + PREFIX + name + ".base-url for a server without a key" : "";
            throw new AgentSetupException(
                    Reason.MODEL_INVALID,
                    "The property " + PREFIX + name + "." + property + " is missing.",
                    "Set it" + other + ".");
        }
    }

    /** Returns the entries in a message. */
    String describe() {
        return "entries of escapement.models: " + RelaxedNames.list(names());
    }
}
