package dev.escapement.engine;

import dev.escapement.internal.lock.AgentLock;
import dev.escapement.internal.lock.LockSchema;
import dev.escapement.internal.lock.StepLock;
import dev.escapement.tool.Dialect;
import dev.escapement.tool.ToolSpec;
import java.util.Locale;
import java.util.Optional;

/**
 * The text of the lock file of an agent, equal to the one that the annotation processor writes with the option {@code
 * -Aescapement.lock.write}.
 *
 * <pre>{@code
 * Files.writeString(Path.of("locks", loop.agent() + ".lock"), LockText.of(loop));
 * }</pre>
 */
public final class LockText {

    private LockText() {}

    /**
     * Returns the properties of an agent on which stored threads depend.
     *
     * @param loop the loop of the agent
     * @return the text, identical for every call and every build
     */
    public static String of(AgentLoop loop) {
        return new AgentLock(
                        loop.agent(),
                        loop.tools().stream().map(tool -> step(loop, tool)).toList())
                .text();
    }

    private static StepLock step(AgentLoop loop, ToolSpec<?> spec) {
        String tool = spec.name();
        Flow flow = loop.flow(tool);
        boolean delegates = flow == Flow.DELEGATES;
        return new StepLock(
                tool,
                loop.effect(tool).name().toLowerCase(Locale.ROOT),
                flow.recorded(),
                loop.gated(tool),
                spec.ignoresUnknown(),
                delegates ? Optional.of(loop.delegateAgent(tool)) : Optional.empty(),
                delegates && loop.joins(tool),
                LockSchema.of(spec.schema(Dialect.JSON_SCHEMA)),
                StepVersions.resultSchema(loop, tool, flow).map(LockSchema::of));
    }
}
