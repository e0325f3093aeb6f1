package dev.escapement.openai;

import dev.escapement.json.JsonText;
import dev.escapement.tool.Dialect;
import dev.escapement.tool.ToolSpec;
import dev.escapement.wire.ClientSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Puts tools into the form in which they are offered. A tool that the dialect cannot express is offered all the same, in
 * plain JSON Schema and without {@code strict}: the decoder checks its arguments in any case. Safe for use by many threads.
 */
final class ToolOffer {

    /** What OpenAI accepts in one request; it answers more with {@code array_above_max_length}. */
    static final int MAX_TOOLS = 128;

    private static final System.Logger LOG = System.getLogger(OpenAiModel.class.getName());

    private final Dialect dialect;
    private final boolean strict;
    private final Set<String> reported = ConcurrentHashMap.newKeySet();

    static ToolOffer of(ClientSettings client) {
        Dialect usual = client.strict() ? Dialect.OPENAI_STRICT : Dialect.OPENAI;
        return new ToolOffer(client.dialect().orElse(usual), client.strict());
    }

    ToolOffer(Dialect dialect, boolean strict) {
        this.dialect = dialect;
        this.strict = strict;
    }

    /**
     * Offers tools.
     *
     * @throws IllegalArgumentException if they are too many
     */
    List<OfferedTool> of(List<ToolSpec<?>> tools) {
        if (tools.size() > MAX_TOOLS) {
            throw new IllegalArgumentException("A request can offer at most " + MAX_TOOLS + " tools, not "
                    + tools.size() + ". Split the agent, or offer fewer tools at a time.");
        }
        List<OfferedTool> offered = new ArrayList<>();
        for (ToolSpec<?> tool : tools) {
            offered.add(of(tool));
        }
        return offered;
    }

    private OfferedTool of(ToolSpec<?> tool) {
        try {
            return offered(tool, dialect, strict);
        } catch (UnsupportedOperationException impossible) {
            if (reported.add(tool.name())) {
                LOG.log(
                        System.Logger.Level.INFO,
                        "The tool " + tool.name() + " is offered without strict, since " + dialect
                                + " cannot express it: " + impossible.getMessage());
            }
            return offered(tool, Dialect.OPENAI, false);
        }
    }

    private static OfferedTool offered(ToolSpec<?> tool, Dialect dialect, boolean strict) {
        return new OfferedTool(tool.name(), tool.description(), new JsonText(tool.schema(dialect)), strict);
    }
}
