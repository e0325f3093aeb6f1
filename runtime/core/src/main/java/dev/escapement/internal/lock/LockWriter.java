package dev.escapement.internal.lock;

import java.util.ArrayList;
import java.util.List;

/** A writer of lock files. */
final class LockWriter {

    static final String COMMENT = "# Stored threads depend on these properties of the agent. Generated; do not edit.";
    static final String FORMAT = "format ";
    static final int VERSION = 1;
    static final String AGENT = "agent ";
    static final String STEP = "step ";
    static final String INDENT = "  ";
    static final String EFFECT = INDENT + "effect ";
    static final String FLOW = INDENT + "flow ";
    static final String GATED = INDENT + "gated";
    static final String IGNORES_UNKNOWN = INDENT + "ignores unknown arguments";
    static final String DELEGATE = INDENT + "delegate ";
    static final String JOINS = INDENT + "joins";
    static final String ARGUMENTS = INDENT + "arguments ";
    static final String REPLY = INDENT + "reply ";
    static final String RESULT = INDENT + "result ";
    static final String SCHEMA_INDENT = INDENT + INDENT;

    private final List<String> lines = new ArrayList<>();

    private LockWriter() {}

    static String write(AgentLock lock) {
        LockWriter writer = new LockWriter();
        writer.lines.addAll(List.of(COMMENT, FORMAT + VERSION, AGENT + lock.agent()));
        lock.steps().forEach(writer::step);
        return String.join("\n", writer.lines) + "\n";
    }

    private void step(StepLock step) {
        lines.addAll(List.of("", STEP + step.tool(), EFFECT + step.effect(), FLOW + step.flow()));
        if (step.gated()) {
            lines.add(GATED);
        }
        if (step.ignoresUnknown()) {
            lines.add(IGNORES_UNKNOWN);
        }
        step.delegate().ifPresent(agent -> lines.add(DELEGATE + agent));
        if (step.joins()) {
            lines.add(JOINS);
        }
        schema(ARGUMENTS, step.arguments());
        step.result().ifPresent(schema -> schema(step.pauses() ? REPLY : RESULT, schema));
    }

    private void schema(String keyword, LockSchema schema) {
        lines.add(keyword + schema.fingerprint());
        schema.lines().forEach(line -> lines.add(SCHEMA_INDENT + line));
    }
}
