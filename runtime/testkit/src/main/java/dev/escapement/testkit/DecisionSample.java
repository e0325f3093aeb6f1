package dev.escapement.testkit;

import dev.escapement.model.Usage;
import dev.escapement.run.Standing;
import dev.escapement.thread.Event;
import dev.escapement.tool.Call;
import java.util.List;
import java.util.Optional;

/** A thread that waits for the approval of one call. */
final class DecisionSample {

    static final String CALL = "call_1";

    static final Standing STANDING = new Standing(
            Standing.Phase.WAITING,
            Optional.empty(),
            List.of(new Standing.Question(CALL, Standing.Kind.APPROVAL, Samples.AT, Optional.empty())));

    private static final String SHA256 = "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a";

    private DecisionSample() {}

    static List<Event> events() {
        return List.of(
                Samples.started("hello"),
                new Event.ModelReplied(Samples.AT, "", List.of(new Call(CALL, "delete_order", "{}")), Usage.NONE),
                new Event.ApprovalAsked(Samples.AT, CALL, "Delete?", SHA256));
    }
}
