package dev.escapement.server.openapi;

import dev.escapement.engine.AgentLoop;
import dev.escapement.engine.TriggerSpec;
import dev.escapement.json.Decoded;
import dev.escapement.thread.Start;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.function.Function;

/** Loops with a trigger at run time, for generated loops that do not describe their triggers. */
public final class TriggerProxy {
    private TriggerProxy() {}

    /** {@return the loop with one trigger} */
    public static AgentLoop of(AgentLoop loop, TriggerSpec trigger, Function<String, Decoded<Start>> start) {
        return (AgentLoop) Proxy.newProxyInstance(
                TriggerProxy.class.getClassLoader(), new Class<?>[] {AgentLoop.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("triggers")) {
                        return List.of(trigger);
                    }
                    if (method.getName().equals("start")) {
                        return start.apply((String) arguments[1]);
                    }
                    try {
                        return method.invoke(loop, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
