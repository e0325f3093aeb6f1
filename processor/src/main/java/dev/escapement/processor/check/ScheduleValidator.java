package dev.escapement.processor.check;

import dev.escapement.internal.cron.CronExpression;
import dev.escapement.internal.cron.CronSyntaxException;
import dev.escapement.internal.text.DidYouMean;
import dev.escapement.processor.diagnostic.Clause;
import dev.escapement.processor.diagnostic.Hint;
import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.Problems;
import dev.escapement.processor.diagnostic.ZoneFault;
import dev.escapement.processor.model.TriggerModel;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;
import java.util.TreeSet;

/** A validator that checks the cron expressions and the time zones of triggers. */
final class ScheduleValidator implements Validator<AgentView> {

    @Override
    public void validate(AgentView agent, Problems problems) {
        for (TriggerModel trigger : agent.model().triggers()) {
            trigger.schedule()
                    .value()
                    .ifPresent(schedule -> fault(schedule)
                            .ifPresent(fault -> problems.add(
                                    ProblemKind.BAD_SCHEDULE,
                                    trigger.schedule().source(),
                                    trigger.method(),
                                    schedule,
                                    fault)));
            trigger.zone()
                    .value()
                    .ifPresent(zone -> fault(zone, trigger)
                            .ifPresent(fault -> problems.add(
                                    ProblemKind.BAD_ZONE, trigger.zone().source(), trigger.method(), zone, fault)));
        }
    }

    private static Optional<Clause> fault(String schedule) {
        try {
            CronExpression.parse(schedule);
            return Optional.empty();
        } catch (CronSyntaxException e) {
            return Optional.of(Clause.of(e.fault(), e.arguments()));
        }
    }

    private static Optional<Clause> fault(String zone, TriggerModel trigger) {
        if (!trigger.isScheduled()) {
            return Optional.of(ZoneFault.WITHOUT_SCHEDULE);
        }
        try {
            ZoneId.of(zone);
            return Optional.empty();
        } catch (DateTimeException e) {
            Clause hint = DidYouMean.among(zone, new TreeSet<>(ZoneId.getAvailableZoneIds()))
                    .map(Hint.DID_YOU_MEAN::with)
                    .orElse(Hint.NONE);
            return Optional.of(ZoneFault.UNKNOWN.with(hint));
        }
    }
}
