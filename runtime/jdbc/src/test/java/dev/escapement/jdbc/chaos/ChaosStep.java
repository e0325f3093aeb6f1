package dev.escapement.jdbc.chaos;

import dev.escapement.Effect;
import dev.escapement.engine.Flow;
import java.util.Locale;

/** The steps of {@link ChaosLoop}: each effect and each flow. */
enum ChaosStep {
    COUNT(Effect.READ, Flow.RETURNS),
    RESERVE(Effect.IDEMPOTENT, Flow.RETURNS),
    BOOK(Effect.WRITE, Flow.RETURNS),
    POST(Effect.TRANSACTIONAL, Flow.RETURNS),
    CHARGE(Effect.DESTRUCTIVE, Flow.RETURNS),
    ASK(Effect.WRITE, Flow.PAUSES),
    /** Pauses with a deadline and a fallback. */
    POLL(Effect.IDEMPOTENT, Flow.PAUSES),
    PLAN(Effect.IDEMPOTENT, Flow.SELECTS),
    /** Selected by {@link #PLAN} only. */
    LABEL(Effect.WRITE, Flow.RETURNS),
    CLOSE(Effect.IDEMPOTENT, Flow.FINISHES);

    private final Effect effect;
    private final Flow flow;
    private final ItemTool tool = new ItemTool(name().toLowerCase(Locale.ROOT));

    ChaosStep(Effect effect, Flow flow) {
        this.effect = effect;
        this.flow = flow;
    }

    static ChaosStep of(String tool) {
        return valueOf(tool.toUpperCase(Locale.ROOT));
    }

    Effect effect() {
        return effect;
    }

    Flow flow() {
        return flow;
    }

    ItemTool tool() {
        return tool;
    }
}
