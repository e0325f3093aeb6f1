package dev.escapement.server.body;

import dev.escapement.Codec;
import dev.escapement.json.JsonText;
import dev.escapement.run.Standing;
import dev.escapement.thread.StopCause;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A thread without its events. Begins with the properties of {@link ThreadEntryBody}.
 *
 * @param id the id of the thread
 * @param agent the name of its agent
 * @param phase the phase
 * @param parked whether its executions failed so often that it waits for a decision
 * @param size the number of its events
 * @param since the time at which its phase began
 * @param updatedAt the time of its last change
 * @param attempts the number of failed executions since its last change
 * @param labels its labels
 * @param questions its open questions
 * @param erased whether its content was erased
 * @param input the input as the model receives it
 * @param trigger the name of the trigger that produced the input
 * @param result the result of a finished thread
 * @param reason the reason for which the thread was stopped
 * @param cause the kind of this reason; only a thread that its budget stopped can be extended
 * @param usage the used part of the budget
 * @param budget the limits
 * @param parent the call that started the thread
 * @param path the names of the agents from the root thread to this one
 * @param origin the thread of which this one is a copy
 * @param permitted the decisions about the whole thread that the sender of the request may send now, and whether it may be
 *     copied
 */
@Codec
public record ThreadBody(
        String id,
        String agent,
        Standing.Phase phase,
        boolean parked,
        int size,
        Instant since,
        Instant updatedAt,
        int attempts,
        Map<String, String> labels,
        List<OpenQuestionBody> questions,
        boolean erased,
        String input,
        Optional<String> trigger,
        Optional<JsonText> result,
        Optional<String> reason,
        Optional<StopCause> cause,
        UsageBody usage,
        BudgetBody budget,
        Optional<ParentBody> parent,
        List<String> path,
        Optional<OriginBody> origin,
        List<PermittedAction> permitted) {}
