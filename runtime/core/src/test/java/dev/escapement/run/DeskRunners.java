package dev.escapement.run;

import dev.escapement.engine.AgentLoop;
import dev.escapement.engine.Policy;
import dev.escapement.engine.StepVersions;
import dev.escapement.fixture.Desk;
import dev.escapement.fixture.DeskLoop;
import dev.escapement.model.Model;
import dev.escapement.model.ModelInfo;
import dev.escapement.model.ModelUnavailableException;
import dev.escapement.thread.Budget;
import dev.escapement.thread.Event;
import dev.escapement.thread.Start;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/** Runners of a {@link Desk} with reproducible threads: a fixed id {@code t1} and a fixed time. */
final class DeskRunners {

    static final Instant AT = Instant.parse("2026-01-31T12:00:00Z");

    static final Clock CLOCK = Clock.fixed(AT, ZoneOffset.UTC);

    private DeskRunners() {}

    /** Returns the first event of a thread of a {@link Desk}. */
    static Event.Started started(String input) {
        return started(new DeskLoop(new Desk()), Start.of(input), Policy.DEFAULT.budget());
    }

    /** Returns the first event of a thread as a runner of the loop records it. */
    static Event.Started started(AgentLoop loop, Start start, Budget budget) {
        return new Event.Started(
                AT, loop.agent(), start, budget, Optional.empty(), StepVersions.of(loop), Optional.empty());
    }

    /** Returns the exception of a model that is temporarily unavailable. */
    static ModelUnavailableException overloaded() {
        return new ModelUnavailableException(ModelInfo.UNKNOWN, "529", 529, null, null);
    }

    static Runner of(Desk desk, Model model) {
        return of(desk, model, new InMemoryThreadStore(CLOCK));
    }

    static Runner of(Desk desk, Model model, ThreadStore store) {
        return builder(desk, model).store(store).build();
    }

    static Runner.Builder builder(Desk desk, Model model) {
        return builder(new DeskLoop(desk), model);
    }

    static Runner.Builder builder(AgentLoop loop, Model model) {
        return Runner.of(loop).model(model).ids(() -> "t1").clock(CLOCK);
    }
}
