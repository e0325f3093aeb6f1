package dev.escapement.engine;

import dev.escapement.model.RequestOptions;
import dev.escapement.thread.CallProgress;
import dev.escapement.thread.ReplyProgress;
import dev.escapement.thread.ThreadState;
import dev.escapement.tool.ToolSpec;
import java.util.List;

/** The options of the next request, which depend on the steps whose results precede it. */
final class StepOptions {

    private StepOptions() {}

    /**
     * Returns the options of the last step with options whose result the model has not yet received, completed by those
     * of the agent. The order is that of the calls in the reply.
     */
    static RequestOptions before(AgentLoop loop, ThreadState state) {
        RequestOptions agent = loop.options();
        ReplyProgress reply = state.reply();
        if (reply == null) {
            return agent;
        }
        List<CallProgress> calls = reply.calls();
        for (int i = calls.size() - 1; i >= 0; i--) {
            RequestOptions step = of(loop, calls.get(i));
            if (!step.equals(RequestOptions.NONE)) {
                return step.or(agent);
            }
        }
        return agent;
    }

    private static RequestOptions of(AgentLoop loop, CallProgress call) {
        return ToolSpec.named(call.call().tool(), loop.tools())
                .filter(tool -> call.succeeded())
                .map(tool -> loop.options(tool.name()))
                .orElse(RequestOptions.NONE);
    }
}
