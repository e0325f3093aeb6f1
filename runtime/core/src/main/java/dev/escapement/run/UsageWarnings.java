package dev.escapement.run;

import dev.escapement.model.Model;
import dev.escapement.model.ModelInfo;
import dev.escapement.model.ModelReply;
import dev.escapement.thread.AgentThread;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/**
 * The warnings of a runner that a budget has no effect, because replies do not contain the usage or the cost. Each model
 * causes one warning about its usage and one about its cost. Safe for concurrent use.
 */
final class UsageWarnings {

    /** The maximum number of models, so that the sets remain small if a gateway returns a new name with each reply. */
    private static final int MAX_MODELS = 100;

    private final Set<String> withoutUsage = ConcurrentHashMap.newKeySet();
    private final Set<String> withoutPrices = ConcurrentHashMap.newKeySet();

    /** Logs a warning if a reply does not contain what the budget of the thread limits. */
    void check(AgentThread thread, Model model, ModelReply reply) {
        boolean limitsTokens = thread.budget().tokens().isPresent();
        boolean limitsCost = thread.budget().cost().isPresent();
        if (!limitsTokens && !limitsCost) {
            return;
        } else if (reply.usage().tokens() == 0) {
            warn(withoutUsage, name(model, reply), RequestMessages::unknownUsage);
        } else if (limitsCost && reply.usage().cost().signum() == 0) {
            warn(withoutPrices, name(model, reply), RequestMessages::unpriced);
        }
    }

    private static void warn(Set<String> warned, String model, UnaryOperator<String> message) {
        if (warned.size() < MAX_MODELS && warned.add(model)) {
            RunLog.log(ThreadExecution.class, System.Logger.Level.WARNING, message.apply(model));
        }
    }

    /** Returns the name of the model that replied, or of the requested model. */
    private static String name(Model model, ModelReply reply) {
        String replied = reply.provenance().model();
        String requested =
                Objects.requireNonNullElse(model.info(), ModelInfo.UNKNOWN).model();
        String known = replied.isEmpty() ? requested : replied;
        return known.isEmpty() ? model.getClass().getName() : known;
    }
}
