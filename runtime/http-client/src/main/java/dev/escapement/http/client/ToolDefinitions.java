package dev.escapement.http.client;

import dev.escapement.http.ClientSettings;
import dev.escapement.http.ToolSelection;
import dev.escapement.json.JsonText;
import dev.escapement.tool.Dialect;
import dev.escapement.tool.ToolSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * A converter from tool specifications to the tool definitions of a request. A tool cannot be strict if the dialect
 * cannot express it or if it exceeds the provider's limit on strict tools. Such a tool is defined in the plain dialect
 * and without {@code strict}, and is logged once. The decoder validates its arguments in any case. Safe for use by
 * several Java threads.
 */
public final class ToolDefinitions {

    /** A limit on the strict tools in one request. */
    @FunctionalInterface
    public interface StrictLimit {

        /** A limit that every tool satisfies. */
        StrictLimit NONE = schema -> Optional.empty();

        /**
         * Counts a tool as strict unless that would exceed the limit.
         *
         * @param schema the schema of the tool
         * @return the reason why the tool cannot be strict; empty if it can
         */
        Optional<String> exceededBy(String schema);
    }

    private final ClientSettings client;
    private final Dialect strict;
    private final Dialect plain;
    private final System.Logger log;
    private final Set<String> reported = ConcurrentHashMap.newKeySet();

    /**
     * Creates a converter for the tools of a client.
     *
     * @param client the settings, which determine the strict tools and may determine the dialect
     * @param strict the dialect of strict tools
     * @param plain the dialect of the other tools, which can express every tool
     * @param log receives the names of tools that cannot be strict
     */
    public ToolDefinitions(ClientSettings client, Dialect strict, Dialect plain, System.Logger log) {
        this.client = client;
        this.strict = strict;
        this.plain = plain;
        this.log = log;
    }

    /**
     * Returns the definitions of the tools in one request.
     *
     * @param tools the tools
     * @param limit the limit on the strict tools among them, applied in order
     * @return the definitions in the same order
     */
    public List<ToolDefinition> of(List<ToolSpec<?>> tools, StrictLimit limit) {
        reportMissing(tools);
        List<ToolDefinition> definitions = new ArrayList<>();
        for (ToolSpec<?> tool : tools) {
            definitions.add(of(tool, limit));
        }
        return definitions;
    }

    private ToolDefinition of(ToolSpec<?> tool, StrictLimit limit) {
        boolean isStrict = client.isStrict(tool.name());
        Dialect dialect = client.dialect().orElse(isStrict ? strict : plain);
        try {
            String schema = tool.schema(dialect);
            Optional<String> reason = isStrict ? limit.exceededBy(schema) : Optional.empty();
            if (reason.isEmpty()) {
                return definition(tool, schema, isStrict);
            }
            report(tool, reason.get());
        } catch (UnsupportedOperationException inexpressible) {
            report(tool, dialect + " cannot express it: " + inexpressible.getMessage());
        }
        return definition(tool, tool.schema(plain), false);
    }

    /** Logs each name in the settings that is not the name of an offered tool, once. */
    private void reportMissing(List<ToolSpec<?>> tools) {
        Set<String> offered = tools.stream().map(ToolSpec::name).collect(Collectors.toSet());
        client.selection()
                .filter(ToolSelection.Only.class::isInstance)
                .map(ToolSelection.Only.class::cast)
                .ifPresent(only -> reportMissing("toolChoice", only.tool(), offered));
        client.strictTools().keySet().forEach(tool -> reportMissing("strict", tool, offered));
    }

    private void reportMissing(String setting, String tool, Set<String> offered) {
        if (!offered.isEmpty() && !offered.contains(tool) && reported.add(setting + " " + tool)) {
            log.log(
                    System.Logger.Level.WARNING,
                    "The setting " + setting + " has no effect on this request, which does not offer the tool " + tool
                            + ". The request offers " + String.join(", ", new TreeSet<>(offered)) + ".");
        }
    }

    private void report(ToolSpec<?> tool, String reason) {
        if (reported.add(tool.name())) {
            log.log(System.Logger.Level.INFO, "The tool " + tool.name() + " is offered without strict: " + reason);
        }
    }

    private static ToolDefinition definition(ToolSpec<?> tool, String schema, boolean strict) {
        return new ToolDefinition(tool.name(), tool.description(), new JsonText(schema), strict);
    }
}
