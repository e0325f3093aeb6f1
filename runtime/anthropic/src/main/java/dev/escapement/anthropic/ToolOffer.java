package dev.escapement.anthropic;

import dev.escapement.json.JsonText;
import dev.escapement.tool.Dialect;
import dev.escapement.tool.ToolSpec;
import dev.escapement.wire.ClientSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Puts tools into the form in which they are offered. A tool that cannot be strict, because the dialect does not express it
 * or because the strict tools before it have used up what the API allows a request, is offered all the same and without
 * {@code strict}: the decoder checks its arguments in any case. Safe for use by many threads.
 */
final class ToolOffer {

    private static final System.Logger LOG = System.getLogger(AnthropicModel.class.getName());

    private final Dialect dialect;
    private final boolean strict;
    private final Set<String> reported = ConcurrentHashMap.newKeySet();
    private final Map<String, SchemaSize> sizes = new ConcurrentHashMap<>(); // the same tools come with each request

    static ToolOffer of(ClientSettings client) {
        Dialect usual = client.strict() ? Dialect.ANTHROPIC_STRICT : Dialect.ANTHROPIC;
        return new ToolOffer(client.dialect().orElse(usual), client.strict());
    }

    ToolOffer(Dialect dialect, boolean strict) {
        this.dialect = dialect;
        this.strict = strict;
    }

    /** Offers tools, those first that come first. */
    List<OfferedTool> of(List<ToolSpec<?>> tools) {
        StrictBudget budget = new StrictBudget();
        List<OfferedTool> offered = new ArrayList<>();
        for (ToolSpec<?> tool : tools) {
            offered.add(of(tool, budget));
        }
        return offered;
    }

    private OfferedTool of(ToolSpec<?> tool, StrictBudget budget) {
        try {
            String schema = tool.schema(dialect);
            if (!strict || budget.admits(sizes.computeIfAbsent(schema, SchemaSize::of))) {
                return offered(tool, schema, strict);
            }
            report(
                    tool,
                    "the strict tools of one request may be " + StrictBudget.MAX_TOOLS + ", with "
                            + StrictBudget.MAX_OPTIONAL + " optional properties and " + StrictBudget.MAX_UNIONS
                            + " unions together");
        } catch (UnsupportedOperationException impossible) {
            report(tool, dialect + " cannot express it: " + impossible.getMessage());
        }
        return offered(tool, tool.schema(Dialect.ANTHROPIC), false);
    }

    private void report(ToolSpec<?> tool, String reason) {
        if (reported.add(tool.name())) {
            LOG.log(System.Logger.Level.INFO, "The tool " + tool.name() + " is offered without strict: " + reason);
        }
    }

    private static OfferedTool offered(ToolSpec<?> tool, String schema, boolean strict) {
        return new OfferedTool(tool.name(), tool.description(), new JsonText(schema), strict);
    }
}
