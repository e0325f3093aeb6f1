package dev.escapement.run;

import dev.escapement.model.Model;
import dev.escapement.model.ModelInfo;
import dev.escapement.model.ModelReply;
import dev.escapement.thread.AgentThread;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The warnings of a runner that a budget has no effect, because replies do not contain the usage or the cost. Each model
 * causes one warning about its usage. Safe for concurrent use.
 */
final class UsageWarnings {

    /** The maximum number of models, so that the set remains small if a gateway returns a new name with each reply. */
    private static final int MAX_MODELS = 100;

    private final Set<String> models = ConcurrentHashMap.newKeySet();

    /** Logs a warning if a reply does not contain what the budget of the thread limits. */
    void check(AgentThread thread, Model model, ModelReply reply) {
        boolean limitsTokens = thread.budget().tokens().isPresent();
        boolean limitsCost = thread.budget().cost().isPresent();
        if (!limitsTokens && !limitsCost) {
            return;
        } else if (reply.usage().tokens() == 0) {
            String name = name(model, reply);
            if (models.size() < MAX_MODELS && models.add(name)) {
                warn(RequestMessages.unknownUsage(name));
            }
        } else if (limitsCost
                && thread.usage().tokens() == 0
                && reply.usage().cost().signum() == 0) {
            warn(RequestMessages.unpriced(thread.id()));
        }
    }

    private static void warn(String message) {
        RunLog.log(ThreadExecution.class, System.Logger.Level.WARNING, message);
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
