package dev.escapement.processor.lock;

import dev.escapement.internal.lock.LockSchema;
import dev.escapement.internal.lock.SchemaChange;
import dev.escapement.internal.lock.StepChange;
import dev.escapement.internal.lock.StepLock;
import dev.escapement.internal.text.DidYouMean;
import dev.escapement.processor.diagnostic.Clause;
import dev.escapement.processor.diagnostic.Hint;
import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.Problems;
import dev.escapement.processor.model.AgentModel;
import dev.escapement.processor.model.Definition;
import dev.escapement.processor.model.SourceRef;
import dev.escapement.processor.model.StepModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The report of one change that strands stored threads, at the agent, the step or the component. */
final class StepChangeReport {

    private final AgentModel agent;
    private final StepChange change;
    private final String file;

    StepChangeReport(AgentModel agent, StepChange change, String file) {
        this.agent = agent;
        this.change = change;
        this.file = file;
    }

    void addTo(Problems problems) {
        change.current().ifPresentOrElse(current -> changed(step(current), current, problems), () -> removed(problems));
    }

    private StepModel step(StepLock current) {
        return agent.steps().stream()
                .filter(step -> step.tool().name().equals(current.tool()))
                .findFirst()
                .orElseThrow();
    }

    private void removed(Problems problems) {
        String tool = change.locked().tool();
        List<String> names =
                agent.steps().stream().map(step -> step.tool().name()).toList();
        Clause hint = DidYouMean.among(tool, names).map(Hint.DID_YOU_MEAN::with).orElse(Hint.NONE);
        problems.add(
                ProblemKind.LOCKED_STEP_REMOVED, agent.source(), agent.type().simpleName(), tool, file, hint);
    }

    private void changed(StepModel step, StepLock current, Problems problems) {
        StepLock locked = change.locked();
        Runnable report = switch (change.kind()) {
            case FLOW ->
                () -> problems.add(
                        ProblemKind.LOCKED_FLOW_CHANGED,
                        step.source(),
                        step.method(),
                        locked.flow(),
                        current.flow(),
                        file);
            case DELEGATE ->
                () -> problems.add(
                        ProblemKind.LOCKED_DELEGATE_CHANGED,
                        step.source(),
                        step.method(),
                        locked.delegate().orElse(""),
                        current.delegate().orElse(""),
                        file);
            case ARGUMENTS -> () -> arguments(step, problems);
            case REPLY -> () -> result(ProblemKind.LOCKED_REPLY_CHANGED, step, problems);
            case RESULT -> () -> result(ProblemKind.LOCKED_RESULT_CHANGED, step, problems);
            case REMOVED -> throw new IllegalStateException("the step " + locked.tool() + " exists");
        };
        report.run();
    }

    private void result(ProblemKind kind, StepModel step, Problems problems) {
        List<Clause> clauses =
                change.differences().stream().map(StepChangeReport::clause).toList();
        String fingerprint =
                change.locked().result().map(LockSchema::fingerprint).orElse("");
        problems.add(kind, step.source(), step.method(), clauses, fingerprint, file);
    }

    /** Adds a problem for each component with a difference, and one for the removed components. */
    private void arguments(StepModel step, Problems problems) {
        Map<SourceRef, List<Clause>> places = new LinkedHashMap<>();
        for (SchemaChange difference : change.differences()) {
            places.computeIfAbsent(place(step, difference), place -> new ArrayList<>())
                    .add(clause(difference));
        }
        String fingerprint = change.locked().arguments().fingerprint();
        places.forEach((place, clauses) -> problems.add(
                ProblemKind.LOCKED_ARGUMENTS_CHANGED,
                place,
                change.locked().tool(),
                clauses,
                fingerprint,
                step.tool().type().simpleName(),
                file));
    }

    private static SourceRef place(StepModel step, SchemaChange difference) {
        return step.tool().record().properties().stream()
                .filter(property ->
                        difference.property().filter(property.name()::equals).isPresent())
                .map(Definition.Property::source)
                .findFirst()
                .orElse(step.tool().arguments().source());
    }

    private static Clause clause(SchemaChange difference) {
        return Clause.of(difference.kind(), difference.arguments());
    }
}
