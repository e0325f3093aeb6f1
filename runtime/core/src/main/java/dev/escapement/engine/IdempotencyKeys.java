package dev.escapement.engine;

import dev.escapement.thread.AgentThread;
import dev.escapement.thread.CallProgress;
import dev.escapement.thread.Event;
import dev.escapement.thread.ReplyProgress;
import dev.escapement.tool.Call;
import dev.escapement.tool.ToolSpec;
import java.util.List;

/** The idempotency keys of calls. */
final class IdempotencyKeys {

    private IdempotencyKeys() {}

    /**
     * Returns the key of a call whose step has not started. An equal call, whose step may have taken effect, passes its
     * key on, so that the other system can recognize the repetition. Otherwise the key consists of the thread id, the
     * number of the reply, because call ids are unique only within it, and the escaped call id.
     */
    static String of(AgentThread thread, ReplyProgress reply, Call call, AgentLoop loop) {
        List<CallProgress> doubtful = thread.state().doubtful();
        for (int i = doubtful.size() - 1; i >= 0; i--) {
            Event.StepStarted started = doubtful.get(i).started();
            if (started != null && isEqual(call, current(doubtful.get(i), loop), loop.tools())) {
                return started.idempotencyKey();
            }
        }
        String callId = call.id().replace("%", "%25").replace("/", "%2F");
        return thread.id() + "/" + reply.number() + "/" + callId;
    }

    /** Returns whether an earlier call of the same tool may pass its key on. */
    static boolean mayBeReused(AgentThread thread, Call call, AgentLoop loop) {
        for (CallProgress earlier : thread.state().doubtful()) {
            if (current(earlier, loop).tool().equals(call.tool())) {
                return true;
            }
        }
        return false;
    }

    /** Returns an earlier call in the form of the current release, to which the form of a call can be compared. */
    private static Call current(CallProgress earlier, AgentLoop loop) {
        return CurrentCall.of(earlier.call(), earlier.version(), loop.tools()).call();
    }

    /** Returns whether two calls have the same tool and equal canonical arguments. */
    private static boolean isEqual(Call call, Call earlier, List<ToolSpec<?>> tools) {
        return call.tool().equals(earlier.tool())
                && CallCheck.isHashable(earlier, tools)
                && CallCheck.argumentsSha256(call, tools).equals(CallCheck.argumentsSha256(earlier, tools));
    }
}
