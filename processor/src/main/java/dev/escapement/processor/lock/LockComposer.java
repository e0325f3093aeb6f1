package dev.escapement.processor.lock;

import dev.escapement.internal.lock.AgentLock;
import dev.escapement.internal.lock.LockSchema;
import dev.escapement.internal.lock.StepLock;
import dev.escapement.processor.model.AgentModel;
import dev.escapement.processor.model.StepModel;
import dev.escapement.processor.model.StepModel.Flow;
import dev.escapement.processor.model.TypeShape;
import dev.escapement.processor.schema.ToolSchemas;
import dev.escapement.processor.schema.ValueSchema;
import java.util.Locale;
import java.util.Optional;

/** A composer of the properties that a lock file contains. The loop at run time has the same properties. */
final class LockComposer {

    private final AgentModel agent;

    private LockComposer(AgentModel agent) {
        this.agent = agent;
    }

    static AgentLock compose(AgentModel agent) {
        LockComposer composer = new LockComposer(agent);
        return new AgentLock(
                agent.name().value(), agent.steps().stream().map(composer::step).toList());
    }

    private StepLock step(StepModel step) {
        return new StepLock(
                step.tool().name(),
                step.effect().name().toLowerCase(Locale.ROOT),
                flow(step.flow().kind()),
                step.approval().isPresent() || !agent.gatesBefore(step).isEmpty(),
                step.tool().arguments().ignoresUnknown(),
                step.flow() instanceof Flow.Delegates delegates ? Optional.of(delegates.agent()) : Optional.empty(),
                agent.joinAfter(step).isPresent(),
                LockSchema.of(
                        ToolSchemas.of(step.tool().arguments()).canonical().compact()),
                step.flow().accept(new ResultSchema(step)));
    }

    /** Returns the name of the flow at run time. */
    private static String flow(Flow.Kind kind) {
        return switch (kind) {
            case RETURNS, RETURNS_NOTHING, UNREADABLE -> "returns";
            case SELECTS -> "selects";
            case PAUSES -> StepLock.PAUSES;
            case DELEGATES -> "delegates";
            case FINISHES -> StepLock.FINISHES;
        };
    }

    /** A visitor that returns the schema of a reply or of the result of a thread. */
    private final class ResultSchema implements Flow.Visitor<Optional<LockSchema>> {

        private final StepModel step;

        private ResultSchema(StepModel step) {
            this.step = step;
        }

        private Optional<LockSchema> schema(TypeShape shape) {
            return Optional.of(LockSchema.of(
                    ValueSchema.of(shape, agent.types(), step.source()).compact()));
        }

        @Override
        public Optional<LockSchema> returns(Flow.Returns returns) {
            return Optional.empty();
        }

        @Override
        public Optional<LockSchema> returnsNothing(Flow.ReturnsNothing nothing) {
            return Optional.empty();
        }

        @Override
        public Optional<LockSchema> selects(Flow.Selects selects) {
            return Optional.empty();
        }

        @Override
        public Optional<LockSchema> pauses(Flow.Pauses pauses) {
            return schema(pauses.reply());
        }

        @Override
        public Optional<LockSchema> delegates(Flow.Delegates delegates) {
            return Optional.empty();
        }

        @Override
        public Optional<LockSchema> finishes(Flow.Finishes finishes) {
            return schema(finishes.result());
        }

        @Override
        public Optional<LockSchema> unreadable(Flow.Unreadable unreadable) {
            return Optional.empty();
        }
    }
}
